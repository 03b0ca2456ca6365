"""The checklist, its count, and what a referral lacks."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.intake import missing as missing_facts
from marac.intake.scores import count_answers
from marac.intake.tools import names, tool_named

TOOL = tool_named("dash-24")
KEYS = TOOL.keys


def missing(content, tool=TOOL):
    return missing_facts.missing(content, tool)


def answers(yes=0, not_known=0, blank=0):
    given = ["yes"] * yes + ["dont_know"] * not_known + ["blank"] * blank
    return dict(zip(KEYS, given + ["no"] * (24 - len(given)), strict=True))


# ---------------------------------------------------------------- the tool
def test_every_tool_file_can_be_read_and_bears_its_name():
    assert {tool_named(name).id for name in names()} == set(names())


def test_a_tool_that_is_not_here_is_not_found_elsewhere():
    with pytest.raises(KeyError):
        tool_named("../dash-24")


# ---------------------------------------------------------------- counting
def test_an_unanswered_question_is_neither_no_nor_not_known():
    assert count_answers(answers(yes=14, not_known=2, blank=3), KEYS) == (14, 2, 3)


@pytest.mark.parametrize("nothing", [None, {}])
def test_no_checklist_is_24_unanswered(nothing):
    assert count_answers(nothing, KEYS) == (0, 0, 24)


def test_answers_to_other_questions_are_not_counted():
    assert count_answers({"extra": "yes"}, KEYS) == (0, 0, 24)


@given(st.dictionaries(st.sampled_from(KEYS), st.sampled_from(["yes", "no", "dont_know", "blank", None, "other"])))
def test_yes_no_not_known_and_unanswered_are_all_of_them(given_answers):
    count = count_answers(given_answers, KEYS)

    assert sum(count) + list(given_answers.values()).count("no") == 24


# ---------------------------------------------------------------- missing
def test_what_is_missing_of_the_checklist_is_counted_by_the_questions_of_the_areas_own():
    short = replace(TOOL, id="short", items=TOOL.items[:3])

    found = [each.words for each in missing({"checklist": {"answers": {KEYS[0]: "yes"}}}, short)]

    assert "2 questions of the checklist are not answered" in found


VICTIM = {
    "surname": "Tolliver",
    "forenames": "Hannah",
    "dob": "1991-04-03",
    "gender": "female",
    "gp": "Surgery",
    "addresses": [{"text": "14 Lantern Row"}],
    "phones": [{"number": "07700900214", "safe_to_call": True, "safe_to_leave_message": False, "safe_to_text": True}],
    "diversity": {"ethnicity": "White", "disabled": False, "lgbt": False, "interpreter": False},
}
PERPETRATOR = VICTIM | {"relationship_to_victim": "Ex-partner"}
WHOLE = {
    "referral_date": "2026-03-01",
    "referrer": {"agency": "Outreach", "name": "P Lindqvist", "email": "p@nwo.example.org"},
    "victims": [VICTIM],
    "perpetrators": [PERPETRATOR],
    "children": [],
    "criteria": {"visible_high_risk": True},
    "checklist": {"answers": answers(yes=14)},
    "consent": {"victim_aware": True, "consent_given": True},
    "previous": {"this_marac": False, "other_marac": False},
    "views": {"afraid_of": "him", "safe_to_talk_to": "mother", "not_safe_to_talk_to": "sister"},
    "narrative": {"text": "What happened."},
}


def words_of(content):
    return [f"{each.whose}: {each.words}" for each in missing(content)]


def test_a_whole_referral_lacks_nothing():
    assert missing(WHOLE) == []


def test_an_empty_referral_lacks_much_and_blocks_nothing():
    found = missing({})

    assert found[0].path == "consent.victim_aware"
    assert [each.urgency for each in found] == sorted(each.urgency for each in found)
    assert {"Victim: nobody is named", "Perpetrator: nobody is named"} <= set(words_of({}))


@pytest.mark.parametrize("field", ["surname", "forenames", "dob", "addresses", "phones", "gender", "gp"])
def test_a_field_of_the_victim_that_is_blank_is_missing(field):
    found = missing(WHOLE | {"victims": [VICTIM | {field: None}]})

    assert [each.path.split(".")[1].partition("[")[0] for each in found] == [field]


@pytest.mark.parametrize("path", ["afraid_of", "safe_to_talk_to", "not_safe_to_talk_to"])
def test_a_view_that_is_blank_is_missing(path):
    assert [each.path for each in missing(WHOLE | {"views": WHOLE["views"] | {path: ""}})] == [f"views.{path}"]


def test_no_is_an_answer():
    assert missing(WHOLE | {"consent": {"victim_aware": False, "consent_given": False, "reason": "Not safe."}}) == []


def test_a_victim_who_was_not_told_needs_a_reason():
    found = missing(WHOLE | {"consent": {"victim_aware": False, "consent_given": True}})

    assert [each.path for each in found] == ["consent.reason"]


def test_a_number_of_which_nothing_is_known_is_asked_about_once():
    victim = VICTIM | {"phones": [{"number": "07700900214"}]}

    assert words_of(WHOLE | {"victims": [victim]}) == ["Victim: it is not known whether number 1 is safe to call"]


def test_a_number_that_may_be_called_still_needs_the_rest():
    victim = VICTIM | {"phones": [{"number": "07700900214", "safe_to_call": True}]}

    assert [each.path for each in missing(WHOLE | {"victims": [victim]})] == [
        "victims[0].phones[0].safe_to_leave_message",
        "victims[0].phones[0].safe_to_text",
    ]


def test_a_perpetrators_number_is_not_asked_about():
    assert missing(WHOLE | {"perpetrators": [PERPETRATOR | {"phones": [{"number": "07700900577"}]}]}) == []


def test_who_has_no_fixed_abode_has_no_address_to_ask_for():
    person = PERPETRATOR | {"addresses": [], "no_fixed_abode": True}

    assert missing(WHOLE | {"perpetrators": [person]}) == []


def test_an_unborn_child_is_not_asked_for_a_birth_date():
    assert missing(WHOLE | {"children": [{"unborn": True}]}) == []


def test_several_people_are_told_apart_by_number():
    people = [PERPETRATOR, PERPETRATOR | {"dob": None}]

    assert words_of(WHOLE | {"perpetrators": people}) == ["Perpetrator 2: no date of birth"]


def test_questions_left_open_are_counted():
    found = words_of(WHOLE | {"checklist": {"answers": answers(yes=14, blank=3)}})

    assert found == ["Referral: 3 questions of the checklist are not answered"]


def test_a_referral_without_a_ground_says_so():
    assert words_of(WHOLE | {"criteria": {"repeat": False}}) == ["Referral: no ground is ticked"]


def test_our_own_form_is_short_of_what_only_it_asks_for():
    asked = {"incident_date", "consent.safe_to_tell", "consent.perpetrator_aware", "safeguarding.done", "has_children"}

    assert asked <= {each.path for each in missing({"form": "openmarac-1"})}
    assert asked & {each.path for each in missing({})} == set()


def test_a_ground_on_our_form_needs_its_evidence():
    content = {"form": "openmarac-1", "criteria": {"repeat": True, "professional_judgement": True}}
    content |= {"evidence": {"repeat": "He came back on Sunday."}}

    found = [each.path for each in missing(content) if each.path.startswith("evidence.")]

    assert found == ["evidence.professional_judgement"]


def test_an_uncertain_date_of_birth_is_asked_for_with_what_is_known():
    words = [each.words for each in missing({"victims": [{"dob_raw": "about 40"}]}) if each.path == "victims[0].dob"]

    assert words == ["no exact date of birth, only “about 40”"]


def test_what_hardly_a_referral_lacks_is_taken_to_be_overlooked():
    nobody = missing_facts.overlooked(missing({}))
    one_of_two = {"perpetrators": [{"addresses": [{"text": "4 Mill Row"}]}, {"surname": "Reeve"}], "victims": [VICTIM]}
    nowhere = {"perpetrators": [{"surname": "Reeve", "no_fixed_abode": True}], "victims": [VICTIM]}

    assert [(each.whose, each.words) for each in nobody] == [
        ("Victim", "nobody is named"),
        ("Perpetrator", "nobody is named"),
    ]
    assert [each.path for each in missing_facts.overlooked(missing(one_of_two))] == [
        "perpetrators[0].surname",
        "perpetrators[1].addresses[0].text",
    ]
    assert missing_facts.overlooked(missing(nowhere)) == []
