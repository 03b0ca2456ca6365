"""Builds areas in folders of their own, asks their pages many times, and prints queries, milliseconds and memory.

Usage: python -m bench [--sizes year,ten-years] [--times 40] [--markdown] [--database "postgresql://…/{size}?…"].
The last size is held against the aims, and against the one before it for growth. Without a database it is SQLite.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import tables
from bench.server import memory_of

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m bench")
    asked.add_argument("--sizes", default="year,ten-years", help="of the demonstration areas: month, year, ten-years")
    asked.add_argument("--times", type=int, default=40, help="how often each page is asked for")
    asked.add_argument("--database", default="", help="PostgreSQL, with {size} for the name of an empty database")
    asked.add_argument("--markdown", action="store_true", help="print tables for docs/figures.md")
    given = asked.parse_args()
    form = tables.Markdown() if given.markdown else tables.Plain()
    engine = "PostgreSQL" if given.database else "SQLCipher"
    print(form.heading(f"On {engine}, {os.cpu_count()} processors"), flush=True)
    measured, memory = {}, None
    for size in given.sizes.split(","):
        with tempfile.TemporaryDirectory() as folder:
            where = os.environ | {"MARAC_HOME": f"{folder}/var", "MARAC_KEYS": f"{folder}/keys"}
            if given.database:
                where["MARAC_DATABASE_URL"] = given.database.replace("{size}", size)
            _build(size, where)
            measured[size] = _ask(where, given.times)
            memory = memory_of(ROOT, where, times=given.times)
    print(f"\n{form.table(measured)}\n\n{tables.aims(measured)}\n\n{tables.memory(size, memory)}\n")


def _build(size: str, where: dict[str, str]) -> None:
    began = time.perf_counter()
    for command in (["migrate", "--verbosity", "0"], ["demo", "--size", size]):
        subprocess.run(
            [sys.executable, "manage.py", *command], cwd=ROOT, env=where, check=True, stdout=subprocess.DEVNULL
        )
    print(f"{size}: built in {time.perf_counter() - began:.0f} s", file=sys.stderr, flush=True)


def _ask(where: dict[str, str], times: int) -> dict[str, dict]:
    """Name of a page to its row: queries, p50 and p95 in milliseconds."""
    command = [sys.executable, "-m", "bench.pages", str(times)]
    said = subprocess.run(command, cwd=ROOT, env=where, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(said.stdout)


if __name__ == "__main__":
    main()
