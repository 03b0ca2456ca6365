"""Sending an issue of the case list to those for whom something differs, reminding them, and that they opened it."""

from collections.abc import Sequence
from dataclasses import dataclass

from marac.access.requires import Unseen
from marac.access.roles import Permission
from marac.access.viewer import Viewer, the_system
from marac.audit.operation import lock, operation, record
from marac.caselists import rules
from marac.directory.models import Agency
from marac.kernel.issues import Row
from marac.mail.queries import people_to_tell
from marac.mail.rules import Kind
from marac.meetings.issues import Due, Hands, difference, in_hands
from marac.meetings.models import AgendaItem, ListSent, Meeting
from marac.meetings.notices import tell
from marac.meetings.operations import seat_who_joined_since
from marac.meetings.rules import check_can_send


@dataclass(frozen=True)
class CaseListSent:
    """`numbers` are those of the issues, in the order of the agencies."""

    meeting_id: int
    agency_ids: list[int]
    numbers: list[int]


@dataclass(frozen=True)
class CaseListOpened:
    meeting_id: int
    agency_id: int
    number: int


@dataclass(frozen=True)
class OpeningAskedAgain:
    meeting_id: int
    agency_ids: list[int]


@operation(needs=Permission.PLAN_MEETINGS)
def send_list(*, viewer: Viewer, meeting: Meeting, shown: str | None = None) -> list[ListSent]:
    """The next issue to each agency for which it differs from what it has, or that has none; no other is troubled.

    `shown` is the mark of what the page said was due, where it was pressed on a page.
    """
    meeting = lock(Meeting, viewer, meeting.pk, "marac")
    listed = meeting.items.filter(state__in=AgendaItem.RESEARCHED).count()
    check_can_send(meeting.state, listed, first=meeting.list_sent_on is None)
    now = in_hands(viewer, meeting).mark
    seat_who_joined_since(viewer, meeting)
    hands = in_hands(the_system(viewer.today), meeting)
    rules.check_due(agencies=len(hands.in_force) + len(hands.due), due=len(hands.due))
    if shown is not None:
        rules.check_shown(shown, now)
    sent = [issue_to(viewer, meeting, each.agency, each.cases, each.number) for each in hands.due]
    meeting.state, meeting.list_sent_on = Meeting.State.LISTED, meeting.list_sent_on or viewer.today
    meeting.save()
    _tell(viewer, meeting, hands)
    numbers = [each.number for each in sent]
    record(CaseListSent(meeting_id=meeting.pk, agency_ids=[each.agency_id for each in sent], numbers=numbers))
    return sent


def issue_to(viewer: Viewer, meeting: Meeting, agency: Agency, cases: Sequence[Row], number: int = 1) -> ListSent:
    """To be called inside the operation that sends it."""
    sent = ListSent(meeting=meeting, agency=agency, number=number, cases=list(cases))
    sent.for_day, sent.for_time = meeting.held_on, meeting.starts_at
    sent.sent_on, sent.sent_by = viewer.today, viewer.name
    sent.save()
    return sent


def _tell(viewer: Viewer, meeting: Meeting, hands: Hands) -> None:
    """Of a first issue that it waits; of a later one, too, how many cases it changed of those that they may open."""
    first = [each.agency for each in hands.due if each.last is None]
    if first:
        tell(viewer=viewer, kind=Kind.CASE_LIST, meeting=meeting, agencies=first)
    again = [each for each in hands.due if each.last is not None]
    if again:
        agencies = [each.agency for each in again]
        people = people_to_tell(meeting.marac_id, agencies, Kind.CASE_LIST, None, viewer.today)
        said = {
            (each.agency.pk, user.pk): numbers
            for each in again
            for user in people.get(each.agency.pk, [])
            if (numbers := _numbers(each, hands.openers.opens(each.agency.pk, user.pk)))
        }
        tell(viewer=viewer, kind=Kind.CASE_LIST, meeting=meeting, agencies=agencies, said=said)


def _numbers(due: Due, opened: set[int]) -> dict[str, int]:
    """Nothing where nothing differs for whoever opens these cases: a number would tell of the others."""
    assert due.last is not None
    since = difference(due.last, due.cases, opened)
    if since.is_same and not due.another_time:
        return {}
    changed = {"new": len(since.new), "gone": len(since.gone), "moved": len(since.moved)}
    return {"number": due.number, "replaces": due.last.number, "another_time": int(due.another_time), **changed}


@operation(needs=Permission.PLAN_MEETINGS)
def remind(*, viewer: Viewer, meeting: Meeting) -> list[ListSent]:
    """Once a day, everybody at the agencies of which nobody has opened the issue in force; not those that have left."""
    meeting = lock(Meeting, viewer, meeting.pk, "marac")
    hands = in_hands(the_system(viewer.today), meeting)
    unopened = [each for each in hands.in_force.values() if each.opened_on is None and each.agency not in hands.left]
    waiting = [each for each in unopened if viewer.today not in (each.reminded_on, each.sent_on)]
    rules.check_remind(meeting_state=meeting.state, unopened=len(unopened), not_reminded=len(waiting))
    for each in waiting:
        each.reminded_on = viewer.today
        each.save()
    tell(viewer=viewer, kind=Kind.CASE_LIST, meeting=meeting, agencies=[each.agency for each in waiting])
    record(OpeningAskedAgain(meeting_id=meeting.pk, agency_ids=[each.agency_id for each in waiting]))
    return waiting


@operation(needs=Permission.SEE_MEETINGS)
def open_list(*, viewer: Viewer, meeting: Meeting, number: int | None = None) -> ListSent:
    """Somebody at an agency opened the issue of that number, or else the one in force; the first of them is kept."""
    meeting = lock(Meeting, viewer, meeting.pk)
    found = ListSent.objects.select_for_update().filter(meeting=meeting, agency=viewer.agency_id)
    sent = (found.filter(number=number) if number else found).order_by("-number").first()
    if sent is None:
        raise Unseen
    if sent.opened_on is None:
        sent.opened_on, sent.opened_by = viewer.today, viewer.name
        sent.save()
    record(CaseListOpened(meeting_id=meeting.pk, agency_id=sent.agency_id, number=sent.number))
    return sent
