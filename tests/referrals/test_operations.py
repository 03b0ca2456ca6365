"""A document becomes one referral, and is corrected without losing what it said."""

from pathlib import Path

import pytest

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed, Stale
from marac.documents.models import Document
from marac.kernel.refusal import Refusal
from marac.referrals import operations
from marac.referrals.models import Referral
from tests import make

pytestmark = pytest.mark.django_db
SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "intake"
FORM = "norbrook-tolliver.docx"


@pytest.fixture
def area():
    return make.marac()


@pytest.fixture
def viewer(area):
    return make.viewer(maracs=[area])


def read(viewer, area, name=FORM):
    return operations.read_document(viewer=viewer, marac=area, name=name, content=(SAMPLES / name).read_bytes())


@pytest.fixture
def referral(viewer, area):
    return read(viewer, area)


# ---------------------------------------------------------------- in
def test_a_document_becomes_a_referral_with_its_source(referral, area):
    assert (referral.state, referral.marac, str(referral.referred_on)) == ("read", area, "2025-03-14")
    assert referral.content["victims"][0]["surname"] == "Tolliver"
    assert referral.reading["places"]["victims[0].surname"]["block"] == "b5"
    assert referral.document.name == FORM


def test_the_same_document_again_leads_to_the_first(referral, viewer, area):
    with pytest.raises(operations.AlreadyHere) as refused:
        read(viewer, area)

    assert refused.value.referral == referral
    assert (Referral.objects.count(), Document.objects.count()) == (1, 1)


def test_another_marac_may_have_the_same_document(referral):
    elsewhere = make.marac()

    assert read(make.viewer(maracs=[elsewhere]), elsewhere).marac == elsewhere


@pytest.mark.parametrize(("name", "content"), [("a.docx", b""), ("a.docx", b"PK\x03\x04junk"), ("a.exe", b"MZ")])
def test_a_file_that_cannot_be_read_leaves_nothing(viewer, area, settings, name, content):
    with pytest.raises(Refusal) as refused:
        operations.read_document(viewer=viewer, marac=area, name=name, content=content)

    assert refused.value.field == "file"
    assert (Referral.objects.count(), Document.objects.count(), Path(settings.FILES).exists()) == (0, 0, False)


def test_the_agency_that_the_form_names_is_found_on_the_panel(viewer, area):
    outreach = make.agency("Norbrook Women’s Outreach", marac=area, group="voluntary")

    referral = read(viewer, area)

    assert (referral.agency, referral.return_group) == (outreach, "voluntary")


def test_an_agency_that_is_not_on_the_panel_is_left_open(referral):
    assert (referral.agency, referral.return_group) == (None, "")


def test_a_representative_cannot_have_a_document_read(area):
    with pytest.raises(NotAllowed):
        read(make.viewer(Role.REPRESENTATIVE, maracs=[area]), area)


# ---------------------------------------------------------------- correcting
def test_a_correction_keeps_what_the_document_said(referral, viewer):
    operations.correct(
        viewer=viewer,
        referral=referral,
        changes={"victims[0].phones[0].safe_to_call": "no", "victims[0].dob": "4 April 1991"},
        revision=0,
    )

    stored = Referral.objects.get()
    assert stored.content["victims"][0]["phones"][0]["safe_to_call"] is False
    assert stored.content["victims"][0]["dob"] == "1991-04-04"
    assert stored.reading["content"]["victims"][0]["dob"] == "1991-04-03"
    assert stored.revision == 1
    assert AuditEvent.objects.last().details == {
        "paths": ["victims[0].dob", "victims[0].phones[0].safe_to_call"],
        "referral_id": referral.pk,
    }


def test_a_correction_of_an_older_text_is_refused(referral, viewer):
    operations.correct(viewer=viewer, referral=referral, changes={"victims[0].gp": "Surgery"}, revision=0)

    with pytest.raises(Stale):
        operations.correct(viewer=viewer, referral=referral, changes={"victims[0].gp": "Other"}, revision=0)

    assert Referral.objects.get().content["victims"][0]["gp"] == "Surgery"


def test_a_correction_of_an_unknown_field_is_refused(referral, viewer):
    with pytest.raises(Refusal):
        operations.correct(viewer=viewer, referral=referral, changes={"schema": "x"})


def test_a_child_who_was_missed_is_added(referral, viewer):
    operations.correct(
        viewer=viewer, referral=referral, changes={"children[2].surname": "Delaney", "children[2].forenames": "Wren"}
    )

    assert Referral.objects.get().content["children"][2] == {"surname": "Delaney", "forenames": "Wren"}


def test_answers_that_change_are_counted_again(referral, viewer):
    operations.correct(viewer=viewer, referral=referral, changes={"checklist.answers.weapons": "yes"})

    assert Referral.objects.get().content["checklist"]["score_counted"] == 18


def test_an_entry_read_by_mistake_is_taken_out_with_its_places(referral, viewer):
    second = referral.reading["places"]["children[1].forenames"]

    operations.remove_entry(viewer=viewer, referral=referral, path="children[0]", revision=0)

    stored = Referral.objects.get()
    assert [child["forenames"] for child in stored.content["children"]] == ["Rowan"]
    assert stored.reading["places"]["children[0].forenames"] == second
    assert "children[1].forenames" not in stored.reading["places"]


def test_a_referral_of_another_marac_cannot_be_touched(referral):
    with pytest.raises(Unseen):
        operations.correct(viewer=make.viewer(maracs=[make.marac()]), referral=referral, changes={"victims[0].gp": "x"})
