"""What was agreed at a meeting, by agency, as it stands and as it was sent, and as far as one reader sees it."""

from typing import Any

from marac.access.viewer import Viewer
from marac.access.wall import lifted
from marac.actions.models import Action
from marac.cases.models import Case
from marac.circulation.models import ActionList
from marac.directory.queries import profile_on
from marac.meetings.models import Meeting
from marac.people.models import held_cases


@lifted()
def whole_list(meeting: Meeting) -> dict[str, Any]:
    """Every action that was agreed there, as plain values that JSON keeps."""
    agreed = Action.objects.filter(item__meeting=meeting).select_related("agency", "case", "risk")
    return {
        "marac": meeting.marac.name,
        "marking": profile_on(meeting.marac_id, meeting.held_on).marking,
        "held_on": meeting.held_on.isoformat(),
        "actions": [
            {
                "case_id": each.case_id,
                "agency": each.agency.name,
                "reference": each.case.reference,
                "task": each.task,
                "risk": each.risk.text if each.risk else "",
                "due_on": each.due_on.isoformat(),
            }
            for each in agreed.order_by("agency__name", "due_on", "pk")
        ],
    }


def own_list(viewer: Viewer, content: dict[str, Any]) -> dict[str, Any]:
    """With only the cases that the viewer sees today, and is told of."""
    named = {each["case_id"] for each in content["actions"]}
    seen = Case.objects.visible_to(viewer).exclude(pk__in=held_cases(viewer)).filter(pk__in=named)
    case_ids = set(seen.values_list("pk", flat=True))
    return {**content, "actions": [each for each in content["actions"] if each["case_id"] in case_ids]}


def last_sent(viewer: Viewer, meeting: Meeting) -> ActionList | None:
    found = ActionList.objects.visible_to(viewer).filter(meeting=meeting)
    return found.select_related("template").order_by("-number").first()
