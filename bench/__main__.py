"""Builds an area in a folder of its own, asks each page many times, and prints queries, milliseconds and memory.

Usage: script/bench [--size month|year|ten-years] [--times 40]. With MARAC_DATABASE_URL the same on PostgreSQL
(an empty database, which is filled).
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    asked = argparse.ArgumentParser(prog="script/bench")
    asked.add_argument("--size", default="ten-years", help="of the demonstration area: month, year, ten-years")
    asked.add_argument("--times", type=int, default=40, help="how often each page is asked for")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = os.environ | {"MARAC_HOME": f"{folder}/var", "MARAC_KEYS": f"{folder}/keys"}
        database = where.get("MARAC_DATABASE_URL", "sqlite").split(":")[0]
        began = time.perf_counter()
        for command in (["migrate", "--verbosity", "0"], ["demo", "--size", given.size]):
            subprocess.run(
                [sys.executable, "manage.py", *command], cwd=ROOT, env=where, check=True, stdout=subprocess.DEVNULL
            )
        print(f"{given.size} on {database}, built in {time.perf_counter() - began:.0f} s", flush=True)
        subprocess.run([sys.executable, "-m", "bench.pages", str(given.times)], cwd=ROOT, env=where, check=True)


if __name__ == "__main__":
    main()
