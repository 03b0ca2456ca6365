"""Reads what a letter says outside label lines: the account, children, and what it says of numbers."""

import re
from itertools import chain
from typing import Any

from marac.answers import names, phones
from marac.answers.found import INFERRED, Found, Unread
from marac.answers.safety import said_of_number
from marac.answers.unborn import expected
from marac.covering import homes
from marac.covering.numbers import clauses, spoken_of, theirs, whose
from marac.inferred import whole
from marac.intake.fields import LAST_TWO_FIGURE_YEAR
from marac.kernel.birthdates import ADULT_AGE
from marac.kernel.identifiers import phones_in
from marac.layout.gathered import Gathered
from marac.parties.person import Person, blank_person
from marac.written.text import plain

REACHED = re.compile(r"\b(?:reached|contacted|mobile|telephone|phone|number|tel|rung|called|messages?)\b", re.I)
OURS = re.compile(r"\b(?:me|us|my|our|I|we|office|switchboard|surgery)\b")
FOR_HER = re.compile(
    r"\b(?:I|we) (?:only )?(?:have|hold|got)\b(?=[^.;]{0,30}\bfor (?:her|him|them)\b)"
    r"|\b(?:our|my) (?=client|patient|tenant)"
)
HERS = {"she", "her", "he", "him", "they", "them", "victim", "client", "patient", "tenant"}
SHORTEST_ACCOUNT = 60  # characters: a shorter line is a label, a greeting or a heading
FEWEST_OF_A_SENTENCE = 4  # words
FEWEST_WORDS = 10
IN_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
YEARS = IN_WORDS.split("|")
AGED = re.compile(
    r"\b(?:child|children|son|daughter|baby|boy|girl|lad|lass)\b(?: as well| too)?"
    r"(?: (?:by|from|of) (?:his|her|their|an?|the) (?:\w+ ){0,2}(?:marriage|relationship|partner|wife|husband))?,?"
    r"\s+(?:called\s+|named\s+)?"
    r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
    r",?\s*\(?(?:who is\s+|is\s+)?(?:aged?\s*)?(?P<age>\d{1,2}|"
    + IN_WORDS
    + r")\b(?!\s*(?:/|\.\d|weeks?|months?|mths?))"
)
# "a daughter of 13, Ada Hollis"
AGE_FIRST = re.compile(
    r"\b(?:child|son|daughter|boy|girl),? (?:of|aged) (?P<age>\d{1,2}|" + IN_WORDS + r"),? (?:called |named )?"
    r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
)
SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[A-Z])|\n+")


def account(found: Gathered) -> list[tuple[str, Any]]:
    """The longer passages, when no label says where the account is."""
    return [(told.text, told.place) for told in found.unread if _is_account(told)]


def apply(found: Gathered, people: list[Person], not_hers: set[str]) -> None:
    """What sentences say of a number, where there is one victim whom they can mean."""
    victims = [person for person in people if person.role == "victim"]
    if len(victims) != 1:
        return
    taken = not_hers | {phone.number for person in people if person is not victims[0] for phone in person.phones}
    for told in found.unread:
        if told.kind == "passage":
            box = [person for person in people if person.role == told.role and told.role != "child"]
            homes.told_in(told.text, told.place, people, box[0] if len(box) == 1 else None)
            _numbers(told, people, victims[0], taken)


def _numbers(told: Unread, people: list[Person], victim: Person, taken: set[str]) -> None:
    said = clauses(phones.SENTENCE.split(told.text))
    said = _not_his(told, said, people, victim) if told.role == "perpetrator" else said
    about: Person | None = None
    for at, sentence in enumerate(said):
        about = spoken_of(sentence, people, about)
        numbers = {figures for figures, _, _ in phones_in(sentence)}
        hers = {phone.number for phone in victim.phones}
        of = whose(sentence, said[:at], people, about) if numbers - hers else None
        if isinstance(of, Person):
            phones.add(of.phones, sentence, told.place)
        if not numbers or numbers & taken or of:
            continue
        if said_of_number(sentence, pointed=True):
            follows = [each for each in said[at + 1 :] if not phones_in(each) and _forbids(each)]
            phones.judge_and_add(victim.phones, ". ".join([sentence.rstrip("."), *follows]), told.place)
        elif REACHED.search(sentence) and not OURS.search(FOR_HER.sub("", sentence)) and _of(sentence, victim):
            after = [each for each in said[at + 1 :] if not phones_in(each)]
            follows = [each for each in after if not theirs(each, people) or _forbids(each)]
            phones.judge_and_add(victim.phones, ". ".join([sentence.rstrip("."), *follows]), told.place)


def _not_his(told: Unread, said: list[str], people: list[Person], victim: Person) -> list[str]:
    """The sentences of the perpetrator's box that speak of the victim; a number in any other is never hers."""
    his = [sentence for sentence in said if not _of(sentence, victim)]
    harms = [person for person in people if person.role == "perpetrator"]
    for sentence in his if len(harms) == 1 else []:
        phones.add(harms[0].phones, sentence, told.place)
    return [sentence for sentence in said if sentence not in his]


def children(found: Gathered, people: list[Person]) -> None:
    """Children whom sentences name with their age, and whom no box names: they are added to be checked."""
    told = [(entry.value.words, entry.place) for entry in found.entries if entry.label.field == "narrative"]
    told += [(each.text, each.place) for each in found.unread if each.kind == "passage"]
    known = {person.first_name for person in people}
    for words, place in told:
        for match in chain(AGED.finditer(words), AGE_FIRST.finditer(words)):
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


def unborn(found: Gathered, people: list[Person]) -> None:
    """A baby whom sentences say is expected, where no box told of one: it is added to be checked."""
    if any(person.tree.get("unborn") or person.tree.get("_due") for person in people):
        return
    told = [(each.text, each.place) for each in found.unread if each.kind in ("passage", "label", "value")]
    told += [(entry.value.words, entry.place) for entry in found.entries if entry.label.field == "narrative"]
    said = [(expected(each, LAST_TWO_FIGURE_YEAR), place) for words, place in told for each in SENTENCE.split(words)]
    sure = sorted((each for each in said if each[0][0]), key=lambda each: each[0][1] is None)
    for (_, due), place in sure[:1]:
        child = blank_person("child", 0)
        child.tree["unborn"] = Found(True, place, INFERRED)
        child.tree["edd"] = Found(due.isoformat(), place, INFERRED) if due else None
        people.append(child)


def _forbids(sentence: str) -> bool:
    """Says what is not safe, and nothing that is."""
    said = said_of_number(sentence, pointed=True)
    return bool(said) and not any(said.values())


def _of(sentence: str, victim: Person) -> bool:
    """Speaks of the victim by name or by pronoun."""
    held = [victim.tree[key] for key in ("forenames", "surname") if victim.tree[key]]
    words = {word for each in held for word in plain(str(each.value)).split()}
    return bool((words | {f"{word}s" for word in words} | HERS) & set(plain(sentence).split()))


def _is_account(told: Unread) -> bool:
    """A passage of some length, or as much prose under a label that is not known."""
    prose = told.kind == "passage" or (told.kind == "label" and len(told.text.split()) >= FEWEST_WORDS)
    ends = told.kind == "passage" and told.text.endswith(".") and len(told.text.split()) >= FEWEST_OF_A_SENTENCE
    return prose and (len(told.text) >= SHORTEST_ACCOUNT or ends)
