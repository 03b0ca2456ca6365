"""No page asks more questions of the database because there is more to show."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from marac.access.roles import Permission, Role
from marac.access.viewer import Viewer, the_system
from marac.accounts.middleware import viewer_of
from marac.actions import operations as actions
from marac.attendance.operations import meeting as attendance
from marac.audit.operation import operation, record
from marac.caselists import operations as caselists
from marac.cases.models import Case
from marac.circulation import operations as circulation
from marac.circulation.queries import recipients
from marac.directory.models import Marac
from marac.flags import operations as flags
from marac.invented.people import referral_content
from marac.kernel.workdays import next_workday
from marac.meetings import operations as meetings
from marac.meetings.models import AgendaItem, Meeting
from marac.minutes import operations as minutes
from marac.minutes.changes import marks
from marac.minutes.models import Copy, Issue
from marac.minutes.queries import whole_minutes
from marac.people.models import Party
from marac.people.operations import enter_people
from marac.referrals.models import Referral
from marac.research import operations as research
from tests import make

pytestmark = pytest.mark.django_db


LINE = {"kind": "fact", "text": "An invented line", "may_be_minuted": "yes"}


@dataclass(frozen=True)
class Grown:
    """There is one more of everything."""

    rows: int


@dataclass
class World:
    """An area that grows: each time by a case with people, heard of by everybody, and by a referral that waits."""

    area: Marac
    viewer: Viewer
    meeting: Meeting
    earlier: Meeting
    then: Viewer
    rows: int = 0

    def grow(self) -> None:
        self.rows += 1
        agency = make.agency(marac=self.area)
        case = make.case(marac=self.area, opened_on=self.viewer.today)
        content = referral_content(Random(self.rows), area=self.area.name, agency=agency.name, on=self.viewer.today)
        enter_people(viewer=the_system(self.viewer.today), case=case, content=content)
        referral = self._referral(content, agency, case, Referral.State.ACCEPTED)
        heard_before(viewer=the_system(self.viewer.today), meeting=self.earlier, referral=referral, rows=self.rows)
        self.item = self._listed(case, referral)
        self.issued = self._issued(agency)
        self._referral(content, agency, None, Referral.State.READ)
        waiting = make.case(marac=self.area, opened_on=self.viewer.today)
        self._referral(content, agency, waiting, Referral.State.ACCEPTED)
        self._worked_on(agency, case)
        make.member(Role.REPRESENTATIVE, marac=self.area, agency=agency)

    def _referral(self, content: dict[str, Any], agency: Any, case: Case | None, state: str) -> Referral:
        values = {"marac": self.area, "agency": agency, "case": case, "state": state, "content": content}
        return told(viewer=the_system(self.viewer.today), values=values, rows=self.rows)

    def _listed(self, case: Case, referral: Referral) -> AgendaItem:
        given = {"viewer": self.viewer, "meeting": self.meeting}
        item = meetings.list_case(**given, case=case, referral=referral, reason="It cannot wait")
        caselists.send_list(**given)
        research.ask_for_meeting(**given)
        return item

    def _issued(self, agency: Any) -> Issue:
        """The minutes of the earlier meeting go out again, with one case more and an action that is late."""
        item = AgendaItem.objects.get(meeting=self.earlier, position=self.rows)
        actions.set_action(
            viewer=self.then, case=item.case, agency=agency, task="Change the locks", due_on=self.then.today
        )
        discussion = minutes.open_discussion(viewer=self.viewer, item=item)
        minutes.add_entry(viewer=self.viewer, discussion=discussion, agency=agency, **LINE)
        texts = {"possible_harm": "He may come back."}
        minutes.save_discussion(viewer=self.viewer, discussion=discussion, revision=discussion.revision, texts=texts)
        chair = replace(self.viewer, role=Role.CHAIR)
        shown = marks(whole_minutes(chair, self.earlier))
        circulation.approve(viewer=chair, meeting=self.earlier, shown=shown)
        to = [each.mark for each in recipients(self.viewer, self.earlier)]
        return circulation.issue(viewer=self.viewer, meeting=self.earlier, to=to)

    def _worked_on(self, agency: Any, case: Case) -> None:
        given = {"viewer": self.viewer}
        came = {"name": f"Person {self.rows}", "capacity": "representative", "presence": "present"}
        came |= {"confidentiality_accepted": True}
        attendance.record_attendance(**given, meeting=self.meeting, agency=agency, **came)
        flags.ask_for_flags(**given, case=case, anchor_on=self.viewer.today)
        actions.set_action(**given, case=case, agency=agency, task="Fit a chain", due_on=self.viewer.today)
        discussion = minutes.open_discussion(**given, item=self.item)
        minutes.add_entry(**given, discussion=discussion, agency=agency, **LINE)


@operation(needs=Permission.DO_DUE_WORK)
def told(*, viewer: Viewer, values: dict[str, Any], rows: int) -> Referral:
    referral = Referral(kind=Referral.Kind.NEW, referred_on=viewer.today, received_on=viewer.today, **values)
    referral.save()
    record(Grown(rows=rows))
    return referral


@operation(needs=Permission.DO_DUE_WORK)
def heard_before(*, viewer: Viewer, meeting: Meeting, referral: Referral, rows: int) -> None:
    """As a repeat was: its minutes have a last time to be set beside."""
    assert referral.case is not None
    place = {"position": rows, "minutes": 10, "state": AgendaItem.State.HEARD}
    AgendaItem(meeting=meeting, case=referral.case, referral=referral, **place).save()
    meeting.state = Meeting.State.HELD
    meeting.save()
    record(Grown(rows=rows))


@pytest.fixture
def world(client) -> World:
    today = timezone.localdate()
    area = make.marac("Northmoor")
    office = make.agency("Northmoor Council", marac=area)
    viewer = viewer_of(make.signed_in(client, marac=area, agency=office), today)
    held_on = next_workday(today + timedelta(days=14), ())
    planned = meetings.plan_meetings(viewer=viewer, marac=area, days=[held_on], starts_at=time(9, 30))
    then = replace(viewer, today=today - timedelta(days=60))
    heard_on = next_workday(today - timedelta(days=28), ())
    earlier = meetings.plan_meetings(viewer=then, marac=area, days=[heard_on], starts_at=time(9, 30))
    return World(area=area, viewer=viewer, meeting=planned[0], earlier=earlier[0], then=then)


# What the pages that show one record show, of the last that there is. A page that is not here takes no number.
OF = {
    "office:case": lambda world: [world.item.case_id],
    "meetings:board": lambda world: [world.meeting.pk],
    "meetings:list-case": lambda world: [world.meeting.pk],
    "caselists:one": lambda world: [world.meeting.pk],
    "attendance:meeting": lambda world: [world.meeting.pk],
    "research:grid": lambda world: [world.meeting.pk],
    "minutes:meeting": lambda world: [world.meeting.pk],
    "minutes:meeting, once issued": lambda world: [world.earlier.pk],
    "minutes:read": lambda world: [world.issued.pk],
    "room:live": lambda world: [world.item.pk],
    "flags:ask": lambda world: [world.item.case_id],
    "directory:agencies": lambda world: [world.area.pk],
    "joins:person": lambda world: [Party.objects.filter(case=world.item.case_id).first().person_id],
    "reports:quarter": lambda world: [world.area.pk, _quarter(world.meeting.held_on)],
}
AT_MOST = 12
NOT_QUESTIONS = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE SAVEPOINT")
# Not pages that a coordinator looks at: one goes elsewhere, the other sets a password.
LEFT_OUT = {"signin:sign-in", "signin:sign-out"}


def _quarter(day: date) -> str:
    return f"{day.year}Q{(day.month + 2) // 3}"


def _named(found: list[Any], space: str = "") -> list[str]:
    names = []
    for each in found:
        if isinstance(each, URLResolver):
            names += _named(each.url_patterns, f"{each.namespace}:" if each.namespace else space)
        elif isinstance(each, URLPattern):
            names.append(f"{space}{each.name}")
    return names


def addresses(world: World) -> dict[str, str]:
    """Every page that takes no number, and those of the table."""
    found = {name: reverse(name.partition(",")[0], args=of(world)) for name, of in OF.items()}
    for name in sorted(set(_named(get_resolver().url_patterns)) - LEFT_OUT):
        try:
            found[name] = reverse(name)
        except NoReverseMatch:
            continue
    return found


def questions(client: Any, places: dict[str, str]) -> dict[str, int]:
    """How many each page asks, of those that answer. The first opening leaves marks of its own, and is not counted."""
    asked = {}
    for name, address in places.items():
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(address)
        if answer.status_code == 200:
            asked[name] = questions_in(captured)
    return asked


def questions_in(captured: CaptureQueriesContext) -> int:
    return len([each for each in captured.captured_queries if not each["sql"].startswith(NOT_QUESTIONS)])


def test_every_page_asks_the_same_number_of_questions_with_one_row_and_with_four(client, world):
    world.grow()
    client.post(reverse("people:search"), {"words": "ZZ"})
    with_one = questions(client, addresses(world))
    for _each in range(3):
        world.grow()

    with_four = questions(client, addresses(world))

    assert with_four == with_one
    assert set(OF) <= set(with_four), "A page of the table no longer opens."


def test_no_page_asks_more_than_it_should(client, world):
    world.grow()

    asked = questions(client, addresses(world))

    assert {name: number for name, number in asked.items() if number > AT_MOST} == {}


def test_minutes_that_went_out_ask_no_more_when_an_agency_first_opens_them(client, world):
    world.grow()
    heard = AgendaItem.objects.get(meeting=world.earlier).case
    agency = heard.caseaccess_set.first().agency
    make.signed_in(client, role=Role.REPRESENTATIVE, marac=world.area, agency=agency)
    address = reverse("minutes:read", args=[world.issued.pk])

    asked = {}
    for times in ("first", "again"):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        asked[times] = questions_in(captured)

    assert Copy.objects.get(issue=world.issued, agency=agency).opened_on == world.viewer.today
    assert asked == {"first": AT_MOST, "again": 8}


# Pages of one record whose questions are counted in their own topics; the eye of axe goes over them here.
LOOKED_AT = {
    "attendance:meeting": lambda world: [world.meeting.pk],
    "room:live": lambda world: [world.item.pk],
    "actions:agree": lambda world: [world.item.pk],
    "referrals:one": lambda world: [_waiting(world).pk],
    "referrals:review": lambda world: [_waiting(world).pk],
    "triage:decide": lambda world: [_waiting(world).pk],
    "corrections:add-party": lambda world: [world.item.case_id],
    "corrections:person": lambda world: [_victim(world).person_id],
    "corrections:party": lambda world: [_victim(world).pk],
    "records:case": lambda world: [world.item.case_id],
    "flags:remove": lambda world: [world.item.case_id],
}
NARROW = 390
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
STYLES = Path(__file__).parents[2] / "marac/ui/static/built/main.css"


def _waiting(world: World) -> Referral:
    return Referral.objects.filter(state=Referral.State.READ).first()


def _victim(world: World) -> Party:
    return Party.objects.filter(case=world.item.case_id, role=Party.Role.VICTIM).first()


def test_no_page_has_a_fault_that_axe_finds_or_scrolls_sideways_on_a_telephone(client, world, page, axe_faults):
    world.grow()
    client.post(reverse("people:search"), {"words": "ZZ"})
    faults, opened = [], set()
    page.set_viewport_size({"width": NARROW, "height": 800})

    for name, address in (
        addresses(world) | {name: reverse(name, args=of(world)) for name, of in LOOKED_AT.items()}
    ).items():
        answer = client.get(address)
        if answer.status_code != 200 or "html" not in answer["Content-Type"]:
            continue
        opened.add(name)
        page.set_content(answer.content.decode())
        page.add_style_tag(path=STYLES)
        faults += [f"{name}: {fault}" for fault in axe_faults(page)]
        faults += [f"{name} scrolls sideways"] if page.evaluate(WIDER) else []

    assert faults == []
    assert set(LOOKED_AT) <= opened, "A page of the table no longer opens."
