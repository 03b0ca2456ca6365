"""Reads who lives at the property of which a landlord writes, and the home that somebody fled from."""

import re
from collections.abc import Iterator
from itertools import takewhile

from marac.answers import addresses
from marac.answers.found import INFERRED, RESOLVED, Unread
from marac.kernel.postcodes import postcode_places
from marac.labels.known import Label
from marac.layout.gathered import Entry, Gathered
from marac.parties.person import Person
from marac.written.blocks import Block
from marac.written.text import Text, plain

NAMED = ("surname", "forenames")
PROPERTY = re.compile(
    r"(?:\w+ )?(?:property|premises|household|tenancy|family home)(?: address)?|address of \w+(?: \w+)?"
)
WHERE = re.compile(r"\b(?:where|living|lives?|still|resident|resides|present|at (?:the )?(?:property|address|home))\b")
THERE = re.compile(
    r"\W*(?:(?:he|she|they|yes|still|now|currently|also|lives?|living|remains?|is|are|resident|present) ?)*"
    r"(?:yes|there|in situ|(?:at|in) (?:the |this )?(?:property|premises|address|home|house|flat|household|tenancy))\b"
    r"(?! (?:until|till|before))",
    re.I,
)
LEFT = re.compile(r"\b(?:left|fled|moved out|has gone|no longer)\b", re.I)
OF_ALL = re.compile(
    r"(?:who|people|everyone|everybody|those|persons|others)\b.*\b(?:lives?|living|resident|home|property|address"
    r"|household)\b.{0,30}|(?:the )?(?:household|occupants|occupiers)(?: members)?"
)
FORMER = re.compile(r"\b(?:used to|previous\w*|former\w*|before|past|moved)\b")
AT_SAME = re.compile(
    r"(?:(?:also|others?|people|patients|persons|and|all) ){0,3}"
    r"(?:(?:registered|living|lives?|resident|recorded|known) )?"
    r"at (?:the|this) same (?:address|household|property)|others? (?:living |registered )?at (?:this|the) address"
)
FLED = re.compile(r"\b(?:fled|fleeing|escaped|ran (?:away )?from|fled from|had to leave)\b")


def settle(found: Gathered, people: list[Person], blocks: list[Block]) -> None:
    """Adds the homes that a table of a household tells, before those that people's own boxes give are read."""
    _told_twice(people)
    _fled(found, people)
    _beneath(people, blocks)
    told = [(each, *each.text.partition(": ")[::2]) for each in found.unread if each.kind == "label"]
    homes = [(each, words) for each, label, words in told if PROPERTY.fullmatch(plain(label)) and _one(words)]
    if len({str(postcode_places(words)[0][0]) for _, words in homes}) != 1:
        return
    each, words = homes[0]
    home = Entry(Label("address", True, None), Text(words), each.place, None, 0, RESOLVED)
    there = dict(_there(found, people, blocks))
    hidden = any(person.secret and there.get(id(person)) for person in people if person.role == "victim")
    for person in people:
        lives = there.get(id(person))
        if person.homes or lives is None or (hidden and person.role != "victim"):
            continue
        if lives or person.role == "victim":
            person.homes.append((home, "" if lives else "previous"))


def _told_twice(people: list[Person]) -> None:
    """Whoever has a box of their own is nobody else where a table of the household names them again."""
    ours = [person for person in people if person.role in ("victim", "perpetrator") and _names(person)]
    for other in [person for person in people if person.role == "other" and _names(person)]:
        same = [person for person in ours if _names(person) == _names(other)]
        if len(same) == 1:
            for key in ("dob", "dob_raw", "age_stated", "gender"):
                same[0].tree[key] = same[0].tree[key] or other.tree[key]
            same[0].phones += [each for each in other.phones if each.number not in {p.number for p in same[0].phones}]
            people.remove(other)


def _beneath(people: list[Person], blocks: list[Block]) -> None:
    """Whoever a line names beneath "Registered at the same address" lives where the one before lives."""
    named = {name.place.block: each for each in people if (name := each.tree["surname"] or each.tree["forenames"])}
    heads = [number for number, block in enumerate(blocks, 1) if AT_SAME.fullmatch(plain(block.text.words))]
    for start in heads:
        for block in takewhile(lambda block: block.id in named, blocks[start:]):
            person = named[block.id]
            if not person.homes:
                entry = Entry(
                    Label("address", True, None),
                    Text("Same address"),
                    block.spot("", block.text.words),
                    None,
                    0,
                    RESOLVED,
                )
                person.homes.append((entry, ""))


def _names(person: Person) -> tuple[str, ...]:
    """First name and surname, where both are known."""
    surname, forenames = (plain(str(person.tree[key].value)) if person.tree[key] else "" for key in NAMED)
    return (forenames.split()[0], surname) if surname and forenames else ()


def _there(found: Gathered, people: list[Person], blocks: list[Block]) -> Iterator[tuple[int, bool]]:
    """Of whom a row says that they live there, or that they have left."""
    for person in people:
        name = person.tree["forenames"] or person.tree["surname"]
        here = (name.place.block, name.place.row) if name else ("", 0)
        said = [each for each in found.unread if each.place.row and (each.place.block, each.place.row) == here]
        answers = [_answer(each) for each in said if _asks_where(each)]
        if len(answers) == 1 and answers[0] is not None:
            yield id(person), answers[0]
        elif here[1] and not answers and _of_all(blocks, here[0]):
            yield id(person), True


def _asks_where(told: Unread) -> bool:
    label = plain(told.text.partition(": ")[0])
    return WHERE.search(label) is not None and not FORMER.search(label)


def _answer(told: Unread) -> bool | None:
    words = told.text.partition(": ")[2]
    if LEFT.search(words):
        return False
    return True if THERE.match(words) else None


def _of_all(blocks: list[Block], table: str) -> bool:
    """The heading just before a table says that all in it live there."""
    at = next((n for n, block in enumerate(blocks) if block.id == table), 0)
    words = plain(re.sub(r"^\W*(?:\d{1,2}|[A-Za-z])[.):]\s+", "", blocks[at - 1].text.words)) if at else ""
    return OF_ALL.fullmatch(words) is not None and not FORMER.search(words)


def _one(words: str) -> bool:
    return len(postcode_places(words)) == 1 and len(addresses.addresses_in(words)) == 1


def _fled(found: Gathered, people: list[Person]) -> None:
    """ "Address fled": nobody flees but the victim."""
    victims = [person for person in people if person.role == "victim"]
    for entry, told in list(found.unplaced) if len(victims) == 1 else []:
        fled = entry.label.field in ("address", "previous_address") and FLED.search(plain(entry.place.label))
        if fled and _one(entry.value.words) and told in found.unread:
            victims[0].homes.append(
                (Entry(entry.label, entry.value, entry.place, "victim", entry.group, INFERRED), "previous")
            )
            found.unread.remove(told)
