"""Settles which risk each line of a checklist asks about, where its words alone do not tell."""

import re
from dataclasses import replace

from marac.answers.found import INFERRED
from marac.labels.known import WORDS
from marac.labels.likeliest import likeliest
from marac.layout.gathered import Ticked

TOPICS = list(WORDS["topics"])  # in the order in which the national checklist asks them
ASKED_TWICE = ("threats_to_kill", "hurt_others")  # a list of 27 asks them of the children too, who are not counted
OF_CHILDREN = re.compile(r"\bchild(?:ren)?\b", re.I)
FEWEST_FOR_ORDER = 16  # our own choice: with fewer that are known, and in another order, it is another checklist


def settled(ticks: list[Ticked]) -> list[Ticked]:
    """Of two lines that seem to ask the same one stands; what none is known for is made out.

    It is the one that stands in its place of the usual order, else the first. What is left is told by the usual order,
    then by likeness to known wordings, and the last one of twenty-four because nothing else is left.
    """
    told: list[Ticked] = []
    in_place = {tick.topic for n, tick in enumerate(ticks) if len(ticks) == len(TOPICS) and tick.topic == TOPICS[n]}
    of_adults = {tick.topic for tick in ticks if not _of_children(tick)}
    for n, tick in enumerate(ticks):
        again = tick.topic is not None and any(tick.topic == each.topic for each in told)
        again = again or (tick.topic in of_adults and tick.topic in ASKED_TWICE and _of_children(tick))
        elsewhere = tick.topic in in_place and tick.topic != TOPICS[n]
        told.append(replace(tick, topic=None) if again or elsewhere else tick)
    if len(told) >= FEWEST_FOR_ORDER:
        _by_order(told)
        _by_words(told)
    left, asked = [n for n, tick in enumerate(told) if tick.topic is None], {tick.topic for tick in told}
    if len(told) == len(TOPICS) and len(left) == 1:
        told[left[0]] = replace(told[left[0]], topic=next(each for each in TOPICS if each not in asked), sure=INFERRED)
    return told


def _of_children(tick: Ticked) -> bool:
    return OF_CHILDREN.search(tick.place.label) is not None


def _by_order(told: list[Ticked]) -> None:
    """As many lines between two that are known as the national checklist has risks there are those risks."""
    at = [(n, TOPICS.index(tick.topic)) for n, tick in enumerate(told) if tick.topic in TOPICS]
    if len(at) < FEWEST_FOR_ORDER or [index for _, index in at] != sorted(index for _, index in at):
        return
    used = {index for _, index in at}
    for (before, first), (after, last) in zip([(-1, -1), *at], [*at, (len(told), len(TOPICS))], strict=True):
        missing = [index for index in range(first + 1, last) if index not in used]
        if 0 < after - before - 1 == len(missing) == last - first - 1:
            for n, index in zip(range(before + 1, after), missing, strict=True):
                told[n] = replace(told[n], topic=TOPICS[index], sure=INFERRED)


def _by_words(told: list[Ticked]) -> None:
    """A line is the one of the risks that are left whose known wordings are most like it."""
    for n, tick in enumerate(told):
        left = set(TOPICS) - {each.topic for each in told}
        if tick.topic is None and (risk := likeliest(tick.place.label, left)):
            told[n] = replace(tick, topic=risk, sure=INFERRED)
