"""Asking for flags, confirming them, moving their end, and taking them off."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed
from marac.flags import operations
from marac.flags.models import Flag
from marac.kernel.refusal import Refusal
from marac.mail.models import Outgoing
from tests import make

pytestmark = pytest.mark.django_db
ANCHOR = date(2026, 3, 2)
A_YEAR_ON = date(2027, 3, 2)


@pytest.fixture
def flag(area, coordinator, health):
    """Health's flag, just asked for."""
    made = operations.ask_for_flags(viewer=coordinator, case=make.case(marac=area), anchor_on=ANCHOR)
    return next(each for each in made if each.agency == health)


def test_every_core_agency_is_asked_for_as_long_as_the_protocol_says(area, coordinator, police, health):
    case = make.case(marac=area)

    made = operations.ask_for_flags(viewer=coordinator, case=case, anchor_on=ANCHOR)

    assert {each.agency for each in made} == {police, health}
    assert {(each.ends_on, each.counted_from) for each in made} == {(A_YEAR_ON, "the last referral")}
    assert {each.confirm_by_on for each in made} == {date(2026, 3, 6)}
    assert AuditEvent.objects.last().name == "FlagsAsked"


def test_asking_again_places_no_second_flag_and_moves_the_end_on(flag, coordinator):
    later = replace(coordinator, today=date(2026, 9, 1))

    made = operations.ask_for_flags(viewer=later, case=flag.case, anchor_on=date(2026, 8, 20), counted_from="repeat")

    flag.refresh_from_db()
    assert made == []
    assert (flag.ends_on, flag.anchor_on, flag.counted_from) == (date(2027, 8, 20), date(2026, 8, 20), "repeat")
    assert AuditEvent.objects.last().details["moved"] == 2


def test_a_repeat_keeps_a_flag_whose_removal_was_asked_for(flag, coordinator):
    later = replace(coordinator, today=A_YEAR_ON)
    operations.ask_for_removal(viewer=later, case=flag.case)

    moved = operations.move_end(viewer=later, case=flag.case, anchor_on=A_YEAR_ON)

    flag.refresh_from_db()
    assert (moved, flag.removal_asked_on, flag.ends_on) == (2, None, date(2028, 3, 2))


def test_an_older_day_moves_no_end_back(flag, coordinator):
    operations.move_end(viewer=coordinator, case=flag.case, anchor_on=date(2025, 12, 1))

    flag.refresh_from_db()
    assert (flag.ends_on, flag.anchor_on) == (A_YEAR_ON, ANCHOR)


def test_an_agency_confirms_its_own_flag_once(flag, nurse):
    confirmed = operations.confirm(viewer=nurse, flag=flag)

    assert (confirmed.confirmed_on, confirmed.confirmed_by) == (make.TODAY, "Ada Quill")
    assert AuditEvent.objects.last().details == {"flag_id": flag.pk}
    with pytest.raises(Refusal, match="already been confirmed"):
        operations.confirm(viewer=nurse, flag=flag)


def test_nobody_confirms_for_another_agency(flag, area, police, coordinator):
    officer = make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=police)

    with pytest.raises(Unseen):
        operations.confirm(viewer=officer, flag=flag)
    with pytest.raises(Refusal, match="Only the agency itself"):
        operations.confirm(viewer=coordinator, flag=flag)


def test_a_representative_asks_for_no_flags_and_no_removal(flag, nurse):
    with pytest.raises(NotAllowed):
        operations.ask_for_flags(viewer=nurse, case=flag.case, anchor_on=ANCHOR)
    with pytest.raises(NotAllowed):
        operations.ask_for_removal(viewer=nurse, case=flag.case)


def test_at_its_end_a_flag_is_taken_off_and_may_be_asked_for_anew(flag, nurse, coordinator):
    office, agency = replace(coordinator, today=A_YEAR_ON), replace(nurse, today=A_YEAR_ON)
    operations.ask_for_removal(viewer=office, case=flag.case)

    removed = operations.confirm_removal(viewer=agency, flag=flag)
    anew = operations.ask_for_flags(viewer=office, case=flag.case, anchor_on=A_YEAR_ON)

    assert (removed.removed_on, removed.removed_by) == (A_YEAR_ON, "Ada Quill")
    assert [each.agency_id for each in anew] == [flag.agency_id]


def test_a_flag_is_not_taken_off_early_without_a_reason_or_unasked(flag, nurse, coordinator):
    with pytest.raises(Refusal, match="Keep this flag"):
        operations.confirm_removal(viewer=nurse, flag=flag)
    with pytest.raises(Refusal, match="has not reached its end"):
        operations.ask_for_removal(viewer=coordinator, case=flag.case)

    asked = operations.ask_for_removal(viewer=coordinator, case=flag.case, reason="Wrong person")

    assert {each.removal_reason for each in asked} == {"Wrong person"}
    with pytest.raises(Refusal, match="No flag of this case"):
        operations.ask_for_removal(viewer=coordinator, case=flag.case, reason="Again")


@pytest.mark.parametrize("broken", [{"confirmed_on": ANCHOR}, {"removed_by": "Ada Quill"}])
def test_the_database_keeps_day_and_name_together(flag, broken):
    with pytest.raises(IntegrityError), transaction.atomic():
        QuerySet.update(Flag.objects.filter(pk=flag.pk), **broken)


def test_agencies_are_told_of_flags_to_place_and_to_take_off(area, coordinator, health, police):
    nurse = make.member(Role.REPRESENTATIVE, marac=area, agency=health)
    case = make.case(marac=area)

    operations.ask_for_flags(viewer=coordinator, case=case, anchor_on=ANCHOR)
    operations.ask_for_removal(viewer=coordinator, case=case, reason="Moved away")

    told = Outgoing.objects.filter(user=nurse).values_list("kind", "about", "reference")
    assert list(told) == [("flags", f"case {case.pk}", case.reference)]
