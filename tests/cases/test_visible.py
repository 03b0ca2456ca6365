"""Who may see a case: one queryset decides, compared here with the rule written out in plain Python."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marac.access.roles import ALLOWED, Permission, Role
from marac.cases import operations
from marac.cases.models import Barred, Case, CaseAccess, NamedReader
from tests import make

pytestmark = pytest.mark.django_db
ROLES = [role for role in Role if role is not Role.SYSTEM]


def visible(case, viewer) -> bool:
    return Case.objects.visible_to(viewer).filter(pk=case.pk).exists()


@pytest.fixture
def world():
    area, elsewhere = make.marac(), make.marac()
    housing, police = make.agency(marac=area), make.agency(marac=area)
    return area, elsewhere, housing, police


def test_a_coordinator_sees_every_unrestricted_case_of_their_maracs_only(world):
    area, elsewhere, *_agencies = world
    ours, theirs = make.case(marac=area), make.case(marac=elsewhere)

    found = Case.objects.visible_to(make.viewer(maracs=[area]))

    assert [ours.pk] == [case.pk for case in found]
    assert theirs.pk not in {case.pk for case in found}


def test_a_representative_sees_only_what_their_agency_has_a_seat_on(world):
    area, _elsewhere, housing, police = world
    case = make.case(marac=area, seen_by=(housing,))

    assert visible(case, make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=housing))
    assert not visible(case, make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=police))


def test_a_seat_ends_without_anyone_acting(world):
    area, _elsewhere, housing, _police = world
    case = make.case(marac=area)
    operations.give_seat(
        viewer=make.system(make.TODAY - timedelta(days=30)),
        case=case,
        agency=housing,
        basis=CaseAccess.Basis.PANEL,
        until_on=make.TODAY - timedelta(days=1),
    )

    assert not visible(case, make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=housing))


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    role=st.sampled_from(ROLES),
    in_area=st.booleans(),
    seated=st.booleans(),
    restricted=st.booleans(),
    named=st.booleans(),
    barred=st.booleans(),
    emergency=st.sampled_from(["none", "over", "now", "unknown hour", "of another"]),
)
def test_the_queryset_is_the_written_rule(world, role, in_area, seated, restricted, named, barred, emergency):
    area, elsewhere, housing, police = world
    person = make.user()
    case = make.case(marac=area, seen_by=(housing if seated else police,))
    if restricted:
        operations.restrict(viewer=make.system(), case=case, readers=[person] if named else [], reason="Staff")
    if barred:
        operations.bar(viewer=make.system(), case=case, user=person, reason="Cousin")
    if emergency != "none":
        make.emergency(case, make.user() if emergency == "of another" else person, agency=housing)
    viewer = make.viewer(role, maracs=[area if in_area else elsewhere], agency=housing, user=person)
    viewer = replace(
        viewer, at={"unknown hour": None, "over": make.NOON + timedelta(hours=1)}.get(emergency, make.NOON)
    )

    works_on_all = Permission.SEE_EVERY_CASE in ALLOWED[role]
    may = Permission.SEE_CASES in ALLOWED[role] and in_area and not barred
    expected = may and (named if restricted else (works_on_all or seated or emergency == "now"))

    assert visible(case, viewer) is expected
    assert NamedReader.objects.filter(case=case).count() == int(restricted and named)
    assert Barred.objects.filter(case=case).exists() is barred


def test_references_count_up_within_a_year_and_name_nobody(world):
    area, *_rest = world

    first, second = make.case(marac=area), make.case(marac=area)

    assert [first.reference, second.reference] == [f"{area.prefix}/26/0001", f"{area.prefix}/26/0002"]
