"""What is typed in the search box is taken apart in any order."""

from datetime import date

import pytest

from marac.matching.terms import read_terms

TODAY = date(2026, 3, 4)


def _kinds(words):
    return [
        "born" if term.born else min(key.partition(":")[0] for key in term.keys)
        for term in read_terms(words, today=TODAY)
    ]


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("", []),
        (" , ", []),
        ("Hannah Tolliver", ["name", "name"]),
        ("TOLLIVER, Hannah 3/4/91", ["name", "name", "born"]),
        ("3rd April 1991 Tolliver", ["name", "born"]),
        ("07700 900 214", ["phone"]),
        ("+44 7700 900214 Hannah", ["name", "phone"]),
        ("zz3 7tb tolliver", ["name", "post"]),
        ("Mrs Tolliver", ["name"]),
        ("Tolliver 1991", ["name", "born"]),
        ("31/02/1991", ["name"]),
    ],
)
def test_names_dates_postcodes_and_phones_are_told_apart(words, kinds):
    assert _kinds(words) == kinds


def test_a_nickname_looks_for_the_name_too():
    assert "name:elizabeth" in read_terms("Liz", today=TODAY)[0].keys


@pytest.mark.parametrize("words", ["Mac Donald", "Anne Marie"])
def test_a_name_in_two_words_also_looks_for_them_run_together(words):
    together = f"name:{words.replace(' ', '').lower()}"

    assert all(together in term.keys for term in read_terms(words, today=TODAY))
