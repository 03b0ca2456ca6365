"""Whom a few letters mean, what stands when two write in one box, and how a meeting stands by its plan."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.kernel.refusal import Refusal
from marac.room.rules import Pace, agency_meant, joined, pace

NAMES = {1: "Fellshire Police", 2: "Fellshire Homes", 3: "Fellshire Children's Services", 4: "Turning Leaf"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("pol", 1), ("fell po", 1), ("hom", 2), ("FCS", 3), ("fellshire police", 1), ("child", 3), ("tl", 4), ("leaf", 4)],
)
def test_an_agency_is_meant_by_a_few_letters(typed, meant):
    assert agency_meant(typed, NAMES) == meant


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Say which agency gave this."),
        ("x", "No agency at this table begins so. Type other letters of its name."),
        ("fell h p", "No agency at this table begins so. Type other letters of its name."),
    ],
)
def test_letters_that_mean_nobody_are_refused(typed, sentence):
    with pytest.raises(Refusal) as refused:
        agency_meant(typed, NAMES)

    assert str(refused.value) == sentence


def test_letters_that_several_begin_with_name_them():
    with pytest.raises(Refusal) as refused:
        agency_meant("fell", NAMES)

    assert str(refused.value) == (
        "These letters are of Fellshire Children's Services, Fellshire Homes and Fellshire Police. "
        "Type one or two more."
    )


LINES = st.lists(st.text("abc", min_size=1, max_size=3), max_size=4).map("\n".join)


@given(mine=LINES, theirs=LINES, before=LINES)
def test_two_in_one_box_lose_no_line_that_either_wrote(mine, theirs, before):
    stands = joined(mine, theirs, [before]).split("\n")

    written = {*mine.split("\n"), *(line for line in theirs.split("\n") if line not in before.split("\n"))}
    assert {line for line in written if line} <= set(stands)


@given(text=LINES, newer=LINES)
def test_what_the_page_knew_of_is_replaced(text, newer):
    assert joined(newer, text, ["", text]) == newer


NINE = datetime(2026, 3, 3, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minutes", "done", "running", "spent", "late", "ends"),
    [
        (0, 0, 12, 0, 0, 0 + 12 + 24),
        (10, 0, 12, 600, 0, 10 + 2 + 24),
        (20, 0, 12, 1200, 8, 20 + 24),
        (30, 12, 12, 720, 6, 30 + 24),
        (10, 12, 0, 0, -2, 10 + 24),
    ],
)
def test_a_meeting_is_late_by_what_the_clock_says_more_than_its_cases_had(minutes, done, running, spent, late, ends):
    found = pace(
        starts=NINE,
        now=NINE + timedelta(minutes=minutes),
        done=done,
        running=running,
        spent=spent,
        waiting=24,
        begun=True,
    )

    assert found == Pace(late=late, ends_at=NINE + timedelta(minutes=ends))


def test_a_meeting_that_has_not_begun_is_neither_late_nor_early():
    early = NINE - timedelta(minutes=5)

    found = pace(starts=NINE, now=early, done=0, running=0, spent=0, waiting=36, begun=False)

    assert found == Pace(late=None, ends_at=NINE + timedelta(minutes=36))
