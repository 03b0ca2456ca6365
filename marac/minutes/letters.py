"""Minutes and agendas as words on paper: the fields that marac/papers/fields.py declares."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from marac.actions.models import Action
from marac.actions.rules import SAID_NAMES, Said
from marac.attendance.models import Attendance, QuorumDecision
from marac.directory.profile import Profile
from marac.documents.merge import fill
from marac.kernel.dates import format_date, short_date
from marac.kernel.text import Sentence, safe_file_name
from marac.meetings.models import AgendaItem, Meeting
from marac.meetings.queries import Agenda, Slot
from marac.meetings.rules import day_in_words
from marac.minutes.changes import Changes, Since, changes, hash_of
from marac.minutes.rules import LINE_KINDS
from marac.papers.queries import Sheet
from marac.referrals.models import Referral
from marac.ui.refusals import said as in_words


def word_file(
    content: Mapping[str, Any], number: int, trail: str, *, sheet: Sheet, since: Since | None = None
) -> bytes:
    return fill(sheet.template, minutes_letter(content, number, trail, since, sheet.copy_for))


def file_name(content: Mapping[str, Any], number: int) -> str:
    """Names neither a person nor what kind of meeting it was."""
    return safe_file_name(content["held_on"], "minutes", f"issue-{number}", extension="docx")


def minutes_letter(
    content: Mapping[str, Any], number: int, trail: str, since: Since | None = None, copy_for: str = ""
) -> dict[str, Any]:
    """The template's names and their words. Dates become text here; blank parts say so rather than vanish.

    `trail` is the head of the audit trail when the issue went out ("" before that): papers keep what a database lost.
    `since` is the issue that this one takes the place of: what it changed is said before all else.
    """
    return {
        "marking": content["marking"],
        "copy_for": copy_for,
        "marac": content["marac"],
        "issue": number,
        "hash": hash_of(content),
        "trail": _("Record {head}").format(head=trail) if trail else "",
        "held_on": format_date(date.fromisoformat(content["held_on"])),
        "starts_at": content["starts_at"],
        "venue": content["venue"] or _("Not recorded"),
        "chair": content["chair"] or _("Not recorded"),
        "confidentiality": content["confidentiality"],
        "present": [
            {**each, "capacity": _(Attendance.Capacity(each["capacity"]).label)} for each in content["present"]
        ],
        "quorum": _quorum(content["quorum"]),
        "apologies": [
            {**each, "sent": _("Information sent") if each["sent"] else _("No information sent")}
            for each in content["apologies"]
        ],
        "observers": [
            {**each, "accepted": _("Accepted") if each["accepted"] else _("Not accepted")}
            for each in content["observers"]
        ],
        "changed_since": _("Changed since issue {number}").format(number=since.number) if since else "",
        "changes": _changes(changes(since.content, content)) if since else [],
        "overdue": [_dated(each) for each in content["overdue"]],
        "cases": [_case(each) for each in content["cases"]],
    }


def _changes(found: Changes) -> list[dict[str, str]]:
    """What is gone is not printed again: it was taken out because it should not stand."""
    gone = [(each, _("Taken out, or now says something else.")) for each in found.gone]
    return [
        {
            "reference": each.reference or _("The meeting"),
            "what": _(each.what),
            "text": in_words(text) if isinstance(text, Sentence) else text,
        }
        for each, text in [*((each, each.text or _("Blank now.")) for each in found.new), *gone]
    ]


def _quorum(quorum: Mapping[str, Any]) -> str:
    said = _("Core agencies present: {present}. Needed for a quorum: {needed}.").format(**quorum)
    if quorum["absent"]:
        said += " " + _("Not there: {agencies}.").format(agencies=", ".join(quorum["absent"]))
    return said


def _dated(action: Mapping[str, Any]) -> dict[str, Any]:
    said = {name: text for name, text in action.items() if name != "case_id"}
    return {**said, "due_on": short_date(date.fromisoformat(action["due_on"]))}


def _agreed(action: Mapping[str, Any]) -> dict[str, Any]:
    """`task` says all that was agreed; `said` what the agency said at the table."""
    more = (
        (_("Who: {words}."), action.get("person")),
        (_("Done when: {words}."), action.get("result")),
        (_("Different this time: {words}."), action.get("different")),
    )
    said = _said(action)
    beside = [*(text.format(words=words) for text, words in more if words), *([said] if said else [])]
    task = " ".join([f"{action['task'].rstrip(' .')}.", *beside]) if beside else action["task"]
    why = action.get("why_no_risk")
    risk = action["risk"] or (_("No named risk: {why}").format(why=why) if why else "")
    return _dated(action) | {"task": task, "risk": risk, "said": said}


def _said(action: Mapping[str, Any]) -> str:
    if not action.get("asked"):
        return ""
    if not action["said"]:
        return _("Not answered at the meeting.")
    if action["answer_by_on"]:
        by = short_date(date.fromisoformat(action["answer_by_on"]))
        return _("Taken away, to answer by {day}.").format(day=by)
    words = _(SAID_NAMES[Said(action["said"])])
    return f"{words}: {action['said_why']}" if action["said_why"] else f"{words}."


def _case(case: Mapping[str, Any]) -> dict[str, Any]:
    words = {name: case[name] or _("Nothing recorded") for name in _PARTS}
    kind = _(Referral.Kind(case["kind"]).label) if case["kind"] else _("Not recorded")
    return {
        **words,
        "reference": case["reference"],
        "kind": kind,
        "heard": case["state"] == "heard",
        "outcome": _(AgendaItem.State(case["state"]).label),
        "reason": case["reason"],
        "quorum": _without_quorum(case["quorum"]) if "quorum" in case else "",
        "on_the_day": _on_the_day(case.get("on_the_day", ())),
        "lines": [_line(each) for each in case["lines"]],
        "actions": [_agreed(each) for each in case["actions"]],
    }


def _without_quorum(decided: Mapping[str, Any]) -> str:
    told = _("There was no quorum for this case. The chair decided: {decision}. Not there: {agencies}. Why: {reason}")
    decision = _(QuorumDecision.Decision(decided["decision"]).label)
    return told.format(decision=decision, agencies=", ".join(decided["absent"]), reason=decided["reason"])


def _on_the_day(moves: Iterable[Mapping[str, Any]]) -> str:
    told = "; ".join(in_words(day_in_words(each)) for each in moves)
    return _("On the day of the meeting: {moves}.").format(moves=told) if told else ""


def _line(line: Mapping[str, Any]) -> dict[str, Any]:
    when = short_date(date.fromisoformat(line["dated_on"])) if line["dated_on"] else ""
    source = ", ".join(part for part in (line["source"], when) if part)
    return {
        "agency": line["agency"],
        "kind": _(LINE_KINDS[line["kind"]]),
        "text": line["text"],
        "source": source,
        "summary": line["summary"],
    }


_PARTS = ("spoke_for_victim", "wishes", "possible_harm", "contributory", "supportive", "conclusion", "who_tells")


def agenda_file(meeting: Meeting, found: Agenda, overdue: Iterable[Action], profile: Profile, sheet: Sheet) -> bytes:
    return fill(sheet.template, {**agenda_letter(meeting, found, overdue, profile), "copy_for": sheet.copy_for})


def agenda_file_name(meeting: Meeting) -> str:
    return safe_file_name(meeting.held_on.isoformat(), "agenda", extension="docx")


def agenda_letter(meeting: Meeting, found: Agenda, overdue: Iterable[Action], profile: Profile) -> dict[str, Any]:
    """In the order of SafeLives' agenda: what was left undone stands before the cases. Nobody is named but agencies."""
    following = _("Next meeting: {day}.").format(day=format_date(found.next_on)) if found.next_on else ""
    return {
        "marking": profile.marking,
        "marac": meeting.marac.name,
        "held_on": format_date(meeting.held_on),
        "starts_at": f"{meeting.starts_at:%H:%M}",
        "venue": meeting.venue or _("Not recorded"),
        "chair": meeting.chair or _("Not recorded"),
        "confidentiality": _(profile.confidentiality),
        "overdue": [
            {
                "agency": each.agency.name,
                "reference": each.case.reference,
                "task": each.task,
                "due_on": short_date(each.due_on),
            }
            for each in overdue
        ],
        "cases": [{"number": number, **_slot(each)} for number, each in enumerate(found.slots, start=1)],
        "next_meeting": following,
    }


def _slot(slot: Slot) -> dict[str, Any]:
    referral = slot.item.referral
    return {
        "reference": slot.item.case.reference,
        "kind": _(referral.get_kind_display()) if referral.kind else _("Not recorded"),
        "referred_by": referral.agency.name if referral.agency else _("Not recorded"),
        "children": slot.children or _("None"),
        "minutes": slot.item.minutes,
    }
