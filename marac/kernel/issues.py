"""Two issues of one reader's papers beside each other: what is new, changed, gone or moved, as far as they may see."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]  # with `case_id` and `reference`


@dataclass(frozen=True)
class Since:
    """References of cases. `number` is the issue with which this one is compared."""

    number: int
    new: Sequence[str]
    changed: Sequence[str]
    gone: Sequence[str]
    moved: Sequence[str] = ()

    @property
    def is_same(self) -> bool:
        return not (self.new or self.changed or self.gone or self.moved)


def cut(rows: Iterable[Row], case_ids: Collection[int]) -> list[Any]:
    return [each for each in rows if each["case_id"] in case_ids]


def compared(number: int, earlier: Iterable[Row], now: Iterable[Row], *, in_order: bool = False) -> Since:
    """Both cut to what the reader may see today. In order, what moved is said too, and of that as little as explains
    the new order: of a list whose last case is now its first, that case alone."""
    before, after = ({each["case_id"]: each for each in rows} for rows in (earlier, now))
    stayed = _in_both_orders([pk for pk in before if pk in after], list(after)) if in_order else set(after)
    return Since(
        number=number,
        new=[each["reference"] for pk, each in after.items() if pk not in before],
        changed=[each["reference"] for pk, each in after.items() if pk in before and before[pk] != each],
        gone=[each["reference"] for pk, each in before.items() if pk not in after],
        moved=[each["reference"] for pk, each in after.items() if pk in before and pk not in stayed],
    )


def _in_both_orders(before: Sequence[int], after: Sequence[int]) -> set[int]:
    """As many as can be that follow each other in both: a longest rising run of their earlier places."""
    place = {pk: number for number, pk in enumerate(before)}
    kept = [pk for pk in after if pk in place]
    ends: list[int] = []  # the smallest place in which a run of each length ends
    lengths = []
    for pk in kept:
        at = bisect_left(ends, place[pk])
        ends[at : at + 1] = [place[pk]]
        lengths.append(at)
    found, wanted = set(), len(ends) - 1
    for pk, length in zip(reversed(kept), reversed(lengths), strict=True):
        if length == wanted:
            found.add(pk)
            wanted -= 1
    return found
