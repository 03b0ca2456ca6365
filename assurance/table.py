"""Reads the table: each property or requirement with what it stands on, and what that leaves open."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "assurance"
PAGE = ROOT / "docs" / "assurance.md"
SHOWN, PARTLY, WRITTEN, NOT_SHOWN, OUT = "shown", "partly shown", "written down", "not shown", "does not apply"
STATES = (SHOWN, PARTLY, WRITTEN, NOT_SHOWN, OUT)


@dataclass(frozen=True)
class Row:
    """`group` is the heading that it stands under; `by` the properties whose tests show it; `papers` path#heading."""

    key: str
    group: str
    says: str
    level: int = 0
    by: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    missing: str = ""
    not_applicable: str = ""

    @property
    def state(self) -> str:
        """Worked out, so that nobody can claim more than stands there."""
        if self.not_applicable:
            return OUT
        if not self.tests and not self.papers:
            return NOT_SHOWN
        if self.missing:
            return PARTLY
        return SHOWN if self.tests else WRITTEN


@dataclass(frozen=True)
class Hole:
    """A mistake made on purpose: in `file`, one text becomes another for each pair; `caught_by` are tests that fail."""

    key: str
    wall: str
    says: str
    file: str
    changes: tuple[tuple[str, str], ...]
    caught_by: tuple[str, ...]
    database: str = ""


@cache
def properties() -> tuple[Row, ...]:
    return tuple(_rows("properties.toml", {}))


@cache
def requirements() -> tuple[Row, ...]:
    """Of OWASP ASVS 5.0.0; each has the tests of the properties that it names beside its own."""
    return tuple(_rows("asvs.toml", {row.key: row for row in properties()}))


def rows() -> tuple[Row, ...]:
    return properties() + requirements()


@cache
def holes() -> tuple[Hole, ...]:
    return tuple(Hole(key=key, **_tuples(given)) for key, given in _read("holes.toml").items())


def tests() -> list[str]:
    """Every test that the table names, once: tests/audit/test_logs.py::test_…"""
    return sorted({test for row in rows() for test in row.tests})


def whole(test: str) -> str:
    """Without the case that is named in brackets after it, where only that one is run."""
    return test.partition("[")[0]


def _rows(name: str, shown_by: dict[str, Row]) -> list[Row]:
    read = _read(name)
    groups = read.pop("groups")
    found = []
    for key, given in read.items():
        row = Row(key=key, group=groups[_group_of(key)], **_tuples(given))
        borrowed = [test for each in row.by for test in shown_by[each].tests]
        every = tuple(dict.fromkeys([*row.tests, *borrowed]))
        found.append(Row(**(vars(row) | {"tests": every})))
    return found


def _group_of(key: str) -> str:
    """A12 stands under A, 6.3.1 under V6."""
    return key[0] if key[0].isalpha() else f"V{key.split('.')[0]}"


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def _tuples(given: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in given.items()}
