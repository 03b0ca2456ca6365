"""The minutes of a meeting as they stand, as they went out, and as far as one reader may see them."""

from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from marac.access.viewer import Viewer, the_system
from marac.access.wall import lifted
from marac.actions.models import Action, Reply
from marac.actions.rules import Answer
from marac.actions.table import cases_of_the_same_people
from marac.attendance.models import Attendance, QuorumDecision
from marac.attendance.queries import core_seats, quorum_of
from marac.cases.models import Case, CaseAccess
from marac.cases.together import together, wanted
from marac.directory.models import Agency
from marac.directory.queries import profile_on, seats_on
from marac.meetings.models import AgendaItem, Meeting
from marac.minutes.changes import Since
from marac.minutes.models import Copy, Discussion, Entry, Issue
from marac.minutes.rules import Standing, cases_told_of, cut, has_risk_summary, printed_source, reaches_paper
from marac.people.models import held_cases

TEXTS = ("spoke_for_victim", "wishes", "possible_harm", "contributory", "supportive", "conclusion", "who_tells")


@dataclass(frozen=True)
class Neighbours:
    """The cases before and after one on the list, of those that the viewer sees; and its place among all that are
    heard, if it is one of them."""

    previous: AgendaItem | None
    following: AgendaItem | None
    place: int | None
    total: int


@dataclass(frozen=True)
class IssueWithCopies:
    """Withdrawn is what went out and was followed by another that went out."""

    issue: Issue
    copies: list[Copy]
    withdrawn: bool


@dataclass(frozen=True)
class Reading:
    """An issue as one reader sees it: their cut, their agency's copy while nobody there has opened it, what readers had
    before it, and the issue that took its place."""

    content: dict[str, Any]
    unopened: Copy | None
    since: Since | None
    newer: Issue | None


@dataclass(frozen=True)
class Opening:
    """What is overdue, by agency; and the issues, newest first, with the copies that the viewer may know of."""

    overdue: list[Action]
    issues: list[IssueWithCopies]


@dataclass(frozen=True)
class LastTime:
    """When these people were last discussed, what was concluded, and every action agreed up to then and since."""

    item: AgendaItem
    conclusion: str
    actions: list[Action]

    @property
    def case_ids(self) -> set[int]:
        return {self.item.case_id, *(each.case_id for each in self.actions)}


def discussion_of(viewer: Viewer, item: AgendaItem) -> Discussion | None:
    return Discussion.objects.visible_to(viewer).filter(item=item).first()


def lines_of(viewer: Viewer, item: AgendaItem) -> QuerySet[Entry]:
    """In the order they were said, those struck out among them."""
    return Entry.objects.visible_to(viewer).filter(discussion__item=item).select_related("agency").order_by("position")


def agreed_at_and_before(viewer: Viewer, item: AgendaItem) -> tuple[list[Action], list[Action]]:
    """What agencies undertook when this case was heard; and what was agreed about the same people before that."""
    found = Action.objects.visible_to(viewer).filter(case__in=cases_of_the_same_people(viewer, item.case))
    rows = list(found.select_related("agency", "risk", "case").order_by("due_on", "pk"))
    earlier = [each for each in rows if each.agreed_on < item.meeting.held_on]
    return [each for each in rows if each.item_id == item.pk], earlier


def items_of(viewer: Viewer, meeting: Meeting) -> list[tuple[AgendaItem, bool]]:
    """The cases on the list in their order, each with whether its risk is summed up.

    Each item has `written` and `agreed`: how many lines and actions it has.
    """
    found = AgendaItem.objects.visible_to(viewer).filter(meeting=meeting).select_related("case", "discussion")
    lines = Count("discussion__entries", filter=Q(discussion__entries__struck_on=None), distinct=True)
    found = found.annotate(written=lines, agreed=Count("actions", distinct=True))
    return [(each, summed_up(each)) for each in found.order_by("position")]


def summed_up(item: AgendaItem) -> bool:
    found: Discussion | None = getattr(item, "discussion", None)
    return found is not None and has_risk_summary(found.possible_harm, found.contributory, found.supportive)


