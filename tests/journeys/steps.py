"""What each person does in a journey, in the words of their work. Each step ends when its page says so."""

from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from config.jinja import short_day
from marac.kernel.dates import format_date, short_date
from tests import make


class Person:
    """Somebody at a browser. `hand` is how they work it; `judge` is given every page that they come to."""

    def __init__(self, page: Any, hand: Any, judge: Any) -> None:
        self.page, self.hand, self.judge = page, hand, judge

    def comes_to(self, heading: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(heading)
        self.judge(self.page)

    def reads(self, words: str) -> None:
        expect(self.page.locator("main").get_by_text(words).filter(visible=True).first).to_be_visible()

    def presses(self, name: str, role: str = "button", **how: Any) -> None:
        self.hand.press(self.page.get_by_role(role, name=name, **how).first)

    def follows(self, name: str, **how: Any) -> None:
        self.presses(name, "link", **how)

    def writes(self, label: str, text: str) -> None:
        self.hand.write(self.page.get_by_label(label, exact=True), text)

    def chooses(self, label: str) -> None:
        self.hand.choose(self.page.get_by_label(label, exact=True).first)

    def picks(self, label: str, option: str) -> None:
        self.hand.pick(self.page.get_by_label(label, exact=True), option)

    def downloads(self, name: str, role: str) -> bytes:
        with self.page.expect_download() as download:
            self.presses(name, role)
        return Path(download.value.path()).read_bytes()

    def signs_in(self, email: str, password: str, secret: bytes) -> None:
        """`secret` is that of their authenticator app."""
        self.page.goto("/")
        self.writes("E-mail address", email)
        self.writes("Password", password)
        self.page.keyboard.press("Enter")
        self.comes_to("Show that it is you")
        self.writes("Code", make.code_of(secret))
        self.page.keyboard.press("Enter")
        self.comes_to("Today")

    def opens_the_meeting(self, held_on: date) -> None:
        self.follows("Meetings", exact=True)
        self.comes_to("Meetings")
        self.follows(short_day(held_on), exact=True)
        self.comes_to(f"Meeting of {format_date(held_on)}")

    def opens_its_minutes(self, held_on: date) -> None:
        self.opens_the_meeting(held_on)
        self.follows("Minutes", exact=True)
        self.comes_to("Minutes of")


class Coordinator(Person):
    """Takes in referrals, prepares the meeting, minutes it, and makes the return."""

    def uploads(self, file: Path) -> None:
        self.follows("Referrals", exact=True)
        self.comes_to("Referrals")
        self.presses("Upload a referral")
        self.comes_to("Upload a referral")
        self.hand.give(self.page.get_by_label("Referral", exact=True), file)
        self.presses("Upload and read")
        self.comes_to("Check referral")

    def accepts(self, *, referred_by: str, reason: str = "") -> None:
        self.presses("Decide")
        self.comes_to("Decide on referral")
        self.chooses("Accept")
        self.picks("Referring agency", referred_by)
        if reason:
            self.writes("Reason", reason)
        self.presses("Decide")
        self.comes_to("Referral")

    def lists_a_case(self) -> None:
        self.presses("List a case")
        self.comes_to("List a case")
        self.hand.choose(self.page.get_by_role("radio").first)
        self.writes("Why it is listed late", "It cannot wait for the next meeting")
        self.presses("List the case")
        self.comes_to("Meeting of")

    def sends_the_list_and_asks_for_research(self) -> None:
        self.presses("Send the case list and ask for research")
        self.reads("Case list sent")
        self.judge(self.page)
        self.follows("Research: who has answered")
        self.comes_to("Who has answered")
        self.reads("Waiting")

    def records(self, name: str, *, agency: str, capacity: str = "Representative", presence: str = "Present") -> None:
        self.follows("Attendance: who is there")
        self.comes_to("Attendance on")
        self.picks("Agency", agency)
        self.writes("Name", name)
        self.picks("Capacity", capacity)
        self.chooses(presence)
        if presence == "Present":
            self.chooses("Has accepted the confidentiality statement")
        self.presses("Record", exact=True)
        self.reads(name)
        self.judge(self.page)
        self.follows("Back to the meeting")
        self.comes_to("Meeting of")

    def hears(self, reference: str) -> None:
        self.presses(f"Heard {reference}")
        expect(self.page.get_by_role("button", name=f"Heard {reference}")).to_have_count(0)

    def defers(self, reference: str, reason: str) -> None:
        self.follows(f"Defer {reference}")
        self.comes_to("Defer a case")
        self.writes("Reason", reason)
        self.presses("Defer the case")
        self.comes_to("Meeting of")

    def minutes_a_line(self, kind: str, *, agency: str, text: str, source: str) -> None:
        self.picks("This is", kind)
        self.writes("Agency", agency)
        self.writes("What was said", text)
        self.writes("Source", source)
        self.presses("Add the line")
        expect(self.page.locator("#lines")).to_contain_text(text)
        self.reads("Saved")

    def sums_up(self, *, harm: str, conclusion: str) -> None:
        self.writes("Possible harm to people or property", harm)
        self.writes("Conclusion", conclusion)
        self.presses("Save the summary")
        self.reads("Saved")
        self.judge(self.page)

    def agrees_an_action(self, *, agency: str, task: str, due_on: date, risk: str) -> None:
        self.picks("Who will do it", agency)
        self.writes("What will be done", task)
        self.writes("By when", short_date(due_on))
        self.writes("Or a risk not named yet", risk)
        self.presses("Agree the action")
        self.reads("The action is agreed.")
        self.reads(task)

    def asks_for_flags(self, counted_from: date) -> None:
        self.follows("Ask agencies for flags")
        self.comes_to("Flags of case")
        self.writes("Day that the months are counted from", short_date(counted_from))
        self.presses("Ask for flags")
        self.reads("Asked for, not confirmed")
        self.judge(self.page)

    def issues(self, held_on: date) -> None:
        self.opens_its_minutes(held_on)
        self.presses("Issue the approved minutes")
        self.comes_to("Issue the minutes of")
        self.judge(self.page)
        self.presses("Send these minutes")
        self.reads("The minutes have gone out.")
        self.judge(self.page)

    def makes_the_return(self, quarter: str) -> bytes:
        self.follows("Return", exact=True)
        self.comes_to("Quarterly return")
        self.picks("Quarter", quarter)
        self.presses("Show the return")
        self.comes_to("Return")
        return self.downloads("Download the workbook", "button")


class Chair(Person):
    def approves(self, held_on: date) -> None:
        self.opens_its_minutes(held_on)
        self.presses("Read and approve the minutes")
        self.comes_to("Approve the minutes of")
        self.judge(self.page)
        self.presses("Approve these minutes")
        self.reads("The minutes are approved.")
        self.judge(self.page)


class Representative(Person):
    """Answers for an agency: what it holds, what it undertook, what it marked."""

    def opens_the_list(self, held_on: date, *, naming: str) -> None:
        self.opens_the_meeting(held_on)
        self.follows("Case list to read or print")
        self.comes_to("Case list for")
        self.reads(naming)

    def holds_nothing(self, reference: str) -> None:
        self.follows("Research", exact=True)
        self.comes_to("Research asked of your agency")
        self.presses(f"Checked, nothing held in case {reference}")
        self.comes_to("Research asked of your agency")

    def answers(self, reference: str, *, found: str) -> None:
        """Sent with Enter from a box of one line."""
        self.follows("Research", exact=True)
        self.comes_to("Research asked of your agency")
        self.follows(reference, exact=True)
        self.comes_to("Research for case")
        self.chooses("Known to us")
        self.writes_first("What was found", found)
        self.chooses("Fact")
        self.chooses("May be minuted")
        self.writes_first("Where it comes from", "Crime system")
        self.page.keyboard.press("Enter")
        self.comes_to("Research asked of your agency")
        self.reads("Known to us")

    def writes_first(self, label: str, text: str) -> None:
        self.hand.write(self.page.get_by_label(label, exact=True).first, text)

    def reads_the_minutes(self, held_on: date) -> bytes:
        """Opens the issue on the page, and takes its Word file."""
        self.opens_its_minutes(held_on)
        self.follows("Issue 1")
        self.comes_to("Minutes of")
        return self.downloads("Download as a Word file", "link")

    def reports(self, task: str, *, done: str) -> None:
        self.follows("Actions", exact=True)
        self.comes_to("Actions")
        self.follows(task)
        self.reads(task)
        self.judge(self.page)
        self.chooses("Complete")
        self.writes("If it was done: what was done, and what changed", done)
        self.presses("Report", exact=True)
        self.reads(done)
        self.judge(self.page)

    def places_the_flag(self) -> None:
        self.follows("Flags", exact=True)
        self.comes_to("Flags of your agency")
        self.presses("Flag placed")
        self.reads("In place")
        self.judge(self.page)
