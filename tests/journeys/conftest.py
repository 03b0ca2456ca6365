"""An area whose meeting is today, people who may sign in there, and what axe says of every page that they come to."""

from dataclasses import dataclass, field, replace
from datetime import time, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from marac.directory.models import Agency, Marac, PanelSeat, ReturnGroup
from marac.kernel.workdays import is_workday
from marac.meetings import operations as meetings
from marac.meetings.models import Meeting
from tests import make
from tests.journeys.hands import MOST_PATIENT, Keyboard, Mouse

HANDS = {"mouse": Mouse, "keyboard": Keyboard}


@dataclass
class Cast:
    """brings(Chair, Role.CHAIR, "police") signs somebody in at a browser of their own."""

    browser: Any
    settings: dict[str, Any]
    marac: Marac
    agencies: dict[str, Agency]
    meeting: Meeting
    hand: type[Any]
    judge: Any
    hands: list[Any] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)  # every site that any of their browsers asked for anything

    def brings(self, kind, role, agency):
        user = make.member(role, marac=self.marac, agency=self.agencies[agency], password=make.PASSWORD)
        page = self.browser.new_context(**self.settings).new_page()
        page.context.on("request", lambda request: self.asked.add(urlsplit(request.url).netloc))
        page.set_default_timeout(MOST_PATIENT)
        self.hands.append(self.hand(page))
        person = kind(page, self.hands[-1], self.judge)
        person.signs_in(user.email, make.PASSWORD, make.factor(user))
        return person


@pytest.fixture(autouse=True)
def patience():
    """A machine that does something else besides is no fault of the page."""
    expect.set_options(timeout=MOST_PATIENT)
    yield
    expect.set_options(timeout=5_000)


@pytest.fixture
def area(transactional_db):
    return make.marac("Norbrook")


@pytest.fixture
def agencies(area):
    """Housing is asked only when it is needed, so it has a seat on no case until it undertakes something."""
    on_call = PanelSeat.Standing.ON_CALL
    return {
        "office": make.agency("Fellshire Council", marac=area),
        "police": make.agency("Fellshire Police", marac=area, group=ReturnGroup.POLICE),
        "housing": make.agency("Fellshire Homes", marac=area, group=ReturnGroup.HOUSING, standing=on_call),
    }


@pytest.fixture
def meeting(area, agencies):
    """On the last working day up to today, so that it can be heard now; planned five weeks ago."""
    held_on = timezone.localdate()
    while not is_workday(held_on, ()):
        held_on -= timedelta(days=1)
    then = replace(make.viewer(maracs=[area]), today=held_on - timedelta(days=35))
    return meetings.plan_meetings(viewer=then, marac=area, days=[held_on], starts_at=time(9, 30))[0]


@pytest.fixture
def faults():
    return []


@pytest.fixture
def cast(browser, browser_context_args, live_server, area, agencies, meeting, axe_faults, faults, request):
    """By mouse, or as the test's parameter says; axe judges what is worked by mouse, for both see the same pages."""
    chosen = getattr(request, "param", "mouse")

    def judge(page):
        if chosen == "mouse":
            faults.extend(f"{page.title()}: {fault}" for fault in axe_faults(page))

    settings = browser_context_args | {"base_url": live_server.url}
    return Cast(browser, settings, area, agencies, meeting, HANDS[chosen], judge)
