"""Dates, ages and telephone numbers that stand in longer texts, in all the ways that people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.kernel.birthdates import age_in
from marac.kernel.dates import MONTHS, dates_in, first_date
from marac.kernel.identifiers import phone_digits, phones_in
from marac.kernel.postcodes import Postcode, postcode_places

TODAY = date(2025, 6, 3)
BORN = st.dates(date(1926, 1, 1), TODAY)


def ordinal(day: int) -> str:
    return {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}.get(day, "th")


@given(BORN)
def test_every_way_of_writing_a_date_gives_the_same_date(born):
    day, month, year = born.day, born.month, born.year
    name = MONTHS[month - 1]
    figures = [f"{day}/{month}/{year}", f"{day:02}.{month:02}.{year}", f"{day}-{month}-{year}", born.isoformat()]
    words = [f"{day} {name} {year}", f"{day}{ordinal(day)} {name[:3]} {year}", f"{day}{ordinal(day)} of {name}, {year}"]
    ways = figures + words

    assert [first_date(way, last_year=TODAY.year) for way in ways] == [born] * len(ways)


@given(BORN)
def test_a_year_of_two_figures_is_never_after_the_referral_year(born):
    assert first_date(f"{born.day}/{born.month}/{born.year % 100:02}", last_year=TODAY.year).year <= TODAY.year


@given(st.integers(1, 12), st.integers(1, 12))
def test_the_day_always_comes_first(day, month):
    assert first_date(f"{day}/{month}/1991", last_year=TODAY.year) == date(1991, month, day)


@pytest.mark.parametrize(
    ("words", "read_as"),
    [
        ("3/4/91", date(1991, 4, 3)),
        ("2nd June 2025", date(2025, 6, 2)),
        ("1st Oct 1978", date(1978, 10, 1)),
        ("14 Nov 2024 and Feb 2024", date(2024, 11, 14)),
        ("31/02/1990", None),
        ("13/13/90", None),
        ("42/20817/25", None),
        ("approx 60", None),
    ],
)
def test_a_date_is_read_or_it_is_not(words, read_as):
    assert first_date(words, last_year=TODAY.year) == read_as


@pytest.mark.parametrize(
    ("words", "age"),
    [("approx 60 yrs", 60), ("Age: 41", 41), ("34", 34), ("about 7", 7), ("3/4/91", None), ("not known", None)],
)
def test_an_age_is_read(words, age):
    assert age_in(words) == age


@given(st.integers(0, 999), st.sampled_from(["{a} {b}{c}", "{a}{b}{c}", "{a} {b} {c}", "{a}-{b}-{c}", "({a}) {b}{c}"]))
def test_a_number_is_the_same_however_it_is_spaced(last, way):
    written = way.format(a="07700", b="900", c=f"{last:03}")

    assert [found[0] for found in phones_in(f"Mob {written} (safe)")] == [f"07700900{last:03}"]


@given(st.integers(0, 999))
def test_a_number_from_abroad_has_its_nought_again(last):
    assert phone_digits(f"+44 7700 900{last:03}") == phone_digits(f"+44 (0)7700 900{last:03}") == f"07700900{last:03}"


def test_where_each_date_stands_is_told():
    text = "Born 3/4/91, moved on 2nd June 2025."

    assert [(day, text[start:end]) for day, start, end in dates_in(text, last_year=2025)] == [
        (date(1991, 4, 3), "3/4/91"),
        (date(2025, 6, 2), "2nd June 2025"),
    ]


@pytest.mark.parametrize("text", ["3 maybe 20", "2 marchers 24", "1 child 2024"])
def test_a_word_that_only_begins_like_a_month_makes_no_date(text):
    assert first_date(text, last_year=2025) is None


def test_a_postcode_is_found_over_the_end_of_a_line():
    assert postcode_places("at ZZ1\n2AB now") == [(Postcode("ZZ1", "2AB"), 3, 10)]
