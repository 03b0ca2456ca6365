"""Old trackers imported, taken back and imported again; what is built on stays, and what is known is not doubled."""

from datetime import date

import pytest

from marac.access.roles import Role
from marac.actions.models import Action
from marac.actions.operations import complete
from marac.attendance.models import Attendance
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed
from marac.cases.models import Case
from marac.directory.choices import Anchor
from marac.documents import store
from marac.documents.models import Document
from marac.imports import operations as imports
from marac.imports.models import Made
from marac.kernel.refusal import Refusal
from marac.meetings.models import AgendaItem, Meeting
from marac.people.models import Address, Party, Phone
from marac.referrals.models import Referral
from marac.trackers import operations
from marac.trackers.models import Lesson, Line
from marac.triage.queries import dates_of_cases
from tests import make
from tests.trackers import legacy, state
from tests.trackers.scene import settle

pytestmark = pytest.mark.django_db
CASES = {"plain": 2, "untidy": 5, "by_meeting": 2}


def standings(tracker) -> dict[str, int]:
    found: dict[str, int] = {}
    for line in tracker.lines.all():
        found[line.standing] = found.get(line.standing, 0) + 1
    return found


@pytest.mark.parametrize("name", legacy.ALL)
def test_imported_taken_back_and_imported_again(name, ready, coordinator):
    tracker = ready(name, same=True)
    before, planned = state.everything(), standings(tracker)

    imports.import_tracker(viewer=coordinator, tracker=tracker)
    first, cases = state.without_numbers(), Case.objects.count()
    imports.undo_import(viewer=coordinator, tracker=tracker)
    between, again = state.everything(), standings(tracker)
    imports.import_tracker(viewer=coordinator, tracker=tracker)

    assert cases == CASES[name]
    assert between == before
    assert again == planned
    assert state.without_numbers() == first


def test_rows_become_cases_with_their_people_meetings_and_actions(ready, coordinator):
    tracker = ready("plain")
    imports.import_tracker(viewer=coordinator, tracker=tracker)

    case = Case.objects.get(old_references__text="17/001")
    heard = AgendaItem.objects.filter(case=case).values_list("meeting__held_on", "state", "referral__kind")
    people = Party.objects.filter(case=case).values_list("role", "person__forenames", "person__surname")
    action = Action.objects.get(case=case)

    assert sorted(heard) == [(date(2017, 3, 14), "heard", "new"), (date(2017, 9, 12), "heard", "repeat")]
    assert ("victim", "Gwen", "Marlow") in people
    assert ("perpetrator", "Carl", "Marlow") in people
    assert (action.task, action.state, action.reported_on) == ("Marker on the address", "complete", date(2017, 3, 20))
    assert action.item.meeting.held_on == date(2017, 3, 14)
    assert Attendance.objects.count() == 4
    assert set(Meeting.objects.values_list("state", flat=True)) == {"minuted"}


def test_what_is_dangerous_stays_cautious(ready, coordinator):
    """A refuge is confidential, no seat is given, and no number is safe because an old list has it."""
    imports.import_tracker(viewer=coordinator, tracker=ready("plain"))

    refuge = Address.objects.get(person__surname="Ashdown")

    assert refuge.confidential
    assert not Phone.objects.exclude(safe_to_call=None).exists()
    assert not Case.objects.filter(caseaccess__isnull=False).exists()


def test_bad_rows_change_nothing_and_each_is_named_with_its_place(area, coordinator, agencies):
    tracker = operations.read_tracker(viewer=coordinator, marac=area, name="old.xlsx", content=legacy.untidy())
    operations.teach_agencies(viewer=coordinator, tracker=tracker, names={"Police": agencies["Agency Police"]})
    before = state.everything()

    with pytest.raises(Refusal) as refused:
        imports.import_tracker(viewer=coordinator, tracker=tracker)
    bad = {
        line.number: [each["with"].get("column") for each in line.problems]
        for line in tracker.lines.filter(standing="1_bad")
    }

    assert "2 rows cannot be taken in" in refused.value.sentence
    assert bad == {10: ["B", "F"], 11: [None]}
    assert state.everything() == before


def test_a_row_that_was_built_on_stays_whole_and_says_why(ready, coordinator):
    tracker = ready("plain")
    imports.import_tracker(viewer=coordinator, tracker=tracker)
    action = Action.objects.get(state="open")
    complete(viewer=make.system(), action=action, outcome="Locks changed", said_by="Mara Whin")

    imports.undo_import(viewer=coordinator, tracker=tracker)

    kept = tracker.lines.filter(standing=Line.Standing.KEPT)
    assert {(line.kind, line.meaning["reference"]) for line in kept} == {("cases", "17/002"), ("actions", "17/002")}
    assert all(line.kept_because for line in kept)
    assert [case.old_references.get().text for case in Case.objects.all()] == ["17/002"]
    assert Meeting.objects.get().held_on == date(2017, 3, 14)


