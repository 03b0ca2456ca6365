"""What the tick does: people of whom something was learned are compared, and runs over a register go on."""

from collections import defaultdict

from marac.access.viewer import Viewer
from marac.directory.models import Marac
from marac.identity.models import ToCompare
from marac.joins.linking import SLICE, advance
from marac.joins.models import LinkRun
from marac.joins.operations import compare

PEOPLE_A_ROUND = 200
SLICES_A_ROUND = 20


def compare_learned(viewer: Viewer) -> int:
    """Gives how many proposals are new."""
    waiting: dict[int, list[int]] = defaultdict(list)
    rows = ToCompare.objects.order_by("pk").values_list("person_id", "person__marac_id")
    for person, marac in rows[:PEOPLE_A_ROUND]:
        waiting[marac].append(person)
    maracs = Marac.objects.in_bulk(list(waiting))
    return sum(
        compare(viewer=viewer, marac=maracs[pk], people=people[start : start + SLICE])
        for pk, people in waiting.items()
        for start in range(0, len(people), SLICE)
    )


def go_on_linking(viewer: Viewer) -> int:
    """A few slices of the oldest run that is under way; gives how many people."""
    run = LinkRun.objects.filter(ended_on=None).order_by("pk").first()
    before = run.compared if run else 0
    for _slice in range(SLICES_A_ROUND):
        if run is not None and run.ended_on is None:
            run = advance(viewer=viewer, run=run)
    return run.compared - before if run else 0
