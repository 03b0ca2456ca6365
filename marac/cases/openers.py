"""Whom some cases are open to: which of them each agency has a seat on, and what shuts some of those to a person."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from marac.access.wall import lifted
from marac.accounts.models import Membership
from marac.cases.models import Barred, Case, CaseAccess, NamedReader
from marac.cases.together import together, wanted


@dataclass(frozen=True)
class Openers:
    """Agency to the cases it has a seat on; person to those that they are barred from, or named for. `working` says for
    which agencies the named work."""

    seats: Mapping[int, set[int]]
    barred: Mapping[int, set[int]]
    restricted: set[int]
    named: Mapping[int, set[int]]
    working: Mapping[int, set[int]]

    def opens(self, agency: int, user: int) -> set[int]:
        """What somebody opens by the seat of the agency."""
        shut = self.barred.get(user, set()) | (self.restricted - self.named.get(user, set()))
        return self.seats.get(agency, set()) - shut

    def kept_from(self, agency: int) -> set[int]:
        """The restricted ones for which nobody who works there is named: the agency may not know of them."""
        return self.restricted.difference(*(self.named.get(user, set()) for user in self.working.get(agency, set())))


@lifted()
def openers_of(cases: Collection[int], on: date) -> Openers:
    """Asked for the whole of a meeting, whatever the asker may see: what it gives back names nobody in a case."""
    seats = CaseAccess.objects.in_force(on).filter(case__in=cases).values_list("agency", "case")
    shut, kept = together(
        wanted(Barred.objects.filter(case__in=cases), "user_id", "case_id"),
        wanted(Case.objects.filter(pk__in=cases, restricted=True)),
    )
    named = NamedReader.objects.in_force(on).filter(case__in=cases)
    restricted = {each.pk for each in kept}
    by_user = by(named.values_list("user", "case")) if restricted else {}
    working = Membership.objects.in_force(on).filter(user__in=list(by_user)).values_list("agency", "user")
    return Openers(
        by(seats),
        by((each.user_id, each.case_id) for each in shut),
        restricted,
        by_user,
        by(working) if by_user else {},
    )


def by(pairs: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for key, value in pairs:
        found.setdefault(key, set()).add(value)
    return found
