"""People to be found one at a time: an embedded database of their keys, and of what is known of them.

It is kept in memory, so that nothing of them is left on a disk however the search ends.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from marac.matching.candidates import Candidate, Register, candidates
from marac.weighing.births import Birth
from marac.weighing.blocking import EVERYWHERE, LIVE, keys
from marac.weighing.columns import People, Person, columns
from marac.weighing.rarity import counted
from marac.weighing.weights import Weights, default_weights

READ_OF_A_KEY = 400  # people; who is behind them has a finer key too
COMPARED = 100  # people of one search: those with the most, and the rarest, keys in common
SHORT = np.uint64(32)  # bits of a key that are kept, and that are not
LAST = np.uint64(2**32 - 1)
ROW = np.dtype("<u4")
TABLES = """
pragma journal_mode = off;
pragma temp_store = memory;
create table person (row integer primary key, id, forenames, surname, former_surnames, aliases,
    earliest, latest, exact, sex, address, postcode, phone, health_number, police_reference);
create table key (mark integer primary key, rows blob);
"""


class Index:
    def __init__(self, people: Sequence[Person], weights: Weights | None = None) -> None:
        self.database = sqlite3.connect(":memory:")
        self.database.executescript(TABLES)
        rows = ((row, *person[:5], *person.born, *person[6:]) for row, person in enumerate(people))
        self.database.executemany("insert into person values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        table = columns(people)
        self.database.executemany("insert into key values (?, ?)", _blocks(table))
        self.register = Register(len(people), counted(table), weights or default_weights())

    @property
    def size(self) -> int:
        """In bytes."""
        told = "select page_count * page_size from pragma_page_count, pragma_page_size"
        return int(self.database.execute(told).fetchone()[0])

    def search(self, wanted: Person, top: int) -> list[Candidate]:
        """The likeliest first; nobody where nothing was said of whom is looked for."""
        rows = self._with_keys_of(wanted)
        return candidates(wanted, self._described(rows), self.register, top) if len(rows) else []

    def _with_keys_of(self, wanted: Person) -> NDArray[np.int64]:
        """A key that few share says more: it counts by how few they are."""
        marks = json.dumps([mark for mark, _rows in _blocks(columns([wanted]))])
        shared = self.database.execute("select rows from json_each(?) join key on mark = value", [marks])
        blocks = [np.frombuffer(rows, ROW) for (rows,) in shared]
        if not blocks:
            return np.empty(0, np.int64)
        rows, at = np.unique(np.concatenate(blocks), return_inverse=True)
        said = np.bincount(at, np.concatenate([np.full(len(block), 1 / len(block)) for block in blocks]))
        return rows[np.argsort(-said, kind="stable")[:COMPARED]].astype(np.int64)

    def _described(self, rows: NDArray[np.int64]) -> list[Person]:
        listed = "select person.* from json_each(?) join person on row = value"
        found = self.database.execute(listed, [json.dumps(rows.tolist())])
        return [Person._make((*each[1:6], Birth(*each[6:9]), *each[9:])) for each in found]


def _blocks(people: People) -> Iterator[tuple[int, bytes]]:
    """Each key with the first people who share it, by their rows."""
    marks, rows = keys(people, (*EVERYWHERE, *LIVE))
    both = np.unique(marks >> SHORT << SHORT | rows.astype(np.uint64))
    packed = (both & LAST).astype(ROW).tobytes()
    short, starts = np.unique(both >> SHORT, return_index=True)
    ends = np.minimum(np.append(starts[1:], len(both)), starts + READ_OF_A_KEY)
    for mark, start, end in zip(short.tolist(), starts.tolist(), ends.tolist(), strict=True):
        yield mark, packed[start * ROW.itemsize : end * ROW.itemsize]
