"""Keys that a person is found by, and the reasons for and against two descriptions being of one person."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.intake.people import Described
from marac.matching.keys import keys_in_common, search_keys
from marac.matching.likeness import (
    DIFFERENT_BIRTH,
    DIFFERENT_FORENAME,
    DIFFERENT_POSTCODE,
    DIFFERENT_SURNAME,
    OTHER_FORENAME,
    OTHER_SURNAME,
    POSSIBLE_BIRTH,
    SAME_BIRTH,
    SAME_FORENAME,
    SAME_PHONE,
    SAME_POSTCODE,
    SAME_SURNAME,
    SURNAME_IN_PART,
    SURNAME_SOUNDS,
    SWAPPED_BIRTH,
    is_likely,
    likeness,
)

BORN = date(1991, 4, 3)
HANNAH = Described("Tolliver", "Hannah Jane", (), BORN, BORN, ("ZZ3 7TB",), ("07700900214",))
WORDS = st.text("abcdefghijklmnoprstuvwyz", min_size=1, max_size=9)
NAMES = st.lists(WORDS, min_size=1, max_size=3)
DAYS = st.dates(date(1930, 1, 1), date(2025, 12, 31))
PEOPLE = st.builds(
    Described,
    surname=WORDS,
    forenames=WORDS,
    other_names=st.lists(WORDS, max_size=2).map(tuple),
    born_from=st.just(None) | DAYS,
    postcodes=st.sampled_from([(), ("ZZ3 7TB",), ("ZZ5 1LQ",)]),
).map(lambda each: Described(**{**vars(each), "born_until": each.born_from}))


def test_a_person_is_found_by_names_sounds_birth_date_postcode_and_phone():
    keys = search_keys("O'Brien", "Anne-Marie", ["Tolliver"], BORN, ["zz3 7tb"], ["+44 7700 900214"])

    assert {"name:obrien", "name:anne", "name:marie", "name:annemarie", "name:tolliver"} <= keys
    assert {"sound:OBRN", "born:1991-04-03", "post:ZZ3 7TB", "phone:07700900214"} <= keys


def test_what_is_not_known_makes_no_key():
    assert search_keys("", "", [""], None, ["", "nowhere"], ["", "ask"]) == frozenset()


@given(NAMES)
def test_order_of_names_makes_no_difference_to_the_words_that_a_person_is_found_by(names):
    def words(names):
        return search_keys("", "", names)

    assert words(names) == words(names[::-1])


@given(WORDS, WORDS)
def test_case_and_hyphens_make_no_difference(one, other):
    written = {f"{one}-{other}", f"{one} {other}", f"{one} {other}".upper(), f"{one}-{other}".title()}

    assert len({search_keys(name, "Kim") for name in written}) == 1


@pytest.mark.parametrize(
    ("plain", "written"), [("Bozena", "Bożena"), ("Sian", "Siân"), ("OBrien", "O’Brien"), ("Lodz", "Łódź")]
)
def test_accents_and_apostrophes_make_no_difference(plain, written):
    assert search_keys(plain, "") == search_keys(written, "")


@given(PEOPLE, PEOPLE)
def test_likeness_is_the_same_from_both_sides(one, other):
    assert likeness(one, other) == likeness(other, one)


@given(PEOPLE)
def test_everybody_is_like_themselves_and_has_a_key_in_common_with_themselves(one):
    assert is_likely(likeness(one, one))
    assert keys_in_common(one) & search_keys(
        one.surname, one.forenames, one.other_names, one.born_exact, one.postcodes, one.phones
    )


def _born(year, month=4, day=3):
    return {"born_from": date(year, month, day), "born_until": date(year, month, day)}


@pytest.mark.parametrize(
    ("other", "reasons", "likely"),
    [
        (Described("TOLLIVER", "hannah", **_born(1991)), [SAME_SURNAME, SAME_FORENAME, SAME_BIRTH], True),
        (Described("Tollivar", "Hannah"), [SURNAME_SOUNDS, SAME_FORENAME], True),
        (Described("Tolliver-Delaney", "Hannah"), [SURNAME_IN_PART, SAME_FORENAME], True),
        (Described("Delaney", "Hannah", ("Tolliver",)), [OTHER_SURNAME, SAME_FORENAME], True),
        (Described("Delaney", "Hannah", **_born(1991)), [DIFFERENT_SURNAME, SAME_FORENAME, SAME_BIRTH], True),
        (Described("Delaney", "Hannah"), [DIFFERENT_SURNAME, SAME_FORENAME], False),
        (Described("Tolliver", "Isla", **_born(1991)), [SAME_SURNAME, DIFFERENT_FORENAME, SAME_BIRTH], False),
        (Described("Tolliver", "Hannah", **_born(1991, 3, 4)), [SAME_SURNAME, SAME_FORENAME, SWAPPED_BIRTH], True),
        (Described("Tolliver", "Hannah", **_born(1975)), [SAME_SURNAME, SAME_FORENAME, DIFFERENT_BIRTH], False),
        (
            Described("Tolliver", "Hannah", (), date(1990, 1, 1), date(1992, 1, 1)),
            [SAME_SURNAME, SAME_FORENAME, POSSIBLE_BIRTH],
            True,
        ),
        (Described("", "Bunny", ("Hannah",), phones=("07700 900 214",)), [OTHER_FORENAME, SAME_PHONE], True),
        (Described("Tolliver", "", postcodes=("zz37tb",)), [SAME_SURNAME, SAME_POSTCODE], True),
        (
            Described("Tolliver", "Isla", postcodes=("ZZ3 7TB",)),
            [SAME_SURNAME, DIFFERENT_FORENAME, SAME_POSTCODE],
            False,
        ),
        (
            Described("Tolliver", "Hannah", postcodes=("ZZ1 1AA",)),
            [SAME_SURNAME, SAME_FORENAME, DIFFERENT_POSTCODE],
            True,
        ),
        (Described(), [], False),
    ],
)
def test_two_descriptions_are_compared_with_reasons(other, reasons, likely):
    found = likeness(HANNAH, other)

    assert found == reasons
    assert is_likely(found) is likely


def test_a_different_birth_date_is_asked_about_only_where_names_and_phone_are_the_same():
    other = Described("Tolliver", "Hannah", phones=("07700900214",), **_born(1975))

    assert is_likely(likeness(HANNAH, other))
