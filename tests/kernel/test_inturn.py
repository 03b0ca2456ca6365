"""What is due for each of many is not kept waiting by one of them."""

import pytest

from marac.kernel.inturn import in_turn
from marac.kernel.refusal import Refusal


def test_what_another_run_did_first_is_passed_over():
    done = []

    def act(number):
        if number == 2:
            raise Refusal("Another run was first.")
        done.append(number)

    assert in_turn([1, 2, 3], act) == 2
    assert done == [1, 3]


def test_one_that_fails_keeps_none_behind_it_waiting_and_is_told_of_in_the_end():
    done = []

    def act(number):
        if number < 3:
            raise ValueError(number)
        done.append(number)

    with pytest.raises(ValueError, match=r"^1$"):
        in_turn([1, 2, 3, 4], act)
    assert done == [3, 4]
