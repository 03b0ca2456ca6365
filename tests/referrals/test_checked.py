"""What was compared with the document: row by row, all the rest by one press, and never what changed meanwhile."""

import pytest

from marac.audit.models import AuditEvent
from marac.referrals import operations
from marac.review.review import review_of
from tests import make
from tests.referrals.pages import text_of

pytestmark = pytest.mark.django_db


def page_of(referral):
    return f"/referrals/{referral.pk}/review/"


@pytest.fixture(autouse=True)
def _shown(request):
    if {"client", "coordinator", "referral"} <= set(request.fixturenames):
        request.getfixturevalue("coordinator")
        request.getfixturevalue("client").post(f"/referrals/{request.getfixturevalue('referral').pk}/review/show/")


def groups_of(referral):
    return [group for section in review_of(referral.content, referral.reading).sections for group in section.groups]


def firsts(referral):
    return [line.path for row in review_of(referral.content, referral.reading).first for line in row.lines]


def test_what_was_checked_leaves_the_list_and_the_page_says_who_checked_it(client, coordinator, referral):
    who, *_others = review_of(referral.content, referral.reading).first
    paths = [line.path for line in who.lines]
    others = [path for path in firsts(referral) if path not in paths]

    answer = client.post(f"{page_of(referral)}checked/", {"path": paths, "revision": referral.revision}, follow=True)

    referral.refresh_from_db()
    page = text_of(answer)
    assert (firsts(referral), referral.reading["checked"][paths[0]]["by"]) == (others, coordinator.name)
    assert f"Checked by {coordinator.name}" in page
    assert "Noted as checked, with your name." in page
    event = AuditEvent.objects.filter(kind="change").last()
    assert (event.name, event.details["paths"]) == ("ReferralChecked", sorted(paths))


def test_the_next_row_has_the_focus_once_one_was_checked(client, coordinator, referral):
    rows = review_of(referral.content, referral.reading).first
    second, third = rows[1], rows[2]
    sent = {"path": [line.path for line in second.all_lines], "at": 1, "revision": referral.revision}

    page = text_of(client.post(f"{page_of(referral)}checked/", sent, follow=True))

    focused = page.partition(" autofocus>")[2]
    assert page.count(" autofocus") == 1
    assert focused.startswith(f'It is right<span class="govuk-visually-hidden">, I have checked it: {third.title}<')


def test_one_press_confirms_the_rest_and_never_what_is_to_be_checked_first(client, coordinator, referral):
    review = review_of(referral.content, referral.reading)
    first, rest = set(review.above), review.rest

    answer = client.post(f"{page_of(referral)}checked/", {"rest": "1", "revision": referral.revision})

    referral.refresh_from_db()
    checked = set(referral.reading["checked"])
    assert answer.url == f"/referrals/{referral.pk}/decide/"
    assert (checked, checked & first) == (set(rest), set())
    assert (set(review_of(referral.content, referral.reading).above), len(rest) > 50) == (first, True)
    assert review_of(referral.content, referral.reading).rest == []


def test_the_rest_of_a_page_that_was_overtaken_is_not_confirmed_and_the_page_says_why(
    client, area, coordinator, referral
):
    operations.correct(viewer=make.viewer(maracs=[area]), referral=referral, changes={"narrative.text": "Another"})

    answer = client.post(f"{page_of(referral)}checked/", {"rest": "1", "revision": 0})

    referral.refresh_from_db()
    assert (answer.status_code, "checked" in referral.reading) == (409, False)
    assert 'role="alert"' in text_of(answer)
    assert "Another" in text_of(answer)


def test_what_somebody_else_changed_meanwhile_is_not_noted_as_checked(client, area, coordinator, referral):
    path = firsts(referral)[0]
    operations.correct(
        viewer=make.viewer(maracs=[area]), referral=referral, changes={"narrative.text": "Another account"}
    )

    answer = client.post(f"{page_of(referral)}checked/", {"path": path, "revision": 0})

    referral.refresh_from_db()
    assert (answer.status_code, "checked" in referral.reading) == (409, False)


@pytest.mark.parametrize("path", ["", "victims[7].surname", "{{7*7}}"])
def test_nothing_is_noted_as_checked_that_was_not_read(client, coordinator, referral, path):
    answer = client.post(f"{page_of(referral)}checked/", {"path": path, "revision": referral.revision})

    assert (answer.status_code, "Nothing was read there" in text_of(answer)) == (409, True)


def test_a_value_that_is_changed_after_it_was_checked_is_shown_as_changed(area, referral):
    path = firsts(referral)[0]
    given = {"viewer": make.viewer(maracs=[area]), "referral": referral}
    operations.confirm(**given, paths=[path], revision=referral.revision)
    line = next(line for group in groups_of(referral) for line in group.lines if line.path == path)
    changed = operations.correct(**given, changes={path: not line.value if line.field.kind == "yes_no" else None})

    line = next(line for group in groups_of(changed) for line in group.lines if line.path == path)
    assert (line.changed, dict(line.checked)) == (True, {})
