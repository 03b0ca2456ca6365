"""What of a referral is sealed, and that the same words are blotted out wherever else in it they stand."""

import json

import pytest

from marac.intake.masks import sealed_in, under_masks

VICTIM = {
    "surname": "Tallow",
    "phones": [{"number": "07700 900214", "whose": "sister Nadia", "safe_to_call": True, "note": "After four"}],
    "addresses": [
        {"text": "5 Refuge Road, Northmoor", "postcode": "ZZ1 1AA", "confidential": True},
        {"text": "7 Mill Lane", "postcode": "ZZ2 2BB", "confidential": False},
    ],
}
CONTENT = {
    "victims": [VICTIM],
    "children": [{"forenames": "Wren", "address": {"text": "5 REFUGE ROAD, Northmoor", "postcode": "ZZ1 1AA"}}],
    "consent": {"safe_to_tell": True, "how_to_tell": "By Nadia, at the bakery"},
    "views": {"safe_to_talk_to": "Her sister"},
}


def test_numbers_their_words_confidential_homes_and_how_to_tell_are_sealed_and_nothing_else_is():
    assert set(sealed_in(CONTENT)) == {
        *(f"victims[0].phones[0].{name}" for name in ("number", "whose", "note")),
        *("victims[0].addresses[0].text", "victims[0].addresses[0].postcode"),
        *("children[0].address.text", "children[0].address.postcode"),
        *("consent.how_to_tell", "views.safe_to_talk_to"),
    }


def test_printed_it_says_that_something_is_withheld_and_keeps_the_rest():
    printed = json.dumps(under_masks(CONTENT), default=str)

    assert not [words for words in ("900214", "Nadia", "Refuge", "REFUGE", "ZZ1", "After four") if words in printed]
    assert [words for words in ("Tallow", "Wren", "7 Mill Lane", "ZZ2 2BB", "true") if words not in printed] == []


def test_what_is_asked_of_it_is_answered_as_before():
    made = under_masks(CONTENT)

    assert made["consent"]["how_to_tell"] == "By Nadia, at the bakery"
    assert (made["consent"]["safe_to_tell"], bool(made["victims"][0]["phones"][0]["number"])) == (True, True)
    assert CONTENT["consent"]["how_to_tell"] == "By Nadia, at the bakery"


@pytest.mark.parametrize(
    "words",
    [
        *("07700900214", "07700 900 214", "(07700) 900-214", "+44 7700 900214", "0044 (0)7700 900214", "7700900214"),
        *("5 Refuge Road", "5  refuge road,\nNorthmoor", "zz11aa", "ZZ1 1AA", "by nadia,  at the bakery", "After four"),
    ],
)
def test_the_same_words_are_blotted_out_of_the_account(words):
    told = under_masks(CONTENT | {"narrative": {"text": f"She is now at {words}. He rang."}})["narrative"]["text"]

    assert told.startswith("She is now at Withheld")
    assert told.endswith(". He rang.")


@pytest.mark.parametrize("words", ["on 7 Mill Lane", "2 children at 5 schools", "0770 of 900", "the road", "1AA"])
def test_other_words_are_left_as_they_are(words):
    assert under_masks(CONTENT | {"narrative": {"text": words}})["narrative"]["text"] == words


@pytest.mark.parametrize("number", ["", "1", "  ", None, "none", "+", "999"])
def test_a_number_that_is_none_blots_nothing_out(number):
    content = {"victims": [{"phones": [{"number": number}]}], "narrative": {"text": "Rang 999 at 1 in the night"}}

    assert under_masks(content)["narrative"]["text"] == "Rang 999 at 1 in the night"


def test_what_another_telling_of_it_seals_is_blotted_out_too():
    corrected = {"victims": [{"phones": []}], "narrative": {"text": "On 07700 900214."}}

    assert under_masks(corrected, also=CONTENT)["narrative"]["text"] == "On Withheld."


@pytest.mark.parametrize("content", [{}, {"victims": []}, {"victims": None}, {"victims": [None, {}]}, {"views": None}])
def test_a_referral_with_nothing_in_it_is_printed_as_it_is(content):
    assert under_masks(content) == content
