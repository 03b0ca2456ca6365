"""The drawing of a case says who shares what, and nothing by which a hidden address could be worked out."""

from typing import Any

import pytest
from django.test import Client

from marac.access.roles import Role
from marac.cases.models import Case
from marac.corrections.operations import add_party
from marac.disputes.operations import dispute_roles, record_acting
from marac.households.queries import Household, household
from marac.people.models import Party
from marac.people.operations import enter_people
from tests import make

pytestmark = pytest.mark.django_db
HOME = {"text": "5 Mill Lane", "postcode": "ZZ1 1AA"}
REFUGE = {"text": "7 Refuge Road", "postcode": "ZZ9 9ZZ", "confidential": True, "area": "Northmoor"}
CONTENT = {
    "victims": [
        {
            "surname": "Tallow",
            "forenames": "Wren",
            "addresses": [HOME | {"type": "previous"}, REFUGE],
            "phones": [{"number": "07700900214", "safe_to_call": True}],
        }
    ],
    "perpetrators": [
        {
            "surname": "Heron",
            "forenames": "Ash",
            "addresses": [HOME],
            "phones": [{"number": "07700 900214", "safe_to_call": False}],
            "relationship_to_victim": "Former partner",
        }
    ],
    "children": [{"surname": "Tallow", "forenames": "Kit", "school": "Fenside Primary", "address": REFUGE}],
}


@pytest.fixture
def area():
    return make.marac("Northmoor")


@pytest.fixture
def agency(area):
    return make.agency("Northmoor Advice", marac=area)


@pytest.fixture
def case(area, agency) -> Case:
    made = make.case(marac=area, seen_by=(agency,))
    enter_people(viewer=make.system(), case=made, content=CONTENT)
    return made


def drawn(case: Case, role: Role = Role.COORDINATOR, agency: Any = None) -> Household:
    viewer = make.viewer(role, maracs=[case.marac], agency=agency, user=make.user())
    return household(viewer, case)


def boxes(shown: Household, *kinds: str) -> list[str]:
    return [" ".join(line.text for line in box.lines) for box in shown.drawing.boxes if box.kind in kinds]


def links(shown: Household) -> list[list[str]]:
    return [[place.heading for place in member.places] for member in shown.members]


def test_a_home_that_two_share_is_one_box_and_a_number_too(case, agency):
    shown = drawn(case)

    assert boxes(shown, "home") == ["5 Mill Lane, ZZ1 1AA Wren Tallow: Previous Ash Heron: Current"]
    assert boxes(shown, "number") == ["Number 1 Safe to call: No Used by more than one person here"]
    assert links(shown)[1] == ["5 Mill Lane, ZZ1 1AA", "Number 1"]


def test_a_hidden_address_is_in_no_words_and_joins_nobody_to_anybody(case, agency):
    shown = drawn(case)

    hidden = boxes(shown, "hidden")
    assert len(hidden) == len(Party.objects.filter(case=case, person__addresses__confidential=True))
    assert all(each.startswith("Hidden address") for each in hidden)
    ends = [each.path.split(" L ")[1] for each in shown.drawing.links if each.kind == "home"]
    at = [f"{box.x} {box.middle}" for box in shown.drawing.boxes if box.kind == "hidden"]
    assert [ends.count(each) for each in at] == [1] * len(at)


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.CHAIR, Role.IDVA, Role.REPRESENTATIVE], ids=str)
def test_the_page_has_no_word_of_the_hidden_place_the_school_or_a_number(case, area, agency, role):
    client = Client()
    make.signed_in(client, role, marac=area, agency=agency)

    answer = client.get(f"/cases/{case.pk}/household/")

    shown = answer.content.decode()
    assert (answer.status_code, "Hidden address" in shown, "Former partner" in shown) == (200, True, True)
    assert [word for word in ("Refuge Road", "ZZ9", "Fenside", "900214") if word in shown] == []
    assert ("Kept from" in shown) is (role in (Role.COORDINATOR, Role.IDVA))
    assert ("Number 1" in shown) is (role in (Role.COORDINATOR, Role.IDVA))
    assert "style=" not in shown.partition("<svg")[2].partition("</svg>")[0]


def test_what_stands_in_the_drawing_stands_in_the_table(case, area, agency):
    shown = drawn(case)

    for member in shown.members:
        assert member.name in [box.lines[0].text for box in shown.drawing.boxes]
    in_table = {place.heading for member in shown.members for place in member.places}
    assert len(in_table) == 3


def test_whom_an_agency_acts_for_is_for_those_who_record_it(case, area, agency):
    wren = Party.objects.get(case=case, role="victim").person_id
    given = {"case": case, "person": wren, "agency": agency, "worker": None, "reason": "Told us"}
    record_acting(viewer=make.viewer(maracs=[area], agency=agency, user=make.user()), **given)

    notes = [drawn(case, role, agency).members[0].notes for role in (Role.COORDINATOR, Role.IDVA)]

    assert ["Acted for by Northmoor Advice" in each for each in notes] == [True, False]


def test_of_who_is_kept_from_the_viewer_there_is_a_name_and_no_more(case, area, agency):
    office = make.viewer(maracs=[area], agency=agency, user=make.user())
    ash = Party.objects.get(case=case, role="perpetrator").person_id
    said = {"said_by": "His adviser", "said_on": make.TODAY, "reason": "He says that she hits him"}
    dispute_roles(viewer=office, case=case, second=ash, **said)
    record_acting(viewer=office, case=case, person=ash, agency=agency, worker=None, reason="Told us")

    shown = drawn(case, Role.IDVA, agency)

    wren = shown.members[0]
    assert (wren.name, wren.notes, wren.places) == ("Wren Tallow", ["Victim", "Ask the coordinator"], [])
    assert boxes(shown, "hidden") == []


@pytest.mark.parametrize("more", [0, 5])
def test_it_asks_the_same_number_of_questions_however_many_are_in_the_case(case, more, django_assert_num_queries):
    viewer = make.viewer(maracs=[case.marac], user=make.user())
    for number in range(more):
        content = {
            "victims": [{"surname": f"More{number}", "addresses": [HOME], "phones": [{"number": "07700900300"}]}]
        }
        (party,) = enter_people(viewer=make.system(), case=make.case(marac=case.marac), content=content)
        add_party(viewer=viewer, case=case, person=party.person, role="other")

    with django_assert_num_queries(4):
        assert len(household(viewer, case).members) == 3 + more
