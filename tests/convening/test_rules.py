"""Who is ticked to begin with, and what must be said before an emergency MARAC is called."""

from datetime import UTC, datetime, timedelta

import pytest

from marac.convening.rules import check_convene, is_called
from marac.directory.models import ReturnGroup
from marac.kernel.refusal import Refusal

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
RIGHT = {
    "begins": NOW + timedelta(hours=2),
    "now": NOW,
    "hours": 24,
    "agencies": [1, 2],
    "why": "He is released at noon.",
    "agreed_by": "Ida Stone",
}


@pytest.mark.parametrize("group", ReturnGroup.values)
def test_police_adviser_social_care_and_housing_are_ticked_and_whoever_referred(group):
    smallest = {"police", "idva", "childrens_social_care", "adult_social_care", "housing"}

    assert is_called(group, is_adviser_service=False, referred=False) is (group in smallest)
    assert is_called(group, is_adviser_service=True, referred=False)
    assert is_called(group, is_adviser_service=False, referred=True)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"begins": NOW - timedelta(minutes=1)}, "That time is past"),
        ({"begins": NOW + timedelta(hours=24, minutes=1)}, "within 24 hours"),
        ({"agencies": [1]}, "at least two agencies"),
        ({"why": "  "}, "why it cannot wait"),
        ({"agreed_by": ""}, "who agreed"),
    ],
)
def test_what_is_missing_is_said(wrong, said):
    check_convene(**RIGHT)
    with pytest.raises(Refusal, match=said):
        check_convene(**RIGHT | wrong)


def test_an_area_without_a_number_of_hours_sets_no_limit():
    check_convene(**RIGHT | {"hours": 0, "begins": NOW + timedelta(days=6)})
