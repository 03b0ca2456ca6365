"""Adding a standard action, changing one, and switching one off and on again: each from a day on, with who did it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import Stale, lock, operation, record
from marac.directory.models import Marac
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.library.models import StandardAction
from marac.library.queries import history_of, line_of, next_code
from marac.library.rules import check_standard


@dataclass(frozen=True)
class StandardActionAdded:
    marac_id: int
    code: str
    from_on: date


@dataclass(frozen=True)
class StandardActionChanged:
    marac_id: int
    code: str
    from_on: date


@dataclass(frozen=True)
class StandardActionSwitched:
    marac_id: int
    code: str
    is_off: bool


@operation(needs=Permission.SET_RULES)
def add(
    *,
    viewer: Viewer,
    marac: Marac,
    task: str,
    owner: str,
    groups: Sequence[str],
    due: str,
    risks: Sequence[str],
    result: str,
    from_on: date,
) -> StandardAction:
    """An area's own."""
    marac = lock(Marac, viewer, marac.pk)
    check_standard(task=task, groups=groups, due=due, risks=risks, from_on=from_on, today=viewer.today)
    row = StandardAction(marac=marac, code=next_code(marac), task=task.strip(), owner=owner.strip(), due=due)
    row.groups, row.risks, row.result = list(groups), list(risks), result.strip()
    _begin(viewer, row, from_on)
    record(StandardActionAdded(marac_id=marac.pk, code=row.code, from_on=from_on))
    return row


@operation(needs=Permission.SET_RULES)
def change(
    *,
    viewer: Viewer,
    marac: Marac,
    code: str,
    task: str,
    owner: str,
    groups: Sequence[str],
    due: str,
    risks: Sequence[str],
    result: str,
    from_on: date,
    seen: int,
) -> StandardAction:
    """What was agreed before keeps its words. `seen` is how many changes the page knew of."""
    marac = lock(Marac, viewer, marac.pk)
    if line_of(viewer, marac, code) is None:
        raise Refusal(_("There is no such standard action any more. Open the list again."))
    if seen != len(history_of(viewer, marac, code)):
        raise Stale(_("Somebody else changed this standard action meanwhile: see below. Save again if yours is right."))
    check_standard(task=task, groups=groups, due=due, risks=risks, from_on=from_on, today=viewer.today)
    row = StandardAction(marac=marac, code=code, task=task.strip(), owner=owner.strip(), due=due)
    row.groups, row.risks, row.result = list(groups), list(risks), result.strip()
    _begin(viewer, row, from_on)
    record(StandardActionChanged(marac_id=marac.pk, code=code, from_on=from_on))
    return row


@operation(needs=Permission.SET_RULES)
def switch(*, viewer: Viewer, marac: Marac, code: str) -> StandardAction:
    """Off, where it is offered today, and else on again; from today."""
    marac = lock(Marac, viewer, marac.pk)
    line = line_of(viewer, marac, code)
    if line is None:
        raise Refusal(_("There is no such standard action any more. Open the list again."))
    now = line.standard
    row = StandardAction(marac=marac, code=code, task=now.task, owner=now.owner, due=now.due, result=now.result)
    row.groups, row.risks, row.is_off = list(now.groups), list(now.risks), not now.is_off
    _begin(viewer, row, viewer.today)
    record(StandardActionSwitched(marac_id=marac.pk, code=code, is_off=row.is_off))
    return row


def _begin(viewer: Viewer, row: StandardAction, from_on: date) -> None:
    row.from_on, row.set_on, row.set_by = from_on, viewer.today, viewer.name
    row.save()
