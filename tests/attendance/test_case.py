"""Who is at the table for one case, and what the chair decides of a case without a quorum."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from marac.access.roles import Role
from marac.attendance.models import AtCase, Attendance, QuorumDecision
from marac.attendance.operations import cases
from marac.attendance.operations.meeting import record_attendance, take_off
from marac.attendance.queries import agencies_of, table_of
from marac.attendance.rules import sits
from marac.kernel.refusal import Refusal
from tests import make
from tests.minutes.area import build

pytestmark = pytest.mark.django_db
WHY = "The police sent what they know by mail"


@pytest.fixture
def area():
    return build()


def come(area, name, agency, capacity="representative"):
    return record_attendance(
        viewer=area.viewer(), meeting=area.meeting, agency=agency, name=name, capacity=capacity, presence="present"
    )


def at_work(area):
    return replace(area.viewer(), at=datetime(2026, 3, 3, 10, 0, tzinfo=UTC))


def there(area, item):
    return [each.attendance.name for each in table_of(area.viewer(), item).seated if each.there]


@pytest.mark.parametrize(
    ("present", "for_one_case", "joined", "left", "is_there"),
    [
        (True, False, False, False, True),
        (True, False, True, True, False),
        (True, False, False, True, False),
        (True, True, False, False, False),
        (True, True, True, False, True),
        (True, True, True, True, False),
        (False, False, True, False, False),
    ],
)
def test_who_came_is_at_every_case_until_they_leave_it_and_who_came_for_one_once_they_join(
    present, for_one_case, joined, left, is_there
):
    assert sits(present=present, for_one_case=for_one_case, joined=joined, left=left) == is_there


def test_somebody_leaves_one_case_and_is_there_for_the_next(area):
    bo = come(area, "Bo Marsh", area.housing)

    cases.leave_case(viewer=at_work(area), item=area.shared, attendance_id=bo.pk)

    assert "Bo Marsh" not in there(area, area.shared)
    assert "Bo Marsh" in there(area, area.police_only)
    cases.join_case(viewer=at_work(area), item=area.shared, attendance_id=bo.pk)
    assert "Bo Marsh" in there(area, area.shared)


def test_who_comes_for_one_case_is_at_no_other(area):
    fen = come(area, "Fen Hollow", area.housing, Attendance.Capacity.AD_HOC)

    cases.join_case(viewer=at_work(area), item=area.shared, attendance_id=fen.pk)

    assert "Fen Hollow" in there(area, area.shared)
    assert "Fen Hollow" not in there(area, area.police_only)


def test_an_observer_at_the_table_stands_for_no_agency(area):
    assert "Ola Reed" in there(area, area.shared)
    assert area.housing.name not in agencies_of(table_of(area.viewer(), area.shared))


def test_a_name_taken_off_leaves_what_was_noted_of_the_case(area):
    bo = come(area, "Bo Marsh", area.housing)
    cases.leave_case(viewer=at_work(area), item=area.shared, attendance_id=bo.pk)

    take_off(viewer=area.viewer(), meeting=area.meeting, attendance_id=bo.pk)

    assert AtCase.objects.get().name == "Bo Marsh"
    with pytest.raises(Refusal, match="not recorded as present"):
        cases.join_case(viewer=at_work(area), item=area.shared, attendance_id=bo.pk)


def test_the_chair_decides_on_the_page_what_becomes_of_a_case_without_a_quorum(client, area):
    make.signed_in(client, Role.CHAIR, marac=area.marac, agency=area.police)
    for each in Attendance.objects.filter(presence="present"):
        cases.leave_case(viewer=at_work(area), item=area.shared, attendance_id=each.pk)
    page = f"/attendance/cases/{area.shared.pk}/"
    absent = table_of(area.viewer(), area.shared).quorum.absent
    assert "Say in a few words why" in client.post(page, {"decision": "hear", "reason": "Hm"}).content.decode()

    assert client.post(page, {"decision": "hear", "reason": WHY}).url == page

    made = QuorumDecision.objects.get()
    assert (made.item_id, made.decision, made.reason, made.absent) == (area.shared.pk, "hear", WHY, absent)
    assert WHY in client.get(f"/room/cases/{area.shared.pk}/chair/").content.decode()
    assert client.post(page, {"decision": "defer", "reason": WHY}).url.endswith("/defer/")


def test_one_press_on_the_page_takes_somebody_from_the_table(client, area):
    make.signed_in(client, Role.ADMINISTRATOR, marac=area.marac, agency=area.police)
    bo = come(area, "Bo Marsh", area.housing)

    page = client.post(f"/attendance/cases/{area.shared.pk}/moves/", {"leaves": bo.pk}, follow=True).content.decode()

    assert "Not at the table" in page
    assert "Bo Marsh" not in there(area, area.shared)
