"""A man who is on record twice, and three women whom he is said to harm, each in a case of her own."""

from dataclasses import dataclass
from typing import Any

import pytest

from marac.cases.models import Case
from marac.corrections.operations import add_party
from marac.directory.models import Agency
from marac.directory.operations import change_setting
from marac.people.models import Person
from marac.serial import operations
from marac.serial.queries import Standing, standing_of
from marac.serial.rules import State
from tests import make
from tests.joins.conftest import HIS, Area, area

__all__ = ["area"]

AS_ANOTHER = HIS | {"surname": "Hernshaw", "aliases": ["Ash Heron"]}
WREN, ISLA, MAEVE = (
    {"surname": surname, "forenames": forenames, "dob": born}
    for surname, forenames, born in (
        ("Tallow", "Wren", "1991-04-03"),
        ("Quillon", "Isla", "1984-11-20"),
        ("Orrick", "Maeve", "1997-02-14"),
    )
)
WHY = "The same pattern with each of them"


@dataclass
class Serial:
    """`he` is his record in the cases of the first two women, and `alias` in that of the third. Each case is seen by an
    agency of its own."""

    area: Area
    agencies: list[Agency]
    he: Person
    alias: Person

    @property
    def cases(self) -> list[Case]:
        return self.area.cases

    def join(self) -> None:
        self.area.join(self.he, self.alias)

    def harms(self, woman: dict[str, Any], he: Person | None = None, **more: Any) -> Case:
        """One more case, in which he is linked with his record."""
        self.area.enters(woman, **more)
        add_party(viewer=self.area.office, case=self.cases[-1], person=he or self.he, role="perpetrator")
        return self.cases[-1]

    def standing(self, viewer: Any = None, person: Person | None = None) -> Standing:
        return standing_of(viewer or self.area.office, (person or self.he).pk, self.area.marac.pk)

    def state(self, viewer: Any = None) -> tuple[int, State]:
        found = self.standing(viewer)
        return found.victims, found.state

    def decide(self, verdict: str, reason: str = WHY, **more: Any) -> None:
        operations.decide(**({"viewer": self.area.office, "person": self.he} | more), verdict=verdict, reason=reason)

    def rule(self, name: str, value: Any) -> None:
        change_setting(viewer=self.area.office, marac=self.area.marac, name=name, value=value, from_on=make.TODAY)


@pytest.fixture
def serial(area: Area) -> Serial:
    agencies = [make.agency(name, marac=area.marac) for name in ("First Advice", "Second Advice", "Third Advice")]
    _wren, he = area.enters(WREN, by=HIS, seen_by=(agencies[0],))
    made = Serial(area, agencies, he, he)
    made.harms(ISLA, seen_by=(agencies[1],))
    _maeve, made.alias = area.enters(MAEVE, by=AS_ANOTHER, seen_by=(agencies[2],))
    return made
