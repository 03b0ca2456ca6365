"""Who may open a case, in plain Python, written from the papers and from nothing of the product (no import of it).

Papers: the domain's roles and what each sees (marac.md 1.2), and R4, R6, R9 and R12 of the security paper.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

SEE_EVERY_CASE_OF_THEIR_MARAC = {"coordinator", "administrator", "chair"}
SEE_CASES_BY_A_SEAT = {"representative", "idva"}
# A referrer follows their own referral and their agency's actions, without a way into the case; the steering group has
# figures, and the data protection contact has the reasons of those who opened a case in an emergency.
SEE_NO_CASE = {"referrer", "steering", "data_protection"}

REVIEW_EMERGENCIES = {"coordinator", "chair", "data_protection"}


@dataclass(frozen=True)
class Span:
    """Both days are among it; without an end it lasts."""

    first: date
    last: date | None = None

    def holds(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class Someone:
    """One person in one role for one agency; `areas` are the MARACs where they hold it, and when."""

    name: str
    role: str
    agency: str
    areas: dict[str, Span]


@dataclass(frozen=True)
class Paper:
    """A case as the papers know it: `seats` by agency, `readers` by person; `emergency` opened it so just now."""

    area: str
    restricted: bool = False
    seats: tuple[tuple[str, Span], ...] = ()
    readers: tuple[tuple[str, Span], ...] = ()
    barred: frozenset[str] = frozenset()
    emergency: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Quarrel:
    """Of two people each is said to harm the other. `harms` names whoever was found to do the harm, if one was."""

    one: str
    other: str
    harms: str = ""


@dataclass(frozen=True)
class Acting:
    """An agency, or one worker of it, supports somebody. What only the agency says of itself is not confirmed."""

    person: str
    agency: str
    worker: str | None
    confirmed: bool
    span: Span


def kept_from(who: Someone, quarrels: Iterable[Quarrel], acting: Iterable[Acting], day: date) -> set[str]:
    """The people whose safety would be at risk if this worker were told where they are."""
    now = [each for each in acting if each.span.holds(day)]
    found = set()
    for quarrel in quarrels:
        for one, other in ((quarrel.one, quarrel.other), (quarrel.other, quarrel.one)):
            if one != quarrel.harms and _works_against(who, one, other, now):
                found.add(one)
    return found


def _works_against(who: Someone, one: str, other: str, acting: list[Acting]) -> bool:
    """In the order of the papers: who is named for the other; the office, which has to decide; who is named for the
    one; the colleagues of whoever acts for the other; and an adviser of whom nobody knows for whom they act."""
    if any(each.person == other and each.worker == who.name for each in acting):
        return True
    if who.role in SEE_EVERY_CASE_OF_THEIR_MARAC:
        return False
    if any(each.person == one and each.worker == who.name and each.confirmed for each in acting):
        return False
    if any(each.person == other and each.agency == who.agency for each in acting):
        return True
    return who.role == "idva" and not any(
        each.person == one and each.agency == who.agency and each.confirmed for each in acting
    )


def kept_with(who: Someone, kept: set[str], cases: Iterable[set[str]], acting: Iterable[Acting], day: date) -> set[str]:
    """And everybody in a case with them, a child above all, but those for whom the worker acts."""
    now = [each for each in acting if each.span.holds(day) and each.confirmed]
    own = {each.person for each in now if each.agency == who.agency or each.worker == who.name}
    return kept | {person for people in cases if people & kept for person in people - own}


def may_review(who: Someone, case: Paper, day: date) -> bool:
    """Whether they are told of a case by its number that somebody else opened in an emergency."""
    belongs_here = case.area in who.areas and who.areas[case.area].holds(day)
    named = any(name == who.name and span.holds(day) for name, span in case.readers)
    judges = who.role in REVIEW_EMERGENCIES and who.name not in case.barred
    return belongs_here and judges and (named or not case.restricted)


def may_open(who: Someone, case: Paper, day: date) -> bool:
    """In the order in which the papers shut the door; only then what opens it."""
    works_on_cases = who.role in SEE_EVERY_CASE_OF_THEIR_MARAC | SEE_CASES_BY_A_SEAT
    belongs_here = case.area in who.areas and who.areas[case.area].holds(day)
    if not works_on_cases or not belongs_here or who.name in case.barred:
        return False
    if any(name == who.name and span.holds(day) for name, span in case.readers):
        return True
    if case.restricted:
        return False
    if who.role in SEE_EVERY_CASE_OF_THEIR_MARAC or who.name in case.emergency:
        return True
    return any(agency == who.agency and span.holds(day) for agency, span in case.seats)
