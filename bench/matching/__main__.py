"""Measures who is who, against Splink in the same run, and prints tables for docs/figures.md: script/bench-matching.

Usage: python -m bench.matching [--people 250000] [--live 250000,1000000] [--seed 1] [--only bulk,febrl,live]
       [--generators households,agencies]
"""

import argparse
import os
import time
from collections.abc import Iterable, Sequence
from importlib.metadata import version

from bench.matching import agencies, beside, febrl, households
from bench.matching.live import TIMED, WARM_UP, Searched, searched
from bench.matching.records import Record, described
from bench.matching.scores import Scored, by_origin, scored
from marac.matching.linking import Linked, link

GENERATORS = {"households": households, "agencies": agencies}
QUERIES = 40_000  # of which as many are asked as there are of each origin


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m bench.matching")
    asked.add_argument("--people", type=int, default=250_000, help="in the lists that are searched for doubles")
    asked.add_argument("--live", default="250000,1000000", help="how many people are searched, one size after another")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--only", default="bulk,febrl,live", help="what is measured")
    asked.add_argument("--generators", default=",".join(GENERATORS), help="whose invented people")
    given = asked.parse_args()
    only, names = given.only.split(","), given.generators.split(",")
    load = os.getloadavg()[0]
    print(f"{os.cpu_count()} processors at a load of {load:.0f}; Splink {version('splink')}.\n", flush=True)
    for name in names:
        if "bulk" in only:
            _bulk(name, GENERATORS[name].register(given.people, given.seed))
    if "febrl" in only:
        _febrl(*febrl.lists())
    for name in names:
        if "live" in only:
            _live(name, [int(size) for size in given.live.split(",")], given.seed)


def _bulk(name: str, records: list[Record]) -> None:
    print(f"**In bulk**, generator `{name}`, {len(records):,} records:\n")
    found, seconds = _linked(records)
    ours = scored(records, found.left, found.right, found.judged.weight)
    rows = [_row("`marac match`", ours, seconds)]
    other, alike = beside.ours(records)
    rows.append(_row("Splink with `--splink`", scored(records, other.left, other.right, other.weight), other.seconds))
    for title, tuned in (("Splink as it comes", False), ("Splink tuned", True)):
        other = beside.dedupe(records, tuned=tuned)
        rows.append(_row(title, scored(records, other.left, other.right, other.weight), other.seconds))
    _table(("", "best F1", "precision", "recall", "at 0.99: precision", "recall", "seconds"), rows)
    print(f"With `--splink`, {alike:.3%} of Splink's comparisons of a pair stand on the level on which ours do.\n")
    print("What a probability is worth:\n")
    bins = [
        (f"{low} to {high}", f"{pairs:,}", f"{said:.3f}", f"{right:.3f}")
        for low, high, pairs, said, right in ours.calibration()
    ]
    _table(("probability", "pairs", "said", "right"), bins)
    print("By the origin of the names, from a probability of 0.5 on:\n")
    origins = by_origin(records, found.left, found.right, found.judged.probability)
    rows = [
        (each.origin, f"{each.pairs:,}", f"{each.recall:.3f} ± {each.chance:.3f}", f"{each.precision:.3f}")
        for each in origins
    ]
    _table(("origin", "pairs", "recall", "precision"), rows)
    recalls = [each.recall for each in origins]
    print(f"Gap in recall between the best and the worst served: {(max(recalls) - min(recalls)) * 100:.1f} points.\n")


def _linked(left: list[Record], right: list[Record] | None = None) -> tuple[Linked, float]:
    one, two = described(left), None if right is None else described(right)
    began = time.perf_counter()
    return link(one, two), time.perf_counter() - began


def _febrl(left: list[Record], right: list[Record]) -> None:
    print("**FEBRL 4**, 5,000 people in each of two lists, without the number of social security:\n")
    both = [*left, *right]
    found, seconds = _linked(left, right)
    rows = [_row("`marac match`", scored(both, found.left, found.right, found.judged.weight), seconds)]
    other = beside.link(left, right, tuned=False)
    rows.append(_row("Splink as it comes", scored(both, other.left, other.right, other.weight), other.seconds))
    _table(("", "best F1", "precision", "recall", "at 0.99: precision", "recall", "seconds"), rows)


def _live(name: str, sizes: list[int], seed: int) -> None:
    print(f"**Live**, generator `{name}`, {TIMED - WARM_UP:,} people as somebody else writes them down:\n")
    found = [searched(*GENERATORS[name].looked_for(size, min(QUERIES, size), seed + 20)) for size in sizes]
    rows = [_searched_row(each) for each in found]
    _table(("people", "first", "among ten", "p50, p95, p99 ms", "of the processor", "bytes a person"), rows)
    if len(found) > 1:
        passed, worked = (found[-1].passed[1] / found[0].passed[1], found[-1].worked[1] / found[0].worked[1])
        print(f"Growth of p95 from the first size to the last: {passed:.2f} times; of the processor {worked:.2f}.\n")
    print(f"Among ten, by the origin of the names, of {found[0].people:,} people:\n")
    origins = [(origin, f"{asked:,}", f"{share:.3f}") for origin, (asked, share) in found[0].by_origin.items()]
    _table(("origin", "looked for", "found"), origins)


def _searched_row(found: Searched) -> tuple[str, ...]:
    shares = (f"{share:.3f}" for share in (found.first, found.among_ten))
    times = (", ".join(f"{time:.1f}" for time in taken) for taken in (found.passed, found.worked))
    return (f"{found.people:,}", *shares, *times, f"{found.size:.0f}")


def _row(title: str, found: Scored, seconds: float) -> tuple[str, ...]:
    return (title, *(f"{share:.4f}" for share in (*found.best, *found.at(0.99))), f"{seconds:.0f}")


def _table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    lines = [titles, ["---", *["---:"] * (len(titles) - 1)], *rows]
    print("\n".join(f"| {' | '.join(line)} |" for line in lines), end="\n\n", flush=True)


if __name__ == "__main__":
    main()
