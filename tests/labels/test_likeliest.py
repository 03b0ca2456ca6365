"""A risk in words on no list is the one whose known wordings are most like it, among those that are left."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as some

from marac.labels.known import WORDS
from marac.labels.likeliest import EXAMPLES, likeliest
from tests.reading.scoring import DRAWN

BANK = tomllib.loads((DRAWN.parent / "banks" / "checklist.toml").read_text(encoding="utf-8"))["questions"]
RISKS = list(WORDS["topics"])
ENGLISH = [(words, RISKS[int(key[1:]) - 1]) for key, every in BANK.items() for words in every if words.isascii()]


def test_every_risk_has_examples_in_the_order_of_the_checklist():
    assert list(EXAMPLES) == RISKS
    assert all(len(examples) >= 12 for examples in EXAMPLES.values())


@pytest.mark.parametrize(
    ("words", "risk"),
    [
        ("12. Disagreement about children", "child_contact"),
        ("22. Partner: self-harm or suicide threats", "abuser_suicidal"),
        ("Tried to end it / get the person out this year?", "separation"),
        ("It is happening oftener", "more_often"),
        ("Bygwth hunanladdiad / Suicide threats", "abuser_suicidal"),
    ],
)
def test_words_on_no_list_are_told_by_their_likeness(words, risk):
    assert likeliest(words, RISKS) == risk


@pytest.mark.parametrize(
    "words", ["Have they agreed to it?", "25 Language or immigration a barrier", "Has property been damaged?", "", "14"]
)
def test_what_is_no_risk_is_like_none_of_them(words):
    assert likeliest(words, set(RISKS) - {"breach"}) is None


def test_most_of_a_bank_of_other_wordings_is_told_right_and_very_few_wrong():
    told = [(likeliest(words, RISKS), risk) for words, risk in ENGLISH]
    right, wrong = sum(got == risk for got, risk in told), sum(got not in (risk, None) for got, risk in told)

    assert right >= 0.8 * len(told)
    assert wrong <= 0.02 * len(told)


def test_only_the_risks_that_are_left_are_meant():
    assert likeliest("What she fears", {"fears_harm", "money"}) == "fears_harm"
    assert likeliest("What she fears", {"money"}) is None


@given(some.text(), some.sets(some.sampled_from(RISKS)))
def test_the_answer_is_one_of_those_that_are_left_or_none(words, left):
    assert likeliest(words, left) in {*left, None}


@given(some.text(), some.sets(some.sampled_from(RISKS), min_size=1))
def test_what_is_likeliest_of_many_is_likeliest_of_fewer(words, left):
    risk = likeliest(words, RISKS)
    if risk in left:
        assert likeliest(words, left) == risk
