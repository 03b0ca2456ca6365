"""A document is downloaded, never shown; the reading is recorded; outsiders find nothing."""

from pathlib import Path

import pytest

from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed
from marac.documents.models import Document
from marac.documents.operations import add_document, open_original
from marac.documents.scanner import made_here
from marac.reading import read
from tests import make
from tests.inbox.letters import SAMPLES

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

    answer = client.post(f"/documents/{document.pk}/", {"reason": "A cell was not read"})

    assert (answer.status_code, answer.content) == (200, b"<script>")
    assert answer["Content-Disposition"] == f'attachment; filename="document-{document.pk}.html"'
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("application/octet-stream", "nosniff")


def test_opening_a_document_is_recorded(client, area, housing, document):
    make.signed_in(client, marac=area, agency=housing)

    client.post(f"/documents/{document.pk}/", {"reason": "A cell was not read"})

    event = AuditEvent.objects.last()
    told = {"document_id": document.pk, "reason": "A cell was not read", "clean": False}
    assert (event.kind, event.name, event.details) == ("read", "OriginalOpened", told)


@pytest.mark.parametrize("reason", ["", "   "])
def test_a_referral_as_it_came_is_not_handed_out_without_a_reason(client, area, housing, document, reason):
    make.signed_in(client, marac=area, agency=housing)

    asked = client.get(f"/documents/{document.pk}/")
    answer = client.post(f"/documents/{document.pk}/", {"reason": reason})

    assert "It may say where somebody lives or hides" in asked.content.decode()
    assert "Say why you open it" in answer.content.decode()
    assert b"<script>" not in asked.content + answer.content
    assert not AuditEvent.objects.filter(name="OriginalOpened").exists()


def test_who_may_reveal_nothing_opens_no_referral_as_it_came(area, document):
    """Also where a page would forget to ask."""
    with pytest.raises(NotAllowed):
        open_original(viewer=make.viewer(Role.CHAIR, maracs=[area]), document=document, reason="Curious")


def test_what_did_not_come_from_outside_as_a_referral_or_message_is_handed_out_at_once(client, area, housing):
    case = make.case(marac=area)
    office = make.viewer(maracs=[area])
    kept = {"name": "note.txt", "file": made_here(b"Words"), "kind": Document.Kind.OTHER}
    other = add_document(viewer=office, marac=area, case=case, **kept)
    make.signed_in(client, marac=area, agency=housing)

    assert client.get(f"/documents/{other.pk}/").content == b"Words"


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

    answer = client.post(f"/documents/{document.pk}/", {"reason": "A cell was not read"})

    assert answer.status_code == 409
    assert "no longer as it was kept" in answer.content.decode()


@pytest.mark.parametrize(("copy", "kept"), [("clean", False), ("original", True)])
def test_a_clean_copy_is_handed_out_unless_the_file_as_it_came_is_asked_for(client, area, housing, copy, kept):
    name = "norbrook-tolliver.docx"
    content = (SAMPLES / "intake" / name).read_bytes()
    given = {"marac": area, "name": name, "file": made_here(content), "kind": Document.Kind.REFERRAL}
    made = add_document(viewer=make.system(), **given)
    make.signed_in(client, marac=area, agency=housing)

    asked = client.get(f"/documents/{made.pk}/").content.decode()
    answer = client.post(f"/documents/{made.pk}/", {"reason": "For her adviser", "copy": copy})

    assert 'value="clean" checked' in asked
    assert (answer.content == content) is kept
    assert read(answer.content, name).content == read(content, name).content
    assert AuditEvent.objects.get(name="OriginalOpened").details["clean"] is (copy == "clean")
