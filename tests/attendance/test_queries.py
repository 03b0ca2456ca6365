"""Who is there, who has not accepted confidentiality, and whether that is a quorum."""

import pytest

from marac.attendance.queries import agencies_at, roll_of
from marac.attendance.rules import Quorum
from tests.attendance.conftest import agreed

pytestmark = pytest.mark.django_db


def test_the_roll_counts_who_is_there_and_has_not_accepted_confidentiality(meeting, records):
    records("Bo Marsh")
    records("Cy Reed", presence="apologies")

    roll = roll_of(meeting)

    assert (len(roll.attendances), roll.unsigned) == (2, 1)


def test_the_agencies_at_a_meeting_are_those_with_a_seat_that_day(police, adviser, meeting):
    assert agencies_at(meeting) == [adviser, police]


def test_neither_an_observer_nor_apologies_nor_an_agency_on_call_make_a_quorum(
    coordinator, police, housing, adviser, meeting, records
):
    records("Bo Marsh")
    agreed(coordinator, meeting, housing, "Ola Reed")
    records("Ola Reed", agency=housing, capacity="observer")
    records("Cy Reed", agency=housing, presence="apologies_sent")
    records("Ida Stone", agency=adviser)

    assert roll_of(meeting).quorum == Quorum(present=1, needed=2, absent=["Northmoor Homes"])
