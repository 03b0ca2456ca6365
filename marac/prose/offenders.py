"""Of a letter that is headed by the one who harms: those who supervise somebody write of them, and refer another.

Victims are on probation, in prison and in hospital too. So it takes both: that whoever heads the letter serves a
sentence, and that the letter asks for their partner to be heard, in so many words. Short of that nothing is turned.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from marac.answers.found import INFERRED
from marac.labels.relations import PARTNER
from marac.layout.gathered import Gathered
from marac.written.text import plain

HEADS = ("re", "regarding", "concerning", "subject")
NAME = r"(?:(?:Mr|Mrs|Ms|Miss|Mx)\.? )?(?P<name>[A-Z][\w'’-]{1,40}(?: [A-Z][\w'’-]{1,40}){0,3})"
SERVES = re.compile(
    rf"{NAME},? (?:who )?(?:is|was|has been|is being|will be|is due to be) (?:\w+ ){{0,2}}?"
    r"(?:released (?:on (?:temporary )?licence|from (?:HMP|prison|custody|YOI))|on (?:licence|probation|remand)"
    r"|remanded|recalled to (?:custody|prison)|serving (?:a|his|her|\w+ (?:months|years))\b|in (?:custody|prison)"
    r"|subject to (?:licence|a (?:community|suspended)|MAPPA))"
    rf"|\b(?:I supervise|(?:offender manager|probation officer) (?:for|of|to)) {NAME.replace('name', 'other')}"
)
PARTNER_REFERRED = (
    r"\b(?i:(?:hear|list|consider|refer|referring|referral (?:of|for)|bring|add) (?:to (?:the |your |our )?marac )?"
    rf"(?:the case of )?(?:his|her|their|\w+[’']s) {PARTNER},?\s*(?:called |named )?)"
)
# "... is serving three years for wounding his former partner, Ms Ada Hollis"
PARTNER_HARMED = (
    r"\b(?i:(?:wound|assault|attack|strangl|stalk|harass|threaten|abus"
    r"|beat|controll|hurt|harm|injur)\w*(?: of| on| to)?"
    rf"|(?:offences?|violence|threats|assaults?|abuse) (?:against|on|towards?)) (?i:(?:his|her|their) {PARTNER},?\s*"
    r"(?:called |named )?)"
)
ASKS = re.compile(rf"(?:{PARTNER_REFERRED}|{PARTNER_HARMED}){NAME}")
REFERS_PARTNER = re.compile(rf"(?:{PARTNER_REFERRED}|{PARTNER_HARMED})(?:(?:Mr|Mrs|Ms|Miss|Mx)\.? )?\Z")

SENTENCED = re.compile(
    r"[^.;]{0,40}\bwho (?:is|was) (?:\w+ )?(?:serving|on licence|subject to|in custody|sentenced|convicted|released)\b"
    r"[^.;]{0,60}\b(?:for|of|on)\b[^.;]{0,60}\b(?:assault\w*|harm|strangl\w*|stalk\w*|restraining|wounding|threat\w*"
    r"|harass\w*|control\w*|battery)\b"
)
# "..., who has strangled his wife", "who is on licence": what follows the name of one who harms.
DOES = re.compile(
    r"\bwho (?:has|had|is|was|will be)\b[^.;]{0,40}\b(?:strangl|assault|attack|abus|threaten|stalk|harm|releas|convict"
    r"|licence|licensed|serving|charged|arrested|bail|perpetrator|suspect|prison|custody)\w*"
    rf"|\b(?:and|in respect of|towards?|against) (?:his|her|their) {PARTNER}",
    re.I,
)

BOTH_HARM = re.compile(
    r"\b(?:regard|consider|see|view|treat|name) (?:them )?both(?: of them)? as (?:the )?perpetrators\b"
    r"|\bboth (?:of them )?(?:are|to be) (?:the )?perpetrators\b"
    r"|\bthe two of them (?:that |whom |who )?(?:I am|we are|I[’']m|we[’']re) (?:writing|worried|concerned) about\b"
)


def both_harm(words: str) -> bool:
    """Says that two do, without their names: "I regard both of them as perpetrators"."""
    return BOTH_HARM.search(words) is not None


def turn(found: Gathered, sentences: Iterable[str]) -> bool:
    """Makes whoever heads such a letter the one who harms, to be checked. Whether anybody does."""
    told = list(sentences)
    asked = _surnames(match for words in told for match in ASKS.finditer(words))
    serving = _surnames(match for words in told for match in SERVES.finditer(words)) - asked if asked else frozenset()
    headed = {
        entry.group
        for entry in found.entries
        if entry.role == "victim" and plain(entry.place.label) in HEADS and is_offender(entry.value.words, serving)
    }
    harms = any(entry.role == "perpetrator" and plain(entry.place.label) in HEADS for entry in found.entries)
    for at, entry in enumerate(found.entries):
        if entry.role == "victim" and entry.group in headed:
            label = replace(entry.label, role="perpetrator") if entry.label.role else entry.label
            found.entries[at] = replace(entry, role="perpetrator", label=label, sure=INFERRED)
    return bool(headed) or (harms and bool(asked))


def _surnames(found: Iterable[re.Match[str]]) -> frozenset[str]:
    names = (plain(name).split() for match in found for name in match.groupdict().values() if name)
    return frozenset(words[-1] for words in names if words)


def is_offender(name: str, known: frozenset[str]) -> bool:
    """Whether it is the name of one of them, by its surname."""
    return not known.isdisjoint(plain(name).split()[-1:])


def refers_partner(before: str) -> bool:
    """What stands before a name asks for somebody's partner to be heard."""
    return REFERS_PARTNER.search(before) is not None
