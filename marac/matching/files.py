"""Lists of people as CSV files: read strictly, and pairs written so that a file is whole or is not there."""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Protocol, TextIO

from marac.kernel.refusal import Refusal
from marac.kernel.text import _, sentence_list
from marac.matching import splink
from marac.matching.linking import Pair, link
from marac.weighing.births import read_birth
from marac.weighing.columns import Person

COLUMNS = ("id", "forenames", "surname", "former_surnames", "aliases", "dob", "sex", "address", "postcode", "phone")
SETTINGS = "settings.json"
PAIRS = ("left_id", "right_id", "weight", "probability", "reasons")


class Writer(Protocol):
    def writerow(self, row: Iterable[str], /) -> object: ...


def read_people(path: Path, today: date) -> list[Person]:
    """In the order of the file; `today` is the day from which ages are counted back."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as opened:
            return list(_people(csv.reader(opened, strict=True), path.name, today))
    except OSError as error:
        raise Refusal(_("{file} cannot be opened: {why}."), file=path.name, why=error.strerror) from None
    except UnicodeDecodeError:
        raise Refusal(_("{file} is not text in UTF-8. Save it as “CSV UTF-8”."), file=path.name) from None
    except csv.Error as error:
        raise Refusal(_("{file} is not a CSV file: {why}."), file=path.name, why=error) from None


def _people(rows: Iterator[list[str]], name: str, today: date) -> Iterator[Person]:
    header = [title.strip().lower() for title in next(rows, [])]
    _check_header(header, name)
    at = [header.index(title) for title in COLUMNS]
    lines: dict[str, int] = {}
    for line, row in enumerate(rows, start=2):
        if not any(row):
            continue
        _check_row(row, header, line, name)
        values = [row[place].strip() for place in at]
        earlier = lines.setdefault(values[0], line)
        if earlier != line:
            raise Refusal(
                _("{file} has the id {id} twice, in rows {first} and {second}."),
                file=name,
                id=values[0],
                first=earlier,
                second=line,
            )
        yield Person._make((*values[:5], read_birth(values[5], today), *values[6:], "", ""))


def _check_header(header: list[str], name: str) -> None:
    missing = [title for title in COLUMNS if title not in header]
    if missing:
        raise Refusal(
            _("{file} lacks these columns: {missing}. Its first row must be: {columns}."),
            file=name,
            missing=sentence_list(missing),
            columns=",".join(COLUMNS),
        )
    twice = sorted({title for title in header if title in COLUMNS and header.count(title) > 1})
    if twice:
        raise Refusal(_("{file} has these columns twice: {twice}."), file=name, twice=sentence_list(twice))


def _check_row(row: list[str], header: list[str], line: int, name: str) -> None:
    if len(row) != len(header):
        raise Refusal(
            _("Row {row} of {file} has {cells} cells, and the first row has {columns}."),
            row=line,
            file=name,
            cells=len(row),
            columns=len(header),
        )
    if not row[header.index("id")].strip():
        raise Refusal(_("Row {row} of {file} has no id."), row=line, file=name)


def write_pairs(path: Path, pairs: Iterable[Pair]) -> int:
    """Gives how many were written."""
    with whole(path) as opened:
        return print_pairs(csv.writer(opened), pairs)


def write_for_splink(folder: Path, left: Sequence[Person], right: Sequence[Person] | None) -> list[str]:
    """Gives the names of the files: the settings, and the records of each list."""
    linked = link(left, right)
    people = linked.people
    first, last = range(len(left)), range(len(left), len(people))
    lists = {"records.csv": first} if right is None else {"left.csv": first, "right.csv": last}
    for name, places in lists.items():
        with whole(folder / name) as opened:
            writer = csv.DictWriter(opened, splink.titles(people))
            writer.writeheader()
            writer.writerows(splink.as_row(people, at) for at in places)
    with whole(folder / SETTINGS) as opened:
        json.dump(splink.settings(people, linked.weights, None if right is None else len(left)), opened, indent=1)
    return [*lists, SETTINGS]


@contextmanager
def whole(path: Path) -> Iterator[TextIO]:
    """A file to write to, which takes the place of what was there when all is written, and is not there until then."""
    partial = path.with_name(f"{path.name}.partial")
    try:
        with partial.open("w", encoding="utf-8", newline="") as opened:
            yield opened
        partial.replace(path)
    except OSError as error:
        raise Refusal(_("{file} cannot be written: {why}."), file=path.name, why=error.strerror) from None
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def print_pairs(writer: Writer, pairs: Iterable[Pair]) -> int:
    writer.writerow(PAIRS)
    count = 0
    for pair in pairs:
        reasons = "; ".join(map(str, pair.reasons))
        writer.writerow([pair.left, pair.right, f"{pair.weight:.2f}", f"{pair.probability:.6f}", reasons])
        count += 1
    return count
