"""Minutes as PDF: the same letter as the page and the Word file say, in an order that cannot be changed afterwards."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from marac.kernel.text import safe_file_name
from marac.printing.blocks import Block, Facts, Heading, Items, Sheet, Table, Text
from marac.printing.pdf import print_pdf


def pdf_file(letter: Mapping[str, Any]) -> bytes:
    """`letter` is what `minutes_letter` gives, with whose copy it is."""
    title = _("Minutes of {day}, issue {number}").format(day=letter["held_on"], number=letter["issue"])
    return print_pdf(
        Sheet(
            title=title,
            language=get_language(),
            marking=letter["marking"],
            copy_for=letter["copy_for"],
            foot=title,
            blocks=[*_opening(letter), *(block for case in letter["cases"] for block in _case(case)), *_foot(letter)],
        )
    )


def pdf_name(content: Mapping[str, Any], number: int) -> str:
    """Names neither a person nor what kind of meeting it was."""
    return safe_file_name(content["held_on"], "minutes", f"issue-{number}", extension="pdf")


def _opening(letter: Mapping[str, Any]) -> list[Block]:
    return [
        Heading(_("Minutes of {day}").format(day=letter["held_on"]), level=1),
        Facts(
            [
                (_("Meeting"), letter["marac"]),
                (_("Issue"), str(letter["issue"])),
                (_("Starts"), letter["starts_at"]),
                (_("Venue"), letter["venue"]),
                (_("Chair"), letter["chair"]),
            ]
        ),
        *_changes(letter),
        Heading(_("Confidentiality")),
        Text(letter["confidentiality"]),
        Heading(_("Quorum")),
        Text(letter["quorum"]),
        Heading(_("Present")),
        _people(letter["present"], "capacity"),
        Heading(_("Apologies")),
        _people(letter["apologies"], "sent"),
        Heading(_("Observers")),
        _people(letter["observers"], "accepted"),
        Heading(_("Overdue from earlier meetings")),
        *_overdue(letter["overdue"]),
    ]


def _changes(letter: Mapping[str, Any]) -> list[Block]:
    if not letter["changes"]:
        return []
    rows = [(each["reference"], each["what"], each["text"]) for each in letter["changes"]]
    return [Heading(letter["changed_since"]), Table((2, 3, 6), (_("Case"), _("What"), _("Now says")), rows)]


def _people(rows: list[Mapping[str, Any]], last: str) -> Items:
    return Items([f"{each['agency']}: {each['name']}, {each[last]}" for each in rows] or [_("None recorded.")])


def _overdue(rows: list[Mapping[str, Any]]) -> list[Block]:
    if not rows:
        return [Text(_("None."))]
    head = (_("Agency"), _("Case"), _("Action"), _("Was due"))
    return [
        Table((3, 2, 6, 2), head, [[each[name] for name in ("agency", "reference", "task", "due_on")] for each in rows])
    ]


def _case(case: Mapping[str, Any]) -> list[Block]:
    outcome = f"{case['outcome']}: {case['reason']}" if case["reason"] else case["outcome"]
    head: list[Block] = [
        Heading(_("Case {reference}").format(reference=case["reference"]), new_page=True),
        Text(f"{case['kind']}, {outcome}"),
        *(Text(case[name]) for name in ("quorum", "on_the_day") if case[name]),
    ]
    return [*head, *(_heard(case) if case["heard"] else [])]


def _heard(case: Mapping[str, Any]) -> list[Block]:
    said = (
        (_("Who spoke for the victim"), "spoke_for_victim"),
        (_("What the victim wants"), "wishes"),
        (_("Possible harm to people or property"), "possible_harm"),
        (_("What adds to the risk"), "contributory"),
        (_("Safety plans and what supports"), "supportive"),
        (_("Conclusion"), "conclusion"),
        (_("Who tells the victim, how and by when"), "who_tells"),
    )
    return [Facts([(label, case[name]) for label, name in said]), *_lines(case["lines"]), *_actions(case["actions"])]


def _lines(lines: list[Mapping[str, Any]]) -> list[Block]:
    if not lines:
        return []
    rows = []
    for each in lines:
        text = _("{text} (in summary)").format(text=each["text"]) if each["summary"] else each["text"]
        rows.append((each["agency"], each["kind"], text, each["source"]))
    head = (_("Agency"), _("Kind"), _("Information"), _("Source"))
    return [Heading(_("Information from agencies"), level=3), Table((3, 2, 7, 3), head, rows)]


def _actions(actions: list[Mapping[str, Any]]) -> list[Block]:
    heading = Heading(_("Actions"), level=3)
    if not actions:
        return [heading, Text(_("None agreed."))]
    rows = [[each[name] for name in ("agency", "task", "risk", "due_on")] for each in actions]
    return [heading, Table((3, 6, 4, 2), (_("Agency"), _("Undertook to"), _("Because of"), _("By when")), rows)]


def _foot(letter: Mapping[str, Any]) -> list[Block]:
    if not letter["cases"]:
        return [Text(_("There is no case in these minutes that you can open."))]
    return [Text(letter["trail"])] if letter["trail"] else []
