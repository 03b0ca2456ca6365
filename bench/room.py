"""A meeting at its busiest: sixty screens that watch it, a chair, and two who minute it, against a real server.

Usage: python -m bench.room [--watching 60] [--seconds 60] [--size year] [--database "postgresql://…"].
The database of PostgreSQL has to be empty; without one it is SQLCipher, in a folder of its own. Prints a row for each
thing that was asked: how often, and what the server took of the clock and of the processor, in milliseconds.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.server import serving

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m bench.room")
    asked.add_argument("--watching", type=int, default=60, help="how many screens show the room")
    asked.add_argument("--seconds", type=int, default=60, help="how long they watch")
    asked.add_argument("--size", default="year", help="of the demonstration area: month, year, ten-years")
    asked.add_argument("--database", default="", help="an empty database of PostgreSQL")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = os.environ | {"MARAC_HOME": f"{folder}/var", "MARAC_KEYS": f"{folder}/keys"}
        if given.database:
            where["MARAC_DATABASE_URL"] = given.database
        for command in (["migrate", "--verbosity", "0"], ["demo", "--size", given.size]):
            built = [sys.executable, "manage.py", *command]
            subprocess.run(built, cwd=ROOT, env=where, check=True, stdout=subprocess.DEVNULL)
        engine, load = "PostgreSQL" if given.database else "SQLCipher", os.getloadavg()[0]
        print(f"On {engine}, {os.cpu_count()} processors, at a load of {load:.1f} before it began:", flush=True)
        with serving(ROOT, where, "bench.timed") as (address, _pid):
            watch = [sys.executable, "-m", "bench.watching", address, str(given.watching), str(given.seconds)]
            subprocess.run(watch, cwd=ROOT, env=where, check=True)


if __name__ == "__main__":
    main()
