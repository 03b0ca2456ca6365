"""How likely two descriptions are of one person, as the product asks: who is put to somebody, and who is not."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.intake.people import Described
from marac.matching.likeness import ASKED_AT, as_person, weigh_each

BORN = date(1991, 4, 3)
HANNAH = Described(
    "Tolliver", "Hannah Jane", (), BORN, BORN, ("ZZ3 7TB",), ("07700900214",), ("14 Lantern Row",), "female"
)
NAME_ALONE = Described("Tolliver", "Hannah")
WORDS = st.text("abcdefghijklmnoprstuvwyz", min_size=2, max_size=9)
DAYS = st.dates(date(1930, 1, 1), date(2025, 12, 31))
PEOPLE = st.builds(
    Described,
    surname=WORDS,
    forenames=WORDS,
    other_names=st.lists(WORDS, max_size=2).map(tuple),
    born_from=st.just(None) | DAYS,
    postcodes=st.sampled_from([(), ("ZZ3 7TB",), ("ZZ5 1LQ",)]),
    sex=st.sampled_from(["female", "male", "not_known"]),
).map(lambda each: replace(each, born_until=each.born_from))


def weighed(one, other):
    return weigh_each([(one, other)])[0]


def born(year, month=4, day=3):
    return {"born_from": date(year, month, day), "born_until": date(year, month, day)}


ONE_PERSON = [
    ("written in capitals", Described("TOLLIVER", "hannah", **born(1991))),
    ("a name that is spelt otherwise", Described("Tollivar", "Hannah")),
    ("a double name", Described("Tolliver-Delaney", "Hannah")),
    ("a former name", Described("Delaney", "Hannah", ("Tolliver",))),
    ("a married name and the same birth date", Described("Delaney", "Hannah", sex="female", **born(1991))),
    ("day and month changed round", Described("Tolliver", "Hannah", **born(1991, 3, 4))),
    ("a married name, a nickname and a phone", Described("Delaney", "Hanna", phones=("07700 900 214",), sex="female")),
    (
        "a married name, day and month changed round, and a nickname",
        Described("Delaney", "Hanna", (), date(1991, 3, 4), date(1991, 3, 4), ("ZZ3 7TB",), sex="female"),
    ),
    ("an age that can be true", Described("Tolliver", "Hannah", (), date(1990, 1, 1), date(1992, 1, 1))),
    ("another name and the phone", Described("", "Bunny", ("Hannah",), phones=("07700 900 214",))),
    ("a home that was moved from", Described("Tolliver", "Hannah", postcodes=("ZZ1 1AA",))),
]
OTHERS = [
    ("her twin", replace(HANNAH, forenames="Isla Rose")),
    ("her twin, of whom little is known", Described("Tolliver", "Isla", **born(1991))),
    ("her daughter", replace(HANNAH, forenames="Poppy Jane", **born(2014))),
    ("her daughter of the same name", replace(HANNAH, forenames="Hannah Rose", phones=(), **born(2014, 9, 21))),
    ("her brother", replace(HANNAH, forenames="Harry", sex="male", **born(1993, 6, 1))),
    ("a namesake of another age", Described("Tolliver", "Hannah", **born(1975, 8, 21))),
    ("somebody with her forename", Described("Delaney", "Hannah")),
    ("somebody of the house without a forename", Described("Tolliver", "", postcodes=("ZZ3 7TB",))),
    ("nobody in particular", Described()),
]


@pytest.mark.parametrize("other", [each for _why, each in ONE_PERSON], ids=[why for why, _each in ONE_PERSON])
def test_one_person_who_is_written_down_otherwise_is_put_to_somebody(other):
    assert weighed(HANNAH, other).likely


@pytest.mark.parametrize("other", [each for _why, each in OTHERS], ids=[why for why, _each in OTHERS])
def test_another_person_is_not_proposed(other):
    assert weighed(HANNAH, other).probability < ASKED_AT


def test_that_it_may_be_somebody_of_the_household_is_a_reason_of_its_own():
    found = weighed(HANNAH, replace(HANNAH, forenames="Isla Rose"))

    against = {str(each.words) for each in found.reasons if each.bits < 0}
    assert "may be somebody else of the household or family" in against
    assert found.probability < 0.4


def test_reasons_stand_in_words_and_in_bits_what_says_most_first():
    found = weighed(HANNAH, Described("Tolliver", "Hannah", **born(1991)))

    assert [str(each.words) for each in found.reasons if each.bits > 0] == [
        "same birth date",
        "same surname",
        "same forename",
    ]
    bits = [abs(each.bits) for each in found.reasons]
    assert bits == sorted(bits, reverse=True)


@given(PEOPLE, PEOPLE)
def test_it_is_the_same_from_both_sides(one, other):
    assert weighed(one, other).weight == pytest.approx(weighed(other, one).weight)


@given(st.lists(PEOPLE, min_size=1, max_size=4))
def test_many_at_once_are_weighed_as_each_by_itself(people):
    together = weigh_each([(HANNAH, each) for each in people])

    assert [each.weight for each in together] == pytest.approx([weighed(HANNAH, each).weight for each in people])


@pytest.mark.parametrize("text", ["No fixed abode", "Refuge", "not known"])
def test_words_that_are_no_place_are_no_address_in_common(text):
    one, other = Described("Tolliver", addresses=(text,)), Described("Delaney", addresses=(text,))

    assert "same address" not in " ".join(str(each.words) for each in weighed(one, other).reasons)


def test_a_name_of_one_word_is_a_nickname_or_a_former_surname():
    of = as_person(Described("Delaney", "Hannah", ("Tolliver", "Han Roper")))

    assert (of.former_surnames, of.aliases) == ("Tolliver", "Tolliver;Han Roper")
