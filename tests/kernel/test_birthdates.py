"""A date of birth says as much as was known, and no more."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.kernel.birthdates import parse_birth_date
from marac.kernel.dates import UNKNOWN_DATE, Precision, UncertainDate, age_on, format_uncertain, short_date
from marac.kernel.refusal import Refusal

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3/4/91", date(1991, 4, 3)),
        ("DOB: 03.04.2025", date(2025, 4, 3)),
        ("born 2nd June 2025", date(2025, 6, 2)),
        ("1st Oct 1978", date(1978, 10, 1)),
        ("1978-10-01", date(1978, 10, 1)),
        ("1/2/27", date(1927, 2, 1)),
        ("22/11/26", TODAY),
        ("23/11/26", date(1926, 11, 23)),
    ],
)
def test_an_exact_date(typed, day):
    assert parse_birth_date(typed, today=TODAY) == UncertainDate.exactly(day)


@pytest.mark.parametrize(
    ("typed", "earliest", "latest", "precision"),
    [
        ("June 1990", date(1990, 6, 1), date(1990, 6, 30), Precision.MONTH),
        ("Feb 1992", date(1992, 2, 1), date(1992, 2, 29), Precision.MONTH),
        ("6/1990", date(1990, 6, 1), date(1990, 6, 30), Precision.MONTH),
        ("1990-06", date(1990, 6, 1), date(1990, 6, 30), Precision.MONTH),
        ("1985", date(1985, 1, 1), date(1985, 12, 31), Precision.YEAR),
        ("born in 1985", date(1985, 1, 1), date(1985, 12, 31), Precision.YEAR),
        ("2026", date(2026, 1, 1), TODAY, Precision.YEAR),
        ("c. 1990", date(1988, 1, 1), date(1992, 12, 31), Precision.APPROXIMATE),
        ("c1990", date(1988, 1, 1), date(1992, 12, 31), Precision.APPROXIMATE),
        ("1990?", date(1988, 1, 1), date(1992, 12, 31), Precision.APPROXIMATE),
        ("approx 3/4/91", date(1989, 4, 3), date(1993, 4, 3), Precision.APPROXIMATE),
        ("1960s", date(1960, 1, 1), date(1969, 12, 31), Precision.APPROXIMATE),
        ("approx 60 yrs", date(1960, 11, 23), date(1971, 11, 22), Precision.APPROXIMATE),
        ("about 4 years old", date(2019, 11, 23), date(2024, 11, 22), Precision.APPROXIMATE),
        ("60 years", date(1965, 11, 23), date(1966, 11, 22), Precision.AGE),
        ("60 yrs", date(1965, 11, 23), date(1966, 11, 22), Precision.AGE),
        ("age 60", date(1965, 11, 23), date(1966, 11, 22), Precision.AGE),
        ("Aged 7", date(2018, 11, 23), date(2019, 11, 22), Precision.AGE),
        ("7yo", date(2018, 11, 23), date(2019, 11, 22), Precision.AGE),
        ("6 months", date(2026, 4, 23), date(2026, 5, 22), Precision.AGE),
        ("3 weeks old", date(2026, 10, 26), date(2026, 11, 1), Precision.AGE),
        ("2 days", date(2026, 11, 20), date(2026, 11, 20), Precision.AGE),
        ("mid 30s", date(1989, 11, 23), date(1992, 11, 22), Precision.APPROXIMATE),
        ("in her 60’s", date(1956, 11, 23), date(1966, 11, 22), Precision.APPROXIMATE),
    ],
)
def test_what_is_known_in_part_is_a_span(typed, earliest, latest, precision):
    assert parse_birth_date(typed, today=TODAY) == UncertainDate(earliest, latest, precision)


@pytest.mark.parametrize("typed", ["", " ", "?", "-", "Unknown", "not known", "N/K", "nk", "DOB: not known", "tbc"])
def test_not_known_is_an_answer(typed):
    assert parse_birth_date(typed, today=TODAY) == UNKNOWN_DATE


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("31/02/1990", "There is no such date. Check the day and the month"),
        ("1/1/2027", "in the future. Check the year"),
        ("2027", "in the future. Check the year"),
        ("1/1/1790", "Check the year"),
        ("1790", "too long ago. Check the year"),
        ("June 0990", "too long ago. Check the year"),
        ("aged 200", "too long ago. Check the year"),
        ("34", "write 34 years, or the year in four figures"),
        ("Tuesday", "write the month and year, the year, or an age"),
        ("13/1990", "write the month and year, the year, or an age"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(typed, says):
    with pytest.raises(Refusal, match=says):
        parse_birth_date(typed, today=TODAY)


@given(st.dates(date(1900, 1, 1), TODAY))
def test_any_day_of_birth_is_read_again(day):
    assert parse_birth_date(short_date(day), today=TODAY) == UncertainDate.exactly(day)


@given(st.dates(date(1926, 11, 24), TODAY))
def test_a_two_figure_year_is_never_in_the_future(day):
    assert parse_birth_date(f"{day:%d/%m/%y}", today=TODAY) == UncertainDate.exactly(day)


@given(st.integers(0, 120), st.dates(date(2020, 1, 1), date(2035, 12, 31)))
def test_everyone_in_the_span_of_an_age_has_that_age(years, today):
    found = parse_birth_date(f"{years} years", today=today)
    assert found.ages_on(today) in [(years, years), (years - 1, years)]
    assert age_on(found.earliest, today) == years


@given(st.text(max_size=20) | st.from_regex(r"(approx |c\. ?)?[0-9]{1,4}( yrs| months|s|/[0-9]{4})?", fullmatch=True))
def test_any_text_is_read_within_the_past_or_refused(text):
    with suppress(Refusal):
        found = parse_birth_date(text, today=TODAY)
        assert found.latest is None or found.latest <= TODAY
        assert isinstance(format_uncertain(found), str)
