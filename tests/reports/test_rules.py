"""Quarters, how cases are counted, and the checks of the return."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.directory.choices import ReturnEdition
from marac.directory.models import ReturnGroup
from marac.kernel.refusal import Refusal
from marac.people.models import EthnicGroup, Sex, Told
from marac.reports.columns import COLUMNS, SOURCES, headings
from marac.reports.rules import (
    ETHNIC_LETTERS,
    NOT_MORE_THAN_CASES,
    SOURCE_LETTERS,
    CaseCounted,
    Quarter,
    ReturnRow,
    ages,
    check_every_meeting_has_a_row,
    check_row,
    check_there_is_something,
    count_cases,
    counted_in,
    is_a_child,
    quarter_of,
    read_quarter,
    warn_of_row,
)

HELD = date(2025, 11, 12)
ONE = CaseCounted(repeat=False, children_in_household=0, return_group="police")
SPANS = st.none() | st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda pair: (min(pair), max(pair)))
CASES = st.builds(
    CaseCounted,
    repeat=st.booleans(),
    children_in_household=st.integers(0, 9),
    return_group=st.sampled_from(ReturnGroup.values),
    sex=st.sampled_from(Sex.values),
    ethnic_group=st.sampled_from(EthnicGroup.values),
    lgbt=st.sampled_from(Told.values),
    disabled=st.sampled_from(Told.values),
    victim_ages=SPANS,
    perpetrator_ages=st.lists(SPANS, max_size=3).map(tuple),
)


def row(*cases: CaseCounted, **numbers: int | None) -> ReturnRow:
    return ReturnRow("Northmoor", HELD, count_cases(cases) | numbers)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025Q4", date(2025, 10, 1), date(2025, 12, 31)),
        ("2024q1", date(2024, 1, 1), date(2024, 3, 31)),
        (" 2026-Q2 ", date(2026, 4, 1), date(2026, 6, 30)),
    ],
)
def test_a_quarter_has_its_first_and_last_day(text, first, last):
    quarter = read_quarter(text)

    assert (quarter.first_on, quarter.last_on) == (first, last)


@pytest.mark.parametrize("text", ["", "2025", "2025Q5", "Q4 2025", "25Q4", "2025Q44", "2025Q0"])
def test_a_quarter_written_otherwise_is_refused_with_an_example(text):
    with pytest.raises(Refusal, match="such as 2025Q4"):
        read_quarter(text)


@given(st.dates(date(2000, 1, 1), date(2098, 12, 31)))
def test_every_day_is_in_its_quarter_which_comes_before_the_next(day):
    quarter = quarter_of(day)

    assert quarter.first_on <= day <= quarter.last_on
    assert (quarter.following.previous, read_quarter(str(quarter))) == (quarter, quarter)


def test_the_columns_run_from_a_to_af_and_the_sources_are_those_of_the_directory():
    assert [column.letter for column in COLUMNS] == [*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "AA", "AB", "AC", "AD", "AE", "AF"]
    assert [column.key for column in SOURCES] == ReturnGroup.values
    assert len({column.key for column in COLUMNS}) == 32


def test_the_two_editions_differ_in_the_fourteen_sources_only():
    pairs = zip(COLUMNS, headings(ReturnEdition.UK), headings(ReturnEdition.SCOTLAND), strict=True)

    assert [column for column, uk, scotland in pairs if uk != scotland] == list(SOURCES)


@given(st.lists(CASES, max_size=8))
def test_whatever_the_cases_their_row_may_be_sent(cases):
    assert check_row(row(*cases)) == []


@given(st.lists(CASES, max_size=6), st.lists(CASES, max_size=6))
def test_two_lists_of_cases_count_as_much_together_as_apart(some, others):
    both, first, second = (count_cases(each) for each in (some + others, some, others))

    assert {k: v or 0 for k, v in both.items()} == {k: (first[k] or 0) + (second[k] or 0) for k in both}


@pytest.mark.parametrize("told", [Told.NOT_KNOWN, Told.NOT_SAID, Told.NO])
def test_an_answer_that_is_not_yes_counts_as_none(told):
    numbers = count_cases([replace(ONE, lgbt=told, disabled=told)])

    assert (numbers["V"], numbers["W"]) == (0, 0)


def test_what_was_recorded_for_nobody_stays_blank():
    numbers = count_cases([ONE, ONE])

    blank = ["U", "V", "W", "X", "Y", "Z", "AA", "AB", "AC", "AD", "AE", "AF"]
    assert [letter for letter, number in numbers.items() if number is None] == [*blank]


def test_what_was_recorded_for_one_is_a_number():
    numbers = count_cases([ONE, replace(ONE, sex="male", ethnic_group="asian")])

    assert (numbers["X"], numbers["U"], numbers["AB"], numbers["AC"]) == (1, 1, 1, 0)


def test_a_meeting_without_cases_has_noughts_and_a_warning():
    empty = row()

    assert set(empty.numbers.values()) == {0}
    assert (check_row(empty), warn_of_row(empty)) == ([], ["12 November 2025: no case was discussed."])


@pytest.mark.parametrize(
    ("span", "young", "older"),
    [
        ((16, 17), 1, 0),
        ((15, 16), 0, 0),
        ((17, 18), 0, 0),
        ((65, 65), 0, 1),
        ((64, 66), 0, 0),
        ((61, 64), 0, 0),
        (None, None, None),
    ],
)
def test_an_age_counts_only_when_it_is_certain(span, young, older):
    numbers = counted_in(replace(ONE, victim_ages=span))

    assert (numbers["Y"], numbers["AA"]) == (young, older)


def test_one_perpetrator_under_18_among_several_makes_the_case_count_once():
    numbers = counted_in(replace(ONE, perpetrator_ages=((17, 17), None, (16, 16), (40, 40))))

    assert numbers["Z"] == 1


def test_a_case_of_white_british_is_in_no_ethnic_column():
    numbers = counted_in(replace(ONE, ethnic_group="white_british"))

    assert [numbers[letter] for letter in ("U", *ETHNIC_LETTERS.values())] == [0] * 6


def test_the_65th_birthday_on_the_day_of_the_meeting_counts():
    assert ages(date(1960, 11, 12), date(1960, 11, 12), HELD) == (65, 65)
    assert ages(date(1960, 11, 13), date(1960, 11, 13), HELD) == (64, 64)
    assert ages(None, None, HELD) is None


def test_a_child_is_one_until_certainly_18():
    assert [is_a_child(date(year, 1, 1), date(year, 12, 31), HELD) for year in (2006, 2007, 2020)] == [
        False,
        True,
        True,
    ]
    assert is_a_child(None, None, HELD)


@pytest.mark.parametrize("letter", NOT_MORE_THAN_CASES)
def test_no_column_of_cases_exceeds_the_cases_discussed(letter):
    wrong = row(ONE, **{letter: 2, "E": 2})

    assert any(f"column {letter} (" in sentence for sentence in check_row(wrong))


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ({"G": 0}, "add up to 0, the cases discussed to 1"),
        ({"H": 1}, "add up to 2, the cases discussed to 1"),
        ({"F": 1, "E": 0}, "fewer children than cases"),
        ({"Y": 1, "AA": 1}, "both as 16 or 17 and as 65"),
    ],
)
def test_a_row_that_cannot_be_is_told_in_a_sentence(numbers, words):
    sentences = check_row(row(ONE, **numbers))

    assert len(sentences) == 1
    assert words in sentences[0]


def test_a_case_without_a_source_breaks_the_sum():
    assert check_row(row(replace(ONE, return_group=""))) != []


def test_every_meeting_has_a_row_and_two_on_one_day_have_two():
    one = row(ONE)

    assert check_every_meeting_has_a_row([HELD], [one]) == []
    assert len(check_every_meeting_has_a_row([HELD, HELD], [one])) == 1


def test_ethnic_groups_that_do_not_add_up_are_a_warning_and_no_error():
    odd = row(replace(ONE, ethnic_group="asian"), U=0)

    assert check_row(odd) == []
    assert "do not add up to the total in column U" in warn_of_row(odd)[0]


def test_a_quarter_is_written_as_it_is_read():
    assert str(Quarter(2025, 4)) == "2025Q4"
    assert len(SOURCE_LETTERS) == 14


@pytest.mark.parametrize(
    ("quarter", "held", "said"),
    [
        (Quarter(2026, 2), [], "This quarter begins on 1 April 2026. Choose one that has begun."),
        (Quarter(2026, 1), [], "No meeting was held in this quarter"),
        (Quarter(2026, 1), [date(2026, 2, 4)], ""),
    ],
)
def test_a_quarter_to_come_and_one_without_a_meeting_are_not_sent(quarter, held, said):
    found = check_there_is_something(quarter, date(2026, 3, 4), held)

    assert [sentence.startswith(said) for sentence in found] == ([True] if said else [])
