"""What stands on a sheet, as it is read back to whoever wrote it and to whoever decides."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from marac.intake.fields import field_at
from marac.intake.paths import says_something, value_at
from marac.sheets.shape import Content, Piece, Sheet, pieces_of


@dataclass(frozen=True)
class Told:
    """One answer. `of` says whose it is, from the outside in: (("Perpetrator", 1), ("Address", 2))."""

    of: tuple[tuple[str, int], ...]
    label: str
    value: Any


def told_on(sheet: Sheet, content: Content) -> list[Told]:
    """Every answer that was given, in the order of the sheet. Choices are in words, dates are dates."""
    return list(_told(pieces_of(sheet, content), content, ()))


def _told(pieces: tuple[Piece, ...], content: Content, of: tuple[tuple[str, int], ...]) -> Iterator[Told]:
    for piece in pieces:
        yield from _told(piece.pieces, content, (*of, (piece.words, piece.number)) if piece.kind == "box" else of)
        if piece.question is None:
            continue
        value = value_at(content, piece.path)
        if says_something(value) and value != "blank":
            yield Told(of, _label(piece), _shown(piece, value))


def _label(piece: Piece) -> str:
    assert piece.question is not None
    return piece.question.label or field_at(piece.path).label


def _shown(piece: Piece, value: Any) -> Any:
    if isinstance(value, list) or piece.question is None:
        return value
    field = field_at(piece.path)
    if field.kind == "date":
        return _day(value)
    return dict((*field.choices, *piece.question.choices)).get(value, value) if isinstance(value, str) else value


def _day(value: Any) -> Any:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return value
