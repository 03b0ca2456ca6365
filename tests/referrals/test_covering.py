"""A referral is covered: what is sealed, and its document, are shown by a press that the trail keeps, one at a time."""

import re

import pytest
from django.test import Client

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed
from marac.intake.masks import sealed_in
from marac.kernel.refusal import Refusal
from marac.referrals import operations
from marac.referrals.models import Referral
from marac.triage import operations as triage
from tests import make
from tests.referrals.pages import FILES, form_of, read, text_of

pytestmark = pytest.mark.django_db
HOW = "consent.how_to_tell"


@pytest.fixture
def sealed(area, referral):
    changes = {
        "victims[0].phones[0].number": "07700 900214",
        "victims[0].phones[0].note": "After four",
        "victims[0].addresses[0].text": "5 Refuge Road",
        "victims[0].addresses[0].confidential": True,
        HOW: "Through her sister Nadia",
        "narrative.text": "He found her at 5 Refuge Road and rang 07700900214.",
    }
    return operations.correct(viewer=make.viewer(maracs=[area]), referral=referral, changes=changes)


TOLD = re.compile(r"07700 ?900 ?214|Nadia|After four|Refuge Road")


def page_of(referral, more=""):
    return f"/referrals/{referral.pk}/review/{more}"


def count(name):
    return AuditEvent.objects.filter(name=name).count()


# ---------------------------------------------------------------- covered
def test_before_a_press_the_page_has_neither_the_document_nor_what_is_sealed(client, coordinator, sealed):
    page = text_of(client.get(page_of(sealed)))

    assert not TOLD.search(page)
    assert "Hannah" in page
    assert "Withheld" in page
    assert [words for words in ("Bruised arm", "“TOLLIVER", 'id="b4-1-2"', "It is right") if words in page] == []


def test_no_field_is_drawn_while_it_is_covered(client, coordinator, sealed):
    """What is withheld would be saved over what stands there."""
    names = [name for name in form_of(client.get(page_of(sealed, "?open=victims-0-phones"))) if "[" in name]

    assert names == []


@pytest.mark.parametrize("name", FILES)
def test_nothing_sealed_that_was_read_stands_on_a_covered_page(client, area, coordinator, name):
    found = read(area, name)
    page = text_of(client.get(page_of(found)))

    texts = sealed_in(found.content).values()
    assert [text for text in texts if len(text) > 5 and text in page] == []


# ---------------------------------------------------------------- shown
def test_one_press_shows_it_beside_the_document_and_stands_in_the_trail(client, coordinator, sealed):
    answer = client.post(page_of(sealed, "show/"), {"open": "victims-0-phones"})

    page = text_of(client.get(answer.url))
    assert answer.url == page_of(sealed, "?open=victims-0-phones#victims-0-phones")
    assert ("Through her sister Nadia" in page, 'id="b4-1-2"' in page) == (True, True)
    event = AuditEvent.objects.get(name="ReferralShown")
    assert (event.kind, event.user_name, event.details) == ("read", coordinator.name, {"referral_id": sealed.pk})


def test_it_stays_shown_while_she_corrects_it(client, coordinator, sealed):
    client.post(page_of(sealed, "show/"))
    address = page_of(sealed, "?open=victims-0-phones")

    client.post(address, form_of(client.get(address)) | {"victims[0].phones[0].note": "Before six"})

    assert "Before six" in text_of(client.get(page_of(sealed)))
    assert count("ReferralShown") == 1


def test_what_was_typed_is_saved_though_it_was_covered_meanwhile(client, coordinator, sealed):
    client.post(page_of(sealed, "show/"))
    address = page_of(sealed, "?open=victims-0-phones")
    typed = form_of(client.get(address)) | {"victims[0].phones[0].note": "Before six"}
    client.post(page_of(sealed, "cover/"))

    client.post(address, typed)

    assert Referral.objects.get().content["victims"][0]["phones"][0]["note"] == "Before six"
    assert count("ReferralShown") == 2


def test_one_is_shown_at_a_time(client, area, coordinator, sealed):
    other = read(area, "calderwick-email.eml")
    client.post(page_of(sealed, "show/"))

    client.post(page_of(other, "show/"))

    assert not TOLD.search(text_of(client.get(page_of(sealed))))


