"""How long it takes to check a trail and to add to it: fills an empty SQLite database with entries, and prints figures.

Usage: python -m bench.trail [--entries 1000000]. What it measures goes into docs/figures.md.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
READS = 1000
CHECKED_WITHIN, READ_WITHIN = 60, 2  # aims: seconds for a million entries, milliseconds that a reading adds


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m bench.trail")
    asked.add_argument("--entries", type=int, default=1_000_000)
    entries = asked.parse_args().entries
    with tempfile.TemporaryDirectory() as folder:
        where = os.environ | {"MARAC_HOME": f"{folder}/var", "MARAC_KEYS": f"{folder}/keys"}
        _run(where, "manage.py", "migrate", "--verbosity", "0")
        print(_run(where, "-m", "bench.filling", str(entries), str(READS)), end="", flush=True)
        began, worked = time.perf_counter(), _children().ru_utime + _children().ru_stime
        said = _run(where, "manage.py", "audit", "verify").strip()
        took, cpu = time.perf_counter() - began, _children().ru_utime + _children().ru_stime - worked
        print(said)
        print(f"Checked in {took:.1f} s, of which {cpu:.1f} s were work. Aim: under {CHECKED_WITHIN} s a million.")
        print(f"Peak memory of the largest of these processes: {_children().ru_maxrss / 1024:.0f} MB.")


def _run(where: dict[str, str], *command: str) -> str:
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=where, check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


def _children() -> Any:
    return resource.getrusage(resource.RUSAGE_CHILDREN)


def told(name: str, milliseconds: list[float]) -> str:
    """One line about many timings of the same act."""
    slow = sorted(milliseconds)[int(len(milliseconds) * 0.95)]
    return f"{name}: p50 {statistics.median(milliseconds):.2f} ms, p95 {slow:.2f} ms."


if __name__ == "__main__":
    main()
