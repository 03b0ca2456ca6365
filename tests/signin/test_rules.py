"""Codes hold once and for a moment, waits grow and end, and sessions do not last."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.kernel.refusal import Refusal
from marac.sessions.rules import Limits, browser_of, is_over
from marac.signin import rules

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
# The secret of RFC 6238, appendix B.
SECRET = b"12345678901234567890"
MINUTE = timedelta(minutes=1)


def code(at):
    return rules.authenticator(SECRET).generate(int(at.timestamp())).decode()


def test_codes_are_those_of_the_standard():
    at = datetime.fromtimestamp(1111111109, UTC)

    assert rules.step_of(SECRET, "081804", at, after=0) == 1111111109 // 30


@pytest.mark.parametrize(("seconds", "holds"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)])
def test_a_code_holds_for_a_telephone_that_is_half_a_minute_off(seconds, holds):
    found = rules.step_of(SECRET, code(NOW + timedelta(seconds=seconds)), NOW, after=0)

    assert (found is not None) is holds


def test_a_code_holds_only_after_the_last_one_used():
    step = rules.step_of(SECRET, code(NOW), NOW, after=0)

    assert rules.step_of(SECRET, code(NOW), NOW, after=step) is None


def test_ten_codes_differ_and_are_read_however_they_are_typed():
    codes = rules.new_codes()

    assert len(set(codes)) == 10
    assert all(rules.is_recovery_code(rules.typed_code(f" {each.upper().replace('-', ' ')} ")) for each in codes)


def test_a_mark_of_a_code_belongs_to_one_person():
    assert rules.code_mark("abcd-efgh-jkmn", 1) == rules.code_mark("ABCD efgh jkmn", 1)
    assert rules.code_mark("abcd-efgh-jkmn", 1) != rules.code_mark("abcd-efgh-jkmn", 2)


@given(st.integers(0, 10_000), st.integers(1, 50))
def test_waits_never_shrink_and_never_last_for_ever(failures, free):
    wait, next_wait = rules.wait_after(failures, free), rules.wait_after(failures + 1, free)

    assert wait <= next_wait <= rules.LONGEST_WAIT
    assert (wait == timedelta()) is (failures < free)


def test_the_sixth_try_waits_a_minute_and_the_eighth_four():
    assert [rules.wait_after(failures, 5) / MINUTE for failures in (4, 5, 6, 7, 8, 9, 99)] == [0, 1, 2, 4, 8, 15, 15]


def test_who_must_wait_is_told_how_long():
    with pytest.raises(Refusal, match="Wait 2 min, then try again"):
        rules.check_wait(6, NOW - timedelta(seconds=30), NOW, free=5)

    rules.check_wait(6, NOW - 2 * MINUTE, NOW, free=5)


def test_tries_are_forgotten_after_a_day():
    assert rules.counted(9, NOW - timedelta(hours=23), NOW) == 9
    assert rules.counted(9, NOW - timedelta(hours=25), NOW) == 0


@pytest.mark.parametrize(
    ("began", "seen", "ended", "over"),
    [
        (60, 29, None, False),
        (60, 31, None, True),
        (12 * 60, 1, None, False),
        (12 * 60 + 1, 1, None, True),
        (60, 1, 61, False),
        (60, 1, 59, True),
        (None, None, None, True),
    ],
)
def test_a_session_ends_after_half_an_hour_unused_twelve_hours_or_from_elsewhere(began, seen, ended, over):
    ago = [None if minutes is None else NOW - minutes * MINUTE for minutes in (began, seen, ended)]

    limits = Limits(idle=30 * MINUTE, longest=12 * 60 * MINUTE)
    assert is_over(limits, began_at=ago[0], seen_at=ago[1], ended_at=ago[2], at=NOW) is over


@pytest.mark.parametrize(
    ("seen", "now", "over"),
    [
        # In March 00:50 is followed by 02:10 twenty minutes later.
        ("2026-03-29T00:50:00+00:00", "2026-03-29T02:10:00+01:00", False),
        ("2026-03-29T00:50:00+00:00", "2026-03-29T02:21:00+01:00", True),
        # In October 01:50 is followed by 01:10.
        ("2026-10-25T01:50:00+01:00", "2026-10-25T01:10:00+00:00", False),
        ("2026-10-25T01:50:00+01:00", "2026-10-25T01:21:00+00:00", True),
        # A clock that was wrong for a while, by more than two machines may differ.
        ("2026-03-04T09:34:00+00:00", "2026-03-04T09:30:00+00:00", False),
        ("2027-03-04T09:30:00+00:00", "2026-03-04T09:30:00+00:00", True),
        ("2025-03-04T09:30:00+00:00", "2026-03-04T09:30:00+00:00", True),
    ],
)
def test_a_session_lasts_as_long_when_the_hour_changes_and_is_over_when_a_clock_was_wrong(seen, now, over):
    at, stamp = datetime.fromisoformat(now), datetime.fromisoformat(seen)

    assert is_over(Limits(30 * MINUTE, 12 * 60 * MINUTE), began_at=stamp, seen_at=stamp, ended_at=None, at=at) is over


@pytest.mark.parametrize(
    ("enrolled", "demonstration", "production", "needed"),
    [
        (False, False, False, True),
        (False, True, False, False),
        (True, True, False, True),
        (False, True, True, True),
        (False, False, True, True),
    ],
)
def test_only_a_demonstration_on_ones_own_machine_does_without_a_factor(enrolled, demonstration, production, needed):
    asked = rules.is_factor_needed(enrolled=enrolled, demonstration=demonstration, production=production)

    assert asked is needed


@pytest.mark.parametrize(
    ("host", "possible"),
    [("cases.example.org", True), ("localhost:8000", True), ("127.0.0.1:8000", False), ("[::1]:8000", False)],
)
def test_passkeys_need_a_name(host, possible):
    assert rules.can_have_passkeys(host) is possible


def test_the_last_factor_stays():
    rules.check_one_is_left(["passkey"])

    with pytest.raises(Refusal, match="only second factor"):
        rules.check_one_is_left([])


@pytest.mark.parametrize(
    ("agent", "said"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0",
            ["Microsoft Edge", "Windows"],
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1 Version/17.5 Safari/605.1",
            ["Safari", "Mac"],
        ),
        ("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36", ["Chrome", "Android"]),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", ["Firefox", "Linux"]),
        ("<script>alert(1)</script>", ["", ""]),
        ("", ["", ""]),
    ],
)
def test_a_browser_is_named_as_its_owner_would_and_nothing_else_that_it_says_is_kept(agent, said):
    assert browser_of(agent) == said
