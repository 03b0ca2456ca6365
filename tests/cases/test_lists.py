"""A list of somebody with several MARACs is found MARAC by MARAC, and is the same list."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

from marac.access.roles import Permission, Role
from marac.actions.models import Action
from marac.audit.operation import operation, record
from marac.cases.lists import of_each_marac
from marac.cases.models import Case
from marac.flags.models import Flag
from tests import make

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Kept:
    case_id: int


@pytest.fixture
def areas():
    """Two MARACs whose cases were opened in turn, and a third with the newest."""
    ours, also_ours, another = make.marac(), make.marac(), make.marac()
    for number in range(4):
        make.case(marac=ours, opened_on=make.TODAY - (2 * number + 1) * DAY)
        make.case(marac=also_ours, opened_on=make.TODAY - (2 * number + 2) * DAY)
        make.case(marac=another, opened_on=make.TODAY)
    return ours, also_ours


@pytest.mark.parametrize("number", [1, 3, 5, 20])
def test_the_first_so_many_of_two_maracs_are_the_first_of_the_list(areas, number):
    viewer = make.viewer(maracs=areas)
    rows = Case.objects.visible_to(viewer).select_related("marac")

    found = of_each_marac(viewer, "marac")(rows, number)

    assert found == [row.pk for row in rows[:number]]
    assert len(found) == min(number, 8)


def test_what_the_viewer_may_not_see_is_not_found_by_marac_either(areas):
    agency = make.agency(marac=areas[0])
    viewer = make.viewer(Role.REPRESENTATIVE, maracs=areas, agency=agency)
    seated = make.case(marac=areas[1], seen_by=(agency,))

    assert list(of_each_marac(viewer, "marac")(Case.objects.visible_to(viewer), 10)) == [seated.pk]


def test_rows_of_long_lists_carry_the_marac_of_their_case_however_they_are_made():
    case, agency = make.case(marac=make.marac()), make.agency()

    saved, together = kept(viewer=make.system(), case=case, agency=agency)

    assert [Flag.objects.get(pk=saved).case_marac, Action.objects.get(pk=together).case_marac] == [case.marac] * 2


@operation(needs=Permission.DO_DUE_WORK)
def kept(*, viewer, case, agency):
    days = dict.fromkeys(("anchor_on", "starts_on", "ends_on", "asked_on", "confirm_by_on"), viewer.today)
    flag = Flag(case=case, agency=agency, counted_from="the meeting", **days)
    flag.save()
    action = Action(case=case, agency=agency, task="Call", agreed_on=viewer.today, due_on=viewer.today)
    Action.objects.bulk_create([action])
    record(Kept(case_id=case.pk))
    return flag.pk, action.pk
