"""Knows people by a part of their name: "Jo Perrett", who is Joanne, and "Ms Lockyer", whose forename stands above."""

import re
from collections.abc import Iterator
from dataclasses import replace

from marac.answers.found import INFERRED
from marac.answers.names import parse_name
from marac.labels import relations
from marac.labels.known import Label
from marac.layout.gathered import Entry, Gathered
from marac.prose.people import SENTENCE, names_in, passages, said_before
from marac.written.text import Text, plain

SHORTEST, LONGEST = 2, 60  # letters of a short form, of a name
HUSBAND = re.compile(r"\b(?:her|his|their) (husband|wife)\b")
TITLED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx)\.? (?P<surname>[A-Z][\w'’-]+)")


def completed(found: Gathered) -> None:
    """Gives one who harms, of whom only the title and surname were found, the name of the victim's partner."""
    for at, entry in enumerate(found.entries):
        titled = TITLED.fullmatch(entry.value.words.strip()) if entry.label.field == "name" else None
        full = _partners(found, titled["surname"]) if titled and entry.role == "perpetrator" else set()
        if len(full) == 1:
            found.entries[at] = replace(entry, value=Text(full.pop()))


def titled(found: Gathered) -> None:
    """Gives a name of ours the title that the letter writes before it, by which a couple is told apart."""
    letter = [told.text for told in passages(found)]
    for at, entry in enumerate(found.entries):
        ours = entry.label.field == "name" and entry.role in ("victim", "perpetrator")
        name = entry.value.words.strip()
        if not ours or relations.titled(name) or "\n" in name or len(name) > LONGEST:
            continue
        before = re.compile(rf"\b(Mr|Mrs|Ms|Miss)\.? {re.escape(name)}\b", re.I)
        said = {match[1].title() for text in letter for match in before.finditer(text)}
        if len(said) == 1:
            found.entries[at] = replace(entry, value=Text(f"{next(iter(said))} {name}"))


def spouses(found: Gathered) -> None:
    """Of somebody to whom the victim is married, the word that the letter has for them: "husband"."""
    said = {match[1] for told in passages(found) for match in HUSBAND.finditer(told.text)}
    for at, entry in enumerate(found.entries):
        married = entry.label.field == "relationship_to_victim" and entry.value.words == "spouse"
        if married and entry.role == "perpetrator" and len(said) == 1:
            found.entries[at] = replace(entry, value=Text(next(iter(said))))


def _partners(found: Gathered, surname: str) -> set[str]:
    """The full names of this surname before which a sentence speaks of a partner."""
    sentences = [sentence for told in passages(found) for sentence in SENTENCE.split(told.text)]
    return {
        match["name"]
        for sentence in sentences
        for match in names_in(sentence)
        if match["name"].endswith(f" {surname}")
        and not TITLED.fullmatch(match["name"])
        and said_before("partner", sentence, match.start())
    }


def shortened(found: Gathered) -> Iterator[Entry]:
    """Another name for each of ours whose forename a letter shortens; of nobody where two may be meant."""
    ours = [e for e in found.entries if e.label.field == "name" and e.role in ("victim", "perpetrator", "child")]
    firsts = {first for entry in ours for first in plain(parse_name(entry.value.words).forenames or "").split()[:1]}
    letter = passages(found)
    for entry in [each for each in ours if each.role != "child"]:
        name = parse_name(entry.value.words)
        first = plain(name.forenames or "").split()[:1]
        if not first or not name.surname:
            continue
        beside = re.compile(rf"\b(?P<short>[A-Z][a-z]+) (?i:{re.escape(name.surname)})\b")
        said = {match["short"]: told for told in letter for match in beside.finditer(told.text)}
        for short, told in said.items():
            bare = plain(short)
            if bare not in firsts and len(bare) >= SHORTEST and first[0].startswith(bare):
                label = Label("aliases", True, entry.role)
                yield Entry(label, Text(short), told.place, entry.role, entry.group, INFERRED)
