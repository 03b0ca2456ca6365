"""Settles which risk each line of a checklist asks about, and what a covering mail changes in the answers."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

from marac.answers.found import INFERRED, Found
from marac.labels.known import WORDS
from marac.labels.likeliest import likeliest
from marac.labels.topics import topic
from marac.layout.gathered import Ticked
from marac.written.blocks import Block

TOPICS = list(WORDS["topics"])  # in the order in which the national checklist asks them
ASKED_TWICE = ("threats_to_kill", "hurt_others")  # a list of 27 asks them of the children too, who are not counted
OF_CHILDREN = re.compile(r"\bchild(?:ren)?\b", re.I)
CHANGED = re.compile(
    r"\bQ(?:uestion)?\.? ?(?P<number>\d{1,2})(?: (?:on|of|in) (?:the|my) (?:risk )?(?:checklist|form|list|dash|ric))?"
    r" (?:should|needs to|ought to|must|is|can|becomes|changes to) ?(?:now )?(?:be )?(?:now )?(?:an? )?"
    r"(?P<answer>yes|no)\b",
    re.I,
)
LED = re.compile(r"(?:Q\.? ?)?(?P<number>\d{1,2})[.)]? +\D")
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


def answered_since(tree: dict[str, Any], covering: list[Block], blocks: list[Block]) -> None:
    """ "Q7 should now be a yes": an answer that a covering mail changes, by the number of its question in the form."""
    for block in covering:
        for match in CHANGED.finditer(block.text.words):
            risk = _numbered(match["number"], blocks)
            if risk and tree["answers"]:
                tree["answers"][risk] = Found(match["answer"].lower(), block.spot("", block.text.words), INFERRED)
                yes = sum(each != "blank" and each.value == "yes" for each in tree["answers"].values())
                tree["score_counted"] = replace(tree["score_counted"], value=yes)


def _numbered(number: str, blocks: list[Block]) -> str | None:
    """The risk that the form asks about under this number, if it is one alone."""
    rows = [[cell.text.words.strip() for cell in row] for block in blocks for row in block.rows if len(row) > 1]
    asked = [beside for row in rows for cell, beside in pairwise(row) if cell.strip(".)") == number]
    asked += [row[0] for row in rows if (led := LED.match(row[0])) and led["number"] == number]
    risks = {risk for words in asked if (risk := topic(words))}
    return risks.pop() if len(risks) == 1 else None
