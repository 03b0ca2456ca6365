"""Reads the numbers of a person, and which of them an answer about safety means."""

import re
from datetime import date

from marac.answers import addresses, choices
from marac.answers.found import LIKELY, Found, Unread
from marac.kernel.identifiers import phones_in
from marac.layout.gathered import Entry
from marac.parties.person import Person
from marac.telephones import phones
from marac.telephones.phones import Phone
from marac.telephones.safety import safe_times
from marac.written.blocks import Place
from marac.written.text import tidy

SAFE = re.compile(r"\b(?:safe|ok|okay)\b.*\?", re.I)  # asks whether, and not how


def just_before(person: Person, entry: Entry, others: list[Entry]) -> list[Phone]:
    """The one number that stands just before a question that is asked after each of several numbers.

    Or the only one that stands before it at all: what comes further down it cannot mean.
    """
    at = _at(entry.place)
    asked = sorted(_at(each.place) for each in others)
    written = sorted({_at(phone.place) for phone in person.phones})
    each_has_its_own = len(written) > 1 and all(
        any(here < question and not any(here < later < question for later in written) for question in asked)
        for here in written
    )
    before = [place for place in written if place < at]
    alone = len(before) == 1 and len(written) > 1
    here = max(before, default=None) if each_has_its_own or alone else None
    return [phone for phone in person.phones if _at(phone.place) == here] if here else []


def _at(place: Place) -> tuple[int, int, int]:
    """Where in the document it stands."""
    return int(place.block[1:] or 0), place.row, place.column


def number(person: Person, entry: Entry, today: date | None) -> None:
    """The numbers of a telephone box, with what its label forbids of them; a child's are left to be read."""
    if person.role == "child":
        person.asides.append(Unread("value", f"{entry.place.label}: {entry.value.words}", entry.place))
        return
    gender = person.tree["gender"]
    his = phones.his_or_her(entry.value.words)[0] == "male"
    if person.role == "victim" and his and not (gender and gender.value == "male"):
        person.asides.append(Unread("value", f"{entry.place.label}: {entry.value.words}", entry.place))
        return
    known = {phone.number for phone in person.phones}
    found = [phone for phone in phones.phones_of(entry.value, entry.place) if phone.number not in known]
    for phone in found:
        phone.certainty = entry.sure
        phones.forbid(phone, entry.place.label, entry.place)
    person.phones += found
    if not found and not choices.is_unknown(entry.value.words):
        person.asides.append(Unread("value", f"{entry.place.label}: {entry.value.words}", entry.place))


def answer(person: Person, entry: Entry, today: date | None) -> None:
    """Whether a number may be rung or texted, or a message left: of the one beside it, else of all."""
    told = choices.yes_no(entry.value).value is not None
    of = _beside(person, entry) or person.phones
    if told and (not of or (len(of) > 1 and choices.yes_no(entry.value).value)):
        person.asides.append(Unread("value", f"{entry.place.label}: {entry.value.words}", entry.place))
    phones.answer_for_all(of, entry.label.field, entry.value, entry.place)


def _beside(person: Person, entry: Entry) -> list[Phone]:
    """The one number that stands in the same row of a table, where there are several."""
    here = (entry.place.block, entry.place.row)
    found = [phone for phone in person.phones if (phone.place.block, phone.place.row) == here]
    return found if entry.place.row and len(found) == 1 else []


def contact_note(person: Person, entry: Entry, today: date | None) -> None:
    """How somebody may be reached safely, in the form's own words."""
    if addresses.kept_secret(entry.value.words):
        person.secret = Found(True, entry.place, LIKELY)
    if not person.phones and not phones_in(entry.value.words):
        person.asides.append(Unread("value", f"{entry.place.label}: {entry.value.words}", entry.place))
    beside = _beside(person, entry) if not phones_in(entry.value.words) else []
    said = choices.yes_no(entry.value).value if SAFE.search(entry.place.label) else None
    for phone in beside if said is not None else []:
        phone.say("safe_to_call", said, entry.place)
    if beside:
        phones.judge(beside, phones.in_sentences(entry.value.words), entry.place)
        return
    phones.judge_and_add(person.phones, phones.in_sentences(entry.value.words), entry.place)
    if len(person.phones) == 1 and safe_times(entry.place.label, entry.value.words):
        person.phones[0].say("safe_to_call", True, entry.place)
    if person.phones and not any(phone.notes for phone in person.phones):
        person.phones[0].note(tidy(entry.value.words), entry.place)
