"""Whether somebody answers to what was typed, and in which words that is said."""

from datetime import date

import pytest

from marac.intake.people import Described
from marac.matching.answering import answers, told
from marac.matching.terms import read_terms

TODAY = date(2026, 3, 4)
SHARON = Described(
    "Mac Donald",
    "Sharon Anne",
    ("Shaz", "Sharon Tolliver"),
    date(1991, 4, 3),
    date(1991, 4, 3),
    ("ZZ3 7TB",),
    ("07700900214",),
    ("14 Lantern Row, Tynemoor",),
)


def said(words, *records):
    given = answers(read_terms(words, today=TODAY), told(records or [SHARON]))
    return [str(each.words) if each else None for each in given]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("sharon", ["name: Sharon"]),
        ("shar", ["name: Sharon"]),
        ("Shaz", ["also called Shaz"]),
        ("Sharron", ["Sharon sounds like Sharron"]),
        ("Tollivr", ["Tolliver sounds like Tollivr"]),
        ("macdonald", ["name: Mac Donald"]),
        ("Tynemoor", ["address: Tynemoor"]),
        ("zz3", ["address: ZZ3"]),
        ("34ish", ["the age or birth date fits"]),
        ("3/4/91", ["born on that day"]),
        ("zz37tb", ["same postcode"]),
        ("07700 900214", ["same phone"]),
        ("07700 900215", [None]),
        ("Isla", [None]),
        ("1980", [None]),
    ],
)
def test_each_thing_that_was_typed_is_met_or_not_and_said_in_a_few_words(words, expected):
    assert said(words) == expected


def test_all_records_of_one_human_being_answer_together():
    assert None not in said("Roper Tynemoor", SHARON, Described("Roper", "Sharon"))
    assert None in said("Roper Tynemoor", SHARON)
