"""What somebody without a seat learns from a search: nothing, or by the area's rule that somebody may be known."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from marac.access.roles import Role
from marac.accounts.models import User
from marac.audit.models import AuditEvent
from marac.cases.operations import bar, restrict
from marac.directory.operations import change_setting
from marac.people.elsewhere import may_be_known
from marac.people.operations import enter_people
from tests import make

pytestmark = pytest.mark.django_db

HER = {
    "surname": "Delaney",
    "forenames": "Sharon",
    "dob": "1991-04-03",
    "addresses": [{"text": "14 Lantern Row", "postcode": "ZZ3 7TB"}],
    "phones": [{"number": "07700900214"}],
}
FULL = "Sharon Delaney 3/4/1991"
SENTENCE = "may be known in a case that you cannot open"


@pytest.fixture
def homes(area):
    return make.agency(marac=area)


@pytest.fixture
def viewer(area, homes):
    return make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=homes, user=make.user())


@pytest.fixture
def unseen(area):
    case = make.case(marac=area)
    enter_people(viewer=make.system(), case=case, content={"victims": [HER]})
    return case


@pytest.fixture
def allowed(area):
    rule = {"name": "told_unseated", "value": "may_be_known", "from_on": make.TODAY, "reason": "Agreed by the board"}
    change_setting(viewer=make.system(), marac=area, **rule)


def typed(client, words):
    page = client.post("/people/", {"words": words}, headers={"HX-Request": "true"}).content.decode()
    return re.sub(r'(csrfmiddlewaretoken" value|nonce)="[^"]*"', "", page)


@pytest.mark.parametrize("words", [FULL, "Sharon", "Shaz 34ish", "Delaney", "ZZ3 7TB", "Lantern Row", "07700 900214"])
def test_by_default_the_page_is_the_same_to_the_letter_and_asks_as_much_as_if_she_were_not_there(
    client, area, homes, words
):
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=homes)
    typed(client, words)
    with CaptureQueriesContext(connection) as before:
        without = typed(client, words)
    enter_people(viewer=make.system(), case=make.case(marac=area), content={"victims": [HER]})

    with CaptureQueriesContext(connection) as after:
        assert typed(client, words) == without
    assert len(after) == len(before)


@pytest.mark.usefixtures("allowed")
def test_where_the_area_allows_it_a_full_name_and_birth_date_are_answered_with_one_sentence(client, area, homes):
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=homes)
    typed(client, FULL)
    with CaptureQueriesContext(connection) as before:
        assert SENTENCE not in typed(client, FULL)
    enter_people(viewer=make.system(), case=make.case(marac=area), content={"victims": [HER]})

    with CaptureQueriesContext(connection) as after:
        page = typed(client, FULL)

    assert SENTENCE in page
    assert "0 people found" in page
    assert "Delaney</a>" not in page
    assert len(after) == len(before)
    told = [each.details.get("told_elsewhere", False) for each in AuditEvent.objects.filter(kind="search")]
    assert told[-1]
    assert sum(told) == 1


@pytest.mark.usefixtures("unseen", "allowed")
@pytest.mark.parametrize(
    "words",
    [
        *("Sharon Delaney", "Sharon 3/4/1991", "Delaney 3/4/1991", "Sharon Delaney 1991", "Sharon Delaney 34ish"),
        *("Shar Delan 3/4/1991", "Shaz Delaney 3/4/1991", "Sharon Delaney 4/4/1991", "Sharon Lantern 3/4/1991"),
        *(f"{FULL} ZZ3 7TB", f"{FULL} 07700 900214", "ZZ3 7TB", "07700 900214", ""),
    ],
)
def test_by_less_or_by_where_she_lives_nobody_is_known(viewer, words):
    assert not may_be_known(viewer, words)
    assert may_be_known(viewer, FULL)


@pytest.mark.usefixtures("allowed")
def test_of_a_restricted_case_and_to_whoever_is_barred_nothing_is_said(area, homes, viewer, unseen):
    other = make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=homes, user=make.user())
    bar(viewer=make.system(), case=unseen, user=User.objects.get(pk=viewer.user_id), reason="Her cousin")
    assert [may_be_known(each, FULL) for each in (viewer, other)] == [False, True]

    restrict(viewer=make.system(), case=unseen, readers=[make.user()], reason="Staff")
    assert not may_be_known(other, FULL)


@pytest.mark.usefixtures("unseen", "allowed")
def test_of_another_area_nothing_is_said_and_who_sees_her_is_not_told_that_she_may_be_known(area, homes):
    elsewhere = make.viewer(Role.REPRESENTATIVE, maracs=[make.marac()], agency=homes)
    office = make.viewer(maracs=[area], agency=homes)

    assert [may_be_known(each, FULL) for each in (elsewhere, office)] == [False, False]