def overdue_at(viewer: Viewer, meeting: Meeting) -> QuerySet[Action]:
    """Past their day and not reported on when the meeting opens (before that, today): its first business, by agency.

    What is reported on the day or later stays, so that minutes once written stay as they are.
    """
    opens_on = min(meeting.held_on, viewer.today)
    found: QuerySet[Action] = Action.objects.visible_to(viewer).filter(
        case__marac=meeting.marac_id, due_on__lt=opens_on
    )
    found = found.filter(Q(reported_on=None) | Q(reported_on__gte=opens_on))
    return found.select_related("agency", "case").order_by("agency__name", "due_on", "pk")


def last_time(viewer: Viewer, item: AgendaItem, agreed_before: list[Action]) -> LastTime | None:
    """What a repeat is set beside: the last meeting before this one that heard the same victim and perpetrator."""
    cases = cases_of_the_same_people(viewer, item.case)
    heard = AgendaItem.objects.visible_to(viewer).filter(
        case__in=cases, state=AgendaItem.State.HEARD, meeting__held_on__lt=item.meeting.held_on
    )
    last = heard.select_related("case", "meeting", "discussion").order_by("-meeting__held_on", "-pk").first()
    if last is None:
        return None
    conclusion = getattr(getattr(last, "discussion", None), "conclusion", "")
    return LastTime(item=last, conclusion=conclusion, actions=agreed_before)


def agencies_at(viewer: Viewer, item: AgendaItem) -> QuerySet[Agency]:
    """Who may be named beside a line: the panel on the day of the meeting, who was there, and who has a seat."""
    meeting = item.meeting
    panel = seats_on(meeting.marac_id, meeting.held_on).values("agency")
    there = Attendance.objects.filter(meeting=meeting).values("agency")
    seated = CaseAccess.objects.filter(case=item.case_id).values("agency")
    found = Agency.objects.visible_to(viewer).filter(Q(pk__in=panel) | Q(pk__in=there) | Q(pk__in=seated))
    return found.order_by("name")


def opening_of(viewer: Viewer, meeting: Meeting) -> Opening:
    """One question for what the page of a meeting's minutes begins with."""
    issues = Issue.objects.visible_to(viewer).filter(meeting=meeting)
    overdue, found, copies = together(
        wanted(overdue_at(viewer, meeting), *_OF_AN_ACTION, "state", "reported_on", "case_id", "case__reference"),
        wanted(issues, "number", "state", "approved_on", "approved_by", "issued_on", "issued_by"),
        wanted(
            Copy.objects.visible_to(viewer).filter(issue__in=issues),
            *("issue_id", "agency_id", "agency__name", "opened_on", "opened_by", "sent_on"),
        ),
    )
    copies.sort(key=lambda each: each.agency.name)
    found.sort(key=lambda each: each.number, reverse=True)
    last = max((each.number for each in found if each.state == Issue.State.ISSUED), default=0)
    return Opening(
        overdue=sorted(overdue, key=_by_agency),
        issues=[
            IssueWithCopies(each, [copy for copy in copies if copy.issue_id == each.pk], withdrawn=each.number < last)
            for each in found
        ],
    )


def cut_for(viewer: Viewer, content: dict[str, Any]) -> dict[str, Any]:
    """Minutes with only the cases that the viewer sees today."""
    return cut(content, set(_cases_in(viewer, content).values_list("pk", flat=True)))


def reading_of(viewer: Viewer, issue: Issue) -> Reading:
    """In one question."""
    copy = Copy.objects.visible_to(viewer).filter(issue=issue, agency=viewer.agency_id, opened_on=None)
    others = Issue.objects.filter(meeting=issue.meeting_id, state=Issue.State.ISSUED).exclude(pk=issue.pk)
    seen, unopened, issued = together(
        wanted(_cases_in(viewer, issue.content)),
        wanted(copy, "issue_id", "agency_id"),
        wanted(others, "number", "content"),
    )
    case_ids = {each.pk for each in seen}
    issued.sort(key=lambda each: each.number)
    earlier = [each for each in issued if each.number < issue.number]
    return Reading(
        content=cut(issue.content, case_ids),
        unopened=unopened[0] if unopened else None,
        since=Since(earlier[-1].number, cut(earlier[-1].content, case_ids)) if earlier else None,
        newer=issued[-1] if issued and issued[-1].number > issue.number else None,
    )


