"""A draft is begun, written, sent, and given up: by its own agency, until it is sent, and never over a newer text."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed, Stale
from marac.directory import operations as directory
from marac.drafts import operations
from marac.drafts.queries import being_written, standings
from marac.kernel.refusal import Refusal
from marac.management.commands.tick import clear_drafts
from marac.people.models import Party
from marac.referrals.models import Referral
from marac.risk.models import RiskAssessment
from marac.triage import operations as triage
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def area():
    return make.marac()


@pytest.fixture
def school(area):
    return make.agency(marac=area, group="education")


@pytest.fixture
def referrer(area, school):
    return make.viewer(Role.REFERRER, maracs=[area], agency=school)


@pytest.fixture
def office(area):
    return make.viewer(maracs=[area], agency=make.agency(marac=area))


@pytest.fixture
def draft(referrer, area):
    return operations.begin(viewer=referrer, marac=area)


def test_beginning_twice_gives_the_first_draft_until_something_is_written_on_it(referrer, area, draft):
    assert operations.begin(viewer=referrer, marac=area) == draft

    operations.write(viewer=referrer, referral=draft, changes={"views.wants": "To stay"}, revision=0)
    assert operations.begin(viewer=referrer, marac=area) != draft


def test_a_draft_that_a_colleague_began_is_not_given(referrer, area, draft):
    colleague = replace(referrer, name="Moss Fell")

    assert operations.begin(viewer=colleague, marac=area) != draft


def test_what_was_written_is_in_the_trail_by_its_paths(referrer, draft):
    operations.write(viewer=referrer, referral=draft, changes={"views.wants": "To stay"}, revision=0)

    event = AuditEvent.objects.last()
    assert (event.name, event.details["paths"]) == ("ReferralWritten", ["views.wants"])


def test_a_save_over_a_newer_text_is_refused(referrer, draft):
    operations.write(viewer=referrer, referral=draft, changes={"views.wants": "To stay"}, revision=0)

    with pytest.raises(Stale):
        operations.write(viewer=referrer, referral=draft, changes={"views.wants": "To go"}, revision=0)


@pytest.mark.parametrize("path", ["schema", "victims[0].nothing", "victims[7].surname"])
def test_what_is_no_part_of_the_form_is_refused(referrer, draft, path):
    with pytest.raises(Refusal):
        operations.write(viewer=referrer, referral=draft, changes={path: "x"})


@pytest.mark.parametrize("path", ["victims[0].surname", "victims[0].aliases[1]", "children[99]", "nothing[0]"])
def test_only_a_group_of_the_form_grows_and_not_for_ever(referrer, draft, path):
    with pytest.raises(Refusal):
        operations.add_entry(viewer=referrer, referral=draft, path=path)


def test_nobody_writes_for_another_agency(area, office, draft):
    with pytest.raises(Unseen):
        operations.write(viewer=office, referral=draft, changes={"views.wants": "x"})
    with pytest.raises(Unseen):
        operations.send(viewer=make.viewer(Role.REFERRER, maracs=[area], agency=make.agency()), referral=draft)


def test_the_coordinator_does_not_write_in_what_came_back_to_another_agency(referrer, office, draft):
    operations.send(viewer=referrer, referral=draft)
    triage.return_for_information(viewer=office, referral=draft, lacking=["other"], reason="Which school?")

    with pytest.raises(Unseen):
        operations.write(viewer=office, referral=draft, changes={"answer": "x"})


def test_the_steering_group_does_not_refer(area, school):
    with pytest.raises(NotAllowed):
        operations.begin(viewer=make.viewer(Role.STEERING, maracs=[area], agency=school), marac=area)


def test_what_is_sent_is_locked_without_its_blank_rows(referrer, draft):
    operations.add_entry(viewer=referrer, referral=draft, path="children[1]")
    operations.write(viewer=referrer, referral=draft, changes={"children[1].forenames": "Wren"})

    sent = operations.send(viewer=referrer, referral=draft)

    assert [child["forenames"] for child in sent.content["children"]] == ["Wren"]
    for late in (operations.send, operations.give_up):
        with pytest.raises(Refusal):
            late(viewer=referrer, referral=sent)
    with pytest.raises(Refusal):
        operations.write(viewer=referrer, referral=sent, changes={"views.wants": "x"})


def test_the_day_of_the_incident_is_kept_for_counting(referrer, draft):
    operations.write(viewer=referrer, referral=draft, changes={"incident_date": date(2026, 3, 1)})

    assert Referral.objects.get().incident_on == date(2026, 3, 1)


def test_what_came_back_is_not_given_up_but_answered(referrer, office, draft):
    operations.send(viewer=referrer, referral=draft)
    triage.return_for_information(viewer=office, referral=draft, lacking=["other"], reason="Which school?")

    with pytest.raises(Refusal):
        operations.give_up(viewer=referrer, referral=draft)

    assert list(being_written(referrer)) == [draft]


def test_a_referral_written_here_becomes_a_case_like_any_other(referrer, office, school, draft):
    written = {
        "victims[0].surname": "Quarrell",
        "victims[0].dob_raw": "about 35 years",
        "others[0].name": "Ottoline Marsh",
        "others[0].must_not_receive": True,
        "checklist.answers.weapons": "yes",
        "checklist.completed_on": "2026-03-02",
    }
    operations.write(viewer=referrer, referral=draft, changes=written)
    operations.send(viewer=referrer, referral=draft)

    case = triage.accept(viewer=office, referral=draft, kind="new", reason="High risk.", known={})

    assert Party.objects.get(case=case, role="victim").person.surname == "Quarrell"
    assert Party.objects.get(case=case, role="other").must_not_receive is True
    assert RiskAssessment.objects.get().completed_on == date(2026, 3, 2)
    assert [(row["state"], row["reference"]) for row in standings(referrer)] == [("accepted", case.reference)]


def test_the_standing_of_others_is_nobodys_business(area, referrer, office, draft):
    assert list(standings(office)) == []
    assert list(standings(make.viewer(Role.STEERING, maracs=[area], agency=make.agency()))) == []


# ---------------------------------------------------------------- taken back
@pytest.fixture
def sent(referrer, draft):
    return operations.send(viewer=referrer, referral=draft)


def test_what_was_sent_is_taken_back_with_a_reason_before_it_is_decided(referrer, office, sent):
    operations.take_back(viewer=referrer, referral=sent, reason=" Sent twice. ")

    (row,) = Referral.objects.visible_to(office).filter(pk=sent.pk)
    assert (row.state, row.decided_by, row.decision_reason) == ("withdrawn", referrer.name, "Sent twice.")
    assert AuditEvent.objects.last().name == "ReferralTakenBack"


def test_what_came_back_with_a_question_can_be_taken_back_too(referrer, office, sent):
    triage.return_for_information(viewer=office, referral=sent, lacking=["other"], reason="Who is the officer?")

    assert operations.take_back(viewer=referrer, referral=sent, reason="Sent twice").state == "withdrawn"


def test_nothing_is_taken_back_without_a_reason_or_after_the_decision(referrer, office, sent):
    with pytest.raises(Refusal) as without:
        operations.take_back(viewer=referrer, referral=sent, reason="  ")
    triage.turn_down(viewer=office, referral=sent, reason="Below the threshold")
    with pytest.raises(Refusal):
        operations.take_back(viewer=referrer, referral=sent, reason="Sent twice")

    assert without.value.field == "reason"
    assert Referral.objects.get().state == "not_met"


def test_a_draft_is_given_up_and_not_taken_back(referrer, draft):
    with pytest.raises(Refusal):
        operations.take_back(viewer=referrer, referral=draft, reason="Sent twice")


def test_another_agency_takes_nothing_back(area, sent):
    stranger = make.viewer(Role.REFERRER, maracs=[area], agency=make.agency(marac=area))

    with pytest.raises(Unseen):
        operations.take_back(viewer=stranger, referral=sent, reason="Sent twice")


# ---------------------------------------------------------------- left alone
def later(viewer, days):
    return replace(viewer, today=make.TODAY + timedelta(days=days))


def test_a_draft_that_nobody_writes_on_is_cleared_on_its_day_and_not_before(referrer, draft):
    operations.write(viewer=referrer, referral=draft, changes={"views.wants": "To stay"})

    early = clear_drafts(later(make.system(), 89))
    due = clear_drafts(later(make.system(), 90))

    row = Referral.objects.get()
    assert (early, due, clear_drafts(later(make.system(), 91))) == (0, 1, 0)
    assert (row.state, "views" in row.content, "referrer" in row.content) == ("withdrawn", False, False)
    assert AuditEvent.objects.last().name == "DraftCleared"


def test_writing_on_a_draft_keeps_it(referrer, draft):
    operations.write(viewer=later(referrer, 80), referral=draft, changes={"views.wants": "To stay"})

    assert clear_drafts(later(make.system(), 90)) == 0


def test_the_days_that_a_draft_is_kept_are_the_areas_own(area, office, draft):
    directory.change_setting(
        viewer=make.system(), marac=area, name="draft_days", value=30, from_on=make.TODAY, reason="Agreed"
    )

    assert [clear_drafts(later(make.system(), days)) for days in (29, 30)] == [0, 1]


def test_what_was_sent_is_never_cleared(sent):
    assert clear_drafts(later(make.system(), 400)) == 0
