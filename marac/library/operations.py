"""Adding a standard action or a text block, changing one, and switching one off and on: from a day on, with who did."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import Stale, lock, operation, record
from marac.directory.models import Marac
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.library.models import StandardAction, TextBlock
from marac.library.queries import (
    block_line,
    changes_of_block,
    history_of,
    library_on,
    line_of,
    next_block_code,
    next_code,
)
from marac.library.rules import check_block, check_block_day, check_standard

GONE = _("There is no such text block any more. Open the list again.")


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


@dataclass(frozen=True)
class TextBlockKept:
    marac_id: int
    code: str
    from_on: date


@dataclass(frozen=True)
class TextBlockSwitched:
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


@operation(needs=Permission.SET_RULES)
def keep_block(
    *, viewer: Viewer, marac: Marac, from_on: date, code: str = "", seen: int = 0, actions: Sequence[str], **words: str
) -> TextBlock:
    """An area's own, or with a `code` one that is there, from a day on. `seen` is how many changes the page knew of;
    `words` are the name, the kind, the text, the risk and its kind."""
    marac = lock(Marac, viewer, marac.pk)
    if code and block_line(viewer, marac, code) is None:
        raise Refusal(GONE)
    if code and seen != changes_of_block(viewer, marac, code):
        raise Stale(_("Somebody else changed this text block meanwhile: see below. Save again if yours is right."))
    known = [each.code for each in library_on(marac.pk, viewer.today)]
    told = {name: words[name] for name in ("name", "text", "risk", "risk_kind")}
    check_block(**told, actions=actions, known=known)
    check_block_day(from_on, viewer.today)
    row = TextBlock(marac=marac, code=code or next_block_code(marac), actions=list(actions), from_on=from_on)
    for name, text in words.items():
        setattr(row, name, text.strip())
    row.set_on, row.set_by = viewer.today, viewer.name
    row.save()
    record(TextBlockKept(marac_id=marac.pk, code=row.code, from_on=from_on))
    return row


@operation(needs=Permission.SET_RULES)
def switch_block(*, viewer: Viewer, marac: Marac, code: str) -> TextBlock:
    """Off, where it may be chosen today, and else on again; from today."""
    marac = lock(Marac, viewer, marac.pk)
    line = block_line(viewer, marac, code)
    if line is None:
        raise Refusal(GONE)
    now = line.block
    row = TextBlock(marac=marac, code=code, name=now.name, kind=now.kind, text=now.text, risk=now.risk)
    row.risk_kind, row.actions, row.is_off = now.risk_kind, list(now.actions), not now.is_off
    row.from_on, row.set_on, row.set_by = viewer.today, viewer.today, viewer.name
    row.save()
    record(TextBlockSwitched(marac_id=marac.pk, code=code, is_off=row.is_off))
    return row
