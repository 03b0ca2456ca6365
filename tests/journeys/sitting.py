"""A meeting of twenty cases: its clock, its cases with what agencies hold, and whoever takes its minutes."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import expect

from marac.accounts.models import User
from marac.cases.models import Case
from marac.directory.models import Agency, Marac, ReturnGroup
from marac.meetings import operations as meetings
from marac.meetings.models import Meeting
from marac.people.models import Party
from marac.people.operations import enter_people
from marac.referrals.models import Referral
from marac.research import operations as research
from marac.research.models import Request
from marac.research.rules import Answer, Line
from tests import make
from tests.journeys.hands import MOST_PATIENT, Mouse
from tests.journeys.steps import Person
from tests.meetings.conftest import referral_of

CASES = 20
SURNAMES = (
    *("Alder", "Birch", "Cedar", "Dewberry", "Elder", "Furze", "Gorse", "Hazel", "Ivy", "Juniper"),
    *("Kelp", "Larch", "Maple", "Nettle", "Oakes", "Poplar", "Quince", "Rowan", "Sorrel", "Thistle"),
)
# Who holds something, by the number of the case: so that some come for a few cases only.
HOLDS = {
    "Fellshire Police": lambda number: True,
    "Fellshire Health": lambda number: number % 3 == 0,
    "Fellshire Schools": lambda number: number % 4 == 1,
    "Fellshire Probation": lambda number: number % 5 == 2,
    "Fellshire Children": lambda number: number % 4 == 3,
}
GROUPS = {
    "Fellshire Police": ReturnGroup.POLICE,
    "Fellshire Health": ReturnGroup.SECONDARY_CARE,
    "Fellshire Schools": ReturnGroup.EDUCATION,
    "Fellshire Probation": ReturnGroup.PROBATION,
    "Fellshire Children": ReturnGroup.CHILDRENS_SOCIAL_CARE,
}


@dataclass
class Table:
    """Who sits at it, each at a browser of their own."""

    browser: Any
    settings: dict[str, Any]
    judge: Any
    asked: set[str]

    def brings(self, kind: Any, user: User) -> Any:
        """Signed in as of now: another day wants another."""
        page = self.browser.new_context(**self.settings).new_page()
        page.set_default_timeout(MOST_PATIENT)
        page.context.on("request", lambda request: self.asked.add(urlsplit(request.url).netloc))
        make.enter_browser(page, self.settings["base_url"], user)
        page.goto("/")
        person = kind(page, Mouse(page), self.judge)
        person.comes_to("Today")
        return person


def refer_twenty(marac: Marac, agency: Agency, day: date) -> list[Case]:
    """Accepted, with the two people whom each is about."""
    made: list[Case] = []
    for surname in SURNAMES:
        case = make.case(marac=marac, opened_on=day)
        victim: dict[str, Any] = {"forenames": "Wren", "surname": surname, "dob": "1990-02-01"}
        victim["addresses"] = [{"text": f"{len(made) + 1} Invented Row", "postcode": "ZZ1 2AB"}]
        perpetrator = {"forenames": "Col", "surname": f"{surname}son"}
        enter_people(viewer=make.system(), case=case, content={"victims": [victim], "perpetrators": [perpetrator]})
        referral_of(case, agency=agency)
        made.append(case)
    return made


def list_all(viewer: Any, meeting: Meeting) -> None:
    """All but the last, which the coordinator lists herself."""
    referrals = Referral.objects.filter(marac=meeting.marac).select_related("case").order_by("pk")
    for referral in list(referrals)[: CASES - 1]:
        meetings.list_case(viewer=viewer, meeting=meeting, case=referral.case, referral=referral)


def answer_all(viewer: Any, meeting: Meeting) -> None:
    """The office types what agencies wrote to it."""
    numbers = {name: number for number, name in enumerate(SURNAMES, start=1)}
    parties = Party.objects.filter(case__listings__meeting=meeting, role=Party.Role.VICTIM).select_related("person")
    of_case = {each.case_id: numbers[each.person.surname] for each in parties}
    for request in Request.objects.filter(item__meeting=meeting).select_related("agency", "item"):
        holds = HOLDS.get(request.agency.name, lambda number: False)(of_case[request.item.case_id])
        lines = [finding(request.agency)] if holds else []
        said = Answer.KNOWN if holds else Answer.NOT_KNOWN
        research.answer_for(viewer=viewer, request=request, answer=said, said_by="Una Frost, by mail", lines=lines)


def finding(agency: Agency) -> Line:
    return Line(kind="fact", text=f"Known to {agency.name}.", source="Own records", may_be_minuted="yes")


def on(viewer: Any, day: date) -> Any:
    return replace(viewer, today=day)


class MinuteTaker(Person):
    """By the keyboard alone, as it is spoken."""

    @property
    def first_box(self) -> Any:
        return self.page.get_by_label("This is", exact=True)

    def opens_case(self, reference: str) -> None:
        self.page.locator("#cases").get_by_role("link", name=reference).click()
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(reference)
        expect(self.first_box).to_be_focused()

    def rests(self) -> None:
        self.page.keyboard.press("Escape")
        expect(self.first_box).to_be_focused()

    def begins(self) -> None:
        self._clock("Begin the case", "End the case")

    def ends(self) -> None:
        self._clock("End the case", "Begin the case")

    def _clock(self, press: str, then: str) -> None:
        self.rests()
        self.page.keyboard.press("b")
        expect(self.page.get_by_role("button", name=press)).to_be_focused()
        self.page.keyboard.press("Enter")
        expect(self.page.get_by_role("button", name=then)).to_be_visible()
        expect(self.first_box).to_be_focused()

    def types(self, kind: str, agency: str, text: str, *, source: str = "") -> None:
        """Until Enter; what became of it is asked for by itself."""
        self.rests()
        self.page.keyboard.press(kind)
        expect(self.page.get_by_label("Agency", exact=True)).to_be_focused()
        self.page.keyboard.type(agency)
        for word in (text, source):
            self.page.keyboard.press("Tab")
            self.page.keyboard.type(word)
        self.page.keyboard.press("Enter")
        expect(self.first_box).to_be_focused()

    def writes_a_line(self, kind: str, agency: str, text: str, *, source: str = "") -> None:
        self.types(kind, agency, text, source=source)
        self.has(text)

    def has(self, text: str) -> None:
        """It stands in the table of lines of this screen, once."""
        expect(self.page.locator("#lines").get_by_text(text, exact=True)).to_have_count(1)

    def sums_up(self, label: str, text: str) -> None:
        """In a box of the summary; it is on its way when the box is left."""
        box = self.page.get_by_label(label, exact=True)
        box.focus()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(text)
        self.page.keyboard.press("Tab")

    def is_saved(self) -> None:
        expect(self.page.locator("[data-says=saved]")).to_be_visible()
        expect(self.page.locator("#waiting")).to_be_hidden()

    def loses_the_line(self) -> None:
        self.page.context.set_offline(True)

    def has_the_line_again(self) -> None:
        self.page.context.set_offline(False)
