"""On what grounds a referral stands, and whether it is a repeat."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.directory.choices import Anchor
from marac.directory.profile import Profile
from marac.intake.tools import tool_named
from marac.kernel.refusal import Refusal
from marac.kernel.workdays import add_months
from marac.referrals.rules import tool_for
from marac.triage.rules import Earlier, check_new_incident, grounds, propose, repeat_or_new

KEYS = tool_named("dash-24").keys
TODAY = date(2026, 3, 4)
PROFILE = Profile()


def answers(yes=0, not_known=0, blank=0):
    given = ["yes"] * yes + ["dont_know"] * not_known + ["blank"] * blank
    return dict(zip(KEYS, given + ["no"] * (24 - len(given)), strict=True))


def ground(key, content, **more):
    return next(each for each in grounds(content, PROFILE, today=TODAY, **more) if each.key == key)


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

    assert (found.met, found.reason[:57]) == (True, "12 of 24 yes: 12 or more is visible high risk in this MAR")


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


def test_the_evidence_that_the_referrer_gave_stands_with_the_ground():
    content = {
        "criteria": {"professional_judgement": True, "potential_escalation": True},
        "evidence": {"professional_judgement": "She whispers.", "potential_escalation": "Three calls in May."},
    }

    assert "“She whispers.”" in ground("professional_judgement", content).reason
    assert ground("potential_escalation", content).evidence == ("Three calls in May.",)


def test_a_ground_that_was_asked_for_and_not_answered_is_said_to_be_so():
    assert (
        ground("professional_judgement", {"form": "openmarac-1"}).reason == "The referrer was asked, and did not say."
    )


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


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.integers(1, 60))
def test_the_day_on_counts_and_the_day_after_does_not_whatever_month_or_leap_year_it_is(before, months):
    profile = Profile(repeat_months=months)
    until = add_months(before, months)
    days = (until - timedelta(days=1), until, until + timedelta(days=1))

    kinds = [repeat_or_new({Anchor.LAST_REFERRAL: before}, profile, day).kind for day in days]

    assert kinds == ["repeat", "repeat", "new"]


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.integers(1, 60), st.integers(1, 800))
def test_a_later_date_to_count_from_never_ends_the_months_earlier(before, months, days):
    profile = Profile(repeat_months=months)
    later = before + timedelta(days=days)

    ends = [repeat_or_new({Anchor.LAST_REFERRAL: on}, profile, later).until for on in (before, later)]

    assert ends == sorted(ends)


@pytest.mark.parametrize(
    ("before", "until"),
    [
        (date(2024, 2, 29), date(2025, 2, 28)),
        (date(2023, 2, 28), date(2024, 2, 28)),
        (date(2025, 8, 31), date(2026, 8, 31)),
        (date(2025, 12, 31), date(2026, 12, 31)),
    ],
)
def test_twelve_months_end_on_the_corresponding_day(before, until):
    assert repeat_or_new({Anchor.LAST_REFERRAL: before}, PROFILE, before).until == until


# ---------------------------------------------------------------- the same two people
def _earlier(case, *, victim=True, perpetrator=True, on=date(2025, 10, 1)):
    return Earlier(case, same_victim=victim, same_perpetrator=perpetrator, dates={Anchor.LAST_REFERRAL: on})


def test_the_same_victim_and_perpetrator_within_the_months_is_a_repeat_of_that_case_and_says_what_counts_as_one():
    proposal = propose([_earlier("NM/25/0007")], {}, PROFILE, TODAY)

    assert (proposal.kind, proposal.case) == ("repeat", "NM/25/0007")
    assert proposal.reason == (
        "Repeat until 1 October 2026: 12 months from the last referral, 1 October 2025 "
        "(this MARAC counts from: last referral). In this MARAC a repeat is any further abuse, criminal or not. "
        "Further information without a new incident is an update of the open case."
    )


def test_the_same_two_after_the_months_are_a_new_referral():
    proposal = propose([_earlier("NM/24/0007", on=date(2024, 10, 1))], {}, PROFILE, TODAY)

    assert (proposal.kind, "ended on 1 October 2025" in proposal.reason) == ("new", True)


def test_another_perpetrator_makes_a_new_case_linked_to_the_first():
    proposal = propose([_earlier("NM/25/0007", perpetrator=False)], {}, PROFILE, TODAY)

    assert (proposal.kind, proposal.case) == ("new", "")
    assert proposal.reason == "New, and linked: the victim is in NM/25/0007, with another perpetrator."


def test_another_victim_of_the_perpetrator_makes_a_new_case_and_a_question():
    proposal = propose([_earlier("NM/25/0007", victim=False)], {}, PROFILE, TODAY)

    assert (proposal.kind, "serial perpetrator" in proposal.reason) == ("new", True)


def test_where_no_perpetrator_is_named_in_both_nothing_is_proposed_and_the_ground_cannot_be_said():
    proposal = propose([_earlier("NM/25/0007", perpetrator=None)], {}, PROFILE, TODAY)

    found = grounds({}, PROFILE, today=TODAY, proposal=proposal)[3]
    assert (proposal.kind, found.met, "Find out who" in found.reason) == ("", None, True)


def test_of_several_cases_of_the_same_two_the_one_whose_months_end_last_is_proposed():
    cases = [_earlier("NM/25/0001", on=date(2025, 5, 1)), _earlier("NM/25/0009", on=date(2025, 9, 1))]
    cases += [_earlier("NM/26/0002", perpetrator=False, on=date(2026, 2, 1))]

    assert propose(cases, {}, PROFILE, TODAY).case == "NM/25/0009"


def test_a_date_on_record_stands_before_the_one_that_the_form_gives():
    heard = Earlier("NM/25/0007", True, True, {Anchor.LAST_HEARD: date(2025, 9, 1)})

    proposal = propose([heard], {Anchor.LAST_HEARD: date(2024, 1, 1)}, Profile(repeat_anchor=Anchor.LAST_HEARD), TODAY)

    assert proposal.until == date(2026, 9, 1)


@pytest.mark.parametrize(("day", "refused"), [(13, True), (14, True), (15, False)])
def test_an_incident_up_to_the_day_of_the_last_referral_is_no_new_one(day, refused):
    def check():
        check_new_incident("repeat", date(2026, 3, day), date(2026, 3, 14), PROFILE.further_information)

    if refused:
        with pytest.raises(Refusal):
            check()
    else:
        check()


# ---------------------------------------------------------------- which checklist
@pytest.mark.parametrize(
    ("born", "tool"),
    [("2008-03-05", "young"), ("2008-03-04", "adult"), ("1990-01-01", "adult"), (None, "adult")],
)
def test_the_checklist_for_young_people_is_for_a_victim_who_is_not_eighteen_that_day(born, tool):
    profile = Profile(risk_tool="adult", young_risk_tool="young")

    assert tool_for({"victims": [{"surname": "Tolliver", "dob": born}]}, profile, TODAY) == tool
