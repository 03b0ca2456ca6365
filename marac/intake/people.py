"""The people of a referral's content (docs/howto/intake.md, marac-intake/1) as plain values, ready to be written.

Nothing is made up: what the content does not say stays not known or not asked, and is never taken for no or for safe.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from marac.kernel.birthdates import parse_birth_date
from marac.kernel.dates import UNKNOWN_DATE, UncertainDate, format_date
from marac.kernel.identifiers import health_number_digits, phone_digits
from marac.kernel.names import compact, split_name
from marac.kernel.postcodes import format_postcode
from marac.kernel.refusal import Refusal
from marac.kernel.text import clean_line, shorten

Content = Mapping[str, Any]
HOME_KINDS = {"current": "current", "home": "current", "previous": "previous", "temporary": "temporary"}
ETHNIC_GROUPS = {
    "white_british": ("white british", "white english", "white scottish", "white welsh"),
    "white_other": ("white other", "other white", "white irish", "any other white"),
    "mixed": ("mixed", "multiple ethnic"),
    "asian": ("asian", "indian", "pakistani", "bangladeshi", "chinese"),
    "black": ("black", "caribbean", "african caribbean"),
    "other": ("any other ethnic group", "other ethnic group", "arab"),
}
LIST_MARKS = re.compile(r"\s*(?:[,;/&]|\band\b)\s*")
PERHAPS_WITH_VICTIM = re.compile(r"\bparents\b|\bvictim\b(?!['’]s)")
KEEP_AWAY = ("threat", "not safe", "perpetrator")  # words of somebody's part that keep the case from them
ABOUT = ("approx", "about", "around", "circa", "roughly", "est")


@dataclass(frozen=True)
class Described:
    """What is known of somebody, and may be compared. Exact birth: both ends are the same day; nothing known: both are
    None. Addresses and postcodes stand in one order: of a confidential one neither is here."""

    surname: str = ""
    forenames: str = ""
    other_names: tuple[str, ...] = ()
    born_from: date | None = None
    born_until: date | None = None
    postcodes: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    sex: str = ""
    health_number: str = ""

    @property
    def born_exact(self) -> date | None:
        return self.born_from if self.born_from == self.born_until else None


@dataclass(frozen=True)
class Home:
    text: str
    postcode: str
    kind: str
    confidential: bool

    @property
    def place(self) -> tuple[str, str]:
        """Two ways of writing one address have one place."""
        return compact(self.text), self.postcode


@dataclass(frozen=True)
class Number:
    number: str
    whose: str
    safe: dict[str, bool | None]
    note: str


@dataclass(frozen=True)
class Mentioned:
    """What a referral tells of one person: values of Person and of Party by their fields' names, and what hangs on."""

    path: str
    role: str
    person: dict[str, Any]
    party: dict[str, Any]
    other_names: tuple[str, ...] = ()
    homes: tuple[Home, ...] = ()
    numbers: tuple[Number, ...] = field(default=())

    @property
    def description(self) -> Described:
        open_homes = [home for home in self.homes if not home.confidential]
        return Described(
            surname=self.person["surname"],
            forenames=self.person["forenames"],
            other_names=self.other_names,
            born_from=self.person.get("born_from"),
            born_until=self.person.get("born_until"),
            postcodes=tuple(home.postcode for home in open_homes),
            phones=tuple(each.number for each in self.numbers),
            addresses=tuple(home.text for home in open_homes),
            sex=self.person.get("sex", ""),
            health_number=self.person.get("health_number", ""),
        )


def people_in(content: Content, *, today: date) -> list[Mentioned]:
    """Everybody whom the referral names, victims first. An age counts back from the date of the referral."""
    given_on = _day(content.get("referral_date"))
    on = given_on if given_on and given_on <= today else today
    readers: tuple[tuple[str, Callable[[str, Content, date], Mentioned]], ...] = (
        ("victims", _victim),
        ("perpetrators", _perpetrator),
        ("children", _child),
        ("others", _other),
    )
    found = [
        read(f"{group}[{index}]", each, on)
        for group, read in readers
        for index, each in enumerate(content.get(group) or [])
        if _says_something(each)
    ]
    hidden = frozenset(home.place for mentioned in found for home in mentioned.homes if home.confidential)
    return list(masked(found, hidden))


