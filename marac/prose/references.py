"""Finds in sentences about the police the numbers under which they keep it."""

import re
from collections.abc import Iterator

from marac.intake.fields import LAST_TWO_FIGURE_YEAR
from marac.kernel.dates import dates_in

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


def references(words: str) -> Iterator[str]:
    """Each that follows a word for a number, and is no date."""
    for sentence in SENTENCE.split(words):
        if POLICE.search(sentence) and not OTHERS.search(sentence):
            days = {sentence[start:end] for _, start, end in dates_in(sentence, last_year=LAST_TWO_FIGURE_YEAR)}
            yield from (match["ref"] for match in NUMBERED.finditer(sentence) if match["ref"] not in days)
