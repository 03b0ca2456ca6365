"""Reads the covering mail, which is newer than the form: numbers, a child left off, a new address, the signature."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from marac.answers import addresses, names
from marac.answers.found import LIKELY, RESOLVED, Found, Unread
from marac.answers.senders import CLOSING, EMAIL
from marac.covering import births, children, homes, of_the_form
from marac.covering.numbers import MINE, Nobody, clauses, spoken_of, theirs, whose
from marac.inferred import whole
from marac.kernel.birthdates import ADULT_AGE
from marac.kernel.dates import age_on, first_date
from marac.kernel.identifiers import phones_in
from marac.kernel.names import name_parts
from marac.labels.relations import relation_words
from marac.opening.mail import QUOTED
from marac.parties.person import Person, blank_person, last_year
from marac.telephones import phones
from marac.written.blocks import Block, Place
from marac.written.text import plain, tidy

DISCLAIMER = re.compile(
    r"intended (?:only|solely) for|received (?:it|this|the) .{0,20}in error|before you print|confidentiality notice",
    re.I,
)
BORN = re.compile(  # "Alfie Marsh, Ben's son with Donna Marsh, born 4/10/2020": his birth, and not hers
    r"\b(?P<name>[A-Z][\w'’-]{1,40}(?: [A-Z][\w'’-]{1,40}){0,3}),?\s*\(?"
    r"(?:(?:his|her|their|[A-Z]\w+[’']s) (?:\w+ )?(?:son|daughter|child|boy|girl|baby) (?:with|by) [A-Z][\w'’-]{1,40}"
    r"(?: [A-Z][\w'’-]{1,40}){0,2}\)?,?\s*\(?)?"
    r"(?:was )?(?:born(?: on)?|(?i:d\.?o\.?b)\.?:?|date of birth:?)\s+(?P<date>[^,;)]{4,25})"
)
# "He has a daughter whom I left out: Eleanor (Ellie) Marsh, 3 May 2013."
THEN_NAMED = re.compile(
    r"\b(?:son|daughter|child|baby|boy|girl)\b[^.;\n]{0,50}?[:,–-]\s+"
    r"(?P<name>[A-Z][\w'’-]+(?: \([A-Z]\w+\))?(?: [A-Z][\w'’-]+){1,2}),? \(?(?P<date>\d{1,2}[ ./-][^,;).]{4,15})"
)
CALLED_BY = re.compile(r"\s?\((?:she|he|they)\b[/a-z, ]{0,12}\)", re.I)  # behind the sender's name
POSTSCRIPT = re.compile(r"P\.?\s?S\.?(?:\s|:)")  # belongs to the letter, though it stands under the name
LONGEST_SIGNATURE = 7  # lines
REACHED = 4  # lines from the name in a signature to the mail address at most
BESIDE_A_NAME = re.compile(r"\s*[|,\n–-]\s*|\s{2,}")
CHILD = re.compile(
    r"\b(?:child|children|kids?|baby|son|daughter|boy|girl|newborn|eldest|oldest|youngest|little one)\b", re.I
)
NUMBERED = re.compile(r"^\s*(?:\d{1,2}[.)]|[-*•])\s+")
THAT_NUMBER = re.compile(r"\b(?:that|this|the|her|his) (?:number|phone|mobile)\b", re.I)
# "I think Leanne ought to go down as a second perpetrator. She is on 07700 900844."
ANOTHER_HARMS = re.compile(r"\b(?:second|another|other|further|third|new) (?:perpetrator|perp|suspect|abuser)\b", re.I)
# And not "with her mother", or "with the victim's sister".
WITH_HER = re.compile(
    r"\b(?:lives |living |is |stays |staying )?with (?P<whom>[A-Z]\w+|her|the victim|mum)\b(?![’'])"
    rf"(?! (?:\w+ )?(?:{relation_words()}|family|friends?)\b)"
)
Judging = Callable[[list[phones.Phone], str, Place], None]


@dataclass(frozen=True)
class Form:
    """Of the form that came with a mail, or was pasted in: the blocks of the perpetrator's box, in which no number is
    the victim's, and those that answer for a number, which are older than what the mail says."""

    his: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()


NO_FORM = Form()