def _cases_in(viewer: Viewer, content: dict[str, Any]) -> QuerySet[Case]:
    """But those of which the viewer is told nothing, because they act for the other where roles are disputed."""
    found = Case.objects.visible_to(viewer).exclude(pk__in=held_cases(viewer))
    return found.filter(pk__in=cases_told_of(content))


def agencies_to_send(viewer: Viewer, meeting: Meeting) -> list[Agency]:
    """Who was there, but as an observer, and who has a seat on one of the cases today."""
    there = Attendance.objects.filter(meeting=meeting, presence=Attendance.Presence.PRESENT)
    there = there.exclude(capacity=Attendance.Capacity.OBSERVER)
    cases = AgendaItem.objects.visible_to(the_system(viewer.today)).filter(meeting=meeting).values("case")
    seated = CaseAccess.objects.in_force(viewer.today).filter(case__in=cases)
    found = Agency.objects.visible_to(viewer).filter(
        Q(pk__in=there.values("agency")) | Q(pk__in=seated.values("agency"))
    )
    return list(found.order_by("name"))


@lifted()
def whole_minutes(viewer: Viewer, meeting: Meeting) -> dict[str, Any]:
    """Everything that goes into an issue, as plain values that JSON keeps.

    It reads as the system does: an issue is whole even where a case is restricted from the person who issues it,
    and nobody is shown it but through `cut_for`.
    """
    profile = profile_on(meeting.marac_id, meeting.held_on)
    places, discussions, entries, agreed, replies, late, attendances, core, decisions = together(
        wanted(AgendaItem.objects.filter(meeting=meeting).exclude(state=AgendaItem.State.LISTED), *_OF_A_PLACE),
        wanted(Discussion.objects.filter(item__meeting=meeting), "item_id", *TEXTS),
        wanted(Entry.objects.filter(discussion__item__meeting=meeting), *_OF_A_LINE),
        wanted(Action.objects.filter(item__meeting=meeting), *_OF_AN_ACTION, *_OF_ONE_AGREED),
        wanted(Reply.objects.filter(action__item__meeting=meeting, on__lte=meeting.held_on), *_OF_A_REPLY),
        wanted(overdue_at(the_system(viewer.today), meeting), *_OF_AN_ACTION, "case_id", "case__reference"),
        wanted(Attendance.objects.filter(meeting=meeting), *_OF_AN_ATTENDANCE),
        wanted(core_seats(meeting), "agency_id", "agency__name"),
        wanted(QuorumDecision.objects.filter(item__meeting=meeting), "item_id", "decision", "reason", "absent"),
    )
    said, decided = ({each.item_id: each for each in rows} for rows in (discussions, decisions))
    lines, promised = _lines(entries), _actions(agreed, replies)
    return {
        "marac": meeting.marac.name,
        "marking": profile.marking,
        "confidentiality": profile.confidentiality,
        "held_on": meeting.held_on.isoformat(),
        "starts_at": f"{meeting.starts_at:%H:%M}",
        "venue": meeting.venue,
        "chair": meeting.chair,
        **_attendance(attendances),
        "quorum": asdict(quorum_of(meeting, profile, sorted(core, key=_by_agency), attendances)),
        "overdue": [_late(each) for each in sorted(late, key=_by_agency)],
        "cases": [
            {
                **_case(each, said.get(each.pk), decided.get(each.pk)),
                "lines": lines.get(said[each.pk].pk, []) if each.pk in said else [],
                "actions": promised.get(each.pk, []),
            }
            for each in sorted(places, key=lambda each: each.position)
        ],
    }


_OF_A_PLACE = (
    "position",
    "state",
    "reason",
    "on_the_day",
    "case_id",
    "case__reference",
    "referral_id",
    "referral__kind",
)
_OF_A_LINE = (
    *("discussion_id", "position", "agency_id", "agency__name", "kind", "text", "source", "dated_on"),
    *("may_be_minuted", "struck_on"),
)
_OF_AN_ACTION = ("agency_id", "agency__name", "task", "due_on")
_OF_ONE_AGREED = ("item_id", "risk_id", "risk__text", "person", "result", "why_no_risk", "different", "answer")
_OF_A_REPLY = ("action_id", "said", "reason", "answer_by_on")
_OF_AN_ATTENDANCE = ("agency_id", "agency__name", "name", "capacity", "presence", "confidentiality_on")


def _by_agency(row: Any) -> tuple[Any, ...]:
    return (row.agency.name, getattr(row, "due_on", None), row.pk)


