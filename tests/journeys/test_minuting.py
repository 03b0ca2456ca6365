"""Minutes are typed as people speak: a line that is added leaves a summary that is being typed as it is."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from marac.access.roles import Role
from marac.caselists import operations as caselists
from marac.meetings import operations as meetings
from tests import make
from tests.journeys.steps import Coordinator
from tests.meetings.conftest import referral_of


@pytest.fixture
def case(area, meeting):
    """Listed, and the list sent, in good time."""
    made = make.case(marac=area)
    then = replace(make.viewer(maracs=[area]), today=meeting.cut_off_on)
    meetings.list_case(viewer=then, meeting=meeting, case=made, referral=referral_of(made))
    caselists.send_list(viewer=then, meeting=meeting)
    return made


def test_a_line_is_added_without_losing_the_summary_that_is_being_typed(cast, case, faults):
    coordinator = cast.brings(Coordinator, Role.COORDINATOR, "office")
    coordinator.opens_its_minutes(cast.meeting.held_on)
    coordinator.follows(case.reference, exact=True)
    coordinator.comes_to("Minutes of")
    coordinator.writes("Possible harm to people or property", "He may force the door.")

    coordinator.minutes_a_line("Fact", agency="fell pol", text="Called twice.", source="Crime system")
    expect(coordinator.page.get_by_label("This is")).to_be_focused()
    coordinator.presses("Save the summary")
    coordinator.reads("Saved")

    expect(coordinator.page.get_by_label("Possible harm to people or property")).to_have_value("He may force the door.")
    coordinator.judge(coordinator.page)
    assert faults == []
