"""Knows whose box of a document we are in, and to whom what is asked there belongs."""

import re
from dataclasses import replace

from marac.answers.found import Certainty, Unread
from marac.inferred import whole
from marac.labels.known import Label
from marac.layout.gathered import Entry, Gathered
from marac.layout.grids import PEOPLE
from marac.vocabulary.lessons import NO_LESSON, Lesson
from marac.written.blocks import Block, Cell, Place
from marac.written.text import Text, plain

NAMED = ("name", "surname", "forenames")
OURS = ("victim", "perpetrator")
PART = re.compile(r"\b(?:role|part|status|involvement|capacity|person type|connection to (?:the )?case)\b", re.I)
ASKED_OF = {
    "relationship_to_victim": "perpetrator",
    "contact_note": "victim",
    "safe_to_call": "victim",
    "safe_to_text": "victim",
    "safe_to_leave_message": "victim",
    "address_confidential": "victim",
}
# What a form asks outside everybody's box, it asks of the one whom it is about.
OF_NOBODY = ASKED_OF | dict.fromkeys(("diversity.language", "diversity.interpreter", "diversity.pregnant"), "victim")


class Boxes:
    """Whose box we are in, which label still waits for its answer, and all that was found so far."""

    def __init__(self, lesson: Lesson = NO_LESSON) -> None:
        self.knows = lesson
        self.found = Gathered()
        self.role: str | None = None
        self.group = 0
        self.waiting: tuple[Label, str] | None = None
        self.columns: list[tuple[int, int, str]] = []
        self.extra = False
        self.across = False  # in the column of one person, whose the labels beside it are whatever they say
        self.fresh = self.begins = False  # nothing stands in this box yet; what is taken now is the first of it
        self.listing = False
        self.of_letter = False  # this box is the subject line of a letter about the one who harms
        self.made_out = False  # whose box it is was made out from words on no list, and is to be checked
        self.doubtful = False  # something that may be a heading was not understood in this box
        self.captions: frozenset[str] = frozenset()  # of a table whose cells have each its label above its answer
        self.counted: str | None = None  # whose box "Person 1" stood in, so that "Person 2" is one more
        self.about: str | None = None  # whom a record is about that speaks of the perpetrator and heads no victim
        self.first = False  # in the first row of a table
        self.before: Unread | None = None  # what was not understood just before
        self.numbers: dict[tuple[str, str], int] = {}  # the group of each person whom answers number
        self.asked_before: set[str] = set()  # by the table before
        self.calls_her = ""  # by what labels in the victim's box call the victim: "her" or "his"
        self.of_patient = False  # a box of the document is headed Patient
        self.after: Block | None = None
        self.preceding: Block | None = None
        self.below: tuple[Cell, ...] = ()  # the next row of the table
        self.in_sections = False  # and numbers them within its sections
        self.bold_asks = False  # this document prints its questions in bold, each above its answer

    def _start(self, role: str | None, *, made_out: bool = False) -> None:
        """A heading opens a new box, and nothing before it is answered any more."""
        self._open_box(role)
        self.made_out = made_out and role is not None
        self._unanswered()
        self.waiting = self.before = None
        self.fresh = True

    def _open_box(self, role: str | None) -> None:
        self.role = role
        self.listing = self.doubtful = self.made_out = self.of_letter = False
        self.group += 1

    def _unanswered(self) -> None:
        """Grounds and consent that stand by themselves, with nothing beneath, may be what is said of them."""
        if self.waiting and self.waiting[0].field.startswith(("criteria.", "consent.")):
            words = self.waiting[1]
            self.found.unread.append(Unread("passage", words, Place("", "", "", words)))

    def _role(self, label: Label, cell: Cell | None) -> str | None:
        role = self._said_role(label, cell)
        if role in (None, "referrer", "police", "case") and not label.role:
            # Only one person is ever asked these: what is safe for the victim, and what the perpetrator is to them.
            return OF_NOBODY.get(label.field, role)
        return role

    def _said_role(self, label: Label, cell: Cell | None) -> str | None:
        if self.across and label.personal:  # somebody's own column, and their children's line in it
            return "child" if label.role == "child" and label.field == "whole" else self.role
        column = next((role for start, end, role in self.columns if cell and start <= cell.at < end), None)
        begins = self.first or self.role not in ("victim", "perpetrator", "police")
        self.first = False
        if label.field.startswith("referrer") and not column and begins:
            self.role = "referrer"
        elif label.personal and label.role not in (None, "other") and label.field != "relationship_to_victim":
            self.role = self.role if column else label.role
        return label.role if label.personal and label.role else column or self.role

    def _unplaced(self, label: Label, value: Text, place: Place, sure: Certainty) -> None:
        """A fact about somebody whose part in the case is not known, or not yet."""
        told = Unread("label", f"{place.label}: {value.words}".strip(": "), place)
        here = [each for each, _ in self.found.unplaced if each.group == self.group]
        if label.field in NAMED and any(e.label.field == label.field and e.value.words != value.words for e in here):
            self.group += 1
        self.found.unread.append(told)
        self.found.unplaced.append((Entry(label, value, place, None, self.group, sure), told))

    def _part(self, printed: str, value: Text) -> bool:
        """A line of the box that says what part its person has, so that all of the box is theirs."""
        whole_answer = self.knows.section(value.words)
        told = self.role in ("victim", "perpetrator", "child", "referrer")
        if (told and not (self.made_out and whole_answer in PEOPLE)) or not PART.search(printed):
            return False
        said = (
            [whole_answer]
            if told
            else [self.knows.section(piece) or self.knows.whose(piece) for piece in re.split(r"[.;,(]", value.words)]
        )
        role = next((each for each in said if each in PEOPLE), None)
        if role is None:
            return False
        self._place(role)
        self.role, self.made_out = role, False
        return True

    def _place(self, role: str) -> None:
        """All that was written in this box is about somebody of this part."""
        self.found.entries = [
            replace(entry, role=role)
            if entry.group == self.group and entry.role in ("other", self.role if self.made_out else "other")
            else entry
            for entry in self.found.entries
        ]
        for entry, told in [pair for pair in self.found.unplaced if pair[0].group == self.group]:
            self.found.unplaced.remove((entry, told))
            self.found.unread.remove(told)
            self.found.entries.append(replace(entry, role=role))

    def _again(self, label: Label, value: Text) -> bool:
        """A second name in the box of one of ours, after words that may be a heading, or in the referrer's: whose?"""
        if label.field not in NAMED:
            return False
        if self.role == "referrer":
            return any(
                e.role == "referrer"
                and e.label.field in (label.field, "referrer")
                and e.value.words != value.words
                and not e.value.words.startswith(value.words)
                for e in self.found.entries
            )
        named = [e for e in self.found.entries if e.group == self.group and e.role == self.role]
        again = [e for e in named if e.label.field == label.field]
        if self.role == "victim" and self.made_out:  # "Who we are worried about" may be the one who harms
            again += [e for e in self.found.entries if e.role == self.role and e.label.field == label.field]
        another = self.role == "victim" and label.field == "name" and any(_apart(e.value, value) for e in again)
        return self.role in OURS and (another or (self.doubtful and bool(again)))


def _apart(one: Text, other: Text) -> bool:
    """Two names that have no forename in common, in a box of one person."""
    first, second = (set(plain(whole.name_of(each.words.strip())).split()[:1]) for each in (one, other))
    return bool(first and second) and not first & second