@dataclass
class Covering:
    """The lines before the sign-off, the lines of the signature, and what was not used."""

    letter: list[Block] = field(default_factory=list)
    signature: list[Block] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


def sort_lines(body: list[Block], sender: str) -> Covering:
    """Split the body at the sign-off or the sender's name; what follows a disclaimer is left out of both.

    A form may be pasted beneath the signature: what follows a heading or a table there belongs to the letter again.
    """
    covering = Covering()
    signing = False
    tables = [number for number, block in enumerate(body) if block.kind == "table"]
    for number, block in enumerate(body):
        words = block.text.words
        near_the_end = len(body) - number <= LONGEST_SIGNATURE
        signing = signing and not POSTSCRIPT.match(words)
        pasted = block.kind == "heading" or (words.isupper() and len(words.split()) > 2) or NUMBERED.match(words)
        mine = _signs(block, sender)
        signing = (
            signing and (block.kind != "table" or mine) and not (pasted and len(body) - number > LONGEST_SIGNATURE)
        )
        if DISCLAIMER.search(words) and number > max(tables, default=-1):
            break
        words = CALLED_BY.sub("", words)
        signing = signing or _signed(words, sender, body[number : number + REACHED])
        if CLOSING.match(words) or (near_the_end and name_parts(words) and name_parts(words) == name_parts(sender)):
            signing = True
        elif signing:
            covering.signature.append(block)
        else:
            covering.letter.append(block)
    return covering


def _signed(words: str, sender: str, beneath: list[Block]) -> bool:
    """ "Ada Hollis | IDVA", with a mail address beside it or just beneath: a signature in the middle of a mail."""
    parts = BESIDE_A_NAME.split(words)
    named = bool(name_parts(sender)) and name_parts(parts[0]) == name_parts(sender)
    return named and any(EMAIL.search(block.text.words) for block in beneath)


def _signs(block: Block, sender: str) -> bool:
    """A small table beneath "Kind regards" in which the sender's name is a line."""
    few = block.kind == "table" and len(block.rows) < LONGEST_SIGNATURE
    return few and any(name_parts(line) and name_parts(line) == name_parts(sender) for line in _lines(block))


def _lines(block: Block) -> list[str]:
    texts = [block.text.words, *(cell.text.words for row in block.rows for cell in row)]
    return [CALLED_BY.sub("", line) for words in texts for line in words.split("\n") if line.strip()]


def apply(
    covering: Covering, people: list[Person], today: date | None, not_hers: set[str], form: Form = NO_FORM
) -> None:
    """Let the letter change the people. All of it is listed as unread too, for a person must check it."""
    first = next((p for p in people if p.role == "victim"), None)
    taken = not_hers | {phone.number for p in people if p is not first for phone in p.phones}
    of_form = {phone.number for phone in first.phones if phone.place.block in form.numbers} if first else set()
    told: set[str] = set()
    children.unborn([(block.text.words, block.spot("", block.text.words)) for block in covering.letter], people)
    for block in covering.letter:
        words, place = NUMBERED.sub("", block.text.words), block.spot("", block.text.words)
        older = block.part == QUOTED or block.id in form.numbers
        told |= set() if older else {number for number, _, _ in phones_in(words)}
        covering.unread.append(Unread("passage", block.text.words, place))
        for victim in [p for p in people if p.role == "victim" and block.id not in form.his][:1]:
            _numbers(words, place, victim, people, taken, phones.judge_and_add if older else phones.judge_later_word)
            if not older:
                of_the_form.forbid(
                    phones.SENTENCE.split(words), place, [p for p in victim.phones if p.number in of_form], told
                )
                before = [phone for phone in victim.phones if phone.number in of_form - told]
                _of_a_kind(words, place, before, people)
        births.put_right(words, place, people, today)
        _children(words, place, people, today)
        children.named([(words, place)], people)
        homes.told_in(words, place, people)
        homes.barred(words, people)
        for victim in [p for p in people if p.role == "victim"] if addresses.kept_secret(words) else []:
            for home in victim.tree["addresses"]:
                left = home["type"] is not None and home["type"].value == "previous"  # whoever lived there knows it
                home["confidential"] = home["confidential"] if left else Found(True, place, LIKELY)


