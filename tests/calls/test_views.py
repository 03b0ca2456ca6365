"""The page of a call: what is typed is kept whatever becomes of the rest, and nobody but the office sees it."""

import re

import pytest

from marac.access.roles import Role
from marac.calls.models import Call
from marac.referrals.models import Referral
from tests import make
from tests.referrals.pages import errors_of, form_of
from tests.referrals.pages import text_of as markup_of

pytestmark = pytest.mark.django_db
BY_ITSELF = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def coordinator(client, area, office):
    return make.signed_in(client, marac=area, agency=office)


@pytest.fixture
def call_page(client, coordinator, area):
    return client.post("/referrals/calls/begin/", {"marac": area.pk}).url


def content():
    return Referral.objects.get().content


def text_of(answer):
    """What somebody reads, without the markup."""
    return " ".join(re.sub("<[^>]*>", " ", markup_of(answer)).split())


def sent(client, page, typed=(), **more):
    """The form of the page with this typed into it, as a browser sends it."""
    return client.post(page, form_of(client.get(page)) | dict(typed), **more)


def test_a_call_is_begun_by_two_presses_and_says_by_whom_and_when(client, area, coordinator):
    answer = client.post("/referrals/calls/begin/", {"marac": area.pk}, follow=True)

    assert "Norbrook, begun" in text_of(answer)
    assert coordinator.name in text_of(answer)
    assert "Ask next: Caller: name not given" in text_of(answer)


def test_what_is_typed_is_saved_by_itself_and_the_head_says_so_and_what_is_next(client, call_page):
    typed = {"referrer.name": "Ines Birch", "referrer.agency": "Fellshire Police", "referrer.phones": "01632 960111"}

    answer = sent(client, call_page, typed, **BY_ITSELF)

    assert content()["referrer"] == {"name": "Ines Birch", "agency": "Fellshire Police", "phones": ["01632 960111"]}
    assert "<html" not in answer.content.decode()
    assert "Saved" in text_of(answer)
    assert "Ask next: Now: whether anybody is in danger now" in text_of(answer)
    assert re.search(r'id="ask-caller" hx-swap-oob="true" hidden', answer.content.decode())


def test_a_question_mark_is_not_known_and_is_shown_so_again(client, call_page):
    typed = {"victims[0].phones[0].safe_to_call": "?", "victims[0].dob_raw": " ? ", "urgent.danger_now": "no"}

    sent(client, call_page, typed | {"incident_date": "?"}, **BY_ITSELF)

    assert content()["not_known"] == ["incident_date", "victims[0].dob_raw", "victims[0].phones[0].safe_to_call"]
    assert content()["urgent"] == {"danger_now": False}
    again = form_of(client.get(call_page))
    assert again["victims[0].phones[0].safe_to_call"] == "?"
    assert (again["incident_date"], again["victims[0].dob_raw"]) == ("?", "?")
    assert again["victims[0].phones[0].safe_to_text"] == ""


def test_half_a_date_is_kept_as_it_was_typed_and_all_else_is_saved(client, call_page):
    answer = sent(client, call_page, {"incident_date": "31/2/", "victims[0].surname": "Tolliver"}, **BY_ITSELF)

    assert content()["victims"] == [{"surname": "Tolliver"}]
    assert "not understood yet" in text_of(answer)
    assert form_of(client.get(call_page))["incident_date"] == "31/2/"


def test_with_scripts_off_the_page_itself_comes_back_with_what_is_wrong_and_what_was_typed(client, call_page):
    answer = sent(client, call_page, {"incident_date": "31/2/2026", "views.wants": "To stay"})

    assert list(errors_of(answer)) == ["incident_date"]
    assert form_of(answer)["incident_date"] == "31/2/2026"
    assert content()["views"] == {"wants": "To stay"}


def test_room_for_one_more_is_made_without_losing_what_was_typed(client, call_page):
    answer = sent(client, call_page, {"views.wants": "To stay", "add": "children[0]"})

    assert answer.url == f"{call_page}#children[0]"
    assert content()["views"] == {"wants": "To stay"}
    assert "children[0].forenames" in form_of(client.get(call_page))


