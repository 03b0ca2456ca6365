"""What is typed in the search box is taken apart in any order."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.matching.terms import read_terms, wanted

TODAY = date(2026, 3, 4)


def kinds(words):
    told = read_terms(words, today=TODAY)
    return [
        "phone" * bool(each.phone) or "post" * bool(each.postcode) or ("name" if each.name else "born") for each in told
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", []),
        (" , ", []),
        ("😀", []),
        ("Hannah Tolliver", ["name", "name"]),
        ("TOLLIVER, Hannah 3/4/91", ["name", "name", "born"]),
        ("3rd April 1991 Tolliver", ["name", "born"]),
        ("07700 900 214", ["phone"]),
        ("+44 7700 900214 Hannah", ["name", "phone"]),
        ("zz3 7tb tolliver", ["name", "post"]),
        ("Mrs Tolliver", ["name"]),
        ("Tolliver 1991", ["name", "born"]),
        ("31/02/1991", ["name", "name", "name"]),
        ("Shaz 34ish Tynemoor", ["name", "name", "born"]),
        ("about 34 Shaz", ["name", "born"]),
        ("Shaz aged 34", ["name", "born"]),
        ("Shaz born in the nineties", ["name", "born"]),
        ("14 Lantern Row", ["name", "name", "born"]),
        ("Ali of the", ["name"]),
    ],
)
def test_names_dates_ages_postcodes_and_phones_are_told_apart(words, expected):
    assert sorted(kinds(words)) == sorted(expected)


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("34ish", 1986, 1997),
        ("about 34", 1986, 1997),
        ("1991", 1991, 1991),
        ("born in the nineties", 1990, 1999),
        ("born in the thirties", 1930, 1939),
        ("nineties", 1990, 1999),
        ("late thirties", 1986, 1989),
        ("in her thirties", 1986, 1996),
    ],
)
def test_an_age_or_a_time_of_birth_is_read_as_people_say_it(words, earliest, latest):
    (born,) = [term.born for term in read_terms(words, today=TODAY)]

    assert (born.earliest.year, born.latest.year) == (earliest, latest)


def test_a_nickname_looks_for_the_name_too():
    assert "name:elizabeth" in wanted(read_terms("Liz", today=TODAY)).keys


@pytest.mark.parametrize("words", ["Mac Donald", "Anne Marie"])
def test_a_name_in_two_words_also_looks_for_them_run_together(words):
    assert f"name:{words.replace(' ', '').lower()}" in wanted(read_terms(words, today=TODAY)).keys


@given(st.text(max_size=300))
def test_whatever_is_typed_is_taken_apart(words):
    terms = read_terms(words, today=TODAY)

    assert len(terms) <= 100
    assert all(key.partition(":")[0] in {"name", "place", "mark"} for key in wanted(terms).keys)