def _of_a_kind(words: str, place: Place, before: list[phones.Phone], people: list[Person]) -> None:
    """ "Nobody use her landline now": the one of the form that is meant, though its number is not given again."""
    said = [
        sentence for sentence in phones.SENTENCE.split(words)
        if not theirs(sentence, people) and not MINE.search(sentence) and not of_the_form.meant(sentence)
    ]  # fmt: skip
    phones.forbid_kind(before, "\n".join(said), place)


def _numbers(words: str, place: Place, victim: Person, people: list[Person], taken: set[str], judging: Judging) -> None:
    """What the letter says of the victim's numbers; one that it says is the perpetrator's goes to them."""
    hers = {phone.number for phone in victim.phones}
    kept = []
    about: Person | None = None
    said = clauses(phones.SENTENCE.split(words))
    for at, sentence in enumerate(said):
        numbers = {number for number, _, _ in phones_in(sentence)}
        about = spoken_of(sentence, people, about)
        of = whose(sentence, said[:at], people, about) if numbers - hers else None
        of = of or (Nobody.OURS if numbers - hers and ANOTHER_HARMS.search(words) else None)
        if isinstance(of, Person):
            phones.add(of.phones, sentence, place)
        elif (not numbers or numbers & hers or not of) and not of_the_form.meant(sentence):
            kept += [sentence] if re.search(r"[a-z]{3}", sentence, re.I) else []
    left = " ".join(kept)
    if {number for number, _, _ in phones_in(left)} - taken:
        judging(victim.phones, left, place)
    elif len(victim.phones) == 1 and THAT_NUMBER.search(left):
        phones.forbid(victim.phones[0], left, place)


def _children(words: str, place: Place, people: list[Person], today: date | None) -> None:
    """A name with a date of birth in a passage that speaks of a child."""
    for match in chain(BORN.finditer(words), THEN_NAMED.finditer(words)) if CHILD.search(words) else ():
        born = first_date(match["date"], last_year=last_year(today))
        name = names.parse_name(match["name"])
        if (
            born is None
            or whole.NOBODY.match(match["name"])
            or not names.may_be_name(match["name"], child=True)
            or (today and age_on(born, today) >= ADULT_AGE)
            or any(p.role != "referrer" and _same(p, name, born) for p in people)
        ):
            continue
        child = blank_person("child", 0)
        child.tree["surname"] = Found(name.surname, place, LIKELY) if name.surname else None
        child.tree["forenames"] = Found(name.forenames, place, LIKELY)
        child.tree["dob"] = Found(born.isoformat(), place, LIKELY)
        child.tree["dob_raw"] = Found(tidy(match["date"]), place)
        _keeper(child, words[match.end() :], place, people)
        people.append(child)


def _same(person: Person, name: names.Name, born: date) -> bool:
    dob, same_name = person.tree["dob"], person.called.intersection(plain(name.forenames or "").split()[:1])
    return bool(same_name) and (dob is None or dob.value == born.isoformat())


def _keeper(child: Person, after: str, place: Place, people: list[Person]) -> None:
    match = WITH_HER.search(after)
    victim = next((p for p in people if p.role == "victim"), None)
    if not match or not victim:
        return
    if plain(match["whom"]) in victim.called or not match["whom"][0].isupper():
        child.tree["lives_with"] = Found("victim", place, RESOLVED)
        home = next(iter(victim.tree["addresses"]), None)
        child.tree["address"] = {
            key: Found(found.value, place, RESOLVED) if isinstance(found, Found) else None
            for key, found in (home or {}).items()
        } or None


def signature_facts(covering: Covering, sender: str) -> dict[str, list[tuple[str, Place]]]:
    """Numbers, mail address, and the lines that may be a role and an agency."""
    facts: dict[str, list[tuple[str, Place]]] = {"phones": [], "email": [], "lines": []}
    for signed, words in ((block, line) for block in covering.signature for line in _lines(block)):
        place = signed.spot("signature", words)
        for number, _, _ in phones_in(words):
            facts["phones"].append((number, place))
        facts["email"] += [(address, place) for address in EMAIL.findall(words)]
        for piece in re.split(r",\s|\s\|\s|\s[-–]\s", words):
            said = set(name_parts(piece))
            if said and not re.search(r"[\d@]", piece) and not said <= set(name_parts(sender)):
                facts["lines"].append((tidy(piece), place))
    return facts
