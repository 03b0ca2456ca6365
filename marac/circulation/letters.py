"""The action list as words on paper: the fields that marac/papers/fields.py declares."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from marac.documents.merge import fill
from marac.kernel.dates import format_date, short_date
from marac.kernel.text import safe_file_name
from marac.minutes.changes import hash_of
from marac.papers.queries import Sheet


def action_list_file(content: Mapping[str, Any], made_on: date, sheet: Sheet) -> bytes:
    return fill(sheet.template, action_list_letter(content, made_on, sheet.copy_for))


def action_list_name(content: Mapping[str, Any]) -> str:
    """Names neither a person nor what kind of meeting it was."""
    return safe_file_name(content["held_on"], "actions", extension="docx")


def action_list_letter(content: Mapping[str, Any], made_on: date, copy_for: str) -> dict[str, Any]:
    return {
        "marking": content["marking"],
        "copy_for": copy_for,
        "marac": content["marac"],
        "held_on": format_date(date.fromisoformat(content["held_on"])),
        "made_on": format_date(made_on),
        "hash": hash_of(content),
        "actions": [
            {
                **{name: each[name] for name in ("agency", "reference", "task", "risk")},
                "due_on": short_date(date.fromisoformat(each["due_on"])),
            }
            for each in content["actions"]
        ],
    }
