"""A refusal keeps its sentence as translators know it, and its values beside it."""

from marac.kernel.refusal import Refusal


def test_the_sentence_is_translated_before_its_values_are_put_in():
    refusal = Refusal("{day} is past. Choose a later day.", field="first_on", day="3 April 2026")
    welsh = {"{day} is past. Choose a later day.": "Mae {day} wedi mynd heibio."}

    assert refusal.said(welsh.__getitem__) == "Mae 3 April 2026 wedi mynd heibio."
    assert (refusal.sentence, refusal.field) == ("3 April 2026 is past. Choose a later day.", "first_on")


def test_a_sentence_without_values_may_hold_braces():
    assert Refusal("Write {name} as it is.").sentence == "Write {name} as it is."


def test_a_refusal_is_moved_to_another_field_with_its_values():
    moved = Refusal("At most {most}", most=3).at("file")

    assert (moved.sentence, moved.field) == ("At most 3", "file")
