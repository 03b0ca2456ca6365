"""Invented people in households, as another agency records them again: the first generator, of independent slips.

Its biases. English forenames and surnames are Faker's, with made-up surnames added, as frequent as their rank says.
Of 100 households 12 have names of another origin, each as likely as the next of its list, where in life some are far
likelier. Every slip is drawn by itself: records in which all goes wrong are rarer than in life. A fifth of the people
have one to four further records. Nobody gives a former surname, an alias or an age. Postcodes and phones are of areas
and numbers that do not exist.
"""

import tomllib
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from random import Random

from faker.providers.person.en_GB import Provider as British
from faker.providers.person.en_US import Provider as American

from bench.matching.origins import ORIGINS, SPELLINGS
from bench.matching.records import ENGLISH, Record
from bench.matching.slips import mistyped

DATA = tomllib.loads((Path(__file__).parent / "households.toml").read_text("utf-8"))
NICKNAMES = {first: others for first, *others in map(str.split, DATA["nicknames"])}
STREETS, KINDS, STEMS, TAILS = (DATA[name].split() for name in ("streets", "kinds", "stems", "tails"))
AREAS = [f"Z{letter}" for letter in "ABCDFGHJKLMNPQRSTUVWXY"]  # ZE is Shetland
INWARD_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
MADE_SURNAMES = 40_000
OTHER_ORIGIN, OTHER_FORENAME = 0.12, 0.7
DOUBLES = 0.2


class Drawn:
    """Names, the first the most frequent: the chance falls with the rank."""

    def __init__(self, names: Sequence[str], steepness: float, lead: int) -> None:
        self.names = list(dict.fromkeys(names))
        self.steps = list(accumulate(1 / (rank + lead) ** steepness for rank in range(len(self.names))))

    def __call__(self, rng: Random) -> str:
        return self.names[bisect(self.steps, rng.random() * self.steps[-1])]


@dataclass(frozen=True)
class Pools:
    forenames: dict[str, Drawn]
    surnames: Drawn
    postcodes: list[str]


