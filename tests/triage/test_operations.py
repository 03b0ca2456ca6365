"""A referral is decided once: it becomes a case with all that hangs from it, or goes back, or ends with a reason."""

from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path

import pytest

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.access.viewer import the_system
from marac.audit.operation import NotAllowed
from marac.caselists import operations as caselists
from marac.cases.models import Case, CaseAccess
from marac.directory import operations as directory
from marac.directory.choices import Anchor
from marac.directory.queries import holidays_of, profile_on
from marac.documents.models import Document
from marac.flags import operations as flags
from marac.flags.models import Flag
from marac.kernel.refusal import Refusal
from marac.kernel.workdays import add_workdays
from marac.mail.models import Outgoing
from marac.meetings import operations as meetings
from marac.meetings.queries import referrals_to_list
from marac.people.models import Party, Phone
from marac.referrals import operations as referrals
from marac.referrals.models import Referral, Withdrawal
from marac.referrals.queries import how_many_by_state, referrals_found
from marac.risk.models import Judgement, RiskAssessment
from marac.triage import operations as triage
from marac.triage.due import chase_returned
from marac.triage.queries import cases_met, dates_of_cases, poor_referrals
from tests import make

pytestmark = pytest.mark.django_db
SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "intake"
FORM = "norbrook-tolliver.docx"
# What becomes of a referral without a case, but for the reason.
SENT_BACK = partial(triage.return_for_information, lacking=["other"])
TURNED_DOWN = triage.turn_down
SENT_ON = partial(triage.send_on, elsewhere="Southmoor")
WITHDRAWN = partial(triage.withdraw, withdrawal="referrer")


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

    met = cases_met(viewer, area.pk, victims=[victim], perpetrators=[], names_perpetrator=True)
    assert [each.case for each in met] == [case]
    found = accepted(viewer, again, kind="repeat", case=case, known={"victims[0]": victim})

    assert (found, Case.objects.count()) == (case, 1)
    assert Party.objects.filter(case=case, role="victim").count() == 1
    assert {anchor.value: str(on) for anchor, on in dates_of_cases(viewer, [case])[case.pk].items()} == {
        "last_referral": "2025-06-02",
        "original_referral": "2025-03-14",
    }


def test_only_a_repeat_goes_with_an_earlier_case(viewer, area, referral):
    with pytest.raises(Refusal) as refused:
        accepted(viewer, referral, case=make.case(marac=area))

    assert refused.value.field == "case"


def test_a_repeat_that_is_due_comes_back_whatever_its_count(viewer, area, referral):
    case = accepted(viewer, referral)
    again = read(viewer, area, "eastmere-referral.docx")
    referrals.correct(viewer=viewer, referral=again, changes={"checklist.score_stated": None})

    assert accepted(viewer, again, kind="repeat", case=case, incident_on=date(2025, 5, 30)) == case


def test_further_information_goes_with_its_case_needs_no_ground_and_moves_no_months(viewer, area, referral):
    case = accepted(viewer, referral)
    again = read(viewer, area, "eastmere-referral.docx")
    bare = {f"criteria.{name}": "no" for name in ("visible_high_risk", "potential_escalation")}
    referrals.correct(viewer=viewer, referral=again, changes=bare | {"checklist.score_stated": None})

    with pytest.raises(Refusal) as refused:
        accepted(viewer, again, kind="update")
    accepted(viewer, again, kind="update", case=case)

    assert (refused.value.field, again.pk in case.referrals.values_list("pk", flat=True)) == ("case", True)
    assert set(dates_of_cases(viewer, [case])[case.pk].values()) == {date(2025, 3, 14)}


def test_a_repeat_without_a_new_incident_is_refused_where_the_marac_takes_it_for_further_information(
    viewer, area, referral
):
    case = accepted(viewer, referral)
    again = read(viewer, area, "eastmere-referral.docx")
    repeat = {"kind": "repeat", "case": case, "incident_on": date(2025, 3, 14)}

    with pytest.raises(Refusal) as refused:
        accepted(viewer, again, **repeat)
    directory.change_setting(
        viewer=make.system(), marac=area, name="further_information", value="repeat", from_on=date(2025, 1, 1)
    )
    accepted(viewer, again, **repeat)

    assert (refused.value.field, Referral.objects.get(pk=again.pk).kind) == ("kind", "repeat")


