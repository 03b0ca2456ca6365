"""The door without an account: what opens it, what it shows, and every way to break in that we thought of."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from marac.access.roles import Role
from marac.guests import operations
from marac.guests.models import GuestLink
from marac.referrals.models import Referral
from tests import make
from tests.guests.conftest import make_link
from tests.referrals.pages import form_of
from tests.referrals.pages import text_of as markup_of

pytestmark = pytest.mark.django_db
PAGES = ("/form/parts/", "/form/parts/victim/", "/form/check/")


@pytest.fixture
def made(viewer, area, surgery):
    """Made today: the pages ask the clock."""
    return make_link(viewer, area, surgery, at=timezone.now())


def text_of(answer):
    return " ".join(re.sub("<[^>]*>", " ", markup_of(answer)).split())


def opened(client, made, code=None):
    client.get(f"/form/{made.token}/open/")
    return client.post("/form/", {"code": made.code if code is None else code})


def step(client, slug, typed):
    address = f"/form/parts/{slug}/"
    return client.post(address, form_of(client.get(address)) | typed)


def test_a_guest_writes_leaves_comes_back_and_sends_and_sees_only_that_it_came(client, made):
    assert opened(client, made).url == "/form/parts/"
    step(client, "victim", {"victims[0].surname": "Tolliver"})
    client.cookies.pop(settings.SESSION_COOKIE_NAME)  # the browser was closed
    assert "does not work here" in text_of(client.get("/form/parts/"))
    opened(client, made)
    assert form_of(client.get("/form/parts/victim/"))["victims[0].surname"] == "Tolliver"

    answer = client.post("/form/check/", form_of(client.get("/form/check/")), follow=True)

    referral, link = Referral.objects.get(), GuestLink.objects.get()
    assert (referral.state, referral.content["victims"]) == ("submitted", [{"surname": "Tolliver"}])
    assert f"Received Reference: {link.receipt}" in text_of(answer)
    assert "Tolliver" not in text_of(answer)
    for page in PAGES:
        assert client.get(page, follow=True).redirect_chain[-1][0] == "/form/received/"


def test_following_the_link_opens_nothing_by_itself(client, made):
    answer = client.get(f"/form/{made.token}/open/", follow=True)

    assert "Code" in text_of(answer)
    assert made.token not in text_of(answer)
    assert not Referral.objects.exists()
    assert "does not work here" in text_of(client.get("/form/parts/"))


@pytest.mark.parametrize("page", PAGES)
def test_without_a_link_every_page_says_the_same_and_nothing_else(client, made, page):
    assert "does not work here" in text_of(client.get(page))
    assert "Norbrook" not in text_of(client.get(page))


def test_whatever_is_wrong_is_answered_alike(client, made, viewer, area, surgery):
    def said(client, token, code):
        client.get(f"/form/{token}/open/")
        answer = client.post("/form/", {"code": code})
        return answer.status_code, re.sub(r'value="[^"]*"', "", answer.content.decode())

    opened(Client(), made)
    never_was = said(Client(), "never", "abcd2345")
    wrong_code = said(Client(), made.token, "zzzz9999")
    second_browser = said(Client(), made.token, made.code)

    assert never_was[0] == 200
    assert re.sub("abcd2345|zzzz9999", "", never_was[1]) == re.sub("abcd2345|zzzz9999", "", wrong_code[1])
    assert wrong_code == second_browser


def test_many_wrong_codes_have_to_wait_also_the_right_one_after_them(client, made):
    for _each in range(5):
        opened(client, made, code="zzzz9999")

    answer = opened(client, made)

    assert answer.status_code == 200
    assert "Too many tries" in text_of(answer)
    assert GuestLink.objects.get().tries == 5


def test_no_number_of_another_referral_opens_it(client, made, viewer, area, surgery):
    theirs = Client()
    opened(theirs, made)
    opened(client, other := make_link(viewer, area, surgery, address="bo@example.org", at=made.link.made_at))
    step(theirs, "victim", {"victims[0].surname": "Tolliver"})
    numbers = GuestLink.objects.filter(pk__in=(made.link.pk, other.link.pk)).values_list("referral", flat=True)
    session = client.session
    session["guest"] = session["guest"] | {"link": made.link.pk}
    session.save()

    assert "does not work here" in text_of(client.get("/form/check/"))
    for address in ("/referrals/{}/", "/referrals/{}/form/", "/referrals/{}/review/", "/referrals/ours/{}/"):
        for number in numbers:
            assert client.get(address.format(number)).status_code in (302, 404)
            assert "sign-in" in client.get(address.format(number)).url


def test_fields_that_are_not_offered_are_ignored(client, made):
    opened(client, made)

    step(client, "victim", {"victims[0].surname": "X", "state": "accepted", "case": "1", "asked": "x", "referral": "1"})

    referral = Referral.objects.get()
    assert (referral.state, referral.case) == ("draft", None)
    assert "asked" not in referral.content


def test_two_at_once_send_it_once(client, made):
    opened(client, made)
    form = form_of(client.get("/form/check/"))

    first, second = client.post("/form/check/", form), client.post("/form/check/", form)

    assert (first.url, second.url) == ("/form/received/", "/form/received/")
    assert Referral.objects.count() == 1


def test_what_is_typed_after_it_was_withdrawn_is_given_back(client, made, viewer):
    opened(client, made)
    form = form_of(client.get("/form/parts/views/"))
    operations.withdraw(viewer=viewer, link=made.link, at=made.link.made_at)

    answer = client.post("/form/parts/views/", form | {"views.wants": "To stay"})

    assert answer.status_code == 410
    assert "To stay" in text_of(answer)


def test_the_office_reads_the_code_out_once_and_withdraws_the_link(client, area, office, surgery):
    make.signed_in(client, marac=area, agency=office)
    given = {"marac": area.pk, "agency": surgery.pk, "address": "ines@example.org"}

    shown = client.post("/referrals/links/make/", given)

    link = GuestLink.objects.get()
    assert "Read this code out" in text_of(shown)
    assert "Holds until" in text_of(client.get("/referrals/links/"))
    client.post(f"/referrals/links/{link.pk}/withdraw/")
    assert "Withdrawn" in text_of(client.get("/referrals/links/"))


def test_an_address_of_nobody_there_is_refused_beside_the_box_that_says_how_it_was_verified(
    client, area, office, surgery
):
    make.signed_in(client, marac=area, agency=office)
    given = {"marac": area.pk, "agency": surgery.pk, "address": "ines@gmail.example.com"}

    answer = client.post("/referrals/links/make/", given)

    assert "Say how you verified it" in text_of(answer)
    assert not GuestLink.objects.exists()


@pytest.mark.parametrize("role", [Role.REPRESENTATIVE, Role.REFERRER, Role.CHAIR])
def test_nobody_but_the_office_has_these_pages(client, made, area, office, role):
    make.signed_in(client, role, marac=area, agency=office)

    for address in ("/referrals/links/", "/referrals/links/make/", f"/referrals/links/{made.link.pk}/withdraw/"):
        assert client.get(address).status_code == 404
