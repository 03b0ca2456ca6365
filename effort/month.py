"""The coordinator's month of twenty cases, task by task, as the pages let them be done today."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from effort import others
from effort.hand import Hand, Refused
from effort.papers import Paper
from marac.meetings.models import AgendaItem, Meeting
from marac.referrals.models import Referral

EMAIL, PASSWORD = "coordinator@fellshire.example.org", "invented people only"
REASON = "High risk on the referrer's own account."
RISK = "He knows where she works and waits for her."
SAFETY = "New locks; safe words agreed with the school."
LINE = "Officers were called twice in June. No charge was brought either time."
TASKS = "Visit her at work, and agree when it is safe to ring.", "See the school, and agree who collects the children."
# Not read by the eye of somebody who knows the page: hints, and where each value stood.
PASSED_OVER = ".govuk-hint, .marac-reason, .marac-facts__where, .marac-facts__act, button, .govuk-radios__item"


@dataclass
class Month:
    """One coordinator, one meeting; `on` sets the product's day."""

    hand: Hand
    address: str
    meeting: Meeting
    on: Callable[[date], None]
    referrals: list[int] = field(default_factory=list)  # of the story: others may be there already

    @property
    def page(self) -> Any:
        return self.hand.page

    def sign_in(self) -> None:
        """In the morning, with a new browser session."""
        self.page.context.clear_cookies()
        self.page.goto(self.address)
        with self.hand.task("Sign in and see the day"):
            self.hand.type(self.page.get_by_label("E-mail address"), EMAIL)
            self.hand.type(self.page.get_by_label("Password", exact=True), PASSWORD)
            self.hand.go(self.page.get_by_role("button", name="Sign in"))
            self.hand.read(self.page.get_by_role("main"))

    # Referrals

    def receive(self, paper: Paper) -> None:
        with self.hand.task("Receive a referral"):
            self._place("Referrals")
            self.hand.go(self.page.get_by_role("button", name="Upload a referral"))
            area = self.page.get_by_label("MARAC", exact=True)
            if area.evaluate("element => element.selectedOptions[0].label") != self.meeting.marac.name:
                self.hand.pick(area, self.meeting.marac.name)
            self.hand.decide()
            self.hand.give(self.page.get_by_label("Referral", exact=True), paper.file)
            self.hand.go(self.page.get_by_role("button", name="Upload and read"))
            self._heading("Check referral")
            self.referrals.append(int(self.page.url.partition("/referrals/")[2].partition("/")[0]))

    def check(self) -> None:
        """Every value is read once; what is marked to be checked is looked up in the document: a decision each."""
        with self.hand.task("Check what was read"):
            for fold in self.page.locator(".marac-facts summary").all():
                self.hand.press(fold)
            cards = self.page.locator("main section.marac-card")
            if not cards.count():
                raise Refused("The review page shows no values")
            self.hand.read(*cards.all(), without=PASSED_OVER)
            self.hand.decide(self.page.get_by_role("main").get_by_text("Check", exact=True).count() + 1)

    def decide(self, paper: Paper) -> None:
        with self.hand.task("Decide on a referral"):
            self.hand.go(self.page.get_by_role("main").get_by_role("button", name="Decide"))
            self.hand.read(self.page.get_by_role("main"), without="label, .govuk-hint")
            self._who_is_known(paper)
            self.hand.choose(self.page.get_by_label("Accept", exact=True))
            if paper.repeat:
                self.hand.choose(self.page.get_by_label("Repeat", exact=True))
                self._same_case()
            self._agency()
            if not self.page.get_by_text("Met", exact=True).count():
                self.hand.type(self.page.get_by_label("Reason", exact=True), REASON)
            self.hand.decide(3)
            self.hand.go(self.page.get_by_role("main").get_by_role("button", name="Decide"))
            self._heading("Referral")

    def _who_is_known(self, paper: Paper) -> None:
        """Each likeness is looked at: who comes again is chosen by name, and anybody else is somebody new."""
        alike = self.page.get_by_role("group").filter(has=self.page.get_by_role("radio", name="Somebody new"))
        self.hand.decide(alike.count())
        again = [f"{each.forenames} {each.surname} (" for each in paper.known]
        for group in alike.all():
            same = [radio for name in again for radio in group.get_by_label(name).all()]
            again = [name for name in again if not group.get_by_label(name).count()]
            self.hand.choose((same or [group.get_by_label("Somebody new")])[0])
        if again:
            raise Refused(f"{paper.file.name} is about people who are known, and is not offered {again}")

    def _same_case(self) -> None:
        cases = self.page.get_by_label("Case", exact=True)
        known = cases.locator("option").all_inner_texts()[1:]
        if known:
            self.hand.pick(cases, known[0])

    def _agency(self) -> None:
        """The samples come from agencies that have no seat in the invented county."""
        agency = self.page.get_by_label("Referring agency")
        if not agency.input_value():
            self.hand.pick(agency, "Fellshire Police")

    # The meeting's papers

    def list_the_cases(self) -> None:
        self._open_meeting("List a case")
        for referral in Referral.objects.filter(pk__in=self.referrals).order_by("pk"):
            if AgendaItem.objects.filter(meeting=self.meeting, case=referral.case_id).exists():
                continue
            with self.hand.task("List a case"):
                self.hand.go(self.page.get_by_role("button", name="List a case"))
                self.hand.choose(self.page.locator(f'main input[type=radio][value="{referral.pk}"]'))
                self.hand.go(self.page.get_by_role("button", name="List the case"))

    def send_the_list(self) -> None:
        self._open_meeting("Send the case list and ask for research")
        with self.hand.task("Send the case list and ask for research"):
            self.hand.read(self.page.get_by_role("table").last)
            self.hand.decide()
            self.hand.go(self.page.get_by_role("button", name="Send the case list"))

    def chase_research(self) -> None:
        with self.hand.task("Chase research"):
            self._place("Meetings")
            self._this_meeting()
            self.hand.go(self.page.get_by_role("link", name="Research: who has answered"))
            self.hand.read(self.page.get_by_role("main").get_by_role("status").first)
            self.hand.decide(len(others.SILENT))
            self.hand.glance(60 * len(others.SILENT))  # a short call to each

    # The meeting itself, counted apart

    def attend(self, agencies: list[str]) -> None:
        self._open_meeting("Record who came")
        self.hand.go(self.page.get_by_role("link", name="Attendance"))
        for name in agencies:
            with self.hand.task("Record who came"):
                self.hand.pick(self.page.get_by_label("Agency", exact=True), name)
                self.hand.type(self.page.get_by_label("Name", exact=True), f"Ada {name.split()[0]}")
                self.hand.choose(self.page.get_by_label("Has accepted the confidentiality statement"))
                self.hand.go(self.page.get_by_role("button", name="Record"))

    def minute(self, agencies: list[str]) -> None:
        """A line, the summary and two actions for each case; the second is for somebody who reports by phone."""
        for item in AgendaItem.objects.filter(meeting=self.meeting, state="listed").order_by("position"):
            with self.hand.task("Minute a case: a line, the summary, two actions"):
                self._reach(f"/room/cases/{item.pk}/")
                self._line(agencies[0])
                self.hand.type(self.page.get_by_label("Possible harm to people or property"), RISK)
                self.hand.type(self.page.get_by_label("Safety plans and what supports"), SAFETY)
                self.hand.save(self.page.get_by_role("button", name="Save the summary"))
                owners = agencies[item.position % len(agencies)], sorted(others.BY_PHONE)[0]
                for owner, task in zip(owners, TASKS, strict=True):
                    self._action(owner, task, f"{self.meeting.action_list_on:%d/%m/%Y}")
            with self.hand.task("Mark a case as heard"):
                self._reach(f"/meetings/{self.meeting.pk}/")
                self.hand.go(self.page.get_by_role("button", name=f"Heard {item.case.reference}"))

    def _line(self, agency: str) -> None:
        self.hand.pick(self.page.get_by_label("This is", exact=True), "Fact")
        self.hand.type(self.page.get_by_label("Agency", exact=True), agency)
        self.hand.type(self.page.get_by_label("What was said", exact=True), LINE)
        self.hand.save(self.page.get_by_role("button", name="Add the line"))

    def _action(self, agency: str, task: str, due_on: str) -> None:
        self.hand.pick(self.page.get_by_label("Who will do it"), agency)
        self.hand.type(self.page.get_by_label("What will be done"), task)
        self.hand.type(self.page.get_by_label("By when", exact=True), due_on)
        self.hand.type(self.page.get_by_label("Or a risk not named yet"), RISK)
        self.hand.go(self.page.get_by_role("button", name="Agree the action"))

    # Afterwards

    def issue_the_minutes(self) -> None:
        with self.hand.task("Issue the minutes"):
            self._place("Meetings")
            self._this_meeting()
            self.hand.go(self.page.get_by_role("link", name="Minutes", exact=True))
            self.hand.decide()
            self.hand.go(self.page.get_by_role("button", name="Issue the approved minutes"))
            self.hand.go(self.page.get_by_role("button", name="Send these minutes"))

    def note_reports(self) -> None:
        """An agency says on the phone what it did and for which case: find the action, enter it."""
        for pk, reference in others.told_by_phone(self.meeting):
            with self.hand.task("Note an agency's report on an action"):
                self._place("Actions")
                self.hand.type(self.page.get_by_label("Words of the action, or case reference"), reference)
                self.hand.go(self.page.get_by_role("main").get_by_role("button", name="Show"))
                self.hand.decide()
                self.hand.go(self.page.locator(f'main a[href="/actions/{pk}/"]'))
                self.hand.choose(self.page.get_by_role("main").get_by_role("radio").first)
                self.hand.type(self.page.get_by_label("If it was done: what was done, and what changed"), others.DONE)
                self.hand.type(self.page.get_by_label("Who at the agency told you this"), "Kim Lark")
                self.hand.go(self.page.get_by_role("button", name="Report"))

    def look_at_what_is_late(self) -> None:
        with self.hand.task("Look at late actions"):
            self._place("Actions")
            self.hand.pick(self.page.get_by_label("Show", exact=True), "Late")
            self.hand.go(self.page.get_by_role("button", name="Show"))
            self.hand.read(self.page.get_by_role("main").get_by_role("status"))
            self.hand.decide()

    def look_at_flags(self) -> None:
        with self.hand.task("Look at flags that are missing"):
            self._place("Flags")
            self.hand.go(self.page.get_by_role("link", name="What is missing, of every agency"))
            self.hand.decide(len(others.SILENT))

    def make_the_return(self, quarter: str) -> None:
        with self.hand.task("Make the quarter's return"):
            self._place("Return")
            self.hand.pick(self.page.get_by_label("MARAC", exact=True), self.meeting.marac.name)
            self.hand.pick(self.page.get_by_label("Quarter", exact=True), quarter)
            self.hand.go(self.page.get_by_role("button", name="Show the return"))
            self.hand.read(self.page.get_by_role("main"))
            self.hand.decide()
            kept_back = self.page.locator(".govuk-error-message").all_inner_texts()
            if kept_back:
                raise Refused("; ".join(kept_back))
            self.hand.download(self.page.get_by_role("button", name="Download the workbook"))

    # Ways about

    def _place(self, name: str) -> None:
        self.hand.go(self.page.get_by_role("navigation", name="Places").get_by_role("link", name=name, exact=True))

    def _open_meeting(self, task: str) -> None:
        """Finding the meeting once is part of the task."""
        with self.hand.task(task):
            self.hand.counts[task].times -= 1
            self._place("Meetings")
            self._this_meeting()

    def _this_meeting(self) -> None:
        self.hand.go(self.page.locator(f'main a[href="/meetings/{self.meeting.pk}/"]').first)

    def _reach(self, path: str) -> None:
        """One press: the next case, or back to the meeting."""
        link = self.page.locator(f'a[href="{path}"]')
        if link.count():
            self.hand.go(link.first)
        elif self.page.url != self.address + path:
            self._place("Meetings")
            self._this_meeting()
            if not path.startswith("/meetings/"):
                self.hand.go(self.page.get_by_role("link", name="Minutes", exact=True))
                self.hand.go(self.page.locator(f'main a[href="{path}"]').first)

    def _heading(self, begins: str) -> None:
        heading = self.page.get_by_role("heading", level=1).inner_text()
        if begins not in heading:
            raise Refused(f"Expected “{begins}”, and the page says “{heading}”")
