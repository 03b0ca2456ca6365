"""What is checked first in a referral that was read: who is who, who lives where, telephones, and all that is
doubtful, once."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from marac.kernel.text import _
from marac.review.homes import WhoLivesWhere, family_of, homes_in
from marac.review.lines import Line, Row, entry_name, entry_of

WHO = _("Who is who")
WHOSE = _("Whose is this?")
TELL_APART = ("surname", "forenames", "dob", "age_stated", "unborn")
PEOPLE = ("victims[", "perpetrators[", "children[")
# By what it can do to somebody when it is wrong; what stands in none of these comes last.
FROM_THE_WORST = (".phones[", "others[", "consent.")
# Few words each, and one answer to all of them.
TOGETHER = {"consent": _("Told, and agreed"), "diversity": _("More about them")}


@dataclass(frozen=True)
class WhoIsWho(Row):
    """The names and birth of everybody, by their part: one look says whether the parts are right."""

    shown_as = "people"

    @property
    def title(self) -> str:
        return WHO

    @property
    def people(self) -> list[tuple[str, list[Line]]]:
        """By whom its lines are told apart."""
        return [(whose, list(lines)) for whose, lines in groupby(self.lines, key=lambda line: line.whose)]

    @property
    def several(self) -> list[tuple[str, str]]:
        return [(whose, lines[0].path) for whose, lines in self.people]


@dataclass(frozen=True)
class Whose(Row):
    """All that the document tells and that was put with nobody."""

    shown_as = "of_nobody"

    @property
    def title(self) -> str:
        return WHOSE


def first_of(groups: Iterable[tuple[str, list[Line]]], left: list[Line]) -> list[Row]:
    """The rows, the worst first. `groups` are the fields with something in them, by whose they are; `left` is what
    was put with nobody."""
    lines = [line for _whose, held in groups for line in held]
    ours = [line for line in lines if line.path.startswith(PEOPLE)]
    who = WhoIsWho([line for line in ours if _tells_apart(line)])
    of_all = [row for row in (who, WhoLivesWhere(homes_in(ours), family=family_of(ours))) if _is_asked(row)]
    there = {line.path for row in of_all for line in row.lines}
    others = [line for line in lines if line.path not in there]
    rows = [Row(list(run), called=_called(key)) for key, run in groupby(others, key=_together)]
    rows = sorted((row for row in rows if _is_first(row)), key=_order)
    return [*of_all, *([Whose(left)] if left else []), *_once(rows)]


def _is_asked(row: Row) -> bool:
    return any(line.unchecked for line in row.lines)


def _tells_apart(line: Line) -> bool:
    return line.path.partition(".")[2] in TELL_APART


def _together(line: Line) -> str:
    """What is confirmed by one press: a number, an address, somebody else who is named, or what `TOGETHER` says."""
    whole, _dot, inner = line.path.partition(".")
    if whole.startswith("others[") and "." not in inner:
        return whole
    stem = line.path.rpartition(".")[0]
    return stem if stem.rpartition(".")[2] in TOGETHER else entry_of(line)


def _called(key: str) -> str:
    return TOGETHER.get(key.rpartition(".")[2], "")


def _is_first(row: Row) -> bool:
    """A victim's number always, for it is never shown as safe by itself."""
    reaches = row.line.path.startswith("victims[") and ".phones[" in row.line.path
    return any(line.first or (reaches and line.unchecked) for line in row.lines)


def _order(row: Row) -> tuple[int, bool]:
    worst = next((at for at, part in enumerate(FROM_THE_WORST) if part in row.line.path), len(FROM_THE_WORST))
    return worst, not any(line.sure == "check" for line in row.lines)


def _once(rows: list[Row]) -> list[Row]:
    """A number or address that several have is checked once for all of them."""
    same: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        said = [(line.field.label, line.shown, line.sure) for line in row.lines]
        same.setdefault((row.label, *(said if entry_name(row.line.path) else row.line.path)), []).append(row)
    return [Row(one.lines, tuple(others), one.called) for one, *others in same.values()]
