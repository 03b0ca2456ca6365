"""Counting, grounds, repeats, what is missing and the moves of a referral."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.directory.profile import Anchor, Profile
from marac.kernel.refusal import Refusal
from marac.kernel.workdays import add_months
from marac.referrals.models import Referral
from marac.referrals.rules import MOVES, check_move, count_answers, grounds, missing, repeat_or_new
from marac.referrals.tools import names, tool_named

KEYS = [item.key for item in tool_named("dash-24").items]
TODAY = date(2026, 3, 4)
PROFILE = Profile()


def answers(yes=0, not_known=0, blank=0):
    given = ["yes"] * yes + ["dont_know"] * not_known + ["blank"] * blank
    return dict(zip(KEYS, given + ["no"] * (24 - len(given)), strict=True))


def ground(key, content, **more):
    return next(each for each in grounds(content, PROFILE, today=TODAY, **more) if each.key == key)


# ---------------------------------------------------------------- the tool
def test_the_checklist_has_its_24_topics_once_each():
    assert (len(KEYS), len(set(KEYS))) == (24, 24)


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


# ---------------------------------------------------------------- grounds
@pytest.mark.parametrize(
    ("yes", "not_known", "blank", "met"),
    [(14, 0, 0, True), (13, 0, 0, False), (13, 1, 0, None), (13, 0, 1, None), (24, 0, 0, True), (0, 0, 24, None)],
)
def test_visible_high_risk_is_met_by_the_count_and_open_while_it_could_still_be(yes, not_known, blank, met):
    content = {"checklist": {"answers": answers(yes, not_known, blank)}}

    assert ground("visible_high_risk", content).met is met


def test_the_threshold_is_the_maracs_own():
    content = {"checklist": {"answers": answers(yes=12)}}

    found = grounds(content, Profile(high_risk_answers=12), today=TODAY)[0]

    assert (found.met, found.reason[:57]) == (True, "12 yes answers: 12 or more is visible high risk in this M")


def test_a_written_count_that_differs_from_the_answers_is_said():
    content = {"checklist": {"answers": answers(yes=16), "score_stated": 17}}

    assert ground("visible_high_risk", content).reason.endswith("The form says 17; its answers count 16.")


@pytest.mark.parametrize(("score", "met"), [(14, True), (13, False), (None, None)])
def test_a_count_without_answers_is_taken_as_written(score, met):
    assert ground("visible_high_risk", {"checklist": {"score_stated": score}}).met is met


def test_a_tick_alone_does_not_make_visible_high_risk():
    found = ground("visible_high_risk", {"criteria": {"visible_high_risk": True}})

    assert (found.met, found.stated) == (None, True)
    assert "Ask for the checklist." in found.reason


@pytest.mark.parametrize("key", ["professional_judgement", "potential_escalation"])
@pytest.mark.parametrize("ticked", [True, False, None])
def test_a_ground_that_only_the_referrer_can_give_is_met_when_given(key, ticked):
    found = ground(key, {"criteria": {key: ticked}})

    assert (found.met, found.stated) == (ticked, ticked)


def test_judgement_without_an_account_asks_for_the_concern():
    assert "Ask for it." in ground("professional_judgement", {"criteria": {"professional_judgement": True}}).reason


def test_escalation_says_this_maracs_numbers():
    kent = Profile(escalation_events=3, escalation_months=6)

    found = grounds({"criteria": {"potential_escalation": True}}, kent, today=TODAY)[2]

    assert "3 events in 6 months" in found.reason


def test_a_repeat_is_proposed_from_the_date_on_the_form():
    found = ground("repeat", {"previous": {"last_date": "2025-11-06"}, "criteria": {"repeat": True}})

    assert found.met is True
    assert found.reason == (
        "Repeat until 6 November 2026: 12 months from the last meeting that heard it, 6 November 2025 "
        "(this MARAC counts from: last referral, whose date is not known)"
    )


def test_a_ticked_repeat_without_a_date_asks_for_it():
    assert ground("repeat", {"criteria": {"repeat": True}}).met is None


def test_an_impossible_date_on_the_form_is_passed_over():
    assert ground("repeat", {"previous": {"last_date": "31 Feb"}}).met is False


def test_an_empty_referral_has_four_grounds_and_none_is_met():
    assert [each.met for each in grounds({}, PROFILE, today=TODAY)] == [None, None, None, False]


# ---------------------------------------------------------------- repeat or new
def test_a_repeat_says_until_when_and_from_what_it_is_counted():
    proposal = repeat_or_new({Anchor.LAST_REFERRAL: date(2026, 3, 14)}, PROFILE, date(2026, 9, 1))

    assert (proposal.kind, proposal.until) == ("repeat", date(2027, 3, 14))
    assert proposal.reason == (
        "Repeat until 14 March 2027: 12 months from the last referral, 14 March 2026 "
        "(this MARAC counts from: last referral)"
    )


@pytest.mark.parametrize(
    ("today", "kind"),
    [(date(2027, 3, 13), "repeat"), (date(2027, 3, 14), "repeat"), (date(2027, 3, 15), "new")],
)
def test_the_last_day_of_the_months_still_counts(today, kind):
    assert repeat_or_new({Anchor.LAST_REFERRAL: date(2026, 3, 14)}, PROFILE, today).kind == kind


def test_a_leap_day_ends_on_the_last_of_february():
    proposal = repeat_or_new({Anchor.LAST_REFERRAL: date(2024, 2, 29)}, PROFILE, date(2025, 3, 1))

    assert (proposal.kind, proposal.until) == ("new", date(2025, 2, 28))


@pytest.mark.parametrize("anchor", list(Anchor))
def test_each_anchor_counts_from_its_own_date(anchor):
    dates = {each: date(2025, month, 1) for month, each in enumerate(Anchor, 6)}

    proposal = repeat_or_new(dates, Profile(repeat_anchor=anchor), TODAY)

    assert proposal.until == add_months(dates[anchor], 12)


def test_a_new_referral_says_when_the_months_ended():
    proposal = repeat_or_new({Anchor.LAST_REFERRAL: date(2024, 1, 1)}, PROFILE, TODAY)

    assert proposal.reason == (
        "New: 12 months from the last referral, 1 January 2024, ended on 1 January 2025 "
        "(this MARAC counts from: last referral)"
    )


def test_with_no_earlier_date_it_is_new():
    proposal = repeat_or_new({}, PROFILE, TODAY)

    assert (proposal.kind, proposal.until) == ("new", None)


def test_an_earlier_date_that_lies_ahead_is_not_counted_from():
    proposal = repeat_or_new({Anchor.LAST_REFERRAL: date(2026, 5, 1)}, PROFILE, TODAY)

    assert proposal.reason == "New: the only earlier date known, 1 May 2026, is after this referral. Check it."


@given(
    st.dates(date(2000, 1, 1), date(2060, 1, 1)),
    st.integers(0, 2000),
    st.integers(1, 60),
    st.sampled_from(list(Anchor)),
)
def test_a_repeat_is_a_referral_on_or_before_the_end_of_the_months(before, days, months, anchor):
    today = before + timedelta(days=days)

    proposal = repeat_or_new({anchor: before}, Profile(repeat_anchor=anchor, repeat_months=months), today)

    assert (proposal.kind == "repeat") == (today <= add_months(before, months))


# ---------------------------------------------------------------- missing
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

    assert words_of(WHOLE | {"victims": [victim]}) == ["Victim: it is not known whether 07700900214 is safe to call"]


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


# ---------------------------------------------------------------- moves
def test_every_state_has_its_moves():
    assert set(MOVES) == set(Referral.State.values)


PAIRS = [(before, after) for before in MOVES for after in MOVES]


@pytest.mark.parametrize(("before", "after"), [pair for pair in PAIRS if pair[1] in MOVES[pair[0]]])
def test_a_move_of_the_table_is_made(before, after):
    assert check_move(before, after) is None


@pytest.mark.parametrize(("before", "after"), [pair for pair in PAIRS if pair[1] not in MOVES[pair[0]]])
def test_any_other_move_is_refused(before, after):
    with pytest.raises(Refusal):
        check_move(before, after)


@pytest.mark.parametrize("decided", ["accepted", "not_met", "withdrawn"])
def test_what_is_decided_stays_decided(decided):
    assert MOVES[decided] == frozenset()
