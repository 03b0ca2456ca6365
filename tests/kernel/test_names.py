"""Names meet however they were typed, and are shown as they were given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.kernel.names import (
    NICKNAMES,
    SplitName,
    compact,
    forename_alternatives,
    full_name,
    initials,
    name_parts,
    normalise,
    same_forename,
    split_name,
    surname_first,
    tidy_case,
)

anything = st.text(max_size=40)


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("O'Brien-Smith", "obrien smith"),
        ("o’brien  smith", "obrien smith"),
        ("O`BRIEN–SMITH", "obrien smith"),
        ("Mrs. Siân Llŷr", "sian llyr"),
        ("Prof Dr Zoë Müller", "zoe muller"),
        ("Łukasz Strauß", "lukasz strauss"),
        ("J.R. Smith", "j r smith"),
        ("Lord", "lord"),
        ("", ""),
        ("  --  ", ""),
        ("Иван", "иван"),
        ("सीता", "सीता"),
    ],
)
def test_a_name_has_one_form_for_search(typed, normal):
    assert normalise(typed) == normal


def test_a_father_stays_apart_from_his_son():
    assert normalise("John Smith Junior") != normalise("John Smith")


@given(anything)
def test_the_one_form_stays_as_it_is(name):
    assert normalise(normalise(name)) == normalise(name)


@given(st.text("abcdefgéïøñ '-", max_size=30))
def test_capitals_make_no_difference(name):
    assert normalise(name.upper()) == normalise(name)


def test_the_words_of_a_name():
    assert name_parts("Ms Anne-Marie O'Neill") == ("anne", "marie", "oneill")


@pytest.mark.parametrize(("a", "b"), [("O Brien", "O'Brien"), ("Mac Donald", "MacDonald"), ("De La Cruz", "Delacruz")])
def test_without_spaces_run_together_spellings_meet(a, b):
    assert compact(a) == compact(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kate", "Catherine"),
        ("Bill", "William"),
        ("Liam", "William"),
        ("Annemarie", "Anne-Marie"),
        ("Sarah Jane", "Sarah"),
        ("Alex", "Alexandra"),
        ("Alex", "Alexander"),
        ("Mohammed", "Muhammad"),
        ("Siân", "sian"),
    ],
)
def test_forenames_that_may_be_one_persons(a, b):
    assert same_forename(a, b)


@pytest.mark.parametrize(
    ("a", "b"), [("Alexandra", "Alexander"), ("Kate", "William"), ("S", "Sarah"), ("", ""), ("", "Kate")]
)
def test_forenames_that_are_different_or_say_nothing(a, b):
    assert not same_forename(a, b)


@given(st.sampled_from(sorted(NICKNAMES)), st.sampled_from(sorted(NICKNAMES)))
def test_being_the_same_forename_goes_both_ways(a, b):
    assert same_forename(a, b) == same_forename(b, a)


def test_the_table_of_nicknames_is_written_in_the_form_for_search():
    assert [name for name in NICKNAMES if normalise(name) != name] == []
    assert [name for name, group in NICKNAMES.items() if len(group) < 2] == []


def test_a_forename_brings_its_alternatives():
    assert forename_alternatives("Mandy") == {"amanda", "mandy"}
    assert forename_alternatives("Oluwadara") == {"oluwadara"}
    assert forename_alternatives("") == frozenset()


def test_names_are_put_together():
    assert full_name("Sarah Jane", "O'Brien") == "Sarah Jane O'Brien"
    assert full_name("", "O'Brien") == "O'Brien"
    assert surname_first("Sarah", "O'Brien") == "O'BRIEN, Sarah"
    assert surname_first("Sarah", "") == "Sarah"
    assert initials("Sarah Jane", "O'Brien") == "SJO"
    assert initials("", "") == ""


@pytest.mark.parametrize(
    ("typed", "forenames", "surname"),
    [
        ("Mrs Sarah O'Brien", "Sarah", "O'Brien"),
        ("SMITH, JOHN PAUL", "John Paul", "Smith"),
        ("Smith, Mr John", "John", "Smith"),
        ("Smith,", "", "Smith"),
        ("O'BRIEN Sarah", "Sarah", "O'Brien"),
        ("John VAN DYKE", "John", "Van Dyke"),
        ("JOHN SMITH", "John", "Smith"),
        ("JP Smith", "JP", "Smith"),
        ("J.R. Smith", "J.R.", "Smith"),
        ("Maria de la Cruz", "Maria", "de la Cruz"),
        ("Jan van der Berg", "Jan", "van der Berg"),
        ("Sarah", "Sarah", ""),
        ("Mrs Smith", "", "Smith"),
        ("", "", ""),
    ],
)
def test_a_name_typed_in_one_box_is_taken_apart(typed, forenames, surname):
    assert split_name(typed) == SplitName(forenames, surname)


@given(anything)
def test_taking_a_name_apart_never_fails(name):
    split_name(name)


def test_capitals_are_put_right_only_where_all_are_alike():
    assert tidy_case("O'BRIEN-SMITH") == "O'Brien-Smith"
    assert tidy_case("mcdonald") == "McDonald"
    assert tidy_case("DeShawn") == "DeShawn"
