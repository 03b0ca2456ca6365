"""Sets what became of the tests beside the table, and says whether what is claimed holds."""

import json
from collections.abc import Iterable
from pathlib import Path

from assurance.page import groups
from assurance.table import Row, properties, requirements

DATABASES = ("SQLCipher", "PostgreSQL")


def report(folder: Path) -> int:
    """Print every row with passed or failed, and return how many rows have a test that failed or did not run."""
    became = {name: _read(folder / f"{name}.json") for name in DATABASES}
    wrong = 0
    for rows in (properties(), requirements()):
        for heading, found in groups(rows):
            print(f"\n{heading}")
            for row in found:
                bad = {test: said for test in row.tests if (said := why_not(test, became))}
                wrong += bool(bad)
                print(f"  {row.key:7} {row.state:14} {outcome(row, bad):6} {row.says}")
                for test, said in bad.items():
                    print(f"{'':32}{said}: {test}")
    print(f"\n{_sum(properties())} of {len(properties())} properties and ", end="")
    print(f"{_sum(requirements())} of {len(requirements())} requirements are shown; ", end="")
    print("all tests named in the table passed." if not wrong else f"{wrong} rows have a test that did not pass.")
    return wrong


def outcome(row: Row, bad: dict[str, str]) -> str:
    if not row.tests:
        return "-"
    return "FAILED" if bad else "passed"


def why_not(test: str, became: dict[str, dict[str, str]]) -> str:
    """Passed on one database at least, and failed on none; a test of one database is skipped on the other."""
    said = {name: found.get(test, "not run") for name, found in became.items()}
    bad = [f"{name} {each}" for name, each in said.items() if each in ("failed", "not run")]
    if not bad and "passed" not in said.values():
        bad = ["skipped on both"]
    return ", ".join(bad)


def _sum(rows: Iterable[Row]) -> int:
    return sum(row.state == "shown" for row in rows)


def _read(path: Path) -> dict[str, str]:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
