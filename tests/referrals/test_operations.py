"""A document becomes one referral, is corrected without losing what it said, and is decided once."""

from pathlib import Path

import pytest

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed, Stale
from marac.cases.models import Case, CaseAccess
from marac.documents.models import Document
from marac.kernel.refusal import Refusal
from marac.people.models import Party, Phone
from marac.referrals import operations
from marac.referrals.models import Referral, RiskAssessment
from marac.referrals.queries import cases_of_victims, dates_of_case, how_many_by_state, referrals_found
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


def accepted(viewer, referral, **more):
    given = {"kind": "new", "reason": "", "known": {}}
    return operations.accept(viewer=viewer, referral=referral, **given | more)


# ---------------------------------------------------------------- in
def test_a_document_becomes_a_referral_with_its_source(referral, area):
    assert (referral.state, referral.marac, str(referral.referred_on)) == ("read", area, "2025-03-14")
    assert referral.content["victims"][0]["surname"] == "Tolliver"
    assert referral.reading["places"]["victims[0].surname"]["block"] == "b4"
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


# ---------------------------------------------------------------- deciding
def test_accepting_opens_a_case_with_its_people_seat_checklist_and_document(viewer, area):
    outreach = make.agency("Norbrook Women’s Outreach", marac=area, group="voluntary")
    referral = read(viewer, area)

    case = accepted(viewer, referral)

    stored = Referral.objects.get()
    assert (stored.state, stored.kind, stored.case, stored.decided_by) == ("accepted", "new", case, "Ada Quill")
    assert CaseAccess.objects.get(case=case).agency == outreach
    assert CaseAccess.objects.get(case=case).basis == "referred"
    assert Document.objects.get().case == case
    assert Party.objects.filter(case=case, role="victim").count() == 1
    assert Phone.objects.filter(number="01632960118").get().safe_to_call is False


def test_the_checklist_is_kept_with_the_threshold_in_force(viewer, referral):
    accepted(viewer, referral)

    kept = RiskAssessment.objects.get()
    assert (kept.tool, kept.yes, kept.not_known, kept.unanswered, kept.threshold) == ("dash-24", 17, 2, 0, 14)
    assert str(kept.completed_on) == "2025-03-14"


def test_a_count_without_answers_is_kept_as_a_count(viewer, area):
    accepted(viewer, read(viewer, area, "eastmere-referral.docx"))

    kept = RiskAssessment.objects.get()
    assert (kept.yes, kept.unanswered, kept.answers) == (18, 24, {})


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir() if path.suffix in (".pdf", ".eml")))
def test_other_kinds_of_referral_are_accepted_too(viewer, area, name):
    case = accepted(viewer, read(viewer, area, name), reason="High risk.")

    assert Party.objects.filter(case=case, role="victim").exists()


def test_a_repeat_goes_with_the_case_that_there_is(viewer, area, referral):
    case = accepted(viewer, referral)
    victim = Party.objects.get(case=case, role="victim").person_id
    again = read(viewer, area, "eastmere-referral.docx")

    assert list(cases_of_victims(viewer, area.pk, [victim])) == [case]
    found = accepted(viewer, again, kind="repeat", case=case, known={"victims[0]": victim})

    assert (found, Case.objects.count()) == (case, 1)
    assert Party.objects.filter(case=case, role="victim").count() == 1
    assert {anchor.value: str(on) for anchor, on in dates_of_case(viewer, case).items()} == {
        "last_referral": "2025-06-02",
        "original_referral": "2025-03-14",
    }


def test_only_a_repeat_goes_with_an_earlier_case(viewer, area, referral):
    with pytest.raises(Refusal) as refused:
        accepted(viewer, referral, case=make.case(marac=area))

    assert refused.value.field == "case"


def test_the_agency_chosen_by_the_coordinator_gets_the_seat(viewer, area, referral):
    housing = make.agency(marac=area, group="housing")

    case = accepted(viewer, referral, agency=housing)

    assert CaseAccess.objects.get(case=case).agency == housing
    assert Referral.objects.get().return_group == "housing"


def test_a_referral_without_any_ground_is_accepted_only_with_a_reason(viewer, referral):
    bare = {f"criteria.{name}": "no" for name in ("visible_high_risk", "potential_escalation")}
    bare |= {f"checklist.answers.{key}": "no" for key in referral.content["checklist"]["answers"]}
    operations.correct(viewer=viewer, referral=referral, changes=bare)

    with pytest.raises(Refusal) as refused:
        accepted(viewer, referral)
    accepted(viewer, referral, reason="The victim is in fear of her life.")

    assert refused.value.field == "reason"
    assert RiskAssessment.objects.get().judgement == "The victim is in fear of her life."


@pytest.mark.parametrize(
    ("decide", "state"),
    [
        (operations.return_for_information, "returned"),
        (operations.turn_down, "not_met"),
        (operations.withdraw, "withdrawn"),
    ],
)
def test_each_other_decision_needs_its_reason(viewer, referral, decide, state):
    with pytest.raises(Refusal) as refused:
        decide(viewer=viewer, referral=referral, reason=" ")

    decide(viewer=viewer, referral=referral, reason="Because.")

    stored = Referral.objects.get()
    assert refused.value.field == "reason"
    assert (stored.state, stored.decision_reason, stored.decided_on) == (state, "Because.", viewer.today)


def test_a_returned_referral_is_corrected_and_then_accepted(viewer, referral):
    operations.return_for_information(viewer=viewer, referral=referral, reason="Which school?")
    operations.correct(viewer=viewer, referral=referral, changes={"children[1].school": "Nursery"})

    accepted(viewer, referral)

    assert Referral.objects.get().state == "accepted"


def test_what_was_decided_is_neither_decided_again_nor_corrected(viewer, referral):
    operations.turn_down(viewer=viewer, referral=referral, reason="Below.")

    with pytest.raises(Refusal):
        accepted(viewer, referral)
    with pytest.raises(Refusal):
        operations.correct(viewer=viewer, referral=referral, changes={"victims[0].gp": "x"})


def test_the_administrator_corrects_but_does_not_decide(area, referral):
    administrator = make.viewer(Role.ADMINISTRATOR, maracs=[area])

    operations.correct(viewer=administrator, referral=referral, changes={"victims[0].gp": "x"})

    with pytest.raises(NotAllowed):
        accepted(administrator, referral)


def test_a_referral_of_another_marac_cannot_be_touched(referral):
    outsider = make.viewer(maracs=[make.marac()])

    with pytest.raises(Unseen):
        operations.correct(viewer=outsider, referral=referral, changes={"victims[0].gp": "x"})
    with pytest.raises(Unseen):
        accepted(outsider, referral)


# ---------------------------------------------------------------- finding
def test_a_referral_is_found_by_its_number_its_state_or_its_case(viewer, referral):
    case = accepted(viewer, referral)

    assert list(referrals_found(viewer, words=str(referral.pk))) == [referral]
    assert list(referrals_found(viewer, words=case.reference)) == [referral]
    assert list(referrals_found(viewer, state="read")) == []
    assert how_many_by_state(viewer) == {"accepted": 1}
