"""What was measured, as lines: columns for the eye, or the table that docs/figures.md holds."""

from collections.abc import Iterator
from typing import Any

from bench.aims import GROWTH, LIVE, MEMORY, PAGE, QUERIES, RETURN, growth, verdict
from bench.server import Memory

Rows = dict[str, dict[str, Any]]  # name of a page to what was measured of it
HEADS = ("page", "queries", "CPU ms", "CPU ms, earlier", "growth", "p50 ms", "p95 ms", "over its aim")


def cells(measured: dict[str, Rows]) -> Iterator[tuple[str, ...]]:
    """A row for each page of the last size, with what the size before it took where there is one."""
    *before, last = measured.values()
    for name, row in last.items():
        first = before[-1].get(name) if before else None
        grown = growth(first, row) if first else None
        yield (
            name,
            str(row["queries"]),
            f"{row['cpu']:.0f}",
            f"{first['cpu']:.0f}" if first else "–",
            f"{grown:.2f}" if grown else "–",
            f"{row['p50']:.0f}",
            f"{row['p95']:.0f}",
            verdict(row, grown),
        )


class Plain:
    """Columns that line up."""

    def heading(self, text: str) -> str:
        return text

    def table(self, measured: dict[str, Rows]) -> str:
        return "\n".join("{:<34}{:>8}{:>9}{:>17}{:>8}{:>9}{:>9}  {}".format(*row) for row in [HEADS, *cells(measured)])


class Markdown:
    """Lines to paste into docs/figures.md as they are."""

    def heading(self, text: str) -> str:
        return f"### {text}"

    def table(self, measured: dict[str, Rows]) -> str:
        rule = ("---", *["---:"] * (len(HEADS) - 2), "---")
        return "\n".join(f"| {' | '.join(row)} |" for row in [HEADS, rule, *cells(measured)])


def aims(measured: dict[str, Rows]) -> str:
    *before, last = measured
    return (
        f"Measured at {last}{f', earlier at {before[-1]}' if before else ''}. Aims: at most {QUERIES} queries; p95 "
        f"under {PAGE} ms, under {LIVE} ms to save a line, {RETURN} ms for a year; growth of CPU under {GROWTH}."
    )


def memory(size: str, found: Memory | None) -> str:
    if found is None:
        return "Memory was not measured."
    return (
        f"Memory of the server after the run at {size}: {found.now} MB for {found.processes} processes, the largest "
        f"worker at its peak {found.peak} MB. Aim: under {MEMORY} MB. {found.answered} pages answered."
    )
