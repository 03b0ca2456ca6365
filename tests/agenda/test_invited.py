"""For which time somebody of an agency that is not at every meeting is invited."""

from datetime import UTC, datetime

import pytest

from marac.access.roles import Role
from marac.cases.operations import bar
from marac.diary.queries import wanted_of
from marac.diary.rules import Span
from marac.directory.models import ReturnGroup
from marac.research.operations import ask
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def school(area):
    return make.agency("Fenside Schools", marac=area, group=ReturnGroup.EDUCATION, standing="on_call")


@pytest.fixture
def nurse(area, school):
    return make.member(Role.REPRESENTATIVE, marac=area, agency=school)


def invited(area, meeting, user):
    return wanted_of(area.pk, make.TODAY).get((meeting.pk, user.pk))


def test_a_specialist_is_invited_for_the_cases_for_which_they_are_needed(area, meeting, listed, police, school, nurse):
    assert invited(area, meeting, nurse) is None

    _one, theirs = listed([police], [police])
    ask(viewer=make.system(), item=theirs, also=[school])

    found = invited(area, meeting, nurse)
    on = meeting.held_on
    begins, ends = (datetime(on.year, on.month, on.day, 9, minute, tzinfo=UTC) for minute in (52, 4))
    assert found == Span(begins, ends.replace(hour=10))


def test_the_slot_of_somebody_barred_from_a_case_says_nothing_of_it(area, meeting, listed, police, school, nurse):
    _one, theirs = listed([police], [police])
    ask(viewer=make.system(), item=theirs, also=[school])
    assert invited(area, meeting, nurse) is not None
    bar(viewer=make.system(), case=theirs.case, user=nurse, reason="A relative")

    assert invited(area, meeting, nurse) is None
