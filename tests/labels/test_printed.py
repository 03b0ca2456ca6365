"""Labels as real forms print them ask for the field that a careful reader would say."""

import tomllib
from pathlib import Path

import pytest

from marac.labels.known import find

PRINTED = tomllib.loads(Path(__file__).with_name("printed.toml").read_text(encoding="utf-8"))
NOTHING = PRINTED.pop("nothing")


@pytest.mark.parametrize(("field", "words"), [(field, words) for field, every in PRINTED.items() for words in every])
def test_a_label_asks_for_its_field(field, words):
    asked = find(words)

    assert asked is not None
    assert asked.field == field


@pytest.mark.parametrize("words", NOTHING)
def test_what_is_no_question_of_a_referral_asks_for_nothing(words):
    assert find(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "Consent to contact the school?",
        "Agreed actions",
        "Has she agreed to counselling?",
        "Is she aware of her rights?",
    ],
)
def test_a_question_of_safety_or_consent_with_a_word_more_is_another_question(words):
    asked = find(words)

    assert asked is None or not asked.field.startswith(("consent.", "safe_to_"))
