"""When reading is unusual, and on what grounds somebody could read."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import chain, pairwise

from marac.kernel.names import compact, name_parts
from marac.kernel.refusal import Refusal
from marac.kernel.text import _

HOUR = timedelta(hours=1)
SHORTEST_NAME = 2
SHORTEST_REASON = 10


class Unusual(StrEnum):
    MANY_CASES = "many_cases"
    OWN_NAME_SEARCHED = "own_searched"
    OWN_NAME_OPENED = "own_opened"
    OWN_HOME_SEARCHED = "own_home_searched"
    OWN_HOME_OPENED = "own_home_opened"
    AT_NIGHT = "at_night"
    IN_EMERGENCY = "in_emergency"
    SHUT_TO_THEM = "shut_to_them"


UNUSUAL_NAMES = {
    Unusual.MANY_CASES: _("Many cases outside their work opened within an hour"),
    Unusual.OWN_NAME_SEARCHED: _("Searched for their own surname"),
    Unusual.OWN_NAME_OPENED: _("Opened a case with somebody of their own surname"),
    Unusual.OWN_HOME_SEARCHED: _("Searched for a postcode or number that they declared as their own"),
    Unusual.OWN_HOME_OPENED: _("Opened a case with an address, number or person that they declared"),
    Unusual.AT_NIGHT: _("Opened cases at night"),
    Unusual.IN_EMERGENCY: _("Opened a case in an emergency"),
    Unusual.SHUT_TO_THEM: _("Asked for a case that is shut to them for a conflict of interest"),
}


@dataclass(frozen=True)
class Limits:
    """Of one MARAC: cases out of role within an hour, and the hours between which it is night."""

    cases: int
    night_from: int
    night_until: int


@dataclass(frozen=True)
class Look:
    """One reading or search by one person. `at` is local time; `surnames` those of the people in the case that was
    opened, `terms` what was searched for; `in_role` whether the person has work in the case. `declared` says that they
    declared an address, number or person in it, or among what they searched for; `in_emergency` that it was open to
    them in an emergency; `shut` that they asked in vain for a case from which they are barred."""

    number: int
    at: datetime
    case_id: int | None = None
    in_role: bool = True
    terms: str = ""
    surnames: frozenset[str] = frozenset()
    declared: bool = False
    in_emergency: bool = False
    shut: bool = False


@dataclass(frozen=True)
class Found:
    """`key` is the same for what is one alert: what is found again under it is not raised again."""

    kind: Unusual
    key: str
    numbers: tuple[int, ...]
    case_id: int | None = None


def unusual(looks: Sequence[Look], *, surname: str, limits: Limits) -> list[Found]:
    """What one person's looks, in order, are remarkable for; each key once, the first that reached it."""
    found: dict[str, Found] = {}
    shown = [look for look in looks if not look.shut]
    rules = (many_cases(shown, limits.cases), own_name(shown, surname), own_home(shown), at_night(shown, limits))
    for each in (*chain(*rules), *at_the_door(looks)):
        found.setdefault(each.key, each)
    return list(found.values())


def many_cases(looks: Sequence[Look], most: int) -> Iterator[Found]:
    """`most` different cases out of role within any sixty minutes."""
    out = [look for look in looks if look.case_id is not None and not look.in_role]
    first = 0
    for last, look in enumerate(out):
        while look.at - out[first].at >= HOUR:
            first += 1
        within = out[first : last + 1]
        if len({each.case_id for each in within}) >= most:
            yield Found(Unusual.MANY_CASES, f"many {look.at:%Y-%m-%d}", tuple(each.number for each in within))


def own_name(looks: Sequence[Look], surname: str) -> Iterator[Found]:
    """Their own surname in what they searched for, or in a case that they opened, however it is written."""
    own = compact(surname)
    if len(own) < SHORTEST_NAME:
        return
    for look in looks:
        if own in names_in(look.terms):
            yield Found(Unusual.OWN_NAME_SEARCHED, f"searched {look.at:%Y-%m-%d}", (look.number,))
        if look.case_id is not None and own in {compact(each) for each in look.surnames}:
            yield Found(Unusual.OWN_NAME_OPENED, f"case {look.case_id}", (look.number,), look.case_id)


def own_home(looks: Sequence[Look]) -> Iterator[Found]:
    """What they declared of themselves, in a case that they opened or in what they searched for."""
    for look in looks:
        if look.declared and look.case_id is None:
            yield Found(Unusual.OWN_HOME_SEARCHED, f"searched home {look.at:%Y-%m-%d}", (look.number,))
        elif look.declared:
            yield Found(Unusual.OWN_HOME_OPENED, f"home {look.case_id}", (look.number,), look.case_id)


def at_the_door(looks: Sequence[Look]) -> Iterator[Found]:
    """A case opened in an emergency, and one that is shut to whoever asked for it."""
    for look in looks:
        if look.in_emergency:
            key = f"emergency {look.case_id} {look.at:%Y-%m-%d}"
            yield Found(Unusual.IN_EMERGENCY, key, (look.number,), look.case_id)
        if look.shut:
            yield Found(Unusual.SHUT_TO_THEM, f"shut {look.case_id}", (look.number,), look.case_id)


def names_in(terms: str) -> set[str]:
    """Every word of what was searched for, alone and joined with the next: "O Brien" is found as "O'Brien" is."""
    words = name_parts(terms)
    joined = {first + second for first, second in pairwise(words)}
    return {*words, *joined, *(compact(word) for word in terms.split())}


def at_night(looks: Sequence[Look], limits: Limits) -> Iterator[Found]:
    """Cases opened in the night; what is before and after midnight is one night."""
    for look in looks:
        if look.case_id is not None and (look.at.hour >= limits.night_from or look.at.hour < limits.night_until):
            began = look.at - timedelta(hours=limits.night_until)
            yield Found(Unusual.AT_NIGHT, f"night {began:%Y-%m-%d}", (look.number,))


def surname_of(name: str) -> str:
    """The last word of somebody's name as their account has it."""
    words = name.split()
    return words[-1] if words else ""


def check_close(*, closed: bool, reason: str) -> None:
    if closed:
        raise Refusal(_("Somebody has closed this alert already. Open it again to read why."))
    if len(reason.strip()) < SHORTEST_REASON:
        raise Refusal(_("Say in a few words what you found out, and from whom."), field="reason")


def why_open(
    *, restricted_reason: str, role_name: str, works_on_all: bool, seats: Collection[str], in_emergency: bool = False
) -> list[str]:
    """On what grounds somebody could open a case then: named for a restricted one, by role, by a seat of their agency,
    or by one of their own for an emergency."""
    if restricted_reason:
        return [restricted_reason]
    if works_on_all:
        return [role_name]
    return sorted(seats) or ([_("Opened in an emergency")] if in_emergency else [])
