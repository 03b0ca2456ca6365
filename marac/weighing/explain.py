"""Why two descriptions may be of one person: what each field says, in words and in bits, what says most first."""

from typing import NamedTuple

from marac.kernel.text import Sentence, _
from marac.weighing.compare import Levels
from marac.weighing.fields import FIELDS
from marac.weighing.weights import Judged

NAMESAKES = _("others have the same full name")
HOUSEHOLD = _("may be somebody else of the household or family")
LEAST_BITS = 0.05  # below it, what a field says would read as nothing


class Contribution(NamedTuple):
    """Bits above 0 speak for one person, below 0 for two."""

    field: str
    words: Sentence
    bits: float

    def __str__(self) -> str:
        return f"{self.words} ({self.bits:+.1f})"


def contributions(levels: Levels, judged: Judged, pair: int) -> list[Contribution]:
    """Of one pair: what is not known of both says nothing."""
    found = [
        Contribution(field.name, field.words[level - 1], float(bits))
        for field, level, bits in zip(FIELDS, levels[pair], judged.fields[pair], strict=True)
        if level
    ]
    found.append(Contribution("namesakes", NAMESAKES, float(judged.namesakes[pair])))
    found.append(Contribution("household", HOUSEHOLD, float(judged.kin[pair])))
    return sorted((each for each in found if abs(each.bits) >= LEAST_BITS), key=lambda each: -abs(each.bits))
