"""Years of invented cases, written in bulk: a meeting's cases in one operation, so that it can go on to a nation."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from random import Random

from django.db.models import Model

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import operation, record
from marac.cases.models import Case, CaseAccess
from marac.demo.people import REPEAT, referral_content
from marac.directory.models import Agency, Marac, PanelSeat
from marac.directory.profile import Profile
from marac.intake.people import Mentioned, people_in
from marac.kernel.workdays import add_months
from marac.matching.keys import search_keys
from marac.meetings.models import AgendaItem, Meeting
from marac.meetings.rules import meeting_dates, year_of_meetings
from marac.people.models import Address, OtherName, Party, Person, Phone, SearchKey
from marac.referrals.models import Referral


@dataclass(frozen=True)
class HistoryMade:
    """A meeting of the invented past, with this many cases."""

    marac_id: int
    held_on: date
    cases: int


@dataclass
class Past:
    """One MARAC's invented past as it grows: who may refer, and the cases of the last year that may come back."""

    marac: Marac
    profile: Profile
    holidays: frozenset[date]
    seats: list[PanelSeat]
    chance: Random
    recent: dict[int, tuple[Case, date]] = field(default_factory=dict)
    numbers: dict[int, int] = field(default_factory=dict)

    def next_reference(self, on: date) -> str:
        self.numbers[on.year] = self.numbers.get(on.year, 0) + 1
        return f"{self.marac.prefix}/{on:%y}/{self.numbers[on.year]:04d}"


def make_history(
    viewer: Viewer, past: Past, *, since: date, until: date, cases: int, say: Callable[[str], None]
) -> None:
    """Fortnightly meetings from `since` to the day before `until`, with about `cases` cases each."""
    years = [since]
    while add_months(years[-1], 12) < until:
        years.append(add_months(years[-1], 12))
    for first, last in zip(years, [*years[1:], until], strict=True):
        days = year_of_meetings(_weekday(first), last - timedelta(days=1), past.holidays, every_weeks=2)
        for day in days:
            make_meeting(viewer=viewer, past=past, held_on=day.on, cases=max(1, round(past.chance.gauss(cases, 3))))
        say(f"{past.marac.name}: {first.year}, {len(days)} meetings")


@operation(needs=Permission.DO_DUE_WORK)
def make_meeting(*, viewer: Viewer, past: Past, held_on: date, cases: int) -> Meeting:
    dates = meeting_dates(held_on, past.profile, past.holidays)
    meeting = Meeting(
        marac=past.marac,
        held_on=held_on,
        starts_at=time(9, 30),
        state=Meeting.State.MINUTED,
        list_sent_on=dates.list_on,
        **vars(dates),
    )
    meeting.save()
    past.recent = {pk: kept for pk, kept in past.recent.items() if kept[1] > held_on - timedelta(days=365)}
    again = min(len(past.recent), sum(past.chance.random() < REPEAT for _each in range(cases)))
    returning = [case for case, _day in past.chance.sample(list(past.recent.values()), again)]
    referred_on = dates.cut_off_on - timedelta(days=past.chance.randrange(1, 12))
    new = [_new_case(past, referred_on) for _each in range(cases - len(returning))]
    Case.objects.bulk_create([case for case, _people, _seat in new])
    _write_people(new)
    _write_seats(past, [case for case, _people, _seat in new], referred_on)
    listed = [(case, seat, Referral.Kind.NEW) for case, _people, seat in new]
    listed += [(case, past.chance.choice(past.seats), Referral.Kind.REPEAT) for case in returning]
    _write_listing(past, meeting, listed, referred_on)
    past.recent |= {case.pk: (case, held_on) for case, _seat, _kind in listed}
    record(HistoryMade(marac_id=past.marac.pk, held_on=held_on, cases=len(listed)))
    return meeting


def _new_case(past: Past, on: date) -> tuple[Case, list[Mentioned], PanelSeat]:
    seat = past.chance.choices(past.seats, weights=[_share(seat) for seat in past.seats])[0]
    content = referral_content(past.chance, area=past.marac.name, agency=seat.agency.name, on=on)
    case = Case(marac=past.marac, reference=past.next_reference(on), opened_on=on)
    return case, people_in(content, today=on), seat


def _share(seat: PanelSeat) -> float:
    """Police make 64 referrals in 100 nationally (SafeLives, year to September 2024); the rest is shared out."""
    return 20.0 if seat.return_group == "police" else 1.0


def _write_people(new: list[tuple[Case, list[Mentioned], PanelSeat]]) -> None:
    named = [(case, each, Person(marac=case.marac, **each.person)) for case, people, _seat in new for each in people]
    Person.objects.bulk_create([person for _case, _each, person in named])
    rows: dict[type[Model], list[Model]] = {Party: [], Address: [], Phone: [], OtherName: [], SearchKey: []}
    for case, each, person in named:
        rows[Party].append(Party(case=case, person=person, role=each.role, **each.party))
        rows[OtherName] += [OtherName(person=person, text=text) for text in each.other_names]
        rows[Address] += [Address(person=person, **vars(home)) for home in each.homes]
        rows[Phone] += [
            Phone(person=person, number=n.number, whose=n.whose, note=n.note, **n.safe) for n in each.numbers
        ]
        rows[SearchKey] += [SearchKey(person=person, value=value) for value in _keys(each)]
    for model, made in rows.items():
        model.objects.bulk_create(made)


def _keys(each: Mentioned) -> frozenset[str]:
    known = each.description
    return search_keys(
        known.surname, known.forenames, known.other_names, known.born_exact, known.postcodes, known.phones
    )


def _write_seats(past: Past, cases: list[Case], on: date) -> None:
    until = add_months(on, past.profile.flag_months)
    agencies: list[Agency] = [seat.agency for seat in past.seats]
    CaseAccess.objects.bulk_create(
        [
            CaseAccess(case=case, agency=agency, basis=CaseAccess.Basis.PANEL, from_on=on, until_on=until)
            for case in cases
            for agency in agencies
        ]
    )


def _write_listing(past: Past, meeting: Meeting, listed: list[tuple[Case, PanelSeat, str]], on: date) -> None:
    referrals = [
        Referral(
            marac=past.marac,
            agency=seat.agency,
            return_group=seat.return_group,
            case=case,
            state=Referral.State.ACCEPTED,
            kind=kind,
            referred_on=on,
            received_on=on,
            decided_on=on,
            decided_by="OpenMARAC",
            decision_reason="Invented",
        )
        for case, seat, kind in listed
    ]
    Referral.objects.bulk_create(referrals)
    AgendaItem.objects.bulk_create(
        [
            AgendaItem(
                meeting=meeting,
                case=referral.case,
                referral=referral,
                position=position,
                minutes=past.profile.minutes_a_case,
                state=AgendaItem.State.HEARD,
            )
            for position, referral in enumerate(referrals, start=1)
        ]
    )


def _weekday(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() >= 5 else day
