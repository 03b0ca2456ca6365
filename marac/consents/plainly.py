"""What the sentences of a letter say of knowing and agreeing, from a table of wordings. All of it is to be checked."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from pathlib import Path

TABLE = tomllib.loads((Path(__file__).parent / "plainly.toml").read_text(encoding="utf-8"))
PART = re.compile(r"(?<!\?P)<([a-z]+)>")
MARAC = re.compile(r"marac(?:s\?)?")  # in whatever capitals
LONGEST = 400  # characters of a sentence
NOTHING = (None, None)


@dataclass(frozen=True)
class Row:
    """Of a sentence with these words, and without those: whether the victim knows, and whether they agree."""

    words: re.Pattern[str]
    unless: re.Pattern[str]
    before: re.Pattern[str]
    aware: bool | None
    given: bool | None
    example: str


def _pattern(written: str) -> re.Pattern[str]:
    """With the parts in the place of their names; each subject is a group of its own."""
    subjects = count()

    def part(match: re.Match[str]) -> str:
        named = match[1] == "who"
        return f"(?P<who{next(subjects)}>{TABLE['parts']['who']})" if named else str(TABLE["parts"][match[1]])

    while PART.search(written):
        written = PART.sub(part, written)
    return re.compile(MARAC.sub(r"(?i:\g<0>)", written))


DOUBT = re.compile(str(TABLE["doubt"]), re.I)
ROWS = [
    Row(
        _pattern(row["words"]),
        _pattern(row.get("unless", "(?!)")),
        _pattern(row.get("before", "")),
        row.get("aware"),
        row.get("given"),
        row["example"],
    )
    for row in TABLE["row"]
]


@dataclass(frozen=True)
class Fit:
    """A row that fits a sentence: its subject if it names one, what stands up to it, and all beside its words."""

    row: Row
    subject: str
    until: str
    beside: str


@lru_cache(maxsize=16)
def _fitting(sentence: str, before: str) -> tuple[Fit, ...]:
    found = []
    for row in ROWS if len(sentence) < LONGEST else ():
        match = row.words.search(sentence) if row.before.search(before) else None
        if match and not row.unless.search(sentence):
            at = next((n for n, said in match.groupdict().items() if said and n.startswith("who")), None)
            until = sentence[: match.start(at) if at else match.end()]
            beside = f"{sentence[: match.start()]} {sentence[match.end() :]}"
            found.append(Fit(row, match[at] if at else "", until, beside))
    return tuple(found)


def said(sentence: str, before: str, hers: Callable[[str, str], bool]) -> tuple[bool | None, bool | None]:
    """Whether the victim knows and whether they agree, None where it is not said; `before` is the sentence before.

    `hers` says whether a subject, after the words that stand before it, is the victim; without a subject, whether the
    words are of the victim.
    """
    fits = [
        fit for fit in _fitting(sentence.replace("'", "’"), before.replace("'", "’")) if hers(fit.subject, fit.until)
    ]
    agrees, refuses = (any(fit.row.given is answer for fit in fits) for answer in (True, False))
    aware, given = None, None
    for fit in fits:
        row = fit.row
        if row.aware is False and agrees:
            continue
        takes_back = row.given or (row.aware and not refuses)  # that somebody refuses leaves it true that they know
        if takes_back and DOUBT.search(fit.beside):
            break  # a yes that is no plain one leaves the question open, whatever else is said
        aware = row.aware if aware is None else aware
        given = row.given if given is None else given
    return (True if given else aware), given  # nobody agrees to what they do not know of
