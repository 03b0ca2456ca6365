"""Resolves homes that are told by pointing at another answer: "As at 10", "Same as premises above"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from marac.answers.found import RESOLVED
from marac.kernel.postcodes import postcode_places
from marac.layout.gathered import Gathered
from marac.parties.person import Person
from marac.written.blocks import Block, Place
from marac.written.text import Text, plain

AS_QUESTION = re.compile(
    r"\W*(?:(?:the )?same )?(?:as|see)(?: (?:at|in|per|for|to))?"
    r"(?: (?:question|q|no|number|item|answer|box)\.?)?"
    r" ?(?P<number>\d{1,2})(?: above| below)?\W*",
    re.I,
)
NUMBERED = re.compile(r"(?:Q\.? ?)?(?P<number>\d{1,2})[.)]?\s")
AS_LABEL = re.compile(
    r"\W*(?:(?:same as|as|same|(?:(?:still|living|lives|is|staying) )*(?:at|in))\s+)?(?:(?:the|his|her|their|for) )*"
    r"(?P<label>[A-Za-z][\w’' -]{6,50}?)(?:, with [A-Z]\w+)?\W*"
    r"|\W*(?P<told>[A-Za-z][\w’' -]{6,40}), (?:as|see)(?: in| at| under)? (?:part|section|box|page) \w{1,3}\W*",
    re.I,
)
POINTING = {"above", "below", "the", "same", "as", "given", "and"}
AS_PLACE = re.compile(
    r"\W*(?:same as|as|same|(?:(?:still|living|lives|is|staying) )*(?:at|in))\s+(?:the )?"
    r"(?P<place>(?:location|place|scene|address|premises|property|incident"
    r"|venue|site)\b(?! as\b)[^,;.\d]{0,30})\W*\Z",
    re.I,
)
OF_A_PLACE = {"of", "the", "above", "address", "same", "as", "this", "concern", "s"}


def settle(people: list[Person], found: Gathered | None, blocks: Sequence[Block]) -> None:
    """Puts the address itself in the place of words that point at it, before homes are settled."""
    _of_places(people, found)
    _of_questions(people, blocks)
    _of_labels(people)


def _of_places(people: list[Person], found: Gathered | None) -> None:
    """ "Same as location of incident", "As premises above": the address that the form asks for under such words."""
    unread = [each for each in found.unread if each.kind == "label" and each.role != "child"] if found else []
    told = [each.text.partition(": ") for each in unread]
    places = [(set(plain(label).split()), value) for label, _, value in told if len(postcode_places(value)) == 1]
    for person in people:
        for at, (entry, kind) in enumerate(person.homes):
            match = AS_PLACE.match(entry.value.words)
            words = set(plain(match["place"]).split()) - OF_A_PLACE if match else set()
            fits = [value for label, value in places if words & label] or [value for _, value in places]
            bare = match is not None and not words and match["place"].startswith("address")  # "Same address": hers
            if match and not bare and len(set(fits)) == 1:
                person.homes[at] = (replace(entry, value=Text(fits[0]), sure=RESOLVED), kind)


def _of_labels(people: list[Person]) -> None:
    """ "Same as the address he left", "As term-time address above": the home that stands under such a label."""
    homes = [(entry, set(plain(entry.place.label).split())) for person in people for entry, _ in person.homes]
    for person in people:
        for at, (entry, kind) in enumerate(person.homes):
            said = AS_LABEL.fullmatch(entry.value.words)
            words = set(plain(said["label"] or said["told"]).split()) - POINTING if said else set()
            told = [other for other, label in homes if other is not entry and words <= label] if len(words) > 1 else []
            if len({other.value.words for other in told}) == 1:
                person.homes[at] = (replace(entry, value=told[0].value, sure=RESOLVED), kind)


def _of_questions(people: list[Person], blocks: Sequence[Block]) -> None:
    """ "As at 10", "See question 7": the home that is told there, of somebody else."""
    for person in people:
        for at, (entry, kind) in enumerate(person.homes):
            said = AS_QUESTION.fullmatch(entry.value.words)
            place = _question(said["number"], blocks) if said else None
            told = [other for p in people for other, _ in p.homes if _stands_at(other.place, place)] if place else []
            if len(told) == 1 and told[0] is not entry:
                person.homes[at] = (replace(entry, value=told[0].value, sure=RESOLVED), kind)


def _question(number: str, blocks: Sequence[Block]) -> tuple[str, int] | None:
    """The block, and the row of a table, in which the document answers the question of this number."""
    for block, after in zip_longest(blocks, blocks[1:]):
        for row in (row for row in block.rows if row):
            if (len(row) > 1 and plain(row[0].text.words) == number) or _numbered(row[0].text.words) == number:
                return block.id, row[0].row
        if after and _numbered(block.text.words) == number:
            return (after.id, 0) if block.text.words.rstrip().endswith("?") else (block.id, 0)
    return None


def _numbered(words: str) -> str:
    match = NUMBERED.match(words)
    return match["number"] if match else ""


def _stands_at(place: Place, at: tuple[str, int]) -> bool:
    return (place.block, place.row) == at or (at[1] == 0 and place.block == at[0])
