"""A device that makes passkeys, in software: what a browser with a fingerprint reader would answer."""

import hashlib
import json
import secrets
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2 import cbor
from fido2.cose import ES256
from fido2.utils import websafe_encode

PRESENT, VERIFIED, WITH_KEY = 0x01, 0x04, 0x40


@dataclass
class Device:
    """At the site `origin` (http://localhost). `uses` is counted up each time, unless `counts` is 0."""

    origin: str = "http://localhost"
    site: str = "localhost"
    counts: int = 1
    uses: int = 0
    verified: int = VERIFIED
    number: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    key: Any = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def makes(self, asked: dict[str, Any]) -> str:
        public = cbor.encode(dict(ES256.from_cryptography_key(self.key.public_key())))
        about = bytes(16) + len(self.number).to_bytes(2, "big") + self.number + public
        data = self._data(WITH_KEY) + about
        attestation = cbor.encode({"fmt": "none", "attStmt": {}, "authData": data})
        return self._answer(attestationObject=attestation, clientDataJSON=self._client("webauthn.create", asked))

    def shows(self, asked: dict[str, Any]) -> str:
        data, client = self._data(0), self._client("webauthn.get", asked)
        signature = self.key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(SHA256()))
        return self._answer(authenticatorData=data, clientDataJSON=client, signature=signature)

    def _data(self, flags: int) -> bytes:
        self.uses += self.counts
        flags |= PRESENT | self.verified
        return hashlib.sha256(self.site.encode()).digest() + bytes([flags]) + self.uses.to_bytes(4, "big")

    def _client(self, kind: str, asked: dict[str, Any]) -> bytes:
        return json.dumps({"type": kind, "challenge": asked["challenge"], "origin": self.origin}).encode()

    def _answer(self, **response: bytes) -> str:
        number = websafe_encode(self.number)
        encoded = {name: websafe_encode(value) for name, value in response.items()}
        return json.dumps({"id": number, "rawId": number, "type": "public-key", "response": encoded})
