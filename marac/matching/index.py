"""People to be found one at a time: an embedded database of their keys, and of what is known of them."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from marac.weighing.births import Birth
from marac.weighing.blocking import EVERYWHERE, LIVE, keys
from marac.weighing.candidates import Candidate, Register, candidates
from marac.weighing.columns import People, Person, columns
from marac.weighing.rarity import Counts, counted
from marac.weighing.weights import Weights, default_weights

READ_OF_A_KEY = 400  # people; who is behind them has a finer key too
COMPARED = 150  # people of one search: those with the most, and the rarest, keys in common
SHORT = 32  # bits of a key that are kept
FAST = "pragma journal_mode = off; pragma synchronous = off"
TABLES = """
create table person (row integer primary key, id, forenames, surname, former_surnames, aliases,
    earliest, latest, exact, sex, address, postcode, phone, health_number, police_reference);
create table key (mark integer, row integer, primary key (mark, row)) without rowid;
create table counts (told text);
"""


def build(path: Path, people: Sequence[Person]) -> Path:
    with sqlite3.connect(path) as database:
        database.executescript(FAST)
        database.executescript(TABLES)
        rows = ((row, *person[:5], *person.born, *person[6:]) for row, person in enumerate(people))
        database.executemany("insert into person values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        table = columns(people)
        database.executemany("insert or ignore into key values (?, ?)", _keys(table))
        database.execute("insert into counts values (?)", [json.dumps(counted(table).as_plain())])
    database.close()
    return path


def _keys(people: People) -> Iterator[tuple[int, int]]:
    marks, rows = keys(people, (*EVERYWHERE, *LIVE))
    short = (marks >> np.uint64(64 - SHORT)).astype(np.int64)
    order = np.lexsort((rows, short))
    for start in range(0, len(order), 1_000_000):
        at = order[start : start + 1_000_000]
        yield from zip(short[at].tolist(), rows[at].tolist(), strict=True)


class Index:
    def __init__(self, path: Path, weights: Weights | None = None) -> None:
        self.database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.database.execute("pragma cache_size = -200000")
        self.database.execute("pragma mmap_size = 4000000000")
        people = self.database.execute("select count(*) from person").fetchone()[0]
        told = self.database.execute("select told from counts").fetchone()[0]
        self.register = Register(people, Counts.from_plain(json.loads(told)), weights or default_weights())

    def close(self) -> None:
        self.database.close()

    def search(self, wanted: Person, top: int) -> list[Candidate]:
        """The likeliest first; nobody where nothing was said of whom is looked for."""
        rows = self._with_keys_of(wanted)
        if not rows:
            return []
        return candidates(wanted, self._described(rows), self.register)[:top]

    def _with_keys_of(self, wanted: Person) -> list[int]:
        """A key that few share says more: it counts by how few they are."""
        shared: defaultdict[int, float] = defaultdict(float)
        for mark in {mark for mark, _row in _keys(columns([wanted]))}:
            found = self.database.execute(
                "select row from key where mark = ? limit ?", (mark, READ_OF_A_KEY)
            ).fetchall()
            for (row,) in found:
                shared[row] += 1 / len(found)
        return sorted(shared, key=lambda row: (-shared[row], row))[:COMPARED]

    def _described(self, rows: list[int]) -> list[Person]:
        listed = "select person.* from json_each(?) join person on row = value"
        found = self.database.execute(listed, [json.dumps(rows)])
        return [Person._make((*each[1:6], Birth(*each[6:9]), *each[9:])) for each in found]
