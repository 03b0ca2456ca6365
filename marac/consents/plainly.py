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


@lru_cache(maxsize=16)
def _fitting(sentence: str, before: str) -> tuple[tuple[Row, str], ...]:
    """The rows that fit, each with the subject that it found."""
    found = []
    for row in ROWS if len(sentence) < LONGEST else ():
        match = row.words.search(sentence) if row.before.search(before) else None
        if match and not row.unless.search(sentence):
            subject = next((said for name, said in match.groupdict().items() if said and name.startswith("who")), "")
            found.append((row, subject))
    return tuple(found)


def said(sentence: str, before: str, hers: Callable[[str], bool]) -> tuple[bool | None, bool | None]:
    """Whether the victim knows and whether they agree, None where it is not said; `before` is the sentence before.

    `hers` says whether the subject of a sentence is the victim.
    """
    aware, given = None, None
    for row, subject in _fitting(sentence.replace("'", "’"), before.replace("'", "’")):
        if subject and not hers(subject):
            continue
        aware = row.aware if aware is None else aware
        given = row.given if given is None else given
    return (True if given else aware), given  # nobody agrees to what they do not know of
