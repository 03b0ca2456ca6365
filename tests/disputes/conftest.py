"""One area, two people of whom each is said to harm the other, and the services that act for them."""

from dataclasses import dataclass
from typing import Any

import pytest

from marac.access.roles import Role
from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.cases.models import Case, CaseAccess
from marac.cases.operations import give_seat
from marac.corrections.operations import add_address
from marac.directory.models import Agency, Marac
from marac.disputes.operations import record_acting
from marac.people.models import ActsFor, Party, Person
from marac.people.operations import enter_people
from tests import make

HERS = {
    "surname": "Tallow",
    "forenames": "Wren",
    "phones": [{"number": "07700900214", "safe_to_call": True}],
    "addresses": [{"text": "5 Mill Lane", "postcode": "ZZ1 1AA"}],
}
HIS = {
    "surname": "Heron",
    "forenames": "Ash",
    "phones": [{"number": "07700900317"}],
    "addresses": [{"text": "8 Ferry Row", "postcode": "ZZ2 2BB"}],
}
CHILD = {"surname": "Tallow", "forenames": "Robin"}


@dataclass
class Two:
    """Hers was referred first; his is the mirror, with the same two people."""

    area: Marac
    women: Agency
    men: Agency
    police: Agency
    coordinator: User
    office: Viewer
    hers: Case
    his: Case
    wren: Person
    ash: Person

    def viewer(self, role: Role, agency: Agency, user: Any = None) -> Viewer:
        user = user or make.member(role, marac=self.area, agency=agency)
        return make.viewer(role, maracs=[self.area], agency=agency, user=user)

    def acts(self, person: Person, agency: Agency, worker: User | None = None) -> ActsFor:
        given = {"person": person.pk, "agency": agency, "worker": worker, "reason": "Told us"}
        return record_acting(viewer=self.office, case=self.hers, **given)


@pytest.fixture
def two() -> Two:
    area = make.marac()
    women, men, police = (make.agency(name, marac=area) for name in ("Haven", "Anchor", "Police"))
    coordinator = make.member(Role.COORDINATOR, marac=area, agency=police)
    office = make.viewer(maracs=[area], agency=police, user=coordinator)
    hers = make.case(marac=area, seen_by=(women, men, police))
    enter_people(viewer=office, case=hers, content={"victims": [HERS], "perpetrators": [HIS], "children": [CHILD]})
    child = Party.objects.get(case=hers, role="child").person
    add_address(viewer=office, person=child, text="5 Mill Lane", postcode="ZZ1 1AA", area="", kind="current")
    people = {each.role: each.person for each in Party.objects.filter(case=hers)}
    his = make.case(marac=area, seen_by=(women, men, police))
    known = {"victims[0]": people["perpetrator"].pk, "perpetrators[0]": people["victim"].pk}
    enter_people(viewer=office, case=his, content={"victims": [HIS], "perpetrators": [HERS]}, known=known)
    return Two(area, women, men, police, coordinator, office, hers, his, people["victim"], people["perpetrator"])


def seat_as_adviser(two: Two, *agencies: Agency) -> None:
    for case in (two.hers, two.his):
        for agency in agencies:
            give_seat(viewer=two.office, case=case, agency=agency, basis=CaseAccess.Basis.ADVISER)
