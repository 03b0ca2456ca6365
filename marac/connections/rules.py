"""Which service may be asked, who its answer is about, and whether its word counts as a second factor."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from ipaddress import ip_address
from typing import Any
from urllib.parse import SplitResult, urlsplit

from marac.kernel.refusal import Refusal
from marac.kernel.text import _

TENANT = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
ENTRA = "https://login.microsoftonline.com/{tenant}/v2.0"
# Entra's addresses for everybody with any account of Microsoft's.
OPEN_TO_ALL = {"common", "organizations", "consumers"}
HERE = {"localhost", "127.0.0.1"}
# A signature that anybody can check and the service alone can make. "none" and shared secrets are not among them.
ALGORITHMS = ["RS256", "PS256", "ES256", "RS384", "PS384", "ES384", "RS512", "PS512", "ES512"]
CLOCKS_DIFFER = 60  # seconds
ANSWERED_WITHIN = timedelta(minutes=10)
NO_ADDRESS = _("Enter a tenant ID, or the address of the issuer, such as https://login.example.org/tenant/v2.0")


def issuer_of(typed: str, *, production: bool) -> str:
    """The issuer as its tokens name it, letter for letter; of a bare tenant ID, that of Microsoft Entra.

    Only https and a name: never this machine or a number in its network, except on one's own machine.
    """
    text = typed.strip()
    if TENANT.fullmatch(text):
        return ENTRA.format(tenant=text.lower())
    parts = _split(text)
    if not parts.hostname or parts.query or parts.fragment or parts.username or parts.password:
        raise Refusal(NO_ADDRESS, field="issuer")
    if OPEN_TO_ALL & set(parts.path.split("/")):
        raise Refusal(_("This address is open to everybody. Enter the agency's own tenant ID."), field="issuer")
    if not production and parts.scheme == "http" and parts.hostname in HERE:
        return text
    if parts.scheme != "https" or "." not in parts.hostname or _is_number(parts.hostname):
        raise Refusal(_("The address has to begin with https:// and a name, not a number."), field="issuer")
    return text


def check_same_place(issuer: str, *addresses: str) -> None:
    """What the service says of itself leads nowhere but to itself: no other site, no other machine of our network."""
    place = _place(issuer)
    if any(_place(address) != place for address in addresses):
        raise Refusal(_("The service names an address at another site. It is not asked."))


def known_as(claims: Mapping[str, Any]) -> str:
    """Who somebody is at the service, for ever: in Entra the tenant and the object, elsewhere the subject. Never an
    e-mail address, which an administrator of the tenant sets as they like."""
    if claims.get("tid") and claims.get("oid"):
        return f"oid {claims['tid']} {claims['oid']}"
    return f"sub {claims['sub']}"


def is_of_tenant(issuer: str, claims: Mapping[str, Any]) -> bool:
    """An Entra token says its tenant twice, and both have to be the one of the connection."""
    return "tid" not in claims or not TENANT.search(issuer) or str(claims["tid"]).lower() in issuer.lower()


def proves_factor(trusted: Iterable[str], claims: Mapping[str, Any]) -> bool:
    """Whether the service says that a second factor was shown, in one of the words that the connection trusts."""
    said: set[str] = set()
    for name in ("amr", "acr", "acrs"):
        given = claims.get(name, [])
        said |= {str(each) for each in (given if isinstance(given, list) else [given])}
    return bool(said & set(trusted))


def is_fresh(claims: Mapping[str, Any], asked_at: datetime) -> bool:
    """Whether they showed themselves to the service after we asked it to make them."""
    shown = claims.get("auth_time")
    return isinstance(shown, int) and shown >= asked_at.timestamp() - CLOCKS_DIFFER


def _split(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018  # raises where it is none
    except ValueError as error:
        raise Refusal(NO_ADDRESS, field="issuer") from error
    return parts


def _place(address: str) -> tuple[str, str | None, int | None]:
    parts = _split(address)
    return parts.scheme, parts.hostname, parts.port or {"https": 443, "http": 80}.get(parts.scheme)


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return host.replace(".", "").isdigit()
    return True
