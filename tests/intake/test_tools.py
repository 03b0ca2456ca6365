"""The shape of each risk tool, as far as a source gives it, and that nothing was made up beyond that."""

import pytest

from marac.directory.profile import TOOLS, Profile
from marac.intake.tools import every_item, further, names, names_of_first, tool_named
from marac.referrals.rules import threshold_of

DASH = tool_named("dash-24")
OF_BOTH = DASH.keys[:9]


@pytest.mark.parametrize(
    ("name", "questions"),
    [("dash-24", 24), ("young-24", 24), ("police-27", 27), ("scotland-27", 27), ("stalking-11", 11)],
)
def test_each_tool_asks_as_many_questions_as_its_form_once_each(name, questions):
    keys = tool_named(name).keys

    assert (len(keys), len(set(keys))) == (questions, questions)


def test_no_tool_is_without_a_test_of_its_shape():
    assert names() == {"dash-24", "young-24", "police-27", "scotland-27", "stalking-11", "graded"}


def test_young_people_are_asked_about_the_same_topics_with_prompts_for_their_age():
    young = tool_named("young-24")

    assert young.keys == DASH.keys
    assert [item.words for item in young.items] == [item.words for item in DASH.items]
    assert young.items != DASH.items


def test_the_police_ask_the_first_nine_alike_then_two_about_children_and_what_was_not_found_says_so():
    police = tool_named("police-27")

    assert police.keys[:11] == [*OF_BOTH, "children_at_home", "children_hurt"]
    assert [number for number, item in enumerate(police.items, 1) if not item.confirmed] == list(range(12, 28))
    assert set(DASH.keys) < set(police.keys)


def test_scotland_asks_the_24_and_three_about_children():
    scotland = tool_named("scotland-27")

    assert scotland.keys[:24] == DASH.keys
    assert [item.confirmed for item in scotland.items[24:]] == [False] * 3


def test_the_stalking_questions_follow_a_yes_on_stalking_and_are_no_checklist_by_themselves():
    assert [each.id for each in further(DASH)] == ["stalking-11"]
    assert further(tool_named("graded")) == []
    assert "stalking-11" not in names_of_first()
    assert sorted(TOOLS) == names_of_first()


def test_a_graded_tool_has_grades_and_counts_nothing():
    graded = tool_named("graded")

    assert (graded.grades, graded.items) == (("standard", "medium", "high"), ())


def test_what_is_ours_in_a_tool_is_said():
    assert [name for name in sorted(names()) if name != "dash-24" and not tool_named(name).about] == []


def test_a_question_under_one_key_has_the_same_words_in_every_tool():
    words = every_item()

    for name in names():
        assert [item.words for item in tool_named(name).items] == [words[key].words for key in tool_named(name).keys]


@pytest.mark.parametrize(
    ("tool", "threshold"),
    [("dash-24", 14), ("young-24", 11), ("police-27", 14), ("stalking-11", None), ("graded", None)],
)
def test_a_threshold_is_the_areas_own_and_none_is_made_up_for_what_is_not_counted(tool, threshold):
    assert threshold_of(tool, Profile(young_high_risk_answers=11)) == threshold
