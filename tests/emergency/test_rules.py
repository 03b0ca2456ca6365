"""Whom to name as reviewer, and who may judge, tried with every mixture."""

from itertools import permutations, product

import pytest

from marac.access.roles import Role
from marac.emergency.rules import check_review, first_of
from marac.kernel.refusal import Refusal

ORDER = [Role.DATA_PROTECTION, Role.COORDINATOR, Role.CHAIR]


@pytest.mark.parametrize("here", [ORDER[first:] for first in range(4)], ids=len)
def test_the_first_in_rank_is_named_in_whatever_order_they_come(here):
    for each in permutations([*enumerate(here), (9, Role.STEERING)]):
        assert first_of([(user, role.value) for user, role in each]) == (0 if here else None)


def test_a_review_stands_if_it_waits_and_the_right_person_says_enough():
    for named, late, done, enough in product((True, False), repeat=4):
        said = "The neighbour did ring, at ten." if enough else "Fine."
        try:
            check_review(is_named=named, is_late=late, done=done, found=said)
            stands = True
        except Refusal:
            stands = False
        assert stands is (not done and (named or late) and enough)
