"""How much waiting is still to come at least, whatever the order of the cases that are left.

Some cases stand at the front and some at the back. Of the agencies that can still come to wait, `left` have been at the
front and have cases left, `right` the same at the back; `free` have all their cases left.
"""

import numpy as np
from numpy.typing import NDArray

from marac.ordering.compiled import compiled, lowest

Whole = NDArray[np.int64]


@compiled
def least_waiting(cases, left, right, facts, enough, shared, spare, listed):
    """No more than the true least; stops once it is `enough`. `shared`, `spare` and `listed` are room to work in.

    `spare[at, agency]` is what that agency would pay to wait through the case `listed[at]`: each is counted once.

    A cut: while a case is heard, whoever is not needed in it and does not wait has gone, or has not come. Nobody who
    has gone shares a case that is left with somebody who has not come. So those who wait through it part `left` from
    `right`, and paths from one to the other, by cases that they share, tell what their weight is at least.

    Pairs: of two agencies at one end one goes first, and the other waits through the cases that the first has alone.
    """
    free = np.int64(0)
    for agency in range(len(facts.weight)):
        shared[agency] = 0
        if facts.of_agency[agency] & ~cases == 0:
            free |= np.int64(1) << agency
    live = left | right | free
    number = _spare(cases, live, facts, shared, spare, listed)
    found = 0.0
    if left and right:
        for at in range(number):
            found += _cut(at, facts.needed[listed[at]], left, right, free, shared, spare)
            if found >= enough:
                return found
    for end in (left, right):
        found += _pairs(end, cases, facts.of_agency, number, spare, listed)
        if found >= enough:
            return found
    return found


@compiled
def _spare(cases, live, facts, shared, spare, listed):
    number = 0
    while cases:
        case = lowest(cases)
        cases &= cases - 1
        listed[number] = case
        there = facts.needed[case] & live
        rest = there
        while rest:
            shared[lowest(rest)] |= there
            rest &= rest - 1
        rest = live & ~there
        while rest:
            agency = lowest(rest)
            rest &= rest - 1
            spare[number, agency] = facts.weight[agency] * facts.minutes[case]
        number += 1
    return number


@compiled
def _cut(at, there, left, right, free, shared, spare):
    """What those who wait through one case pay at least: paths from the one end to the other, by a case that both
    share, or by somebody who has not been seen at all."""
    found = 0.0
    ends = left & ~there
    rest = ends
    other = right & ~there
    while rest and other:
        one = lowest(rest)
        rest &= rest - 1
        near = shared[one] & other
        while near and spare[at, one] > 0:
            two = lowest(near)
            near &= near - 1
            paid = min(spare[at, one], spare[at, two])
            found += paid
            spare[at, one] -= paid
            other = _without(other, at, two, spare, paid)
        if spare[at, one] <= 0:
            ends &= ~(np.int64(1) << one)
    between = free & ~there
    while ends and other and between:
        one = lowest(ends)
        ends &= ends - 1
        near = shared[one] & between
        while near and spare[at, one] > 0:
            middle = lowest(near)
            near &= near - 1
            paid, other = _by_the_middle(at, one, middle, other, shared, spare)
            found += paid
            between = _without(between, at, middle, spare, 0.0)
    return found


@compiled
def _without(agencies, at, agency, spare, paid):
    """These agencies, of which one has paid: without it when it has nothing left to pay for this case."""
    spare[at, agency] -= paid
    return agencies & ~(np.int64(1) << agency) if spare[at, agency] <= 0 else agencies


@compiled
def _by_the_middle(at, one, middle, other, shared, spare):
    found = 0.0
    far = shared[middle] & other
    while far and spare[at, middle] > 0 and spare[at, one] > 0:
        two = lowest(far)
        far &= far - 1
        paid = min(spare[at, one], spare[at, middle], spare[at, two])
        found += paid
        spare[at, one] -= paid
        spare[at, middle] -= paid
        other = _without(other, at, two, spare, paid)
    return found, other


@compiled
def _pairs(end, cases, of_agency, number, spare, listed):
    found = 0.0
    while end:
        one = lowest(end)
        end &= end - 1
        rest = end
        while rest:
            two = lowest(rest)
            rest &= rest - 1
            of_one = of_agency[one] & cases & ~of_agency[two]
            of_two = of_agency[two] & cases & ~of_agency[one]
            if of_one and of_two:
                found += _one_goes_first(one, two, of_one, of_two, number, spare, listed)
    return found


@compiled
def _one_goes_first(one, two, of_one, of_two, number, spare, listed):
    two_waits = 0.0
    one_waits = 0.0
    for at in range(number):
        if of_one >> listed[at] & 1:
            two_waits += spare[at, two]
        elif of_two >> listed[at] & 1:
            one_waits += spare[at, one]
    paid = min(two_waits, one_waits)
    if paid <= 0:
        return 0.0
    for at in range(number):
        if of_one >> listed[at] & 1:
            spare[at, two] *= 1 - paid / two_waits
        elif of_two >> listed[at] & 1:
            spare[at, one] *= 1 - paid / one_waits
    return paid
