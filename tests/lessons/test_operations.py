"""Teaching what a label asks for, using it at intake, and taking it back."""

import pytest

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.kernel.refusal import Refusal
from marac.lessons import operations, queries
from marac.lessons.models import TaughtLabel
from marac.reading import read
from marac.referrals import operations as referrals
from tests import make
from tests.reading import documents

ROWS = [
    ["Victim name", "Ada HOLLIS"],
    ["Victim date of birth", "01/02/1990"],
    ["Perpetrator name", "Cal REEVE"],
    ["Where she can be found", "4 Mill Row, Westmoor ZZ1 4AB"],
    ["Her line", "07700 900111"],
]
FORM = documents.form(ROWS)


@pytest.fixture
def viewer(area):
    return make.viewer(maracs=[area])


def taught(viewer, area, label="Her line", means="victim.phone"):
    reading = read(FORM, "form.docx").as_plain()
    return operations.teach(viewer=viewer, marac=area, label=label, means=means, reading=reading)


def received(viewer, area, rows=ROWS):
    content = documents.form(rows)
    return referrals.read_document(viewer=viewer, marac=area, name="form.docx", content=content)


def test_a_label_that_was_taught_once_is_read_in_every_such_form_from_then_on(viewer, area):
    before = received(viewer, area)
    taught(viewer, area)
    taught(viewer, area, "Where she can be found", "victim.address")
    other = [[label, value.replace("111", "112").replace("Ada", "Eve")] for label, value in ROWS]

    (victim,) = received(viewer, area, other).content["victims"]

    assert before.content["victims"][0]["phones"] == []
    assert [phone["number"] for phone in victim["phones"]] == ["07700900112"]
    assert victim["addresses"][0]["postcode"] == "ZZ1 4AB"
    assert len({tuple(row.form) for row in TaughtLabel.objects.all()}) == 1


def test_what_is_read_by_a_lesson_is_marked_to_be_looked_at_and_its_number_is_not_called_safe(viewer, area):
    taught(viewer, area)

    referral = received(viewer, area)

    assert referral.reading["certainty"]["victims[0].phones[0].number"]["sure"] == "likely"
    assert referral.content["victims"][0]["phones"][0]["safe_to_call"] is None


def test_a_lesson_keeps_nothing_of_what_was_filled_in(viewer, area):
    row = taught(viewer, area)

    kept = " ".join([row.label, row.means, *row.form]).casefold()
    assert [word for word in ("ada", "hollis", "reeve", "mill", "900111") if word in kept.split()] == []


def test_a_lesson_that_was_withdrawn_is_used_no_more_and_stays_on_record(viewer, area):
    row = taught(viewer, area)

    operations.forget(viewer=viewer, taught=row)

    assert received(viewer, area).content["victims"][0]["phones"] == []
    row.refresh_from_db()
    assert (row.withdrawn_on, row.withdrawn_by) == (viewer.today, viewer.name)
    assert [event.name for event in AuditEvent.objects.filter(name__startswith="Label")] == [
        "LabelTaught",
        "LabelForgotten",
    ]
    with pytest.raises(Refusal):
        operations.forget(viewer=viewer, taught=row)


def test_who_teaches_a_label_again_withdraws_what_was_said_before(viewer, area):
    first = taught(viewer, area, means="perpetrator.phone")
    second = taught(viewer, area)

    first.refresh_from_db()
    assert (first.withdrawn_on, second.withdrawn_on) == (viewer.today, None)
    assert len(received(viewer, area).content["victims"][0]["phones"]) == 1


def test_one_area_is_not_taught_by_another(viewer, area):
    other = make.marac("Southmoor")
    there = make.viewer(maracs=[other])
    row = taught(viewer, area)

    assert queries.lessons_of(other) == []
    assert received(there, other).content["victims"][0]["phones"] == []
    assert list(queries.taught_by_area(there)) == []
    with pytest.raises(Unseen):
        operations.forget(viewer=there, taught=row)


def test_the_rules_of_reading_are_the_coordinators(area):
    with pytest.raises(Refusal):
        taught(make.viewer(Role.ADMINISTRATOR, maracs=[area]), area)
