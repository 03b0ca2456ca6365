"""Pages of corrections: what was typed is never lost, a mask is never silently lifted, and only the office may."""

import pytest
from lxml import html

from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.people.models import Address, Party, Person, Phone
from marac.people.operations import enter_people
from tests import make

pytestmark = pytest.mark.django_db


def _enter(area, *, case=None, **values):
    content = {"victims": [{"surname": "Tolliver", "forenames": "Hannah"} | values]}
    case = case or make.case(marac=area)
    return enter_people(viewer=make.system(), case=case, content=content)[0]


def _sent(answer):
    """What the page sends as it is; lxml takes the chosen answer with an empty value for one without a value."""
    page = html.fromstring(answer.content.decode())
    return {name: "" if value == "on" else value for name, value in page.forms[-1].form_values()}


def _typed(client, address):
    """What the form would send as it is shown."""
    return _sent(client.get(address))


def test_saving_the_form_as_it_is_shown_changes_nothing(client, area, housing):
    make.signed_in(client, marac=area, agency=housing)
    person_id = _enter(
        area,
        age_stated=60,
        aliases=["Han", "Nan"],
        diversity={"interpreter": False, "lgbt": True, "ethnicity": "Welsh"},
    ).person_id
    before = Person.objects.filter(pk=person_id).values().get()

    answer = client.post(f"/corrections/people/{person_id}/", _typed(client, f"/corrections/people/{person_id}/"))

    assert (answer.status_code, Person.objects.filter(pk=person_id).values().get()) == (302, before)
    assert AuditEvent.objects.last().details["fields"] == []


def test_a_person_is_corrected(client, area, housing):
    make.signed_in(client, marac=area, agency=housing)
    address = f"/corrections/people/{_enter(area, dob='1991-04-03').person_id}/"

    client.post(
        address, _typed(client, address) | {"surname": "Delaney", "born": "4/3/1991", "other_names": "Han\n\nNan"}
    )

    person = Person.objects.get()
    assert (person.name, str(person.born_from)) == ("Hannah Delaney", "1991-03-04")
    assert sorted(each.text for each in person.other_names.all()) == ["Han", "Nan"]


def test_a_date_that_cannot_be_read_is_refused_beside_the_field_and_what_was_typed_stays(client, area, housing):
    make.signed_in(client, marac=area, agency=housing)
    address = f"/corrections/people/{_enter(area).person_id}/"

    page = client.post(address, _typed(client, address) | {"born": "soon", "gp": "Mill Surgery"}).content.decode()

    assert all(text in page for text in ('href="#id_born"', "Write the date of birth", "Mill Surgery"))
    assert Person.objects.get().gp == ""


def test_only_the_office_may_correct(client, area, housing):
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=housing)
    party = _enter(area, case=make.case(marac=area, seen_by=(housing,)), phones=[{"number": "07700900214"}])

    page = client.get(f"/people/{party.person_id}/")

    assert (page.status_code, "Correct" in page.content.decode()) == (200, False)
    for address in (f"/corrections/people/{party.person_id}/", f"/corrections/phones/{Phone.objects.get().pk}/"):
        assert client.get(address).status_code == 404


def test_a_phone_is_made_safe_again_by_the_office_only_in_words(client, area, housing):
    make.signed_in(client, marac=area, agency=housing)
    _enter(area, phones=[{"number": "07700900214", "whose": "own", "safe_to_call": False}])
    address = f"/corrections/phones/{Phone.objects.get().pk}/"

    client.post(address, _typed(client, address) | {"safe_to_call": "yes", "note": "New handset"})

    phone = Phone.objects.get()
    assert (phone.safe_to_call, phone.safe_to_text, phone.note, phone.whose) == (True, None, "New handset", "own")


def _case_page(client, case):
    return client.get(f"/cases/{case.pk}/").content.decode()


def test_the_later_of_two_savers_sees_what_is_recorded_beside_what_they_typed_and_can_save_it_again(
    client, area, housing
):
    make.signed_in(client, marac=area, agency=housing)
    address = f"/corrections/people/{_enter(area).person_id}/"
    mine = _typed(client, address) | {"occupation": "Baker", "sex": "male"}
    client.post(address, _typed(client, address) | {"occupation": "Gardener"})

    answer = client.post(address, mine)

    page = html.fromstring(answer.content.decode())
    rows = [[cell.text_content().strip() for cell in row] for row in page.xpath("//main//tbody/tr")]
    assert rows == [["Sex", "Not known", "Male"], ["Occupation", "Gardener", "Baker"]]
    assert client.post(address, _sent(answer)).status_code == 302
    assert (Person.objects.get().occupation, Person.objects.get().sex) == ("Baker", "male")


def test_a_confidential_address_is_not_shown_on_the_page_that_corrects_it_nor_beside_what_was_typed(
    client, area, housing
):
    make.signed_in(client, marac=area, agency=housing)
    _enter(area, addresses=[{"text": "5 Refuge Road", "postcode": "ZZ1 1AA", "confidential": True}])
    address = f"/corrections/addresses/{Address.objects.get().pk}/"
    typed = {"kind": "temporary", "confidential": "on", "revision": "1"}
    client.post(address, typed)

    pages = [client.get(address), client.post(address, typed | {"kind": "other"})]

    assert [("Refuge Road" in page.content.decode(), "ZZ1 1AA" in page.content.decode()) for page in pages] == [
        (False, False),
        (False, False),
    ]
    assert "Temporary" in pages[1].content.decode()


