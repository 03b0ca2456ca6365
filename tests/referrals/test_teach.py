"""Saying on the review page what a label asks for."""

import pytest

from marac.access.roles import Role
from marac.lessons.models import TaughtLabel
from marac.referrals import operations
from tests import make
from tests.reading import documents
from tests.referrals.pages import text_of

pytestmark = pytest.mark.django_db

ROWS = [
    ["Victim name", "Ada HOLLIS"],
    ["Perpetrator name", "Cal REEVE"],
    ["Her line", "07700 900111"],
    ["Number safe to call?", "Yes"],
]


@pytest.fixture
def referral(area, outreach):
    viewer = make.viewer(maracs=[area])
    content = documents.form(ROWS)
    return operations.read_document(viewer=viewer, marac=area, name="form.docx", content=content)


def way_to_teach(client, referral):
    client.post(f"/referrals/{referral.pk}/review/show/")
    page = text_of(client.get(f"/referrals/{referral.pk}/review/"))
    before, found, _after = page.partition('">Say what it asks for')
    assert found
    return before.rpartition('href="')[2]


def test_the_label_that_was_not_understood_is_taught_and_the_document_is_read_again(client, coordinator, referral):
    answer = client.post(way_to_teach(client, referral), {"means": "victim.phone"}, follow=True)

    referral.refresh_from_db()
    assert [phone["number"] for phone in referral.content["victims"][0]["phones"]] == ["07700900111"]
    assert "the document was read again" in text_of(answer)
    assert TaughtLabel.objects.get().label == "her line"
    assert "her line" in text_of(client.get("/taught-labels/"))


def test_a_referral_that_was_corrected_meanwhile_stays_as_it_is(client, area, coordinator, referral):
    way = way_to_teach(client, referral)
    changes = {"victims[0].forenames": "Adah"}
    operations.correct(viewer=make.viewer(maracs=[area]), referral=referral, changes=changes)

    answer = client.post(way, {"means": "victim.phone"}, follow=True)

    referral.refresh_from_db()
    assert referral.content["victims"][0] | {"forenames": "Adah", "phones": []} == referral.content["victims"][0]
    assert "this referral stays as it is" in text_of(answer)


def test_a_label_about_safety_cannot_be_taught_by_typing_its_address(client, area, coordinator):
    rows = [*ROWS[:2], ["Victim telephone", "07700 900111"], ["Is this number safe to call?", "No"]]
    viewer = make.viewer(maracs=[area])
    read = operations.read_document(viewer=viewer, marac=area, name="form.docx", content=documents.form(rows))
    way = f"/referrals/{read.pk}/review/teach/?path=victims[0].phones[0].safe_to_call"

    answer = client.post(way, {"means": "victim.phone"})

    assert read.reading["places"]["victims[0].phones[0].safe_to_call"]["label"] == "Is this number safe to call?"
    assert ("asks about safety" in text_of(answer), TaughtLabel.objects.count()) == (True, 0)


def test_nothing_chosen_is_said_beside_the_list(client, coordinator, referral):
    answer = client.post(way_to_teach(client, referral), {"means": ""})

    assert "Choose what it asks for" in text_of(answer)


def test_whoever_does_not_set_the_rules_finds_no_way_to_teach(client, area, outreach, referral):
    make.signed_in(client, Role.ADMINISTRATOR, marac=area, agency=outreach)

    assert "Say what it asks for" not in text_of(client.get(f"/referrals/{referral.pk}/review/"))
    assert client.get(f"/referrals/{referral.pk}/review/teach/?unread=0").status_code in (403, 404)


def test_what_was_taught_is_withdrawn_by_one_press_and_a_second_says_so(client, coordinator, referral):
    client.post(way_to_teach(client, referral), {"means": "victim.phone"})
    taught = TaughtLabel.objects.get()

    first = client.post(f"/taught-labels/{taught.pk}/withdraw/")
    second = client.post(f"/taught-labels/{taught.pk}/withdraw/")

    taught.refresh_from_db()
    assert (first.status_code, taught.withdrawn_by) == (302, coordinator.name)
    assert (second.status_code, "withdrawn already" in text_of(second)) == (409, True)
