"""The arithmetic of the counter: seconds by the keystroke-level model."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effort.hand import Hand, Refused
from effort.model import Count, minutes_a_case, total

COUNTS = st.builds(
    Count,
    *(st.integers(min_value=0, max_value=10_000) for _each in range(8)),
    served=st.floats(min_value=0, max_value=1_000),
)


@pytest.mark.parametrize(
    ("done", "seconds"),
    [
        ({}, 0.0),
        ({"keystrokes": 100}, 28.0),
        ({"points": 10}, 11.0),
        ({"presses": 10}, 1.0),
        ({"homings": 10}, 4.0),
        ({"decisions": 10}, 13.5),
        ({"words": 250}, 60.0),
        ({"served": 2.5}, 2.5),
        ({"times": 9, "pages": 9}, 0.0),
        ({"points": 1, "presses": 1, "homings": 1, "keystrokes": 10, "decisions": 1}, 5.75),
    ],
)
def test_what_is_done_becomes_seconds(done, seconds):
    assert Count(**done).seconds == pytest.approx(seconds)


@given(COUNTS, COUNTS)
def test_doing_one_thing_and_then_another_takes_the_time_of_both(one, other):
    assert (one + other).seconds == pytest.approx(one.seconds + other.seconds)


@given(st.lists(COUNTS, max_size=6), st.integers(min_value=1, max_value=40))
def test_the_minutes_a_case_are_the_whole_shared_out(counts, cases):
    assert minutes_a_case(counts, cases) * 60 * cases == pytest.approx(total(counts).seconds)


FORM = """<html lang="en"><head><title>Page</title></head><body><h1>Page</h1>
<label>Name <input type="text" id="name" value="Wren Tallow"></label>
<p id="told">Three words here</p><details><summary>More</summary><p>hidden words</p></details>
<button type="button">Save</button></body></html>"""


def test_a_hand_counts_pointing_typing_and_going_back_to_the_mouse(page):
    page.set_content(FORM)
    hand = Hand(page)

    with hand.task("Write"):
        hand.type(page.get_by_label("Name"), "Ada Quill")
        hand.press(page.get_by_role("button", name="Save"))
        hand.decide()

    assert hand.counts == {"Write": Count(times=1, presses=2, keystrokes=9, points=2, homings=2, decisions=1)}


def test_a_hand_reads_what_is_shown_and_what_stands_in_a_box(page):
    page.set_content(FORM)
    hand = Hand(page)

    with hand.task("Read"):
        hand.read(page.locator("#told"), page.locator("label"))

    assert hand.counts["Read"].words == len(["Three", "words", "here", "Name", "Wren", "Tallow"])


def test_what_is_not_there_stops_the_run_and_says_which_task(page):
    page.set_content(FORM)
    page.set_default_timeout(200)
    hand = Hand(page)

    with pytest.raises(Refused, match=r"Write, time 1, at about:blank, “Page”"), hand.task("Write"):
        hand.press(page.get_by_role("button", name="Send"))