def pools(people: int, rng: Random) -> Pools:
    order = Random(5)
    forenames = {
        "M": _forenames(list(British.first_names_male), list(American.first_names_male), order),
        "F": _forenames(list(British.first_names_female), list(American.first_names_female), order),
    }
    made = [prefix + stem + tail for prefix in DATA["prefixes"] for stem in STEMS for tail in TAILS]
    order.shuffle(made)
    surnames = [*British.last_names, *American.last_names, *made[:MADE_SURNAMES]]
    postcodes = [_postcode(rng) for _ in range(max(200, people // 40))]
    return Pools(forenames, Drawn(surnames, 0.9, 8), postcodes)


def _forenames(british: list[str], american: list[str], order: Random) -> Drawn:
    known = set(american) | set(british)
    common = [name for name in NICKNAMES if name in known] + british
    order.shuffle(common)
    order.shuffle(american)
    return Drawn([*common, *american], 0.85, 6)


def _postcode(rng: Random) -> str:
    area = rng.choice(AREAS[:6] if rng.random() < 0.6 else AREAS)
    letters = rng.choice(INWARD_LETTERS) + rng.choice(INWARD_LETTERS)
    return f"{area}{rng.randrange(1, 30)} {rng.randrange(1, 10)}{letters}"


def _phone(rng: Random) -> str:
    return f"06{rng.randrange(10**9):09d}"


def people(count: int, seed: int = 1) -> tuple[list[Record], Pools]:
    """One clean record for each person, in households with one address."""
    rng = Random(seed)
    drawn, found = pools(count, rng), []
    while len(found) < count:
        found += _household(len(found), drawn, rng)
    return found[:count], drawn


def _household(first: int, drawn: Pools, rng: Random) -> list[Record]:
    size = rng.choices([1, 2, 3, 4, 5], [38, 30, 15, 12, 5])[0]
    origin = rng.choice(list(ORIGINS)) if rng.random() < OTHER_ORIGIN else ENGLISH
    surname, shared_phone = _surname(origin, drawn, rng), _phone(rng)
    flat = f"Flat {rng.randrange(0, 4)}/{rng.randrange(1, 4)}, " if rng.random() < 0.2 else ""
    address, postcode = flat + _street(rng), rng.choice(drawn.postcodes)
    adult = rng.randrange(1940, 2006)
    child = adult + rng.randrange(18, 40)
    members: list[Record] = []
    for at in range(size):
        sex = rng.choice("MF") if at != 1 else ("F" if members[0].sex == "M" else "M")
        year = adult + rng.randrange(-6, 7) if at < 2 else min(2025, child + rng.randrange(-4, 8))
        forename = _forename(origin, sex, drawn, rng)
        dob = f"{max(1930, year)}-{rng.randrange(1, 13):02d}-{rng.randrange(1, 29):02d}"
        members.append(
            Record(
                person=first + at,
                family=first,
                origin=origin,
                forename=members[at - 2].forename if at >= 2 and rng.random() < 0.05 else forename,  # after a parent
                middle=drawn.forenames[sex](rng) if rng.random() < 0.45 else "",
                surname=surname if at != 1 or rng.random() < 0.6 else _surname(origin, drawn, rng),
                dob=members[-1].dob if at >= 3 and rng.random() < 0.03 else dob,  # twins
                sex=sex,
                address=address,
                postcode=postcode,
                phone=shared_phone if rng.random() < 0.15 else _phone(rng),
            )
        )
    return members


def _surname(origin: str, drawn: Pools, rng: Random) -> str:
    return drawn.surnames(rng) if origin == ENGLISH else rng.choice(ORIGINS[origin].surnames)[0]


def _forename(origin: str, sex: str, drawn: Pools, rng: Random) -> str:
    if origin == ENGLISH or rng.random() > OTHER_FORENAME:
        return drawn.forenames[sex](rng)
    names = ORIGINS[origin]
    return rng.choice(names.female if sex == "F" else names.male)[0]


def _street(rng: Random) -> str:
    return f"{rng.randrange(1, 180)} {rng.choice(STREETS)} {rng.choice(KINDS)}"


def recorded_again(record: Record, drawn: Pools, rng: Random) -> Record:
    """The same person as somebody else might write them down."""
    forename, middle = _forename_again(record, rng)
    surname = _surname_again(record, drawn, rng)
    if rng.random() < 0.015:
        forename, surname = surname, forename
    address, postcode = _home_again(record, drawn, rng)
    return replace(
        record,
        forename=forename,
        middle=middle,
        surname=surname,
        dob=_dob_again(record.dob, rng),
        address=address,
        postcode=postcode,
        phone=_phone_again(record.phone, rng),
        sex="" if rng.random() < 0.02 else record.sex,
    )


def _forename_again(record: Record, rng: Random) -> tuple[str, str]:
    forename, middle, chance = record.forename, record.middle, rng.random()
    if forename in SPELLINGS and chance < 0.35:
        forename = _other(SPELLINGS[forename], forename, rng)
    elif forename in NICKNAMES and chance < 0.30:
        forename = rng.choice(NICKNAMES[forename])
    elif chance < 0.34:
        forename = mistyped(forename, rng)
    elif chance < 0.355 and middle:
        forename, middle = middle, forename
    elif chance < 0.37:
        forename = forename[:1]
    if rng.random() < 0.5:
        middle = "" if rng.random() < 0.7 else middle[:1]
    return forename, middle


def _surname_again(record: Record, drawn: Pools, rng: Random) -> str:
    surname = record.surname
    if record.sex == "F" and rng.random() < 0.11:
        new = drawn.surnames(rng)
        surname = new if rng.random() < 0.7 else f"{surname}-{new}"
    chance = rng.random()
    if chance < 0.045:
        return mistyped(surname, rng)
    if chance < 0.10 and surname.startswith("Mc"):
        return f"Mac{surname[2:]}"
    if chance < 0.10 and surname.startswith("Mac") and len(surname) > 5:
        return f"Mc{surname[3:]}"
    if chance < 0.14 and any(mark in surname for mark in "-' "):
        closed = surname.replace("-", " ").replace("'", "")
        return closed if rng.random() < 0.6 else surname.replace("-", " ").split()[-1]
    if surname in SPELLINGS and chance < 0.3:
        return _other(SPELLINGS[surname], surname, rng)
    return surname


def _dob_again(dob: str, rng: Random) -> str:
    year, month, day = dob.split("-")
    chance = rng.random()
    if chance < 0.06:
        return ""
    if chance < 0.085 and int(day) <= 12:
        return f"{year}-{day}-{month}"
    if chance < 0.115:
        at = rng.choice([2, 3, 6, 9])
        slipped = f"{dob[:at]}{rng.randrange(10)}{dob[at + 1 :]}"
        return slipped if "01" <= slipped[5:7] <= "12" and "01" <= slipped[8:] <= "28" else dob
    if chance < 0.13:
        return f"{int(year) + rng.choice([-1, 1])}-{month}-{day}"
    return f"{year}-01-01" if chance < 0.145 else dob


def _home_again(record: Record, drawn: Pools, rng: Random) -> tuple[str, str]:
    chance = rng.random()
    if chance < 0.30:
        return _street(rng), rng.choice(drawn.postcodes)
    if chance < 0.33:
        return record.address, mistyped(record.postcode, rng).upper()
    if chance < 0.41:
        return "", ""
    if chance < 0.50:
        return mistyped(record.address, rng) if rng.random() < 0.6 else "", record.postcode
    return record.address, record.postcode


def _phone_again(phone: str, rng: Random) -> str:
    chance = rng.random()
    if chance < 0.40:
        return ""
    if chance < 0.68:
        return _phone(rng)
    return phone[:-1] + str(rng.randrange(10)) if chance < 0.70 else phone


def _other(spellings: list[str], than: str, rng: Random) -> str:
    return rng.choice([each for each in spellings if each != than])


def register(count: int, seed: int = 1) -> list[Record]:
    """Records of `count` people in any order, some of them several times."""
    found, drawn = people(count, seed)
    rng = Random(seed + 7)
    records = list(found)
    for person in found:
        if rng.random() < DOUBLES:
            further = rng.choices([1, 2, 3, 4], [70, 20, 7, 3])[0]
            records += [recorded_again(person, drawn, rng) for _ in range(further)]
    rng.shuffle(records)
    return records


def looked_for(count: int, queries: int, seed: int = 21) -> tuple[list[Record], list[Record]]:
    """Clean records of people, and some of them as they are looked for."""
    found, drawn = people(count, seed)
    rng = Random(seed + 78)
    return found, [recorded_again(person, drawn, rng) for person in rng.sample(found, queries)]
