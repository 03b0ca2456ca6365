"""The search of one person at a time: what it finds, how long it takes, and what its index weighs."""

import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bench.matching.records import Record, described
from marac.matching.index import Index

TIMED, WARM_UP = 1_200, 200  # queries; the first of them do not count
OF_AN_ORIGIN = 400


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
    by_origin: dict[str, tuple[int, float]]  # of each, how many were looked for, and the share that is among ten


def searched(here: Sequence[Record], queries: Sequence[Record]) -> Searched:
    """Recall of the first and of ten, milliseconds passed and of the processor, and bytes a person of the index.

    What comes after the first so many queries is looked for by the origins of the names only.
    """
    index = Index(described(here))
    times, worked, ranks = [], [], []
    for query in described(queries[:TIMED]):
        began, busy = time.perf_counter(), time.process_time()
        candidates = index.search(query, 10)
        worked.append((time.process_time() - busy) * 1000)
        times.append((time.perf_counter() - began) * 1000)
        ranks.append([here[int(each.id)].person for each in candidates])
    asked = list(zip(ranks, queries, strict=False))[WARM_UP:]
    return Searched(
        people=len(here),
        first=float(np.mean([rank[:1] == [query.person] for rank, query in asked])),
        among_ten=float(np.mean([query.person in rank for rank, query in asked])),
        passed=_percentiles(times),
        worked=_percentiles(worked),
        size=index.size / len(here),
        by_origin=_by_origin(index, here, queries[TIMED:]),
    )


def _by_origin(index: Index, here: Sequence[Record], queries: Sequence[Record]) -> dict[str, tuple[int, float]]:
    found: defaultdict[str, list[bool]] = defaultdict(list)
    for query, asked in zip(queries, described(queries), strict=True):
        if len(found[query.origin]) < OF_AN_ORIGIN:
            found[query.origin].append(query.person in {here[int(each.id)].person for each in index.search(asked, 10)})
    return {origin: (len(each), float(np.mean(each))) for origin, each in sorted(found.items())}


def _percentiles(times: Sequence[float]) -> tuple[float, float, float]:
    median, p95, p99 = np.percentile(times[WARM_UP:], [50, 95, 99]).tolist()
    return median, p95, p99
