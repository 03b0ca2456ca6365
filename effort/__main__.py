"""Fills an area, starts a server, plays the month there, and prints where the coordinator's time goes.

Usage: script/effort [--cases 20]. It runs some minutes, and stops with the task and the page where something is not
as expected.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.server import serving
from effort.model import Count, minutes_a_case, total

ROOT = Path(__file__).resolve().parent.parent
AT_THE_MEETING = ("Record who came", "Minute a case: a line, the summary, two actions", "Mark a case as heard")
ROW = "{:<50}{:>6}{:>8}{:>7}{:>7}{:>10}{:>7}{:>8}{:>9}{:>7}"


def main() -> None:
    asked = argparse.ArgumentParser(prog="script/effort")
    asked.add_argument("--cases", type=int, default=20, help="how many are referred, at most two on each of ten days")
    cases: int = asked.parse_args().cases
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        where = os.environ | {"MARAC_HOME": f"{folder}/var", "MARAC_KEYS": f"{folder}/keys"}
        where |= {"PYTHONPATH": str(ROOT)}
        for command in (["migrate", "--verbosity", "0"], ["demo", "--size", "month"]):
            made = [sys.executable, "manage.py", *command]
            subprocess.run(made, cwd=ROOT, env=where, check=True, stdout=subprocess.DEVNULL)
        with serving(ROOT, where, "effort.days") as (address, _pid):
            play = [sys.executable, "-m", "effort.play", address, str(cases)]
            said = subprocess.run(play, cwd=ROOT, env=where, stdout=subprocess.PIPE, text=True, check=False)
    if not json.loads(said.stdout or "{}"):
        raise SystemExit("The month did not begin: the reason is above.")
    counts = {name: Count(**each) for name, each in json.loads(said.stdout).items()}
    meeting = {name: count for name, count in counts.items() if name in AT_THE_MEETING}
    office = {name: count for name, count in counts.items() if name not in meeting}
    _print("The office", office)
    print(f"\n{minutes_a_case(list(office.values()), cases):.1f} minutes a case, the meeting itself excluded.\n")
    if meeting:
        _print("At the meeting, counted apart", meeting)
        print(f"\n{minutes_a_case(list(meeting.values()), cases):.1f} minutes a case.")
    print(f"{cases} cases, played in {time.perf_counter() - began:.0f} s.")
    if said.returncode:
        raise SystemExit("The month was NOT played to its end: these are parts of it, and the reason is above.")


def _print(title: str, counts: dict[str, Count]) -> None:
    whole = total(list(counts.values()))
    heads = ("times", "presses", "keys", "pages", "decisions", "words", "server", "seconds", "share")
    print(ROW.format(title, *heads))
    for name, count in [*sorted(counts.items(), key=lambda each: -each[1].seconds), ("All", whole)]:
        print(
            ROW.format(
                name,
                count.times,
                count.presses,
                count.keystrokes,
                count.pages,
                count.decisions,
                count.words,
                f"{count.served:.1f}",
                f"{count.seconds:.0f}",
                f"{count.seconds / whole.seconds:.0%}",
            )
        )


if __name__ == "__main__":
    main()
