"""What is said at the table about who may sit at it."""

import pytest
from django.test import Client

from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.conflicts.models import Suggestion
from tests import make
from tests.minutes.area import build

pytestmark = pytest.mark.django_db
WHY = "The perpetrator is a cousin"


@pytest.fixture
def area():
    return build()


@pytest.fixture
def chair(client, area):
    return make.signed_in(client, Role.CHAIR, marac=area.marac, agency=area.police)


def test_a_conflict_spoken_at_the_table_takes_the_case_from_the_screen_that_is_open(client, area, chair):
    other = Client()
    theirs = make.signed_in(other, Role.ADMINISTRATOR, marac=area.marac, agency=area.police)
    live, since = f"/room/cases/{area.shared.pk}/", f"/room/cases/{area.shared.pk}/since/"
    assert other.get(live).status_code == 200

    asked = {"user": theirs.pk, "reason": WHY}
    answer = client.post(f"/room/cases/{area.shared.pk}/conflict/?screen=chair", asked)

    assert (answer.status_code, answer.url) == (302, f"/room/cases/{area.shared.pk}/chair/")
    assert [other.get(path).status_code for path in (live, since)] == [404, 404]
    said = Suggestion.objects.get()
    assert (said.user_id, said.state, said.reason) == (theirs.pk, Suggestion.State.CONFIRMED, WHY)
    assert AuditEvent.objects.filter(name="ConflictSpoken").count() == 1


def test_a_conflict_of_ones_own_leads_away_from_the_case(client, area, chair):
    answer = client.post(f"/room/cases/{area.shared.pk}/conflict/", {"user": chair.pk, "reason": WHY})

    assert (answer.status_code, answer.url) == (302, f"/room/meetings/{area.meeting.pk}/now/")
    assert client.get(f"/room/cases/{area.shared.pk}/").status_code == 404


def test_a_conflict_needs_a_few_words_and_nothing_is_shut_without_them(client, area, chair):
    answer = client.post(f"/room/cases/{area.shared.pk}/conflict/", {"user": chair.pk, "reason": "Hm"})

    assert "Say in a few words why" in answer.content.decode()
    assert not Suggestion.objects.exists()
