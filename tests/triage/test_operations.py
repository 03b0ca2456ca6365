"""A referral is decided once: it becomes a case with all that hangs from it, or goes back, or ends with a reason."""

from datetime import date
from pathlib import Path

import pytest

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.audit.operation import NotAllowed
from marac.cases.models import Case, CaseAccess
from marac.documents.models import Document
from marac.flags import operations as flags
from marac.flags.models import Flag
from marac.kernel.refusal import Refusal
from marac.mail.models import Outgoing
from marac.people.models import Party, Phone
from marac.referrals import operations as referrals
from marac.referrals.models import Referral, RiskAssessment
from marac.referrals.queries import how_many_by_state, referrals_found
from marac.triage import operations as triage
from marac.triage.queries import cases_of_victims, dates_of_case
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
    return referrals.read_document(viewer=viewer, marac=area, name=name, content=(SAMPLES / name).read_bytes())


@pytest.fixture
def referral(viewer, area):
    return read(viewer, area)


def accepted(viewer, referral, **more):
    given = {"kind": "new", "reason": "", "known": {}}
    return triage.accept(viewer=viewer, referral=referral, **given | more)


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
    referrals.correct(viewer=viewer, referral=referral, changes=bare)

    with pytest.raises(Refusal) as refused:
        accepted(viewer, referral)
    accepted(viewer, referral, reason="The victim is in fear of her life.")

    assert refused.value.field == "reason"
    assert RiskAssessment.objects.get().judgement == "The victim is in fear of her life."


@pytest.mark.parametrize(
    ("decide", "state"),
    [
        (triage.return_for_information, "returned"),
        (triage.turn_down, "not_met"),
        (triage.withdraw, "withdrawn"),
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
    triage.return_for_information(viewer=viewer, referral=referral, reason="Which school?")
    referrals.correct(viewer=viewer, referral=referral, changes={"children[1].school": "Nursery"})

    accepted(viewer, referral)

    assert Referral.objects.get().state == "accepted"


def test_what_was_decided_is_neither_decided_again_nor_corrected(viewer, referral):
    triage.turn_down(viewer=viewer, referral=referral, reason="Below.")

    with pytest.raises(Refusal):
        accepted(viewer, referral)
    with pytest.raises(Refusal):
        referrals.correct(viewer=viewer, referral=referral, changes={"victims[0].gp": "x"})


def test_the_administrator_corrects_but_does_not_decide(area, referral):
    administrator = make.viewer(Role.ADMINISTRATOR, maracs=[area])

    referrals.correct(viewer=administrator, referral=referral, changes={"victims[0].gp": "x"})

    with pytest.raises(NotAllowed):
        accepted(administrator, referral)


def test_a_referral_of_another_marac_cannot_be_decided(referral):
    with pytest.raises(Unseen):
        accepted(make.viewer(maracs=[make.marac()]), referral)


# ---------------------------------------------------------------- finding
def test_a_referral_is_found_by_its_number_its_state_or_its_case(viewer, referral):
    case = accepted(viewer, referral)

    assert list(referrals_found(viewer, words=str(referral.pk))) == [referral]
    assert list(referrals_found(viewer, words=case.reference)) == [referral]
    assert list(referrals_found(viewer, state="read")) == []
    assert how_many_by_state(viewer) == {"accepted": 1}


def test_a_repeat_keeps_the_flags_on_for_longer(viewer, area, referral):
    make.agency(marac=area)
    case = accepted(viewer, referral)
    flags.ask_for_flags(viewer=viewer, case=case, anchor_on=date(2025, 3, 14))
    victim = Party.objects.get(case=case, role="victim").person_id

    again = read(viewer, area, "eastmere-referral.docx")
    accepted(viewer, again, kind="repeat", case=case, known={"victims[0]": victim})

    flag = Flag.objects.get()
    assert (flag.ends_on, flag.counted_from) == (date(2026, 6, 2), "the last referral")


@pytest.mark.parametrize("decide", [triage.return_for_information, triage.turn_down, triage.withdraw])
def test_the_agency_that_referred_is_told_what_became_of_it(viewer, area, decide):
    outreach = make.agency("Norbrook Women’s Outreach", marac=area, group="voluntary")
    worker = make.member(Role.REFERRER, marac=area, agency=outreach)
    referral = read(viewer, area)

    decide(viewer=viewer, referral=referral, reason="Not enough is known")

    assert list(Outgoing.objects.values_list("user", "kind", "reference")) == [
        (worker.pk, "referral", f"R{referral.pk}")
    ]
