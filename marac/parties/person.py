"""A person while being read from a document."""

import re
from dataclasses import dataclass
from dataclasses import field as made
from datetime import date
from typing import Any

from marac.answers.found import STATED, Certainty, Found, Unread
from marac.intake.fields import LAST_TWO_FIGURE_YEAR
from marac.labels.known import WORDS
from marac.labels.relations import gender_of
from marac.layout.gathered import Entry
from marac.telephones.phones import Phone
from marac.written.text import plain

SURNAME = re.compile(r"\b(?:surname|last name|family name)\b", re.I)
SHAPES = WORDS["shapes"]


@dataclass
class Person:
    """A person while being read. `tree` is in the intake shape; `asides` are what could not be placed."""

    role: str
    group: int
    tree: dict[str, Any]
    phones: list[Phone] = made(default_factory=list)
    homes: list[tuple[Entry, str]] = made(default_factory=list)
    later: list[Entry] = made(default_factory=list)  # addresses that are said to be another's, not yet known
    asides: list[Unread] = made(default_factory=list)
    secret: Found | None = None
    titled: str = ""  # "male" or "female", by the title before their name
    short_forms: frozenset[str] = frozenset()  # by which the document calls them too: "dan" of Daniel

    @property
    def named(self) -> bool:
        return bool(self.tree["surname"] or self.tree["forenames"])

    @property
    def sex(self) -> str:
        """ "male" or "female", where the document says which; nobody's by a guess."""
        gender, relation = self.tree["gender"], self.tree.get("relationship_to_victim")
        said = str(gender.value) if gender else gender_of(str(relation.value)) if relation else ""
        return said if said in ("male", "female") else self.titled

    @property
    def first_name(self) -> str:
        """In plain words, as a sentence calls them; empty where it is not known."""
        found = self.tree["forenames"]
        return (plain(str(found.value)).split() or [""])[0] if found else ""

    @property
    def called(self) -> frozenset[str]:
        """All single words by which sentences call them, the forename first of all."""
        aliases = self.tree.get("aliases")
        if not aliases:  # asked for everybody in every sentence
            return self.short_forms | ({self.first_name} - {""})
        others = {plain(str(each.value)) for each in aliases if not SURNAME.search(each.place.label)}
        return self.short_forms | ({self.first_name, *(other for other in others if " " not in other)} - {""})

    def put(self, name: str, value: Any, entry: Entry, certainty: Certainty = STATED) -> None:
        """The first answer stands; a second, other one is told as unread."""
        if value is None or value == "":
            return
        if self.tree.get(name) is None:
            self.tree[name] = Found(value, entry.place, entry.sure if certainty is STATED else certainty)
        elif self.tree[name].value != value:
            self.asides.append(Unread("value", f"{entry.place.label}: {entry.value.words}", entry.place))

    def puts(self, name: str, value: Any, entry: Entry, certainty: Certainty = STATED) -> None:
        """The same for a diversity field."""
        if value is not None and value != "" and self.tree["diversity"][name] is None:
            self.tree["diversity"][name] = Found(value, entry.place, certainty)


def blank_person(role: str, group: int) -> Person:
    """A person of whom nothing is known yet."""
    both = [*SHAPES["person"], *SHAPES["child"]] if role == "household" else []  # it is not known yet which they are
    tree: dict[str, Any] = dict.fromkeys(both or SHAPES["child" if role == "child" else "person"])
    tree.update(
        {} if role == "child" else {"aliases": [], "addresses": [], "diversity": dict.fromkeys(SHAPES["diversity"])}
    )
    return Person(role, group, tree)


def last_year(today: date | None) -> int:
    """The latest year that two figures stand for: nobody was born after the day of the referral."""
    return today.year if today else LAST_TWO_FIGURE_YEAR
