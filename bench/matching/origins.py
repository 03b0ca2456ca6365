"""Names of people of several origins, with the spellings in which each is met."""

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Names:
    """Each name as a list, its usual spelling first."""

    female: list[list[str]]
    male: list[list[str]]
    surnames: list[list[str]]


def _read() -> dict[str, Names]:
    told = tomllib.loads((Path(__file__).parent / "origins.toml").read_text("utf-8"))
    return {
        origin: Names(**{part: [_spellings(line) for line in lines] for part, lines in parts.items()})
        for origin, parts in told.items()
    }


def _spellings(line: str) -> list[str]:
    return [word.replace("_", " ") for word in line.split()]


ORIGINS = _read()
SPELLINGS: dict[str, list[str]] = {
    spelling: line
    for names in ORIGINS.values()
    for line in (*names.female, *names.male, *names.surnames)
    for spelling in line
    if len(line) > 1
}
