"""Who asks to observe: the chair decides before the meeting, and no observer is at the table for a closed case."""

import html
from dataclasses import replace

import pytest
from django.utils import timezone

from marac.access.roles import Permission, Role
from marac.attendance.models import Attendance, ClosedToObservers, Observer
from marac.attendance.operations import cases, observers
from marac.attendance.operations.meeting import accept, record_attendance
from marac.attendance.queries import table_of
from marac.attendance.rules import check_ask, check_decide_observer
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed, operation, record
from marac.cases.models import CaseAccess
from marac.kernel.refusal import Refusal
from marac.meetings.operations import list_case
from tests import make
from tests.attendance.conftest import agreed
from tests.meetings.conftest import referral_of

pytestmark = pytest.mark.django_db
OBSERVER = Attendance.Capacity.OBSERVER


@operation(needs=Permission.DO_DUE_WORK)
def keep(*, viewer, meeting):
    """On the day on which the test runs, which is when the pages ask."""
    meeting.held_on = timezone.localdate()
    meeting.save()
    record(observers.CaseOpenedToObservers(case_id=0, meeting_id=meeting.pk, reason="today"))


@pytest.fixture
def asked(coordinator, meeting, housing):
    return observers.ask_to_observe(
        viewer=coordinator,
        meeting=meeting,
        agency=housing,
        name="Robin Attwater",
        organisation="Fellshire University",
        why="On placement",
    )


@pytest.fixture
def item(area, coordinator, meeting, asked):
    case = make.case(marac=area)
    return list_case(viewer=coordinator, meeting=meeting, case=case, referral=referral_of(case))


def come(coordinator, observer):
    return observers.observer_came(viewer=coordinator, observer=observer)


def there(viewer, item):
    return {each.attendance.name for each in table_of(viewer, item).seated if each.there}


@pytest.mark.parametrize(
    ("state", "past"), [("held", False), ("minuted", False), ("cancelled", False), ("listed", True)]
)
def test_a_meeting_that_is_over_is_observed_by_nobody_more(state, past):
    with pytest.raises(Refusal, match="held or cancelled"):
        check_ask(meeting_state=state, past=past)
    with pytest.raises(Refusal, match="before the meeting"):
        check_decide_observer(meeting_state=state, past=past, agreed=True, reason="", decided_by="Pat Fell")


def test_a_request_is_written_down_once_and_decides_nothing(coordinator, meeting, housing, asked):
    assert (asked.state, asked.asked_on) == (Observer.State.ASKED, make.TODAY)
    with pytest.raises(Refusal, match="asked already"):
        observers.ask_to_observe(
            viewer=coordinator, meeting=meeting, agency=housing, name="robin attwater", why="Again"
        )
    with pytest.raises(Refusal, match="Nobody agreed"):
        come(coordinator, asked)


def test_the_chair_agrees_in_their_own_name_and_others_say_on_whose_word(area, coordinator, police, asked):
    with pytest.raises(Refusal, match="name of the chair"):
        observers.decide_observer(viewer=coordinator, observer=asked, agreed=True)
    chair = replace(make.viewer(Role.CHAIR, maracs=[area], agency=police), name="Pat Fell")

    decided = observers.decide_observer(viewer=chair, observer=asked, agreed=True)

    assert (decided.state, decided.decided_by, decided.decided_on) == ("agreed", "Pat Fell", make.TODAY)
    assert AuditEvent.objects.get(name="ObserverDecided").details["decided_by"] == "Pat Fell"


def test_a_refusal_has_its_reason_and_keeps_them_out(coordinator, asked):
    no = {"viewer": coordinator, "observer": asked, "agreed": False, "decided_by": "Pat Fell"}
    with pytest.raises(Refusal, match="few words why"):
        observers.decide_observer(**no, reason="No")

    refused = observers.decide_observer(**no, reason="Two observe already.")

    assert (refused.state, refused.reason) == ("refused", "Two observe already.")
    with pytest.raises(Refusal, match="Nobody agreed"):
        come(coordinator, refused)


def test_who_was_agreed_is_on_the_attendance_as_observer_and_gets_a_seat_on_no_case(
    coordinator, meeting, housing, item, asked
):
    seats = CaseAccess.objects.count()
    observers.decide_observer(viewer=coordinator, observer=asked, agreed=True, decided_by="Pat Fell")

    row = come(coordinator, asked)

    assert (row.capacity, row.confidentiality_on, row.name) == (OBSERVER, None, "Robin Attwater")
    assert CaseAccess.objects.count() == seats
    with pytest.raises(Refusal, match="recorded as there"):
        observers.decide_observer(
            viewer=coordinator, observer=asked, agreed=False, reason="Thought again.", decided_by="Pat Fell"
        )