def test_a_latest_incident_that_is_still_to_come_is_refused(viewer, referral):
    with pytest.raises(Refusal) as refused:
        accepted(viewer, referral, incident_on=make.TODAY + timedelta(days=1))

    assert refused.value.field == "incident_on"


def test_a_repeat_is_counted_from_the_meeting_that_heard_it_last(viewer, area, referral):
    make.agency(marac=area)
    case = accepted(viewer, referral)
    earlier = replace(viewer, today=date(2026, 1, 5))
    meeting = meetings.plan_meetings(viewer=earlier, marac=area, days=[date(2026, 2, 3)], starts_at=time(9, 30))[0]
    item = meetings.list_case(viewer=earlier, meeting=meeting, case=case, referral=case.referrals.get())
    caselists.send_list(viewer=earlier, meeting=meeting)
    before = dates_of_cases(viewer, [case])[case.pk]

    meetings.mark_heard(viewer=replace(viewer, today=date(2026, 2, 3)), item=item)

    after = dates_of_cases(viewer, [case])[case.pk]
    assert (Anchor.LAST_HEARD in before, after[Anchor.LAST_HEARD]) == (False, date(2026, 2, 3))


def test_a_case_with_another_perpetrator_is_told_from_one_with_the_same(viewer, area, referral):
    case = accepted(viewer, referral)
    victim, perpetrator = (Party.objects.get(case=case, role=role).person_id for role in ("victim", "perpetrator"))

    def met(perpetrators, named=True):
        told = {"victims": [victim], "perpetrators": perpetrators, "names_perpetrator": named}
        return [each.earlier.same_perpetrator for each in cases_met(viewer, area.pk, **told)]

    assert [met([perpetrator]), met([]), met([], named=False)] == [[True], [False], [None]]


def test_a_case_of_the_perpetrator_with_another_victim_is_met_too(viewer, area, referral):
    case = accepted(viewer, referral)
    perpetrator = Party.objects.get(case=case, role="perpetrator").person_id

    met = cases_met(viewer, area.pk, victims=[], perpetrators=[perpetrator], names_perpetrator=True)

    assert [(each.case, each.earlier.same_victim) for each in met] == [(case, False)]


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
    assert Judgement.objects.get(judged_by=viewer.name).reasons == "The victim is in fear of her life."


