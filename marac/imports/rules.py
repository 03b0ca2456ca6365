"""What must be settled before a workbook is imported, and what stays when it is taken back."""

from collections.abc import Mapping
from typing import Any

from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.trackers.rules import ASKS, BAD, TAKEN_IN


def check_can_import(state: str, by_standing: Mapping[str, int]) -> None:
    """Nothing is dropped by not looking: each row that cannot be taken in is corrected or left out by somebody."""
    if state == "imported":
        raise Refusal(_("This workbook is imported already. Take it back first."))
    if bad := by_standing.get(BAD, 0):
        raise Refusal(
            _("{number} rows cannot be taken in as they are. Correct each of them, or leave it out."), number=bad
        )
    if asks := by_standing.get(ASKS, 0):
        raise Refusal(_("{number} rows ask whether they are of a case that is here. Answer each of them."), number=asks)
    if not sum(by_standing.get(each, 0) for each in TAKEN_IN):
        raise Refusal(_("Nothing would be imported: every row is left out, passed over or here already."))


def check_can_undo(state: str) -> None:
    if state != "imported":
        raise Refusal(_("This workbook is not imported, so there is nothing to take back."))


def to_keep(
    touched: Mapping[Any, list[Any]], of_line: Mapping[Any, Any], points_to: Mapping[Any, set[Any]]
) -> set[Any]:
    """What stays when an import is taken back: whatever was built on, all else of its row, and what those stand on.

    `touched` are the records that were built on, `of_line` the row of each, `points_to` what each refers to.
    """
    by_line: dict[Any, set[Any]] = {}
    for record, line in of_line.items():
        if line is not None:
            by_line.setdefault(line, set()).add(record)
    kept: set[Any] = set()
    waiting = set(touched)
    while waiting:
        record = waiting.pop()
        kept.add(record)
        beside = by_line.get(of_line.get(record), set()) | points_to.get(record, set())
        waiting |= beside - kept
    return kept
