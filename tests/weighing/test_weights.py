"""How much speaks for one person: families kept apart, nothing made of what is not known, the same from both sides."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.matching.candidates import Register, candidates
from marac.weighing.births import read_birth
from marac.weighing.columns import Person, columns
from marac.weighing.fields import FIELDS
from marac.weighing.rarity import Rarity, counted
from marac.weighing.weights import CLASSES, SAME, Weights, default_weights, judge, likelihoods

TODAY = date(2026, 11, 28)
BORN = read_birth("1991-04-03", TODAY)
HANNAH = Person("1", "Hannah Jane", "Tolliver", "", "", BORN, "F", "4 Mill Lane", "ZZ3 7TB", "07700 900214")
NEIGHBOURHOOD = [
    Person(str(at), name, surname, born=read_birth(f"19{50 + at}-0{1 + at % 9}-11", TODAY), postcode=f"ZZ{at} 1AA")
    for at, (name, surname) in enumerate(
        (name, surname)
        for name in ("Ivo", "Maud", "Wren", "Dov")
        for surname in ("Aldous", "Tarrant", "Blythe", "Lane")
    )
]
REGISTER = Register(10_000, counted(columns([HANNAH, *NEIGHBOURHOOD])), default_weights())

WORDS = st.sampled_from(
    ["Hannah", "Hana", "Kate", "Katherine", "Tolliver", "Toliver", "Khan", "Li", "O'Brien", "H", ""]
)
PEOPLE = st.builds(
    Person,
    id=st.just("x"),
    forenames=st.lists(WORDS, max_size=2).map(" ".join),
    surname=WORDS,
    former_surnames=WORDS,
    aliases=WORDS,
    born=st.sampled_from(["", "1991-04-03", "1991-03-04", "1991", "about 30", "1960-12-01"]).map(
        lambda text: read_birth(text, TODAY)
    ),
    sex=st.sampled_from(["", "F", "M"]),
    address=st.sampled_from(["", "4 Mill Lane", "4 Mil Lane", "9 Abbey Row"]),
    postcode=st.sampled_from(["", "ZZ3 7TB", "ZZ3 7TD", "ZZ5 1LQ"]),
    phone=st.sampled_from(["", "07700 900214", "07700 900215"]),
)


def probability(one: Person, other: Person) -> float:
    return candidates(one, [other], REGISTER)[0].probability


def weight(one: Person, other: Person) -> float:
    return candidates(one, [other], REGISTER)[0].weight


@pytest.mark.parametrize(
    "changes",
    [
        {"surname": "Ravenhill"},
        {"surname": "Ravenhill", "former_surnames": "Tolliver", "address": "9 Abbey Row", "postcode": "ZZ5 1LQ"},
        {"born": read_birth("1991-03-04", TODAY), "phone": ""},
        {"forenames": "Hana", "surname": "Toliver", "phone": "", "address": "", "postcode": ""},
        {"forenames": "Tolliver", "surname": "Hannah", "phone": ""},
    ],
)
def test_one_woman_written_down_again_is_found(changes):
    assert probability(HANNAH, HANNAH._replace(**changes)) > 0.95


@pytest.mark.parametrize(
    "changes",
    [
        {"forenames": "Petra", "born": read_birth("1993-09-21", TODAY)},
        {"forenames": "Petra"},  # twins
        {"forenames": "Daniel", "sex": "M", "born": read_birth("1965-02-11", TODAY)},
        {"forenames": "Hannah", "born": read_birth("1966-10-25", TODAY)},  # the mother after whom she was named
        {"forenames": "Daniel", "sex": "M", "born": read_birth("1989-07-16", TODAY), "surname": "Ravenhill"},
    ],
)
def test_those_who_share_her_home_and_phone_are_not_taken_for_her(changes):
    found = candidates(HANNAH, [HANNAH._replace(**changes)], REGISTER)[0]

    assert found.probability < 0.5
    assert "may be somebody else of the household or family" in [reason.words for reason in found.reasons]


def test_a_rare_name_says_more_than_a_usual_one():
    both = [HANNAH, *[person._replace(surname="Smith") for person in NEIGHBOURHOOD], *NEIGHBOURHOOD]
    register = Register(10_000, counted(columns(both)), default_weights())

    def surname_bits(surname):
        one = Person(forenames="Hannah", surname=surname)
        return next(each.bits for each in candidates(one, [one], register)[0].reasons if each.field == "surname")

    assert surname_bits("Tolliver") > surname_bits("Smith") + 3


def test_namesakes_born_on_other_days_take_away_what_a_full_name_says():
    wojcik = Person(forenames="Wojciech", surname="Wojcik")
    others = [wojcik._replace(born=read_birth(f"198{year}-05-17", TODAY)) for year in range(10)]
    plain = Register(10_000, counted(columns([wojcik, *NEIGHBOURHOOD * 20])), default_weights())
    shared = Register(10_000, counted(columns([wojcik, *others, *NEIGHBOURHOOD * 20])), default_weights())

    alone, among = (candidates(wojcik, [wojcik], register)[0] for register in (plain, shared))

    assert among.weight < alone.weight
    assert "others have the same full name" in [reason.words for reason in among.reasons]


@given(PEOPLE, PEOPLE)
def test_the_weight_is_the_same_from_both_sides(one, other):
    assert weight(one, other) == pytest.approx(weight(other, one))


@given(PEOPLE, PEOPLE)
def test_the_reasons_add_up_to_the_weight(one, other):
    found = candidates(one, [other], REGISTER)[0]
    left_out = 0.3  # what is below the least that is told
    prior = np.log2(REGISTER.rates[0]) - np.log2(1 - sum(REGISTER.rates))

    assert sum(reason.bits for reason in found.reasons) + prior == pytest.approx(
        found.weight, abs=left_out
    )  # what is below the least


@given(PEOPLE)
def test_of_whom_nothing_is_known_nothing_is_said(other):
    found = candidates(Person(id="x"), [other], REGISTER)[0]

    assert found.reasons == []
    assert found.probability == pytest.approx(REGISTER.rates[0], rel=0.01)


@given(st.lists(st.tuples(*(st.integers(0, len(field) - 1) for field in FIELDS)), min_size=1, max_size=20))
def test_the_three_classes_share_one_certainty(rows):
    levels = np.array(rows, np.int8)
    nothing = Rarity(np.zeros(levels.shape), np.zeros(len(levels)))

    likely = likelihoods(levels, nothing, REGISTER.weights, REGISTER.rates)

    assert likely.sum(0) == pytest.approx(1)
    assert likely[SAME] == pytest.approx(judge(levels, nothing, REGISTER.weights, REGISTER.rates).probability)


@given(st.permutations(["Smith", "Jones", "Khan"]))
def test_the_order_of_surnames_makes_no_difference(order):
    written = HANNAH._replace(surname="Smith-Jones-Khan")

    assert weight(HANNAH, HANNAH._replace(surname="-".join(order))) == weight(HANNAH, written)


def test_the_weights_the_product_begins_with_are_shares_and_none_is_nothing():
    weights = default_weights()

    for title, fields in zip(CLASSES, weights.shares, strict=True):
        for field, shares in zip(FIELDS, fields, strict=True):
            assert shares.min() > 0, (title, field.name)
            assert shares[1:].sum() == pytest.approx(1, abs=0.02), (title, field.name)


def test_weights_are_kept_and_read_again():
    weights = default_weights()

    assert Weights.from_plain(weights.as_plain()).as_plain() == weights.as_plain()
