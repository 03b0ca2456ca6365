"""Reads from sentences in which prison somebody is held, and where they will go from there."""

import re

from marac.answers import addresses
from marac.answers.found import INFERRED, Found
from marac.covering import subject
from marac.covering.numbers import pronoun_of
from marac.parties.person import Person
from marac.written.blocks import Place

HELD = re.compile(
    r"\b(?:is|now|currently|held|remanded|serving|custody|remand|detained|recalled)\b[^.;]{0,60}?"
    rf"\b(?:at|in|to) (?P<prison>{addresses.PRISON_NAMED.pattern})"
)
NO_LONGER = re.compile(
    r"\b(?:released|until|left|visit\w*|was|were|previously|before)\b(?![^.;]*\b(?:is|now)\b)[^.;]{0,40}\Z", re.I
)
RELEASE = re.compile(r"\b(?:releas\w*|probation|licence|(?:leaves|comes? out of|gets? out of) prison)\b", re.I)
WILL_GO = re.compile(
    r"\b(?P<who>he|she) (?:will|must|has to|is (?:due|expected|going|likely) to|intends to|plans to|wants to) "
    r"(?:then )?(?:go|live|stay|return|move|reside|be (?:living|staying|released|going|moving))\b[^.;]{0,80}\Z",
    re.I,
)


PUT = re.compile(
    r"\b(?:put(?:ting)?|plac(?:e|ed|ing)|mov(?:ed|ing)|hous(?:ed|ing)|sen(?:t|d|ding)|releas(?:ed|ing)|taken|offered) "
    r"(?P<who>him|her) (?:up )?(?:in|at|to|into)\b[^.;]{0,40}\Z",
    re.I,
)
# "Conditions: live and sleep at his father's, ..."
BOUND = re.compile(
    r"\A\W*(?:(?:his|her|the|bail) ){0,2}conditions?\b(?: (?:are|is))?\W*(?:(?:to|he|she|must|that|is|will) ){0,3}"
    r"(?:live|reside|stay|sleep)(?: and (?:live|sleep))?\b[^.;]{0,60}\Z",
    re.I,
)


def to(before: str, passage: str, people: list[Person]) -> Person | None:
    """The one who harms and who, by the words before an address, was or will be sent to live there."""
    return _goes(before, passage, people) or _bound(before, people) or _put(before, people)


def _goes(before: str, passage: str, people: list[Person]) -> Person | None:
    """ "On release she will go to her sister's at ...": the only one who harms, whoever is named on the way."""
    said = WILL_GO.search(before) if RELEASE.search(passage) else None
    harms = [person for person in people if person.role == "perpetrator"]
    fits = said is not None and len(harms) == 1 and pronoun_of(harms[0]) in (said["who"].title(), "")
    return harms[0] if fits else None


def _bound(before: str, people: list[Person]) -> Person | None:
    """Where conditions say that somebody is to live: the only one who harms."""
    harms = [person for person in people if person.role == "perpetrator"]
    return harms[0] if BOUND.match(before) and len(harms) == 1 else None


def _put(before: str, people: list[Person]) -> Person | None:
    """ "Probation are putting him in ...": the one of ours who harms whom that can mean, and nobody who is harmed."""
    said = PUT.search(before)
    who = {"him": "He", "her": "She"}[said["who"].lower()] if said else ""
    likely = {"victim": "She", "perpetrator": "He"}  # where the document does not tell
    fits = [p for p in people if p.role in likely and (pronoun_of(p) or likely[p.role]) == who]
    return fits[0] if len(fits) == 1 and fits[0].role == "perpetrator" else None


def held(sentence: str, named: Person | None, people: list[Person], place: Place) -> None:
    """ "... and is at HMP Wrenfield": where the one who harms is now; `named` is the only one of the sentence."""
    said = HELD.search(sentence)
    if said is None or NO_LONGER.search(sentence[: said.start("prison")]):
        return
    meant = subject.of(sentence[: said.start()], people, another_woman=True)
    person = meant if isinstance(meant, Person) else named if meant is None else None
    if person is None or person.role != "perpetrator":
        return
    homes = person.tree["addresses"]
    if any(home["text"] and said["prison"] in str(home["text"].value) for home in homes):
        return
    homes.append(
        {
            "text": Found(said["prison"], place, INFERRED),
            "postcode": None,
            "type": Found("prison", place, INFERRED),
            "confidential": None,
        }
    )
