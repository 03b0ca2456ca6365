"""The referral form as data: its sheets in their order, and on which of them each thing is asked."""

from marac.drafts.sheets.matters import ACCOUNT, ANSWER, CHECKLIST, CONSENT, DONE, GROUNDS, VIEWS
from marac.drafts.sheets.people import CHILDREN, NEEDS, OTHERS, PERPETRATORS, REACH, VICTIM, YOU
from marac.drafts.sheets.shape import Piece, Question, Sheet, is_begun, patterns_of, pieces_of, questions_in
from marac.drafts.sheets.told import told_on
from marac.intake.fields import pattern_of
from marac.intake.missing import Missing

SHEETS = (
    ANSWER,
    YOU,
    VICTIM,
    REACH,
    NEEDS,
    PERPETRATORS,
    CHILDREN,
    OTHERS,
    GROUNDS,
    CHECKLIST,
    ACCOUNT,
    CONSENT,
    VIEWS,
    DONE,
)


def sheet_of(path: str) -> Sheet | None:
    """The sheet on which that is asked; a birth date is asked as it is known, and the checklist as a whole."""
    pattern = pattern_of(path)
    if pattern.endswith(".dob"):
        pattern += "_raw"
    if pattern == "checklist.answers":
        return CHECKLIST
    return next((sheet for sheet in SHEETS if pattern in patterns_of(sheet)), None)


def missing_by_sheet(missing: list[Missing]) -> dict[str, list[str]]:
    """What is missing, in words, by the slug of the sheet that asks for it."""
    found: dict[str, list[str]] = {}
    for each in missing:
        sheet = sheet_of(each.path)
        if sheet is not None:
            found.setdefault(sheet.slug, []).append(each.words)
    return found


__all__ = [
    "SHEETS",
    "Piece",
    "Question",
    "Sheet",
    "is_begun",
    "missing_by_sheet",
    "patterns_of",
    "pieces_of",
    "questions_in",
    "sheet_of",
    "told_on",
]
