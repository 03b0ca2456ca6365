"""Issued minutes as PDF: each agency's cut, whose copy it is on every page, and nothing of it for others."""

import io

import pypdf
import pytest

from marac.access.roles import Role
from marac.audit.models import AuditEvent
from tests import make
from tests.minutes.area import build

pytestmark = pytest.mark.django_db


@pytest.fixture
def area():
    return build()


def pages(answer):
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(answer.content)).pages]


def test_the_pdf_of_an_agency_holds_its_cut_and_says_on_each_page_whose_copy_it_is(client, area):
    issue = area.issued()
    make.signed_in(client, Role.REPRESENTATIVE, marac=area.marac, agency=area.housing)

    answer = client.get(f"/minutes/issues/{issue.pk}/pdf/")

    found = pages(answer)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].endswith('minutes-issue-1.pdf"')
    assert all(f"Copy for {area.housing.name}" in page and "issue 1" in page for page in found)
    assert area.shared.case.reference in " ".join(found)
    assert area.police_only.case.reference not in " ".join(found)
    assert area.police_only.case.reference.encode() not in answer.content


def test_having_it_is_in_the_trail(client, area):
    issue = area.issued()
    make.signed_in(client, Role.REPRESENTATIVE, marac=area.marac, agency=area.housing)

    client.get(f"/minutes/issues/{issue.pk}/pdf/")

    assert AuditEvent.objects.filter(name="minutes file").count() == 1


def test_minutes_that_have_not_gone_out_have_none(client, area):
    area.minuted(area.shared)
    area.minuted(area.police_only)
    issue = area.approved()
    make.signed_in(client, Role.ADMINISTRATOR, marac=area.marac, agency=area.police)

    assert client.get(f"/minutes/issues/{issue.pk}/pdf/").status_code == 404


def test_they_are_had_locked_with_a_password_that_is_long_enough_and_kept_nowhere(client, area):
    issue = area.issued()
    make.signed_in(client, Role.REPRESENTATIVE, marac=area.marac, agency=area.housing)
    address = f"/minutes/issues/{issue.pk}/locked/"
    asked = client.get(address)

    short = client.post(address, {"password": "too short"})
    answer = client.post(address, {"password": "violet lanterns hum quietly"})

    reader = pypdf.PdfReader(io.BytesIO(answer.content))
    assert [asked.status_code, reader.is_encrypted] == [200, True]
    assert "at least 15 characters" in short.content.decode()
    assert reader.decrypt("violet lanterns hum quietly")
    found = " ".join(page.extract_text() for page in reader.pages)
    assert [item.case.reference in found for item in (area.shared, area.police_only)] == [True, False]
    assert not AuditEvent.objects.filter(details__icontains="violet").exists()
    assert AuditEvent.objects.filter(name="minutes file").count() == 1


def test_what_was_withdrawn_is_not_had_locked_either_but_by_the_office(client, area):
    first = area.issued()
    area.minuted(area.shared, text="She was called again.")
    area.approved()
    area.sent()
    address, given = f"/minutes/issues/{first.pk}/locked/", {"password": "violet lanterns hum quietly"}

    make.signed_in(client, Role.REPRESENTATIVE, marac=area.marac, agency=area.housing)
    theirs = [client.get(address).status_code, client.post(address, given).status_code]
    make.signed_in(client, Role.ADMINISTRATOR, marac=area.marac, agency=area.police)
    ours = client.post(address, given)

    assert theirs == [404, 404]
    assert ours["Content-Type"] == "application/pdf"


def test_whoever_may_not_read_minutes_has_no_locked_file(client, area):
    issue = area.issued()
    make.signed_in(client, Role.REFERRER, marac=area.marac, agency=area.housing)

    assert client.post(f"/minutes/issues/{issue.pk}/locked/", {"password": "x" * 20}).status_code in (403, 404)
