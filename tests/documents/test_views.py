"""A document is downloaded, never shown; the reading is recorded; outsiders find nothing."""

from pathlib import Path

import pytest

from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.documents.models import Document
from marac.documents.operations import add_document
from marac.documents.scanner import made_here
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def area():
    return make.marac()


@pytest.fixture
def housing(area):
    return make.agency(marac=area)


@pytest.fixture
def document(area):
    return add_document(
        viewer=make.viewer(maracs=[area]),
        marac=area,
        name="Tolliver.html",
        file=made_here(b"<script>"),
        kind=Document.Kind.REFERRAL,
    )


def test_a_document_comes_as_an_attachment_under_our_own_name(client, area, housing, document):
    make.signed_in(client, marac=area, agency=housing)

    answer = client.get(f"/documents/{document.pk}/")

    assert (answer.status_code, answer.content) == (200, b"<script>")
    assert answer["Content-Disposition"] == f'attachment; filename="document-{document.pk}.html"'
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("application/octet-stream", "nosniff")


def test_opening_a_document_is_recorded(client, area, housing, document):
    make.signed_in(client, marac=area, agency=housing)

    client.get(f"/documents/{document.pk}/")

    event = AuditEvent.objects.last()
    assert (event.kind, event.name, event.details) == ("read", "document", {"document_id": document.pk})


@pytest.mark.parametrize("role", [Role.REPRESENTATIVE, Role.STEERING, Role.CHAIR])
def test_a_document_without_a_case_is_for_those_who_read_documents(client, area, housing, document, role):
    make.signed_in(client, role, marac=area, agency=housing)

    assert client.get(f"/documents/{document.pk}/").status_code == 404


def test_a_document_of_another_marac_is_not_there(client, document):
    elsewhere = make.marac()
    make.signed_in(client, marac=elsewhere, agency=make.agency(marac=elsewhere))

    assert client.get(f"/documents/{document.pk}/").status_code == 404


def test_a_changed_file_is_not_handed_out(client, area, housing, document, settings):
    make.signed_in(client, marac=area, agency=housing)
    for path in Path(settings.FILES).rglob(document.stored_as):
        path.write_bytes(b"other")

    answer = client.get(f"/documents/{document.pk}/")

    assert answer.status_code == 409
    assert "no longer as it was kept" in answer.content.decode()
