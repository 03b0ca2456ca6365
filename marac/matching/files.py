"""Lists of people as CSV files: read strictly, and pairs written so that a file is whole or is not there."""

import csv
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Protocol

from marac.kernel.refusal import Refusal
from marac.kernel.text import _, sentence_list
from marac.matching.linking import Pair
from marac.weighing.births import read_birth
from marac.weighing.columns import Person

COLUMNS = ("id", "forenames", "surname", "former_surnames", "aliases", "dob", "sex", "address", "postcode", "phone")
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
    """Gives how many were written. Where the disk is full nothing is left behind."""
    partial = path.with_name(f"{path.name}.partial")
    try:
        with partial.open("w", encoding="utf-8", newline="") as opened:
            count = print_pairs(csv.writer(opened), pairs)
        partial.replace(path)
    except OSError as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise Refusal(_("{file} cannot be written: {why}."), file=path.name, why=error.strerror) from None
    return count


def print_pairs(writer: Writer, pairs: Iterable[Pair]) -> int:
    writer.writerow(PAIRS)
    count = 0
    for pair in pairs:
        reasons = "; ".join(map(str, pair.reasons))
        writer.writerow([pair.left, pair.right, f"{pair.weight:.2f}", f"{pair.probability:.6f}", reasons])
        count += 1
    return count
