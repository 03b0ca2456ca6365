"""The search of one person at a time: what it finds, how long it takes, and what its index weighs."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from bench.matching.records import Record, described
from marac.matching.index import Index, build

WARM_UP = 200


@dataclass(frozen=True)
class Searched:
    people: int
    first: float
    among_ten: float
    median: float
    p95: float
    p99: float
    size: float


def searched(here: Sequence[Record], queries: Sequence[Record]) -> Searched:
    """Recall of the first and of ten, milliseconds, and bytes a person of the whole index."""
    with TemporaryDirectory() as folder:
        path = build(Path(folder) / "index.sqlite3", described(here))
        index = Index(path)
        times, ranks = [], []
        for query in described(queries):
            began = time.perf_counter()
            candidates = index.search(query, 10)
            times.append((time.perf_counter() - began) * 1000)
            ranks.append([here[int(each.id)].person for each in candidates])
        index.close()
        size = path.stat().st_size / len(here)
    asked = list(zip(ranks, queries, strict=True))[WARM_UP:]
    return Searched(
        people=len(here),
        first=float(np.mean([rank[:1] == [query.person] for rank, query in asked])),
        among_ten=float(np.mean([query.person in rank for rank, query in asked])),
        median=float(np.percentile(times[WARM_UP:], 50)),
        p95=float(np.percentile(times[WARM_UP:], 95)),
        p99=float(np.percentile(times[WARM_UP:], 99)),
        size=size,
    )
