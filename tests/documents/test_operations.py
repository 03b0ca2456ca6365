"""A document is kept once, whole, and handed back as it came or not at all."""

from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed
from marac.documents import store
from marac.documents.models import Document
from marac.documents.operations import add_document, file_with_case
from marac.kernel.refusal import Refusal
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def area():
    return make.marac()


def files_in(folder):
    return sorted(path for path in Path(folder).rglob("*") if path.is_file())


def added(area, **more):
    viewer = make.viewer(maracs=[area])
    given = {"name": "form.docx", "content": b"bytes", "kind": Document.Kind.REFERRAL}
    return add_document(viewer=viewer, marac=area, **given | more)


def test_what_was_kept_is_fetched_again(area, settings):
    document = added(area)

    assert store.fetch(document.stored_as, document.sha256) == b"bytes"
    assert (document.name, document.size, document.added_by) == ("form.docx", 5, "Ada Quill")
    assert [path.name for path in files_in(settings.FILES)] == [document.stored_as]


def test_the_name_on_the_disk_tells_nothing_and_the_file_is_for_us_alone(area, settings):
    added(area, name="Tolliver.docx")

    path = files_in(settings.FILES)[0]
    assert "olliver" not in path.name
    assert path.stat().st_mode & 0o077 == 0


def test_a_changed_or_missing_file_is_refused(area, settings):
    document = added(area)
    path = files_in(settings.FILES)[0]

    path.write_bytes(b"Bytes")
    with pytest.raises(Refusal):
        store.fetch(document.stored_as, document.sha256)
    path.unlink()
    with pytest.raises(Refusal):
        store.fetch(document.stored_as, document.sha256)


def test_a_stored_name_cannot_lead_out_of_the_folder():
    with pytest.raises(ValueError, match="stored name"):
        store.fetch("../../etc/passwd", "0")


def test_no_file_stays_when_the_record_does_not_come_about(area, settings):
    with pytest.raises(IntegrityError), transaction.atomic():
        added(area, kind=None)

    assert files_in(settings.FILES) == []


def test_an_empty_file_leaves_nothing_behind(area, settings):
    with pytest.raises(Refusal):
        added(area, content=b"")

    assert (Document.objects.count(), files_in(settings.FILES)) == (0, [])


def test_a_file_past_the_limit_is_refused(area, settings):
    settings.MAX_UPLOAD_BYTES = 4

    with pytest.raises(Refusal):
        added(area)


def test_adding_leaves_an_event(area):
    document = added(area)

    event = AuditEvent.objects.last()
    assert (event.name, event.details) == ("DocumentAdded", {"document_id": document.pk, "size": 5})


def test_a_representative_cannot_add_one(area):
    with pytest.raises(NotAllowed):
        add_document(
            viewer=make.viewer(Role.REPRESENTATIVE, maracs=[area]), marac=area, name="a", content=b"a", kind="other"
        )


def test_no_document_goes_to_another_marac(area):
    with pytest.raises(Unseen):
        add_document(viewer=make.viewer(maracs=[area]), marac=make.marac(), name="a", content=b"a", kind="other")


def test_a_document_is_filed_with_its_case(area):
    document, case = added(area), make.case(marac=area)

    file_with_case(viewer=make.viewer(maracs=[area]), document=document, case=case)

    assert Document.objects.get().case_id == case.pk
