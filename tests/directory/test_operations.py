"""Settings have a date and a history, seats follow one another, and every refusal says what to do."""

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed
from marac.directory import operations
from marac.directory.models import Agency, BankHoliday, PanelSeat, ReturnGroup, SettingValue
from marac.directory.queries import holidays_of, profile_on, seats_on
from marac.kernel.bankholidays import Nation
from marac.kernel.refusal import Refusal
from tests import make

pytestmark = pytest.mark.django_db
TOMORROW = make.TODAY + timedelta(days=1)
YESTERDAY = make.TODAY - timedelta(days=1)


def change(viewer, marac, value, from_on, **more):
    return operations.change_setting(
        viewer=viewer, marac=marac, name="repeat_months", value=value, from_on=from_on, **more
    )


def months(marac, on):
    return profile_on(marac.pk, on).repeat_months


def test_a_setting_dated_in_the_future_does_not_change_today(area, coordinator):
    change(coordinator, area, 6, TOMORROW)

    assert [months(area, on) for on in (make.TODAY, TOMORROW)] == [12, 6]


def test_a_day_gone_by_keeps_the_rule_that_it_had(area, coordinator):
    change(make.system(), area, 9, date(2025, 1, 1))
    change(coordinator, area, 6, make.TODAY)

    assert [months(area, on) for on in (date(2024, 12, 31), date(2025, 1, 1), YESTERDAY, make.TODAY)] == [12, 9, 9, 6]


def test_a_second_value_for_the_same_day_replaces_the_first(area, coordinator):
    for value in (6, 8):
        change(coordinator, area, value, make.TODAY, reason="Protocol of 2026")

    row = SettingValue.objects.get(marac=area)
    assert (row.value, row.set_by, row.reason) == (8, "Ada Quill", "Protocol of 2026")


def test_a_setting_of_one_marac_is_not_one_of_another(area, coordinator):
    change(coordinator, area, 6, make.TODAY)

    assert months(make.marac(), make.TODAY) == 12


def test_setting_a_day_gone_by_needs_a_reason(area, coordinator):
    with pytest.raises(Refusal, match="Say why") as refused:
        change(coordinator, area, 6, YESTERDAY)

    assert refused.value.field == "reason"
    assert change(coordinator, area, 6, YESTERDAY, reason="In force since 2019").value == 6


def test_a_setting_of_a_marac_that_is_not_ones_own_is_not_there(area):
    with pytest.raises(Unseen):
        change(make.viewer(maracs=[make.marac()]), area, 6, make.TODAY)


def test_an_administrator_does_not_set_rules(area):
    with pytest.raises(NotAllowed):
        change(make.viewer(Role.ADMINISTRATOR, maracs=[area]), area, 6, make.TODAY)


def test_a_refused_value_is_not_stored(area, coordinator):
    with pytest.raises(Refusal, match="from 1 to 60"):
        change(coordinator, area, 61, make.TODAY)

    assert SettingValue.objects.count() == 0


def test_a_change_that_has_not_begun_can_be_taken_back(area, coordinator):
    later = change(coordinator, area, 6, TOMORROW)

    operations.withdraw_setting(viewer=coordinator, value=later)

    assert months(area, TOMORROW) == 12
    assert AuditEvent.objects.last().name == "SettingWithdrawn"


def test_a_change_that_has_begun_stays(area, coordinator):
    row = change(coordinator, area, 6, make.TODAY)

    with pytest.raises(Refusal, match="has begun"):
        operations.withdraw_setting(viewer=coordinator, value=row)


def seat(viewer, marac, agency, from_on, group=ReturnGroup.HOUSING):
    return operations.give_seat(viewer=viewer, marac=marac, agency=agency, return_group=group, from_on=from_on)


def spans(agency):
    return list(
        PanelSeat.objects.filter(agency=agency).order_by("from_on").values_list("from_on", "until_on", "return_group")
    )


def test_a_seat_ends_the_day_before_the_next_begins(area, coordinator):
    housing = make.agency("Northmoor Homes")

    seat(coordinator, area, housing, date(2025, 1, 1))
    seat(coordinator, area, housing, make.TODAY, ReturnGroup.OTHER)

    assert spans(housing) == [(date(2025, 1, 1), YESTERDAY, "housing"), (make.TODAY, None, "other")]