@pytest.mark.parametrize(
    ("decide", "state"),
    [
        (SENT_BACK, "returned"),
        (TURNED_DOWN, "not_met"),
        (SENT_ON, "elsewhere"),
        (WITHDRAWN, "withdrawn"),
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
    triage.return_for_information(viewer=viewer, referral=referral, lacking=["other"], reason="Which school?")
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
    waiting = how_many_by_state(viewer)
    case = accepted(viewer, referral)

    assert list(referrals_found(viewer, words=str(referral.pk))) == [referral]
    assert list(referrals_found(viewer, words=case.reference)) == [referral]
    assert list(referrals_found(viewer, state="read")) == []
    assert (waiting, how_many_by_state(viewer)) == ({"read": 1}, {})


def test_a_repeat_keeps_the_flags_on_for_longer(viewer, area, referral):
    make.agency(marac=area)
    case = accepted(viewer, referral)
    flags.ask_for_flags(viewer=viewer, case=case, anchor_on=date(2025, 3, 14))
    victim = Party.objects.get(case=case, role="victim").person_id

    again = read(viewer, area, "eastmere-referral.docx")
    accepted(viewer, again, kind="repeat", case=case, known={"victims[0]": victim})

    flag = Flag.objects.get()
    assert (flag.ends_on, flag.counted_from) == (date(2026, 6, 2), "the last referral")


@pytest.mark.parametrize("decide", [SENT_BACK, TURNED_DOWN, SENT_ON, WITHDRAWN])
def test_the_agency_that_referred_is_told_what_became_of_it(viewer, area, decide):
    outreach = make.agency("Norbrook Women’s Outreach", marac=area, group="voluntary")
    worker = make.member(Role.REFERRER, marac=area, agency=outreach)
    referral = read(viewer, area)

    decide(viewer=viewer, referral=referral, reason="Not enough is known")

    assert list(Outgoing.objects.values_list("user", "kind", "reference")) == [
        (worker.pk, "referral", f"R{referral.pk}")
    ]


def test_a_question_says_what_is_missing_and_by_when_it_is_to_be_answered(area, viewer, referral):
    with pytest.raises(Refusal, match="what is missing"):
        triage.return_for_information(viewer=viewer, referral=referral, reason="Which school?")

    returned = triage.return_for_information(viewer=viewer, referral=referral, lacking=["contact"], reason="A number?")

    holidays = holidays_of(profile_on(area.pk, viewer.today))
    assert (returned.lacking, returned.answer_by_on) == (["contact"], add_workdays(viewer.today, 2, holidays))


def test_a_question_that_is_not_answered_is_asked_again_and_again_until_it_is(area, viewer, referral):
    returned = triage.return_for_information(viewer=viewer, referral=referral, lacking=["who"], reason="Who is Sam?")
    assert chase_returned(the_system(returned.answer_by_on)) == 0

    late = returned.answer_by_on + timedelta(days=1)
    assert [chase_returned(the_system(late)), chase_returned(the_system(late))] == [1, 0]
    returned.refresh_from_db()
    assert (returned.chased_on, returned.answer_by_on > late) == (late, True)
    assert chase_returned(the_system(returned.answer_by_on + timedelta(days=1))) == 1


def test_for_another_marac_it_names_which_and_stays_decided(viewer, referral):
    with pytest.raises(Refusal, match="that it is for"):
        triage.send_on(viewer=viewer, referral=referral, elsewhere=" ", reason="She lives there.")

    sent = triage.send_on(viewer=viewer, referral=referral, elsewhere="Southmoor", reason="She lives there. Ring them.")

    assert (sent.state, sent.elsewhere, sent.case) == ("elsewhere", "Southmoor", None)
    with pytest.raises(Refusal, match="has been decided"):
        triage.send_on(viewer=viewer, referral=sent, elsewhere="Southmoor", reason="Again.")


def test_why_it_is_withdrawn_is_one_of_the_reasons_and_refused_consent_is_none(viewer, referral):
    with pytest.raises(Refusal, match="why it is withdrawn"):
        triage.withdraw(viewer=viewer, referral=referral, withdrawal="no_consent", reason="She does not want it.")

    withdrawn = triage.withdraw(viewer=viewer, referral=referral, withdrawal="wrong_person", reason="Her sister.")
    assert withdrawn.withdrawal == Withdrawal.WRONG_PERSON


def test_two_agencies_that_tell_of_one_event_are_both_kept_and_counted_once(viewer, area, referral):
    outreach, police = make.agency("Outreach", marac=area), make.agency("Police", marac=area)
    case = accepted(viewer, referral, agency=outreach)
    dates = dates_of_cases(viewer, [case])
    second = read(viewer, area, "eastmere-referral.docx")
    same = {"kind": "same_event", "case": case, "reason": ""}

    with pytest.raises(Refusal, match="has referred this case already"):
        accepted(viewer, second, agency=outreach, **same)
    with pytest.raises(Refusal, match="Choose the case"):
        accepted(viewer, second, agency=police, kind="same_event")
    accepted(viewer, second, agency=police, **same)

    assert set(case.referrals.values_list("agency__name", flat=True)) == {"Outreach", "Police"}
    assert set(CaseAccess.objects.filter(case=case).values_list("agency__name", flat=True)) == {"Outreach", "Police"}
    assert dates_of_cases(viewer, [case]) == dates
    day = viewer.today + timedelta(days=28)
    meeting = meetings.plan_meetings(viewer=viewer, marac=area, days=[day], starts_at=time(9, 30))[0]
    assert list(referrals_to_list(viewer, meeting)) == [referral]


def test_what_was_missing_is_counted_by_agency_and_stays_counted_once_it_is_mended(viewer, area, referral):
    outreach = make.agency("Norbrook Women’s Outreach", marac=area, group="voluntary")
    first, second = read(viewer, area, "avonbrook-referral.pdf"), read(viewer, area, "eastmere-referral.docx")
    for each, lacking in ((first, ["who", "contact"]), (second, ["contact"])):
        triage.return_for_information(viewer=viewer, referral=each, lacking=lacking, reason="Please send it.")
    accepted(viewer, Referral.objects.get(pk=first.pk), reason="Answered.", agency=outreach)

    found = poor_referrals(viewer)

    assert [(row.agency, row.referred, row.returned) for row in found] == [
        ("Norbrook Women’s Outreach", 1, 1),
        ("", 2, 1),
    ]
    assert [row.lacking for row in found] == [[("who", 1), ("contact", 1)], [("contact", 1)]]
    assert poor_referrals(make.viewer(maracs=[make.marac()])) == []