def test_an_observer_is_no_observer_of_another_agency_or_name(coordinator, meeting, housing, police, asked):
    observers.decide_observer(viewer=coordinator, observer=asked, agreed=True, decided_by="Pat Fell")
    for agency, name in ((police, "Robin Attwater"), (housing, "Robyn Waters")):
        with pytest.raises(Refusal, match="Nobody agreed"):
            record_attendance(viewer=coordinator, meeting=meeting, agency=agency, name=name, capacity=OBSERVER)


def test_an_observer_with_an_account_accepts_confidentiality_as_one(area, coordinator, meeting, housing):
    user = make.member(Role.REPRESENTATIVE, marac=area, agency=housing)
    agreed(coordinator, meeting, housing, user.name)
    there_today = make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=housing, user=user)

    row = accept(viewer=replace(there_today, today=meeting.held_on), meeting=meeting)

    assert (row.capacity, row.confidentiality_on) == (OBSERVER, meeting.held_on)


def test_no_observer_is_at_the_table_for_a_case_that_is_closed_to_them(coordinator, meeting, police, item, asked):
    observers.decide_observer(viewer=coordinator, observer=asked, agreed=True, decided_by="Pat Fell")
    row = come(coordinator, asked)
    record_attendance(viewer=coordinator, meeting=meeting, agency=police, name="Bo Marsh", capacity="deputy")
    assert there(coordinator, item) == {"Bo Marsh", "Robin Attwater"}

    observers.close_to_observers(viewer=coordinator, item=item, reason="Her neighbour is in it.")

    assert there(coordinator, item) == {"Bo Marsh"}
    assert table_of(coordinator, item).shut_out == 1
    with pytest.raises(Refusal, match="closed to observers"):
        cases.join_case(viewer=coordinator, item=item, attendance_id=row.pk)
    observers.open_to_observers(viewer=coordinator, item=item)
    assert there(coordinator, item) == {"Bo Marsh", "Robin Attwater"}
    assert AuditEvent.objects.get(name="CaseOpenedToObservers").details["reason"] == "Her neighbour is in it."


def test_no_agency_records_decides_or_closes(area, meeting, housing, item, asked):
    worker = make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=housing)
    attempts = [
        lambda: observers.ask_to_observe(viewer=worker, meeting=meeting, agency=housing, name="Mo", why="Curious"),
        lambda: observers.decide_observer(viewer=worker, observer=asked, agreed=True, decided_by="Pat"),
        lambda: observers.close_to_observers(viewer=worker, item=item, reason="A long reason"),
        lambda: observers.open_to_observers(viewer=worker, item=item),
    ]
    for attempt in attempts:
        with pytest.raises(NotAllowed):
            attempt()


def test_the_pages_write_down_a_request_a_decision_and_that_they_came(client, area, police, housing, meeting):
    make.signed_in(client, marac=area, agency=police)
    keep(viewer=make.system(), meeting=meeting)
    page, asks = f"/attendance/{meeting.pk}/observers/", {"name": "Mo Sallow", "agency": housing.pk, "why": "New here"}

    client.post(page, asks)
    again = client.post(page, asks).content.decode()
    row = Observer.objects.get()
    blank = client.post(f"/attendance/observers/{row.pk}/", {"agreed": "no", "decided_by": "Pat Fell"}).content.decode()
    client.post(f"/attendance/observers/{row.pk}/", {"agreed": "yes", "decided_by": "Pat Fell"})
    client.post(f"/attendance/observers/{row.pk}/here/")

    assert "asked already" in again
    assert "Say in a few words why" in html.unescape(blank)
    assert Attendance.objects.get().capacity == OBSERVER
    assert "On the attendance" in client.get(page).content.decode()


def test_a_case_is_closed_and_opened_on_its_page(client, area, police, item):
    make.signed_in(client, Role.CHAIR, marac=area, agency=police)
    address = f"/attendance/cases/{item.pk}/"

    client.post(f"{address}close/", {"reason": "Her neighbour is in it."})
    closed = client.get(address).content.decode()
    client.post(f"{address}open/")

    assert "Her neighbour is in it." in html.unescape(closed)
    assert not ClosedToObservers.objects.exists()
    assert client.post(f"{address}open/").status_code == 302
