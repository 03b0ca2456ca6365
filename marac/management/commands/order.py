"""marac order FILE.json: in which order a meeting is heard so that its agencies wait least."""

import json
import sys
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from marac.kernel.refusal import Refusal
from marac.ordering.meeting import read_meeting
from marac.ordering.ordering import best_order

SECONDS = 60.0


class Command(BaseCommand):
    help = (
        "Prints one JSON object: the order of the cases in which their agencies wait least, what it costs in minutes "
        "waited, how much less any order may cost, and when each agency comes and goes. Where not all that is wished "
        "can be kept, it says what, and ends with 1. Nothing is asked of the database."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE.json", help="docs/howto/order.md says what it holds")
        parser.add_argument(
            "--seconds", type=float, default=SECONDS, help=f"how long to look for a better one ({SECONDS:g})"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not 0 < options["seconds"] < float("inf"):
            raise CommandError("--seconds is a number above 0.")
        try:
            meeting = read_meeting(json.loads(options["file"].read_text("utf-8")))
        except OSError as error:
            raise CommandError(f"{options['file']} cannot be read: {error.strerror}.") from None
        except (ValueError, RecursionError):
            raise CommandError(f"{options['file']} is not JSON in UTF-8.") from None
        except Refusal as refusal:
            raise CommandError(refusal.sentence) from None
        found = best_order(meeting, options["seconds"])
        told: dict[str, Any]
        if found.order is None:
            told = {"order": None, "conflict": [str(each) for each in found.conflict]}
        else:
            told = {
                "order": [case.id for case in found.order],
                "cost": found.cost,
                "bound": found.bound,
                "proven": found.proven,
                "seconds": round(found.seconds, 3),
                "slots": [asdict(slot) for slot in found.slots],
            }
        self.stdout.write(json.dumps(told, ensure_ascii=False))
        if found.order is None:
            sys.exit(1)
