"""A small MARAC with meetings that heard cases: what the tests of the return stand on."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from marac.access.roles import Permission
from marac.audit.operation import operation, record
from marac.cases.models import Case
from marac.directory.models import Marac
from marac.meetings.models import AgendaItem, Meeting
from marac.people.models import Party, Person
from marac.referrals.models import Referral
from tests import make

QUARTER = "2025Q4"
HELD = date(2025, 11, 12)


@dataclass(frozen=True)
class WorldMade:
    what: str


@operation(needs=Permission.DO_DUE_WORK)
def _saved(*, viewer: Any, row: Any) -> Any:
    row.save()
    record(WorldMade(what=type(row).__name__))
    return row


def saved(row: Any) -> Any:
    return _saved(viewer=make.system(), row=row)


def meeting(marac: Marac, held_on: date = HELD, *, state: str = "held", starts_at: time = time(9, 30)) -> Meeting:
    steps = ("cut_off_on", "list_on", "research_on", "papers_on", "action_list_on", "minutes_on")
    dates = dict.fromkeys(steps, held_on)
    return saved(Meeting(marac=marac, held_on=held_on, starts_at=starts_at, state=state, **dates))


def heard(
    at: Meeting,
    *,
    case: Case | None = None,
    kind: str = "new",
    source: str = "police",
    children: int = 0,
    state: str = "heard",
    perpetrators: tuple[date | None, ...] = (),
    born: date | None = None,
    **victim: Any,
) -> AgendaItem:
    """A case on the list of a meeting, with its victim as told, children in the household and perpetrators."""
    if case is None:
        case = make.case(marac=at.marac, opened_on=date(2025, 10, 1))
        party(case, "victim", born, **victim)
        for _each in range(children):
            party(case, "child", date(2018, 5, 6), in_household=True)
        for each in perpetrators:
            party(case, "perpetrator", each)
    referral = saved(Referral(marac=at.marac, case=case, kind=kind, return_group=source, state="accepted"))
    position = at.items.count() + 1
    row = AgendaItem(meeting=at, case=case, referral=referral, position=position, minutes=12, state=state)
    return saved(row)


def party(case: Case, role: str, born: date | None = None, **about: Any) -> Party:
    of_party = {name: about.pop(name) for name in ("in_household", "unborn") if name in about}
    precision = "exact" if born else "unknown"
    person = Person(marac=case.marac, born_from=born, born_until=born, born_precision=precision, **about)
    return saved(Party(case=case, person=saved(person), role=role, **of_party))
