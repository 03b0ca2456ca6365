"""Finds the numbers under which the police keep it."""

import re
from collections.abc import Iterator

from marac.answers.found import INFERRED, LIKELY, Found
from marac.intake.fields import LAST_TWO_FIGURE_YEAR
from marac.kernel.dates import dates_in
from marac.layout.gathered import Entry
from marac.written.blocks import Block
from marac.written.text import tidy

CRIME = re.compile(
    r"\b(?:crime|incident|police|occurrence|cad)\s+(?:ref(?:erence)?s?(?:\(s\))?|no|number|report|log)\.?(?:\s+(?:no|number))?"
    r"[\s.:#-]*(?P<ref>[A-Z0-9][A-Z0-9/-]{2,}\d[A-Z0-9/-]*)",
    re.I,
)
SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[A-Z])|\n+|;\s*")
POLICE = re.compile(
    r"\b(?:police|crime|officers?|constabulary|arrest\w*|charged|bail\w*|CAD|101|999|PC|DC)\b|\blog\b", re.I
)
OTHERS = re.compile(
    r"\b(?:our|your|file|tenancy|case|account|NHS|patient|referral|safeguarding|council|court|insurance|client|rent|PNC|collar)"
    r" (?:ref\w*|no|number)\b", re.I
)  # fmt: skip
NUMBERED = re.compile(
    r"\b(?:references?|refs?|numbers?|no|log|under|report)\b[^\d;]{0,40}?(?<![\w/-])"
    r"(?P<ref>\d{1,6} of \d{1,2}/\d{1,2}/\d{2,4}"
    r"|(?=[A-Z\d/-]{0,12}\d)[A-Z\d]{1,8}(?:[/-][A-Z\d]{1,12}){1,4}|[A-Z]{2,4}\d{5,12})(?![\w/-])"
)


# Beside a question about the police, whatever stands before it.
ASKED = re.compile(r"\b(?:police|crime|log|occurrence|investigation)\b", re.I)
ALONE = re.compile(
    r"(?<![\w/-])(?!\d{1,2}/\d{4}(?![\w/-]))(?P<ref>\d{1,6} of \d{1,2}/\d{1,2}/\d{2,4}"
    r"|(?=[A-Z\d/-]{0,14}\d{3})(?:[A-Z\d]{1,10}(?:[/-][A-Z\d]{1,12}){1,4}|[A-Z]{2,4}\d{5,12}))(?![\w/-])"
)
NO_REFERENCE = re.compile(r"\b(?:if (?:not|no)|why not|officer|involve child|risk|marac|dash|form|our)\b", re.I)


def in_answer(label: str, words: str) -> Iterator[str]:
    """Each in the answer to a question about the police."""
    if ASKED.search(label) and not NO_REFERENCE.search(label) and not OTHERS.search(f"{label} {words}"):
        days = {words[start:end] for _, start, end in dates_in(words, last_year=LAST_TWO_FIGURE_YEAR)}
        yield from (match["ref"] for match in ALONE.finditer(words) if match["ref"] not in days)


def in_sentences(words: str) -> Iterator[str]:
    """Each that follows a word for a number, and is no date."""
    for sentence in SENTENCE.split(words):
        if POLICE.search(sentence) and not OTHERS.search(sentence):
            days = {sentence[start:end] for _, start, end in dates_in(sentence, last_year=LAST_TWO_FIGURE_YEAR)}
            yield from (match["ref"] for match in NUMBERED.finditer(sentence) if match["ref"] not in days)


def crime_refs(entries: list[Entry], blocks: list[Block]) -> list[Found]:
    """Under their labels, beside the words for them anywhere, and in what is told of the police."""
    refs: dict[str, Found] = {}
    for entry in entries:
        if entry.label.field == "crime_refs" and re.search(r"\d", entry.value.words):
            parts = re.split(r"[,;\n]| and ", re.sub(r"\([^()]*\)", " ", entry.value.words))
            for words in (part for part in parts if re.search(r"\d", part)):
                refs.setdefault(tidy(words), Found(tidy(words), entry.place))
        for match in CRIME.finditer(entry.value.words):
            refs.setdefault(match["ref"], Found(match["ref"], entry.place, LIKELY))
    for block in blocks:
        for text in [block.text, *(cell.text for row in block.rows for cell in row)]:
            for match in CRIME.finditer(text.words):
                refs.setdefault(match["ref"], Found(match["ref"], block.spot("", text.words), LIKELY))
    _told_of(refs, blocks)
    return list(refs.values())


def _told_of(refs: dict[str, Found], blocks: list[Block]) -> None:
    """Joins those that a sentence about the police, or the answer to a question about it, gives."""
    for block in blocks:
        for ref in in_sentences(block.text.words) if block.kind != "table" else ():
            if not any(ref in known for known in refs):
                refs[ref] = Found(ref, block.spot("", block.text.words), INFERRED)
        for label, cell in ((row[at].text.words, row[at + 1]) for row in block.rows for at in range(len(row) - 1)):
            for ref in in_answer(label, cell.text.words):
                if not any(ref in known for known in refs):
                    refs[ref] = Found(ref, block.spot(tidy(label), cell.text.words, cell), INFERRED)
