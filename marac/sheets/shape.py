"""The shape of the form: sheets of questions, and groups of which there may be several, laid over a content."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from marac.intake.paths import says_something, value_at

Content = Mapping[str, Any]
MOST = 40  # entries of one group: a spare row more than any family needs


@dataclass(frozen=True)
class Question:
    """One field of marac/intake/fields.py by its path, in a group without the group's own path.

    `label` and `hint` are for whoever writes; without a label the field's own is shown. `kind` replaces the field's:
    `lines` is a whole list, one on each line; `birth` a date of birth as far as it is known; `radios` a few choices.
    """

    path: str
    label: str = ""
    hint: str = ""
    kind: str = ""
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Group:
    """Something of which there may be several. `another` is on the button that adds one.

    Without it there is one as a rule, drawn without a box around it; several that came with a document are all drawn.
    """

    path: str
    one: str
    parts: tuple["Question | Group", ...]
    another: str = ""
    offered: int = 1


@dataclass(frozen=True)
class Sheet:
    """One step of the form. `only_returned` is for what is asked when it came back with a question; `only_after` for
    what is asked after a yes to that question of the checklist. `listed` draws its questions as a checklist.
    """

    slug: str
    title: str
    parts: tuple[Question | Group, ...]
    intro: str = ""
    only_returned: bool = False
    only_after: str = ""
    listed: bool = False


@dataclass(frozen=True)
class Piece:
    """What a page draws. `kind` is field, box (with `pieces` in it) or add; `there` says that the box is stored;
    `number` tells it from others of its kind."""

    kind: str
    path: str
    words: str = ""
    number: int = 0
    question: Question | None = None
    there: bool = False
    pieces: tuple["Piece", ...] = field(default=())


def pieces_of(sheet: Sheet, content: Content) -> tuple[Piece, ...]:
    """The sheet laid over a content: a box for each entry of a group, and those that are offered empty."""
    return tuple(_pieces(sheet.parts, content, ""))


def _pieces(parts: tuple[Question | Group, ...], content: Content, stem: str) -> Iterator[Piece]:
    for part in parts:
        path = stem + part.path
        if isinstance(part, Question):
            yield Piece("field", path, part.label, question=part)
            continue
        stored = len(value_at(content, path) or [])
        shown = max(stored, part.offered)
        if not part.another and shown == 1:
            yield from _pieces(part.parts, content, f"{path}[0].")
            continue
        for number in range(shown):
            yield Piece(
                "box",
                f"{path}[{number}]",
                part.one,
                number=number + 1,
                there=number < stored,
                pieces=tuple(_pieces(part.parts, content, f"{path}[{number}].")),
            )
        if part.another and shown < MOST:
            yield Piece("add", f"{path}[{shown}]", part.another)


def questions_in(pieces: tuple[Piece, ...]) -> Iterator[tuple[str, Question]]:
    """Each question with its whole path, in the order of the page."""
    for piece in pieces:
        if piece.question is not None:
            yield piece.path, piece.question
        yield from questions_in(piece.pieces)


def patterns_of(sheet: Sheet) -> set[str]:
    """The fields that a sheet asks for, as marac/intake/fields.py has them: `victims[].phones[].number`."""
    return set(_patterns(sheet.parts, ""))


def _patterns(parts: tuple[Question | Group, ...], stem: str) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Group):
            yield from _patterns(part.parts, f"{stem}{part.path}[].")
        elif part.kind == "lines":
            yield f"{stem}{part.path}[]"
        else:
            yield stem + part.path


def is_begun(sheet: Sheet, content: Content) -> bool:
    """Whether anything on it has been answered."""
    answers = (value_at(content, path) for path, _question in questions_in(pieces_of(sheet, content)))
    return any(says_something(answer) and answer != "blank" for answer in answers)
