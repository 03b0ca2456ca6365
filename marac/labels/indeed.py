"""What a label asks for indeed, where a word of it makes another question of the one that its other words ask."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

NOTHING = "nothing"


@dataclass(frozen=True)
class Row:
    """Of `found` fields the one that is `meant`, where these words are said and those are not."""

    found: frozenset[str]
    said: re.Pattern[str]
    unless: re.Pattern[str]
    meant: str
    example: str


ROWS = [
    Row(
        frozenset(row["found"]),
        re.compile(row["said"]),
        re.compile(row.get("unless", "(?!)")),
        row["meant"],
        row["example"],
    )
    for row in tomllib.loads((Path(__file__).parent / "indeed.toml").read_text(encoding="utf-8"))["row"]
]


@lru_cache(maxsize=4096)
def meant(field: str, bare: str) -> str:
    """The field that these plain words ask for, of which `field` was found first; `NOTHING` where none is."""
    fits = (row for row in ROWS if field in row.found and row.said.search(bare) and not row.unless.search(bare))
    return next((row.meant for row in fits), field)
