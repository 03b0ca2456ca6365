"""One step of the search: to every arrangement one more case, at its front or at its back.

An arrangement is what is left (`cases`), who has been at the front and is still needed (`left`), the same at the back
(`right`), and as far as it matters the minutes worked at the front and the cases at its inner ends (`ends`). Of those
that are alike in all of it the cheapest is kept: what is still to come costs all of them the same.

Who has been at both ends waits through whatever is left without them: that is paid at once, and forgotten.
"""

from typing import Any, NamedTuple

import numpy as np

from marac.ordering.bounds import least_waiting
from marac.ordering.compiled import compiled, lowest
from marac.ordering.fitting import CASE_BITS, NONE, ends_after, fits, fits_in_time, minutes_in

FRONT, BACK, LIGHTER = range(3)  # which end is built on: where those who wait weigh less, if it may be chosen
AT_BACK = 64  # is added to the number of a case that was placed there
NEVER = np.int64(1) << 60
NOTHING_PLACED = NONE | NONE << CASE_BITS


class Layer(NamedTuple):
    """Arrangements, one a row of each; `paid` is what they cost so far."""

    cases: Any
    left: Any
    right: Any
    ends: Any
    paid: Any


class Table(NamedTuple):
    """The next layer by what its arrangements are; `used` are its rows in their order. `least` is what any order costs
    that goes on from there, `parent` the row in the layer before, -1 where there is nothing, and `placed` the case."""

    keys: Any
    paid: Any
    least: Any
    parent: Any
    placed: Any
    used: Any


class Options(NamedTuple):
    """`free`: nothing is wished for. `enough`: what costs that much or more is of no use."""

    side: Any
    free: Any
    timed: Any
    enough: Any


class End(NamedTuple):
    """The end that is built on: who waits here and at the other end, and who has been at both, but for those."""

    front: Any
    here: Any
    there: Any
    both: Any


@compiled
def step(begin, end, number, layer, facts, wishes, options, table, count, dropped):
    """Builds on the arrangements `begin` to `end` of a layer of which each has `number` cases placed. Gives how many
    there are in the next layer by now, and the least that any may cost that found no room in it."""
    room = np.zeros(64, np.int64), np.zeros((64, 64)), np.zeros(64, np.int64)
    harmless = np.zeros(64, np.int64)
    for state in range(begin, end):
        if layer.paid[state] >= options.enough:
            continue
        cases, ends = layer.cases[state], layer.ends[state]
        at = _end(layer.left[state], layer.right[state], cases, facts, options.side)
        harmless_ones = _harmless(cases, at.here, facts, harmless) if options.free and number >= 2 else 0
        rest = cases
        while rest:
            case = lowest(rest)
            rest &= rest - 1
            if options.free:
                may = _comes_now(case, at, cases, number, facts.needed, harmless, harmless_ones)
            else:
                may = fits(at.front, case, cases, ends, number, len(facts.minutes), wishes) and (
                    not options.timed or fits_in_time(at.front, case, cases, ends, facts, wishes)
                )
            if may:
                made, paid = _built(at, case, cases, layer.paid[state], facts)
                ends_now = ends_after(at.front, case, cases, ends, facts, wishes, options.timed)
                placed = case if at.front else case + AT_BACK
                count, dropped = _put(
                    made, ends_now, paid, state, placed, facts, options.enough, table, room, count, dropped
                )
    return count, dropped


@compiled
def _end(left, right, cases, facts, side):
    both = np.int64(0)
    heavier = 0
    for agency in range(len(facts.weight)):
        bit = np.int64(1) << agency
        if left & bit:
            heavier += facts.weight[agency]
        if right & bit:
            heavier -= facts.weight[agency]
        if not (left | right) & bit and facts.of_agency[agency] & cases and facts.of_agency[agency] & ~cases:
            both |= bit
    if side == FRONT or (side == LIGHTER and heavier <= 0):
        return End(True, left, right, both)
    return End(False, right, left, both)


@compiled
def _harmless(cases, here, facts, found):
    """Cases that make nobody wait here; gives how many."""
    number = 0
    while cases:
        case = lowest(cases)
        cases &= cases - 1
        if here & ~facts.needed[case] == 0:
            found[number] = case
            number += 1
    return number


@compiled
def _comes_now(case, at, cases, number, needed, harmless, harmless_ones):
    """An order and its reverse cost the same: the first case has the lower number. And a case that makes nobody wait,
    and brings nobody whom this one does not bring, can go before it."""
    if number == 1:
        return case > lowest(~cases)
    known = at.here | needed[case] | at.both
    for each in range(harmless_ones):
        other = harmless[each]
        if other != case and needed[other] & ~known == 0:
            alike = at.here & ~needed[case] == 0 and needed[case] & ~(at.here | needed[other] | at.both) == 0
            if not alike or other < case:
                return False
    return True


@compiled
def _built(at, case, cases, paid, facts):
    """What is left, who waits at the front and at the back, and what has been paid, when the case stands here."""
    needs, rest = facts.needed[case], cases & ~(np.int64(1) << case)
    here, there = at.here, at.there & ~needs
    for agency in range(len(facts.weight)):
        bit = np.int64(1) << agency
        if not needs & bit:
            paid += facts.weight[agency] * facts.minutes[case] if at.here & bit else 0
        elif at.there & bit:
            paid += facts.weight[agency] * minutes_in(rest & ~facts.of_agency[agency], facts.minutes_of)
        elif facts.of_agency[agency] & ~cases == 0:
            here |= bit
    for agency in range(len(facts.weight)):
        if facts.of_agency[agency] & rest == 0:
            gone = ~(np.int64(1) << agency)
            here &= gone
            there &= gone
    return (rest, here, there) if at.front else (rest, there, here), paid


@compiled
def _put(made, ends, paid, state, placed, facts, enough, table, room, count, dropped):
    """Into the table, unless the same is there for less, or nothing that goes on from it can be of use."""
    if paid >= enough:
        return count, dropped
    cases, left, right = made
    slot, known = _slot(cases, left, right, ends, table)
    if known:
        if paid < table.paid[slot]:
            table.least[slot] -= table.paid[slot] - paid
            table.paid[slot], table.parent[slot], table.placed[slot] = paid, state, placed
        return count, dropped
    more = least_waiting(cases, left, right, facts, float(enough - paid), *room)
    least = paid + np.int64(np.ceil(more - 1e-6))
    if least >= enough:
        return count, dropped
    if count >= len(table.used):
        return count, min(dropped, least)
    table.keys[slot, 0], table.keys[slot, 1], table.keys[slot, 2], table.keys[slot, 3] = cases, left, right, ends
    table.paid[slot], table.least[slot], table.parent[slot], table.placed[slot] = paid, least, state, placed
    table.used[count] = slot
    return count + 1, dropped


@compiled
def _slot(cases, left, right, ends, table):
    """Where it stands in the table or would stand, and whether it does."""
    mask = len(table.parent) - 1
    slot = _mixed(cases, left, right, ends) & mask
    while table.parent[slot] >= 0:
        key = table.keys[slot]
        if key[0] == cases and key[1] == left and key[2] == right and key[3] == ends:
            return slot, True
        slot = (slot + 1) & mask
    return slot, False


@compiled
def _mixed(cases, left, right, ends):
    found = cases * -7046029254386353131 + left * -4658895280553007687
    found ^= found >> 29
    found = found * -7723592293110705685 + right * 2971215073 + ends * 40503
    found ^= found >> 32
    found *= -7046029254386353131
    return found ^ found >> 31