@pytest.mark.parametrize("end", ["cover", "decide", "another browser"])
def test_it_is_covered_again(client, area, coordinator, sealed, end):
    client.post(page_of(sealed, "show/"))

    if end == "cover":
        client.post(page_of(sealed, "cover/"))
    elif end == "decide":
        triage.turn_down(viewer=make.viewer(maracs=[area]), referral=sealed, reason="Not met")
    else:
        client = Client()
        make.enter(client, coordinator)

    assert not TOLD.search(text_of(client.get(page_of(sealed))))


def test_nothing_is_shown_by_a_link(client, coordinator, sealed):
    pages = [page_of(sealed, "show/"), f"/referrals/{sealed.pk}/reveal/"]

    assert [client.get(page).status_code for page in pages] == [405, 405]


# ---------------------------------------------------------------- one thing
@pytest.mark.parametrize(
    ("path", "told", "kept"),
    [
        (HOW, "Through her sister Nadia", "07700"),
        ("victims[0].phones[0]", "07700 900214", "Nadia"),
        ("victims[0].addresses[0]", "5 Refuge Road", "07700"),
    ],
)
def test_one_thing_is_revealed_on_a_page_of_its_own(client, coordinator, sealed, path, told, kept):
    page = text_of(client.post(f"/referrals/{sealed.pk}/reveal/", {"path": path}))

    assert (told in page, kept in page) == (True, False)
    assert AuditEvent.objects.last().details == {"referral_id": sealed.pk, "path": path}


@pytest.mark.parametrize("path", ["", "narrative.text", "victims[0].surname", "victims[7].phones[0]", "{{7*7}}"])
def test_what_is_not_sealed_is_not_revealed(client, coordinator, sealed, path):
    answer = client.post(f"/referrals/{sealed.pk}/reveal/", {"path": path})

    assert (answer.status_code, "Nothing is withheld there" in text_of(answer)) == (409, True)
    assert count("ReferralPartRevealed") == 0


@pytest.mark.parametrize("role", [Role.CHAIR, Role.REPRESENTATIVE, Role.REFERRER, Role.STEERING])
def test_whoever_may_not_reveal_shows_and_reveals_nothing(area, sealed, role):
    viewer = make.viewer(role, maracs=[area], agency=sealed.agency)

    with pytest.raises(NotAllowed):
        operations.show(viewer=viewer, referral=sealed)
    with pytest.raises(NotAllowed):
        operations.reveal_part(viewer=viewer, referral=sealed, path=HOW)


def test_a_referral_that_is_not_seen_is_not_revealed(sealed):
    with pytest.raises(Unseen):
        operations.reveal_part(viewer=make.viewer(maracs=[make.marac()]), referral=sealed, path=HOW)


def test_what_was_taken_out_meanwhile_is_not_revealed(area, sealed):
    office = make.viewer(maracs=[area])
    operations.correct(viewer=office, referral=sealed, changes={HOW: None})

    with pytest.raises(Refusal, match="any more"):
        operations.reveal_part(viewer=office, referral=sealed, path=HOW)


# ---------------------------------------------------------------- on other pages
def test_the_page_that_decides_withholds_how_to_tell_and_reveals_it(client, coordinator, sealed):
    page = client.get(f"/referrals/{sealed.pk}/decide/").content.decode()

    assert not TOLD.search(page)
    assert f'action="/referrals/{sealed.pk}/reveal/"' in page
    assert f'name="path" value="{HOW}"' in page


def test_the_case_withholds_how_to_tell_and_reveals_it(client, area, coordinator, sealed):
    case = triage.accept(
        viewer=make.viewer(maracs=[area]), referral=sealed, kind="new", reason="Judgement", known={}, case=None
    )

    page = client.get(f"/cases/{case.pk}/").content.decode()

    assert not TOLD.search(page)
    assert f'action="/referrals/{sealed.pk}/reveal/"' in page


def test_whoever_sent_it_reads_what_they_sent_without_what_is_sealed(client, area, sealed):
    make.signed_in(client, Role.REFERRER, marac=area, agency=sealed.agency or make.agency(marac=area))
    page = client.get(f"/referrals/{sealed.pk}/form/check/")

    assert not TOLD.search(page.content.decode())
