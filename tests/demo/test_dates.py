"""The dates of the county: every kind of series, and what the office did with single dates since."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from marac.access.roles import Role
from marac.demo.dates import arrange_dates, plan_closing_dates, plan_year
from marac.meetings.models import Meeting
from marac.series.models import ChairAway, PlannedDate, Series, SkippedDay
from marac.series.rules import Booking, Kind, Pattern
from tests import make


@pytest.mark.parametrize("days", range(7))
def test_the_county_has_every_kind_of_series_and_of_booking_whatever_day_it_is_made(area, days):
    police = make.agency("Northmoor Police", marac=area)
    chair = make.member(Role.CHAIR, marac=area, agency=police)
    viewer, first = make.viewer(maracs=[area], agency=police), date(2026, 3, 16)

    planned = plan_year(viewer, area, first)
    arrange_dates(replace(viewer, today=viewer.today + timedelta(days=days)), area, chair)
    plan_closing_dates(viewer, area, date(2026, 3, 17))

    assert planned[0].held_on == first
    assert set(Series.objects.values_list("kind", flat=True)) == {each.value for each in Kind}
    assert set(Series.objects.values_list("pattern", flat=True)) == {each.value for each in Pattern}
    assert set(PlannedDate.objects.values_list("booking", flat=True)) == {each.value for each in Booking}
    assert Meeting.objects.filter(state="cancelled").count() == 1
    assert (ChairAway.objects.count(), SkippedDay.objects.count()) == (1, 1)
