"""The child process that looks for the best order until its time is over: JSON in, JSON out."""

import json
import os
import sys
import time
from typing import Any

from marac.ordering.meeting import Case, Meeting, read_meeting
from marac.ordering.ordering import best_order

LEAST = 0.5  # seconds of search, however late it is
SMALL = Meeting([Case(each, 1, frozenset(each)) for each in ("ab", "a", "b")], {"a": 1, "b": 1})


def worked_out(told: dict[str, Any]) -> dict[str, Any]:
    best_order(SMALL, LEAST)  # loads what was compiled, so that it takes no time from the search
    found = best_order(read_meeting(told["meeting"]), max(told["until"] - time.monotonic(), LEAST))
    return {
        "order": None if found.order is None else [case.id for case in found.order],
        "cost": found.cost,
        "bound": found.bound,
        "conflict": [{"sentence": each.constant, "values": dict(each.values)} for each in found.conflict],
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(worked_out(json.load(sys.stdin))))
    sys.stdout.flush()
    os._exit(0)  # at once: giving back the memory of a large search in good order takes a while
