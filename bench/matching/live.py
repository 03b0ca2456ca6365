"""The search of one person at a time: what it finds, how long it takes, and what its index weighs."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bench.matching.records import Record, described
from marac.matching.index import Index

WARM_UP = 200


@dataclass(frozen=True)
class Searched:
    """Milliseconds at the middle, the 95th and the 99th percentile: those that passed, and those of the processor,
    which other work on the machine does not lengthen."""

    people: int
    first: float
    among_ten: float
    passed: tuple[float, float, float]
    worked: tuple[float, float, float]
    size: float


def searched(here: Sequence[Record], queries: Sequence[Record]) -> Searched:
    """Recall of the first and of ten, milliseconds passed and of the processor, and bytes a person of the index."""
    index = Index(described(here))
    times, worked, ranks = [], [], []
    for query in described(queries):
        began, busy = time.perf_counter(), time.process_time()
        candidates = index.search(query, 10)
        worked.append((time.process_time() - busy) * 1000)
        times.append((time.perf_counter() - began) * 1000)
        ranks.append([here[int(each.id)].person for each in candidates])
    asked = list(zip(ranks, queries, strict=True))[WARM_UP:]
    return Searched(
        people=len(here),
        first=float(np.mean([rank[:1] == [query.person] for rank, query in asked])),
        among_ten=float(np.mean([query.person in rank for rank, query in asked])),
        passed=_percentiles(times),
        worked=_percentiles(worked),
        size=index.size / len(here),
    )


def _percentiles(times: Sequence[float]) -> tuple[float, float, float]:
    median, p95, p99 = np.percentile(times[WARM_UP:], [50, 95, 99]).tolist()
    return median, p95, p99
