"""A document is kept once, whole, and handed back as it came or not at all."""

import resource
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as settings_of_tries
from hypothesis import strategies as st

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed
from marac.documents import store
from marac.documents.models import Document
from marac.documents.operations import add_document, file_with_case
from marac.documents.scanner import made_here
from marac.kernel.refusal import Refusal
from tests import make

pytestmark = pytest.mark.django_db
A = made_here(b"a")


@pytest.fixture
def area():
    return make.marac()


def files_in(folder):
    return sorted(path for path in Path(folder).rglob("*") if path.is_file())


def added(area, **more):
    viewer = make.viewer(maracs=[area])
    given = {"name": "form.docx", "file": made_here(b"bytes"), "kind": Document.Kind.REFERRAL}
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


def test_the_content_is_nowhere_on_the_disk(area, settings):
    added(area, file=made_here(b"The marker is Tolliver." * 50))

    assert [path for path in files_in(settings.MARAC_HOME) if b"olliver" in path.read_bytes()] == []


@settings_of_tries(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_one_changed_byte_anywhere_is_refused(settings, data):
    stored_as = store.keep(b"a referral")
    path = Path(settings.FILES) / stored_as[:2] / stored_as
    kept = bytearray(path.read_bytes())
    kept[data.draw(st.integers(0, len(kept) - 1))] ^= data.draw(st.integers(1, 255))
    path.write_bytes(kept)

    with pytest.raises(Refusal):
        store.fetch(stored_as, store.sha256_of(b"a referral"))


def test_two_files_swapped_are_both_refused(settings):
    content = b"the same content, so that its hash fits"
    one, other = store.keep(content), store.keep(content)
    first, second = (Path(settings.FILES) / name[:2] / name for name in (one, other))
    held = first.read_bytes()
    first.write_bytes(second.read_bytes())
    second.write_bytes(held)

    for stored_as in (one, other):
        with pytest.raises(Refusal):
            store.fetch(stored_as, store.sha256_of(content))


def test_a_file_under_another_key_or_in_clear_is_refused(settings):
    stored_as = store.keep(b"a referral")
    settings.FILES_KEY = bytes(32)
    with pytest.raises(Refusal):
        store.fetch(stored_as, store.sha256_of(b"a referral"))

    (Path(settings.FILES) / stored_as[:2] / stored_as).write_bytes(b"a referral")
    with pytest.raises(Refusal):
        store.fetch(stored_as, store.sha256_of(b"a referral"))


def test_a_changed_key_of_all_files_opens_them_and_the_old_one_nothing(settings):
    old, new = settings.FILES_KEY, bytes(32)
    stored_as = store.keep(b"a referral")
    path = Path(settings.FILES) / stored_as[:2] / stored_as
    assert [store.change_key(path, old=old, new=new), store.change_key(path, old=old, new=new)] == [True, False]

    with pytest.raises(Refusal):
        store.fetch(stored_as, store.sha256_of(b"a referral"))
    settings.FILES_KEY = new
    assert store.fetch(stored_as, store.sha256_of(b"a referral")) == b"a referral"


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
        added(area, file=made_here(b""))

    assert (Document.objects.count(), files_in(settings.FILES)) == (0, [])


def test_a_file_past_the_limit_is_refused(area, settings):
    settings.MAX_UPLOAD_BYTES = 4

    with pytest.raises(Refusal):
        added(area)


def test_adding_leaves_an_event(area):
    document = added(area)

    event = AuditEvent.objects.last()
    assert (event.name, event.details) == ("DocumentAdded", {"document_id": document.pk, "size": 5, "scan": "ours"})


def test_a_representative_cannot_add_one(area):
    with pytest.raises(NotAllowed):
        add_document(
            viewer=make.viewer(Role.REPRESENTATIVE, maracs=[area]),
            marac=area,
            name="a",
            file=A,
            kind="other",
        )


def test_no_document_goes_to_another_marac(area):
    with pytest.raises(Unseen):
        add_document(viewer=make.viewer(maracs=[area]), marac=make.marac(), name="a", file=A, kind="other")


def test_a_document_is_filed_with_its_case(area):
    document, case = added(area), make.case(marac=area)

    file_with_case(viewer=make.viewer(maracs=[area]), document=document, case=case)

    assert Document.objects.get().case_id == case.pk


def test_where_the_disk_has_no_room_nothing_is_kept_and_no_half_is_left(settings):
    """A limit of the system on the size of any file stands in for the end of the disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(Refusal, match="no room left"):
            store.keep(bytes(5000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert [path for path in Path(settings.FILES).rglob("*") if path.is_file()] == []
    assert store.keep(bytes(5000))
