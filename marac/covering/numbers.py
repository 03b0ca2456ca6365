"""Says whose a number is that stands in a sentence, where a name or a word beside it tells."""

import re

from marac.labels.relations import PARTNER_WORDS, gender_of
from marac.parties.person import Person
from marac.written.text import plain

# "The respondent telephones from 07700 ...": whoever of that part rings from it.
RINGS = re.compile(
    r"\bhe (?:\w+ )?(?:rings|phones|calls|texts|messages)\b[^.;]{0,40}\bfrom\b|\b(?:respondent|perpetrator"
    rf"|suspect|abuser|accused|offender|defendant|(?:ex-?)?(?:{PARTNER_WORDS}))"
    r"(?:[’']s)?\s+(?:now |also |often |still )?"
    r"(?:(?:telephones?|rings?|phones?|calls?|texts?|messages?) (?:her |him |them )?(?:from|on)|"
    r"uses|(?:is|can be reached) on|number|mobile|phone)\b",
    re.I,
)
NAMED = re.compile(r"\W*(?:[A-Z][a-z'’]+\s){1,3}[A-Z][a-z][\w'’-]*(?=\s*[,(:–-])")
# "The officer is DC Holly Marsden, 01632 ...": a person at work, through whom nobody says that the victim is reached.
OFFICE = re.compile(
    r"\b(?:DC|DS|DI|PC|PS|PCSO|Sgt|Dr|officer|worker|solicitor|manager|coordinator|nurse|midwife|teacher|lead|visitor)"
    r"\b(?: is| was|,|:)?(?: [A-Z][\w.'’-]*){1,4}\W{0,3}(?:on |tel |at )?\W{0,2}0\d"
)
HER_WAY = re.compile(
    r"\b(?:reach\w*|contact\w*|through|via|messages?|call(?:ed)?|ring|rung|texts?|use|speak|safe\w*)\b", re.I
)
PRONOUN = re.compile(r"(?:He|She|They)\b")
THEIRS = re.compile(r"\b(?:his|perp\w*|suspect)(?:[’']s)?\s+(?:\w+\s+)?(?:number|mobile|phone|tel)", re.I)


def theirs(sentence: str, people: list[Person]) -> bool:
    """Speaks of the perpetrator's own number, or names the perpetrator beside it, so that it may be theirs."""
    rings = THEIRS.search(sentence) or RINGS.search(sentence)
    return rings is not None or any(_named(p, sentence) for p in people if p.role == "perpetrator")


def anothers(sentence: str, people: list[Person]) -> bool:
    """Begins with the full name of somebody who is none of ours, or tells who holds an office: it is their number."""
    begins = NAMED.match(sentence)
    if OFFICE.search(sentence) and not HER_WAY.search(sentence):
        return True
    said = set(plain(begins.group()).split()) if begins else set()
    return bool(said) and not any(set(_forenames(person)) & said for person in people)


def spoken_of(sentence: str, people: list[Person], before: Person | None) -> Person | None:
    """Whom "She can be reached on ..." goes on about: the one whom the sentence before began with."""
    said = PRONOUN.match(sentence)
    if said:
        return before if before and said.group() == pronoun_of(before) else None
    begins = plain(sentence).split()[:1]
    named = [person for person in people if begins and begins[0] in _forenames(person)]
    return named[0] if len(named) == 1 else None


def pronoun_of(person: Person) -> str:
    """He or she, where the document says which; a number is nobody's by a guess."""
    gender, relation = person.tree["gender"], person.tree.get("relationship_to_victim")
    said = str(gender.value) if gender else gender_of(str(relation.value)) if relation else ""
    return {"male": "He", "female": "She"}.get(said, "")


def owner(sentence: str, people: list[Person]) -> Person | None:
    """The one perpetrator whose number the sentence says it is: "Kyle's no. is ..."."""
    harms = [person for person in people if person.role == "perpetrator"]
    if len(harms) == 1 and RINGS.search(sentence):
        return harms[0]
    for person in harms:
        for first in _forenames(person):
            if re.match(
                rf"\W*{re.escape(first)}[’']?s\s+(?:\w+\s+){{0,2}}(?:number|no|mobile|phone|tel)\b", sentence, re.I
            ):
                return person
    return None


def _named(person: Person, sentence: str) -> bool:
    words = set(plain(sentence).split())
    return any(first in words or f"{first}s" in words for first in _forenames(person))


def _forenames(person: Person) -> list[str]:
    held = person.tree["forenames"]
    return plain(str(held.value)).split()[:1] if held else []
