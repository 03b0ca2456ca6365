"""A form that comes too late, after the session has ended: what was typed is given back, and nothing is saved."""

import pytest
from django.test import Client

from tests import make

pytestmark = pytest.mark.django_db
TYPED = {"words": "Long <b>words</b> {{7*7}}", "csrfmiddlewaretoken": "abc", "revision": "3", "new_password": "seven"}


def test_what_was_typed_after_signing_out_is_given_back_as_text(client):
    answer = client.post("/cases/", TYPED, headers={"referer": "http://testserver/cases/"})

    page = answer.content.decode()
    assert (answer.status_code, "Long &lt;b&gt;words&lt;/b&gt; {{7*7}}" in page) == (401, True)
    assert ("seven" in page, "?next=/cases/" in page) == (False, True)


def test_a_page_with_scripts_is_told_to_stay_as_it_is(client):
    answer = client.post("/cases/", TYPED, headers={"hx-request": "true"})

    assert (answer["HX-Retarget"], answer["HX-Reswap"], answer["HX-Reselect"]) == ("main", "afterbegin", "#unsaved")


def test_a_form_of_a_page_opened_before_signing_in_again_is_given_back():
    strict = Client(enforce_csrf_checks=True)
    area = make.marac("Northmoor")
    make.signed_in(strict, marac=area, agency=make.agency("Northmoor Homes", marac=area))

    answer = strict.post("/cases/", TYPED)

    page = answer.content.decode()
    assert (answer.status_code, "You have signed in again" in page, "Long &lt;b&gt;" in page) == (403, True, True)


def test_what_another_site_sends_is_not_repeated():
    answer = Client(enforce_csrf_checks=True).post("/cases/", TYPED, headers={"sec-fetch-site": "cross-site"})

    assert (answer.status_code, "Long" in answer.content.decode()) == (401, False)


def test_opening_a_page_without_signing_in_asks_to_sign_in(client):
    assert client.get("/cases/").headers["Location"] == "/account/sign-in/?next=/cases/"
