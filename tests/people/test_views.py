"""The search, a person's page and its corrections: recorded, masked, and for those who may see the case."""

import pytest

from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.people.operations import enter_people
from tests import make

pytestmark = pytest.mark.django_db


def _enter(area, *, case=None, **values):
    content = {"victims": [{"surname": "Tolliver", "forenames": "Hannah"} | values]}
    case = case or make.case(marac=area)
    return enter_people(viewer=make.system(), case=case, content=content)[0]


def _search(client, words):
    return client.post("/people/", {"words": words}, follow=True)


def test_a_search_shows_who_was_found_and_leaves_its_words_in_the_trail_but_not_in_the_address(client, area, housing):
    make.signed_in(client, marac=area, agency=housing)
    party = _enter(area, dob="1991-04-03")

    answer = _search(client, "Hannah Tolliver")

    page = answer.content.decode()
    assert answer.redirect_chain == [("/people/", 302)]
    assert (f'href="/people/{party.person_id}/"' in page, "3 April 1991" in page, "1 person found" in page) == (
        True,
    ) * 3
    assert party.case.reference in page
    event = AuditEvent.objects.last()
    assert (event.kind, event.name, event.details) == ("search", "people", {"terms": "Hannah Tolliver", "found": 1})


def test_before_a_search_nobody_is_listed_and_nothing_is_recorded(client, area, housing):
    make.signed_in(client, marac=area, agency=housing)
    _enter(area)
    before = AuditEvent.objects.count()

    page = client.get("/people/").content.decode()

    assert ("Tolliver" in page, '<div id="found"></div>' in page, 'role="status"></p>' in page) == (False, True, True)
    assert AuditEvent.objects.count() == before


def test_a_search_without_a_result_says_what_to_do(client, area, housing):
    make.signed_in(client, marac=area, agency=housing)

    assert "Check the spelling" in _search(client, "Nobody").content.decode()


def test_what_is_searched_is_shown_as_text(client, area, housing):
    make.signed_in(client, marac=area, agency=housing)

    assert "<script>alert" not in _search(client, '"><script>alert(1)</script>').content.decode()


def test_long_results_come_in_pages(client, area, housing):
    make.signed_in(client, marac=area, agency=housing)
    case = make.case(marac=area)
    victims = [{"surname": "Tolliver", "forenames": f"Name{number}"} for number in range(51)]
    enter_people(viewer=make.system(), case=case, content={"victims": victims})

    first, second = _search(client, "Tolliver").content.decode(), client.get("/people/?page=2").content.decode()

    assert (first.count('scope="row"'), "51 people found" in second) == (50, True)
    assert second.count('scope="row"') == 1


@pytest.mark.parametrize("rows", [1, 3])
def test_a_search_asks_the_same_number_of_questions_however_many_are_found(
    client, area, housing, rows, django_assert_num_queries
):
    make.signed_in(client, marac=area, agency=housing)
    for _each in range(rows):
        _enter(area)
    _search(client, "Tolliver")

    with django_assert_num_queries(17):
        client.get("/people/")


@pytest.mark.parametrize("rows", [1, 3])
def test_a_person_asks_the_same_number_of_questions_however_much_is_known(
    client, area, housing, rows, django_assert_num_queries
):
    make.signed_in(client, marac=area, agency=housing)
    phones = [{"number": f"0770090021{number}"} for number in range(rows)]
    homes = [{"text": f"{number} Lantern Row"} for number in range(rows)]
    party = _enter(area, phones=phones, addresses=homes, aliases=[f"Name{number}" for number in range(rows)])

    with django_assert_num_queries(14):
        client.get(f"/people/{party.person_id}/")


def test_a_person_of_an_unseen_case_is_not_found_and_has_no_page(client, area, housing):
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=housing)
    party = _enter(area)

    assert "Hannah" not in _search(client, "Tolliver").content.decode()
    answers = [client.get(f"/people/{pk}/") for pk in (party.person_id, 999_999)]
    assert [answer.status_code for answer in answers] == [404, 404]