def masked(people: list[Mentioned], hidden: frozenset[tuple[str, str]]) -> Iterator[Mentioned]:
    """An address that is confidential for one of them is so for all who live there: a child gives it away too."""
    for each in people:
        homes = (replace(home, confidential=home.confidential or home.place in hidden) for home in each.homes)
        yield replace(each, homes=tuple(homes))


def ethnic_group(text: str) -> str:
    """The group of the national return that the words plainly name; "not_known" where they name none or several."""
    words = " ".join(clean_line(text).lower().replace("-", " ").replace("/", " ").replace(":", " ").split())
    if "mixed" in words:
        return "mixed"
    found = [group for group, names in ETHNIC_GROUPS.items() if any(f" {name} " in f" {words} " for name in names)]
    if len(found) != 1 or ("white" in words and not found[0].startswith("white")):
        return "not_known"
    return found[0]


def _victim(path: str, each: Content, on: date) -> Mentioned:
    return _person(path, "victim", each, on, {})


def _perpetrator(path: str, each: Content, on: date) -> Mentioned:
    party = {"to_victim": _line(each.get("relationship_to_victim"), 120), "must_not_receive": True}
    return _person(path, "perpetrator", each, on, party)


def _person(path: str, role: str, each: Content, on: date, party: dict[str, Any]) -> Mentioned:
    diversity = each.get("diversity") or {}
    values = {
        "ethnicity": _line(diversity.get("ethnicity"), 120),
        "ethnic_group": ethnic_group(diversity.get("ethnicity") or ""),
        "lgbt": _answer(diversity.get("lgbt")),
        "disabled": _answer(diversity.get("disabled")),
        "disability": _line(diversity.get("disability_detail"), 400),
        "language": _line(diversity.get("language"), 120),
        "interpreter": diversity.get("interpreter"),
        "occupation": _line(each.get("occupation"), 200),
        "gp": _line(each.get("gp"), 200),
        "health_number": health_number_digits(each.get("nhs_number") or "")[:20],
    }
    notes = ("No fixed abode" if each.get("no_fixed_abode") else "", each.get("danger_to_workers"), each.get("vehicle"))
    return Mentioned(
        path=path,
        role=role,
        person=_named(each) | _born(each, on) | values,
        party=party | {"note": _line("; ".join(clean_line(note) for note in notes if note), 400)},
        other_names=_other_names(each),
        homes=_homes(each.get("addresses")),
        numbers=_numbers(each.get("phones")),
    )


def _child(path: str, each: Content, on: date) -> Mentioned:
    lives_with = _line(each.get("lives_with"), 120)
    in_household = _lives_with_victim(lives_with)
    party = {
        "to_victim": _line(each.get("relationship_to_victim"), 120),
        "to_perpetrator": _line(each.get("relationship_to_perpetrator"), 120),
        "in_household": in_household,
        "unborn": bool(each.get("unborn")),
        "due_on": _day(each.get("edd")),
        "school": _line(each.get("school"), 200),
        "note": f"Lives with {lives_with}" if lives_with and not in_household else "",
    }
    born = {} if each.get("unborn") else _born(each, on)
    homes = _homes([each["address"]] if each.get("address") else None)
    return Mentioned(path, "child", _named(each) | born, party, _other_names(each), homes, _numbers(each.get("phones")))


def _lives_with_victim(words: str) -> bool | None:
    """True for "victim" and "victim and perpetrator"; not known for "parents", who may live apart, and half answers."""
    plain = words.lower()
    if not plain:
        return None
    if any(part.removeprefix("the ") == "victim" for part in LIST_MARKS.split(plain)):
        return True
    return None if PERHAPS_WITH_VICTIM.search(plain) else False


