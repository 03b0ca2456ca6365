"""Of a letter that is headed by the one who harms: those who supervise somebody write of them, and refer another."""

import re
from collections.abc import Iterable
from dataclasses import replace

from marac.answers.found import INFERRED
from marac.labels.relations import PARTNER
from marac.questions.gathered import Gathered
from marac.written.text import plain

HEADS = ("re", "regarding", "concerning", "subject", "our client")
NAME = r"(?:(?:Mr|Mrs|Ms|Miss|Mx)\.? )?(?P<name>[A-Z][\w'’-]{1,40}(?: [A-Z][\w'’-]{1,40}){0,3})"
SUPERVISES = re.compile(
    r"\b(?:I|We|we|who|officer|practitioner|manager|worker)(?: \w+){0,2} "
    r"(?:supervises?|manages?|am supervising|am managing"
    rf"|is supervising|supervised)\s+{NAME}|\b(?:offender manager|supervising officer|probation officer|case manager)"
    rf" (?:for|of|to) {NAME.replace('name', 'other')}"
)
SENTENCED = re.compile(
    rf"{NAME},? (?:who )?(?:is|was|has been|is being|will be|is due to be) (?:\w+ ){{0,2}}?"
    r"(?:released|on licence|on probation|on remand|remanded|sentenced|convicted of|recalled to|serving|in custody"
    r"|subject to (?:licence|a (?:community|suspended)|MAPPA))"
)
THEIR_PARTNER = re.compile(rf"\b(?:his|her|their|[A-Z]\w+[’']s) {PARTNER},?\s*(?:called |named |is )?\Z", re.I)
REFERS_THEM = re.compile(
    r"\b(?:hear|heard|case|refer\w*|list\w*|discuss\w*|concern\w*|worried|risk|victim|offen[cs]e\w*|against)\b", re.I
)


def offenders(sentences: Iterable[str]) -> frozenset[str]:
    """The surnames of those of whom the sentences say that they are supervised, or serve a sentence."""
    found = (match for words in sentences for said in (SUPERVISES, SENTENCED) for match in said.finditer(words))
    names = (name for match in found for name in match.groupdict().values() if name)
    return frozenset(plain(name).split()[-1] for name in names if plain(name))


def turn(found: Gathered, known: frozenset[str]) -> None:
    """ "Re: Karl Voss", of whom the letter says that he is supervised, is the one who harms, to be checked."""
    headed = {
        entry.group
        for entry in found.entries
        if entry.role == "victim" and plain(entry.place.label) in HEADS and is_offender(entry.value.words, known)
    }
    for at, entry in enumerate(found.entries):
        if entry.role == "victim" and entry.group in headed:
            label = replace(entry.label, role="perpetrator") if entry.label.role else entry.label
            found.entries[at] = replace(entry, role="perpetrator", label=label, sure=INFERRED)


def is_offender(name: str, known: frozenset[str]) -> bool:
    """Whether it is the name of one of them, by its surname."""
    return not known.isdisjoint(plain(name).split()[-1:])


def refers_partner(before: str, known: frozenset[str]) -> bool:
    """What stands before a name says that it is the partner of somebody supervised, whom the sentence refers."""
    return bool(known) and THEIR_PARTNER.search(before) is not None and REFERS_THEM.search(before) is not None
