"""marac find PEOPLE.csv QUERIES.csv: for each query, who of the people it is likely to be about."""

import json
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from marac.kernel.refusal import Refusal
from marac.matching.candidates import Candidate
from marac.matching.files import COLUMNS, read_people
from marac.matching.index import Index
from marac.weighing.columns import Person


class Command(BaseCommand):
    help = (
        "Prints one JSON object for each query: its id, the milliseconds it took, and the likeliest people with their "
        f"weight, probability and reasons. Both files are CSV in UTF-8 with the columns {', '.join(COLUMNS)}; all but "
        "the id may be empty. The people are indexed in memory, and nothing of them is written down."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("people", type=Path, metavar="PEOPLE.csv")
        parser.add_argument("queries", type=Path, metavar="QUERIES.csv")
        parser.add_argument("--top", type=int, default=10, help="how many people are told of each query (10)")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["top"] < 1:
            raise CommandError("--top is how many people are told: give 1 or more.")
        today = timezone.localdate()
        try:
            people, queries = (read_people(options[name], today) for name in ("people", "queries"))
        except Refusal as refusal:
            raise CommandError(refusal.sentence) from None
        index = Index(people)
        self.stderr.write(f"{len(people)} people indexed, in {index.size} bytes.")
        for query in queries:
            self.stdout.write(json.dumps(_found(index, query, options["top"]), ensure_ascii=False))


def _found(index: Index, query: Person, top: int) -> dict[str, Any]:
    began = time.perf_counter()
    candidates = index.search(query, top)
    took = (time.perf_counter() - began) * 1000
    return {"query": query.id, "ms": round(took, 2), "candidates": [_told(each) for each in candidates]}


def _told(candidate: Candidate) -> dict[str, Any]:
    return {
        "id": candidate.id,
        "weight": round(candidate.weight, 2),
        "probability": round(candidate.probability, 6),
        "reasons": [str(reason) for reason in candidate.reasons],
    }
