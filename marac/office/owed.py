"""The rows of Today about actions: what the viewer's agency owes, what others owe, and what the chair decides."""

from typing import Any

from django.db.models import Case as Either
from django.db.models import Count, F, Min, Q, QuerySet, Value, When
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.actions.models import Action
from marac.actions.rules import UNANSWERED, Answer, State
from marac.office.waiting import Waiting

NOBODYS = Q(pk=None)


def own_apart(viewer: Viewer, found: QuerySet[Any], others: Q) -> QuerySet[Any]:
    """Rows of the viewer's agency, marked as `own`, and of others those that fit: each is counted by itself."""
    ours = NOBODYS if viewer.agency_id is None else Q(agency=viewer.agency_id)
    return found.filter(ours | others).annotate(own=Either(When(ours, then=Value(True)), default=Value(False)))


def actions_owed(viewer: Viewer) -> list[Waiting]:
    """How many the viewer's own agency has not answered, is late with, and has falling due on each day to come; for the
    office, how many others are late with or have not answered; for the chair, how many were refused."""
    if not viewer.may(Permission.REPORT_ON_ACTION):
        return []
    is_open, unanswered = Q(state=State.OPEN), Q(state=State.OPEN, answer__in=UNANSWERED)
    ours = NOBODYS if viewer.agency_id is None else Q(agency=viewer.agency_id)
    kinds = {
        "refused": Q(answer=Answer.REFUSED) if viewer.may(Permission.APPROVE_MINUTES) else NOBODYS,
        "to_answer": ours & unanswered,
        "own": ours & is_open,
    }
    if viewer.may(Permission.PLAN_MEETINGS):
        kinds |= {"unanswered": unanswered, "late": is_open & Q(due_on__lt=viewer.today)}
    found = Action.objects.visible_to(viewer).here(viewer)
    kind = Either(*(When(fits, then=Value(name)) for name, fits in kinds.items()), default=Value(""))
    by = Either(When(kind="own", due_on__gte=viewer.today, then=F("due_on")), default=None)
    day = Either(When(kind__in=("to_answer", "unanswered"), then=F("answer_by_on")), default=F("due_on"))
    rows = found.filter(is_open | Q(answer=Answer.REFUSED)).annotate(kind=kind, by=by, day=day).exclude(kind="")
    rows = rows.values("kind", "by").annotate(
        one=Min("pk"), case=Min("case__reference"), first_on=Min("day"), number=Count("pk")
    )
    return [_ROWS[row["kind"]](row) for row in rows.order_by()]


def _refused(row: dict[str, Any]) -> Waiting:
    words = ngettext(
        "%(number)s action was refused by its agency",
        "%(number)s actions were refused by their agencies",
        row["number"],
    )
    href = reverse("undertakings:decide", args=[row["one"]]) if row["number"] == 1 else _log("refused")
    return Waiting(what=words % row, due_on=row["first_on"], href=href, act=_("Decide"))


def _to_answer(row: dict[str, Any]) -> Waiting:
    """Of the viewer's own agency."""
    if row["number"] == 1:
        what = _("Action %(one)s, case %(case)s: say whether your agency will do it") % row
        href = reverse("undertakings:answer", args=[row["one"]])
    else:
        what, href = _("%(number)s actions that your agency has not answered") % row, _log("unanswered", "mine")
    return Waiting(what=what, due_on=row["first_on"], href=href, act=_("Answer"))


def _own(row: dict[str, Any]) -> Waiting:
    if row["number"] == 1:
        what, href = _("Action %(one)s, case %(case)s") % row, reverse("actions:one", args=[row["one"]])
    else:
        what = _("%(number)s actions of your agency") % row
        href = _log("open" if row["by"] else "late", "mine")
    return Waiting(what=what, due_on=row["first_on"], href=href, act=_("Report"))


def _unanswered(row: dict[str, Any]) -> Waiting:
    words = ngettext(
        "%(number)s action that another agency has not answered",
        "%(number)s actions that other agencies have not answered",
        row["number"],
    )
    return Waiting(what=words % row, due_on=row["first_on"], href=_log("unanswered"), act=_("See which"))


def _late(row: dict[str, Any]) -> Waiting:
    words = ngettext(
        "%(number)s action of another agency is late", "%(number)s actions of other agencies are late", row["number"]
    )
    return Waiting(what=words % row, due_on=row["first_on"], href=_log("late"), act=_("See which"))


def _log(state: str, agency: str = "") -> str:
    of_agency = f"&agency={agency}" if agency else ""
    return f"{reverse('actions:all')}?state={state}{of_agency}"


_ROWS = {"refused": _refused, "to_answer": _to_answer, "own": _own, "unanswered": _unanswered, "late": _late}
