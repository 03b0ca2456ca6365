"""Rows and sheets of a tracker as pages show them: sentences put together and translated."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from marac.trackers.models import Line, Tracker
from marac.ui.refusals import said
from marac.workbooks.layout import FIELD_NAMES, HERE, KIND_NAMES, PASS_OVER, is_sealed
from marac.workbooks.rows import place, summary
from marac.workbooks.values import told

IN = (Line.Standing.IMPORTED, Line.Standing.KEPT)


@dataclass(frozen=True)
class Shown:
    """`cells` are heading, what the column is taken for, and what stands there; `says` everything to be known."""

    line: Line
    place: str
    summary: str
    problems: list[str]
    doubts: list[str]
    cells: list[tuple[str, str, str]]


@dataclass(frozen=True)
class SheetShown:
    index: int
    name: str
    hidden: bool
    kind: str
    rows: int
    columns: list[str]
    passed_over: list[str]


def line_shown(line: Line, tracker: Tracker) -> Shown:
    sheet = tracker.sheets[line.sheet]
    says = [each for each in line.likely if "say" in each]
    asks = [_reason(each) for each in line.likely if "reason" in each]
    problems = [_told(each) for each in [*line.problems, *(each for each in says if each.get("problem"))]]
    doubts = [_told(each) for each in [*(each for each in says if not each.get("problem")), *line.doubts]]
    passed = [gettext(line.passed_over)] if line.passed_over else []
    kept = [_told(each) for each in line.kept_because]
    return Shown(
        line=line,
        place=said(place(sheet["name"], line.number)),
        summary=summary(line.kind, line.meaning) if line.meaning else "",
        problems=problems,
        doubts=[*kept, *asks, *passed, *doubts],
        cells=_cells(line, sheet),
    )


def _told(each: Mapping[str, Any]) -> str:
    return said(told(each))


def _reason(each: Mapping[str, Any]) -> str:
    return gettext(each["reason"]).format(**each.get("with", {}))


def _cells(line: Line, sheet: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    rows = []
    for letter in sorted(line.cells, key=lambda each: (len(each), each)):
        text = line.typed.get(letter, line.cells[letter].get("text", ""))
        taken = _named(line.kind, sheet["columns"].get(letter, PASS_OVER))
        if line.standing in IN and is_sealed(sheet["columns"].get(letter, PASS_OVER)):
            text = gettext("Shown on the page of the person, where looking at it is recorded")
        if text:
            rows.append((f"{letter}: {sheet['headings'].get(letter, '')}", taken, text))
    return rows


def _named(kind: str, field: str) -> str:
    if field == PASS_OVER:
        return gettext("Passed over")
    if field.startswith(HERE):
        return gettext("Meeting of %(day)s") % {"day": field.removeprefix(HERE)}
    return said(FIELD_NAMES[kind][field]) if kind in FIELD_NAMES and field in FIELD_NAMES[kind] else field


def sheets_shown(tracker: Tracker) -> list[SheetShown]:
    return [
        SheetShown(
            index=index,
            name=sheet["name"],
            hidden=sheet["hidden"],
            kind=said(KIND_NAMES[sheet["kind"]]),
            rows=sheet["rows"],
            columns=[
                f"{letter} = {_named(sheet['kind'], field)}"
                for letter, field in sheet["columns"].items()
                if field != PASS_OVER
            ],
            passed_over=[
                sheet["headings"].get(letter, letter)
                for letter, field in sheet["columns"].items()
                if field == PASS_OVER
            ],
        )
        for index, sheet in enumerate(tracker.sheets)
    ]


def counts(by_standing: Mapping[str, int]) -> list[tuple[str, str, int]]:
    """Standing, its name and how many, those that want something first."""
    names = dict(Line.Standing.choices)
    return [(standing, gettext(names[standing]), by_standing[standing]) for standing in sorted(by_standing)]
