"""How long a flag stays, how a repeat moves its end, and who may confirm what."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.directory.choices import Anchor
from marac.flags.rules import (
    Standing,
    check_anchor,
    check_confirm,
    check_own,
    check_removal,
    check_removed,
    chosen_anchor,
    confirm_by,
    flag_end,
    moved_end,
    standing_on,
)
from marac.kernel.refusal import Refusal

TODAY = date(2026, 3, 4)
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
months = st.integers(1, 60)


def test_twelve_months_from_a_leap_day_end_on_the_28th():
    assert flag_end(date(2024, 2, 29), 12) == date(2025, 2, 28)


def test_a_repeat_moves_the_end_on():
    assert moved_end(date(2026, 9, 1), TODAY, 12) == date(2027, 3, 4)


@given(ends_on=days, anchor_on=days, months=months)
def test_an_end_never_moves_back_and_moving_twice_moves_once(ends_on, anchor_on, months):
    moved = moved_end(ends_on, anchor_on, months)

    assert moved >= ends_on
    assert moved_end(moved, anchor_on, months) == moved


HEARD_ON, REFERRED_ON = date(2026, 3, 3), date(2026, 1, 5)


@pytest.mark.parametrize(
    ("dates", "chosen"),
    [
        ({Anchor.LAST_REFERRAL: REFERRED_ON, Anchor.LAST_HEARD: HEARD_ON}, (Anchor.LAST_REFERRAL, REFERRED_ON)),
        ({Anchor.LAST_INCIDENT: REFERRED_ON, Anchor.LAST_HEARD: HEARD_ON}, (Anchor.LAST_HEARD, HEARD_ON)),
        ({Anchor.LAST_REFERRAL: date(2025, 3, 4), Anchor.LAST_HEARD: HEARD_ON}, (Anchor.LAST_HEARD, HEARD_ON)),
        ({Anchor.LAST_REFERRAL: date(2026, 3, 5), Anchor.LAST_HEARD: HEARD_ON}, (Anchor.LAST_HEARD, HEARD_ON)),
        ({Anchor.LAST_INCIDENT: REFERRED_ON}, None),
        ({Anchor.LAST_HEARD: date(2024, 3, 3)}, None),
    ],
)
def test_months_are_counted_from_what_the_protocol_says_else_from_the_meeting(dates, chosen):
    assert chosen_anchor(Anchor.LAST_REFERRAL, dates, 12, TODAY) == chosen


def test_confirmation_is_due_in_working_days():
    assert confirm_by(date(2026, 3, 5), 2, ()) == date(2026, 3, 9)


@pytest.mark.parametrize(
    ("facts", "standing"),
    [
        ({}, Standing.ASKED),
        ({"confirmed_on": TODAY}, Standing.IN_PLACE),
        ({"ends_on": TODAY}, Standing.ENDED),
        ({"ends_on": TODAY, "confirmed_on": TODAY}, Standing.ENDED),
        ({"removal_asked_on": TODAY}, Standing.REMOVAL_ASKED),
        ({"removal_asked_on": TODAY, "removed_on": TODAY}, Standing.REMOVED),
    ],
)
def test_where_a_flag_stands(facts, standing):
    plain = {"ends_on": date(2026, 9, 1), "confirmed_on": None, "removal_asked_on": None, "removed_on": None}

    assert standing_on(TODAY, **plain | facts) is standing


@pytest.mark.parametrize("anchor_on", [None, date(2026, 3, 5), date(2025, 3, 4)])
def test_months_are_counted_from_a_day_that_has_come_and_leaves_some(anchor_on):
    check_anchor(date(2025, 3, 5), 12, TODAY)
    with pytest.raises(Refusal) as refused:
        check_anchor(anchor_on, 12, TODAY)
    assert refused.value.field == "anchor_on"


def test_only_the_agency_confirms():
    check_own(agency_id=1, viewer_agency_id=1)
    with pytest.raises(Refusal):
        check_own(agency_id=1, viewer_agency_id=2)


def test_a_flag_is_confirmed_once_and_while_it_is_wanted():
    check_confirm(Standing.ASKED, confirmed=False)
    for standing, confirmed in [(Standing.IN_PLACE, True), (Standing.ENDED, False), (Standing.REMOVAL_ASKED, False)]:
        with pytest.raises(Refusal):
            check_confirm(standing, confirmed=confirmed)


def test_removal_before_the_end_needs_a_reason_and_is_asked_once():
    check_removal(Standing.ENDED, reason="")
    check_removal(Standing.IN_PLACE, reason="Wrong person")
    for standing, reason in [(Standing.IN_PLACE, " "), (Standing.REMOVAL_ASKED, "Why"), (Standing.REMOVED, "Why")]:
        with pytest.raises(Refusal):
            check_removal(standing, reason=reason)


@pytest.mark.parametrize("standing", [s for s in Standing if s is not Standing.REMOVAL_ASKED])
def test_a_flag_is_kept_until_its_removal_is_asked_for(standing):
    check_removed(Standing.REMOVAL_ASKED)
    with pytest.raises(Refusal):
        check_removed(standing)
