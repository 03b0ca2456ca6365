"""The minutes as words on paper: from an issue's frozen content to the names in marac/documents/word/minutes.docx."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from marac.documents.merge import merge
from marac.kernel.dates import format_date, short_date
from marac.kernel.text import safe_file_name
from marac.meetings.models import AgendaItem, Attendance
from marac.minutes.rules import LINE_KINDS
from marac.referrals.models import Referral

TEMPLATE = "minutes.docx"


def word_file(content: Mapping[str, Any], number: int) -> bytes:
    return merge(TEMPLATE, minutes_letter(content, number))


def file_name(content: Mapping[str, Any], number: int) -> str:
    """Names neither a person nor what kind of meeting it was."""
    return safe_file_name(content["held_on"], "minutes", f"issue-{number}", extension="docx")


def minutes_letter(content: Mapping[str, Any], number: int) -> dict[str, Any]:
    """The template's names and their words. Dates become text here; blank parts say so rather than vanish."""
    return {
        "marking": content["marking"],
        "marac": content["marac"],
        "issue": number,
        "held_on": format_date(date.fromisoformat(content["held_on"])),
        "starts_at": content["starts_at"],
        "venue": content["venue"] or _("Not recorded"),
        "chair": content["chair"] or _("Not recorded"),
        "confidentiality": content["confidentiality"],
        "present": [
            {**each, "capacity": _(Attendance.Capacity(each["capacity"]).label)} for each in content["present"]
        ],
        "apologies": [
            {**each, "sent": _("Information sent") if each["sent"] else _("No information sent")}
            for each in content["apologies"]
        ],
        "observers": [
            {**each, "accepted": _("Accepted") if each["accepted"] else _("Not accepted")}
            for each in content["observers"]
        ],
        "overdue": [_dated(each) for each in content["overdue"]],
        "cases": [_case(each) for each in content["cases"]],
    }


def _dated(action: Mapping[str, Any]) -> dict[str, Any]:
    return {**action, "due_on": short_date(date.fromisoformat(action["due_on"]))}


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
        "lines": [_line(each) for each in case["lines"]],
        "actions": [_dated(each) for each in case["actions"]],
    }


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
