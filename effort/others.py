"""What everybody else does in the month, through the product's own operations: their time is not the coordinator's."""

from datetime import date

from marac.access.roles import Role
from marac.access.viewer import Viewer
from marac.accounts.middleware import viewer_of
from marac.accounts.models import User
from marac.actions import operations as actions
from marac.actions.models import Action
from marac.circulation import operations as circulation
from marac.directory.models import Agency
from marac.flags import operations as flags
from marac.flags.models import Flag
from marac.meetings import operations as meetings
from marac.meetings.models import AgendaItem, Meeting
from marac.minutes.changes import marks
from marac.minutes.queries import whole_minutes
from marac.referrals.models import Referral
from marac.research import operations as research
from marac.research.models import Request

SILENT = {"Meadowbank Homes", "Fellshire Schools"}  # they answer only when they are chased
BY_PHONE = {"Fellshire Primary Care", "Fellshire Hospitals"}  # they tell the office, which enters it
DONE = "Done: the victim was seen and knows whom to ring."


def agencies_answer(meeting: Meeting, today: date, *, chased: bool) -> None:
    """Research: everybody has looked and holds nothing; those who are silent do so once they were chased."""
    waiting = Request.objects.filter(item__meeting=meeting, answered_on=None).select_related("agency")
    for each in waiting:
        if chased or each.agency.name not in SILENT:
            research.nothing_held(viewer=_at(each.agency, meeting, today), request=each)


def chair_approves(meeting: Meeting, today: date) -> None:
    chair = viewer_of(User.objects.get(email="chair@fellshire.example.org"), today)
    assert chair is not None
    circulation.approve(viewer=chair, meeting=meeting, shown=marks(whole_minutes(chair, meeting)))


def agencies_report(meeting: Meeting, today: date) -> None:
    """Actions: those who use the product report there."""
    for each in Action.objects.filter(item__meeting=meeting, state="open").select_related("agency"):
        if each.agency.name not in BY_PHONE:
            actions.complete(viewer=_at(each.agency, meeting, today), action=each, outcome=DONE)


def agencies_confirm_flags(meeting: Meeting, today: date) -> None:
    """Each agency marks its own files; those who are silent do not."""
    waiting = Flag.objects.filter(case__listings__meeting=meeting, confirmed_on=None, removed_on=None)
    for each in waiting.select_related("agency"):
        if each.agency.name not in SILENT:
            flags.confirm(viewer=_at(each.agency, meeting, today), flag=each)


def other_cases_are_withdrawn(meeting: Meeting, referrals: list[int], today: date) -> None:
    """What else stood on the list is not part of the story."""
    ours = Referral.objects.filter(pk__in=referrals).values("case")
    for item in meeting.items.filter(state="listed").exclude(case__in=ours):
        meetings.withdraw_item(viewer=office(today), item=item, reason="Not part of the story.")


def office(today: date) -> Viewer:
    found = viewer_of(User.objects.get(email="coordinator@fellshire.example.org"), today)
    assert found is not None
    return found


def other_meetings_are_cancelled(meeting: Meeting, today: date) -> None:
    """The MARAC's meetings before this one are not part of the story: their cases are withdrawn."""
    before = Meeting.objects.filter(marac=meeting.marac_id, held_on__lt=today, state__in=("planned", "listed"))
    for each in before.exclude(pk=meeting.pk):
        for item in each.items.filter(state__in=AgendaItem.RESEARCHED):
            meetings.withdraw_item(viewer=office(today), item=item, reason="Not part of the story.")
        meetings.cancel_meeting(viewer=office(today), meeting=each, reason="Not part of the story.")


def told_by_phone(meeting: Meeting) -> list[tuple[int, str]]:
    """The actions on which an agency tells the office, each with the reference of its case."""
    open_now = Action.objects.filter(item__meeting=meeting, state="open", agency__name__in=BY_PHONE)
    return list(open_now.order_by("due_on", "pk").values_list("pk", "case__reference"))


def _at(agency: Agency, meeting: Meeting, today: date) -> Viewer:
    """Whoever represents the agency."""
    return Viewer(
        user_id=0,
        name=f"Representative of {agency.name}"[:100],
        role=Role.REPRESENTATIVE,
        agency_id=agency.pk,
        marac_ids=frozenset({meeting.marac_id}),
        today=today,
    )
