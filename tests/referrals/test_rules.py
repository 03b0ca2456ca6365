"""From which state a referral may go where."""

import pytest

from marac.kernel.refusal import Refusal
from marac.referrals.models import Referral
from marac.referrals.rules import MOVES, check_move


def test_every_state_has_its_moves():
    assert set(MOVES) == set(Referral.State.values)


PAIRS = [(before, after) for before in MOVES for after in MOVES]


@pytest.mark.parametrize(("before", "after"), [pair for pair in PAIRS if pair[1] in MOVES[pair[0]]])
def test_a_move_of_the_table_is_made(before, after):
    assert check_move(before, after) is None


@pytest.mark.parametrize(("before", "after"), [pair for pair in PAIRS if pair[1] not in MOVES[pair[0]]])
def test_any_other_move_is_refused(before, after):
    with pytest.raises(Refusal):
        check_move(before, after)


@pytest.mark.parametrize("decided", ["accepted", "not_met", "withdrawn"])
def test_what_is_decided_stays_decided(decided):
    assert MOVES[decided] == frozenset()
