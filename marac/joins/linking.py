"""A run over the whole register: everybody in a MARAC is compared with everybody, a slice at a time."""

from dataclasses import dataclass

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import lock, operation, record
from marac.directory.models import Marac
from marac.joins.models import LinkRun
from marac.joins.operations import compare
from marac.joins.queries import run_under_way
from marac.people.models import Person

SLICE = 25  # in one transaction: on the embedded database nobody else can save meanwhile


@dataclass(frozen=True)
class LinkRunBegun:
    marac_id: int
    run_id: int
    people: int


@dataclass(frozen=True)
class LinkRunAdvanced:
    marac_id: int
    run_id: int
    upto: int


@operation(needs=Permission.DO_DUE_WORK)
def begin(*, viewer: Viewer, marac: Marac) -> LinkRun:
    """One that is under way goes on where it stopped."""
    marac = lock(Marac, viewer, marac.pk)
    run = run_under_way(marac.pk)
    if run is None:
        people = Person.objects.filter(marac=marac)
        last = people.order_by("-pk").values_list("pk", flat=True).first() or 0
        run = LinkRun(marac=marac, started_on=viewer.today, last=last, people=people.count())
        run.save()
    record(LinkRunBegun(marac_id=marac.pk, run_id=run.pk, people=run.people))
    return run


@operation(needs=Permission.DO_DUE_WORK)
def advance(*, viewer: Viewer, run: LinkRun) -> LinkRun:
    """One slice, whole or not at all: whoever is killed in it begins with it again."""
    run = lock(LinkRun, viewer, run.pk, "marac")
    people = Person.objects.filter(marac=run.marac, pk__gt=run.upto, pk__lte=run.last).order_by("pk")
    numbers = list(people.values_list("pk", flat=True)[:SLICE])
    run.proposed += compare(viewer=viewer, marac=run.marac, people=numbers, whole=False)
    run.compared += len(numbers)
    run.upto = numbers[-1] if numbers else run.last
    if run.upto >= run.last:
        run.ended_on = viewer.today
    run.save()
    record(LinkRunAdvanced(marac_id=run.marac_id, run_id=run.pk, upto=run.upto))
    return run
