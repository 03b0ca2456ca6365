"""A record of an invented person, with whose it truly is: both generators make these."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from marac.matching.files import COLUMNS
from marac.weighing.births import read_birth
from marac.weighing.columns import Person

TODAY = date(2026, 11, 1)
ENGLISH = "english"


@dataclass(frozen=True)
class Record:
    person: int
    family: int
    origin: str = ENGLISH
    forename: str = ""
    middle: str = ""
    surname: str = ""
    former_surnames: str = ""
    aliases: str = ""
    dob: str = ""
    sex: str = ""
    address: str = ""
    postcode: str = ""
    phone: str = ""

    @property
    def values(self) -> tuple[str, ...]:
        """In the order of COLUMNS, without the id."""
        forenames = f"{self.forename} {self.middle}".strip()
        names = (forenames, self.surname, self.former_surnames, self.aliases)
        return (*names, self.dob, self.sex, self.address, self.postcode, self.phone)

    def described(self, number: int) -> Person:
        *names, dob, sex, address, postcode, phone = self.values
        return Person._make((str(number), *names, read_birth(dob, TODAY), sex, address, postcode, phone, "", ""))


def described(records: Iterable[Record]) -> list[Person]:
    return [record.described(number) for number, record in enumerate(records)]


def write(path: Path, records: Iterable[Record]) -> None:
    """As `marac match` reads them, each with its place in the list as its id."""
    with path.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened)
        writer.writerow(COLUMNS)
        writer.writerows([number, *record.values] for number, record in enumerate(records))
