"""Whether a case may stand at an end: the places, neighbours, precedence and times that are wished for."""

import numpy as np

from marac.ordering.compiled import compiled, lowest

PIECE_BITS, PIECE_MASK = 13, (1 << 13) - 1
NONE = 63  # in place of a case
CASE_BITS = 6
ENDS_BITS = 2 * CASE_BITS  # of the two cases at the inner ends; above them stand the minutes worked at the front


@compiled
def minutes_in(cases, minutes_of):
    found = np.int64(0)
    piece = 0
    while cases:
        found += minutes_of[piece, cases & PIECE_MASK]
        cases >>= PIECE_BITS
        piece += 1
    return found


@compiled
def clock(worked, breaks):
    found = worked
    for at in range(breaks.shape[0]):
        if worked >= breaks[at, 0]:
            found += breaks[at, 1]
    return found


@compiled
def fits(front, case, cases, ends, number, size, wishes):
    """But for the time. Where places are fixed the ends take turns, so that `number` says which place it is."""
    place = (number + 1) // 2 if front else size - 1 - number // 2
    if wishes.place[case] != place and (wishes.place[case] >= 0 or wishes.who[place] >= 0):
        return False
    if (wishes.before[case] if front else wishes.after[case]) & cases:
        return False
    near, far = _near_and_far(front, ends)
    if near != NONE and wishes.apart[case] >> near & 1:
        return False
    if cases & (cases - 1) == 0 and far != NONE and wishes.apart[case] >> far & 1:
        return False
    for at in range(len(wishes.together)):
        if wishes.together[at] & cases and not _stays_together(wishes.together[at], case, cases, near, far):
            return False
    return True


@compiled
def _near_and_far(front, ends):
    """The cases at the inner ends: at the one that is built on, and at the other."""
    first, last = ends & NONE, ends >> CASE_BITS & NONE
    return (first, last) if front else (last, first)


@compiled
def _stays_together(group, case, cases, near, far):
    """Of cases some of which are left: begun at this end it is gone on with; begun at the other it is ended there,
    unless nothing but it is left."""
    inside = group >> case & 1
    if near != NONE and group >> near & 1:
        return inside == 1
    if not inside or group & ~cases == 0:
        return True
    return far != NONE and group >> far & 1 == 1 and cases & ~group == 0


@compiled
def fits_in_time(front, case, cases, ends, facts, wishes):
    """Whether it lies in its window, and every case that is left could still lie in its own."""
    worked, left = ends >> ENDS_BITS, minutes_in(cases, facts.minutes_of)
    minutes = facts.minutes[case]
    start = clock(worked if front else worked + left - minutes, wishes.breaks)
    if start < wishes.earliest[case] or start + minutes > wishes.latest[case]:
        return False
    begin, until = (worked + minutes, worked + left) if front else (worked, worked + left - minutes)
    start = clock(begin, wishes.breaks)
    cases &= ~(np.int64(1) << case)
    while cases:
        other = lowest(cases)
        cases &= cases - 1
        if start + facts.minutes[other] > wishes.latest[other]:
            return False
        if clock(until - facts.minutes[other], wishes.breaks) < wishes.earliest[other]:
            return False
    return True


@compiled
def ends_after(front, case, cases, ends, facts, wishes, timed):
    """The inner ends when the case stands there, as far as it matters to what is left what they are."""
    rest = cases & ~(np.int64(1) << case)
    first, last = ends & NONE, ends >> CASE_BITS & NONE
    if front:
        first = case
    else:
        last = case
    if not _matters(first, rest, facts.matters, wishes):
        first = NONE
    if not _matters(last, rest, facts.matters, wishes):
        last = NONE
    found = first | last << CASE_BITS
    if timed:
        found |= ((ends >> ENDS_BITS) + (facts.minutes[case] if front else 0)) << ENDS_BITS
    return found


@compiled
def _matters(case, cases, matters, wishes):
    if case == NONE or not matters >> case & 1:
        return False
    found = wishes.apart[case] & cases != 0
    for at in range(len(wishes.together)):
        found |= wishes.together[at] >> case & 1 == 1 and wishes.together[at] & cases != 0
    return found
