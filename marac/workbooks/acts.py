"""A row of a sheet of actions as an action, and a row of a sheet of attendance as who was at which meeting."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from marac.kernel.text import _, clean, clean_line
from marac.workbooks import values
from marac.workbooks.layout import HERE
from marac.workbooks.values import Cell, Notes, says_nothing, text_of

By = Mapping[str, tuple[str, Cell]]
DONE = re.compile(r"y(?:es)?|done|completed?|closed|c|✓|✔|green|actioned", re.I)
OPEN = re.compile(r"n(?:o)?|open|o|outstanding|in progress|ongoing|amber|red|pending|", re.I)
UNDONE = re.compile(r"not done|not completed|not actioned|missed", re.I)
CANNOT = re.compile(
    r"can ?not(?: be)? (?:complete|completed|done)|no longer (?:needed|required|possible)|n/a|withdrawn", re.I
)
APOLOGIES = re.compile(r"a(?:p|pol|pols|pologies)?\.?(?: sent)?", re.I)
DEPUTY = re.compile(r"dep(?:uty)?|sub(?:stitute)?|rep(?:laced)? by", re.I)
CHAIR = re.compile(r"chair", re.I)
OBSERVER = re.compile(r"obs(?:erver)?", re.I)
YEARS_AHEAD = 2


def read_action(by: By, notes: Notes, *, today: date, section: date | None) -> dict[str, Any]:
    """`reference` or `victim` of the case, `agency`, `task`, `agreed_on`, `due_on`, `state`, `done_on`, `words`."""
    agreed_on = values.day(*_at(by, "meeting_on"), notes, today=today) or section
    due_on = values.day(*_at(by, "due_on"), notes, today=today, ahead=YEARS_AHEAD)
    done_on = values.day(*_at(by, "done_on"), notes, today=today)
    state = _state(by, done_on, notes)
    words = clean(text_of(_at(by, "words")[0]))
    meaning = {
        "reference": clean_line(text_of(_at(by, "reference")[0])),
        "victim": clean_line(text_of(_at(by, "victim")[0])),
        "agency": "" if says_nothing(_at(by, "agency")[0]) else clean_line(text_of(_at(by, "agency")[0])),
        "task": clean(text_of(_at(by, "task")[0])),
        "agreed_on": agreed_on.isoformat() if agreed_on else None,
        "due_on": due_on.isoformat() if due_on else None,
        "state": state,
        "done_on": done_on.isoformat() if done_on else None,
        "words": words,
    }
    _check_action(meaning, notes)
    return meaning


MUST = {
    "task": _("No action is written."),
    "agency": _("No agency is named for the action."),
    "agreed_on": _("The day on which it was agreed is not given. Type it."),
    "due_on": _("The day on which it was due is not given. Type it; none is guessed."),
}


def _check_action(meaning: Mapping[str, Any], notes: Notes) -> None:
    read = not notes.problems  # else a day that could not be read would be missed too
    for name, words in MUST.items():
        if not meaning[name] and (read or not name.endswith("_on")):
            notes.problem(words)
    if not meaning["reference"] and not meaning["victim"]:
        notes.problem(_("Nothing says which case the action is of."))
    if meaning["agreed_on"] and meaning["due_on"] and meaning["due_on"] < meaning["agreed_on"]:
        notes.problem(_("It would have been due before it was agreed. Correct one of the days."))
    if meaning["state"] in ("cannot", "not_done") and not meaning["words"]:
        notes.doubt(_("Nothing says why it was not done: “not said in the old tracker” is kept as the reason."))
    if meaning["state"] == "complete" and not meaning["done_on"]:
        notes.doubt(_("Nothing says when it was done: the day of the import is kept as the day of the report."))


def _state(by: By, done_on: date | None, notes: Notes) -> str:
    cell, letter = _at(by, "state")
    text = text_of(cell)
    for pattern, state in ((UNDONE, "not_done"), (CANNOT, "cannot"), (DONE, "complete"), (OPEN, "open")):
        if pattern.fullmatch(text):
            return "complete" if state == "open" and done_on and not text else state
    notes.doubt(_("“{text}” in column {column} says neither done nor open: taken for open."), text=text, column=letter)
    return "open"


def read_attendance(by: By, notes: Notes, *, today: date, section: date | None) -> dict[str, Any]:
    """`there`: for each meeting that it tells of, `meeting_on`, `agency`, `name`, `capacity`, `presence`."""
    agency = "" if says_nothing(_at(by, "agency")[0]) else clean_line(text_of(_at(by, "agency")[0]))
    if not agency:
        notes.problem(_("No agency is named."))
    name = values.tidy_name(_at(by, "name")[0])
    there = []
    for field, (letter, cell) in by.items():
        if field.startswith(HERE):
            there += _at_meeting(date.fromisoformat(field.removeprefix(HERE)), name, cell, letter, notes, today)
    if "presence" in by:
        on = values.day(*_at(by, "meeting_on"), notes, today=today) or section
        if on is None and not notes.problems:
            notes.problem(_("Nothing says which meeting it was."))
        if on is not None:
            there += _at_meeting(on, name, by["presence"][1], by["presence"][0], notes, today)
    capacity = _capacity(text_of(_at(by, "capacity")[0]))
    made = [{"agency": agency, **each, "capacity": each["capacity"] or capacity or "representative"} for each in there]
    if made and any(not each["name"] for each in made):
        notes.doubt(_("Nobody is named: “name not kept” is entered for the agency."))
    return {"there": made}


def _at_meeting(on: date, name: str, cell: Cell, letter: str, notes: Notes, today: date) -> list[dict[str, Any]]:
    """Nothing for a cell that says no or nothing. A cell may hold the name of who came."""
    text = text_of(cell)
    if on > today:
        if text:
            notes.problem(_("The meeting of column {column} is still to come."), column=letter)
        return []
    if not text or says_nothing(cell) or values.NO.fullmatch(text):
        return []
    row = {"meeting_on": on.isoformat(), "name": name, "capacity": _capacity(text), "presence": "present"}
    if APOLOGIES.fullmatch(text):
        return [row | {"presence": "apologies"}]
    if values.YES.fullmatch(text) or row["capacity"]:
        return [row]
    if name:
        notes.doubt(_("“{text}” in column {column} is taken for present."), text=text, column=letter)
        return [row]
    people = values.people(cell, letter, notes, today=today)
    return [row | {"name": f"{each['forenames']} {each['surname']}".strip()} for each in people]


def _capacity(text: str) -> str:
    for pattern, capacity in ((CHAIR, "chair"), (DEPUTY, "deputy"), (OBSERVER, "observer")):
        if pattern.match(text):
            return capacity
    return ""


def _at(by: By, name: str) -> tuple[Cell, str]:
    letter, cell = by.get(name, ("", {}))
    return cell, letter
