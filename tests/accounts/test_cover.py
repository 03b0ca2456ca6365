"""Who stands in for somebody has an end; and a role that nobody confirms lapses by itself."""

from datetime import date, timedelta

import pytest

from marac.access.roles import Role
from marac.accounts import operations
from marac.accounts.middleware import viewer_of
from marac.accounts.models import Membership
from marac.accounts.rules import check_cover
from marac.kernel.refusal import Refusal
from tests import make

DAY = timedelta(days=1)
FIRST, LAST = date(2026, 3, 2), date(2026, 3, 13)


def cover(**given):
    check_cover(**{"user_id": 1, "covered_id": 2, "from_on": FIRST, "until_on": LAST, "ends_on": None} | given)


def test_somebody_else_stands_in_until_a_day():
    cover()
    cover(until_on=FIRST, ends_on=FIRST)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"covered_id": 1}, "Nobody stands in for themselves"),
        ({"until_on": FIRST - DAY}, "The last day is before the first"),
        ({"ends_on": FIRST - DAY}, "has ended by then"),
    ],
)
def test_no_cover_for_oneself_backwards_or_of_what_has_ended(given, sentence):
    with pytest.raises(Refusal, match=sentence):
        cover(**given)


@pytest.fixture
def area():
    return make.marac("Northmoor")


@pytest.fixture
def police(area):
    return make.agency("Northmoor Police", marac=area)


@pytest.fixture
def held(area, police):
    """The role of somebody, given on the day of the tests."""
    given = {"user": make.user(), "agency": police, "marac": area, "role": Role.REPRESENTATIVE.value}
    return operations.give_role(viewer=make.system(), from_on=date(2020, 1, 1), **given)


@pytest.mark.django_db
def test_a_deputy_has_the_role_for_those_days_and_loses_it_without_anyone_acting(held):
    deputy = make.user("Ben Ash")
    given = {"user": deputy, "membership": held, "basis": Membership.Basis.DEPUTY.value}

    made = operations.give_cover(viewer=make.system(), from_on=make.TODAY, until_on=make.TODAY + 9 * DAY, **given)

    days = [-1, 0, 9, 10]
    seen = [viewer_of(deputy, make.TODAY + day * DAY) for day in days]
    assert [viewer and viewer.role for viewer in seen] == [None, Role.REPRESENTATIVE, Role.REPRESENTATIVE, None]
    assert (made.covers, made.basis, made.agency, made.marac) == (held, "deputy", held.agency, held.marac)


@pytest.mark.django_db
def test_a_role_lapses_a_year_after_it_was_last_confirmed(held):
    last = date(2027, 3, 3)

    assert (held.confirmed_on, held.asked_on, held.lapses_on) == (make.TODAY, date(2027, 2, 4), last + DAY)
    assert viewer_of(held.user, last) is not None
    assert viewer_of(held.user, last + DAY) is None


@pytest.mark.django_db
def test_a_coordinator_never_lapses_or_nobody_could_give_access_back(area, police):
    given = {"user": make.user(), "agency": police, "marac": area, "role": Role.COORDINATOR.value}

    held = operations.give_role(viewer=make.system(), from_on=date(2020, 1, 1), **given)

    assert (held.asked_on, held.lapses_on) == (None, None)
