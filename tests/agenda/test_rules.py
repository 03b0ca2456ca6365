"""Who is needed and why, which cases stand together or apart, what is moved by hand, what it costs, how it is drawn."""

from datetime import date, time
from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as some

from marac.agenda.rules import day as days
from marac.agenda.rules import hand, needs
from marac.agenda.rules.day import Comes, Day, Hearing, Left, meeting_of
from marac.agenda.rules.links import Inside, Links, links
from marac.agenda.rules.needs import Known, Said, need
from marac.agenda.rules.picture import draw
from marac.kernel.refusal import Refusal
from marac.ordering.waiting import slots

NONE = Links()


def hearing(name, *needed, minutes=10, **more):
    return Hearing(name, minutes, frozenset(needed), **more)


def asked(*order, day=None, coming=None, with_links=NONE, carried_first=True):
    return meeting_of(day or Day(570, 10), order, coming or {}, with_links, carried_first=carried_first)


@pytest.mark.parametrize(
    ("known", "needed", "why"),
    [
        (Known(), False, needs.NOTHING_HELD),
        (Known(core=True), True, needs.NOT_ASKED),
        (Known(core=True, asked=True), True, needs.SILENT),
        (Known(asked=True), True, needs.SILENT),
        (Known(asked=True, answer="known"), True, needs.HOLDS),
        (Known(core=True, asked=True, answer="not_known"), False, needs.NOTHING_HELD),
        (Known(core=True, asked=True, answer="not_searched"), True, needs.NOT_SEARCHED),
        (Known(adviser=True, asked=True, answer="not_known"), True, needs.ADVISER),
        (Known(referred=True, asked=True, answer="not_known"), True, needs.REFERRED),
        (Known(acts=True, asked=True, answer="not_known"), True, needs.ACTS),
    ],
)
def test_an_agency_is_needed_for_what_the_records_say(known, needed, why):
    assert need(known) == needs.Need(needed, (why,))


def test_every_reason_is_given():
    found = need(Known(adviser=True, asked=True, answer="known", referred=True, acts=True))

    assert found.reasons == (needs.REFERRED, needs.ADVISER, needs.ACTS, needs.HOLDS)


@pytest.mark.parametrize(("core", "referred", "answer"), list(product((True, False), (True, False), ("", "known"))))
def test_whoever_left_the_panel_is_not_needed_whatever_is_recorded(core, referred, answer):
    known = Known(core=core, referred=referred, asked=True, answer=answer, left_on=date(2026, 2, 1))

    assert not need(known).needed
    assert need(known).reasons[0] == "Left the panel on 01/02/2026"


@pytest.mark.parametrize("said", [True, False])
def test_what_somebody_said_outweighs_the_records(said):
    for known in (Known(), Known(core=True, asked=True, answer="known"), Known(left_on=date(2026, 2, 1))):
        assert need(known, Said(said, "They rang", "Ada")).needed is said


VICTIM, OTHER_VICTIM, HARMS, CHILD, AUNT = 1, 2, 3, 4, 5


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (Inside(perpetrators=frozenset({HARMS})), Inside(perpetrators=frozenset({HARMS})), "the same perpetrator"),
        (Inside(children=frozenset({CHILD})), Inside(children=frozenset({CHILD})), "the same child"),
        (Inside(victims=frozenset({VICTIM})), Inside(others=frozenset({VICTIM})), "somebody is in both"),
        (
            Inside(homes=frozenset({"5 mill lane"})),
            Inside(homes=frozenset({"5 mill lane"})),
            "victims have one address",
        ),
    ],
)
def test_cases_of_the_same_people_are_heard_together_and_it_is_said_why(one, other, why):
    found = links({"A": one, "B": other, "C": Inside(others=frozenset({AUNT}))}, [])

    assert found.together == [frozenset("AB")]
    assert why in found.why[frozenset("AB")]


