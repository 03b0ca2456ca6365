"""Passkeys between browser and server: what the browser is asked, and whether its answer holds."""

import json
import struct
from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.http import HttpRequest
from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from marac.accounts.models import User
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.signin.models import Passkey
from marac.signin.queries import credentials_of, passkey_known_as

ASKED = "passkey_asked"  # in the session: the challenge, good for one answer
# Its device asks for a finger, a face or a PIN: so a passkey alone is two factors.
VERIFIED = UserVerificationRequirement.REQUIRED
# What a parser of the library raises at an answer that no browser makes.
NO_ANSWER = (ValueError, KeyError, TypeError, AttributeError, IndexError, AssertionError, struct.error)
NOT_SHOWN = _("The passkey did not fit this site. Try again, or sign in another way.")


@dataclass(frozen=True)
class Made:
    """A new passkey as it is kept: `known_as` finds it, `credential` is its public half, `uses` its own count."""

    known_as: str
    credential: str
    uses: int


def ask_for_new(request: HttpRequest, user: User) -> str:
    """What the browser is asked, as JSON. A passkey that is set up already is not offered again."""
    entity = PublicKeyCredentialUserEntity(id=str(user.pk).encode(), name=user.email, display_name=user.name)
    options, state = _server(request).register_begin(
        entity,
        credentials=[AttestedCredentialData(each) for each in credentials_of(user.pk)],
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=VERIFIED,
    )
    return _asked(request, options, state)


def made(request: HttpRequest, answer: str) -> Made:
    """The passkey that the browser made. Refused if it was made for another question or another site."""
    state = request.session.pop(ASKED, None)
    try:
        data = _server(request).register_complete(state, json.loads(answer))
    except NO_ANSWER as error:
        raise Refusal(NOT_SHOWN) from error
    found = data.credential_data
    return Made(_known_as(found.credential_id), b64encode(bytes(found)).decode(), data.counter)


def ask_for_one(request: HttpRequest) -> str:
    """Any passkey that the browser has for this site; it says itself whose it is."""
    options, state = _server(request).authenticate_begin(None, user_verification=VERIFIED)
    return _asked(request, options, state)


def shown(request: HttpRequest, answer: str) -> tuple[Passkey, int]:
    """The passkey that answered, and its own count of uses. Refused if unknown, or if the signature is wrong."""
    state = request.session.pop(ASKED, None)
    try:
        given = json.loads(answer)
        read = AuthenticationResponse.from_dict(given)
        passkey = passkey_known_as(_known_as(read.raw_id))
        ours = [AttestedCredentialData(each) for each in credentials_of(passkey.user_id)]
        _server(request).authenticate_complete(state, ours, given)
    except NO_ANSWER as error:
        raise Refusal(NOT_SHOWN) from error
    return passkey, read.response.authenticator_data.counter


def _server(request: HttpRequest) -> Fido2Server:
    """For this very site: its scheme, its name and its port."""
    host = request.get_host()
    origin = f"{request.scheme}://{host}"
    site = PublicKeyCredentialRpEntity(name="OpenMARAC", id=host.partition(":")[0])
    return Fido2Server(site, verify_origin=lambda claimed: claimed == origin)


def _asked(request: HttpRequest, options: Any, state: Any) -> str:
    request.session[ASKED] = dict(state)
    return json.dumps(dict(options.public_key))


def _known_as(credential_id: bytes) -> str:
    return sha256(credential_id).hexdigest()
