"""Adds children of whom sentences tell, in a letter or in a mail, and whom no box names. All of it is to be checked."""

import re
from itertools import chain

from marac.answers import names
from marac.answers.addresses import Address
from marac.answers.found import INFERRED, Found
from marac.answers.unborn import expected
from marac.families.dwellings import address_tree
from marac.inferred import whole
from marac.intake.fields import LAST_TWO_FIGURE_YEAR
from marac.kernel.birthdates import ADULT_AGE
from marac.labels.relations import PARENT_WORDS, relation_words
from marac.layout.gathered import Gathered
from marac.parties.person import Person, blank_person
from marac.written.blocks import Place
from marac.written.text import plain

IN_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
YEARS = IN_WORDS.split("|")
AGED = re.compile(
    r"\b(?:child|children|son|daughter|baby|boy|girl|lad|lass|little one)\b(?: as well| too)?"
    r"(?: (?:by|from|of) (?:his|her|their|an?|the) (?:\w+ ){0,2}(?:marriage|relationship|partner|wife|husband))?"
    r"(?: from before)?,?"
    r"\s+(?:called\s+|named\s+)?"
    r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
    r",?\s*\(?(?:(?:who|she|he) is\s+|is\s+)?(?:aged?\s*)?(?P<age>\d{1,2}|"
    + IN_WORDS
    + r")\b(?!\s*(?:/|\.\d|weeks?|months?|mths?))"
)
# "A boy of ten, Rhys Connor": the age stands before the name.
AGE_FIRST = re.compile(
    r"\b(?:child|son|daughter|boy|girl|lad),? (?:of|aged) (?P<age>\d{1,2}|" + IN_WORDS + r"),? (?:called |named )?"
    r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
)
WITH_KIN = re.compile(
    rf"\b(?:with|at|to) (?P<whom>(?:his|her|their|[A-Z][\w-]+[’']s) (?:\w+ )?(?:{PARENT_WORDS}|{relation_words()})\b"
    r"(?:,? (?:(?:Mr|Mrs|Ms|Miss)\.? )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)?)"
)
ALONE = re.compile(
    r"\W*(?P<name>[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+)?(?:,[^;.]{1,60},)? (?:(?:now|still|also) )?"
    r"(?:has|is|was|went|goes|lives|stays|moved|will)\b"
)
# "There is an older boy I did not know of. Andrei Petrescu, 12, from her first marriage."
NAMED_NEXT = re.compile(
    r"\b(?:child|son|daughter|boy|girl|lad|lass|baby|eldest|youngest)\b[^.;\n]{0,50}[.:]\s+"
    r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?),?\s*\(?(?:aged? )?(?P<age>\d{1,2})(?=[,);.])"
)
SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[A-Z])|\n+")
Told = tuple[str, Place]  # words, and where they stand


def named(told: list[Told], people: list[Person]) -> None:
    """Children whom sentences name with their age."""
    known = {name for person in people for name in person.called}
    for words, place in told:
        for match in chain.from_iterable(each.finditer(words) for each in (AGED, AGE_FIRST, NAMED_NEXT)):
            name = names.parse_name(match["name"])
            first = plain(name.forenames or "").split()[:1]
            age = YEARS.index(match["age"]) + 1 if match["age"] in YEARS else int(match["age"])
            if age >= ADULT_AGE or set(first) & known or whole.NOBODY.match(match["name"]):
                continue
            known |= set(first)
            child = blank_person("child", 0)
            child.tree["forenames"] = Found(name.forenames, place, INFERRED) if name.forenames else None
            child.tree["surname"] = Found(name.surname, place, INFERRED) if name.surname else None
            child.tree["age_stated"] = Found(age, place, INFERRED)
            people.append(child)


def gone(sentence: str, people: list[Person]) -> Person | None:
    """ "Poppy has gone to Ada's mum, ...": the child with whom a sentence begins that tells who has it now."""
    alone = ALONE.match(sentence)  # and not "Poppy and Ada are at ..."
    begins = [one for one in people if alone and one.role == "child" and plain(alone["name"]) in one.called]
    return begins[0] if len(begins) == 1 and WITH_KIN.search(sentence) else None


def moved(child: Person, sentence: str, told: list[Address], place: Place) -> None:
    """ "He is with his gran, Mrs Ada Lee, at 8 Mill Row, ...": where a child is now, whatever the form says."""
    keeper = WITH_KIN.search(sentence)
    if not told or keeper is None:
        return
    child.tree["lives_with"] = Found(keeper["whom"], place, INFERRED)
    child.tree["address"] = address_tree(told[0], place, certainty=INFERRED)


def unborn(told: list[Told], people: list[Person]) -> None:
    """A baby whom sentences say is expected, where nothing told of one."""
    if any(person.tree.get("unborn") or person.tree.get("_due") for person in people):
        return
    said = [(expected(each, LAST_TWO_FIGURE_YEAR), place) for words, place in told for each in SENTENCE.split(words)]
    sure = sorted((each for each in said if each[0][0]), key=lambda each: each[0][1] is None)
    for (_, due), place in sure[:1]:
        child = blank_person("child", 0)
        child.tree["unborn"] = Found(True, place, INFERRED)
        child.tree["edd"] = Found(due.isoformat(), place, INFERRED) if due else None
        people.append(child)


def told_in(found: Gathered, *kinds: str) -> list[Told]:
    """What a document tells in sentences: its account, and what of these kinds was not understood."""
    account = [(entry.value.words, entry.place) for entry in found.entries if entry.label.field == "narrative"]
    return [*account, *((each.text, each.place) for each in found.unread if each.kind in kinds)]
