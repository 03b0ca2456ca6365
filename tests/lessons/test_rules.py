"""What may be taught of a label, and that nothing about safety may."""

import pytest

from marac.kernel.refusal import Refusal
from marac.labels.known import WORDS
from marac.lessons import rules
from marac.reading import read
from marac.vocabulary.lessons import is_field
from tests.referrals.pages import FORM, SAMPLES

SAFETY_LABELS = [
    *(
        "Is this number safe to call?",
        "Unsafe number",
        "Address confidential?",
        "Can this be disclosed?",
        "OK to text?",
    ),
    *("Who is it not safe to talk to?", "Has consent been given?", "Is she aware?", "In refuge?", "To be disclosed?"),
]


def test_every_meaning_that_is_offered_is_one_that_the_reader_knows():
    assert [means for means in rules.meanings() if not is_field(means)] == []


def test_no_meaning_that_is_offered_says_that_somebody_is_safely_reached_or_told():
    assert {means.partition(".")[2] for means in rules.meanings()} & rules.SAFETY_FIELDS == set()
    assert set(rules.meanings()) & rules.SAFETY_FIELDS == set()


@pytest.mark.parametrize("label", SAFETY_LABELS)
def test_a_label_about_safety_is_neither_taught_nor_passed_over(label):
    for means in rules.meanings():
        with pytest.raises(Refusal):
            rules.check(label, means)


def test_no_words_by_which_the_reader_knows_a_question_of_safety_can_be_taught():
    phrases = [
        phrase
        for kind in ("person", "fields")
        for field, known in WORDS[kind].items()
        if field in rules.SAFETY_FIELDS
        for phrase in known
    ]

    assert [phrase for phrase in phrases if rules.may_teach(phrase)] == []


@pytest.mark.parametrize(
    "means", ["", "victim.safe_to_call", "victim.address_confidential", "no_such", "victim.no_such"]
)
def test_a_meaning_that_is_not_offered_is_refused(means):
    with pytest.raises(Refusal):
        rules.check("The lady", means)


@pytest.mark.parametrize("label", ["", " : ", "x" * 141])
def test_what_is_no_label_is_refused(label):
    with pytest.raises(Refusal):
        rules.check(label, "victim.name")


def test_a_form_is_known_by_labels_and_by_nothing_that_was_filled_in():
    reading = read(SAMPLES / FORM, FORM).as_plain()

    known = rules.known_by(reading)

    assert {"victim name", "perpetrator s name", "referring agency"} <= set(known)
    assert [words for words in known if "tolliver" in words or "delaney" in words or "lantern" in words] == []


def test_a_form_that_came_filled_in_otherwise_is_the_same_form():
    known = [f"label {number}" for number in range(10)]

    assert rules.is_of(known, known[:9])
    assert rules.is_of(known, [*known, "one more"])
    assert not rules.is_of(known, [*known[:5], *"abcde"])
    assert not rules.is_of([], known)