def test_what_stayed_is_not_made_twice_when_the_rest_is_imported_again(ready, coordinator):
    tracker = ready("plain")
    imports.import_tracker(viewer=coordinator, tracker=tracker)
    first = {name: len(rows) for name, rows in state.without_numbers().items()}
    complete(
        viewer=make.system(), action=Action.objects.get(state="open"), outcome="Locks changed", said_by="Mara Whin"
    )
    imports.undo_import(viewer=coordinator, tracker=tracker)
    imports.import_tracker(viewer=coordinator, tracker=tracker)

    assert {name: len(rows) for name, rows in state.without_numbers().items()} == first


def test_a_case_that_may_be_here_is_proposed_and_never_joined_by_itself(ready, area, coordinator):
    imports.import_tracker(viewer=coordinator, tracker=ready("plain"))
    book = legacy.changed(legacy.plain(), "Lists", "A1", "another")

    second = operations.read_tracker(viewer=coordinator, marac=area, name="again.xlsx", content=book)
    asking = second.lines.filter(standing=Line.Standing.ASKS)

    assert sorted(line.number for line in asking) == [2, 3]
    with pytest.raises(Refusal, match="ask whether"):
        imports.import_tracker(viewer=coordinator, tracker=second)


def test_a_workbook_with_the_same_rows_adds_nothing_once_it_is_said(ready, area, coordinator):
    imports.import_tracker(viewer=coordinator, tracker=ready("plain"))
    book = legacy.changed(legacy.plain(), "Lists", "A1", "another")
    second = operations.read_tracker(viewer=coordinator, marac=area, name="again.xlsx", content=book)
    settle(coordinator, second, same=True)

    with pytest.raises(Refusal, match="Nothing would be imported"):
        imports.import_tracker(viewer=coordinator, tracker=second)


def test_the_same_file_is_not_taken_twice(ready, area, coordinator):
    tracker = ready("plain")

    content = store.fetch(tracker.document.stored_as, tracker.document.sha256)
    with pytest.raises(operations.AlreadyHere) as refused:
        operations.read_tracker(viewer=coordinator, marac=area, name="b.xlsx", content=content)

    assert refused.value.tracker.pk == tracker.pk


def test_old_cases_count_for_repeats(ready, coordinator):
    imports.import_tracker(viewer=coordinator, tracker=ready("plain"))
    case = Case.objects.get(old_references__text="17/001")

    dates = dates_of_cases(coordinator, [case])[case.pk]

    assert dates[Anchor.LAST_REFERRAL] == date(2017, 8, 30)
    assert dates[Anchor.ORIGINAL_REFERRAL] == date(2017, 3, 1)
    assert dates[Anchor.LAST_HEARD] == date(2017, 9, 12)


def test_a_corrected_row_is_read_again(area, coordinator, agencies):
    tracker = operations.read_tracker(viewer=coordinator, marac=area, name="old.xlsx", content=legacy.untidy())
    line = tracker.lines.get(number=10)

    operations.correct_line(viewer=coordinator, line=line, typed={"B": "31/3/19", "F": "30/12/1990"})

    line.refresh_from_db()
    assert line.problems == []
    assert (line.meaning["meeting_on"], line.meaning["victims"][0]["dob"]) == ("2019-03-31", "1990-12-30")


def test_columns_are_taught_once_for_the_next_workbook(area, coordinator):
    first = legacy.changed(legacy.plain(), "Cases", "I1", "Connection")
    tracker = operations.read_tracker(viewer=coordinator, marac=area, name="a.xlsx", content=first)
    assert tracker.sheets[0]["columns"]["I"] == "-"
    columns = tracker.sheets[0]["columns"] | {"I": "relationship"}

    operations.change_layout(viewer=coordinator, tracker=tracker, sheet=0, kind="cases", columns=columns)
    other = legacy.changed(first, "Lists", "A1", "another")
    second = operations.read_tracker(viewer=coordinator, marac=area, name="b.xlsx", content=other)

    assert (
        tracker.lines.filter(sheet=0, number=2).get().meaning["perpetrators"][0]["relationship_to_victim"] == "Husband"
    )
    assert second.sheets[0]["columns"]["I"] == "relationship"
    assert Lesson.objects.filter(words="connection").get().means == "relationship"


def test_the_original_is_kept_sealed_and_opened_by_nobody(ready, coordinator):
    tracker = ready("plain")

    assert tracker.document.kind == Document.Kind.TRACKER
    assert not Document.objects.visible_to(coordinator).exists()


def test_the_trail_says_of_each_case_that_it_came_and_went(ready, coordinator):
    tracker = ready("plain")
    imports.import_tracker(viewer=coordinator, tracker=tracker)
    cases = set(Case.objects.values_list("pk", flat=True))
    imports.undo_import(viewer=coordinator, tracker=tracker)

    for name in ("CaseImported", "CaseTakenBack"):
        assert set(AuditEvent.objects.filter(name=name).values_list("case_id", flat=True)) == cases
    assert not Made.objects.exists()
    assert not Referral.objects.exists()


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.CHAIR, Role.REPRESENTATIVE, Role.IDVA])
def test_nobody_but_a_coordinator_imports(role, ready, area, police):
    tracker = ready("plain")
    viewer = make.viewer(role, maracs=[area], agency=police)

    with pytest.raises(NotAllowed):
        imports.import_tracker(viewer=viewer, tracker=tracker)
    assert not type(tracker).objects.visible_to(viewer).exists()
    assert not Line.objects.visible_to(viewer).exists()