def _other(path: str, each: Content, on: date) -> Mentioned:
    name = split_name(clean_line(each.get("name") or ""))
    relationship, part = _line(each.get("relationship"), 120), _line(each.get("role"), 120)
    side = "to_perpetrator" if "perpetrator" in relationship.lower() else "to_victim"
    party = {
        side: relationship,
        "must_not_receive": bool(each.get("must_not_receive")) or any(word in part.lower() for word in KEEP_AWAY),
        "note": _line("; ".join(text for text in (part, clean_line(each.get("note") or "")) if text), 400),
    }
    person = {"surname": _line(name.surname, 120), "forenames": _line(name.forenames, 120)}
    homes = _homes([each["address"]] if each.get("address") else None)
    return Mentioned(path, "other", person, party, (), homes, _numbers(each.get("phones")))


def _named(each: Content) -> dict[str, Any]:
    gender = each.get("gender") or ""
    return {
        "surname": _line(each.get("surname"), 120),
        "forenames": _line(each.get("forenames"), 120),
        "sex": gender if gender in ("female", "male") else "not_known",
        "gender": _line(each.get("gender_described") or ("" if gender in ("female", "male") else gender), 60),
    }


def _born(each: Content, on: date) -> dict[str, Any]:
    written = clean_line(each.get("dob_raw") or "")
    exact, age = _day(each.get("dob")), each.get("age_stated")
    when = UncertainDate.exactly(exact) if exact else _read_birth(written, on)
    if when == UNKNOWN_DATE and age is not None:
        about = "about " if any(word in written.lower() for word in ABOUT) else ""
        when = _read_birth(f"{about}{age} years", on)
    written = written or (format_date(exact) if exact else f"aged {age}" if age is not None else "")
    return {
        "born_from": when.earliest,
        "born_until": when.latest,
        "born_precision": when.precision.value,
        "born_as_written": shorten(written, 80),
    }


def _read_birth(text: str, on: date) -> UncertainDate:
    try:
        return parse_birth_date(text, today=on)
    except Refusal:
        return UNKNOWN_DATE


def _other_names(each: Content) -> tuple[str, ...]:
    return tuple(name for name in (_line(alias, 200) for alias in each.get("aliases") or []) if name)


def _homes(addresses: list[Content] | None) -> tuple[Home, ...]:
    found = [
        Home(
            text=_line(each.get("text"), 400),
            postcode=format_postcode(each.get("postcode") or "")[:10],
            kind=HOME_KINDS.get(each.get("type") or "current", "other"),
            confidential=bool(each.get("confidential")),
        )
        for each in addresses or []
    ]
    return tuple(home for home in found if home.text or home.postcode)


def _numbers(phones: list[Content] | None) -> tuple[Number, ...]:
    found = [
        Number(
            number=phone_digits(each.get("number") or "")[:20] or _line(each.get("number"), 20),
            whose=_line(each.get("whose"), 120),
            safe={name: each.get(name) for name in ("safe_to_call", "safe_to_text", "safe_to_leave_message")},
            note=_line(each.get("note"), 400),
        )
        for each in phones or []
    ]
    return tuple(each for each in found if each.number)


def _says_something(value: Any) -> bool:
    """Whether anything is filled in, at any depth: forms have spare rows."""
    if isinstance(value, Mapping):
        return any(_says_something(each) for each in value.values())
    if isinstance(value, list):
        return any(_says_something(each) for each in value)
    return value not in (None, "", False)


def _answer(value: bool | None) -> str:
    return {True: "yes", False: "no", None: "not_asked"}[value]


def _line(value: Any, length: int) -> str:
    return shorten(clean_line(str(value)), length) if value not in (None, "") else ""


def _day(text: Any) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except (TypeError, ValueError):
        return None
