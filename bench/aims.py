"""What each measure is held against."""

from typing import Any

QUERIES = 12  # a page; that a transaction begins or ends is not counted
PAGE, LIVE, RETURN = 100, 30, 1000  # milliseconds at p95
NOT_QUERIES = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE SAVEPOINT")
MEMORY = 300  # megabytes, two workers and their master
GROWTH = 1.5  # of the work, which others on the machine disturb least


def growth(earlier: dict[str, Any], later: dict[str, Any]) -> float:
    return later["cpu"] / earlier["cpu"]


def verdict(row: dict[str, Any], grown: float | None) -> str:
    """What is over its aim, in words; empty where nothing is."""
    over = []
    if row["queries"] > row["queries_aim"]:
        over.append("queries")
    if row["p95"] >= row["aim"]:
        over.append("time")
    if grown is not None and grown >= GROWTH:
        over.append("growth")
    return ", ".join(over)
