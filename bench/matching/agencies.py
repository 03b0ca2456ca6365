"""Invented people who live through years, recorded by agencies each in its own way: the second generator.

It needs no list of names from outside. People marry, part, move and change their phones, so a record tells what was
true when it was made; each agency has habits of its own, so slips come together: the police write full names and
birth dates, housing addresses and phones, a helpline what was heard and perhaps a year of birth, health titles and
former names, a school initials and slips in dates. Its biases: English forenames are few and spread evenly, surnames
built of syllables; a quarter of the families have names of another origin, each as likely as the next of its list,
where in life some (Nguyen, Khan, Singh) are far likelier; how often people move, marry and are recorded, or leave out
the last of several names, is invented; who moves is as likely to go far as near.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from bench.matching.origins import ORIGINS, SPELLINGS
from bench.matching.records import ENGLISH, TODAY, Record
from bench.matching.slips import mistyped

FIRST_YEAR, LAST_YEAR = 2006, TODAY.year
DATA = tomllib.loads((Path(__file__).parent / "agencies.toml").read_text("utf-8"))
SHORT: dict[str, str] = DATA["short"]
BESIDES: dict[str, dict[str, str]] = DATA["besides"]
LAST_LEFT_OUT = 0.15
NICKNAMES = ("Buzz", "Red", "Sparky", "Tiny", "Midge")  # from which no forename can be guessed
FORENAMES = {"F": DATA["female"].split(), "M": DATA["male"].split()}
OPENINGS, VOWELS, CLOSINGS, ROADS = (DATA[name].split() for name in ("openings", "vowels", "closings", "roads"))
HEARD = (
    ("ph", "f"),
    ("f", "ph"),
    ("ck", "k"),
    ("c", "k"),
    ("ey", "y"),
    ("y", "ie"),
    ("ee", "ea"),
    ("ll", "l"),
    ("s", "ss"),
)


@dataclass
class Life:
    """Somebody's name, home and phone in the year that has come."""

    person: int
    family: int
    origin: str
    sex: str
    forename: str
    middle: str
    surname: str
    dob: str
    address: str
    postcode: str
    phone: str
    former: list[str] = field(default_factory=list)
    nickname: str = ""

    def record(self) -> Record:
        names = {"forename": self.forename, "middle": self.middle, "surname": self.surname}
        home = {"address": self.address, "postcode": self.postcode, "phone": self.phone}
        return Record(self.person, self.family, self.origin, dob=self.dob, sex=self.sex, **names, **home)


def register(count: int, seed: int = 11) -> list[Record]:
    """The records that agencies made of `count` people over the years, in any order."""
    rng = Random(seed)
    records: list[Record] = []
    person = 0
    while person < count:
        family = _family(person, min(rng.choices([1, 2, 3, 4, 5], [30, 25, 20, 17, 8])[0], count - person), rng)
        person += len(family)
        for year in range(FIRST_YEAR, LAST_YEAR + 1, 2):
            _live(family, rng)
            born = [life for life in family if int(life.dob[:4]) <= year]
            records += [_recorded(life, rng) for life in born if rng.random() < 0.16]
    rng.shuffle(records)
    return records


def looked_for(count: int, queries: int, seed: int = 12) -> tuple[list[Record], list[Record]]:
    """One record of each person, and some people as another agency asks for them."""
    chosen: dict[int, Record] = {}
    further: dict[int, Record] = {}
    for record in register(count, seed):
        (further if record.person in chosen else chosen)[record.person] = record
    return list(chosen.values()), list(further.values())[:queries]


def _family(first: int, size: int, rng: Random) -> list[Life]:
    origin = rng.choice(list(ORIGINS)) if rng.random() < 0.25 else ENGLISH
    surname, born = _surname(origin, rng), rng.randrange(1945, 1995)
    home = _home(rng)
    family = []
    for at in range(size):
        sex = "FM"[at % 2] if at < 2 else rng.choice("FM")
        year = born + rng.randrange(-5, 6) if at < 2 else min(born + rng.randrange(20, 38), LAST_YEAR - 1)
        own = surname if at != 1 or rng.random() < 0.5 else _surname(origin, rng)
        family.append(
            Life(
                person=first + at,
                family=first,
                origin=origin,
                sex=sex,
                forename=_forename(origin, sex, rng),
                middle=_middle(origin, sex, rng),
                surname=own,
                dob=f"{year}-{rng.randrange(1, 13):02d}-{rng.randrange(1, 29):02d}",
                address=home[0],
                postcode=home[1],
                phone=_phone(rng),
                nickname=rng.choice(NICKNAMES) if rng.random() < 0.12 else "",
            )
        )
    return family


def _live(family: list[Life], rng: Random) -> None:
    """Two years pass: a family moves together, one moves out, somebody marries or takes the old name again."""
    if rng.random() < 0.12:
        home = _home(rng)
        for life in family:
            life.address, life.postcode = home
    for life in family:
        if rng.random() < 0.06:
            life.address, life.postcode = _home(rng)
        if rng.random() < 0.15:
            life.phone = _phone(rng)
        if life.sex == "F" and rng.random() < 0.05 and int(life.dob[:4]) < 2000:
            life.former.append(life.surname)
            new = _surname(life.origin, rng)
            life.surname = f"{life.surname}-{new}" if rng.random() < 0.2 and "-" not in life.surname else new


def _recorded(life: Life, rng: Random) -> Record:
    agency = rng.choices([_police, _housing, _helpline, _health, _school], [30, 22, 14, 24, 10])[0]
    record = life.record()
    if life.origin in BESIDES and life.middle and rng.random() < LAST_LEFT_OUT:
        record = replace(record, middle="", surname=life.middle)
    return agency(life, record, rng)


