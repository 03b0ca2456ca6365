"""The grounds on which a case comes to a MARAC, each with its reason in words and what shows it.

Four are SafeLives' referral criteria; an area may have others of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from marac.directory.choices import Anchor
from marac.directory.profile import Profile
from marac.intake.fields import GRADES
from marac.intake.paths import each_of, value_at
from marac.intake.scores import Count, count_answers
from marac.intake.tools import Tool, tool_named
from marac.kernel.dates import format_date
from marac.kernel.text import _, one_after_another
from marac.kernel.workdays import add_months
from marac.referrals.rules import threshold_of, tool_for
from marac.triage.rules.repeats import REPEAT, UNCLEAR, Proposal, repeat_or_new


@dataclass(frozen=True)
class Ground:
    """`met` is None where it cannot be said. `stated` is what the form ticked; None where it does not ask."""

    key: str
    name: str
    met: bool | None
    stated: bool | None
    reason: str
    evidence: tuple[str, ...] = ()


Content = Mapping[str, Any]


def grounds(content: Content, profile: Profile, *, today: date, proposal: Proposal | None = None) -> list[Ground]:
    """The four in the order of the criteria, then the area's own. One that is met is enough, and a count never stands
    against another.

    `proposal` is what the cases on record say of a repeat; without it, only the form's own date is known.
    """
    return [
        _visible_high_risk(content, profile, tool_named(tool_for(content, profile, today))),
        _judgement(content),
        escalation(content, profile, today),
        _repeat(content, profile, today, proposal),
        *local_grounds(content, profile),
    ]


def _visible_high_risk(content: Content, profile: Profile, tool: Tool) -> Ground:
    stated = value_at(content, "criteria.visible_high_risk")
    name, shown = _("Visible high risk"), _evidence(content, "visible_high_risk")
    threshold = threshold_of(tool.id, profile)
    if threshold is None:
        return Ground("visible_high_risk", name, *_graded(content, tool, stated), evidence=shown)
    written = value_at(content, "checklist.score_stated")
    answers = value_at(content, "checklist.answers")
    count = count_answers(answers, tool.keys)
    met, reason = (
        _counted(count, threshold, len(tool.keys))
        if answers and any(answer != "blank" for answer in answers.values())
        else _written(written, threshold, stated)
    )
    if answers and isinstance(written, int) and written != count.yes:
        told = _("The form says {written}; its answers count {yes}.").format(written=written, yes=count.yes)
        reason = one_after_another(reason, told)
    return Ground("visible_high_risk", name, met, stated, reason, shown)


def _graded(content: Content, tool: Tool, stated: bool | None) -> tuple[bool | None, bool | None, str]:
    """By a tool that does not count, the highest of its grades is the ground; no other speaks against a referral."""
    grade, why = value_at(content, "checklist.grade"), value_at(content, "checklist.grade_reasons")
    if grade not in tool.grades:
        return None, stated, _("This area grades the risk and does not count. No grade came with the referral.")
    told = _("Graded by whoever assessed it: {grade}. There is no count. A lower grade never rules a referral out.")
    reason = told.format(grade=GRADES[grade])
    if not why:
        reason = one_after_another(reason, _("No account says why: ask for it."))
    met = True if grade == tool.grades[-1] else None
    return met, stated, one_after_another(reason, f"“{why}”") if why else reason


def _evidence(content: Content, ground: str) -> tuple[str, ...]:
    told = value_at(content, f"evidence.{ground}")
    return (told,) if told else ()


def _counted(count: Count, threshold: int, of: int) -> tuple[bool | None, str]:
    """No total speaks for itself until every question is answered: what is open is said beside it."""
    facts = {"threshold": threshold, "of": of, **count._asdict(), "open": count.not_known + count.unanswered}
    if count.yes >= threshold:
        told = _(
            "{yes} of {of} yes: {threshold} or more is visible high risk in this MARAC. "
            "{not_known} not known, {unanswered} not answered."
        )
        return True, told.format(**facts)
    if count.yes + facts["open"] >= threshold:
        told = _(
            "{yes} of {of} yes, {not_known} not known, {unanswered} not answered: "
            "the count could still reach {threshold}. A lower count never rules a referral out."
        )
        return None, told.format(**facts)
    told = _(
        "{yes} of {of} yes, {not_known} not known, {unanswered} not answered: fewer than {threshold}. "
        "A lower count never rules a referral out."
    )
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


def escalation(content: Content, profile: Profile, today: date) -> Ground:
    """Ticked, or as many dated events as the area counts, in its months up to the day."""
    stated = value_at(content, "criteria.potential_escalation")
    since = add_months(today, -profile.escalation_months)
    events = [each for _path, each in each_of(content, "events") if each]
    dated = [(on, each) for each in events if (on := _day(each.get("on"))) is not None]
    counted = sum(since < on <= today for on, _each in dated)
    facts: dict[str, Any] = {
        "events": profile.escalation_events,
        "months": profile.escalation_months,
        "counted": counted,
    }
    facts |= {"since": format_date(since), "until": format_date(today), "undated": len(events) - len(dated)}
    parts: list[str] = []
    if stated:
        parts.append(_("The referrer gives it as a ground."))
    elif not events:
        parts.append(_not_ticked(stated, content))
    parts.append(
        _(
            "In this MARAC, {events} events in {months} months, known to any agency: "
            "{counted} counted after {since} and up to {until}."
        ).format(**facts)
    )
    if facts["undated"]:
        parts.append(_("Events without a date, which are not counted: {undated}.").format(**facts))
    if stated and counted < profile.escalation_events:
        parts.append(_("Check that the account names the events."))
    enough = counted >= profile.escalation_events
    met = True if stated or enough else (False if stated is False else None)
    shown = (*_evidence(content, "potential_escalation"), *map(_event_in_words, events))
    return Ground("potential_escalation", _("Potential escalation"), met, stated, one_after_another(*parts), shown)


def _event_in_words(event: Mapping[str, Any]) -> str:
    on = _day(event.get("on"))
    told = _("{on}: {what} ({source})")
    return told.format(
        on=format_date(on) if on else _("No date"),
        what=event.get("what") or _("not described"),
        source=event.get("source") or _("who recorded it is not given"),
    )


def local_grounds(content: Content, profile: Profile) -> list[Ground]:
    """The area's own in the order of its setting; one that a referral names and the area no longer has comes last."""
    told: dict[str, list[str]] = {}
    for _path, each in each_of(content, "local_grounds"):
        if each and each.get("ground"):
            told.setdefault(each["ground"], []).extend(filter(None, [each.get("evidence")]))
    found = []
    for name in dict.fromkeys((*profile.own_grounds, *told)):
        if name not in told:
            asked = bool(content.get("form"))
            reason, met = _("A ground of the local protocol. The referrer does not give it."), False if asked else None
        elif name not in profile.own_grounds:
            reason, met = _("The referrer gives it; it is none of the grounds of the protocol in force."), None
        else:
            reason, met = _("A ground of the local protocol, which the referrer gives."), True
        if name in told and not told[name]:
            reason = one_after_another(reason, _("Nothing shows it: ask for it."))
        found.append(
            Ground(f"local:{name}", name, met, True if name in told else None, reason, tuple(told.get(name, ())))
        )
    return found


def _day(written: Any) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except (TypeError, ValueError):
        return None


def _repeat(content: Content, profile: Profile, today: date, proposal: Proposal | None) -> Ground:
    stated = value_at(content, "criteria.repeat")
    written = dates_in(content)
    if stated and not written and (proposal is None or not proposal.about_cases):
        told = _("The referrer gives it as a ground, but no date of an earlier referral is known. Ask when it was.")
        return Ground("repeat", _("Repeat"), None, stated, told)
    proposal = proposal or repeat_or_new(written, profile, today)
    met = None if proposal.kind == UNCLEAR else proposal.kind == REPEAT
    return Ground("repeat", _("Repeat"), met, stated, proposal.reason, _evidence(content, "repeat"))


def dates_in(content: Content) -> dict[Anchor, date]:
    """The date of the last time here, as the form gives it. Forms ask when the case was last heard."""
    on = _day(value_at(content, "previous.last_date"))
    return {Anchor.LAST_HEARD: on} if on else {}


def _not_ticked(stated: bool | None, content: Content) -> str:
    if stated is None and content.get("form"):
        return _("The referrer was asked, and did not say.")
    return _("The form does not ask.") if stated is None else _("Not ticked on the form.")
