"""How long one waits after a failure, what is still news, and whose address it is."""

from datetime import date, timedelta

import pytest

from marac.kernel.refusal import Refusal
from marac.mail.rules import State, check_again, check_set_aside, is_at, is_news, wait_after


def test_the_wait_grows_to_four_hours_and_no_further():
    waits = [wait_after(attempts) for attempts in range(1, 21)]

    assert [wait.total_seconds() / 60 for wait in waits[:7]] == [5, 10, 20, 40, 80, 160, 240]
    assert waits == sorted(waits)
    assert timedelta(days=2) < sum(waits, timedelta()) < timedelta(days=3)


def test_a_notice_is_news_for_two_weeks():
    assert [is_news(date(2026, 3, 4), date(2026, 3, day)) for day in (4, 18, 19)] == [True, True, False]


@pytest.mark.parametrize(
    ("address", "domains", "own"),
    [
        ("ada@homes.example.org", "homes.example.org", True),
        ("ada@HOMES.example.org", "Homes.Example.org", True),
        ("ada@north.homes.example.org", "police.example.org homes.example.org", True),
        ("ada@badhomes.example.org", "homes.example.org", False),
        ("ada@homes.example.org.example.net", "homes.example.org", False),
        ("ada@anywhere.example.net", "", True),
    ],
)
def test_an_address_is_the_agencys_own_at_or_below_its_domains(address, domains, own):
    assert is_at(address, domains) == own


@pytest.mark.parametrize("state", [state for state in State if state not in (State.GIVEN_UP, State.HELD)])
def test_only_what_did_not_go_is_tried_again_or_set_aside(state):
    with pytest.raises(Refusal):
        check_again("minutes", state)
    with pytest.raises(Refusal):
        check_set_aside(state)
