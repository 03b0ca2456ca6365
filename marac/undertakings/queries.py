"""Whose answer an action waits for, who at the table may give it, and what a case that is left has unanswered."""

from collections.abc import Iterable
from datetime import date

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.actions.models import Action
from marac.actions.rules import UNANSWERED, Answer, State
from marac.attendance.models import Attendance
from marac.directory.queries import holidays_of, profile_on
from marac.kernel.workdays import add_workdays
from marac.meetings.models import AgendaItem


def names_at_table(action: Action) -> str:
    """Of those who are at the meeting for the agency; "" where nobody is."""
    if action.item is None:
        return ""
    there = Attendance.objects.filter(
        meeting=action.item.meeting_id, agency=action.agency_id, presence=Attendance.Presence.PRESENT
    )
    return ", ".join(each.name for each in there.exclude(capacity=Attendance.Capacity.OBSERVER))


def is_at_meeting(viewer: Viewer, action: Action) -> bool:
    """Whether its meeting is still to come or is held today."""
    return action.item is not None and viewer.today <= action.item.meeting.held_on


def may_answer(viewer: Viewer, action: Action) -> bool:
    """Whether the page offers to answer: the operations ask the rest."""
    waits = action.state == State.OPEN and action.answer != Answer.ACCEPTED
    return waits and (action.agency_id == viewer.agency_id or viewer.may(Permission.RUN_MEETINGS))


def usual_answer_day(viewer: Viewer, action: Action) -> date:
    """By the area's rule, counted from today."""
    profile = profile_on(action.case_marac_id or action.case.marac_id, viewer.today)
    return add_workdays(viewer.today, profile.table_answer_days, holidays_of(profile))


def unanswered_at(viewer: Viewer, item: AgendaItem) -> list[Action]:
    """What was set for this case at this meeting and nobody has answered yet: said before the case is left."""
    found = Action.objects.visible_to(viewer).unanswered().filter(item=item)
    return list(found.select_related("agency").order_by("due_on", "pk"))


def to_answer(actions: Iterable[Action]) -> list[Action]:
    """Of those at hand."""
    return [each for each in actions if each.state == State.OPEN and each.answer in UNANSWERED]
