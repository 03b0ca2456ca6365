"""One area in which one woman is on record twice: in one case under her married name, in another under her own."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from marac.access.roles import Role
from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.cases.models import Case
from marac.directory.models import Agency, Marac
from marac.joins import operations
from marac.joins.due import compare_learned
from marac.joins.models import Pair
from marac.people.models import Person
from marac.people.operations import enter_people
from tests import make

MARRIED = {
    "surname": "Tallow",
    "forenames": "Wren",
    "dob": "1991-04-03",
    "phones": [{"number": "07700900214", "safe_to_call": True}],
    "addresses": [{"text": "5 Mill Lane", "postcode": "ZZ1 1AA"}],
}
MAIDEN = {
    "surname": "Sedge",
    "forenames": "Wren",
    "dob": "1991-04-03",
    "aliases": ["Wrennie"],
    "phones": [{"number": "07700900214", "safe_to_call": False}],
    "addresses": [{"text": "5 Mill Lane", "postcode": "ZZ1 1AA", "confidential": True}],
}
HIS = {"surname": "Heron", "forenames": "Ash", "dob": "1988-06-09"}
WHY = "Her adviser knows both names"


@dataclass
class Area:
    marac: Marac
    homes: Agency
    police: Agency
    coordinator: User
    office: Viewer
    cases: list[Case] = field(default_factory=list)

    def enters(self, *victims: dict[str, Any], by: dict[str, Any] | None = None, seen_by: Any = ()) -> list[Person]:
        """One case, with these victims and who harms them; gives its people in that order."""
        case = make.case(marac=self.marac, seen_by=seen_by)
        self.cases.append(case)
        content = {"victims": list(victims), "perpetrators": [by] if by else []}
        return [party.person for party in enter_people(viewer=self.office, case=case, content=content)]

    def pair(self, one: Person, other: Person) -> Pair:
        """As it stands after the tick compared them."""
        compare_learned(make.system())
        first, second = sorted((one.pk, other.pk))
        return Pair.objects.get(first=first, second=second)

    def join(self, one: Person, other: Person) -> Pair:
        return operations.decide(viewer=self.office, pair=self.pair(one, other), verdict="same", reason=WHY)

    def viewer(self, role: Role, agency: Agency) -> Viewer:
        return make.viewer(role, maracs=[self.marac], agency=agency, user=make.user())


@pytest.fixture
def area() -> Area:
    marac = make.marac("Northmoor")
    homes, police = make.agency("Northmoor Homes", marac=marac), make.agency("Northmoor Police", marac=marac)
    coordinator = make.member(Role.COORDINATOR, marac=marac, agency=police)
    return Area(marac, homes, police, coordinator, make.viewer(maracs=[marac], agency=police, user=coordinator))


@pytest.fixture
def twice(area: Area) -> tuple[Person, Person]:
    """The same woman: seen by housing in the first case, and by the police in the second."""
    (one,) = area.enters(MARRIED, seen_by=(area.homes,))
    (other,) = area.enters(MAIDEN, seen_by=(area.police,))
    return one, other
