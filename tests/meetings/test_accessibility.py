"""The pages of meetings in a browser: the year and a list read, with nothing for axe to find."""

from datetime import date, time

import pytest

from marac.access.roles import Role
from marac.caselists import operations as caselists
from marac.meetings import operations
from marac.people.models import Party
from tests import make
from tests.meetings.conftest import person_in, referral_of


@pytest.fixture
def meeting_with_cases(live_server, area, police, coordinator):
    """A meeting far ahead with two cases and its list sent; gives a coordinator and the meeting."""
    user = make.member(Role.COORDINATOR, marac=area, agency=police)
    meeting = operations.plan_meetings(viewer=coordinator, marac=area, days=[date(2099, 3, 25)], starts_at=time(9, 30))[
        0
    ]
    for _each in range(2):
        case = make.case(marac=area)
        operations.list_case(viewer=coordinator, meeting=meeting, case=case, referral=referral_of(case, agency=police))
        person_in(case, other_name="Crow", address="3 Quay Lane")
        person_in(case, Party.Role.CHILD, forenames="Pip", school="Hilltop Primary")
    referral_of(make.case(marac=area))
    caselists.send_list(viewer=coordinator, meeting=meeting)
    return user, meeting


def test_a_year_and_a_list_are_read_in_a_browser(live_server, page, axe_faults, meeting_with_cases):
    user, meeting = meeting_with_cases
    faults = []
    make.enter_browser(page, live_server.url, user)
    own = [f"{meeting.pk}/{place}" for place in ("", "case-list/", "list-case/", "cancel/")]
    for place in ("", "?year=2099", *own):
        page.goto(f"{live_server.url}/meetings/{place}")
        faults += axe_faults(page)

    assert faults == []
