"""A short meeting held by the keyboard alone, from attendance to the minutes in an agency's hands: what is pressed is a
key, and what is reached is reached by Tab, arrows or the shortcuts that Live names."""

from dataclasses import replace
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from marac.access.roles import Role
from marac.caselists.operations import send_list
from marac.meetings.models import Meeting
from marac.meetings.operations import list_case
from tests import make
from tests.journeys import papers
from tests.journeys.steps import Chair, Coordinator, Representative
from tests.meetings.conftest import person_in, referral_of

pytestmark = pytest.mark.parametrize("cast", ["keyboard"], indirect=True)
TASK = "Fit new locks before the weekend"
POINTED = "addEventListener('pointerdown', () => sessionStorage.setItem('pointed', 'yes'))"


class Taker(Coordinator):
    """Takes the minutes on Live by its shortcuts."""

    def on_the_kind(self):
        self.page.keyboard.press("Escape")
        expect(self.page.get_by_label("This is", exact=True)).to_be_focused()

    def goes(self, letter, target):
        self.on_the_kind()
        self.page.keyboard.press(letter)
        expect(target).to_be_focused()

    def clocks(self, press, then):
        self.goes("b", self.page.get_by_role("button", name=press))
        self.page.keyboard.press("Enter")
        expect(self.page.get_by_role("button", name=then)).to_be_visible()
        expect(self.page.get_by_label("This is", exact=True)).to_be_focused()

    def types_a_line(self, kind, agency, text):
        self.goes(kind, self.page.get_by_label("Agency", exact=True))
        self.page.keyboard.type(agency)
        self.page.keyboard.press("Tab")
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")
        expect(self.page.locator("#lines").get_by_text(text, exact=True)).to_have_count(1)

    def types_the_summary(self, harm):
        self.on_the_kind()
        self.page.keyboard.press("s")
        self.writes("Possible harm to people or property", harm)
        self.page.keyboard.press("Tab")
        expect(self.page.locator("[data-says=saved]")).to_be_visible()

    def agrees_and_hears_yes(self, agency, due_on):
        self.goes("a", self.page.get_by_label("What will be done"))
        self.agrees_an_action(agency=agency, task=TASK, due_on=due_on, risk="He has a key")
        self.presses("Accept")
        expect(self.page.locator("#agreed")).to_contain_text("Accepted")


@pytest.fixture
def cases(area, meeting, clock):
    """Two, listed and sent in good time; it is the day of the meeting now, whatever day it is."""
    clock.to(meeting.held_on, 10)
    then = replace(make.viewer(maracs=[area]), today=meeting.cut_off_on)
    made = [make.case(marac=area) for _each in range(2)]
    for case in made:
        person_in(case)
        list_case(viewer=then, meeting=meeting, case=case, referral=referral_of(case))
    send_list(viewer=then, meeting=meeting)
    return made


def test_a_short_meeting_is_held_and_its_minutes_go_out_by_keys_alone(cast, cases):
    held_on = cast.meeting.held_on
    taker = cast.brings(Taker, Role.COORDINATOR, "office")
    taker.page.context.add_init_script(POINTED)
    taker.opens_the_meeting(held_on)
    taker.records("Ida Stone", agency="Fellshire Police", capacity="Chair")
    taker.records("Ola Reed", agency="Fellshire Homes")
    are_minuted(taker, cases, held_on)
    chair = cast.brings(Chair, Role.CHAIR, "police")
    chair.approves(held_on)
    taker.issues(held_on)
    homes = cast.brings(Representative, Role.REPRESENTATIVE, "housing")
    said = papers.words_of(homes.reads_the_minutes(held_on))

    assert [each for each in (TASK, "He has a key", "Called twice.") if each not in said] == []
    assert cases[1].reference not in said
    assert taker.page.evaluate("() => sessionStorage.getItem('pointed')") is None
    assert [unseen for hand in cast.hands for unseen in hand.unseen] == []


def are_minuted(taker, cases, held_on):
    """The first with an action that its owner accepts before it is left; then the next, and the meeting is over."""
    first, second = (case.reference for case in cases)
    taker.follows("Live: what is said, as it is said")
    taker.comes_to(f"Minutes of {first}")
    taker.clocks("Begin the case", "End the case")
    taker.types_a_line("f", "fell pol", "Called twice.")
    taker.types_a_line("o", "fell pol", "He may come back.")
    taker.types_the_summary("He may force the door.")
    taker.agrees_and_hears_yes("Fellshire Homes", held_on + timedelta(days=7))
    taker.clocks("End the case", "Begin the case")
    taker.page.keyboard.press("n")
    taker.comes_to(f"Minutes of {second}")
    taker.clocks("Begin the case", "End the case")
    taker.types_a_line("f", "fell pol", "Nothing since June.")
    taker.types_the_summary("None is known.")
    taker.clocks("End the case", "Begin the case")
    assert Meeting.objects.get(items__case=cases[0]).state == Meeting.State.HELD
