"""The screens of a meeting in a browser: what a colleague writes comes without taking the focus or the place away, and
on a telephone every button is in sight."""

import pytest
from playwright.sync_api import expect

from marac.access.roles import Role
from marac.attendance.models import Attendance
from marac.minutes import operations
from marac.minutes.models import Discussion
from tests import make
from tests.minutes.area import build, made

IN_SIGHT = "element => { const at = element.getBoundingClientRect(); return at.left >= 0 && at.right <= innerWidth; }"
WIDE = "() => document.documentElement.scrollWidth"
BUSY = 60_000  # milliseconds, on a machine that does something else besides


@pytest.fixture
def area(transactional_db):
    found = build()
    found.shared.state, found.shared.began_at = "listed", make.NOON
    made(found.shared)
    found.minuted(found.shared, text="Line 0.")
    for number in range(1, 12):
        says(found, f"Line {number}.")
    return found


def says(area, text):
    line = {"kind": "fact", "source": "", "dated_on": None, "may_be_minuted": "oral"}
    discussion = Discussion.objects.get(item=area.shared)
    operations.add_entry(viewer=area.viewer(), discussion=discussion, agency=area.police, text=text, **line)


@pytest.fixture
def opens(live_server, page, area):
    page.set_default_timeout(BUSY)

    def opening(role, path):
        make.enter_browser(page, live_server.url, make.member(role, marac=area.marac, agency=area.police))
        page.goto(f"{live_server.url}{path}")
        return page

    return opening


def test_the_chairs_screen_keeps_the_focus_and_the_place_when_a_line_is_written(area, opens):
    page = opens(Role.CHAIR, f"/room/cases/{area.shared.pk}/chair/")
    page.set_viewport_size({"width": 1280, "height": 500})
    pane = page.locator(".marac-panes__pane").nth(2)
    pane.evaluate("element => { element.scrollTop = 120; element.scrollIntoView(); }")
    link = page.get_by_role("link", name="Defer the case")
    link.focus()
    at = pane.evaluate("element => element.scrollTop")

    says(area, "Spoken just now.")
    expect(page.get_by_text("Spoken just now.")).to_be_attached(timeout=BUSY)

    expect(link).to_be_focused()
    assert pane.evaluate("element => element.scrollTop") == at > 0


@pytest.mark.parametrize("name", ["Correct line 3", "Next case"])
def test_the_live_screen_keeps_the_focus_when_a_colleague_writes(area, opens, name):
    page = opens(Role.ADMINISTRATOR, f"/room/cases/{area.shared.pk}/")
    target = page.get_by_role("link", name=name).first
    target.focus()

    says(area, "Said just now.")
    expect(page.locator("#lines").get_by_text("Said just now.")).to_be_attached(timeout=BUSY)

    expect(target).to_be_focused()


def test_what_is_typed_stays_in_its_box_when_a_colleague_writes(area, opens):
    page = opens(Role.ADMINISTRATOR, f"/room/cases/{area.shared.pk}/")
    box = page.get_by_label("What will be done")
    box.focus()
    page.keyboard.type("Ring the offi")

    says(area, "Said just now.")
    expect(page.locator("#lines").get_by_text("Said just now.")).to_be_attached(timeout=BUSY)
    page.keyboard.type("cer.")

    expect(box).to_have_value("Ring the officer.")


@pytest.mark.parametrize("width", [390, 640])
def test_on_a_telephone_and_at_twice_the_size_every_button_is_in_sight(area, opens, width):
    made(Attendance(meeting=area.meeting, agency=area.housing, name="Una Frost", capacity="representative"))
    case, meeting = area.shared.pk, area.meeting.pk
    for path in (
        f"/attendance/cases/{case}/",
        f"/attendance/{meeting}/",
        f"/room/cases/{case}/",
        f"/room/cases/{case}/chair/",
        f"/room/meetings/{meeting}/",
        f"/meetings/{meeting}/",
        f"/agenda/{meeting}/",
    ):
        page = opens(Role.COORDINATOR, path)
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate(WIDE) <= width, path
        buttons = page.locator("main button, main a").filter(visible=True).all()
        assert [each.inner_text() for each in buttons if not each.evaluate(IN_SIGHT)] == [], path
