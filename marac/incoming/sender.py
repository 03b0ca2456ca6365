"""Whom a message seems to come from. An address proves nothing: it is compared, and what is odd about it is said."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import jellyfish

from marac.kernel.text import _

ALIKE = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("0", "o"), ("1", "l"), ("i", "l"), ("5", "s"), ("-", ""))
ADDRESS = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
RESULT = re.compile(r"\b(spf|dkim|dmarc)=([a-z]+)")
SHORTEST_COMPARED = 6


class Standing(StrEnum):
    PERSON = "person"
    DOMAIN = "domain"
    SHARED = "shared"
    LOOKALIKE = "lookalike"
    STRANGER = "stranger"


STANDING_NAMES = {
    Standing.PERSON: _("The address of somebody who has an account here"),
    Standing.DOMAIN: _("An address of an agency here"),
    Standing.SHARED: _("An address at a domain that several agencies here share"),
    Standing.LOOKALIKE: _("Looks like an address that is known here, and is another"),
    Standing.STRANGER: _("Not an address of any agency here"),
}
KNOWN = frozenset({Standing.PERSON, Standing.DOMAIN, Standing.SHARED})


@dataclass(frozen=True)
class Sender:
    """`like` is the domain or address that it could be taken for."""

    standing: Standing
    agency_id: int | None = None
    like: str = ""


def sender_of(
    address: str, name: str, *, people: Mapping[str, Collection[int]], domains: Mapping[str, Collection[int]]
) -> Sender:
    """`people` and `domains` give the agencies of each address and domain that is known."""
    address = address.strip().lower()
    shown = ADDRESS.search(name.lower())
    if shown and shown[0] != address:
        return Sender(Standing.LOOKALIKE, like=shown[0])
    if people.get(address):
        return Sender(Standing.PERSON, _only(people[address]))
    domain = address.rpartition("@")[2]
    nearest = max((known for known in domains if _is_below(domain, known)), key=len, default="")
    agencies = set(domains.get(nearest, ()))
    if agencies:
        return Sender(Standing.DOMAIN if len(agencies) == 1 else Standing.SHARED, _only(agencies))
    like = next((known for known in sorted(domains) if looks_like(domain, known)), "")
    return Sender(Standing.LOOKALIKE, like=like) if like else Sender(Standing.STRANGER)


def looks_like(domain: str, known: str) -> bool:
    """Whether somebody in a hurry could take the one for the other, though it is another."""
    if not domain or _is_below(domain, known):
        return False
    if domain.startswith(f"{known}.") or f"{known.replace('.', '-')}." in f"{domain}.":
        return True
    if domain.startswith("xn--") or ".xn--" in domain:
        return True
    if _as_seen(domain) == _as_seen(known):
        return True
    close = jellyfish.damerau_levenshtein_distance(domain, known) <= 1
    return len(known) >= SHORTEST_COMPARED and close


def own_results(results: Sequence[str], server: str) -> dict[str, str]:
    """What the own receiving server found: {"spf": "pass"}. Only the topmost line counts, and only if it names that
    server: anybody can write such a line into a mail. Exchange Online names none: `server` is then "-"."""
    if not results or not server:
        return {}
    first = results[0].strip()
    named = first.partition(";")[0].strip().lower()
    own = RESULT.match(named) is not None if server == "-" else named.split()[:1] == [server]
    return dict(RESULT.findall(first.lower())) if own else {}


def _is_below(domain: str, known: str) -> bool:
    return domain == known or domain.endswith(f".{known}")


def _as_seen(domain: str) -> str:
    for written, seen in ALIKE:
        domain = domain.replace(written, seen)
    return domain


def _only(agencies: Collection[int]) -> int | None:
    found = set(agencies)
    return found.pop() if len(found) == 1 else None
