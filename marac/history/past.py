"""What an invented MARAC remembers while its past is written: who sits on it, and its open cases."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from marac.cases.models import Case
from marac.directory.models import Marac, PanelSeat, ReturnGroup
from marac.directory.profile import Profile
from marac.directory.queries import holidays_of, profile_on, seats_on
from marac.flags.models import Flag
from marac.invented.county import PEOPLE
from marac.invented.people import invented_name
from marac.invented.telling import Telling, telling_of
from marac.kernel.workdays import add_workdays
from marac.meetings.models import AgendaItem
from marac.people.models import Person
from marac.referrals.models import Referral


@dataclass
class Life:
    """A case from its first meeting until its flags are off: what was last told of it, and flags not yet written."""

    case: Case
    content: dict[str, Any]
    heard_on: date
    flags_end_on: date
    flags: list[Flag] = field(default_factory=list)
    acting: set[int] = field(default_factory=set)


@dataclass
class Listing:
    """A case on the list of one meeting. `found` holds what may be said of it there: a seat and a finding."""

    life: Life
    referral: Referral
    telling: Telling
    item: AgendaItem | None = None
    found: list[tuple[PanelSeat, Any]] = field(default_factory=list)

    @property
    def heard(self) -> bool:
        return self.item is not None and self.item.state == AgendaItem.State.HEARD

    @property
    def place(self) -> AgendaItem:
        assert self.item is not None, "the case has been listed"
        return self.item


@dataclass
class Past:
    """One MARAC's invented past as it grows. `staff` has the representative and the deputy of each agency."""

    marac: Marac
    profile: Profile
    holidays: frozenset[date]
    seats: list[PanelSeat]
    chance: Random
    today: date
    staff: dict[int, tuple[str, str]]
    office: dict[str, str]
    lives: dict[int, Life] = field(default_factory=dict)
    deferred: list[Listing] = field(default_factory=list)
    perpetrators: list[tuple[Person, dict[str, Any]]] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)
    ended: list[Life] = field(default_factory=list)

    def next_reference(self, on: date) -> str:
        self.numbers[on.year] = self.numbers.get(on.year, 0) + 1
        return f"{self.marac.prefix}/{on:%y}/{self.numbers[on.year]:04d}"

    def tell(self, content: dict[str, Any]) -> Telling:
        return telling_of(self.chance, content, self.adviser)

    @property
    def adviser(self) -> str:
        seats = [seat for seat in self.seats if seat.is_adviser_service]
        return self.staff[seats[0].agency_id][0] if seats else "The adviser"

    @property
    def panel(self) -> list[PanelSeat]:
        """Those who are asked about every case."""
        return [seat for seat in self.seats if seat.standing == PanelSeat.Standing.CORE]

    def workday(self, day: date, days: int) -> date:
        return add_workdays(day, days, self.holidays)

    def until_today(self, day: date) -> date | None:
        """The day if it has come, else nothing: what would be done later is not done yet."""
        return day if day <= self.today else None


def begin_past(marac: Marac, chance: Random, today: date) -> Past:
    profile = profile_on(marac.pk, today)
    seats = list(seats_on(marac.pk, today))
    accounts = {agency: name for _account, name, role, agency in PEOPLE if role.value in ("representative", "idva")}
    staff = {
        seat.agency_id: (accounts.get(seat.agency.name) or invented_name(chance), invented_name(chance))
        for seat in seats
    }
    office = {account: name for account, name, _role, _agency in PEOPLE}
    return Past(
        marac=marac,
        profile=profile,
        holidays=holidays_of(profile),
        seats=seats,
        chance=chance,
        today=today,
        staff=staff,
        office=office,
    )


def group_of(seat: PanelSeat) -> str:
    return seat.return_group if seat.return_group in ReturnGroup.values else ReturnGroup.OTHER.value


def some_days(chance: Random, least: int, most: int) -> timedelta:
    return timedelta(days=chance.randrange(least, most + 1))
