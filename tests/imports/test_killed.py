"""The process that imports a tracker is killed between two cases: nothing of it is here, and it can be imported."""

from django.db.models.signals import post_save

from marac.access.roles import Role
from marac.cases.models import Case
from marac.directory.models import Marac
from marac.imports import operations as imports
from marac.trackers.models import Tracker
from tests import elsewhere, make
from tests.trackers import state


def import_saying_each_case(tracker_id):
    post_save.connect(lambda **_told: print("a case", flush=True), sender=Case, weak=False)
    tracker = Tracker.objects.get(pk=tracker_id)
    imports.import_tracker(viewer=make.viewer(Role.COORDINATOR, maracs=[Marac.objects.get()]), tracker=tracker)


def test_an_import_that_is_killed_leaves_nothing_and_is_done_anew(transactional_db, ready, coordinator):
    tracker = ready("untidy", same=True)
    before = state.everything()

    child = elsewhere.start("tests.imports.test_killed.import_saying_each_case", tracker.pk)
    lines = [child.stdout.readline() for _line in range(3)]
    elsewhere.kill(child)

    assert lines == ["begins\n", "a case\n", "a case\n"]
    assert state.everything() == before
    assert Tracker.objects.get().state != Tracker.State.IMPORTED
    imports.import_tracker(viewer=coordinator, tracker=tracker)
    assert Case.objects.count() == 5
