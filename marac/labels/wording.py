"""Puts the many ways of naming a person, or of asking for a fact, into the words that known.toml knows."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

WORDS = tomllib.loads((Path(__file__).parent / "asks.toml").read_text(encoding="utf-8"))

PART = re.compile(r"(?<!\(\?P)<([a-z_]+)>")


def pattern(written: str, parts: dict[str, str], flags: int = 0) -> re.Pattern[str]:
    """A pattern in which names in angle brackets stand for parts, which may hold such names too."""
    while (whole := PART.sub(lambda part: parts[part[1]], written)) != written:
        written = whole
    return re.compile(written, flags)


ASKS = [
    (each["field"], pattern(each["holds"], WORDS["parts"]), pattern(each["without"], WORDS["parts"]))
    for each in WORDS["asks"]
]
PEOPLE = [(role, pattern(written, WORDS["parts"])) for role, written in WORDS["people"].items()]
SHORT = [(re.compile(rf"\b(?:{written})"), whole) for whole, written in WORDS["short"].items()]
TURNED = re.compile(WORDS["parts"]["turned"])


@lru_cache(maxsize=4096)
def usual(bare: str) -> str:
    """A printed label, in plain words, without its number and with people in the usual words."""
    for short, whole in SHORT:
        bare = short.sub(whole, bare)
    for role, known in PEOPLE:
        bare = known.sub("" if role == "numbered" else role, bare)
    return bare


def asked_for(bare: str) -> str | None:
    """The field that a question in usual words asks for."""
    return next((field for field, held, barred in ASKS if held.search(bare) and not barred.search(bare)), None)