def test_two_at_once_overwrite_nothing_unseen(client, call_page):
    mine, theirs = form_of(client.get(call_page)), form_of(client.get(call_page))
    client.post(call_page, theirs | {"views.wants": "To leave"}, **BY_ITSELF)

    by_itself = client.post(call_page, mine | {"views.wants": "To stay"}, **BY_ITSELF)
    by_hand = client.post(call_page, mine | {"views.wants": "To stay"})

    assert "Not saved" in text_of(by_itself)
    assert f'name="revision" id="id_revision" value="{mine["revision"]}"' in by_itself.content.decode()
    assert content()["views"] == {"wants": "To leave"}
    assert "To leave" in text_of(by_hand)
    assert form_of(by_hand)["views.wants"] == "To stay"
    client.post(call_page, form_of(by_hand))
    assert content()["views"] == {"wants": "To stay"}


def test_fields_that_the_page_does_not_offer_are_ignored(client, call_page):
    extra = {"state": "accepted", "case": "1", "asked": "x", "referral_date": "2020-01-01", "victims[7].surname": "X"}

    sent(client, call_page, extra | {"victims[0].surname": "Tolliver"})

    assert Referral.objects.get().state == "draft"
    assert content().keys() == {"schema", "kind", "form", "case_area", "victims"}


def test_it_is_read_back_handed_in_and_waits_on_today_to_be_rung_back(client, call_page, police):
    sent(client, call_page, {"victims[0].surname": "Tolliver", "victims[0].forenames": "?"})
    read = client.get(f"{call_page}read-back/")
    assert "Tolliver" in text_of(read)
    assert "Asked, and not known: Forenames" in text_of(read)

    handed = client.post(f"{call_page}read-back/", form_of(read) | {"read_back": "on"}, follow=True)

    assert Call.objects.get().read_back
    assert "Not yet: nobody knows whether the caller is who they say" in text_of(handed)
    assert "Ring back the caller of referral" in text_of(client.get("/"))
    rung = {"number": "01632 960100", "found_in": "Our directory", "outcome": "confirmed", "agency": str(police.pk)}
    client.post(f"{call_page}ring-back/", rung)
    number = Referral.objects.get().pk
    assert "Confirmed by ringing back" in text_of(client.get(f"/referrals/{number}/"))
    assert "Confirmed by ringing back" in text_of(client.get(f"/referrals/{number}/decide/"))
    assert "Ring back the caller" not in text_of(client.get("/"))


def test_a_dropped_call_is_on_today_until_it_is_handed_in(client, call_page):
    sent(client, call_page, {"victims[0].surname": "Tolliver"}, **BY_ITSELF)
    number = Referral.objects.get().pk

    today = text_of(client.get("/"))

    assert f"Call not handed in: referral {number}" in today
    assert client.get(f"/referrals/{number}/form/", follow=True).redirect_chain[-1][0] == call_page


def test_what_is_typed_after_it_was_handed_in_elsewhere_is_given_back(client, call_page):
    mine = form_of(client.get(call_page))
    client.post(f"{call_page}read-back/", form_of(client.get(f"{call_page}read-back/")))

    answer = client.post(call_page, mine | {"views.wants": "To stay"})

    assert answer.status_code == 409
    assert "To stay" in text_of(answer)


def test_the_form_of_referrers_sends_no_call_past_its_reading_back(client, call_page):
    number = Referral.objects.get().pk

    answer = client.post(f"/referrals/{number}/form/check/", {"revision": "0"})

    assert answer.url.endswith(f"/referrals/{number}/call/")
    assert Referral.objects.get().state == "draft"


@pytest.mark.parametrize("role", [Role.REPRESENTATIVE, Role.REFERRER, Role.CHAIR, Role.IDVA])
def test_for_all_others_there_is_no_such_page(client, call_page, area, office, role):
    make.signed_in(client, role, marac=area, agency=office)

    for address in (call_page, f"{call_page}read-back/", f"{call_page}ring-back/", "/referrals/calls/begin/"):
        assert client.get(address).status_code == 404
