"""Today: everything that waits for the viewer, by what is due first, gathered from every topic."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.actions.models import Action
from marac.directory.queries import holidays_of, profile_on
from marac.kernel.workdays import add_workdays
from marac.meetings.models import ListSent, Meeting
from marac.referrals.models import Referral
from marac.research.models import Request

AHEAD = 28  # days of meetings to come that the list looks at


@dataclass(frozen=True)
class Waiting:
    """One row: what it is, when it is due (None: no date), where one goes to do it, and the words on that link."""

    what: str
    due_on: date | None
    href: str
    act: str


def waiting_for(viewer: Viewer) -> list[Waiting]:
    """What is due first stands first; undated last."""
    gathered = (_referrals, _lists_to_send, _lists_to_open, _research, _actions, _minutes)
    rows = [row for gather in gathered for row in gather(viewer)]
    return sorted(rows, key=lambda row: (row.due_on is None, row.due_on or viewer.today, row.what))


def _referrals(viewer: Viewer) -> list[Waiting]:
    if not viewer.may(Permission.DECIDE_REFERRALS):
        return []
    found = list(Referral.objects.visible_to(viewer).waiting())
    due = {marac_id: _triage(marac_id, viewer.today) for marac_id in {row.marac_id for row in found}}
    return [
        Waiting(
            what=_("Referral %(number)s") % {"number": row.pk},
            due_on=due[row.marac_id](row.received_on) if row.received_on else None,
            href=reverse("referrals:review", args=[row.pk]),
            act=_("Review"),
        )
        for row in found
    ]


def _triage(marac_id: int, today: date) -> Callable[[date], date]:
    """From the day a referral came to the day it is to be looked at, by the MARAC's own rule."""
    profile = profile_on(marac_id, today)
    holidays = holidays_of(profile)
    return lambda received: add_workdays(received, profile.triage_days, holidays)


def _lists_to_send(viewer: Viewer) -> list[Waiting]:
    if not viewer.may(Permission.PLAN_MEETINGS):
        return []
    found = Meeting.objects.visible_to(viewer).unsent(viewer.today, AHEAD).select_related("marac")
    return [
        Waiting(
            what=_("Send the case list of %(area)s") % {"area": meeting.marac.name},
            due_on=meeting.list_on,
            href=reverse("meetings:board", args=[meeting.pk]),
            act=_("Open the meeting"),
        )
        for meeting in found
    ]


def _lists_to_open(viewer: Viewer) -> list[Waiting]:
    if not viewer.may(Permission.ANSWER_RESEARCH) or viewer.agency_id is None:
        return []
    sent = ListSent.objects.filter(
        agency=viewer.agency_id, opened_on=None, meeting__marac__in=viewer.marac_ids, meeting__held_on__gte=viewer.today
    )
    return [
        Waiting(
            what=_("Case list of %(area)s") % {"area": each.meeting.marac.name},
            due_on=each.meeting.research_on,
            href=reverse("meetings:case-list", args=[each.meeting_id]),
            act=_("Open"),
        )
        for each in sent.select_related("meeting__marac")
    ]


def _research(viewer: Viewer) -> list[Waiting]:
    """The viewer's own agency's requests; those who prepare the meeting see the gaps on its grid."""
    if not viewer.may(Permission.ANSWER_RESEARCH) or viewer.agency_id is None:
        return []
    found = Request.objects.visible_to(viewer).filter(agency=viewer.agency_id).waiting().select_related("case")
    return [
        Waiting(
            what=_("Research for case %(case)s") % {"case": each.case.reference},
            due_on=each.due_on,
            href=reverse("research:one", args=[each.pk]),
            act=_("Answer"),
        )
        for each in found
    ]


def _actions(viewer: Viewer) -> list[Waiting]:
    if not viewer.may(Permission.REPORT_ON_ACTION) or viewer.agency_id is None:
        return []
    found = Action.objects.visible_to(viewer).filter(agency=viewer.agency_id).open().select_related("case")
    return [
        Waiting(
            what=_("Action %(number)s, case %(case)s") % {"number": each.pk, "case": each.case.reference},
            due_on=each.due_on,
            href=reverse("actions:one", args=[each.pk]),
            act=_("Report"),
        )
        for each in found
    ]


def _minutes(viewer: Viewer) -> list[Waiting]:
    """A meeting that was held waits for its minutes: the chair approves them, the office issues them."""
    if not (viewer.may(Permission.APPROVE_MINUTES) or viewer.may(Permission.ISSUE_MINUTES)):
        return []
    held = Meeting.objects.visible_to(viewer).filter(state=Meeting.State.HELD).select_related("marac")
    return [
        Waiting(
            what=_("Minutes of %(area)s") % {"area": meeting.marac.name},
            due_on=meeting.minutes_on,
            href=reverse("minutes:meeting", args=[meeting.pk]),
            act=_("Open the minutes"),
        )
        for meeting in held
    ]