def test_an_address_and_a_number_are_added_and_taken_off_from_the_persons_page(client, area, housing):
    make.signed_in(client, marac=area, agency=housing)
    person_id = _enter(area).person_id
    adds = html.fromstring(client.get(f"/people/{person_id}/").content.decode()).xpath(
        "//a[starts-with(., 'Add')]/@href"
    )

    client.post(adds[0], {"text": "2 Lantern Row", "postcode": "zz3 7tb", "kind": "current"})
    client.post(adds[1], {"number": "07700 900214", "safe_to_call": "no", "note": "Mornings"})

    page = client.get(f"/people/{person_id}/").content.decode()
    assert [words for words in ("2 Lantern Row, ZZ3 7TB", "Withheld") if words not in page] == []
    client.post(f"/corrections/addresses/{Address.objects.get().pk}/take-off/", {"reason": "Her sister's"})
    client.post(f"/corrections/phones/{Phone.objects.get().pk}/take-off/", {"reason": "Her sister's"})
    assert (Address.objects.count(), Phone.objects.count()) == (0, 0)


def test_a_part_in_a_case_is_corrected_from_the_case(client, area, housing):
    make.signed_in(client, marac=area, agency=housing)
    party = _enter(area)
    address = f"/corrections/parties/{party.pk}/"
    assert f'href="{address}"' in _case_page(client, party.case)

    answer = client.post(address, _typed(client, address) | {"note": "Reads lips"})

    assert (answer.url, Party.objects.get().note) == (f"/cases/{party.case_id}/", "Reads lips")


def test_somebody_found_by_search_is_added_to_a_case(client, area, housing):
    make.signed_in(client, marac=area, agency=housing)
    ned = _enter(area, surname="Rook", forenames="Ned").person
    case = _enter(area).case
    address = f"/corrections/cases/{case.pk}/"
    assert f'href="{address}"' in _case_page(client, case)

    found = client.post(address, {"words": "rook"}, follow=True)
    client.post(address, {"who": str(ned.pk), "role": "perpetrator"})

    assert (found.redirect_chain, "Ned Rook (Victim " in found.content.decode()) == ([(address, 302)], True)
    assert list(Party.objects.filter(case=case, person=ned).values_list("role", flat=True)) == ["perpetrator"]


def test_somebody_new_who_is_like_somebody_on_record_is_asked_about_once(client, area, housing):
    make.signed_in(client, marac=area, agency=housing)
    _enter(area, surname="Rook", forenames="Ned", dob="1985-02-01")
    case = _enter(area).case
    address = f"/corrections/cases/{case.pk}/"
    typed = {"who": "new", "surname": "Rook", "forenames": "Ned", "born": "2/1/1985", "role": "perpetrator"}

    asked = client.post(address, typed)

    page = asked.content.decode()
    assert ("day and month changed round" in page, Party.objects.filter(case=case).count()) == (True, 1)
    assert client.post(address, _sent(asked) | typed).status_code == 302
    assert (Person.objects.filter(surname="Rook").count(), Party.objects.filter(case=case).count()) == (2, 2)


def test_somebody_is_taken_off_a_case_with_a_reason(client, area, housing):
    make.signed_in(client, marac=area, agency=housing)
    case = _enter(area).case
    second = _enter(area, case=case, forenames="Anna")
    address = f"/corrections/parties/{second.pk}/take-off/"

    refused = client.post(address, {"reason": " "})
    client.post(address, {"reason": "Read from another form"})

    assert "Say why this person is taken off the case." in refused.content.decode()
    assert list(Party.objects.values_list("person__forenames", flat=True)) == ["Hannah"]


def test_a_case_or_person_of_another_marac_has_no_page_of_corrections(client, area, housing):
    make.signed_in(client, marac=area, agency=housing)
    party = _enter(make.marac(), phones=[{"number": "07700900214"}], addresses=[{"text": "2 Lantern Row"}])

    addresses = [
        f"cases/{party.case_id}/",
        f"parties/{party.pk}/",
        f"parties/{party.pk}/take-off/",
        f"people/{party.person_id}/",
        f"people/{party.person_id}/addresses/",
        f"people/{party.person_id}/phones/",
        f"addresses/{Address.objects.get().pk}/",
        f"phones/{Phone.objects.get().pk}/take-off/",
    ]
    assert {client.get(f"/corrections/{address}").status_code for address in addresses} == {404}


def test_somebody_to_add_is_found_while_their_name_is_typed(client, area, housing):
    make.signed_in(client, marac=area, agency=housing)
    _enter(area)
    address = f"/corrections/cases/{make.case(marac=area).pk}/"

    answer = client.post(address, {"words": "Tollivar"}, headers={"HX-Request": "true"})

    page = answer.content.decode()
    offered = page.partition('<div id="found">')[2].partition("</div>\n")[0]
    assert (answer.status_code, "1 person found" in page, "There is a problem" in page) == (200, True, False)
    assert "Tolliver sounds like Tollivar" in page
    assert 'type="radio"' in offered
    assert AuditEvent.objects.filter(kind="search").count() == 1
