"""From an empty year to minutes in agencies' hands: a meeting of twenty cases, two who minute it at once and a chair,
of whom one loses the line in the middle. It is played on days of its own, whatever day it is."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from marac.access.roles import Role
from marac.directory.models import Agency, Marac, PanelSeat
from marac.kernel.dates import short_date
from marac.meetings.models import AgendaItem, Meeting
from marac.minutes.models import Discussion, Entry
from marac.packs.due import make_waiting
from tests import make
from tests.clock import Clock
from tests.journeys import papers
from tests.journeys.sitting import GROUPS, MinuteTaker, Table, answer_all, list_all, on, refer_twenty
from tests.journeys.steps import Chair, Coordinator, Representative

PLANNED_ON = date(2027, 1, 4)
LISTED_ON = date(2027, 1, 20)  # the day on which referrals close
HELD_ON = date(2027, 2, 3)
TASK = "Fit new locks before the weekend"


@dataclass
class House:
    clock: Clock
    table: Table
    marac: Marac
    agencies: dict[str, Agency]
    users: dict[str, Any]
    faults: list[str]

    @property
    def meeting(self) -> Meeting:
        return Meeting.objects.get(marac=self.marac, held_on=HELD_ON)

    @property
    def order(self) -> list[AgendaItem]:
        return list(self.meeting.items.select_related("case").order_by("position"))

    def office(self, day):
        return on(make.viewer(maracs=[self.marac]), day)


@pytest.fixture
def clock(clock):
    clock.to(PLANNED_ON, 10)
    return clock


@pytest.fixture
def house(clock, area, browser, browser_context_args, live_server, axe_faults, faults):
    def judge(page):
        faults.extend(f"{page.url}: {each}" for each in axe_faults(page))

    table = Table(browser, browser_context_args | {"base_url": live_server.url}, judge, set())
    agencies = {name: make.agency(name, marac=area, group=group) for name, group in GROUPS.items()}
    agencies["Fellshire Council"] = make.agency("Fellshire Council", marac=area)
    on_call = PanelSeat.Standing.ON_CALL
    agencies["Fellshire Homes"] = make.agency("Fellshire Homes", marac=area, standing=on_call)
    roles = {
        "coordinator": (Role.COORDINATOR, "Fellshire Council"),
        "administrator": (Role.ADMINISTRATOR, "Fellshire Council"),
        "chair": (Role.CHAIR, "Fellshire Police"),
        "schools": (Role.REPRESENTATIVE, "Fellshire Schools"),
        "homes": (Role.REPRESENTATIVE, "Fellshire Homes"),
    }
    users = {name: make.member(role, marac=area, agency=agencies[agency]) for name, (role, agency) in roles.items()}
    return House(clock, table, area, agencies, users, faults)


def test_twenty_cases_go_from_an_empty_year_to_minutes_in_the_hands_of_agencies(house):
    the_year_is_laid_out(house)
    the_list_goes_out(house)
    the_order_is_worked_out_and_papers_are_made(house)
    house.clock.to(HELD_ON, 9, 30)
    everybody_comes(house)
    takers = [house.table.brings(MinuteTaker, house.users[name]) for name in ("coordinator", "administrator")]
    chair = house.table.brings(Chair, house.users["chair"])
    room = house.table.brings(Representative, house.users["schools"])
    the_first_case_is_minuted_by_both(house, takers, chair, room)
    one_of_them_loses_the_line(house, takers)
    the_other_cases_are_heard(house, takers, chair)
    expect(room.page.get_by_text("Every case has been heard.")).to_be_visible()
    the_minutes_go_out(takers[0], chair)
    an_agency_opens_its_cut(house)

    assert house.faults == []
    assert house.table.asked == {urlsplit(house.table.settings["base_url"]).netloc}


def the_year_is_laid_out(house):
    coordinator = house.table.brings(Coordinator, house.users["coordinator"])
    coordinator.follows("Meetings", exact=True)
    coordinator.comes_to("Meetings 2027")
    coordinator.reads("No meeting is planned for this year.")
    coordinator.presses("Plan meetings")
    coordinator.comes_to("Plan meetings")
    coordinator.chooses("A meeting, in a room or by video")
    coordinator.chooses("Monthly, on the same weekday of the month")
    for label, text in (
        ("First date", "3/2/2027"),
        ("Last day to plan for", "31/12/2027"),
        ("Starts at", "9.30am"),
        ("Ends at (optional)", "2pm"),
        ("Room (optional)", "Committee room 2"),
    ):
        coordinator.writes(label, text)
    coordinator.presses("Show the dates")
    coordinator.comes_to("Check the dates")
    coordinator.presses("Publish 11 dates")
    coordinator.comes_to("Monthly")
    coordinator.follows("Meetings", exact=True)
    coordinator.comes_to("Meetings 2027")
    coordinator.follows("The year on paper, and in your calendar")
    coordinator.comes_to("2027")
    assert house.meeting.starts_at.hour == 9


def the_list_goes_out(house):
    house.clock.to(LISTED_ON, 14)
    refer_twenty(house.marac, house.agencies["Fellshire Police"], LISTED_ON)
    list_all(house.office(LISTED_ON), house.meeting)
    coordinator = house.table.brings(Coordinator, house.users["coordinator"])
    coordinator.opens_the_meeting(HELD_ON)
    coordinator.presses("List a case")
    coordinator.comes_to("List a case")
    coordinator.hand.choose(coordinator.page.get_by_role("radio").first)
    coordinator.presses("List the case")
    coordinator.comes_to("Meeting of")
    coordinator.sends_the_list_and_asks_for_research()
    schools = house.table.brings(Representative, house.users["schools"])
    schools.opens_the_list(HELD_ON, naming="Thistle")
    answer_all(house.office(LISTED_ON), house.meeting)


def the_order_is_worked_out_and_papers_are_made(house):
    coordinator = house.table.brings(Coordinator, house.users["coordinator"])
    coordinator.opens_the_meeting(HELD_ON)
    coordinator.follows("Order of the cases, and who sits when")
    coordinator.comes_to("Agenda of")
    works_out_the_order(coordinator)
    coordinator.judge(coordinator.page)
    coordinator.follows("Back to the meeting")
    coordinator.follows("Papers, a file for each person")
    coordinator.comes_to("Papers for")
    coordinator.presses("Make the papers")
    coordinator.reads("You may leave this page")
    make_waiting(on(make.system(), LISTED_ON))
    coordinator.reads("Issue 1: 2 of 2 made.")  # by itself, on the page that stayed open
    coordinator.judge(coordinator.page)
    schools = house.table.brings(Representative, house.users["schools"])
    schools.opens_the_meeting(HELD_ON)
    schools.follows("Papers, a file for each person")
    assert schools.downloads("Your papers, issue 1 (PDF)", "link").startswith(b"%PDF")


def works_out_the_order(coordinator):
    """Where the machine is too busy, the page says so and to press again."""
    proved, busy = coordinator.page.get_by_text("This is proved."), coordinator.page.get_by_text("Press again")
    for _press in range(6):
        with coordinator.page.expect_navigation():
            coordinator.presses("Work out the order with the least waiting")
        expect(proved.or_(busy)).to_be_visible()
        if proved.is_visible():
            return
    pytest.fail("The order is not worked out.")


def everybody_comes(house):
    schools = house.table.brings(Representative, house.users["schools"])
    schools.opens_the_meeting(HELD_ON)
    schools.follows("I am here and accept confidentiality")
    schools.comes_to("Confidentiality statement")
    schools.presses("I am here and accept it")
    schools.comes_to("Meeting of")
    coordinator = house.table.brings(Coordinator, house.users["coordinator"])
    coordinator.opens_the_meeting(HELD_ON)
    coordinator.follows("Attendance: who is there, and the quorum")
    coordinator.comes_to("Attendance on")
    coordinator.reads("by themselves")
    for name, agency, capacity, presence in (
        ("Ida Stone", "Fellshire Police", "Chair", "Present"),
        ("Una Frost", "Fellshire Health", "Representative", "Present"),
        ("Bo Lake", "Fellshire Probation", "Deputy", "Present"),
        ("Ola Reed", "Fellshire Council", "Taking minutes", "Present"),
        ("Kit Hale", "Fellshire Homes", "For one case", "Present"),
        ("Ash Moor", "Fellshire Children", "Representative", "Apologies, information sent"),
    ):
        coordinator.picks("Agency", agency)
        coordinator.writes("Name", name)
        coordinator.picks("Capacity", capacity)
        coordinator.chooses(presence)
        coordinator.presses("Record", exact=True)
        coordinator.reads(name)
    coordinator.reads("5 people present have not accepted confidentiality")
    coordinator.presses("Read out: everybody present has accepted it")
    coordinator.reads("0 people present have not accepted confidentiality")
    coordinator.reads("5 core agencies are present.")
    coordinator.judge(coordinator.page)


def the_first_case_is_minuted_by_both(house, takers, chair, room):
    first = house.order[0].case.reference
    for each in takers:
        each.opens_its_minutes(HELD_ON)
        each.follows(first, exact=True)
        expect(each.first_box).to_be_focused()
    chair.opens_the_meeting(HELD_ON)
    chair.follows("Chair: the script and the clock")
    chair.comes_to(first)
    room.opens_the_meeting(HELD_ON)
    room.follows("Room: to share on a screen")
    somebody_comes_to_the_table(chair, "Kit Hale")
    chair.presses("Begin the case")
    chair.page.get_by_role("button", name="End the case").wait_for()
    expect(room.page.get_by_text("Case 1 of 20")).to_be_visible()
    room.judge(room.page)
    both_write_at_once(takers)
    an_action_is_agreed_and_accepted(takers[0])
    expect(chair.page.get_by_text("What the victim wants: ")).to_contain_text("New locks.")
    chair.judge(chair.page)
    chair.presses("End the case")
    chair.page.get_by_role("button", name="Begin the case").wait_for()


def somebody_comes_to_the_table(chair, name):
    """For this case only, from now on."""
    chair.follows("At the table for this case")
    chair.comes_to("At the table for this case")
    chair.presses(f"Joins {name}")
    chair.page.get_by_role("button", name=f"Leaves {name}").wait_for()
    chair.follows("Back to the case")
    chair.page.get_by_role("heading", name="Script").wait_for()


def both_write_at_once(takers):
    """In one box too: each text stands there, whoever was first."""
    one, other = takers
    one.types("f", "pol", "Called twice in June.", source="Crime system")
    other.types("o", "heal", "She sleeps badly.", source="Visit")
    for each in takers:
        each.has("Called twice in June.")
        each.has("She sleeps badly.")
    one.sums_up("What the victim wants", "To stay in her home.")
    other.sums_up("What the victim wants", "New locks.")
    one.sums_up("Possible harm to people or property", "He may force the door.")
    either = re.compile(r"^(To stay in her home\.\nNew locks\.|New locks\.\nTo stay in her home\.)$")
    for each in takers:
        expect(each.page.get_by_label("What the victim wants", exact=True)).to_have_value(either)
        each.judge(each.page)


def an_action_is_agreed_and_accepted(taker):
    taker.picks("Who will do it", "Fellshire Homes")
    taker.writes("What will be done", TASK)
    taker.writes("By when", short_date(date(2027, 2, 5)))
    taker.writes("Or a risk not named yet", "He has a key")
    taker.presses("Agree the action")
    taker.reads("The action is agreed.")
    taker.presses("Accept")
    expect(taker.page.locator("#agreed")).to_contain_text("Accepted")


def one_of_them_loses_the_line(house, takers):
    """She writes on for as long as it is gone, and what a colleague writes meanwhile comes when it is back."""
    one, other = takers
    item = house.order[1]
    for each in takers:
        each.opens_case(item.case.reference)
    one.begins()
    other.loses_the_line()
    other.types("f", "pol", "Arrested on Friday.", source="Custody record")
    other.types("i", "pol", "He may have a second car.")
    other.sums_up("What adds to the risk", "The tenancy ends in a month.")
    expect(other.page.locator("[data-says=lost]")).to_be_visible()
    expect(other.page.locator("#waiting li")).to_have_count(3)
    other.judge(other.page)
    one.writes_a_line("f", "heal", "Seen twice in hospital.")
    one.sums_up("What adds to the risk", "He drinks more.")
    one.is_saved()
    assert [each.text for each in Entry.objects.filter(discussion__item=item)] == ["Seen twice in hospital."]

    other.has_the_line_again()
    other.is_saved()
    for each in takers:
        for text in ("Arrested on Friday.", "He may have a second car.", "Seen twice in hospital."):
            each.has(text)
    kept = Discussion.objects.get(item=item)
    assert Entry.objects.filter(discussion=kept).count() == 3
    assert set(kept.contributory.splitlines()) == {"He drinks more.", "The tenancy ends in a month."}
    one.ends()


def the_other_cases_are_heard(house, takers, chair):
    """They take turns; the chair defers the last but one."""
    *heard, deferred, last = house.order[2:]
    chair.page.goto(f"/room/cases/{deferred.pk}/chair/")
    chair.follows("Defer the case")
    chair.comes_to("Defer a case")
    chair.writes("Reason", "The adviser could not reach her")
    chair.presses("Defer the case")
    chair.comes_to("Meeting of")
    for number, item in enumerate([*heard, last]):
        taker = takers[number % 2]
        taker.opens_case(item.case.reference)
        taker.begins()
        taker.writes_a_line("f", "pol", f"Known from {number + 2} reports.", source="Crime system")
        taker.sums_up("Possible harm to people or property", "He may come back.")
        taker.is_saved()
        taker.ends()


def the_minutes_go_out(taker, chair):
    coordinator = Coordinator(taker.page, taker.hand, taker.judge)
    coordinator.opens_its_minutes(HELD_ON)
    coordinator.follows("Action list of this meeting")
    coordinator.comes_to("Action list of")
    coordinator.presses("Send the action list")
    coordinator.reads("The action list has gone out.")
    chair.approves(HELD_ON)
    coordinator.issues(HELD_ON)


def an_agency_opens_its_cut(house):
    """Homes undertook something in the first case, and has a seat on no other."""
    homes = house.table.brings(Representative, house.users["homes"])
    word = papers.words_of(homes.reads_the_minutes(HELD_ON))
    first, *others = [each.case.reference for each in house.order]
    assert [each for each in (f"Case {first}", TASK, "He has a key") if each not in word] == []
    assert [each for each in others if each in word] == []
    assert homes.downloads("Download as a PDF", "link").startswith(b"%PDF")
