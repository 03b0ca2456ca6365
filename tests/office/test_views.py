"""The desk's pages, and that a case outside one's seats cannot be told from one that is not there."""

from datetime import timedelta

import pytest
from django.utils import timezone

from marac.access.roles import Role
from marac.actions import operations as actions
from marac.audit.models import AuditEvent
from marac.drafts import operations as drafts
from marac.triage import operations as triage
from marac.ui import pages
from tests import make

pytestmark = pytest.mark.django_db


def test_nobody_gets_past_the_sign_in_page(client, area):
    answer = client.get("/cases/")

    assert (answer.status_code, answer.url) == (302, "/account/sign-in/?next=/cases/")


def test_signing_in_shows_today(client, area, housing):
    user = make.member(Role.COORDINATOR, marac=area, agency=housing, password=make.PASSWORD)

    secret = make.factor(user)

    client.post("/account/sign-in/", {"email": user.email.upper(), "password": make.PASSWORD})
    answer = client.post("/account/sign-in/second/", {"code": make.code_of(secret)}, follow=True)

    assert answer.status_code == 200
    assert "Nothing waits for you." in answer.content.decode()


def test_a_wrong_password_says_one_thing_whether_the_account_exists_or_not(client, area, housing):
    user = make.member(Role.COORDINATOR, marac=area, agency=housing, password=make.PASSWORD)

    pages = [
        client.post("/account/sign-in/", {"email": email, "password": "wrong"}).content.decode()
        for email in (user.email, "nobody@agency.example.org")
    ]

    assert all("The e-mail address or the password is wrong." in page for page in pages)


def test_opening_a_case_is_recorded_before_it_is_shown(client, area, housing):
    user = make.signed_in(client, marac=area, agency=housing)
    case = make.case(marac=area)

    answer = client.get(f"/cases/{case.pk}/")

    event = AuditEvent.objects.last()
    assert answer.status_code == 200
    assert (event.kind, event.name, event.case_id, event.user_id) == ("read", "case", case.pk, user.pk)


@pytest.mark.parametrize(("role", "told"), [(Role.COORDINATOR, True), (Role.IDVA, True), (Role.REPRESENTATIVE, False)])
def test_how_the_victim_can_be_told_stands_on_the_case_for_those_who_may_reach_her(client, area, housing, role, told):
    office = make.viewer(maracs=[area], agency=housing)
    draft = drafts.begin(viewer=office, marac=area)
    said = {"consent.safe_to_tell": False, "consent.how_to_tell": "Through the school nurse only"}
    drafts.write(viewer=office, referral=draft, changes=said)
    sent = drafts.send(viewer=office, referral=draft)
    case = triage.accept(viewer=office, referral=sent, kind="new", reason="High risk", known={})
    make.signed_in(client, role, marac=area, agency=housing)

    page = client.get(f"/cases/{case.pk}/").content.decode()

    assert ("How, and by whom:" in page, "safely be told what is decided? No" in page) == (told, told)
    assert "Through the school nurse only" not in page, "It is masked until it is revealed."


def test_a_case_without_a_seat_answers_like_one_that_is_not_there(client, area, housing):
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=housing)
    hidden = make.case(marac=area)

    answers = [client.get(f"/cases/{pk}/") for pk in (hidden.pk, 999_999)]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert hidden.reference not in answers[0].content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_of_cases_asks_the_same_number_of_questions_however_long_it_is(
    client, area, housing, rows, django_assert_num_queries
):
    make.signed_in(client, marac=area, agency=housing)
    for _each in range(rows):
        make.case(marac=area)

    with django_assert_num_queries(5):
        answer = client.get("/cases/")

    assert answer.content.decode().count("/cases/") >= rows


def test_a_case_is_found_by_its_reference_and_the_search_is_recorded(client, area, housing):
    make.signed_in(client, marac=area, agency=housing)
    wanted, other = make.case(marac=area), make.case(marac=area)

    page = client.post("/cases/", {"words": wanted.reference}, follow=True).content.decode()

    assert (wanted.reference in page, other.reference in page) == (True, False)
    assert AuditEvent.objects.last().details == {"terms": wanted.reference, "found": 1}


def test_what_is_typed_to_find_a_case_never_stands_in_an_address(client, area, housing):
    make.signed_in(client, marac=area, agency=housing)

    answer = client.post("/cases/?page=2", {"words": "Wren Tallow"})

    assert (answer.status_code, answer["Location"]) == (302, "/cases/")


def test_a_search_stays_while_one_turns_its_pages_and_is_cleared_by_show_all(client, area, housing):
    make.signed_in(client, marac=area, agency=housing)
    wanted, other = make.case(marac=area), make.case(marac=area)
    client.post("/cases/", {"words": wanted.reference})

    turned = client.get("/cases/?page=1").content.decode()
    shown_all = client.post("/cases/", {"words": wanted.reference, "clear": "yes"}, follow=True).content.decode()

    assert (wanted.reference in turned, other.reference in turned) == (True, False)
    assert (wanted.reference in shown_all, other.reference in shown_all) == (True, True)


def test_the_steering_group_has_no_cases(client, area, housing):
    make.signed_in(client, Role.STEERING, marac=area, agency=housing)

    assert client.get("/cases/").status_code == 404
    assert client.get("/who-may-do-what/").status_code == 200


def test_no_answer_is_kept_in_a_cache(client, area, housing):
    make.signed_in(client, marac=area, agency=housing)

    answer = client.get("/")

    assert answer["Cache-Control"] == "no-store"
    assert "default-src 'none'" in answer["Content-Security-Policy"]


def test_today_folds_what_can_wait_under_what_cannot(client, area, housing):
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=housing)
    office, today = make.viewer(maracs=[area]), timezone.localdate()
    case = make.case(marac=area)
    given = {"viewer": office, "case": case, "agency": housing}
    actions.set_action(**given, task="Fit a chain", due_on=today + timedelta(days=9))

    alone = client.get("/").content.decode()
    actions.set_action(**given, task="Ring the school", due_on=today)
    beside = client.get("/").content.decode()

    assert "Nothing is due today." in alone
    assert '<details class="govuk-details" open>' in alone
    assert '<details class="govuk-details">' in beside
    assert "Due later (1)" in beside


def test_a_long_list_is_counted_to_a_limit_and_each_page_leads_to_the_next(client, area, housing, monkeypatch):
    monkeypatch.setattr(pages, "MANY", 100)
    make.signed_in(client, marac=area, agency=housing)
    for _each in range(101):
        make.case(marac=area)

    first, second, third, none = (client.get(f"/cases/?page={each}").content.decode() for each in (1, 2, 3, "x"))

    assert "More than 100 found" in first
    assert 'href="?page=2"' in first
    assert "101 found" in second
    assert 'href="?page=3"' in second
    assert third.count('href="/cases/') == first.count('href="/cases/') - 49
    assert "More than 100 found" in none
