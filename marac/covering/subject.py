"""Of whom the clause that tells an address speaks: of one of ours, of somebody else, or it is not plain."""

import re

from marac.covering.named import named_in
from marac.covering.numbers import Nobody, means, pronoun_of
from marac.labels.known import role_in
from marac.labels.relations import PARTNERS, relation_words
from marac.labels.wording import usual
from marac.parties.person import Person
from marac.written.text import plain

KIN = (
    rf"(?:{relation_words()}|boyfriend|girlfriend|solicitor|doctor|employer|landlord|friend|neighbour|workplace|school)"
)
# Where a clause begins, and its subject.
SUBJECT = re.compile(
    r"(?:\A\W*|[,;:–]\s+|\b(?i:and|so|but|where|while|that|then|because|as|when|since)\s+)"
    r"(?:(?i:since|from|until|after|for) [^,.;:]{1,25}?,? (?=she |he |they ))?"
    r"(?P<who>(?i:she|he)\b(?![’'])"
    rf"|(?:(?i:her|his|their)|[A-Z][\w-]+[’']s)\s+(?:\w+\s+){{0,2}}?(?P<kin>(?i:{KIN}))\b"
    r"|(?i:(?:the|our|my|this)\s+(?:\w+\s+)?\w+)\b(?![’'])"
    r"|(?:(?:Mr|Mrs|Ms|Miss)\.?\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?(?![’']))"
)
HER_OWN = re.compile(r"(?:her|his|their|[A-Z][\w-]+[’']s)\s+(?:(?:ex|former|estranged)[- ]?)?(?P<what>[\w-]+)\Z", re.I)
NO_HOME = re.compile(
    r"\b(?:works?|working|worked|employed|cleans?|registered|attends?|appointment|solicitor|surgery|clinic|office"
    r"|offices|premises|court|custody|station)\b[^.;]{0,60}\Z",  # in small letters: there is a Tannery Court
)
BAILED_TO = re.compile(r"\bbailed by (?:the )?court\b[^.;]{0,30}\bto\b[^.;]{0,40}\Z", re.I)
LIVING = re.compile(r"\b(?:lives?|living|stays?|staying|moved|resides?|sleep\w*|lodg\w+|bailed|housed|placed)\b", re.I)


def of(before: str, people: list[Person], *, another_woman: bool) -> Person | Nobody | None:
    """The subject of the last clause before an address; None where that is not plain.

    `another_woman` where the passage speaks of one of whom it may say "she".
    """
    if tells_no_home(before):
        return Nobody.OURS
    meant: Person | Nobody | None = None
    for match in SUBJECT.finditer(before):
        doubtful = another_woman and match["who"].lower() == "she"
        meant = None if doubtful else _who(match, people) or meant
    return meant


def tells_no_home(words: str) -> bool:
    """The last that is said before an address is of work, a surgery, a court: nobody lives there."""
    elsewhere = NO_HOME.search(words)
    return elsewhere is not None and not LIVING.search(words, elsewhere.start()) and not BAILED_TO.search(words)


def _who(match: re.Match[str], people: list[Person]) -> Person | Nobody | None:
    """Whom a subject means; None where it may be anybody or nothing."""
    who = match["who"]
    victims = [person for person in people if person.role == "victim"]
    harms = [person for person in people if person.role == "perpetrator"]
    if who.lower() in ("she", "he"):
        return by_pronoun(who.title(), victims, harms)
    if match["kin"]:
        own = HER_OWN.search(who)
        partner = own is not None and plain(own["what"]) in PARTNERS and who.lower().startswith(("her ", "his "))
        return harms[0] if partner and len(harms) == 1 else Nobody.OURS
    noun = who[:1].islower() or who.split()[0].lower() in ("the", "our", "my") or " " not in who
    role = role_in(usual(plain(who))) if noun else None
    if role in ("victim", "perpetrator"):
        one = victims if role == "victim" else harms
        return one[0] if len(one) == 1 else None
    ours = [*victims, *harms]
    named = named_in(who, ours) if who[:1].isupper() else []
    named = named if len(named) == 1 else [person for person in named if means(who, person, people)]
    return named[0] if len(named) == 1 else None


def by_pronoun(who: str, victims: list[Person], harms: list[Person]) -> Person | None:
    """The only one of ours whom she, or he, can mean."""
    likely = {"victim": "She", "perpetrator": "He"}  # where the document does not tell
    fits = [person for person in [*victims, *harms] if (pronoun_of(person) or likely[person.role]) == who]
    return fits[0] if len(fits) == 1 else None
