"""Reads what a letter says outside label lines: the account, children, and what it says of numbers."""

import re
from itertools import zip_longest
from typing import Any

from marac.answers.found import Unread
from marac.covering import homes, of_the_form
from marac.covering.named import owns
from marac.covering.numbers import MINE, clauses, spoken_of, theirs, whose
from marac.kernel.identifiers import phones_in
from marac.layout.gathered import Gathered
from marac.parties.person import Person
from marac.telephones import phones
from marac.telephones.safety import said_of_number
from marac.written.text import plain

REACHED = re.compile(r"\b(?:reached|contacted|mobile|telephone|phone|number|tel|rung|called|messages?)\b", re.I)
OURS = re.compile(r"\b(?:me|us|my|our|I|we|office|switchboard|surgery)\b")
FOR_HER = re.compile(
    r"\b(?:I|we) (?:only )?(?:have|hold|got)\b(?=[^.;]{0,30}\bfor (?:her|him|them)\b)"
    r"|\b(?:our|my) (?=client|patient|tenant)"
)
HERS = {"she", "her", "he", "him", "they", "them", "victim", "client", "patient", "tenant"}
OF_THIS_HOME = re.compile(r"\W*(?:This|That|The|Her|His) (?:new )?address\b")  # "... must not be given out"
SHORTEST_ACCOUNT = 60  # characters: a shorter line is a label, a greeting or a heading
FEWEST_OF_A_SENTENCE = 4  # words
FEWEST_WORDS = 10


def account(found: Gathered) -> list[tuple[str, Any]]:
    """The longer passages, when no label says where the account is."""
    return [(told.text, told.place) for told in found.unread if _is_account(told)]


def apply(found: Gathered, people: list[Person], not_hers: set[str]) -> None:
    """What sentences say of a number, where there is one victim whom they can mean."""
    victims = [person for person in people if person.role == "victim"]
    if len(victims) != 1:
        return
    taken = not_hers | {phone.number for person in people if person is not victims[0] for phone in person.phones}
    for told, after in zip_longest(found.unread, found.unread[1:]):
        if told.kind == "passage":
            box = [person for person in people if person.role == told.role and told.role != "child"]
            more = f"\n{after.text}" if after is not None and OF_THIS_HOME.match(after.text) else ""
            homes.told_in(told.text + more, told.place, people, box[0] if len(box) == 1 else None)
            _numbers(told, people, victims[0], taken)


def _numbers(told: Unread, people: list[Person], victim: Person, taken: set[str]) -> None:
    said = clauses(phones.SENTENCE.split(told.text))
    _forbidden(told, said, people, victim)
    said = _not_his(told, said, people, victim) if told.role == "perpetrator" else said
    said = [sentence for sentence in said if not of_the_form.meant(sentence)]
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


def _forbidden(told: Unread, said: list[str], people: list[Person], victim: Person) -> None:
    """What a passage says of numbers that it does not give: "the number on the form", "her landline"."""
    here = {figures for figures, _, _ in phones_in(told.text)}
    elsewhere = [phone for phone in victim.phones if phone.number not in here]
    if told.role != "perpetrator" or any(_of(sentence, victim) for sentence in said):
        of_the_form.forbid(said, told.place, elsewhere, set())
    said = [sentence for sentence in said if told.role != "perpetrator" or _of(sentence, victim)]
    for sentence in said:
        his = theirs(sentence, people) and not owns(sentence, victim)
        if not (his or MINE.search(sentence) or of_the_form.meant(sentence)):
            phones.forbid_kind(elsewhere, sentence, told.place)


def _not_his(told: Unread, said: list[str], people: list[Person], victim: Person) -> list[str]:
    """The sentences of the perpetrator's box that speak of the victim; a number in any other is never hers."""
    his = [sentence for sentence in said if not _of(sentence, victim)]
    harms = [person for person in people if person.role == "perpetrator"]
    for sentence in his if len(harms) == 1 else []:
        phones.add(harms[0].phones, sentence, told.place)
    return [sentence for sentence in said if sentence not in his]


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
