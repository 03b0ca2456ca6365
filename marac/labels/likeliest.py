"""Which risk a line of the checklist asks about in words on no list: the one whose known wordings are most like it.

It counts words, as a naive Bayes classifier does: how often each stands in the examples of one risk, and how often in
all of them. Pairs of neighbours count as words do; a word that no example has weighs against every risk.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Collection
from itertools import pairwise
from math import log
from pathlib import Path

EXAMPLES = tomllib.loads((Path(__file__).parent / "likeliest.toml").read_text(encoding="utf-8"))
LEAST, AHEAD = 2.0, 2.0  # how much speaks for the first, and how much more than for the second: our own choice
STEM, SHORTEST = 5, 3  # letters by which words are told apart, and of a word at least
UNKNOWN = -1.0  # what a word that is in no example weighs
RARE, EVERYWHERE = 0.1, 0.3  # in the place of no example at all
FEW = 3  # examples as which those are counted that are not there
SAY_NOTHING = re.compile(
    r"the|and|ha[sd]|have|been|any|with|for|does|did|was|were|are|you|your|she|her|his|him|they|them|their|who|this|that"
    r"|there|from|ever|also|such|victim|perpetrator|suspect|client|patient|abuser|partner|survivor|offender|person"
    r"|service|user|complainer"
)


def likeliest(words: str, among: Collection[str]) -> str | None:
    """The one of these risks that a line asks about; None where nothing speaks for one, or as much for another."""
    told = sorted(((_weight(words, risk), risk) for risk in among), reverse=True)
    (most, risk), (next_most, _other) = [*told, (LEAST - AHEAD, ""), (LEAST - AHEAD, "")][:2]
    return risk if most >= LEAST and most - next_most >= AHEAD else None


def _weight(words: str, risk: str) -> float:
    """How much more often the words stand in the examples of this risk than in those of all of them."""
    held, of_all = COUNTED[risk], len(EXAMPLES[risk]) + FEW
    known = [each for each in _said(words) if each in EVERY]
    weights = (log((held[each] or RARE) / of_all) - log((EVERY[each] + EVERYWHERE) / (NUMBER + 1)) for each in known)
    return sum(weights) + UNKNOWN * sum(" " not in each and each not in EVERY for each in _said(words))


def _said(words: str) -> set[str]:
    """The stems of the words that say something, and each two that are neighbours."""
    bare = re.findall(r"[a-z]+", words.lower().replace("’", "").replace("'", ""))
    stems = [word[:STEM] for word in bare if len(word) >= SHORTEST and not SAY_NOTHING.fullmatch(word)]
    return {*stems, *(f"{one} {two}" for one, two in pairwise(stems))}


COUNTED = {
    risk: Counter(each for example in examples for each in _said(example)) for risk, examples in EXAMPLES.items()
}
EVERY = sum(COUNTED.values(), Counter[str]())
NUMBER = sum(map(len, EXAMPLES.values()))
