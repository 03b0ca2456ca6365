"""Small numbers: what may be printed of a count, a share or a mean, so that nobody can be picked out by it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from marac.kernel.text import _

DECIMALS_FROM = 100  # a share of fewer than this many says no more than its whole per cent


class Shape(StrEnum):
    COUNT = "count"
    SHARE = "share"
    MEAN = "mean"


@dataclass(frozen=True)
class Measure:
    """What was counted, and out of how many; for a mean, the sum and how many it is of. A count has no base."""

    count: int = 0
    base: int = 0

    def __add__(self, other: "Measure") -> "Measure":
        return Measure(self.count + other.count, self.base + other.base)


@dataclass(frozen=True)
class Shown:
    """The words of a cell, and whether they stand for a number that is kept back."""

    text: str
    hidden: bool = False


def is_small(number: int, most: int) -> bool:
    """Nothing is nobody, and may be shown; from one up to `most` is small."""
    return 0 < number <= most


def is_hidden(measure: Measure, shape: Shape, most: int) -> bool:
    """A share is kept back where those counted, those left over, or all of them are few; a mean where it is of few."""
    if shape is Shape.COUNT:
        return is_small(measure.count, most)
    if shape is Shape.MEAN:
        return is_small(measure.base, most)
    return any(is_small(number, most) for number in (measure.count, measure.base - measure.count, measure.base))


def shown(measure: Measure, shape: Shape, most: int) -> Shown:
    if is_hidden(measure, shape, most):
        return hidden(shape, most)
    if shape is Shape.COUNT:
        return Shown(f"{measure.count:,}")
    if measure.base == 0:
        return Shown("–")
    if shape is Shape.MEAN:
        return Shown(f"{measure.count / measure.base:.1f}")
    percent = 100 * measure.count / measure.base
    decimals = 0 if measure.base < DECIMALS_FROM else 1
    return Shown(f"{percent:.{decimals}f}% ({measure.count:,} / {measure.base:,})")


def hidden(shape: Shape, most: int) -> Shown:
    """What stands for a number that is kept back."""
    return Shown(_("{most} or fewer").format(most=most) if shape is Shape.COUNT else _("kept back"), hidden=True)


def together(parts: Sequence[Measure], shape: Shape, most: int) -> Shown:
    """The sum of parts that are shown as well: kept back where a part is, for what is left over would be that part."""
    whole = sum(parts, Measure())
    if any(is_hidden(part, shape, most) for part in parts):
        return hidden(shape, most)
    return shown(whole, shape, most)


def shown_parts(counts: Mapping[str, int], most: int, also: Collection[str] = ()) -> dict[str, Shown]:
    """Counts that add up to a sum that is known: small ones are kept back, and so many more that they cannot be
    worked out from the sum: at least two, which are more than `most` together. Those in `also` are kept back too."""
    back = {name for name, count in counts.items() if is_small(count, most)} | set(also)
    others = sorted((count, name) for name, count in counts.items() if count > most and name not in back)
    while back and (len(back) < 2 or sum(counts[name] for name in back) <= most) and others:
        back.add(others.pop(0)[1])
    kept = Shown(_("kept back"), hidden=True)
    return {name: kept if name in back else Shown(f"{count:,}") for name, count in counts.items()}