def test_a_person_is_shown_with_births_phones_and_cases_in_words(client, area, housing):
    make.signed_in(client, marac=area, agency=housing)
    phones = [
        {"number": "07700900214", "whose": "own", "safe_to_call": False, "safe_to_text": True, "note": "Evenings"}
    ]
    party = _enter(area, dob_raw="about 1990", phones=phones, aliases=["Han"])

    page = client.get(f"/people/{party.person_id}/").content.decode()

    row = page.partition("/reveal/")[2].partition("</tr>")[0]
    assert [word for word in ("No<", "Yes<", "Not known<") if word in row] == ["No<", "Yes<", "Not known<"]
    assert all(word in page for word in ("about 1988 to 1992", "Han", party.case.reference, "Victim"))


def test_names_never_stand_in_the_title(client, area, housing):
    make.signed_in(client, marac=area, agency=housing)
    party = _enter(area)

    for address in (f"/people/{party.person_id}/", f"/corrections/people/{party.person_id}/"):
        title = client.get(address).content.decode().partition("<title>")[2].partition("</title>")[0]
        assert "Tolliver" not in title


def test_a_confidential_address_is_masked(client, area, housing):
    make.signed_in(client, marac=area, agency=housing)
    party = _enter(area, addresses=[{"text": "5 Refuge Road", "postcode": "ZZ1 1AA", "confidential": True}])

    page = client.get(f"/people/{party.person_id}/").content.decode()

    assert ("Refuge Road" in page, "ZZ1 1AA" in page, "Address withheld" in page) == (False, False, True)


def test_opening_a_person_is_recorded(client, area, housing):
    user = make.signed_in(client, marac=area, agency=housing)
    party = _enter(area)

    client.get(f"/people/{party.person_id}/")

    event = AuditEvent.objects.last()
    assert (event.kind, event.name, event.user_id) == ("read", "person", user.pk)
    assert event.details == {"person_id": party.person_id, "case_ids": [party.case_id]}


def test_every_page_has_a_box_to_find_somebody_for_those_who_may_and_where_there_is_one_already_no_second(
    client, area, housing
):
    make.signed_in(client, marac=area, agency=housing)
    box = 'name="words"'
    assert (client.get("/").content.decode().count(box), client.get("/people/").content.decode().count(box)) == (1, 1)

    client.logout()
    make.signed_in(client, Role.REFERRER, marac=area, agency=housing)

    assert box not in client.get("/").content.decode()


def test_people_stand_in_the_menu_of_those_who_may_see_them(client, area, housing):
    make.signed_in(client, marac=area, agency=housing)
    assert 'href="/people/"' in client.get("/").content.decode()

    make.signed_in(client, Role.STEERING, marac=area, agency=housing)
    assert 'href="/people/"' not in client.get("/").content.decode()
    assert client.get("/people/").status_code == 404


def _type(client, words):
    return client.post("/people/", {"words": words}, headers={"HX-Request": "true"})


def test_as_one_types_the_page_answers_at_once_and_each_answer_is_recorded_once(client, area, housing):
    make.signed_in(client, marac=area, agency=housing)
    _enter(area)

    answers = [_type(client, words) for words in ("T", "Tol", "Tollivar Hanna")]

    assert [answer.status_code for answer in answers] == [200] * 3
    assert ["Hannah Tolliver" in answer.content.decode() for answer in answers] == [False, True, True]
    assert "Type at least two letters" in answers[0].content.decode()
    assert "Tolliver sounds like Tollivar" in answers[2].content.decode()
    searched = AuditEvent.objects.filter(kind="search").values_list("details", flat=True)
    assert [each["terms"] for each in searched] == ["Tol", "Tollivar Hanna"]


@pytest.mark.parametrize("words", ["", "x", "😀", "x" * 10_000, "the third of April 1991", "\x00'\"<b>%"])
def test_whatever_is_typed_is_answered_with_a_clear_sentence(client, area, housing, words):
    make.signed_in(client, marac=area, agency=housing)

    answer = _type(client, words)

    assert answer.status_code == 200
    status = answer.content.decode().partition('id="how-many" role="status">')[2].partition("</p>")[0]
    assert bool(status.strip()) is bool(words)
