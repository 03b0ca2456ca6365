"""The keys that a person is found by: the same however somebody writes, and shared with the bulk run."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.intake.people import Described
from marac.matching.keys import keys_in_common, marks_of, name_keys, search_keys

BORN = date(1991, 4, 3)
WORDS = st.text("abcdefghijklmnoprstuvwyz", min_size=1, max_size=9)
NAMES = st.lists(WORDS, min_size=1, max_size=3)
HANNAH = Described("Tolliver", "Hannah", (), BORN, BORN, ("ZZ3 7TB",), ("07700900214",), ("14 Lantern Row",))


def keys(*given, **more):
    return search_keys([Described(*given, **more)])[0]


def test_a_person_is_found_by_words_of_names_and_places_and_by_marks():
    found = keys("O'Brien", "Anne-Marie", ("Tolliver",), BORN, BORN, ("zz3 7tb",), (), ("14 Lantern Row",))

    assert {"name:obrien", "name:anne", "name:marie", "name:annemarie", "name:tolliver"} <= found
    assert {"place:lantern", "place:row", "place:zz3"} <= found
    assert any(key.startswith("mark:") for key in found)


def test_what_is_not_known_makes_no_key():
    assert keys("", "", ("",), None, None, ("", "nowhere"), ("", "ask")) == frozenset()
    assert search_keys([]) == []


@given(NAMES)
def test_order_of_names_makes_no_difference_to_the_words_that_a_person_is_found_by(names):
    assert name_keys(names) == name_keys(names[::-1])


@given(WORDS, WORDS)
def test_case_and_hyphens_make_no_difference(one, other):
    written = {f"{one}-{other}", f"{one} {other}", f"{one} {other}".upper(), f"{one}-{other}".title()}

    assert len({keys(name, "Kim") for name in written}) == 1


@pytest.mark.parametrize(
    ("plain", "written"), [("Bozena", "Bożena"), ("Sian", "Siân"), ("OBrien", "O’Brien"), ("Lodz", "Łódź")]
)
def test_accents_and_apostrophes_make_no_difference(plain, written):
    assert keys(plain, "") == keys(written, "")


@given(st.lists(NAMES, min_size=1, max_size=4))
def test_many_at_once_have_the_keys_that_each_has_by_itself(people):
    described = [Described(names[0], " ".join(names[1:])) for names in people]

    assert search_keys(described) == [search_keys([each])[0] for each in described]


@pytest.mark.parametrize(
    "other",
    [
        Described("Tollivar", "Hanna"),
        Described("Delaney", "Hannah", (), date(1991, 3, 4), date(1991, 3, 4)),
        Described("Delaney", "Kit", phones=("+44 7700 900214",)),
        Described("Tolliver", "Kit", (), date(1991, 1, 1), date(1991, 12, 31), ("ZZ3 9AA",)),
    ],
)
def test_somebody_written_down_otherwise_has_a_key_in_common(other):
    assert keys_in_common([other])[0] & search_keys([HANNAH])[0]


def test_a_name_alone_is_not_enough_to_be_compared():
    assert not keys_in_common([Described("", "Hannah")])[0]
    assert marks_of([Described("", "Hannah")], [("forename",)])[0] <= search_keys([HANNAH])[0]
