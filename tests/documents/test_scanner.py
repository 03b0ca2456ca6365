"""What the virus scanner flags is never opened, and what it was not asked of waits."""

import io

import pytest
from django.urls import reverse

from marac.access.viewer import the_system
from marac.audit.models import AuditEvent
from marac.documents import store
from marac.documents.due import scan_waiting
from marac.documents.models import Document, Scan
from marac.documents.operations import add_document, note_scan
from marac.documents.queries import content_of
from marac.documents.scanner import made_here, scan
from marac.kernel.refusal import Refusal
from marac.referrals.models import Referral
from marac.referrals.operations import read_document
from tests import make
from tests.documents.conftest import MARK

pytestmark = pytest.mark.django_db
MAIL = b"""From: a@example.org
To: b@example.org
Subject: Referral
Date: Mon, 2 Nov 2026 10:00:00 +0000

Victim: Wren Tolliver
"""


@pytest.fixture
def area():
    return make.marac()


@pytest.fixture
def office(area):
    return make.viewer(maracs=[area])


def kept(area, office, content):
    return add_document(viewer=office, marac=area, name="a.eml", file=scan(content), kind=Document.Kind.REFERRAL)


def test_what_is_clean_is_said_to_be_so_and_opens(clamd, area, office):
    document = kept(area, office, MAIL)

    assert document.scan == Scan.CLEAN
    assert content_of(document) == MAIL


def test_without_a_scanner_the_record_says_that_it_was_not_scanned(area, office):
    assert kept(area, office, MAIL).scan == Scan.NOT_SCANNED


@pytest.mark.parametrize("before", [0, 64 * 1024 - 5, 200_000])
def test_what_is_harmful_is_found_wherever_it_stands(clamd, before):
    found = scan(b"x" * before + MARK + b"y" * 1000)

    assert (found.scan, found.found) == (Scan.HARMFUL, "Invented.Harm.UNOFFICIAL")


def test_what_is_harmful_opens_to_nobody(client, clamd, area, office):
    document = kept(area, office, MAIL + MARK)
    make.signed_in(client, marac=area, agency=make.agency(marac=area))

    answer = client.post(reverse("documents:document", args=[document.pk]), {"reason": "To see it"})

    assert answer.status_code == 409
    assert "found something harmful" in answer.content.decode()
    assert MARK not in answer.content
    with pytest.raises(Refusal, match="nobody can open it"):
        content_of(document)


def test_a_harmful_referral_is_neither_read_nor_kept_and_stands_in_the_trail(clamd, area, office, settings):
    with pytest.raises(Refusal, match="neither opened nor kept") as refused:
        read_document(viewer=office, marac=area, name="a.eml", content=MAIL + MARK)

    assert refused.value.field == "file"
    assert not Referral.objects.exists()
    assert not Document.objects.exists()
    event = AuditEvent.objects.last()
    assert (event.name, event.details["found"]) == ("HarmfulFileRefused", "Invented.Harm.UNOFFICIAL")
    assert event.details["sha256"] == store.sha256_of(MAIL + MARK)


def test_the_page_of_an_upload_says_so_beside_the_file(client, clamd, area):
    make.signed_in(client, marac=area, agency=make.agency(marac=area))
    file = io.BytesIO(MAIL + MARK)
    file.name = "a.eml"

    answer = client.post(reverse("referrals:upload"), {"marac": area.pk, "file": file})

    assert "found something harmful" in answer.content.decode()


def test_while_the_scanner_is_away_nothing_is_opened(client, no_clamd, area, office):
    document = kept(area, office, MAIL)
    make.signed_in(client, marac=area, agency=make.agency(marac=area))

    answer = client.post(reverse("documents:document", args=[document.pk]), {"reason": "To see it"})

    assert document.scan == Scan.WAITING
    assert (answer.status_code, b"Tolliver" in answer.content) == (409, False)
    with pytest.raises(Refusal, match="does not answer"):
        read_document(viewer=office, marac=area, name="a.eml", content=MAIL)


def test_what_waited_is_scanned_when_the_scanner_is_back(no_clamd, running_clamd, area, office, settings):
    good, bad = kept(area, office, MAIL), kept(area, office, MAIL + MARK)
    system = the_system(office.today)
    assert scan_waiting(system) == 0

    settings.CLAMD = str(running_clamd)
    assert scan_waiting(system) == 2

    good.refresh_from_db()
    bad.refresh_from_db()
    assert (good.scan, bad.scan, bad.found) == (Scan.CLEAN, Scan.HARMFUL, "Invented.Harm.UNOFFICIAL")
    assert content_of(good) == MAIL
    assert scan_waiting(system) == 0


def test_a_file_that_is_larger_than_the_scanner_takes_waits(clamd):
    assert scan(b"x" * 3 * 1024 * 1024).scan == Scan.WAITING


def test_of_two_runs_one_says_what_was_found(no_clamd, area, office):
    document = kept(area, office, MAIL)
    system = the_system(office.today)
    note_scan(viewer=system, document=document, scanned=made_here(MAIL))

    with pytest.raises(Refusal, match="Another run"):
        note_scan(viewer=system, document=document, scanned=made_here(MAIL))
