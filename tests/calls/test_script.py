"""What a caller is asked is what the form asks, in the order of a conversation; and what is asked next."""

import pytest

from marac.calls.queries import asking
from marac.calls.rules import still_to_ask, with_not_known
from marac.calls.script import script
from marac.intake.fields import fields
from marac.intake.missing import Missing, missing
from marac.intake.tools import names_of_first, tool_named
from marac.sheets import patterns_of, pieces_of, questions_in, sheets_for

TOOL = tool_named("dash-24")


def words(content):
    return [each.words for each in still_to_ask(content, missing({"form": "x"} | content, TOOL))]


@pytest.mark.parametrize("name", names_of_first())
def test_a_call_asks_nothing_that_the_form_does_not_know_and_nothing_twice(name):
    tool = tool_named(name)
    paths = [path for sheet in script(tool, ("Suicide",)) for path, _one in questions_in(pieces_of(sheet, {}))]
    form = {pattern for sheet in sheets_for(tool, ("Suicide",)) for pattern in patterns_of(sheet)}
    asked = {pattern for sheet in script(tool, ("Suicide",)) for pattern in patterns_of(sheet)}

    assert len(paths) == len(set(paths))
    assert asked <= set(fields())
    assert asked - form <= {"checklist.score_stated"}


def test_it_begins_with_the_caller_and_whether_anybody_is_in_danger():
    assert [sheet.slug for sheet in script(TOOL)][:3] == ["caller", "now", "victim"]


def test_what_was_asked_and_is_not_known_is_not_asked_for_again():
    content = {"victims": [{"surname": "Tolliver"}]}
    before = words(content)

    after = words(with_not_known(content, {"urgent.danger_now", "victims[0].dob_raw", "victims[0].addresses[0].text"}))

    assert set(before) - set(after) == {
        "whether anybody is in danger now is not given",
        "no date of birth",
        "no address",
    }


@pytest.mark.parametrize(
    "told",
    [{"checklist": {"score_stated": 15}}, {"evidence": {"professional_judgement": "Strangled twice"}}],
)
def test_who_gives_a_count_or_a_judgement_is_not_asked_every_question_of_a_checklist(told):
    assert "no risk checklist" in words({})
    assert "no risk checklist" not in words(told)


def test_no_is_an_answer():
    assert "whether anybody is in danger now is not given" not in words({"urgent": {"danger_now": False}})


@pytest.mark.django_db
def test_what_is_asked_next_stands_under_the_heading_where_it_is_asked(call, viewer):
    found = asking(viewer, call.referral)

    assert [sheet.slug for _each, sheet in found.following][:3] == ["caller", "now", "victim"]
    assert {each.words for each in found.by_sheet["caller"]} >= {"no number to ring back", "name not given"}
    assert all(isinstance(each, Missing) for each, _sheet in found.following)
