"""Knows what heads a column of answers: "Yes", "Nac ydi / No", "?"; alone, or in a line that ends with several."""

import re
from itertools import takewhile

from marac.labels.known import HALVES
from marac.written.text import plain

GAPS = re.compile(r"\s{2,}|\t+")  # between answers of one line
WELSH = re.compile(r"(?:na[cg]? (?:ydw|ydy|ydi|oes)|ydw|ydy|ydi|oes|ie|na|do|naddo|ddim yn gwybod) (?=\w)")  # "Ie Yes"
LONGEST_UNKNOWN = 4  # words: "Ddim yn gwybod"
ANSWER_HEADS = {
    "yes": "yes",
    "y": "yes",
    "i": "yes",  # Welsh "ie"
    "no": "no",
    "n": "no",
    "dont know": "dont_know",
    "not known": "dont_know",
    "dk": "dont_know",
    "d k": "dont_know",
    "nk": "dont_know",
    "n k": "dont_know",
    "unsure": "dont_know",
    "present": "yes",
    "absent": "no",
    "not present": "no",
    "unable": "dont_know",
    "unable to say": "dont_know",
    "unable to establish": "dont_know",
    "not sure": "dont_know",
    "unknown": "dont_know",
    "u": "dont_know",
    "k": "dont_know",
    "unk": "dont_know",
}


def answer_head(words: str) -> str | None:
    """The answer that a column of ticks stands for, in one language or in two: "Ie / Yes"; "?" is not known."""
    if words.strip() == "?":
        return "dont_know"
    said = [WELSH.sub("", plain(words)), *map(plain, HALVES.split(words))]
    known = next((each for each in said if each in ANSWER_HEADS), "")
    answer = ANSWER_HEADS.get(known)
    longest = 1 if answer in ("yes", "no") and " " not in known else LONGEST_UNKNOWN
    return answer if said[0] in ANSWER_HEADS or all(len(each.split()) <= longest for each in said[1:]) else None


def heads_at_end(words: str) -> list[str]:
    """The answers with which a line ends, as written, apart by gaps; or all of it, where it holds nothing else."""
    if words.split() and all(map(answer_head, words.split())):
        return words.split()
    pieces = GAPS.split(words.strip())
    heads = [*reversed(list(takewhile(answer_head, reversed(pieces))))]
    before = pieces[len(pieces) - len(heads) - 1].split()[-1:] if len(heads) > 1 else []
    first = before if len(heads) < len(pieces) and all(map(answer_head, before)) else []
    return [*first, *heads] if set(map(answer_head, first)).isdisjoint(map(answer_head, heads)) else heads
