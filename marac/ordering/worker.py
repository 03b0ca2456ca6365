"""The child process that looks for the best order until its time is over: JSON in, JSON out."""

import json
import os
import sys
import time
from typing import Any

from marac.ordering.meeting import read_meeting
from marac.ordering.ordering import best_order

LEAST = 0.2  # seconds, however late it is


def worked_out(told: dict[str, Any]) -> dict[str, Any]:
    found = best_order(read_meeting(told["meeting"]), max(told["until"] - time.time(), LEAST))
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
