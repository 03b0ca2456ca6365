"""What is to be done about a row, and what somebody may decide about it."""

from marac.kernel.refusal import Refusal
from marac.kernel.text import _

BAD, ASKS, DOUBTFUL, CLEAR = "1_bad", "2_asks", "3_doubtful", "4_clear"
ALREADY, LEFT_OUT, PASSED_OVER, IMPORTED, KEPT = "5_already", "6_left_out", "7_passed_over", "8_imported", "9_kept"
TAKEN_IN = (DOUBTFUL, CLEAR)


def standing_of(*, passed_over: bool, choice: str, problems: bool, asks: bool, already: bool, doubts: bool) -> str:
    """What somebody decided stands first; then what keeps the row out, what it asks, and what is doubtful."""
    steps = (
        (passed_over, PASSED_OVER),
        (choice == "leave", LEFT_OUT),
        (problems, BAD),
        (already, ALREADY),
        (asks and not choice, ASKS),
        (doubts, DOUBTFUL),
    )
    return next((standing for holds, standing in steps if holds), CLEAR)


def check_can_change(state: str) -> None:
    if state == "imported":
        raise Refusal(_("This workbook is imported. Take it back before you change what its rows mean."))


def check_choice(choice: str, *, problems: bool, has_target: bool) -> None:
    if choice == "same" and not has_target:
        raise Refusal(_("Choose the case that it is the same as."), field="choice")
    if choice != "leave" and problems:
        raise Refusal(_("This row cannot be taken in as it is. Correct it first, or leave it out."), field="choice")