def standing(viewer: Viewer, meeting: Meeting) -> Standing:
    """Where the minutes are between the pen and the post."""
    last = Issue.objects.filter(meeting=meeting).order_by("-number").first()
    if last is None:
        return Standing.DRAFT
    if last.content != whole_minutes(viewer, meeting):
        return Standing.CHANGED
    return Standing.ISSUED if last.state == Issue.State.ISSUED else Standing.APPROVED


def _attendance(attendances: list[Attendance]) -> dict[str, Any]:
    rows: dict[str, Any] = {"present": [], "apologies": [], "observers": []}
    for each in sorted(attendances, key=lambda each: (each.agency.name, each.name)):
        row: dict[str, Any] = {"agency": each.agency.name, "name": each.name}
        if each.presence != Attendance.Presence.PRESENT:
            rows["apologies"].append(row | {"sent": each.presence == Attendance.Presence.APOLOGIES_SENT})
        elif each.capacity == Attendance.Capacity.OBSERVER:
            rows["observers"].append(row | {"accepted": each.confidentiality_on is not None})
        else:
            rows["present"].append(row | {"capacity": each.capacity})
    return rows


def _late(action: Action) -> dict[str, Any]:
    return {
        "case_id": action.case_id,
        "reference": action.case.reference,
        "agency": action.agency.name,
        "task": action.task,
        "due_on": action.due_on.isoformat(),
    }


def _case(item: AgendaItem, discussion: Discussion | None, decided: QuorumDecision | None) -> dict[str, Any]:
    return {
        "case_id": item.case_id,
        "reference": item.case.reference,
        "kind": item.referral.kind,
        "state": item.state,
        "reason": item.reason,
        **{name: getattr(discussion, name, "") for name in TEXTS},
        **_of_the_day(item, decided),
    }


def _of_the_day(item: AgendaItem, decided: QuorumDecision | None) -> dict[str, Any]:
    """What the chair decided without a quorum, and what was done with its place. Where nothing was, nothing is said:
    what went out before it could be, stands as it is."""
    found: dict[str, Any] = {}
    if decided is not None:
        found["quorum"] = {"decision": decided.decision, "reason": decided.reason, "absent": decided.absent}
    if item.on_the_day:
        found["on_the_day"] = [each | {"reason": _said_once(each["reason"], item)} for each in item.on_the_day]
    return found


def _said_once(reason: str, item: AgendaItem) -> str:
    return "" if reason == item.reason.strip() else reason


def _lines(entries: list[Entry]) -> dict[int, list[dict[str, Any]]]:
    """By the number of the discussion, the lines that go on paper, in the order they were said."""
    found: dict[int, list[dict[str, Any]]] = {}
    for each in sorted(entries, key=lambda each: each.position):
        if not reaches_paper(each.may_be_minuted, struck=each.struck_on is not None):
            continue
        line = {
            "agency": each.agency.name,
            "kind": each.kind,
            "text": each.text,
            "source": printed_source(each.kind, each.source),
            "dated_on": each.dated_on.isoformat() if each.dated_on else "",
            "summary": each.may_be_minuted == Entry.MayBeMinuted.SUMMARY,
        }
        found.setdefault(each.discussion_id, []).append(line)
    return found


def _actions(agreed: list[Action], replies: list[Reply]) -> dict[int, list[dict[str, Any]]]:
    """By the number of the place on the list, what was agreed there, and what its agency said to it at the table."""
    found: dict[int, list[dict[str, Any]]] = {}
    said = {each.action_id: each for each in sorted(replies, key=lambda each: each.pk)}
    for each in sorted(agreed, key=lambda each: (each.due_on, each.pk)):
        reply = said.get(each.pk)
        action = {
            "agency": each.agency.name,
            "task": each.task,
            "risk": each.risk.text if each.risk else "",
            "due_on": each.due_on.isoformat(),
            **{name: getattr(each, name) for name in ("person", "result", "why_no_risk", "different")},
            "said": reply.said if reply else "",
            "said_why": reply.reason if reply else "",
            "answer_by_on": reply.answer_by_on.isoformat() if reply and reply.answer_by_on else "",
            "asked": each.answer != Answer.NOT_ASKED,
        }
        found.setdefault(each.item_id or 0, []).append(action)
    return found