def _police(life: Life, record: Record, rng: Random) -> Record:
    """In capitals and in full; what was told under caution may be another name."""
    capitals = {name: getattr(record, name).upper() for name in ("forename", "middle", "surname")}
    told = replace(record, **capitals)
    if rng.random() < 0.08:
        told = replace(told, aliases=f"{life.nickname or life.forename} {told.surname}", phone="")
    if rng.random() < 0.04:
        told = replace(told, forename=told.surname, surname=told.forename)
    if rng.random() < 0.05:
        told = replace(told, dob=_turned(told.dob))
    return replace(told, phone="" if rng.random() < 0.5 else told.phone)


def _housing(life: Life, record: Record, rng: Random) -> Record:
    """The home without fail, the person in short."""
    forename = SHORT.get(record.forename, record.forename) if rng.random() < 0.4 else record.forename
    forename = forename[:1] if rng.random() < 0.1 else forename
    dob = "" if rng.random() < 0.3 else record.dob
    return _careless(replace(record, forename=forename, middle="", dob=dob, sex=""), rng, 0.06)


def _helpline(life: Life, record: Record, rng: Random) -> Record:
    """Heard, not seen: spelt by ear, with an age, no address, a number to ring back."""
    forename = life.nickname or SHORT.get(record.forename, record.forename)
    forename = forename if rng.random() < 0.4 else record.forename
    surname = _by_ear(record.surname, rng) if rng.random() < 0.5 else record.surname
    dob = record.dob if rng.random() < 0.5 else record.dob[:4]
    postcode = record.postcode if rng.random() < 0.4 else ""
    told = replace(record, forename=_by_ear(forename, rng), middle="", surname=surname, dob=dob)
    return replace(told, address="", postcode=postcode, aliases=record.forename if forename != record.forename else "")


def _health(life: Life, record: Record, rng: Random) -> Record:
    """Careful, with titles and what somebody was called before; the address may be an old one."""
    former = "; ".join(life.former) if rng.random() < 0.6 else ""
    title = rng.choice(["Mr ", ""]) if life.sex == "M" else rng.choice(["Mrs ", "Ms ", ""])
    address = _home(rng) if rng.random() < 0.15 else (record.address, record.postcode)
    told = replace(record, forename=title + record.forename, former_surnames=former)
    return replace(told, address=address[0], postcode=address[1], phone="" if rng.random() < 0.3 else record.phone)


def _school(life: Life, record: Record, rng: Random) -> Record:
    """The initial of a middle name, and slips in the date."""
    dob = mistyped_date(record.dob, rng) if rng.random() < 0.08 else record.dob
    return _careless(replace(record, middle=record.middle[:1], dob=dob, address=""), rng, 0.1)


def _careless(record: Record, rng: Random, share: float) -> Record:
    """Whoever slips once slips again: the chance of a second slip is one in two."""
    names: tuple[str, ...] = ("forename", "surname", "address")
    chance = share
    for name in names:
        if rng.random() < chance:
            record, chance = replace(record, **{name: mistyped(getattr(record, name), rng)}), 0.5
    return record


def mistyped_date(dob: str, rng: Random) -> str:
    kinds: tuple[Callable[[str], str], ...] = (
        _turned,
        lambda date: f"{int(date[:4]) + rng.choice([-10, -1, 1, 10])}{date[4:]}",
        lambda date: f"{date[:4]}-01-01",
        lambda date: f"{date[:8]}{rng.randrange(1, 29):02d}",
    )
    return rng.choice(kinds)(dob)


def _turned(dob: str) -> str:
    year, month, day = dob.split("-")
    return f"{year}-{day}-{month}" if int(day) <= 12 else dob


def _by_ear(name: str, rng: Random) -> str:
    """Another known spelling, or one that sounds so."""
    if name in SPELLINGS:
        return rng.choice(SPELLINGS[name])
    possible = [(old, new) for old, new in HEARD if old in name[1:]]
    if not possible:
        return name
    old, new = rng.choice(possible)
    return name[0] + name[1:].replace(old, new, 1)


def _forename(origin: str, sex: str, rng: Random) -> str:
    if origin == ENGLISH or rng.random() < 0.2:
        return rng.choice(FORENAMES[sex])
    names = ORIGINS[origin]
    return rng.choice(names.female if sex == "F" else names.male)[0]


def _middle(origin: str, sex: str, rng: Random) -> str:
    """Sikhs are called Kaur or Singh besides, Arabs and Somalis by a father's name, Portuguese by a mother's."""
    chance = rng.random()
    if origin in BESIDES:
        kind = BESIDES[origin]
        return kind.get(sex) or rng.choice(getattr(ORIGINS[origin], kind["of"]))[0] if chance < 0.7 else ""
    return _forename(ENGLISH, sex, rng) if chance < 0.4 else ""


def _surname(origin: str, rng: Random) -> str:
    if origin != ENGLISH:
        return rng.choice(ORIGINS[origin].surnames)[0]
    return rng.choice(OPENINGS) + rng.choice(VOWELS) + rng.choice("nlrmstd") + rng.choice(CLOSINGS)


def _home(rng: Random) -> tuple[str, str]:
    letters = "".join(rng.choice("ABDEFGHJLNPQRSTUWXYZ") for _ in range(2))
    postcode = f"ZZ{rng.randrange(1, 100)} {rng.randrange(1, 10)}{letters}"
    return f"{rng.randrange(1, 120)} {rng.choice(ROADS)} {rng.choice(['Road', 'Close', 'Way', 'Court'])}", postcode


def _phone(rng: Random) -> str:
    return f"06{rng.randrange(10**9):09d}"