def test_cases_that_are_linked_over_a_third_are_heard_together():
    cases = {
        "A": Inside(perpetrators=frozenset({HARMS})),
        "B": Inside(perpetrators=frozenset({HARMS}), children=frozenset({CHILD})),
        "C": Inside(children=frozenset({CHILD})),
    }

    assert links(cases, []).together == [frozenset("ABC")]


def test_two_who_accuse_each_other_are_never_heard_one_after_the_other():
    one = Inside(victims=frozenset({VICTIM}), perpetrators=frozenset({OTHER_VICTIM}))
    other = Inside(victims=frozenset({OTHER_VICTIM}), perpetrators=frozenset({VICTIM}))

    found = links({"A": one, "B": other}, [frozenset({VICTIM, OTHER_VICTIM})])

    assert (found.together, found.apart) == ([], [("A", "B")])


def test_a_third_case_does_not_bring_two_together_who_are_kept_apart():
    """It would make a wish that no order keeps."""
    one = Inside(victims=frozenset({VICTIM}), children=frozenset({CHILD}))
    other = Inside(victims=frozenset({OTHER_VICTIM}), perpetrators=frozenset({HARMS}))
    third = Inside(perpetrators=frozenset({HARMS}), children=frozenset({CHILD}))

    found = links({"A": one, "B": other, "C": third}, [frozenset({VICTIM, OTHER_VICTIM})])

    assert (found.together, found.why, found.apart) == ([], {}, [("A", "B")])


@given(order=some.permutations(list(range(6))), data=some.data())
def test_moving_a_case_puts_it_there_and_moves_no_case_that_is_kept(order, data):
    one = data.draw(some.sampled_from(order))
    kept = set(data.draw(some.lists(some.sampled_from(order), unique=True)))
    place = data.draw(some.integers(1, 6))
    holder = order[place - 1]
    if holder != one and holder in kept:
        with pytest.raises(Refusal):
            hand.moved(order, kept, one, place)
        return

    found = hand.moved(order, kept, one, place)

    assert sorted(found) == sorted(order)
    assert found[place - 1] == one
    assert all(found[at] == case for at, case in enumerate(order) if case in kept - {one})


@pytest.mark.parametrize("place", [0, -1, 7])
def test_a_place_that_there_is_not_is_refused(place):
    with pytest.raises(Refusal, match="from 1 to 6"):
        hand.moved(range(6), set(), 3, place)


@pytest.mark.parametrize("state", ["held", "minuted", "cancelled"])
def test_a_meeting_that_has_begun_keeps_its_order(state):
    with pytest.raises(Refusal, match="has begun or is over"):
        hand.check_can_move(state)


@pytest.mark.parametrize(
    ("given_", "field"),
    [
        ({"people": 0}, "people"),
        ({"people": 100}, "people"),
        ({"from_at": time(11), "until_at": time(10)}, "until_at"),
        ({"until_at": time(9)}, "until_at"),
        ({}, "people"),
    ],
)
def test_times_and_numbers_that_cannot_be_are_refused(given_, field):
    blank = {"people": None, "from_at": None, "until_at": None}

    with pytest.raises(Refusal) as refused:
        hand.check_coming(**blank | given_, starts_at=time(9, 30))

    assert refused.value.field == field


def test_times_of_day_are_minutes_after_the_first_case():
    coming = {"A": Comes(2, time(10, 0), time(11, 0)), "B": Comes(1, None, time(9, 0)), "C": Comes(3)}

    found = asked(hearing("1", "A", "B", "C"), coming=coming)

    assert [(each.agency, each.start, each.end) for each in found.windows] == [("A", 20, 80), ("B", 0, 0)]
    assert found.weights == {"A": 2, "B": 1, "C": 3}


def test_a_break_comes_after_every_so_many_minutes_of_cases():
    found = asked(*(hearing(str(number)) for number in range(7)), day=Day(570, 10, 30, 5))

    assert [(each.after_worked_minutes, each.minutes) for each in found.breaks] == [(30, 5), (60, 5)]


