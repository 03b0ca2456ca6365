"""Sealing bytes so that only the holder of the key can read them, and nobody can change or move them unseen.

AES-256-GCM, each time under a key of its own: HKDF-SHA256 makes it from the key given and sixteen random bytes that
stand in the seal. A nonce is unsafe when it comes twice under one key. Here twelve random bytes of nonce and sixteen of
salt would both have to come again: in ten million seals of one key that is less likely than one in 2^177, so that no
count of the uses of a key has to be kept.

A seal is, byte for byte: 1 for this way of sealing, 8 for the key's id, 16 of salt, 12 of nonce, the text, 16 of tag.
"""

import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from marac.kernel.refusal import Refusal
from marac.kernel.text import _

KEY_BYTES = 32
VERSION = b"\x01"
ID_BYTES, SALT_BYTES, NONCE_BYTES, TAG_BYTES = 8, 16, 12, 16
HEAD_BYTES = len(VERSION) + ID_BYTES + SALT_BYTES + NONCE_BYTES
OVERHEAD = HEAD_BYTES + TAG_BYTES


class Broken(Refusal):
    """What was sealed is not as it was sealed, not where it was sealed for, or was sealed with another key."""

    def __init__(self) -> None:
        super().__init__(_("What was kept here was changed or belongs elsewhere. Tell whoever runs OpenMARAC."))


def new_key() -> bytes:
    return secrets.token_bytes(KEY_BYTES)


def derive(key: bytes, purpose: str) -> bytes:
    """A key for one purpose from a key for many: who has one of these has neither the first nor the others."""
    return _hkdf(_checked(key), salt=b"", info=b"openmarac purpose: " + purpose.encode())


def id_of(key: bytes) -> bytes:
    """Eight bytes that tell keys apart and say nothing of what they are."""
    return derive(key, "id")[:ID_BYTES]


def seal(plain: bytes, *, key: bytes, context: bytes) -> bytes:
    """`key` is 32 bytes. `context` says where this belongs, such as b"factor:17": it is not kept in the seal, and
    must be the same when it is opened, so that a seal copied to another place is refused there."""
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    head = VERSION + id_of(key) + salt + nonce
    return head + AESGCM(_own_key(key, salt)).encrypt(nonce, plain, head + context)


def unseal(sealed: bytes, *, key: bytes, context: bytes) -> bytes:
    """The bytes that were sealed; raises Broken when a byte, the context or the key differs."""
    head, text = sealed[:HEAD_BYTES], sealed[HEAD_BYTES:]
    if len(text) < TAG_BYTES or not is_sealed_with(sealed, key):
        raise Broken
    salt, nonce = head[-SALT_BYTES - NONCE_BYTES : -NONCE_BYTES], head[-NONCE_BYTES:]
    try:
        return AESGCM(_own_key(key, salt)).decrypt(nonce, text, head + context)
    except InvalidTag:
        raise Broken from None


def is_sealed_with(sealed: bytes, key: bytes) -> bool:
    """Whether these bytes say that this key opens them; they may lie, and then `unseal` refuses."""
    start = VERSION + id_of(key)
    return hmac.compare_digest(sealed[: len(start)], start)


def _own_key(key: bytes, salt: bytes) -> bytes:
    return _hkdf(_checked(key), salt=salt, info=b"openmarac seal 1")


def _hkdf(key: bytes, *, salt: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=info).derive(key)


def _checked(key: bytes) -> bytes:
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key has {KEY_BYTES} bytes, not {len(key)}")
    return key
