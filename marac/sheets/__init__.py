"""The referral form as data: its sheets in their order, and on which of them each thing is asked."""

from functools import cache

from marac.intake.fields import pattern_of
from marac.intake.missing import Missing
from marac.intake.tools import Tool, further
from marac.sheets import matters
from marac.sheets.people import CHILDREN, NEEDS, OTHERS, PERPETRATORS, REACH, VICTIM, YOU
from marac.sheets.shape import Piece, Question, Sheet, is_begun, patterns_of, pieces_of, questions_in
from marac.sheets.told import told_on


@cache
def sheets_for(tool: Tool, local_grounds: tuple[str, ...] = ()) -> tuple[Sheet, ...]:
    """All of them, with the checklist that the area asks for and the grounds that it has of its own."""
    people = (matters.ANSWER, YOU, VICTIM, REACH, NEEDS, PERPETRATORS, CHILDREN, OTHERS)
    asked = (matters.checklist(tool), *map(matters.further_checklist, further(tool)))
    rest = (matters.ACCOUNT, matters.CONSENT, matters.SHARING, matters.VIEWS, matters.DONE)
    return (*people, matters.grounds(local_grounds), *asked, *rest)


def sheet_of(path: str, sheets: tuple[Sheet, ...]) -> Sheet | None:
    """The sheet on which that is asked; a birth date is asked as it is known, and the checklist as a whole."""
    pattern = pattern_of(path)
    if pattern.endswith(".dob"):
        pattern += "_raw"
    if pattern == "checklist.answers":
        return next(sheet for sheet in sheets if sheet.slug == "checklist")
    return next((sheet for sheet in sheets if pattern in patterns_of(sheet)), None)


def missing_by_sheet(missing: list[Missing], sheets: tuple[Sheet, ...]) -> dict[str, list[str]]:
    """What is missing, in words, by the slug of the sheet that asks for it."""
    found: dict[str, list[str]] = {}
    for each in missing:
        sheet = sheet_of(each.path, sheets)
        if sheet is not None:
            found.setdefault(sheet.slug, []).append(each.words)
    return found


__all__ = [
    "Piece",
    "Question",
    "Sheet",
    "is_begun",
    "missing_by_sheet",
    "patterns_of",
    "pieces_of",
    "questions_in",
    "sheet_of",
    "sheets_for",
    "told_on",
]