def test_a_seat_given_twice_for_one_day_is_replaced(area, coordinator):
    housing = make.agency("Northmoor Homes")

    for group in (ReturnGroup.HOUSING, ReturnGroup.OTHER):
        seat(coordinator, area, housing, make.TODAY, group)

    assert spans(housing) == [(make.TODAY, None, "other")]


def test_a_seat_given_before_one_planned_for_later_ends_where_that_begins(area, coordinator):
    housing = make.agency("Northmoor Homes")

    seat(coordinator, area, housing, TOMORROW, ReturnGroup.OTHER)
    seat(coordinator, area, housing, date(2025, 1, 1))

    assert spans(housing) == [(date(2025, 1, 1), make.TODAY, "housing"), (TOMORROW, None, "other")]


def test_a_seat_that_was_ended_is_in_force_on_its_last_day(area, coordinator):
    housing = make.agency("Northmoor Homes")
    given = seat(coordinator, area, housing, date(2025, 1, 1))

    operations.end_seat(viewer=coordinator, seat=given, until_on=make.TODAY)

    assert [seats_on(area.pk, on).count() for on in (make.TODAY, TOMORROW)] == [1, 0]


def test_a_seat_cannot_end_before_it_began(area, coordinator):
    given = seat(coordinator, area, make.agency("Northmoor Homes"), make.TODAY)

    with pytest.raises(Refusal, match="on or after"):
        operations.end_seat(viewer=coordinator, seat=given, until_on=YESTERDAY)


def test_a_seat_does_not_end_after_the_next_one_of_the_agency_begins(area, coordinator):
    homes = make.agency("Northmoor Homes")
    first = seat(coordinator, area, homes, date(2025, 1, 1))
    seat(coordinator, area, homes, TOMORROW)

    with pytest.raises(Refusal, match="next seat"):
        operations.end_seat(viewer=coordinator, seat=first, until_on=TOMORROW)


def test_a_seat_of_another_marac_cannot_be_ended(area):
    given = seat(make.system(), area, make.agency("Northmoor Homes"), make.TODAY)

    with pytest.raises(Unseen):
        operations.end_seat(viewer=make.viewer(maracs=[make.marac()]), seat=given, until_on=make.TODAY)


def test_two_agencies_cannot_have_one_name(coordinator):
    make.agency("Northmoor Homes")

    with pytest.raises(Refusal, match="already an agency"):
        operations.add_agency(viewer=coordinator, name="NORTHMOOR homes")

    assert Agency.objects.count() == 1


def test_a_proclaimed_day_is_added_once_and_taken_off(area, coordinator):
    profile = profile_on(area.pk, make.TODAY)
    day = operations.add_holiday(
        viewer=coordinator, nation="england", on=date(2026, 6, 1), name="Proclaimed day", reason="Jubilee"
    )
    with pytest.raises(Refusal, match="bank holiday already"):
        operations.add_holiday(
            viewer=coordinator, nation="england", on=date(2026, 6, 1), name="The same", reason="Jubilee"
        )
    assert holidays_of(profile) == {date(2026, 6, 1)}

    operations.remove_holiday(viewer=coordinator, holiday=day, reason="Called off")

    assert holidays_of(profile) == frozenset()


def test_the_command_adds_the_days_of_four_nations_once():
    first, second = StringIO(), StringIO()

    call_command("holidays", "--years", "2026-2027", stdout=first)
    call_command("holidays", "--years", "2026-2027", stdout=second)

    assert [line.split(":")[0] for line in first.getvalue().splitlines()] == [nation.value for nation in Nation]
    assert [line.split()[1] for line in second.getvalue().splitlines()] == ["0"] * 4
    assert BankHoliday.objects.filter(nation="scotland", on=date(2026, 11, 30)).exists()


@pytest.mark.parametrize("years", ["2030-2024", "soon", "1800-1900"])
def test_the_command_refuses_years_that_it_cannot_read(years):
    with pytest.raises(CommandError, match="write the"):
        call_command("holidays", "--years", years)
