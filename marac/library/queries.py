"""The standard actions and the text blocks in force in an area, and one of them with its history."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from marac.access.viewer import Viewer
from marac.directory.models import Marac
from marac.library.models import FromADay, StandardAction, TextBlock
from marac.library.rules import BLOCKS, CATALOGUE, Block, Standard, in_force

Row = TypeVar("Row", StandardAction, TextBlock)


@dataclass(frozen=True)
class Line(Generic[Row]):
    """One of them as it is today, frozen. `row` is the area's own, `coming` its next change; None where there is no
    such."""

    now: Any
    row: Row | None
    coming: Row | None


def library_on(marac_id: int, on: date) -> list[Standard]:
    """Every standard action of the area that day, those switched off among them."""
    rows = StandardAction.objects.filter(marac=marac_id).begun(on)
    return in_force(CATALOGUE, [row.frozen for row in rows])


def standard_on(marac_id: int, code: str, on: date) -> Standard | None:
    """One that may be chosen that day."""
    return next((each for each in library_on(marac_id, on) if each.code == code and not each.is_off), None)


def blocks_on(marac_id: int, on: date) -> list[Block]:
    """Those that may be chosen that day, by name."""
    found = in_force(BLOCKS, [row.frozen for row in TextBlock.objects.filter(marac=marac_id).begun(on)])
    return sorted((each for each in found if not each.is_off), key=lambda each: each.name)


def lines_of(viewer: Viewer, marac: Marac, model: type[Row]) -> list[Line[Row]]:
    """All of them, each with who changed it; what only begins later stands at the end."""
    begun: dict[str, Row] = {}
    coming: dict[str, Row] = {}
    for row in model.objects.visible_to(viewer).filter(marac=marac):
        if row.from_on <= viewer.today:
            begun[row.code] = row
        else:
            coming.setdefault(row.code, row)
    now: list[Any] = in_force(model.DELIVERED, [row.frozen for row in begun.values()])
    known = {each.code for each in now}
    later: list[Any] = [row.frozen for code, row in coming.items() if code not in known]
    return [Line(each, begun.get(each.code), coming.get(each.code)) for each in [*now, *later]]


def line_of(viewer: Viewer, marac: Marac, model: type[Row], code: str) -> Line[Row] | None:
    return next((each for each in lines_of(viewer, marac, model) if each.now.code == code), None)


def history_of(viewer: Viewer, marac: Marac, model: type[Row], code: str) -> list[Row]:
    """Newest first."""
    rows = model.objects.visible_to(viewer).filter(marac=marac, code=code)
    return list(rows.order_by("-from_on", "-pk"))


def next_code(marac: Marac, model: type[FromADay]) -> str:
    """Of what the area adds: what a later version delivers never uses it."""
    added = model.objects.filter(marac=marac).exclude(code__in=model.DELIVERED).values("code").distinct().count()
    return f"own-{added + 1}"
