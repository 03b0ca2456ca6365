"""The present of the county has cases and referrals in every state that there is."""

from datetime import date

import pytest

from marac.access.viewer import the_system
from marac.agenda.models import KeptPlace, SaidNeed
from marac.cases.models import Barred, Case, EmergencySeat, NamedReader
from marac.conflicts.models import Suggestion
from marac.disputes.queries import mirrored_anywhere
from marac.meetings.models import AgendaItem, ListSent
from marac.people.models import Address, Dispute, Party
from marac.referrals.models import Referral
from marac.research.models import Request
from marac.serial.queries import Filters, rules_for, serial_found

pytestmark = pytest.mark.django_db
ON = date(2026, 3, 4)


def test_referrals_are_in_every_state(county):
    assert set(Referral.objects.values_list("state", flat=True)) == set(Referral.State.values)


def test_referrals_are_of_every_kind(county):
    assert set(Referral.objects.exclude(kind="").values_list("kind", flat=True)) == set(Referral.Kind.values)


def test_a_restricted_case_has_its_readers_and_another_is_shut_to_one_person(county):
    case = Case.objects.get(restricted=True)

    assert NamedReader.objects.filter(case=case).count() == 3
    assert Barred.objects.count() == 1


def test_a_conflict_of_interest_waits_to_be_decided(county):
    found = Suggestion.objects.filter(user__name="Dov Marchetti").get()

    assert (found.state, found.reasons) == ("open", [["surname", "other"]])


def test_a_case_that_was_opened_in_an_emergency_is_under_review(county):
    seat = EmergencySeat.objects.get()

    assert (seat.verdict, seat.user.name, seat.reviewer.name) == ("", "Sunniva Garrick", "Marguerite Sallow")


def test_one_perpetrator_is_in_two_cases(county):
    roles = Party.objects.filter(role=Party.Role.PERPETRATOR).values_list("person", flat=True)

    assert len(roles) > len(set(roles))


def test_a_man_with_two_names_is_confirmed_to_harm_three_women_and_another_waits(county):
    viewer = county.coordinator
    standing = [serial_found(viewer, Filters(state), rules_for(viewer)) for state in ("confirmed", "proposed")]

    assert [row["victims"] for row in standing[0]] == [3]
    assert len(standing[1]) > 0


def test_sisters_are_each_named_in_the_case_of_the_other(county):
    cases = Case.objects.filter(parties__person__surname="Tregarron", parties__role=Party.Role.VICTIM)

    others = Party.objects.filter(case__in=cases, role=Party.Role.OTHER, to_victim="Sister")
    assert sorted(party.person.forenames for party in others) == ["Anwen", "Carys"]


def test_there_is_somebody_without_an_address_and_a_child_not_yet_born(county):
    assert Party.objects.filter(role=Party.Role.PERPETRATOR, note="No fixed abode").exists()
    assert Party.objects.filter(unborn=True, due_on__gt=ON).exists()


def test_there_is_an_address_to_mask_and_somebody_who_must_not_receive(county):
    assert Address.objects.filter(confidential=True).exists()
    assert Party.objects.filter(role=Party.Role.OTHER, must_not_receive=True).exists()


def test_a_case_was_listed_after_the_cut_off_with_its_reason(county):
    late = AgendaItem.objects.filter(state=AgendaItem.State.LISTED).exclude(reason="").get()

    assert late.referral.decided_on > late.meeting.cut_off_on


def test_a_case_is_listed_without_discussion_and_another_is_put_in_its_place(county):
    assert AgendaItem.objects.get(state=AgendaItem.State.ALERT).reason
    assert KeptPlace.objects.get().item.position == 1
    assert SaidNeed.objects.get().needed


def test_the_list_went_out_again_with_the_late_case_and_some_are_reminded_of_it(county):
    late = AgendaItem.objects.filter(state=AgendaItem.State.LISTED).exclude(reason="").get()
    second = ListSent.objects.filter(meeting=late.meeting, number=2)

    assert all(late.case_id in {row["case_id"] for row in each.cases} for each in second)
    assert second.exclude(opened_on=None).exists()
    assert set(second.filter(opened_on=None).values_list("reminded_on", flat=True)) == {ON}


def test_some_agencies_have_answered_for_the_next_meeting_and_some_have_not(county):
    asked = Request.objects.filter(item__meeting__state="listed")

    assert asked.exclude(answered_on=None).exists()
    assert asked.filter(answered_on=None).exists()


def test_two_people_are_each_said_to_harm_the_other_and_nobody_has_said_that_it_is_disputed(county):
    found = mirrored_anywhere(the_system(ON))

    assert len(set(found.values_list("person", flat=True))) == 2
    assert Dispute.objects.count() == 0


def test_a_referral_waits_whose_sender_nobody_knows(county):
    waiting = Referral.objects.filter(state=Referral.State.SUBMITTED)

    assert [each.from_address for each in waiting if each.is_unverified] == ["duty.desk@mail.example.org"]
