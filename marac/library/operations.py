"""Adding a standard action or a text block, changing one, and switching one off and on: from a day on, with who did."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import Stale, lock, operation, record
from marac.directory.models import Marac
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.library.models import StandardAction, TextBlock
from marac.library.queries import Line, Row, history_of, library_on, line_of, next_code
from marac.library.rules import check_block, check_block_day, check_standard

GONE = {
    StandardAction: _("There is no such standard action any more. Open the list again."),
    TextBlock: _("There is no such text block any more. Open the list again."),
}
CHANGED = {
    StandardAction: _("Somebody else changed this standard action meanwhile: see below. Save again if yours is right."),
    TextBlock: _("Somebody else changed this text block meanwhile: see below. Save again if yours is right."),
}


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
def add(*, viewer: Viewer, marac: Marac, from_on: date, **said: Any) -> StandardAction:
    """An area's own; `said` is what a standard action says."""
    marac = lock(Marac, viewer, marac.pk)
    _check(viewer, from_on, said)
    row = _begin(viewer, marac, StandardAction, next_code(marac, StandardAction), from_on, said)
    record(StandardActionAdded(marac_id=marac.pk, code=row.code, from_on=from_on))
    return row


@operation(needs=Permission.SET_RULES)
def change(*, viewer: Viewer, marac: Marac, code: str, from_on: date, seen: int, **said: Any) -> StandardAction:
    """What was agreed before keeps its words. `seen` is how many changes the page knew of."""
    marac = lock(Marac, viewer, marac.pk)
    _as_seen(viewer, marac, StandardAction, code, seen)
    _check(viewer, from_on, said)
    row = _begin(viewer, marac, StandardAction, code, from_on, said)
    record(StandardActionChanged(marac_id=marac.pk, code=code, from_on=from_on))
    return row


@operation(needs=Permission.SET_RULES)
def keep_block(*, viewer: Viewer, marac: Marac, from_on: date, code: str = "", seen: int = 0, **said: Any) -> TextBlock:
    """An area's own, or with a `code` one that is there, from a day on. `seen` is how many changes the page knew of."""
    marac = lock(Marac, viewer, marac.pk)
    if code:
        _as_seen(viewer, marac, TextBlock, code, seen)
    known = [each.code for each in library_on(marac.pk, viewer.today)]
    check_block(**{name: said[name] for name in ("name", "text", "risk", "risk_kind", "actions")}, known=known)
    check_block_day(from_on, viewer.today)
    row = _begin(viewer, marac, TextBlock, code or next_code(marac, TextBlock), from_on, said)
    record(TextBlockKept(marac_id=marac.pk, code=row.code, from_on=from_on))
    return row


@operation(needs=Permission.SET_RULES)
def switch(*, viewer: Viewer, marac: Marac, code: str) -> StandardAction:
    row = _switch(viewer, marac, StandardAction, code)
    record(StandardActionSwitched(marac_id=marac.pk, code=code, is_off=row.is_off))
    return row


@operation(needs=Permission.SET_RULES)
def switch_block(*, viewer: Viewer, marac: Marac, code: str) -> TextBlock:
    row = _switch(viewer, marac, TextBlock, code)
    record(TextBlockSwitched(marac_id=marac.pk, code=code, is_off=row.is_off))
    return row


def _switch(viewer: Viewer, marac: Marac, model: type[Row], code: str) -> Row:
    """Off, where it may be chosen today, and else on again; from today."""
    marac = lock(Marac, viewer, marac.pk)
    now = _line(viewer, marac, model, code).now
    said = {name: getattr(now, name) for name in model.SAYS}
    return _begin(viewer, marac, model, code, viewer.today, said, is_off=not now.is_off)


def _line(viewer: Viewer, marac: Marac, model: type[Row], code: str) -> Line[Row]:
    line = line_of(viewer, marac, model, code)
    if line is None:
        raise Refusal(GONE[model])
    return line


def _as_seen(viewer: Viewer, marac: Marac, model: type[Row], code: str, seen: int) -> None:
    _line(viewer, marac, model, code)
    if seen != len(history_of(viewer, marac, model, code)):
        raise Stale(CHANGED[model])


def _check(viewer: Viewer, from_on: date, said: Mapping[str, Any]) -> None:
    judged = {name: said[name] for name in ("task", "groups", "due", "risks")}
    check_standard(**judged, from_on=from_on, today=viewer.today)


def _begin(
    viewer: Viewer,
    marac: Marac,
    model: type[Row],
    code: str,
    from_on: date,
    said: Mapping[str, Any],
    *,
    is_off: bool = False,
) -> Row:
    row = model(marac=marac, code=code, is_off=is_off, from_on=from_on, set_on=viewer.today, set_by=viewer.name)
    for name in model.SAYS:
        setattr(row, name, said[name].strip() if isinstance(said[name], str) else list(said[name]))
    row.save()
    return row
