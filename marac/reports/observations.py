"""What the figures are added up from: so many, out of so many, on a day in a MARAC. No case is named in it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet, Value

from marac.actions.models import Action
from marac.attendance.models import Attendance
from marac.flags.models import Flag
from marac.meetings.models import AgendaItem, ListSent, Meeting
from marac.referrals.models import Referral
from marac.reports.queries import HELD, discussed
from marac.reports.rules import counted_in
from marac.reports.suppression import Measure
from marac.research.models import Request


@dataclass(frozen=True)
class Observation:
    marac_id: int
    on: date
    key: str
    measure: Measure


@dataclass(frozen=True)
class Span:
    """The MARACs that are asked about, from the first day to the last, as it stands today."""

    marac_ids: frozenset[int]
    first_on: date
    last_on: date
    today: date

    def meetings(self) -> QuerySet[Meeting]:
        """Those held, whoever asks: a figure that leaves cases out is wrong, and it names none."""
        days = (self.first_on, min(self.last_on, self.today))
        return Meeting.objects.filter(marac__in=self.marac_ids, state__in=HELD, held_on__range=days)


def observe(span: Span) -> Iterator[Observation]:
    """Each source asks once for the whole span; those that only count ask together."""
    for source in (_listed, _attendance, _minutes, _counted):
        yield from source(span)


def _listed(span: Span) -> Iterator[Observation]:
    listed = AgendaItem.objects.filter(meeting__in=span.meetings()).marked_again()
    listed = listed.select_related("case", "meeting", "referral")
    items = list(listed.defer("referral__content", "referral__reading"))
    for item in items:
        place = (item.meeting.marac_id, item.meeting.held_on)
        yield Observation(*place, "deferred", Measure(int(item.state == AgendaItem.State.DEFERRED), 1))
    yield from _heard([item for item in items if item.state == AgendaItem.State.HEARD and not item.again])


def _heard(items: list[AgendaItem]) -> Iterator[Observation]:
    """By the rules of the return, so that both give the same numbers."""
    shares = {
        "repeats": "D",
        "police": "G",
        "minoritised": "U",
        "lgbt": "V",
        "disabled": "W",
        "male": "X",
        "sixteen_or_seventeen": "Y",
    }
    for row in discussed(items):
        held_on, received_on = row.item.meeting.held_on, row.item.referral.received_on
        place = (row.item.meeting.marac_id, held_on)
        counted = counted_in(row.counted)
        yield Observation(*place, "cases", Measure(1))
        yield Observation(*place, "children", Measure(counted["E"] or 0, 1))
        if received_on is not None:
            yield Observation(*place, "waited", Measure((held_on - received_on).days, 1))
        for key, letter in shares.items():
            number = counted[letter]
            yield Observation(*place, key, Measure(number or 0, 0 if number is None else 1))


def _attendance(span: Span) -> Iterator[Observation]:
    """Of the agencies that were sent the list, those that had somebody there."""
    there = Attendance.objects.filter(
        meeting=OuterRef("meeting"), agency=OuterRef("agency"), presence=Attendance.Presence.PRESENT
    )
    sent = ListSent.objects.in_force().filter(meeting__in=span.meetings()).annotate(came=Exists(there))
    for marac_id, on, came in sent.values_list("meeting__marac", "meeting__held_on", "came"):
        yield Observation(marac_id, on, "attended", Measure(int(came), 1))


def _minutes(span: Span) -> Iterator[Observation]:
    """Of the meetings whose minutes are due, those whose first issue went out by the day."""
    due = span.meetings().filter(minutes_on__lt=span.today).order_by().annotate(first=Min("issues__issued_on"))
    for marac_id, held_on, minutes_on, issued_on in due.values_list("marac", "held_on", "minutes_on", "first"):
        in_time = issued_on is not None and issued_on <= minutes_on
        yield Observation(marac_id, held_on, "minutes_in_time", Measure(int(in_time), 1))


def _counted(span: Span) -> Iterator[Observation]:
    """From each source a row a MARAC and day, with all that there were and how many of them fit each condition."""
    sources = {"referrals": _referrals, "research": _research, "actions": _actions, "flags": _flags}
    parts = [rows(span).annotate(source=Value(name)).values_list("source", *COUNTS) for name, rows in sources.items()]
    for source, marac_id, on, number, *fitting in parts[0].union(*parts[1:], all=True):
        for key, measure in MEASURES[source](number, *fitting):
            yield Observation(marac_id, on, key, measure)


COUNTS = ("of_marac", "of_day", "number", "first", "second", "third", "fourth")
MEASURES: Mapping[str, Callable[..., list[tuple[str, Measure]]]] = {
    "referrals": lambda number, decided, refused, *_none: [
        ("referrals", Measure(number)),
        ("refused", Measure(refused, decided)),
    ],
    "research": lambda number, in_time, never, *_none: [
        ("research_in_time", Measure(in_time, number)),
        ("research_never", Measure(never, number)),
    ],
    "actions": lambda number, due, in_time, undone, overdue: [
        ("actions", Measure(number)),
        ("actions_in_time", Measure(in_time, due)),
        ("actions_undone", Measure(undone, due)),
        ("actions_overdue", Measure(overdue, due)),
    ],
    "flags": lambda number, in_time, *_none: [("flags_in_time", Measure(in_time, number))],
}
NOTHING = Q(pk__in=())


def _by_day(rows: QuerySet, marac: str, on: str, *fitting: Q) -> QuerySet:
    wanted = dict(zip(COUNTS[3:], [*fitting, NOTHING, NOTHING, NOTHING, NOTHING], strict=False))
    named = rows.order_by().values(of_marac=F(marac), of_day=F(on))
    return named.annotate(number=Count("pk"), **{name: Count("pk", filter=each) for name, each in wanted.items()})


def _referrals(span: Span) -> QuerySet:
    received = Referral.objects.filter(marac__in=span.marac_ids, received_on__range=(span.first_on, span.last_on))
    decided = Q(state__in=(Referral.State.ACCEPTED, Referral.State.NOT_MET))
    return _by_day(received, "marac", "received_on", decided, Q(state=Referral.State.NOT_MET))


def _research(span: Span) -> QuerySet:
    asked = Request.objects.filter(item__meeting__in=span.meetings())
    return _by_day(asked, *OF_A_MEETING, Q(answered_on__lte=F("due_on")), Q(answered_on=None))


OF_A_MEETING = ("item__meeting__marac", "item__meeting__held_on")


def _actions(span: Span) -> QuerySet:
    agreed = Action.objects.filter(item__meeting__in=span.meetings())
    due = Q(due_on__lt=span.today)
    in_time = due & Q(state="complete", reported_on__lte=F("due_on"))
    return _by_day(agreed, *OF_A_MEETING, due, in_time, due & Q(state="not_done"), due & Q(state="open"))


def _flags(span: Span) -> QuerySet:
    asked = Flag.objects.filter(case__marac__in=span.marac_ids, asked_on__range=(span.first_on, span.last_on))
    due = asked.filter(confirm_by_on__lt=span.today)
    return _by_day(due, "case__marac", "asked_on", Q(confirmed_on__lte=F("confirm_by_on")))
