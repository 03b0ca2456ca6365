"""Keeps what is told of one person, field by field, and of several who stand in one answer."""

import re
from dataclasses import replace

from marac.answers import choices
from marac.answers.found import INFERRED, STATED, Certainty, Unread
from marac.answers.names import UNBORN, may_be_name
from marac.inferred import whole
from marac.keeping.boxes import NAMED, Boxes
from marac.labels.known import Label
from marac.layout.gathered import Entry
from marac.layout.grids import PEOPLE
from marac.written.blocks import Place
from marac.written.text import RING, Text, plain

# Answers that are chosen by striking the others out; in all else what is struck out no longer stands.
CHOSEN = ("consent", "criteria", "previous", "safe_to", "diversity", "gender", "address_confidential", "no_fixed")
NEVER_OF_REFERRER = ("dob", "age", "gender", "nhs_number", "gp", "housing", "aliases", "relationship_to_victim")
ONE_CHILD = re.compile(r"(?:child|young person) (?:[1-9]|[a-d]|one|two|three|four)")
YES_OR_NO = re.compile(r"\W*(?:y|n|yes|no)\W*", re.I)


class Persons(Boxes):
    """Whose box we are in, and what is kept in it of whom."""

    def _whole(self, value: Text, place: Place, role: str | None, sure: Certainty) -> None:
        """Everything that is written of a person in one line, and of the next person in the next."""
        if ONE_CHILD.fullmatch(plain(place.label)):  # "Child 1": whatever stands beneath is of this child
            value = Text(value.words.strip().replace("\n", ", "))
        self.found.asked.add(f"{role}.name")
        value = whole.with_ages(value) if role == "child" else value
        if (said := choices.yes_no(value)).known and not said.rest:  # whether there is anybody
            self.found.unread.append(Unread("value", f"{place.label}: {value.words}", place))
            return
        people = [] if whole.in_sentences(value) else whole.people(value)
        if not people and role in ("child", "household") and UNBORN.search(value.words):
            self._keep(Label("name", True, role), value, place, role, sure)
        elif not people and not value.blank:
            told = Unread("passage", value.words, place) if whole.in_sentences(value) else None
            self.found.unread.append(told or Unread("value", f"{place.label}: {value.words}", place))
        elif whole.STOP.search(value.words):  # what more is told there is read as an account is
            self.found.unread.append(Unread("passage", value.words, place))
        for line in people:
            self._one_person(line, place, role, sure)

    def _one_person(self, line: Text, place: Place, role: str | None, sure: Certainty) -> None:
        """Everything that a line tells of one person; what begins with a word of forms names nobody."""
        self.group += 1
        told = self._facts(line, place, role)
        if any(name == "name" and not may_be_name(stretch.words, child=False) for name, stretch in told):
            self.found.unread.append(Unread("passage", line.words, place, self.role))
            return
        for name, stretch in told:
            if not (role == "child" and whole.is_elder(name, stretch.words)):
                self._keep(Label(name, True, role), stretch, replace(place, source=line.words), role, sure)

    def _facts(self, line: Text, place: Place, role: str | None) -> list[tuple[str, Text]]:
        """What a line tells of one person, with the relation that its label gives."""
        told = whole.fields(line)
        if not told and role in ("child", "household") and UNBORN.search(line.words):
            return [("name", line)]
        related = whole.relation_in(place.label) if role == "perpetrator" else ""
        related = related or ("" if role else whole.kin_in(place.label))
        return [*told, ("relationship_to_victim", Text(related))] if related else told

    def _keep(self, label: Label, value: Text, place: Place, role: str | None, sure: Certainty = STATED) -> None:
        if role == "referrer" and (label.field in NEVER_OF_REFERRER or label.field.startswith("diversity.")):
            role = None
        if label.personal and role not in PEOPLE:
            self._unplaced(label, value, place, sure)
            return
        if label.field.startswith("relationship_to_") and YES_OR_NO.fullmatch(value.words):  # "Hers? Y": not what
            self.found.unread.append(Unread("label", f"{place.label}: {value.words}", place))
            return
        sure = INFERRED if self.made_out and role == self.role and label.field in NAMED else sure
        if RING.strip() in value.words:
            self.found.unread.append(Unread("value", f"{place.label}: {value.words}", place))
        value = value if label.field.startswith(CHOSEN) else value.standing()
        value = self.knows.home_of(value) if label.field in ("address", "lives_with") else value
        self.found.entries.append(Entry(label, value, place, role, self.group, sure))
