"""The lines of a referral as its review page shows them: each field with its place, alone or in a row."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

from marac.intake.fields import Field
from marac.intake.missing import is_blank
from marac.kernel.dates import format_date
from marac.kernel.identifiers import display_phone, is_phone
from marac.kernel.masked import Masked
from marac.kernel.text import _, one_after_another, shorten

LONGEST_WORDS = 50
HOW = {"stated": _("Stated"), "resolved": _("Taken from another answer"), "inferred": _("Inferred")}
ENTRIES = {
    "phones[": _("Phone"),
    "addresses[": _("Address"),
    "events[": _("Event"),
    "local_grounds[": _("Further ground"),
}


@dataclass(frozen=True)
class Line:
    """One field. `place`, `how` and `sure` are what the reading noted; `was_read` is what it was before a change.

    `checked` says who found it right in the document, and when; then nothing is doubtful any more.
    """

    path: str
    whose: str
    field: Field
    value: Any
    place: Mapping[str, Any] | None = None
    how: str = ""
    sure: str = ""
    changed: bool = False
    was_read: Any = None
    checked: Mapping[str, str] = field(default_factory=dict)

    @property
    def checked_on(self) -> date:
        return date.fromisoformat(self.checked["on"])

    @property
    def label(self) -> str:
        """ "Phone 2: Safe to call"."""
        entry = entry_name(self.path)
        return one_after_another(entry, self.field.label, by=": ") if entry else self.field.label

    @property
    def plain(self) -> bool:
        """Says what it is without its label, as an address or a number does."""
        return self.path.rpartition(".")[2] in ("text", "postcode", "type", "number", "name")

    @property
    def unchecked(self) -> bool:
        """Read, and neither changed nor found right by anybody."""
        return bool(self.sure) and not self.changed

    @property
    def first(self) -> bool:
        """To be checked before all else: doubtful, or able to get somebody hurt."""
        if self.changed or self.blank:
            return False
        if self.sure == "check" or (self.sure == "likely" and self.field.critical):
            return True
        return bool(self.sure) and self.field.critical and self.field.kind == "yes_no"

    @property
    def sealed(self) -> bool:
        return isinstance(self.value, Masked) and not self.blank

    @property
    def blank(self) -> bool:
        return is_blank(self.value) or self.value == "blank"

    @property
    def translated(self) -> bool:
        """Whether the answer is one of ours, and not words of the referral."""
        return self.field.kind in ("yes_no", "choice")

    @property
    def shown(self) -> str:
        is_number = self.path.endswith(".number") and is_phone(str(self.value))
        return display_phone(self.value) if is_number else as_shown(self.field, self.value)

    @property
    def words(self) -> str:
        """The words of the document, cut short; empty where they are the value itself."""
        source = " ".join(str((self.place or {}).get("source", "")).split())
        return "" if source == self.shown else shorten(source, LONGEST_WORDS)

    @property
    def place_name(self) -> str:
        """ "table 2, row 1": the link leads to the very cell."""
        return str((self.place or {}).get("place", "")).partition(", column")[0]

    @property
    def asked_as(self) -> str:
        """The label in the document to which this answers."""
        return " ".join(str((self.place or {}).get("label", "")).split())

    @property
    def anchor(self) -> str:
        return anchor_of(self.place) if self.place else ""


@dataclass(frozen=True)
class Row:
    """One field, or fields of one number or address; `alike` are rows of others that say the very same.

    `called` is the name of fields that belong together without being a number or an address.
    """

    lines: list[Line]
    alike: tuple["Row", ...] = ()
    called: str = ""
    shown_as = "values"  # the macro of facts.html

    @property
    def line(self) -> Line:
        return self.lines[0]

    @property
    def label(self) -> str:
        """ "Phone 2", what its fields are called together, or the field's own."""
        return self.called or entry_name(self.line.path) or self.line.field.label

    @property
    def where(self) -> tuple[str, ...]:
        """What says where the whole row stood; a changed value stands alone."""
        line = self.line
        return (line.path,) if line.changed or not line.place else (line.anchor or line.place_name, line.how)

    @property
    def marked_once(self) -> bool:
        """Whether what is said of how sure it is, or of who checked it, holds for the whole row."""
        return len({(line.sure, line.changed, *line.checked.values()) for line in self.lines}) == 1

    @property
    def title(self) -> str:
        """Away from its group: "Victim 1: phone 2", or "Child 1, Child 2: address"."""
        named = [row.line.whose for row in (self, *self.alike) if row.line.whose]
        whose = one_after_another(*named, by=", ")
        if named and len(self.lines) > 1 and not (self.called or entry_name(self.line.path)):
            return whose
        return one_after_another(whose, self.label, by=": ") if named else self.label

    @property
    def several(self) -> list[tuple[str, str]]:
        """Who they are of whom it is, where it is of several people, each with the path at which theirs is changed."""
        return []

    @property
    def unsaid(self) -> bool:
        """A number of which nobody said whether it is safe to call."""
        said = {line.path.rpartition(".")[2] for line in self.lines}
        return ".phones[" in self.line.path and "number" in said and "safe_to_call" not in said

    @property
    def anchors(self) -> list[str]:
        """The names in the page of all places where something of this stood."""
        return list(dict.fromkeys(line.anchor for line in self.all_lines if line.anchor))

    @property
    def sealed_at(self) -> str:
        """The path of which the whole row is revealed; empty where nothing of it is sealed."""
        return entry_of(self.line) if any(line.sealed for line in self.lines) else ""

    @property
    def all_lines(self) -> list[Line]:
        """Its own, and those of the rows that say the same."""
        return [line for row in (self, *self.alike) for line in row.lines]

    @property
    def stood(self) -> list[tuple[Line, list[str]]]:
        """A line for each place where something of this stood, with all the ways in which it was come by there."""
        found: dict[str, tuple[Line, list[str]]] = {}
        for line in self.all_lines:
            where = line.path if line.changed or not line.place else line.place_name
            hows = found.setdefault(where, (line, []))[1]
            if line.how and line.how not in hows:
                hows.append(line.how)
        return list(found.values())


def rows_of(lines: list[Line]) -> list[Row]:
    """Lines of one number or address that stood in one place come together."""

    def together(line: Line) -> tuple[str, ...]:
        return (entry_of(line), line.path if line.changed else line.anchor, line.how)

    return [Row(list(run)) for _key, run in groupby(lines, key=together)]


def entry_of(line: Line) -> str:
    """The number or address that a line belongs to, or its own path."""
    return line.path.rpartition(".")[0] if entry_name(line.path) else line.path


def anchor_of(place: Mapping[str, Any]) -> str:
    """The name in the page of the block or cell where something stood."""
    cell = f"-{place['row']}-{place['column']}" if place.get("row") else ""
    return f"{place.get('block', '')}{cell}" if place.get("block") else ""


def as_shown(kind: Field, value: Any) -> str:
    """A stored value in words: Yes, 22 November 2026, or what was written."""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if is_blank(value) or value == "blank":
        return ""
    if kind.kind == "date":
        return _date_in_words(str(value))
    return dict(kind.choices).get(value, str(value))


def _date_in_words(value: str) -> str:
    try:
        return format_date(date.fromisoformat(value))
    except ValueError:
        return value


def entry_name(path: str) -> str:
    """ "Phone 2" for victims[0].phones[1].safe_to_call."""
    for part in path.split(".")[:-1]:
        for head, called in ENTRIES.items():
            if part.startswith(head):
                return one_after_another(called, str(int(part[len(head) : -1]) + 1))
        if part == "address":
            return _("Address")
    return ""
