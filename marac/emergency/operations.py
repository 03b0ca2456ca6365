"""Opening a case in an emergency, ending that early, judging it, and telling others when nobody has."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from marac.access.roles import Permission, Role
from marac.access.viewer import Viewer
from marac.audit.operation import lock, operation, record
from marac.cases.models import EmergencySeat
from marac.directory.models import Agency
from marac.directory.queries import holidays_of, profile_on
from marac.emergency.queries import case_to_open, may_review, reviewers_of
from marac.emergency.rules import NOT_OPENED, check_reason, check_reassign, check_review, first_of
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.kernel.workdays import add_workdays
from marac.mail.operations import notify
from marac.mail.rules import Kind

TOLD_AT_ONCE = (Role.COORDINATOR, Role.DATA_PROTECTION)


@dataclass(frozen=True)
class CaseOpenedInEmergency:
    case_id: int
    emergency_id: int
    until_at: str
    reviewer_id: int | None


@dataclass(frozen=True)
class EmergencyEnded:
    case_id: int
    emergency_id: int


@dataclass(frozen=True)
class EmergencyReviewed:
    case_id: int
    emergency_id: int
    verdict: str


@dataclass(frozen=True)
class ReviewerNamed:
    case_id: int
    emergency_id: int
    reviewer_id: int
    reason: str


@dataclass(frozen=True)
class ReviewEscalated:
    case_id: int
    emergency_id: int


@operation(needs=Permission.OPEN_IN_EMERGENCY)
def open_in_emergency(*, viewer: Viewer, reference: str, reason: str, at: datetime) -> EmergencySeat:
    """A seat of the viewer's own until the time is over. The coordinator and the data protection contact are told."""
    check_reason(reason)
    case = case_to_open(viewer, reference)
    if case is None or viewer.user_id is None or viewer.agency_id is None:
        raise Refusal(NOT_OPENED, field="reference")
    profile = profile_on(case.marac_id, viewer.today)
    reviewers = reviewers_of(case, viewer)
    seat = EmergencySeat(case=case, user_id=viewer.user_id, agency_id=viewer.agency_id, reason=reason.strip())
    seat.opened_at, seat.until_at = at, at + timedelta(minutes=profile.emergency_minutes)
    seat.reviewer_id = first_of(reviewers)
    seat.review_by_on = add_workdays(viewer.today, profile.emergency_review_days, holidays_of(profile))
    seat.save()
    _tell(viewer, seat, {user for user, role in reviewers if role in TOLD_AT_ONCE})
    until = seat.until_at.isoformat()
    record(CaseOpenedInEmergency(case.pk, emergency_id=seat.pk, until_at=until, reviewer_id=seat.reviewer_id))
    return seat


@operation(needs=Permission.REVIEW_EMERGENCIES)
def end_now(*, viewer: Viewer, seat: EmergencySeat, at: datetime) -> EmergencySeat:
    """Shut the case again at once, before anybody has judged."""
    seat = lock(EmergencySeat, viewer, seat.pk)
    if seat.until_at <= at:
        raise Refusal(_("This has ended already."))
    seat.until_at = at
    seat.save()
    record(EmergencyEnded(case_id=seat.case_id, emergency_id=seat.pk))
    return seat


@operation(needs=Permission.REVIEW_EMERGENCIES)
def review(*, viewer: Viewer, seat: EmergencySeat, verdict: str, found: str) -> EmergencySeat:
    """Whoever is named says whether it was right; once that is overdue, any other who may."""
    seat = lock(EmergencySeat, viewer, seat.pk)
    check_review(
        is_named=seat.reviewer_id in (None, viewer.user_id),
        is_late=seat.review_by_on < viewer.today,
        done=bool(seat.verdict),
        found=found,
    )
    if verdict not in EmergencySeat.Verdict.values:
        raise Refusal(_("Say whether it was right to open it."), field="verdict")
    seat.verdict, seat.found, seat.reviewed_on, seat.reviewed_by = verdict, found.strip(), viewer.today, viewer.name
    seat.save()
    record(EmergencyReviewed(case_id=seat.case_id, emergency_id=seat.pk, verdict=verdict))
    return seat


@operation(needs=Permission.REVIEW_EMERGENCIES)
def name_reviewer(*, viewer: Viewer, seat: EmergencySeat, reviewer: int, reason: str) -> EmergencySeat:
    """Another judges it, by the same day: whoever was named is away, or is too near to it. They are told by mail."""
    seat = lock(EmergencySeat, viewer, seat.pk, "case__marac", "user")
    if seat.verdict:
        raise Refusal(_("Somebody has reviewed this already. Open it again to read what they found."))
    check_reassign(reviewer=reviewer, now=seat.reviewer_id, may=set(may_review(seat, viewer.today)), reason=reason)
    seat.reviewer_id = reviewer
    seat.save()
    _tell(viewer, seat, {reviewer})
    record(ReviewerNamed(case_id=seat.case_id, emergency_id=seat.pk, reviewer_id=reviewer, reason=reason.strip()))
    return seat


@operation(needs=Permission.DO_DUE_WORK)
def escalate(*, viewer: Viewer, seat: EmergencySeat) -> EmergencySeat:
    """Nobody has judged by the day: whoever else may is told, the chair among them."""
    seat = lock(EmergencySeat, viewer, seat.pk, "case__marac", "user")
    if seat.verdict or seat.escalated_on:
        raise Refusal(_("Another run was first."))
    seat.escalated_on = viewer.today
    seat.save()
    _tell(viewer, seat, set(may_review(seat, viewer.today)))
    record(ReviewEscalated(case_id=seat.case_id, emergency_id=seat.pk))
    return seat


def _tell(viewer: Viewer, seat: EmergencySeat, only: Collection[int]) -> None:
    marac = seat.case.marac
    notify(
        viewer=viewer,
        kind=Kind.EMERGENCY,
        marac=marac,
        agencies=Agency.objects.filter(membership__user__in=only, membership__marac=marac).distinct(),
        about=f"emergency {seat.pk}",
        reference=f"{marac.prefix}/E{seat.pk}",
        case=seat.case,
        only=set(only),
    )
