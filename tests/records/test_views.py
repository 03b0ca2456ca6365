"""Pages about the trail: who has looked, what somebody did, the whole trail, alerts; each is itself in the trail."""

from urllib.parse import quote

import pytest

from marac.access.roles import Role
from marac.access.viewer import Viewer
from marac.audit.models import AuditEvent
from marac.audit.reading import record_reading, record_refusal, record_search
from marac.cases.operations import bar, restrict
from marac.directory.operations import change_setting
from marac.records.models import Alert
from marac.records.post import raise_alerts
from tests import make

pytestmark = pytest.mark.django_db


class Area:
    def __init__(self, client):
        self.marac = make.marac("Northmoor")
        self.homes = make.agency("Northmoor Homes", marac=self.marac)
        self.coordinator = make.signed_in(client, marac=self.marac, agency=self.homes)
        self.bo = make.member(Role.REPRESENTATIVE, marac=self.marac, agency=self.homes)
        self.case = make.case(marac=self.marac, seen_by=(self.homes,))

    def viewer_of(self, user, role=Role.REPRESENTATIVE):
        return Viewer(user.pk, user.name, role, self.homes.pk, frozenset({self.marac.pk}), make.TODAY)


@pytest.fixture
def area(client):
    return Area(client)


def text(answer):
    return " ".join(answer.content.decode().split())


def last():
    return AuditEvent.objects.last()


def test_who_has_looked_says_by_person_when_what_and_why(client, area):
    record_reading(area.viewer_of(area.bo), "case", case_id=area.case.pk)
    record_reading(area.viewer_of(area.bo), "case list", case_ids=[area.case.pk])

    answer = client.get(f"/records/cases/{area.case.pk}/")

    shown = text(answer)
    assert "Opened the case list" in shown
    assert "Opened the case<" in shown
    assert "Sits on the meeting" in shown
    assert 'numeric">2</td>' in shown
    assert (last().kind, last().name, last().case_id) == ("read", "who has looked", area.case.pk)


def test_who_has_looked_shows_who_asked_in_vain(client, area):
    record_refusal(area.viewer_of(area.bo), "page", case_id=area.case.pk, page="office:case")

    assert "Asked for something that is not open to them" in text(client.get(f"/records/cases/{area.case.pk}/"))


def test_of_a_restricted_case_the_reason_of_each_named_reader_is_shown(client, area):
    readers = [area.coordinator, area.bo]
    restrict(viewer=make.system(), case=area.case, readers=readers, reason="Works with the family")
    record_reading(area.viewer_of(area.bo), "case", case_id=area.case.pk)

    shown = text(client.get(f"/records/cases/{area.case.pk}/"))

    assert "Works with the family" in shown


def test_one_person_can_be_picked_out(client, area):
    record_reading(area.viewer_of(area.bo), "action", case_id=area.case.pk)

    own = text(client.get(f"/records/cases/{area.case.pk}/?person={area.coordinator.pk}"))

    assert "Opened an action" not in own


def test_what_somebody_did_shows_cases_that_the_asker_sees_and_counts_the_others(client, area):
    hidden = make.case(marac=area.marac, seen_by=(area.homes,))
    bar(viewer=make.system(), case=hidden, user=area.coordinator, reason="knows them")
    for case in (area.case, hidden):
        record_reading(area.viewer_of(area.bo), "case", case_id=case.pk)
    record_reading(area.viewer_of(area.bo), "case list", case_ids=[area.case.pk, hidden.pk])

    shown = text(client.get(f"/records/people/{area.bo.pk}/"))

    assert area.case.reference in shown
    assert hidden.reference not in shown
    assert "2 more entries are about cases that you cannot open, and are only counted." in shown
    assert (last().name, last().details) == ("what somebody did", {"of_user_id": area.bo.pk})


def test_what_was_typed_to_search_is_not_on_the_page(client, area):
    record_search(area.viewer_of(area.bo), "people", terms="Wren Tallow", found=3)

    shown = text(client.get(f"/records/people/{area.bo.pk}/?kind=search"))

    assert "Searched for people" in shown
    assert "Tallow" not in shown


def test_a_person_of_another_area_is_not_there(client, area):
    stranger = make.member(Role.REPRESENTATIVE, marac=make.marac(), agency=area.homes)

    assert client.get(f"/records/people/{stranger.pk}/").status_code == 404


def test_what_somebody_did_in_another_area_for_another_agency_is_not_shown(client, area):
    elsewhere, other = make.marac(), make.agency("Other")
    make.accounts.give_role(
        viewer=make.clerk(), user=area.bo, agency=other, marac=elsewhere, role="chair", from_on=make.TODAY
    )
    there = Viewer(area.bo.pk, area.bo.name, Role.CHAIR, other.pk, frozenset({elsewhere.pk}), make.TODAY)
    record_reading(there, "agenda", meeting_id=1)

    assert "Opened the agenda" not in text(client.get(f"/records/people/{area.bo.pk}/"))


def test_the_trail_shows_today_and_can_be_narrowed(client, area):
    record_reading(area.viewer_of(area.bo), "case", case_id=area.case.pk)

    assert "Opened the case<" in text(client.get("/records/trail/"))
    assert "Opened the case<" not in text(client.get(f"/records/trail/?person={area.coordinator.pk}"))
    assert "Opened the case<" not in text(client.get("/records/trail/?kind=change"))
    assert "Opened the case<" not in text(client.get("/records/trail/?since=&until=1/1/2020"))
    assert (last().kind, last().name) == ("read", "the trail")


