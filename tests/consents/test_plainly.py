"""Every wording of knowing and agreeing holds for its example, of the victim and of nobody else."""

import pytest

from marac.consents.plainly import ROWS, said

ANYBODY, NOBODY = (lambda who: True), (lambda who: False)
ASKED = "I asked if I could refer her to the MARAC."


@pytest.mark.parametrize("row", ROWS, ids=[row.example for row in ROWS])
def test_a_row_holds_for_its_example(row):
    aware, given = said(row.example, ASKED, ANYBODY)

    assert (row.aware is None or aware is row.aware, row.given is None or given is row.given) == (True, True)


@pytest.mark.parametrize(
    "words",
    [
        "She agrees to the referral",
        "He knows that I am writing to you",
        "The patient has been told of this referral",
        "Mum is on board with this going to MARAC",
    ],
)
def test_what_is_said_of_somebody_else_says_nothing(words):
    assert said(words, "", NOBODY) == (None, None)


def test_nobody_agrees_to_what_they_do_not_know_of():
    assert said("She agrees to the referral as long as he is not told.", "", ANYBODY) == (True, True)
