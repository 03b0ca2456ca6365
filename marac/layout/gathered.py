"""What was found in a document: each answer with its label and whose it is, the ticks, and what was not understood."""

from dataclasses import dataclass, field

from marac.answers.found import STATED, Certainty, Unread
from marac.labels.known import Label
from marac.written.blocks import Place
from marac.written.text import Text


@dataclass(frozen=True)
class Entry:
    """One answer. Entries of one box share `group`; `role` is None for the referral as a whole."""

    label: Label
    value: Text
    place: Place
    role: str | None
    group: int
    sure: Certainty = STATED


@dataclass(frozen=True)
class Ticked:
    """A line of the checklist: its topic (None if not known) and the answer."""

    topic: str | None
    answer: str
    place: Place
    extra: bool
    sure: Certainty = STATED


@dataclass
class Gathered:
    """All that was found. `asked` holds the fields for which the form has a question, answered or not."""

    entries: list[Entry] = field(default_factory=list)
    ticks: list[Ticked] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    called: tuple[tuple[str, str], ...] = ()  # what the document calls the victim or the one who harms
    unplaced: list[tuple[Entry, Unread]] = field(default_factory=list)  # of people whose part is not known
