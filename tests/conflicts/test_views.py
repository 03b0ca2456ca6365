"""Pages of conflicts of interest, and what the person whom one is about can tell from any page: nothing."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from marac.access.roles import ALLOWED, Permission
from marac.cases.operations import bar
from marac.conflicts import operations
from marac.conflicts.models import Declared, Suggestion
from marac.people.models import Person
from tests import make
from tests.access.pages import every_page, words_of
from tests.conflicts.conftest import STAFF, put_in

pytestmark = pytest.mark.django_db
BY_CHANCE = re.compile(r'(?:name="csrfmiddlewaretoken" value|data-asked)="[^"]+"')
# Shows what was opened just now, and that it was itself.
CHANGES_WITH_EACH_ASKING = {"records:trail", "records:case", "records:person"}


def enter(area, who):
    client = Client()
    make.enter(client, area.staff[who])
    return client


def text(answer):
    return " ".join(answer.content.decode().split())


def everything(client, role, *keyed):
    """What each page says that asks for no record, and these."""
    opens = [page for page in every_page() if page.opens_to == "SIGNED_IN" or _may(page, role)]
    names = [reverse(page.name) for page in opens if not page.arguments and page.name not in CHANGES_WITH_EACH_ASKING]
    return {path: re.sub(BY_CHANCE, "", words_of(client.get(path))) for path in [*names, *keyed]}


def _may(page, role):
    return page.opens_to in Permission.__members__ and Permission[page.opens_to] in ALLOWED[role]


@pytest.mark.parametrize("who", ["housing", "coordinator", "administrator", "chair"])
def test_a_suggestion_changes_no_letter_on_any_page_of_the_person_whom_it_is_about(area, who):
    """Weak, so that they see the case as before: not in a count, on Today, among what was sent, or beside the case."""
    case = area.case()
    put_in(viewer=make.system(), case=case, surname=STAFF[who][0].split()[1], role="other")
    client, keyed = enter(area, who), [f"/cases/{case.pk}/", f"/people/{Person.objects.first().pk}/"]
    keyed += [f"/conflicts/cases/{case.pk}/"] if who != "housing" else []
    everything(client, STAFF[who][1], *keyed)  # what is opened for the first time is noted
    before = everything(client, STAFF[who][1], *keyed)

    operations.look_at_cases(make.system(), [case.pk])

    assert Suggestion.objects.get().user == area.staff[who]
    assert everything(client, STAFF[who][1], *keyed) == before


def test_a_bar_takes_the_case_from_open_pages_from_a_form_half_filled_and_from_a_download(area):
    case = area.case()
    client = enter(area, "administrator")
    person = Person.objects.get()
    assert client.get(f"/corrections/people/{person.pk}/").status_code == 200

    bar(viewer=make.system(), case=case, user=area.staff["administrator"], reason="Cousin")

    asked = [f"/cases/{case.pk}/", f"/people/{person.pk}/", f"/conflicts/cases/{case.pk}/"]
    assert [client.get(path).status_code for path in asked] == [404, 404, 404]
    sent = {"surname": "Larch", "revision": person.revision}
    assert client.post(f"/corrections/people/{person.pk}/", sent).status_code == 404
    person.refresh_from_db()
    assert person.surname == "Tallow"


def test_who_declares_a_conflict_comes_back_to_a_house_without_that_case(area):
    case, client = area.case(), enter(area, "housing")

    answer = client.post(f"/conflicts/cases/{case.pk}/declare/", {"reason": "She is my cousin"}, follow=True)

    assert answer.redirect_chain == [("/", 302)]
    assert case.reference not in text(answer) + text(client.get("/cases/"))


def test_the_coordinator_sees_why_and_decides_on_a_page(area):
    area.case("Quill")
    client = enter(area, "coordinator")
    assert "1 conflict of interest to decide" in text(client.get("/"))
    page = f"/conflicts/{Suggestion.objects.get().pk}/"
    assert "Same surname (victim)" in text(client.get(page))

    refused = client.post(page, {"decision": "dismiss", "reason": ""})
    client.post(page, {"decision": "dismiss", "reason": "No relation: I asked her manager"})

    assert "Say in a few words why" in text(refused)
    assert "No conflict of interest" in text(client.get("/conflicts/"))
    assert "to decide" not in text(client.get("/"))


def test_somebody_is_shut_out_and_let_in_on_the_page_of_the_case(area):
    case, client = area.case(), enter(area, "coordinator")
    page, hal = f"/conflicts/cases/{case.pk}/", area.staff["housing"]

    client.post(page, {"user": hal.pk, "reason": "Told me that he is her uncle"})
    assert "Told me that he is her uncle" in text(client.get(page))
    client.post(f"{page}people/{hal.pk}/", {"reason": "He was thinking of another family"})

    assert "uncle" not in text(client.get(page))
    assert area.sees("housing", case)


def test_of_what_is_decided_nothing_is_asked(area):
    client, case = enter(area, "coordinator"), area.case("Quill")
    page = f"/conflicts/{Suggestion.objects.get(case=case).pk}/"
    before = text(client.get(page))

    client.post(page, {"decision": "dismiss", "reason": "Not related: she was asked"})

    assert "Is there a conflict of interest?" in before
    assert "Is there a conflict of interest?" not in text(client.get(page))


def test_what_one_declares_is_listed_by_kind_and_taken_back(area):
    client = enter(area, "housing")

    refused = client.post("/conflicts/mine/", {"kind": "home", "text": "14 Mill Lane", "postcode": "somewhere"})
    client.post("/conflicts/mine/", {"kind": "home", "text": "14 Mill Lane", "postcode": "ZZ1 1ZZ"})

    assert "14 Mill Lane" in text(refused)
    shown = text(client.get("/conflicts/mine/"))
    assert ("An address where I live" in shown, "Mill Lane" in shown) == (True, False)
    pressed = f"/conflicts/mine/{Declared.objects.get().pk}/take-back/"
    twice = [client.post(pressed)["Location"] for _press in range(2)]
    assert twice == ["/conflicts/mine/"] * 2
    assert not Declared.objects.exists()
