"""The four grounds on which a case comes to a MARAC, each with its reason in words (SafeLives' referral criteria)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from marac.directory.profile import Anchor, Profile
from marac.intake.paths import value_at
from marac.intake.scores import Count, count_answers
from marac.intake.tools import Tool, tool_named
from marac.kernel.text import _, one_after_another
from marac.referrals.rules import tool_for
from marac.triage.rules.repeats import REPEAT, UNCLEAR, Proposal, repeat_or_new


@dataclass(frozen=True)
class Ground:
    """`met` is None where it cannot be said. `stated` is what the form ticked; None where it does not ask."""

    key: str
    name: str
    met: bool | None
    stated: bool | None
    reason: str


Content = Mapping[str, Any]


def grounds(content: Content, profile: Profile, *, today: date, proposal: Proposal | None = None) -> list[Ground]:
    """All four, in the order of the criteria. One that is met is enough, and a count never stands against another.

    `proposal` is what the cases on record say of a repeat; without it, only the form's own date is known.
    """
    return [
        _visible_high_risk(content, profile, tool_named(tool_for(content, profile, today))),
        _judgement(content),
        _escalation(content, profile),
        _repeat(content, profile, today, proposal),
    ]


def _visible_high_risk(content: Content, profile: Profile, tool: Tool) -> Ground:
    stated = value_at(content, "criteria.visible_high_risk")
    written = value_at(content, "checklist.score_stated")
    answers = value_at(content, "checklist.answers")
    count = count_answers(answers, tool.keys)
    met, reason = (
        _counted(count, profile.high_risk_answers)
        if answers and any(answer != "blank" for answer in answers.values())
        else _written(written, profile.high_risk_answers, stated)
    )
    if answers and isinstance(written, int) and written != count.yes:
        told = _("The form says {written}; its answers count {yes}.").format(written=written, yes=count.yes)
        reason = one_after_another(reason, told)
    return Ground("visible_high_risk", _("Visible high risk"), met, stated, reason)


def _counted(count: Count, threshold: int) -> tuple[bool | None, str]:
    """No total speaks for itself until every question is answered: what is open is said beside it."""
    facts = {"threshold": threshold, **count._asdict(), "open": count.not_known + count.unanswered}
    if count.yes >= threshold:
        told = _(
            "{yes} yes answers: {threshold} or more is visible high risk in this MARAC. "
            "{not_known} not known, {unanswered} not answered."
        )
        return True, told.format(**facts)
    if count.yes + facts["open"] >= threshold:
        told = _(
            "{yes} yes answers, {not_known} not known, {unanswered} not answered: "
            "the count could still reach {threshold}. A lower count never rules a referral out."
        )
        return None, told.format(**facts)
    told = _("{yes} yes answers, fewer than {threshold}. A lower count never rules a referral out.")
    return False, told.format(**facts)


def _written(score: Any, threshold: int, stated: bool | None) -> tuple[bool | None, str]:
    if isinstance(score, int):
        told = _("The form says {score} yes answers, without the answers; {threshold} or more is visible high risk.")
        return score >= threshold, told.format(score=score, threshold=threshold)
    if stated:
        return None, _("The form ticks this, but gives neither answers nor a count. Ask for the checklist.")
    return None, _("No checklist came with the referral.")


def _judgement(content: Content) -> Ground:
    stated = value_at(content, "criteria.professional_judgement")
    name = _("Professional judgement")
    if not stated:
        return Ground(
            "professional_judgement", name, False if stated is False else None, stated, _not_ticked(stated, content)
        )
    evidence = value_at(content, "evidence.professional_judgement")
    if evidence:
        told = _("The referrer gives it as a ground, which is enough on its own: “{evidence}”").format(
            evidence=evidence
        )
    elif value_at(content, "narrative.text"):
        told = _("The referrer gives it as a ground. Enough on its own; the concern should be in the account below.")
    else:
        told = _("The referrer gives it as a ground, but no account says what the concern is. Ask for it.")
    return Ground("professional_judgement", name, True, stated, told)


def _escalation(content: Content, profile: Profile) -> Ground:
    stated = value_at(content, "criteria.potential_escalation")
    name = _("Potential escalation")
    if not stated:
        return Ground(
            "potential_escalation", name, False if stated is False else None, stated, _not_ticked(stated, content)
        )
    told = _(
        "The referrer gives it as a ground: in this MARAC, {events} events in {months} months, known to any agency. "
        "Check that the account names them."
    )
    told = told.format(events=profile.escalation_events, months=profile.escalation_months)
    evidence = value_at(content, "evidence.potential_escalation")
    if evidence:
        told = one_after_another(told, f"“{evidence}”")
    return Ground("potential_escalation", name, True, stated, told)


def _repeat(content: Content, profile: Profile, today: date, proposal: Proposal | None) -> Ground:
    stated = value_at(content, "criteria.repeat")
    written = dates_in(content)
    if stated and not written and (proposal is None or not proposal.about_cases):
        told = _("The referrer gives it as a ground, but no date of an earlier referral is known. Ask when it was.")
        return Ground("repeat", _("Repeat"), None, stated, told)
    proposal = proposal or repeat_or_new(written, profile, today)
    met = None if proposal.kind == UNCLEAR else proposal.kind == REPEAT
    return Ground("repeat", _("Repeat"), met, stated, proposal.reason)


def dates_in(content: Content) -> dict[Anchor, date]:
    """The date of the last time here, as the form gives it. Forms ask when the case was last heard."""
    written = value_at(content, "previous.last_date")
    try:
        return {Anchor.LAST_HEARD: date.fromisoformat(written)} if written else {}
    except (TypeError, ValueError):
        return {}


def _not_ticked(stated: bool | None, content: Content) -> str:
    if stated is None and content.get("form"):
        return _("The referrer was asked, and did not say.")
    return _("The form does not ask.") if stated is None else _("Not ticked on the form.")
