"""Builds areas in folders of their own, asks their pages many times, and prints queries, milliseconds and memory.

Usage: python -m bench [--sizes year,ten-years] [--times 40] [--database "postgresql://…/{size}?…"]. The last size is
held against the aims, and against the one before it for growth. Without a database it is SQLite.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.aims import LIVE, MEMORY, PAGE, QUERIES, RETURN, growth, verdict
from bench.server import Memory, memory_of

ROOT = Path(__file__).resolve().parent.parent
ROW = "{:<34}{:>8}{:>9}{:>9}{:>9}{:>9}{:>8}  {}"


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m bench")
    asked.add_argument("--sizes", default="year,ten-years", help="of the demonstration areas: month, year, ten-years")
    asked.add_argument("--times", type=int, default=40, help="how often each page is asked for")
    asked.add_argument("--database", default="", help="PostgreSQL, with {size} for the name of an empty database")
    given = asked.parse_args()
    print(f"On {'PostgreSQL' if given.database else 'SQLite'}, {os.cpu_count()} processors", flush=True)
    measured, memory = {}, None
    for size in given.sizes.split(","):
        with tempfile.TemporaryDirectory() as folder:
            where = os.environ | {"MARAC_HOME": f"{folder}/var", "MARAC_KEYS": f"{folder}/keys"}
            if given.database:
                where["MARAC_DATABASE_URL"] = given.database.replace("{size}", size)
            _build(size, where)
            measured[size] = _ask(where, given.times)
            memory = memory_of(ROOT, where, times=given.times)
    _print_pages(measured)
    _print_memory(size, memory)


def _build(size: str, where: dict[str, str]) -> None:
    began = time.perf_counter()
    for command in (["migrate", "--verbosity", "0"], ["demo", "--size", size]):
        subprocess.run(
            [sys.executable, "manage.py", *command], cwd=ROOT, env=where, check=True, stdout=subprocess.DEVNULL
        )
    print(f"{size}: built in {time.perf_counter() - began:.0f} s", flush=True)


def _ask(where: dict[str, str], times: int) -> dict[str, dict]:
    """Name of a page to its row: queries, p50 and p95 in milliseconds."""
    command = [sys.executable, "-m", "bench.pages", str(times)]
    said = subprocess.run(command, cwd=ROOT, env=where, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(said.stdout)


def _print_pages(measured: dict[str, dict[str, dict]]) -> None:
    *before, last = measured
    earlier = measured[before[-1]] if before else {}
    print()
    print(ROW.format("page", "queries", "cpu ms", "p50 ms", "p95 ms", "earlier", "growth", "over its aim"))
    for name, row in measured[last].items():
        first = earlier.get(name)
        grown = growth(first, row) if first else None
        before_it = (f"{first['cpu']:.1f}", f"{grown:.2f}") if first else ("–", "–")
        took = [f"{row[each]:.1f}" for each in ("cpu", "p50", "p95")]
        print(ROW.format(name, row["queries"], *took, *before_it, verdict(row, grown)))
    print()
    aims = f"at most {QUERIES} queries; p95 under {PAGE} ms, under {LIVE} ms to save a line, {RETURN} ms for a year"
    print(f"Measured at {last}{f', earlier at {before[-1]}' if before else ''}. Aims: {aims}; growth under 1.5.")


def _print_memory(size: str, found: Memory | None) -> None:
    if found is None:
        return
    print(f"Memory of the server after the run at {size}: {found.now} MB for {found.processes} processes,")
    print(f"the largest worker at its peak {found.peak} MB. Aim: under {MEMORY} MB. {found.answered} pages answered.")


if __name__ == "__main__":
    main()
