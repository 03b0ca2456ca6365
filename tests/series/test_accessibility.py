"""From an empty year to a published one in a browser, with nothing for axe to find."""

from datetime import date

from playwright.sync_api import expect

from marac.access.roles import Role
from marac.directory.operations import add_holidays
from marac.meetings.models import Meeting
from marac.series.models import Series
from tests import make

PLAN = (
    ("Weeks from one date to the next", "2"),
    ("First date", "9/3/2099"),
    ("Last day to plan for", "1/5/2099"),
    ("Starts at", "9.30am"),
    ("Room (optional)", "Room 2"),
)
BESIDE = (
    "meetings/series/",
    "meetings/series/{series}/change/",
    "meetings/series/dates/{first}/",
    "meetings/chairs/{marac}/",
    "settings/bank-holidays/add/",
)


def test_a_year_is_published_a_date_moved_and_a_day_proclaimed_in_a_browser(
    live_server, page, axe_faults, area, police, chairs
):
    add_holidays(viewer=make.system(), nation="england", days={date(2099, 3, 23): "Jubilee"})
    faults = []
    make.enter_browser(page, live_server.url, make.member(Role.COORDINATOR, marac=area, agency=police))
    page.goto(f"{live_server.url}/meetings/?year=2099")
    page.get_by_role("button", name="Plan meetings").click()
    faults += axe_faults(page)

    page.get_by_label("A meeting, in a room or by video").check()
    page.get_by_label("Every so many weeks").check()
    for label, typed in PLAN:
        page.get_by_label(label).fill(typed)
    page.get_by_role("button", name="Show the dates").click()
    page.get_by_text("23 March 2099 is Jubilee, so it is held on the next working day").wait_for()
    expect(page.get_by_role("cell", name="Bea Lark")).to_have_count(2)
    faults += axe_faults(page)
    page.get_by_role("button", name="Publish 4 dates").click()
    page.get_by_role("button", name="Change the dates to come").wait_for()
    faults += axe_faults(page)

    series, meeting = Series.objects.get(), Meeting.objects.first()
    page.goto(f"{live_server.url}/meetings/{meeting.pk}/move/")
    page.get_by_label("New day").fill("11/3/2099")
    page.get_by_label("Reason").fill("The hall is let")
    page.get_by_role("button", name="Show what moves").click()
    faults += axe_faults(page)
    page.get_by_role("button", name="Move the meeting").click()
    page.get_by_role("heading", name="Meeting of 11 March 2099").wait_for()
    places = {"series": series.pk, "first": series.dates.first().pk, "marac": area.pk}
    for place in BESIDE:
        page.goto(f"{live_server.url}/{place.format(**places)}")
        faults += axe_faults(page)

    assert faults == []
