"""What a relation tells of a person: a man, a woman, a partner."""

import re

import pytest

from marac.labels import relations


@pytest.mark.parametrize(
    ("relation", "gender"),
    [
        ("husband", "male"),
        ("Ex-husband (separated)", "male"),
        ("her sister's boyfriend", "male"),
        ("brother of her wife", "female"),
        ("partner", ""),
        ("", ""),
    ],
)
def test_a_relation_tells_a_man_or_a_woman_by_its_last_word_that_does(relation, gender):
    assert relations.gender_of(relation) == gender


@pytest.mark.parametrize(
    "words", ["husband", "ex-partner", "ex wife", "Estranged husband", "former girlfriend", "fiancée"]
)
def test_a_partner_is_one_in_any_of_its_words(words):
    assert re.fullmatch(relations.PARTNER, words, re.I)


@pytest.mark.parametrize("words", ["partnership", "midwife", "housewife", "friend", "partnered"])
def test_a_word_that_only_holds_another_is_no_partner(words):
    assert not re.search(relations.PARTNER, words, re.I)


def test_nobody_is_both_a_man_and_a_woman():
    assert not relations.MEN & relations.WOMEN