def test_a_date_that_cannot_be_read_is_said_beside_its_field(client, area):
    assert "error-summary" in text(client.get("/records/trail/?since=blue"))


@pytest.mark.parametrize("address", ["people/{bo}/", "cases/{case}/", "trail/", "alerts/"])
def test_nobody_else_opens_these_pages(client, area, address):
    make.enter(client, area.bo)

    answer = client.get("/records/" + address.format(bo=area.bo.pk, case=area.case.pk))

    assert (answer.status_code, last().kind, last().user_id) == (404, "refusal", area.bo.pk)


class TestAlerts:
    @pytest.fixture
    def alert(self, area):
        for name, value in (("night_from", 24), ("night_until", 0)):
            change_setting(viewer=make.system(), marac=area.marac, name=name, value=value, from_on=make.TODAY)
        record_search(area.viewer_of(area.bo), "people", terms=area.bo.name, found=0)
        raise_alerts(make.system())
        return Alert.objects.get()

    def test_an_alert_waits_on_the_day_of_the_coordinator(self, client, alert):
        assert "1 alert of unusual reading" in text(client.get("/"))

    def test_an_alert_is_opened_and_closed_with_what_was_found_out(self, client, alert):
        assert "Searched for their own surname" in text(client.get(f"/records/alerts/{alert.pk}/"))

        answer = client.post(f"/records/alerts/{alert.pk}/", {"reason": "Her manager had asked her to."})

        alert.refresh_from_db()
        assert (answer.status_code, alert.closed_reason) == (302, "Her manager had asked her to.")
        assert "unusual reading" not in text(client.get("/"))
        assert "Closed by" in text(client.get(f"/records/alerts/{alert.pk}/"))

    def test_a_reason_that_says_nothing_is_refused_beside_its_field(self, client, alert):
        shown = text(client.post(f"/records/alerts/{alert.pk}/", {"reason": "ok"}))

        assert "Say in a few words what you found out, and from whom." in shown

    def test_neither_the_trail_nor_what_somebody_did_tells_of_alerts(self, client, area, alert):
        client.get("/records/alerts/")
        client.get(f"/records/alerts/{alert.pk}/")
        client.post(f"/records/alerts/{alert.pk}/", {"reason": "Her manager had asked her to."})

        pages = text(client.get("/records/trail/")) + text(client.get(f"/records/people/{area.coordinator.pk}/"))

        assert "lert" not in pages.replace('role="alert"', "")


def test_a_restricted_case_asks_why_once_and_whoever_asks_who_looked_reads_it(client, area):
    restrict(viewer=make.system(), case=area.case, readers=[area.coordinator], reason="Works with the family")
    page = f"/cases/{area.case.pk}/"

    assert "Why do you open this case?" in text(client.get(page))
    assert "in a few words" in text(client.post(page, {"why": "work"}))
    assert client.post(page, {"why": "I prepare the list for Thursday"})["Location"] == page

    assert "Agencies with a seat" in text(client.get(page))
    assert (last().name, last().details) == ("case", {"why": "I prepare the list for Thursday"})
    assert "I prepare the list for Thursday" in text(client.get(f"/records/cases/{area.case.pk}/"))


def test_days_the_wrong_way_round_are_said_to_be_so_and_stay_as_they_were_typed(client, area):
    shown = text(client.get("/records/trail/?since=2/3/2026&until=1/3/2026"))

    assert "Enter the first day or a later one" in shown
    assert "2/3/2026" in shown
    assert "1/3/2026" in shown


def test_every_page_of_a_restricted_case_sends_to_its_door_first_and_on_from_there(client, area):
    restrict(viewer=make.system(), case=area.case, readers=[area.coordinator], reason="Works with the family")
    door = f"/cases/{area.case.pk}/?next="
    pages = [f"/flags/cases/{area.case.pk}/", f"/corrections/cases/{area.case.pk}/"]

    asked = [client.get(page)["Location"] for page in pages]

    assert asked == [door + quote(page, safe="") for page in pages]
    assert client.post(asked[0], {"why": "I prepare the list for Thursday"})["Location"] == pages[0]
    assert [client.get(page).status_code for page in pages] == [200, 200]
    assert last().details["why"] == "I prepare the list for Thursday"


OPEN = {
    Role.COORDINATOR: ["/records/alerts/", "/conflicts/", "/emergency/reviews/", "/records/trail/"],
    Role.ADMINISTRATOR: ["/conflicts/"],
    Role.CHAIR: ["/records/alerts/", "/conflicts/", "/emergency/reviews/"],
    Role.DATA_PROTECTION: ["/emergency/reviews/"],
    Role.REPRESENTATIVE: None,
    Role.STEERING: None,
}


@pytest.mark.parametrize("role", OPEN, ids=str)
def test_oversight_is_in_the_menu_of_those_who_may_and_leads_to_what_is_open_to_them(client, area, role):
    make.signed_in(client, role, marac=area.marac, agency=area.homes)
    answer = client.get("/records/")

    assert ("Oversight" in text(client.get("/"))) is (OPEN[role] is not None)
    assert (answer.status_code == 200) is (OPEN[role] is not None)
    for place in OPEN[role] or []:
        assert f'href="{place}"' in text(answer)
        assert client.get(place).status_code == 200
