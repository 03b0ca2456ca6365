"""One case of the month, played through the same tasks by the same hand: the counter cannot fall behind the pages."""

from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from effort.hand import Hand
from effort.month import EMAIL, PASSWORD, Month
from effort.papers import papers
from effort.story import play_the_month
from marac.access.roles import Role
from marac.accounts import operations as accounts
from marac.directory.models import ReturnGroup
from marac.kernel.workdays import next_workday
from marac.meetings import operations as meetings
from marac.signin.demonstration import Demonstration, write_note
from tests import make

# The story begins here, and so is told over the turn of a year whenever the test is run.
FIRST_DAY = date(timezone.localdate().year + 1, 12, 10)


@pytest.fixture
def area(transactional_db, clock):
    clock.to(FIRST_DAY, 10)
    return make.marac("Norbrook")


@pytest.fixture
def meeting(area):
    """With the people and agencies whom the story names; a demonstration, where the password is enough."""
    write_note(Demonstration([], PASSWORD))
    office = make.agency("Fellshire Council", marac=area)
    make.agency("Fellshire Police", marac=area, group=ReturnGroup.POLICE)
    make.agency("Fellshire Hospitals", marac=area, group=ReturnGroup.SECONDARY_CARE)
    for email, role in ((EMAIL, Role.COORDINATOR), ("chair@fellshire.example.org", Role.CHAIR)):
        person = accounts.add_person(viewer=make.system(), email=email, name="Ada Quill", password=PASSWORD)
        given = {"agency": office, "marac": area, "role": role.value, "from_on": date(2020, 1, 1)}
        accounts.give_role(viewer=make.clerk(), user=person, **given)
        make.sign(person)
    held_on = next_workday(FIRST_DAY + timedelta(days=28), ())
    given = {"days": [held_on], "starts_at": time(9, 30)}
    return meetings.plan_meetings(viewer=make.viewer(maracs=[area]), marac=area, **given)[0]


def test_a_case_is_played_from_its_referral_to_the_return_of_the_quarter(page, live_server, meeting, tmp_path, clock):
    page.set_default_timeout(10_000)

    def on(day: date) -> None:
        clock.to(day, 10)
        month.sign_in()

    month = Month(hand=Hand(page), address=live_server.url, meeting=meeting, on=on)
    play_the_month(month, papers(tmp_path, [], number=1), FIRST_DAY)

    assert {name: count.times for name, count in month.hand.counts.items()} == {
        "Sign in and see the day": 7,
        "Receive a referral": 1,
        "Check what was read": 1,
        "Decide on a referral": 1,
        "List a case": 1,
        "Send the case list and ask for research": 1,
        "Chase research": 1,
        "Record who came": 3,
        "Minute a case: a line, the summary, two actions": 1,
        "Mark a case as heard": 1,
        "Issue the minutes": 1,
        "Note an agency's report on an action": 2,
        "Look at late actions": 1,
        "Look at flags that are missing": 1,
        "Make the quarter's return": 1,
    }
