"""What the figures are added up from: so many, out of so many, on a day in a MARAC. No case is named in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Min, Q, QuerySet

from marac.actions.models import Action
from marac.attendance.models import Attendance
from marac.flags.models import Flag
from marac.meetings.models import AgendaItem, ListSent, Meeting
from marac.minutes.models import Issue
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
    """Each source asks once for the whole span."""
    for source in (_cases, _waits, _referrals, _research, _attendance, _minutes, _actions, _flags):
        yield from source(span)


def _cases(span: Span) -> Iterator[Observation]:
    """By the rules of the return, so that both give the same numbers."""
    heard = AgendaItem.objects.filter(meeting__in=span.meetings(), state=AgendaItem.State.HEARD)
    heard = heard.select_related("case", "meeting", "referral").defer("referral__content", "referral__reading")
    shares = {
        "repeats": "D",
        "police": "G",
        "minoritised": "U",
        "lgbt": "V",
        "disabled": "W",
        "male": "X",
        "sixteen_or_seventeen": "Y",
    }
    for row in discussed(heard):
        place = (row.item.meeting.marac_id, row.item.meeting.held_on)
        counted = counted_in(row.counted)
        yield Observation(*place, "cases", Measure(1))
        yield Observation(*place, "children", Measure(counted["E"] or 0, 1))
        for key, letter in shares.items():
            number = counted[letter]
            yield Observation(*place, key, Measure(number or 0, 0 if number is None else 1))


def _waits(span: Span) -> Iterator[Observation]:
    listed = AgendaItem.objects.filter(meeting__in=span.meetings())
    rows = listed.values_list("meeting__marac", "meeting__held_on", "state", "referral__received_on")
    for marac_id, held_on, state, received_on in rows:
        put_off = int(state == AgendaItem.State.DEFERRED)
        yield Observation(marac_id, held_on, "deferred", Measure(put_off, 1))
        if state == AgendaItem.State.HEARD and received_on is not None:
            yield Observation(marac_id, held_on, "waited", Measure((held_on - received_on).days, 1))


def _referrals(span: Span) -> Iterator[Observation]:
    days = (span.first_on, span.last_on)
    received = Referral.objects.filter(marac__in=span.marac_ids, received_on__range=days)
    refused = Q(state=Referral.State.NOT_MET)
    decided = Q(state__in=(Referral.State.ACCEPTED, Referral.State.NOT_MET))
    rows = received.order_by().values("marac", "received_on")
    rows = rows.annotate(number=Count("pk"), decided=Count("pk", filter=decided), refused=Count("pk", filter=refused))
    for row in rows:
        yield Observation(row["marac"], row["received_on"], "referrals", Measure(row["number"]))
        yield Observation(row["marac"], row["received_on"], "refused", Measure(row["refused"], row["decided"]))


def _by_meeting(rows: QuerySet, **counts: Q) -> Iterable[dict]:
    """One row a meeting, with how many rows fit each condition."""
    named = rows.order_by().values(marac=F("item__meeting__marac"), on=F("item__meeting__held_on"))
    return named.annotate(all=Count("pk"), **{name: Count("pk", filter=wanted) for name, wanted in counts.items()})


def _research(span: Span) -> Iterator[Observation]:
    asked = Request.objects.filter(item__meeting__in=span.meetings())
    in_time, never = Q(answered_on__lte=F("due_on")), Q(answered_on=None)
    for row in _by_meeting(asked, in_time=in_time, never=never):
        yield Observation(row["marac"], row["on"], "research_in_time", Measure(row["in_time"], row["all"]))
        yield Observation(row["marac"], row["on"], "research_never", Measure(row["never"], row["all"]))


def _attendance(span: Span) -> Iterator[Observation]:
    """Of the agencies that were sent the list, those that had somebody there."""
    there = Attendance.objects.filter(meeting__in=span.meetings(), presence=Attendance.Presence.PRESENT)
    came = set(there.values_list("meeting", "agency"))
    sent = ListSent.objects.filter(meeting__in=span.meetings())
    for meeting_id, marac_id, on, agency_id in sent.values_list(
        "meeting", "meeting__marac", "meeting__held_on", "agency"
    ):
        yield Observation(marac_id, on, "attended", Measure(int((meeting_id, agency_id) in came), 1))


def _minutes(span: Span) -> Iterator[Observation]:
    """Of the meetings whose minutes are due, those whose first issue went out by the day."""
    due = span.meetings().filter(minutes_on__lt=span.today)
    first = dict(
        Issue.objects.filter(meeting__in=due).order_by().values_list("meeting").annotate(first=Min("issued_on"))
    )
    for pk, marac_id, held_on, minutes_on in due.values_list("pk", "marac", "held_on", "minutes_on"):
        issued_on = first.get(pk)
        in_time = issued_on is not None and issued_on <= minutes_on
        yield Observation(marac_id, held_on, "minutes_in_time", Measure(int(in_time), 1))


def _actions(span: Span) -> Iterator[Observation]:
    agreed = Action.objects.filter(item__meeting__in=span.meetings())
    rows = _by_meeting(
        agreed,
        due=Q(due_on__lt=span.today),
        in_time=Q(due_on__lt=span.today, state="complete", reported_on__lte=F("due_on")),
        undone=Q(due_on__lt=span.today, state="not_done"),
        overdue=Q(due_on__lt=span.today, state="open"),
    )
    for row in rows:
        yield Observation(row["marac"], row["on"], "actions", Measure(row["all"]))
        for key in ("in_time", "undone", "overdue"):
            yield Observation(row["marac"], row["on"], f"actions_{key}", Measure(row[key], row["due"]))


def _flags(span: Span) -> Iterator[Observation]:
    asked = Flag.objects.filter(case__marac__in=span.marac_ids, asked_on__range=(span.first_on, span.last_on))
    due = asked.filter(confirm_by_on__lt=span.today).order_by().values(marac=F("case__marac"), on=F("asked_on"))
    in_time = Count("pk", filter=Q(confirmed_on__lte=F("confirm_by_on")))
    for row in due.annotate(all=Count("pk"), in_time=in_time):
        yield Observation(row["marac"], row["on"], "flags_in_time", Measure(row["in_time"], row["all"]))
