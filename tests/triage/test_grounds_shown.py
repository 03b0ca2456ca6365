"""What shows each ground, and what is said of safety and sharing before a referral is decided."""

from datetime import date

import pytest

from marac.directory.profile import Profile
from marac.triage.rules import grounds, safety

TODAY = date(2026, 3, 4)
PROFILE = Profile()


def ground(key, content, profile=PROFILE):
    return next(each for each in grounds(content, profile, today=TODAY) if each.key == key)


def events(*days):
    return {"events": [{"on": day, "what": "Shouting", "source": "Police 12"} for day in days]}


def said(content, part):
    found = next(each for each in safety(content) if each.name == part)
    return {fact.label: fact.words for fact in found.facts}


# ---------------------------------------------------------------- escalation
@pytest.mark.parametrize(
    ("days", "counted", "met"),
    [
        (["2026-03-04", "2025-12-01", "2025-03-05"], 3, True),
        (["2026-03-04", "2025-12-01", "2025-03-04"], 2, None),
        (["2026-03-05", "2025-12-01", "2025-03-05"], 2, None),
    ],
)
def test_events_are_counted_in_the_areas_months_up_to_the_day(days, counted, met):
    found = ground("potential_escalation", events(*days))

    assert f"3 events in 12 months, known to any agency: {counted} counted after 4 March 2025" in found.reason
    assert found.met is met


def test_the_months_and_the_number_are_the_areas_own():
    kent = Profile(escalation_events=2, escalation_months=6)

    assert ground("potential_escalation", events("2026-03-01", "2025-10-01"), kent).met is True
    assert ground("potential_escalation", events("2026-03-01", "2025-08-01"), kent).met is None


def test_each_event_is_shown_with_its_date_and_who_recorded_it():
    found = ground("potential_escalation", events("2026-03-01"))

    assert found.evidence == ("1 March 2026: Shouting (Police 12)",)


def test_an_event_without_a_date_is_shown_and_not_counted():
    found = ground("potential_escalation", {"events": [{"what": "Shouting"}, {"on": "31 Feb"}]})

    assert "Events without a date, which are not counted: 2." in found.reason
    assert found.evidence[0] == "No date: Shouting (who recorded it is not given)"


# ---------------------------------------------------------------- the area's own, and a grade
def test_a_ground_of_the_area_is_met_when_the_referrer_gives_it_and_shows_what_for():
    kent = Profile(local_grounds="Suicide or self-harm\n\nForced marriage")

    first, second = grounds(
        {"local_grounds": [{"ground": "Forced marriage", "evidence": "A flight is booked."}]}, kent, today=TODAY
    )[4:]

    assert (first.name, first.met) == ("Suicide or self-harm", None)
    assert (second.name, second.met, second.evidence) == ("Forced marriage", True, ("A flight is booked.",))


def test_a_ground_that_the_area_does_not_have_is_shown_and_meets_nothing():
    (found,) = grounds({"local_grounds": [{"ground": "Forced marriage"}]}, PROFILE, today=TODAY)[4:]

    assert found.met is None
    assert "none of the grounds of the protocol in force" in found.reason


@pytest.mark.parametrize(("grade", "met"), [("high", True), ("medium", None), ("standard", None), (None, None)])
def test_only_the_highest_grade_is_visible_high_risk_and_no_other_speaks_against_it(grade, met):
    checklist = {"grade": grade, "grade_reasons": "He controls what she spends."}

    found = ground("visible_high_risk", {"checklist": checklist}, Profile(risk_tool="graded"))

    assert found.met is met
    assert ("He controls" in found.reason) == (grade is not None)


def test_a_low_count_says_what_is_not_answered_too():
    answers = dict.fromkeys(("injury", "frightened"), "no") | {"isolated": "not_asked"}

    reason = ground("visible_high_risk", {"checklist": {"answers": answers}}).reason

    assert "0 of 24 yes, 0 not known, 22 not answered" in reason


# ---------------------------------------------------------------- safety and sharing
def test_told_agreed_and_the_lawful_basis_are_three_things():
    content = {"consent": {"victim_aware": True, "consent_given": False}, "sharing": {"basis": "public_task"}}

    assert said(content, "Told")["Victim knows of the referral"] == "Yes"
    assert said(content, "Agreed")["Victim agrees"] == "No"
    assert said(content, "Lawful basis")["Lawful basis for sharing"] == "Public task: UK GDPR Article 6(1)(e)"


def test_without_agreement_who_decided_and_why_is_asked_for():
    content = {"consent": {"consent_given": False}, "sharing": {"decided_by": "Jo Webb, manager"}}

    shown = said(content, "Shared without the victim's agreement")

    assert shown["Who decided to share it"] == "Jo Webb, manager"
    assert shown["Why it is shared without the victim's agreement"] == "Not known"


def test_with_agreement_nothing_is_said_of_sharing_without_it():
    names = [part.name for part in safety({"consent": {"consent_given": True}})]

    assert "Shared without the victim's agreement" not in names


def test_whoever_must_not_receive_anything_stands_there_with_the_reason():
    others = [{"name": "Cal Webb", "relationship": "brother", "must_not_receive": True}, {"name": "Dee Orme"}]

    assert said({"others": others}, "Must not receive anything") == {"Cal Webb": "brother"}


def test_what_nobody_said_of_an_interpreter_is_shown_as_not_known():
    shown = said({"victims": [{"surname": "Orme"}]}, "Interpreter, communication and access")

    assert shown["Needs an interpreter"] == "Not known"
