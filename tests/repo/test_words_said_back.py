"""Pages about one person or case, and what a form says of a mistake, are translated too."""

from datetime import date

import pytest
from django.utils import timezone, translation

from config.jinja import short_day
from marac.access.roles import Role
from marac.cases.operations import restrict
from marac.conflicts import operations as conflicts
from marac.conflicts.models import Suggestion
from tests import make
from tests.repo.test_words import _in_english, bracketed, catalogue
from tests.staff.test_operations import lapsing

__all__ = ["bracketed", "catalogue"]
NOTHING = {"nothing": "typed"}
NO_WORDS = "01632 960001"  # what somebody typed, without a letter


@pytest.fixture
def pages(client, db):
    """Of somebody whose access lapses today, of what they opened and declared, and of a restricted case."""
    area = make.marac("Northmoor")
    agency = make.agency("Fell Housing", marac=area)
    coordinator = make.signed_in(client, Role.COORDINATOR, marac=area, agency=agency)
    other = make.member(Role.REPRESENTATIVE, marac=area, agency=agency)
    held = lapsing(other, timezone.localdate())
    case, kept = (make.case(marac=area, seen_by=(agency,)) for _each in range(2))
    seat = make.emergency(case, other, agency=agency, at=timezone.now(), reason=NO_WORDS)
    viewer = make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=agency, user=other)
    conflicts.declare_conflict(viewer=viewer, case=case, reason=NO_WORDS)
    restrict(viewer=make.system(), case=kept, readers=[coordinator], reason=NO_WORDS)
    return [
        *("/account/people/confirm/", f"/account/people/{other.pk}/move/", f"/account/roles/{held.pk}/cover/"),
        *(f"/conflicts/{Suggestion.objects.get().pk}/", f"/conflicts/cases/{case.pk}/"),
        *(f"/conflicts/cases/{case.pk}/people/{other.pk}/", f"/conflicts/cases/{case.pk}/declare/"),
        *(f"/emergency/reviews/{seat.pk}/", f"/settings/connections/{agency.pk}/set-up/"),
        *(f"/records/cases/{case.pk}/", f"/records/people/{other.pk}/"),
        *(f"/cases/{kept.pk}/", f"/cases/{kept.pk}/readers/", f"/cases/{kept.pk}/readers/lift/"),
    ]


def test_what_a_page_says_of_one_person_or_case_and_of_a_mistake_is_translated(client, pages, bracketed):
    welsh = {"accept-language": "cy"}
    answers = {address: client.get(address, headers=welsh) for address in pages}
    answers |= {f"{address} sent": client.post(address, NOTHING, headers=welsh) for address in pages}

    left = {address: _in_english(answer.content.decode()) for address, answer in answers.items()}

    assert {answer.status_code for answer in answers.values()} == {200}
    assert {address: texts for address, texts in left.items() if texts} == {}


def test_a_short_month_is_said_in_the_language_of_the_reader():
    with translation.override("cy"):
        assert short_day(date(2026, 11, 28)) == "28 Tach 2026"
    assert short_day(date(2026, 11, 28)) == "28 Nov 2026"
