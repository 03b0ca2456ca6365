"""Who may open a case, in plain Python, written from the papers and from nothing of the product (no import of it).

Papers: the domain's roles and what each sees (marac.md 1.2), and R4, R6, R9 and R12 of the security paper.
"""

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
