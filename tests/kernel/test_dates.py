"""Dates are read day first and shown in words."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.kernel.dates import (
    UNKNOWN_DATE,
    Precision,
    UncertainDate,
    age_on,
    format_date,
    format_uncertain,
    parse_date,
    short_date,
)
from marac.kernel.refusal import Refusal

TODAY = date(2026, 11, 22)
NINETEEN_NINETY = UncertainDate(date(1990, 1, 1), date(1990, 12, 31), Precision.YEAR)
days = st.dates(date(1900, 1, 1), date(2046, 12, 31))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3/4/91", date(1991, 4, 3)),
        ("03.04.2025", date(2025, 4, 3)),
        ("3 4 2025", date(2025, 4, 3)),
        ("3-4-25", date(2025, 4, 3)),
        ("2nd June 2025", date(2025, 6, 2)),
        ("2nd of June, 2025", date(2025, 6, 2)),
        ("1st Oct 1978", date(1978, 10, 1)),
        ("1 Sept '78", date(1978, 9, 1)),
        ("Monday 23 November 2026", date(2026, 11, 23)),
        ("Thurs, 26 Nov 2026", date(2026, 11, 26)),
        ("June 2nd, 2025", date(2025, 6, 2)),
        ("2-Jun-2025", date(2025, 6, 2)),
        ("2025-06-02", date(2025, 6, 2)),
        ("2025-06-02T10:30:00", date(2025, 6, 2)),
        ("02/06/2025 00:00:00", date(2025, 6, 2)),
        ("02062025", date(2025, 6, 2)),
        ("20250602", date(2025, 6, 2)),
        ("1/2/30", date(2030, 2, 1)),
        ("1/2/47", date(1947, 2, 1)),
    ],
)
def test_a_date_is_read_day_first(typed, day):
    assert parse_date(typed, today=TODAY) == day


@pytest.mark.parametrize("typed", ["31/02/1990", "31 April 2025", "04/25/1990", "29 Feb 2025", "0/1/2025"])
def test_a_day_that_does_not_exist_is_refused_with_what_to_do(typed):
    with pytest.raises(Refusal, match=r"There is no such date\. Check the day and the month"):
        parse_date(typed, today=TODAY)


@pytest.mark.parametrize("typed", ["", "soon", "1985", "1/2", "1/2/3/4", "12/13/14/15"])
def test_what_is_no_date_is_refused_with_an_example(typed):
    with pytest.raises(Refusal, match="such as 27 3 1990"):
        parse_date(typed, today=TODAY)


def test_a_year_with_a_slip_is_refused():
    with pytest.raises(Refusal, match="Check the year"):
        parse_date("1/2/0990", today=TODAY)


@given(days)
def test_every_way_of_showing_a_date_is_read_again(day):
    shown = [format_date(day), short_date(day), day.isoformat()]
    assert [parse_date(text, today=TODAY) for text in shown] == [day] * 3


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused(text):
    with suppress(Refusal):
        assert parse_date(text, today=TODAY).year >= 1880


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        (date(2008, 11, 22), TODAY, 18),
        (date(2008, 11, 23), TODAY, 17),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (TODAY, TODAY, 0),
        (date(2026, 11, 23), TODAY, -1),
    ],
)
def test_age_is_counted_in_whole_years(birth, day, age):
    assert age_on(birth, day) == age


@given(days, days, days)
def test_nobody_grows_younger(birth, first, second):
    assert age_on(birth, min(first, second)) <= age_on(birth, max(first, second))


def test_dates_are_shown_in_words():
    assert format_date(TODAY) == "22 November 2026"
    assert short_date(date(2026, 1, 2)) == "02/01/2026"


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        (UncertainDate.exactly(TODAY), "22 November 2026"),
        (UncertainDate(date(1990, 6, 1), date(1990, 6, 30), Precision.MONTH), "June 1990"),
        (NINETEEN_NINETY, "1990"),
        (UncertainDate(date(1988, 1, 1), date(1992, 12, 31), Precision.APPROXIMATE), "about 1988 to 1992"),
        (UncertainDate(date(2026, 5, 1), date(2026, 6, 1), Precision.AGE), "about 2026"),
        (UNKNOWN_DATE, ""),
    ],
)
def test_what_is_known_of_a_date_is_shown(when, shown):
    assert format_uncertain(when) == shown


def test_spans_that_share_a_day_may_be_the_same_date():
    assert NINETEEN_NINETY.overlaps(UncertainDate.exactly(date(1990, 12, 31)))
    assert not NINETEEN_NINETY.overlaps(UncertainDate.exactly(date(1991, 1, 1)))
    assert NINETEEN_NINETY.overlaps(UNKNOWN_DATE)


def test_a_span_gives_the_least_and_the_greatest_age():
    assert NINETEEN_NINETY.ages_on(TODAY) == (35, 36)
    assert UNKNOWN_DATE.ages_on(TODAY) is None
    assert (UncertainDate.exactly(TODAY).exact, NINETEEN_NINETY.exact) == (TODAY, None)


@pytest.mark.parametrize(
    ("earliest", "latest", "precision"),
    [
        (date(1991, 1, 1), date(1990, 1, 1), Precision.YEAR),
        (date(1990, 1, 1), date(1990, 1, 2), Precision.EXACT),
        (date(1990, 1, 1), None, Precision.YEAR),
        (None, None, Precision.YEAR),
        (date(1990, 1, 1), date(1990, 1, 1), Precision.UNKNOWN),
    ],
)
def test_a_span_that_makes_no_sense_cannot_be_made(earliest, latest, precision):
    with pytest.raises(ValueError, match="cannot be"):
        UncertainDate(earliest, latest, precision)
