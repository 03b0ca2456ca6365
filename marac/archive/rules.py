"""Whether a passage of minutes answers to words, and how it is shown around them."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from marac.kernel.text import Sentence, _
from marac.minutes.changes import ACTION, INFORMATION, TEXTS
from marac.written.text import plain

FEWEST_LETTERS = 3
AROUND = 90
OUTCOME = _("Outcome")


@dataclass(frozen=True)
class Passage:
    """One thing that minutes say of one case; `agency` is whose it is, if anybody's."""

    case_id: int
    reference: str
    what: Sentence
    agency: str
    text: str


@dataclass(frozen=True)
class Wanted:
    """Words that a passage must have, all of them, each as the beginning of a word of its own."""

    words: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]

    def __bool__(self) -> bool:
        return bool(self.words)


def wanted(typed: str) -> Wanted:
    """Words that are too short to tell anything are passed over."""
    words = tuple(each for each in plain(typed).split() if len(each) >= FEWEST_LETTERS)
    return Wanted(words, tuple(re.compile(rf"(?<![a-z0-9]){re.escape(each)}") for each in words))


def answers(text: str, to: Wanted) -> bool:
    """Accents are no difference. The quick look comes first: most passages answer to nothing."""
    low = text.lower() if text.isascii() else plain(text)
    return all(word in low for word in to.words) and all(each.search(low) for each in to.patterns)


def passages(content: Mapping[str, Any], case_ids: Collection[int]) -> Iterator[Passage]:
    """What these minutes say of these cases. A case that is not among them is not looked at."""
    for case in content["cases"]:
        if case["case_id"] in case_ids:
            yield from _of_case(case, case["case_id"], case["reference"])


def _of_case(case: Mapping[str, Any], case_id: int, reference: str) -> Iterator[Passage]:
    for name, what in TEXTS.items():
        if case[name]:
            yield Passage(case_id, reference, what, "", case[name])
    if case["reason"]:
        yield Passage(case_id, reference, OUTCOME, "", case["reason"])
    for line in case["lines"]:
        yield Passage(case_id, reference, INFORMATION, line["agency"], line["text"])
    for action in case["actions"]:
        yield Passage(case_id, reference, ACTION, action["agency"], f"{action['task']} {action['risk']}".strip())


def around(text: str, to: Wanted) -> str:
    """The first word that was asked for, with what stands before and after it."""
    line = " ".join(text.split())
    at = line.lower().find(to.words[0]) if to else 0
    begin, end = max(0, at - AROUND), max(0, at) + AROUND
    return f"{'…' if begin else ''}{line[begin:end]}{'…' if end < len(line) else ''}"
