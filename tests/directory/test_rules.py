"""The profile: each setting takes what it can be, at its edges and no further."""

from enum import StrEnum

import pytest

from marac.directory.choices import NAMES, Anchor
from marac.directory.profile import KINDS, SETTINGS, Profile, checked, profile_from
from marac.kernel.bankholidays import Nation
from marac.kernel.refusal import Refusal

NUMBERS = [name for name, kind in KINDS.items() if kind is int]
CHOICES = [name for name, kind in KINDS.items() if issubclass(kind, StrEnum)]
TEXTS = [name for name, kind in KINDS.items() if kind is str]


def test_every_setting_is_a_number_a_choice_or_a_text():
    assert sorted(NUMBERS + CHOICES + TEXTS) == sorted(SETTINGS)


@pytest.mark.parametrize("name", NUMBERS)
def test_a_number_is_taken_at_both_edges_and_refused_one_beyond(name):
    least, most = SETTINGS[name].least, SETTINGS[name].most

    assert [checked(name, least), checked(name, str(most))] == [least, most]
    for beyond in (least - 1, most + 1):
        with pytest.raises(Refusal, match=f"Enter a number from {least} to {most}") as refused:
            checked(name, beyond)
        assert refused.value.field == "value"


@pytest.mark.parametrize("name", NUMBERS)
def test_the_default_number_is_one_that_the_setting_takes(name):
    assert checked(name, getattr(Profile(), name)) == getattr(Profile(), name)


@pytest.mark.parametrize("value", ["", "twelve", "12.5", None])
def test_what_is_no_whole_number_is_refused(value):
    with pytest.raises(Refusal, match="whole number"):
        checked("repeat_months", value)


@pytest.mark.parametrize("name", CHOICES)
def test_a_choice_takes_each_of_its_answers_and_no_other(name):
    assert [checked(name, each.value) for each in KINDS[name]] == [each.value for each in KINDS[name]]
    with pytest.raises(Refusal, match="Choose one of the answers shown"):
        checked(name, "something else")


@pytest.mark.parametrize("name", CHOICES)
def test_every_answer_of_a_choice_has_words(name):
    assert [each for each in KINDS[name] if each not in NAMES] == []


@pytest.mark.parametrize("name", [name for name in TEXTS if SETTINGS[name].offers])
def test_what_is_offered_is_taken_and_nothing_else(name):
    assert [checked(name, each) for each in SETTINGS[name].offers] == list(SETTINGS[name].offers)
    with pytest.raises(Refusal, match="Choose one of the answers shown"):
        checked(name, "a checklist of long ago")


@pytest.mark.parametrize("name", [name for name in TEXTS if not (SETTINGS[name].offers or SETTINGS[name].may_be_empty)])
def test_a_text_is_kept_without_the_space_around_it_and_never_empty(name):
    assert checked(name, "  some words\n") == "some words"
    with pytest.raises(Refusal, match="Enter some words"):
        checked(name, " \n")


def test_an_area_may_have_no_ground_of_its_own_again():
    assert checked("local_grounds", " \n") == ""
    assert Profile(local_grounds="Forced marriage\n\n Forced marriage \nSelf-harm").own_grounds == (
        "Forced marriage",
        "Self-harm",
    )


def test_a_setting_that_does_not_exist_is_refused():
    with pytest.raises(Refusal, match="no such setting"):
        checked("shoe_size", 9)


def test_stored_values_stand_over_the_defaults_and_unknown_names_are_passed_over():
    profile = profile_from({"nation": "scotland", "repeat_months": 6, "a_name_of_long_ago": 1})

    assert (profile.nation, profile.repeat_months) == (Nation.SCOTLAND, 6)
    assert profile.flag_anchor is Anchor.LAST_REFERRAL


def test_without_stored_values_the_profile_is_the_default():
    assert profile_from({}) == Profile()
