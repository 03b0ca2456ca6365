"""The standard actions in force in an area, one of them with its history, and what each is due by."""

from dataclasses import dataclass
from datetime import date

from marac.access.viewer import Viewer
from marac.directory.models import Marac
from marac.library.models import StandardAction, TextBlock
from marac.library.rules import BLOCKS, CATALOGUE, Block, Standard, blocks_in_force, in_force


@dataclass(frozen=True)
class Line:
    """One standard action as it is today. `row` is the area's own, `coming` its next change; None where there is no
    such."""

    standard: Standard
    row: StandardAction | None
    coming: StandardAction | None


def library_on(marac_id: int, on: date) -> list[Standard]:
    """Every standard action of the area that day, those switched off among them."""
    rows = StandardAction.objects.filter(marac=marac_id).begun(on)
    return in_force({row.code: row.standard for row in rows}.values())


def standard_on(marac_id: int, code: str, on: date) -> Standard | None:
    """One that may be chosen that day."""
    return next((each for each in library_on(marac_id, on) if each.code == code and not each.is_off), None)


def lines_of(viewer: Viewer, marac: Marac) -> list[Line]:
    """All of them, each with who changed it; what only begins later stands at the end."""
    begun: dict[str, StandardAction] = {}
    coming: dict[str, StandardAction] = {}
    for row in StandardAction.objects.visible_to(viewer).filter(marac=marac):
        if row.from_on <= viewer.today:
            begun[row.code] = row
        else:
            coming.setdefault(row.code, row)
    now = in_force(row.standard for row in begun.values())
    known = {each.code for each in now}
    later = [row.standard for code, row in coming.items() if code not in known]
    return [Line(each, begun.get(each.code), coming.get(each.code)) for each in [*now, *later]]


def history_of(viewer: Viewer, marac: Marac, code: str) -> list[StandardAction]:
    """Newest first."""
    rows = StandardAction.objects.visible_to(viewer).filter(marac=marac, code=code)
    return list(rows.order_by("-from_on", "-pk"))


def line_of(viewer: Viewer, marac: Marac, code: str) -> Line | None:
    return next((each for each in lines_of(viewer, marac) if each.standard.code == code), None)


def next_code(marac: Marac) -> str:
    """Of what the area adds: the catalogue of a later version never uses it."""
    added = StandardAction.objects.filter(marac=marac).exclude(code__in=CATALOGUE).values("code").distinct().count()
    return f"own-{added + 1}"


@dataclass(frozen=True)
class BlockLine:
    """One text block as it is today. `row` is the area's own, `coming` its next change; None where there is no such."""

    block: Block
    row: TextBlock | None
    coming: TextBlock | None


def blocks_on(marac_id: int, on: date) -> list[Block]:
    """Those that may be chosen that day, by name."""
    rows = TextBlock.objects.filter(marac=marac_id).begun(on)
    found = blocks_in_force({row.code: row.block for row in rows}.values())
    return sorted((each for each in found if not each.is_off), key=lambda each: each.name)


def block_lines(viewer: Viewer, marac: Marac) -> list[BlockLine]:
    """All of them, each with who changed it; what only begins later stands at the end."""
    begun: dict[str, TextBlock] = {}
    coming: dict[str, TextBlock] = {}
    for row in TextBlock.objects.visible_to(viewer).filter(marac=marac):
        if row.from_on <= viewer.today:
            begun[row.code] = row
        else:
            coming.setdefault(row.code, row)
    now = blocks_in_force(row.block for row in begun.values())
    known = {each.code for each in now}
    later = [row.block for code, row in coming.items() if code not in known]
    return [BlockLine(each, begun.get(each.code), coming.get(each.code)) for each in [*now, *later]]


def block_line(viewer: Viewer, marac: Marac, code: str) -> BlockLine | None:
    return next((each for each in block_lines(viewer, marac) if each.block.code == code), None)


def changes_of_block(viewer: Viewer, marac: Marac, code: str) -> int:
    """How often the area changed it."""
    return TextBlock.objects.visible_to(viewer).filter(marac=marac, code=code).count()


def next_block_code(marac: Marac) -> str:
    added = TextBlock.objects.filter(marac=marac).exclude(code__in=BLOCKS).values("code").distinct().count()
    return f"own-{added + 1}"
