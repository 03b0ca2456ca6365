"""Descriptions of people as columns: each name, date, address and phone once, and for every person which of them.

A code is the place of a text in its vocabulary; 0 is "not known". Rows with several values have them side by side.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from marac.kernel.identifiers import phone_digits
from marac.kernel.names import BESIDE_SURNAMES
from marac.weighing.births import Birth, Births, births
from marac.weighing.spelling import (
    consonants,
    forename_words,
    formal_names,
    mark,
    sound,
    sounding_part,
    surname_words,
)

Codes = NDArray[np.int32]
MOST_WORDS = 3  # of a surname
MOST_OTHERS = 4  # former surnames, and aliases
MOST_HOMES = 3  # addresses, postcodes and phones
PHONE_LENGTH = 10  # figures from the end, so that 0, +44 and 0044 make no difference
NOT_ADDRESS = re.compile("[^a-z0-9/ ]")
NOT_FIGURE = re.compile("[^0-9]")
NOT_LETTER_OR_FIGURE = re.compile("[^A-Z0-9]")
INWARD = 3  # the last three of a postcode
SEXES = {"f": 1, "m": 2}


class Person(NamedTuple):
    """What is known of somebody, as it was written; a semicolon stands between several aliases, addresses or phones."""

    id: str = ""
    forenames: str = ""
    surname: str = ""
    former_surnames: str = ""
    aliases: str = ""
    born: Birth = Birth()
    sex: str = ""
    address: str = ""
    postcode: str = ""
    phone: str = ""
    health_number: str = ""
    police_reference: str = ""


@dataclass
class Vocabulary:
    """Texts, each with a code by which it is compared; the first is the empty one. All are coded before any is read."""

    codes: dict[str, int] = field(default_factory=lambda: {"": 0})

    def code(self, text: str) -> int:
        return self.codes.setdefault(text, len(self.codes))

    @cached_property
    def texts(self) -> list[str]:
        return list(self.codes)

    def of(self, codes: Iterable[int]) -> Iterator[str]:
        return map(self.texts.__getitem__, codes)

    def marks(self, of: Callable[[str], str] = str) -> NDArray[np.int64]:
        """A lasting number for each text, or for what `of` makes of it."""
        return np.fromiter((mark(of(text)) for text in self.texts), np.int64, len(self.texts))

    def table(self, of: Callable[[str], Sequence[str]]) -> NDArray[np.int64]:
        """As `marks`, for what makes several of one."""
        return side_by_side([list(dict.fromkeys(map(mark, of(text)))) if text else [] for text in self.texts])

    @cached_property
    def lasting(self) -> NDArray[np.int64]:
        return self.marks()

    @cached_property
    def letters(self) -> NDArray[np.int64]:
        """The first letter of each."""
        return np.fromiter((ord(text[0]) if text else 0 for text in self.texts), np.int64, len(self.texts))

    @cached_property
    def lengths(self) -> NDArray[np.int64]:
        return np.fromiter(map(len, self.texts), np.int64, len(self.texts))

    @cached_property
    def sounds(self) -> NDArray[np.int64]:
        return self.marks(sound)

    @cached_property
    def consonants(self) -> NDArray[np.int64]:
        return self.marks(consonants)

    @cached_property
    def sounding_parts(self) -> NDArray[np.int64]:
        """Of parts of a name."""
        return self.marks(sounding_part)

    @cached_property
    def beside_surnames(self) -> NDArray[np.bool_]:
        return np.fromiter((text in BESIDE_SURNAMES for text in self.texts), bool, len(self.texts))

    @cached_property
    def formal_consonants(self) -> NDArray[np.int64]:
        """Of the formal names of each, side by side."""
        return self.table(lambda text: [consonants(name) for name in formal_names(text)])

    @cached_property
    def formal(self) -> NDArray[np.int64]:
        """The formal names of each, as lasting numbers side by side."""
        return self.table(formal_names)


@dataclass(frozen=True)
class People:
    """`ids` and, for each of them, codes: of `words` for names, of `addresses`, of `postcodes` and of `numbers`."""

    ids: list[str]
    words: Vocabulary
    addresses: Vocabulary
    postcodes: Vocabulary
    forename: Codes
    middle: Codes
    surname: Codes
    surname_words: Codes
    forenames_as_surname: Codes
    other_forenames: Codes
    other_surnames: Codes
    born: Births
    sex: NDArray[np.int8]
    address: Codes
    postcode: Codes
    phone: NDArray[np.int64]
    numbers: Vocabulary
    health_number: Codes
    police_reference: Codes

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def districts(self) -> NDArray[np.int64]:
        """By code of the postcode: a lasting number for its first half."""
        return self.postcodes.marks(district)

    @cached_property
    def house_numbers(self) -> NDArray[np.int64]:
        return self.addresses.marks(house_number)

    @cached_property
    def streets(self) -> NDArray[np.int64]:
        return self.addresses.marks(street)


def columns(people: Iterable[Person]) -> People:
    """The people in the order in which they come."""
    rows = list(people)
    told = Person._make(zip(*rows, strict=True) if rows else [()] * len(Person._fields))
    words, addresses, postcodes, numbers = Vocabulary(), Vocabulary(), Vocabulary(), Vocabulary()
    forename = _table(told.forenames, lambda text: map(words.code, forename_words(text)[:2]), width=2)
    return People(
        ids=list(told.id),
        words=words,
        addresses=addresses,
        postcodes=postcodes,
        forename=forename[:, 0],
        middle=forename[:, 1],
        surname=_table(told.surname, lambda text: [words.code("".join(_surname(text)))])[:, 0],
        surname_words=_table(told.surname, lambda text: map(words.code, _surname(text))),
        forenames_as_surname=_table(told.forenames, lambda text: map(words.code, _surname(text))),
        other_forenames=_table(told.aliases, lambda text: map(words.code, _alias_forenames(text))),
        other_surnames=np.hstack(
            [
                _table(told.former_surnames, lambda text: map(words.code, _former_surnames(text))),
                _table(told.aliases, lambda text: map(words.code, _alias_surnames(text))),
            ]
        ),
        born=births(told.born),
        sex=_table(told.sex, lambda text: [SEXES.get(text[:1].lower(), 0)], np.int8)[:, 0],
        address=_table(told.address, lambda text: map(addresses.code, several(text, plain_address))),
        postcode=_table(told.postcode, lambda text: map(postcodes.code, several(text, plain_number))),
        phone=_table(told.phone, lambda text: map(int, several(text, plain_phone)), np.int64),
        numbers=numbers,
        health_number=_table(told.health_number, lambda text: [numbers.code(plain_number(text))])[:, 0],
        police_reference=_table(told.police_reference, lambda text: [numbers.code(plain_number(text))])[:, 0],
    )


def _table(
    texts: Sequence[str], values: Callable[[str], Iterable[int]], kind: type[np.integer] = np.int32, width: int = 1
) -> NDArray[np.integer]:
    """One row for each text, worked out once for those that are alike."""
    if not any(texts):
        return np.zeros((len(texts), width), kind)
    places = {text: place for place, text in enumerate(dict.fromkeys(texts))}
    at = np.fromiter(map(places.__getitem__, texts), np.int64, len(texts))
    return side_by_side([tuple(values(text)) for text in places], kind, width)[at]


def side_by_side(
    rows: Sequence[Sequence[int]], kind: type[np.integer] = np.int64, width: int = 1
) -> NDArray[np.integer]:
    """Rows of unlike length as a table, 0 where there is nothing."""
    width = max(width, max(map(len, rows), default=0))
    table = np.zeros((len(rows), width), kind)
    for at in range(width):
        table[:, at] = [row[at] if at < len(row) else 0 for row in rows]
    return table


def _surname(text: str) -> tuple[str, ...]:
    return surname_words(text)[:MOST_WORDS]


def _former_surnames(text: str) -> list[str]:
    words = (word for name in text.split(";") for word in surname_words(name))
    return list(dict.fromkeys(words))[:MOST_OTHERS]


def _alias_forenames(text: str) -> list[str]:
    """The first word of each: of "Hattie Aldous" and of "Hattie"."""
    first = (words[0] for words in map(forename_words, text.split(";")) if words)
    return list(dict.fromkeys(first))[:MOST_OTHERS]


def _alias_surnames(text: str) -> list[str]:
    """The last word of each that has several; a word alone is more often a nickname."""
    several_words = (name for name in text.split(";") if len(forename_words(name)) > 1)
    return list(dict.fromkeys(forename_words(name)[-1] for name in several_words))[:MOST_OTHERS]


def several(text: str, plain: Callable[[str], str]) -> list[str]:
    if not text:
        return []
    if ";" not in text:
        found = plain(text)
        return [found] if found else []
    return list(dict.fromkeys(filter(None, map(plain, text.split(";")))))[:MOST_HOMES]


def plain_address(text: str) -> str:
    return " ".join(NOT_ADDRESS.sub("", text.lower().replace(",", " ")).split())


def plain_number(text: str) -> str:
    """Of a postcode, too: its letters and figures."""
    return NOT_LETTER_OR_FIGURE.sub("", text.upper())


def plain_phone(text: str) -> str:
    """Its last ten figures without zeros in front, so that it can be a number; empty where there are few."""
    digits = NOT_FIGURE.sub("", text if text.isdigit() else phone_digits(text))[-PHONE_LENGTH:].lstrip("0")
    return digits if len(digits) > 4 else ""


def district(postcode: str) -> str:
    return postcode[:-INWARD] if len(postcode) > INWARD + 1 else postcode[:INWARD]


def house_number(address: str) -> str:
    return NOT_FIGURE.sub("", address)


def street(address: str) -> str:
    """The beginning of the last word but one: Mill of "12 mill lane"."""
    words = address.split()
    return words[-2][:4] if len(words) > 1 else ""
