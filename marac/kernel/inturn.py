"""What is due for each of many, done one after the other."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from marac.kernel.refusal import Refusal

T = TypeVar("T")


def in_turn(waiting: Iterable[T], act: Callable[[T], object]) -> int:
    """Gives for how many it was done. Where it is refused, another run or a person was first. One that fails in any
    other way keeps none behind it waiting: the first such error is raised when the rest is done."""
    done, failed = 0, None
    for each in waiting:
        try:
            act(each)
        except Refusal:
            continue
        except Exception as error:
            failed = failed or error
            continue
        done += 1
    if failed is not None:
        raise failed
    return done
