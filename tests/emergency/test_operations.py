"""Opening a case in an emergency: who can, what it opens and for how long, who is told, and who judges it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed
from marac.cases.models import Case, EmergencySeat
from marac.cases.operations import bar, restrict
from marac.directory.operations import change_setting
from marac.emergency.due import escalate_overdue
from marac.emergency.operations import end_now, name_reviewer, open_in_emergency, review
from marac.emergency.queries import to_review
from marac.emergency.rules import NOT_OPENED
from marac.kernel.refusal import Refusal
from marac.mail.models import Outgoing
from tests import make

pytestmark = pytest.mark.django_db
REASON = "Her sister rang: he is at the door, and she has left the refuge."
PEOPLE = (Role.REPRESENTATIVE, Role.IDVA, Role.COORDINATOR, Role.CHAIR, Role.DATA_PROTECTION)


class Area:
    def __init__(self):
        self.marac = make.marac()
        self.homes = make.agency(marac=self.marac)
        self.people = {role: make.member(role, marac=self.marac, agency=self.homes) for role in PEOPLE}
        self.case = make.case(marac=self.marac)

    def viewer(self, role=Role.REPRESENTATIVE, at=make.NOON):
        made = make.viewer(role, maracs=[self.marac], agency=self.homes, user=self.people[role])
        return replace(made, at=at)

    def opens(self, reference=None, viewer=None):
        viewer = viewer or self.viewer()
        return open_in_emergency(viewer=viewer, reference=reference or self.case.reference, reason=REASON, at=make.NOON)

    def sees(self, at, role=Role.REPRESENTATIVE):
        return Case.objects.visible_to(self.viewer(role, at)).filter(pk=self.case.pk).exists()


@pytest.fixture
def area():
    return Area()


def set_rule(area, name, value):
    change_setting(viewer=make.system(), marac=area.marac, name=name, value=value, from_on=make.TODAY, reason="Agreed")


def test_the_case_is_open_to_them_alone_for_an_hour(area):
    area.opens()

    assert area.sees(make.NOON + timedelta(minutes=59))
    assert not area.sees(make.NOON + timedelta(minutes=60))
    assert not area.sees(make.NOON + timedelta(minutes=1), Role.IDVA)


def test_how_long_and_by_when_it_is_reviewed_are_settings(area):
    set_rule(area, "emergency_minutes", 15)
    set_rule(area, "emergency_review_days", 5)

    seat = area.opens()

    assert (seat.until_at, seat.review_by_on.isoformat()) == (make.NOON + timedelta(minutes=15), "2026-03-11")


@pytest.mark.parametrize(
    ("who", "opened"),
    [
        ("table", {Role.REPRESENTATIVE, Role.IDVA}),
        ("advisers", {Role.IDVA}),
        ("nobody", set()),
    ],
)
def test_which_roles_may_is_a_setting(area, who, opened):
    set_rule(area, "emergency_roles", who)

    for role in (Role.REPRESENTATIVE, Role.IDVA):
        if role in opened:
            assert area.opens(viewer=area.viewer(role)).case == area.case
        else:
            with pytest.raises(Refusal, match="no case with this reference"):
                area.opens(viewer=area.viewer(role))


def test_barred_restricted_elsewhere_and_not_there_are_refused_in_the_same_words(area):
    shut, restricted, elsewhere = (
        make.case(marac=area.marac),
        make.case(marac=area.marac),
        make.case(marac=make.marac()),
    )
    bar(viewer=make.system(), case=shut, user=area.people[Role.REPRESENTATIVE], reason="Her cousin")
    restrict(viewer=make.system(), case=restricted, readers=[], reason="Staff")

    for reference in (shut.reference, restricted.reference, elsewhere.reference, "XX/26/9999"):
        with pytest.raises(Refusal) as refused:
            area.opens(reference)
        assert (str(refused.value), refused.value.field) == (str(NOT_OPENED), "reference")

    assert not EmergencySeat.objects.exists()


def test_who_is_barred_afterwards_is_shut_out_at_once(area):
    area.opens()

    bar(viewer=make.system(), case=area.case, user=area.people[Role.REPRESENTATIVE], reason="Her cousin")

    assert not area.sees(make.NOON)


def test_a_reason_in_a_word_is_not_enough(area):
    with pytest.raises(Refusal, match="why it cannot wait"):
        open_in_emergency(viewer=area.viewer(), reference=area.case.reference, reason="Urgent", at=make.NOON)


def test_the_coordinator_and_the_data_protection_contact_are_told_in_the_same_moment(area):
    seat = area.opens()

    told = {notice.user for notice in Outgoing.objects.due(make.timezone.now()).filter(kind="emergency")}
    assert told == {area.people[Role.COORDINATOR], area.people[Role.DATA_PROTECTION]}
    assert seat.reviewer == area.people[Role.DATA_PROTECTION]
    entry = AuditEvent.objects.get(name="CaseOpenedInEmergency")
    assert (entry.case_id, entry.user_id) == (area.case.pk, area.people[Role.REPRESENTATIVE].pk)


def test_only_the_named_reviewer_judges_until_it_is_overdue(area):
    seat = area.opens()
    with pytest.raises(Refusal, match="named to review"):
        review(viewer=area.viewer(Role.COORDINATOR), seat=seat, verdict="right", found="I rang the sister myself.")

    late = replace(area.viewer(Role.COORDINATOR), today=seat.review_by_on + timedelta(days=1))
    review(viewer=late, seat=seat, verdict="wrong", found="The sister never rang anybody.")

    seat.refresh_from_db()
    assert (seat.verdict, seat.reviewed_by) == ("wrong", "Ada Quill")
    with pytest.raises(Refusal, match="already"):
        review(viewer=late, seat=seat, verdict="right", found="She rang after all, it turns out.")


def test_nobody_judges_what_they_opened_themselves(area):
    user = area.people[Role.REPRESENTATIVE]
    seat = area.opens()
    themselves = replace(area.viewer(Role.COORDINATOR), user_id=user.pk)

    assert not EmergencySeat.objects.visible_to(themselves).exists()
    with pytest.raises(Unseen):
        review(viewer=themselves, seat=seat, verdict="right", found="That was me, and I was right.")


def test_a_reviewer_who_is_barred_from_the_case_hears_nothing_of_it(area):
    bar(viewer=make.system(), case=area.case, user=area.people[Role.DATA_PROTECTION], reason="Neighbour")

    seat = area.opens()

    assert seat.reviewer == area.people[Role.COORDINATOR]
    assert {each.user for each in Outgoing.objects.all()} == {area.people[Role.COORDINATOR]}
    assert not EmergencySeat.objects.visible_to(area.viewer(Role.DATA_PROTECTION)).exists()


def test_what_nobody_reviewed_in_time_goes_to_the_others_once(area):
    seat = area.opens()
    late = make.system(seat.review_by_on + timedelta(days=1))
    assert [list(to_review(area.viewer(role))) for role in (Role.DATA_PROTECTION, Role.CHAIR)] == [[seat], []]

    assert (escalate_overdue(make.system(seat.review_by_on)), escalate_overdue(late), escalate_overdue(late)) == (
        0,
        1,
        0,
    )

    assert area.people[Role.CHAIR] in {each.user for each in Outgoing.objects.filter(kind="emergency")}
    assert list(to_review(replace(area.viewer(Role.CHAIR), today=late.today))) == [seat]


def test_a_reviewer_shuts_the_case_before_the_time_is_over(area):
    seat = area.opens()

    end_now(viewer=area.viewer(Role.COORDINATOR), seat=seat, at=make.NOON + timedelta(minutes=2))

    assert not area.sees(make.NOON + timedelta(minutes=3))


def test_another_reviewer_is_named_with_a_reason_and_told_and_never_who_opened_it(area):
    seat = area.opens()
    chair, taker = area.people[Role.CHAIR], area.people[Role.REPRESENTATIVE]
    given = {"viewer": area.viewer(Role.COORDINATOR), "seat": seat}
    for reviewer, reason, sentence in (
        (taker.pk, REASON, "Choose another person"),
        (seat.reviewer_id, REASON, "Choose another person"),
        (chair.pk, "Away", "Say why"),
    ):
        with pytest.raises(Refusal, match=sentence):
            name_reviewer(**given, reviewer=reviewer, reason=reason)

    name_reviewer(**given, reviewer=chair.pk, reason="She is on leave until Monday.")

    assert EmergencySeat.objects.get().reviewer_id == chair.pk
    assert Outgoing.objects.filter(user=chair, about=f"emergency {seat.pk}").count() == 1
    named = AuditEvent.objects.get(name="ReviewerNamed")
    assert (named.case_id, named.details["reviewer_id"]) == (area.case.pk, chair.pk)
    with pytest.raises(NotAllowed):
        name_reviewer(viewer=area.viewer(), seat=seat, reviewer=chair.pk, reason=REASON)
