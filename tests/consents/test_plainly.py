"""Every wording of knowing and agreeing holds for its example, of the victim and of nobody else."""

import pytest

from marac.consents.plainly import ROWS, said


def anybody(who, before):
    return True


def nobody(who, before):
    return False


ASKED = "I asked if I could refer her to the MARAC."


@pytest.mark.parametrize("row", ROWS, ids=[row.example for row in ROWS])
def test_a_row_holds_for_its_example(row):
    aware, given = said(row.example, ASKED, anybody)

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
    assert said(words, "", nobody) == (None, None)


def test_nobody_agrees_to_what_they_do_not_know_of():
    assert said("She agrees to the referral.", "", anybody) == (True, True)


def test_a_yes_beside_a_doubt_is_none():
    assert said("She agrees to the referral as long as he is not told.", "", anybody) == (None, None)


def test_who_refuses_still_knows():
    refused = "She has declined to give consent; the patient knows that her case will be heard."

    assert said(refused, "", anybody) == (True, False)