@pytest.mark.parametrize("day", [Day(570), Day(570, 0, 30, 0), Day(570, 0, 0, 10)])
def test_without_a_setting_there_is_no_break(day):
    assert day.breaks(600) == []


def test_a_case_carried_over_comes_before_new_ones_but_for_who_is_heard_with_it():
    order = [hearing("new"), hearing("carried", carried=True), hearing("sibling"), hearing("kept", kept=True)]
    together = Links(together=[frozenset({"carried", "sibling"})])

    assert asked(*order, with_links=together).before == [("carried", "new")]
    assert asked(*order, with_links=together).fixed == {"kept": 4}
    assert asked(*order, with_links=together, carried_first=False).before == []


def test_a_restricted_case_is_heard_last_unless_it_is_put_in_its_place_or_heard_with_another():
    hidden, other = hearing("hidden", last=True, carried=True), hearing("other")
    together = Links(together=[frozenset({"hidden", "other"})])

    assert asked(hidden, other).before == [("other", "hidden")]
    assert asked(hidden, other, with_links=together).before == []
    assert asked(hearing("hidden", last=True, kept=True), other).before == []


def test_the_mark_of_what_is_asked_does_not_depend_on_the_order():
    cases = [hearing("1", "A"), hearing("2", "B"), hearing("3", "A", "B")]

    assert len({days.mark_of(asked(*order)) for order in permutations(cases)}) == 1
    assert days.mark_of(asked(*cases)) != days.mark_of(asked(hearing("1", "A", minutes=11), *cases[1:]))
    assert days.mark_of(asked(*cases)) != days.mark_of(asked(hearing("1", "A", kept=True), *cases[1:]))


def test_an_order_is_compared_with_the_one_by_district_and_as_listed():
    order = [
        hearing("1", "A", locality="ZZ1", since=0),
        hearing("3", "A", locality="ZZ2", since=2),
        hearing("2", "B", locality="ZZ1", since=1),
        hearing("4", "B", locality="ZZ2", since=3),
    ]

    found = days.costs(asked(*order), order)

    assert (found.now, found.listed, found.by_district, found.saved) == (0, 20, 20, 20)


@pytest.mark.parametrize(
    ("now", "bound", "mark", "said"),
    [
        (10, 10, "same", days.Proof(True, True, 0)),
        (12, 10, "same", days.Proof(True, False, 2)),
        (10, 10, "other", days.Proof()),
        (10, None, "same", days.Proof()),
    ],
)
def test_a_proof_holds_for_what_was_asked_then(now, bound, mark, said):
    assert days.proof(now=now, bound=bound, mark=mark, worked_out_for="same") == said


def test_what_should_be_known_before_the_press_is_said():
    coming = {"Fire": Comes(1, time(10, 0)), "Police": Comes(2)}
    left = [Left("Homes", "01/02/2026", ("EM-1",))]

    found = days.said_before([hearing("EM-1"), hearing("EM-2", "Police")], left, coming)

    assert [str(each) for each in found] == [
        "Nobody is needed for EM-1. Say who is, or list it without discussion.",
        "Homes left the panel on 01/02/2026 and is still named for EM-1. Say who comes instead.",
        "Fire said when it can be there, and is needed for no case. Say for which, or tell it not to come.",
    ]


def test_the_picture_has_a_bar_for_each_slot_and_for_each_case_of_it_at_the_same_minutes():
    order = [hearing("1", "A"), hearing("2", "B"), hearing("3", "A")]
    meeting = asked(*order)

    found = draw(meeting, meeting.cases, 580)

    for slot in slots(meeting, meeting.cases):
        wide = 640 * (slot.leave - slot.arrive) / 30
        assert any(bar.kind == "waits" and abs(bar.wide - wide) < 0.2 for bar in found.bars)
    assert sum(bar.kind == "needed" for bar in found.bars) == 3
    assert [each.text for each in found.letters if each.kind == "number"] == ["1", "2", "3"]
    assert [each.text for each in found.letters if each.kind == "clock"] == ["10:00"]
