"""What is asked of an agency's sign-in service, and whether its answer holds: OpenID Connect's code flow with PKCE."""

import hashlib
import secrets
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlencode

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from marac.accounts.sealing import opened
from marac.connections import fetch
from marac.connections.fetch import Away
from marac.connections.models import Connection
from marac.connections.rules import ALGORITHMS, CLOCKS_DIFFER, check_same_place, is_of_tenant
from marac.kernel.refusal import Refusal
from marac.kernel.text import _

NOT_FITTING = _("The answer of your agency's service did not fit. Nobody was signed in.")
NOT_A_SERVICE = _("There is a sign-in service at this address, and it gives another issuer.")
TEST_CODE = "a-code-that-nobody-was-given"


@dataclass(frozen=True)
class Service:
    """What a service says of itself, all of it at its own place."""

    authorize: str
    token: str
    keys: str
    takes_post: bool


@dataclass(frozen=True)
class Question:
    """What only we and this browser know, until the answer comes."""

    state: str
    nonce: str
    verifier: str


def new_question() -> Question:
    return Question(*(secrets.token_urlsafe(32) for _each in range(3)))


def service_of(connection: Connection) -> Service:
    """Asked anew each time, so that a key that was changed there is known here at once."""
    said = fetch.get(f"{connection.issuer.rstrip('/')}/.well-known/openid-configuration")
    names = ("authorization_endpoint", "token_endpoint", "jwks_uri")
    if said.get("issuer") != connection.issuer or not all(isinstance(said.get(name), str) for name in names):
        raise Away(NOT_A_SERVICE)
    authorize, token, keys = (said[name] for name in names)
    check_same_place(connection.issuer, authorize, token, keys)
    takes_post = "client_secret_post" in (said.get("token_endpoint_auth_methods_supported") or [])
    return Service(authorize, token, keys, takes_post)


def address_to_ask(
    service: Service, connection: Connection, question: Question, *, back: str, more: Mapping[str, str]
) -> str:
    """Where the browser is sent. `more` is what is asked beside who it is: {"prompt": "login"}, say."""
    challenge = urlsafe_b64encode(hashlib.sha256(question.verifier.encode()).digest()).rstrip(b"=").decode()
    asked = {
        "response_type": "code",
        "client_id": connection.client_id,
        "redirect_uri": back,
        "scope": "openid",
        "state": question.state,
        "nonce": question.nonce,
        "code_challenge": challenge,
        "code_challenge_method": "S256",
    }
    return f"{service.authorize}{'&' if '?' in service.authorize else '?'}{urlencode(asked | dict(more))}"


def claims_for(connection: Connection, question: Question, code: str, *, back: str, at: datetime) -> dict[str, Any]:
    """What the service says of whom it sent with this code. Raises Away, and Refusal where the answer does not fit."""
    service = service_of(connection)
    status, said = _exchanged(service, connection, code, {"redirect_uri": back, "code_verifier": question.verifier})
    if status != 200 or not isinstance(said.get("id_token"), str):
        raise Refusal(NOT_FITTING)
    return claims_in(said["id_token"], fetch.get(service.keys), connection, nonce=question.nonce, at=at)


def claims_in(token: str, keys: dict[str, Any], connection: Connection, *, nonce: str, at: datetime) -> dict[str, Any]:
    """Signed by the service, for us, for this question, and not long ago; else refused."""
    asked = jwt.JWTClaimsRegistry(
        now=int(at.timestamp()),
        leeway=CLOCKS_DIFFER,
        iss={"essential": True, "value": connection.issuer},
        sub={"essential": True},
        aud={"essential": True, "value": connection.client_id},
        exp={"essential": True},
        iat={"essential": True},
        nonce={"essential": True, "value": nonce},
    )
    try:
        claims = jwt.decode(token, KeySet.import_key_set(keys), algorithms=ALGORITHMS).claims
        asked.validate(claims)
    except (JoseError, ValueError, KeyError, TypeError) as error:
        raise Refusal(NOT_FITTING) from error
    alone = claims["aud"] in (connection.client_id, [connection.client_id])
    if not is_of_tenant(connection.issuer, claims) or not (alone or claims.get("azp") == connection.client_id):
        raise Refusal(NOT_FITTING)
    return dict(claims)


def try_out(connection: Connection) -> None:
    """Raises, with what is wrong, unless the service is there, has keys, and does not refuse our name and secret."""
    service = service_of(connection)
    if not fetch.get(service.keys).get("keys"):
        raise Away(_("The service has no keys to sign with."))
    _status, said = _exchanged(service, connection, TEST_CODE, {"redirect_uri": connection.issuer})
    if said.get("error") in ("invalid_client", "unauthorized_client"):
        raise Refusal(_("The service is there, and refuses the client ID or the secret."))


def _exchanged(service: Service, connection: Connection, code: str, more: dict[str, str]) -> tuple[int, dict[str, Any]]:
    name, secret = connection.client_id, opened(connection.secret, connection.sealed_for()).decode()
    fields, headers = {"grant_type": "authorization_code", "code": code} | more, {}
    if service.takes_post:
        fields |= {"client_id": name, "client_secret": secret}
    else:
        pair = f"{quote(name, safe='')}:{quote(secret, safe='')}"
        headers["Authorization"] = f"Basic {b64encode(pair.encode()).decode()}"
    return fetch.post(service.token, fields, headers)
