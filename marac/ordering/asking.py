"""Asking for the best order from where numba must not be loaded or waited for: a child process searches, and is stopped
when its time is over."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marac.kernel.refusal import Refusal
from marac.kernel.text import Sentence, _
from marac.ordering.meeting import Meeting

PROJECT = Path(__file__).resolve().parents[2]
AT_MOST = 10.0  # seconds, on a machine that is too busy to start a process in time
TO_ANSWER = 0.4  # seconds of the time that are left for answering and ending
PASSED_ON = ("NUMBA_CACHE_DIR", "HOME", "SYSTEMROOT")
TOO_LATE = _(
    "The order could not be worked out: the machine is too busy. Nothing was changed. Press again in a minute."
)


@dataclass(frozen=True)
class Asked:
    """Names of cases in their order, or None with what cannot be kept; no order costs less than `bound`."""

    order: Sequence[str] | None
    cost: int = 0
    bound: int = 0
    conflict: Sequence[Sentence] = ()


def ask_for_order(meeting: Meeting, seconds: float) -> Asked:
    """In about so many seconds, the start of the child included; however long that takes, it searches for half a
    second. Raises Refusal where there is no answer at all."""
    told = json.dumps({"meeting": plain(meeting), "until": time.monotonic() + seconds - TO_ANSWER})
    command = [sys.executable, "-m", "marac.ordering.worker"]
    try:
        child = subprocess.run(
            command,
            input=told.encode(),
            capture_output=True,
            timeout=AT_MOST,
            cwd=PROJECT,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Refusal(TOO_LATE) from error
    if child.returncode != 0:
        raise Refusal(TOO_LATE)
    said = json.loads(child.stdout)
    conflict = [Sentence(each["sentence"]).format(**each["values"]) for each in said.pop("conflict")]
    return Asked(conflict=conflict, **said)


def plain(meeting: Meeting) -> dict[str, Any]:
    """As `read_meeting` reads it."""
    return {
        "cases": [
            {"id": each.id, "minutes": each.minutes, "agencies": sorted(each.agencies), "locality": each.locality}
            for each in meeting.cases
        ],
        "agencies": [{"id": name, "weight": weight} for name, weight in meeting.weights.items()],
        "breaks": [
            {"after_worked_minutes": each.after_worked_minutes, "minutes": each.minutes} for each in meeting.breaks
        ],
        "windows": [{"agency": each.agency, "from": each.start, "to": each.end} for each in meeting.windows],
        "fixed": [{"case": name, "position": place} for name, place in meeting.fixed.items()],
        "together": [sorted(each) for each in meeting.together],
        "apart": [list(each) for each in meeting.apart],
        "before": [list(each) for each in meeting.before],
    }


def _environment() -> dict[str, str]:
    """Nothing of our own environment but what finding the code and what was compiled needs."""
    kept = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    return {"PYTHONPATH": str(PROJECT), "PATH": os.defpath, "PYTHONIOENCODING": "utf-8"} | kept
