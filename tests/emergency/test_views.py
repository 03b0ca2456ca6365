"""The page by which a case is opened in an emergency tells nobody which cases there are."""

import pytest
from django.test import Client

from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.cases.models import EmergencySeat
from marac.cases.operations import bar
from tests import make

pytestmark = pytest.mark.django_db
REASON = "A neighbour rang: she is outside with the children."


@pytest.fixture
def area(client):
    class Area:
        marac = make.marac()
        homes = make.agency(marac=marac)
        user = make.signed_in(client, Role.REPRESENTATIVE, marac=marac, agency=homes)
        case = make.case(marac=marac)

    return Area


def asks(client, reference, reason=REASON):
    return client.post("/emergency/", {"reference": reference, "reason": reason})


def text(answer):
    return " ".join(answer.content.decode().split())


def test_the_case_opens_and_the_page_says_who_opened_it_and_why(client, area):
    answer = asks(client, area.case.reference.lower())

    assert answer["Location"] == f"/cases/{area.case.pk}/"
    assert client.get(answer["Location"]).status_code == 200
    assert "open to you until" in text(client.get(answer["Location"]))


def test_to_who_is_barred_it_is_as_if_there_were_no_case(client, area):
    bar(viewer=make.system(), case=area.case, user=area.user, reason="Cousin")
    token = "csrfmiddlewaretoken"

    shut, missing = asks(client, area.case.reference), asks(client, "XX/26/0001")

    def told(answer, reference):
        return [line for line in text(answer).replace(reference, "").split("<") if token not in line]

    assert told(shut, area.case.reference) == told(missing, "XX/26/0001")
    asked = AuditEvent.objects.filter(name="emergency").order_by("number")
    assert [(each.kind, each.case_id) for each in asked] == [("refusal", area.case.pk), ("refusal", None)]


def test_what_was_typed_is_kept_when_it_is_refused(client, area):
    assert REASON in text(asks(client, "XX/26/0001"))


def test_a_case_that_is_open_to_them_anyway_needs_no_emergency(client, area):
    seen = make.case(marac=area.marac, seen_by=(area.homes,))

    answer = asks(client, seen.reference)

    assert answer["Location"] == f"/cases/{seen.pk}/"
    assert not AuditEvent.objects.filter(name="CaseOpenedInEmergency").exists()


def test_who_looked_says_that_it_was_an_emergency_and_the_reviewer_judges_on_a_page(client, area):
    client.get(asks(client, area.case.reference)["Location"])
    client.logout()
    make.signed_in(client, Role.COORDINATOR, marac=area.marac, agency=area.homes)

    assert "Opened in an emergency" in text(client.get(f"/records/cases/{area.case.pk}/"))
    seat = area.case.emergencyseat_set.get()
    assert "1 opening in an emergency to review" in text(client.get("/"))
    assert REASON in text(client.get(f"/emergency/reviews/{seat.pk}/"))
    client.post(f"/emergency/reviews/{seat.pk}/end/")
    client.post(f"/emergency/reviews/{seat.pk}/", {"verdict": "right", "found": "The neighbour did ring, at ten."})
    assert "It was right to open it" in text(client.get("/emergency/reviews/"))


def test_a_review_is_asked_of_whoever_is_named_and_of_nobody_once_it_is_done(client, area):
    asks(client, area.case.reference)
    seat = EmergencySeat.objects.get()
    page, verdict = (
        f"/emergency/reviews/{seat.pk}/",
        {"verdict": "right", "found": "Rang her manager, who had sent her there"},
    )
    coordinator, contact = (Client(), Client())
    make.signed_in(coordinator, Role.COORDINATOR, marac=area.marac, agency=area.homes)
    make.enter(contact, make.member(Role.DATA_PROTECTION, marac=area.marac, agency=area.homes))

    assert "Was it right?" in text(coordinator.get(page))

    coordinator.post(page, verdict)
    assert "Was it right?" not in text(coordinator.get(page))
    assert "Rang her manager, who had sent her there" in text(contact.get(page))
