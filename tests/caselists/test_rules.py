"""What stops an issue of the case list, or a reminder, and what is said then."""

import pytest

from marac.caselists.rules import check_due, check_remind, check_shown
from marac.kernel.refusal import Refusal


def test_a_list_goes_to_somebody_and_only_if_something_differs():
    with pytest.raises(Refusal, match="No agency has a seat"):
        check_due(agencies=0, due=0)
    with pytest.raises(Refusal, match="nothing was sent twice"):
        check_due(agencies=4, due=0)
    check_due(agencies=4, due=1)


def test_what_goes_out_is_what_was_shown():
    with pytest.raises(Refusal, match="was changed since the page"):
        check_shown("mark", "another")
    check_shown("mark", "mark")


@pytest.mark.parametrize(
    ("state", "unopened", "not_reminded", "words"),
    [
        ("planned", 2, 2, "has not gone out"),
        ("held", 2, 2, "is over"),
        ("listed", 0, 0, "Every agency has opened"),
        ("listed", 2, 0, "today already"),
    ],
)
def test_a_reminder_is_for_those_who_have_not_opened_and_once_a_day(state, unopened, not_reminded, words):
    with pytest.raises(Refusal, match=words):
        check_remind(meeting_state=state, unopened=unopened, not_reminded=not_reminded)


def test_who_has_not_opened_it_is_reminded():
    check_remind(meeting_state="listed", unopened=2, not_reminded=1)
