"""Room in the next meeting of the invented county: one of its cases is listed without discussion, and another is put in
its place by hand before the rest is ordered around it."""

from marac.agenda.operations import place_case, say_need
from marac.capacity.operations import list_only
from marac.demo.present import Present
from marac.meetings.models import AgendaItem

WHY = "The plan agreed a month ago still runs, and nothing new was reported; agencies research it and keep their flags."
FIRST = 1


def make_room(present: Present) -> None:
    """After the list went out. What was listed late keeps its reason and its place."""
    listed = AgendaItem.objects.filter(meeting=present.meeting, state=AgendaItem.State.LISTED, reason="")
    one, *_others, last = listed.filter(case__restricted=False).order_by("position")
    list_only(viewer=present.now, item=last, reason=WHY)
    place_case(viewer=present.now, item=one, place=FIRST)
    probation = present.seat("probation").agency_id
    say_need(viewer=present.now, item=one, agency=probation, needed=True, reason="Knows the licence conditions")
