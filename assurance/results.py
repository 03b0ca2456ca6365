"""A plug-in of pytest: keeps what became of each test on this database, for `python -m assurance report`."""

import json
import os
from collections import defaultdict
from pathlib import Path

import pytest

from assurance.table import whole

WORST_FIRST = ("failed", "passed", "skipped")
_became: dict[str, set[str]] = defaultdict(set)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """A test of many cases is one row of the table: tests/x.py::test_y, whatever stands in brackets after it."""
    if report.when == "call" or report.outcome != "passed":
        _became[whole(report.nodeid)].add(report.outcome)


def pytest_sessionfinish(session: pytest.Session) -> None:
    if hasattr(session.config, "workerinput"):
        return
    became = {test: next(each for each in WORST_FIRST if each in found) for test, found in _became.items()}
    kind = "PostgreSQL" if os.environ.get("MARAC_DATABASE_URL", "").startswith("postgres") else "SQLCipher"
    Path(os.environ["ASSURANCE_RESULTS"], f"{kind}.json").write_text(json.dumps(became), encoding="utf-8")
