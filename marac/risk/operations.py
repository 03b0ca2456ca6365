"""Assessing the risk in a case, judging it, and keeping what a referral brought of both."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import lock, operation, record
from marac.cases.models import Case
from marac.directory.profile import Profile
from marac.directory.queries import profile_on
from marac.intake.changes import day_at
from marac.intake.fields import ANSWERS
from marac.intake.paths import value_at
from marac.intake.scores import count_answers
from marac.intake.tools import Tool, further, tool_named
from marac.intake.wording import worded
from marac.referrals.models import Referral
from marac.referrals.rules import threshold_of, tool_for
from marac.risk.models import Judgement, RiskAssessment
from marac.risk.rules import check_assessment, check_judgement, has_answers


@dataclass(frozen=True)
class RiskAssessed:
    case_id: int
    assessment_id: int
    tool: str


@dataclass(frozen=True)
class RiskJudged:
    case_id: int
    judgement_id: int


@operation(needs=Permission.ASSESS_RISK)
def assess(
    *,
    viewer: Viewer,
    case: Case,
    tool: Tool,
    completed_on: date | None,
    answers: Mapping[str, str],
    sources: Mapping[str, str],
    comments: Mapping[str, str],
    grade: str = "",
    narrative: str = "",
) -> RiskAssessment:
    """A further assessment; those before it stay as they were."""
    case = lock(Case, viewer, case.pk)
    on = completed_on or viewer.today
    check_assessment(tool, answers, grade, narrative, on, viewer.today)
    given = {key: answer for key, answer in answers.items() if key in tool.keys and answer in ANSWERS}
    made = _assessment(case, tool, profile_on(case.marac_id, on), given)
    made.sources, made.comments = _said(sources, tool), _said(comments, tool)
    made.completed_on, made.completed_by = on, viewer.name
    made.grade, made.narrative = grade, narrative.strip()
    made.save()
    record(RiskAssessed(case_id=case.pk, assessment_id=made.pk, tool=tool.id))
    return made


@operation(needs=Permission.ASSESS_RISK)
def judge(*, viewer: Viewer, case: Case, reasons: str) -> Judgement:
    case = lock(Case, viewer, case.pk)
    check_judgement(reasons)
    made = Judgement(case=case, judged_on=viewer.today, judged_by=viewer.name, reasons=reasons.strip())
    made.save()
    record(RiskJudged(case_id=case.pk, judgement_id=made.pk))
    return made


def keep_what_came(viewer: Viewer, case: Case, referral: Referral, reason: str) -> None:
    """Every checklist that a referral brought, and each judgement: the referrer's, and that of whoever accepts it.

    Part of accepting it: no permission of its own.
    """
    profile = profile_on(referral.marac_id, referral.received_on or viewer.today)
    tool = tool_named(tool_for(referral.content, profile, referral.received_on or viewer.today))
    for each in (tool, *further(tool)):
        _keep_checklist(viewer, case, referral, worded(each, profile.wordings), profile)
    theirs = value_at(referral.content, "evidence.professional_judgement")
    if theirs and value_at(referral.content, "criteria.professional_judgement"):
        by = value_at(referral.content, "referrer.name") or (referral.agency.name if referral.agency else "")
        _keep_judgement(viewer, case, referral, theirs, by, referral.referred_on or referral.received_on)
    if reason.strip():
        _keep_judgement(viewer, case, referral, reason.strip(), viewer.name, viewer.today)


def _keep_judgement(viewer: Viewer, case: Case, referral: Referral, reasons: str, by: str, on: date | None) -> None:
    made = Judgement(case=case, referral=referral, reasons=reasons, judged_by=by, judged_on=on or viewer.today)
    made.save()
    record(RiskJudged(case_id=case.pk, judgement_id=made.pk))


def _keep_checklist(viewer: Viewer, case: Case, referral: Referral, tool: Tool, profile: Profile) -> None:
    """As it came. A written count beside questions that were all left blank is kept as that: a count, no answers."""
    content = referral.content
    given = value_at(content, "checklist.answers") or {}
    answers = {key: given[key] for key in tool.keys if given.get(key)}
    made = _assessment(case, tool, profile, answers)
    written = None if tool.follows else value_at(content, "checklist.score_stated")
    made.grade = (value_at(content, "checklist.grade") or "") if tool.grades else ""
    if not made.grade and made.unanswered == len(tool.keys) and not isinstance(written, int):
        return
    if not has_answers(answers) and isinstance(written, int):
        made.yes, made.answers = written, {}
    made.narrative = (value_at(content, "checklist.grade_reasons") or "") if tool.grades else ""
    made.sources = _said(value_at(content, "checklist.sources"), tool)
    made.comments = _said(value_at(content, "checklist.comments"), tool)
    made.referral, made.completed_by = referral, value_at(content, "referrer.name") or ""
    said_on = day_at(content, "checklist.completed_on")
    made.completed_on = said_on or referral.referred_on or referral.received_on or viewer.today
    made.save()
    record(RiskAssessed(case_id=case.pk, assessment_id=made.pk, tool=tool.id))


def _assessment(case: Case, tool: Tool, profile: Profile, answers: Mapping[str, str]) -> RiskAssessment:
    count = count_answers(answers, tool.keys)
    return RiskAssessment(
        case=case,
        tool=tool.id,
        tool_version=tool.version,
        threshold=threshold_of(tool.id, profile),
        answers=dict(answers),
        **count._asdict(),
    )


def _said(words: Any, tool: Tool) -> dict[str, str]:
    """What was said of each question, without the blanks."""
    told = {key: str((words or {}).get(key) or "").strip() for key in tool.keys}
    return {key: text for key, text in told.items() if text}
