"""Says whose a number is that stands in a sentence, where a name or a word beside it tells."""

import re
from dataclasses import replace
from enum import Enum

from marac.answers.addresses import STREETS
from marac.answers.names import INSTITUTIONS
from marac.covering.named import owns
from marac.kernel.identifiers import phones_in
from marac.labels.relations import MEN, PARTNER_WORDS, TITLES, WOMEN, relation_words
from marac.parties.person import Person
from marac.telephones import phones
from marac.telephones.phones import KINDS, NUMBER
from marac.telephones.safety import said_of_number
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
# "Karl has taken her mobile": hers, whoever has it now.
HER_PHONE = re.compile(
    r"\b(?:her|the victim[’']s|the client[’']s) (?:(?:own|old|new|main|work) )?(?:phone|mobile|handset|sim|number)\b"
    r"|\b(?:phone|mobile|number|line)s? of hers\b",
    re.I,
)
PRONOUN = re.compile(r"(?:He|She|They)\b")
THEIRS = re.compile(
    r"\b(?:his|perp\w*|(?P<part>suspect|respondent|accused))(?:[’']s)?\s+(?:\w+\s+)?(?:number|mobile|phone|tel|handset)",
    re.I,
)
# Somebody with whom the agencies work, told with their number: nobody says that the victim is reached there.
WORKER = re.compile(
    r"\A\W*(?:out of hours,? )?(?:the|her|his|our|my|their)\s+(?:\w+\s+){0,3}?"
    r"(?:IDVA|ISVA|officer(?: in the case)?|OIC|worker|midwife|visitor|solicitor|firm|surgery|line|lead|manager|nurse"
    r"|doctor|teacher|office)\b(?! who)|\A\W*(?:Dr|DC|PC|DS) [A-Z]",
    re.I,
)
# "..., and his number there is 07700 ...": told of him, whatever stands before it.
APART = re.compile(rf",?\s(?:and|but|while|whereas)\s(?=(?:his|her|[A-Z]\w+[’']s) {KINDS}{NUMBER})")
NAME = r"(?P<name>(?:(?:Mr|Mrs|Ms|Miss|Mx)\.? )?[A-Z][\w-]{0,30}?(?: [A-Z][\w-]{0,30}?){0,3})"
A_NAME = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Miss|Mx)\.? )?\b[A-Z][\w-]{0,30}")
OF_ONE_NAMED = (
    re.compile(rf"\A\W*{NAME}[’']?s\s+(?:(?:\w+\s+){{0,2}}{NUMBER}|is\b)"),
    re.compile(rf"\A\W*{NAME} can be (?:found|reached|contacted) on\b"),
    re.compile(rf"0[\d ]{{9,13}},? which is {NAME}[’']s\b"),
    re.compile(rf"\A\W*{NAME}[’']s contact details\b"),
    re.compile(rf"(?:\b{NUMBER}[^.;]{{0,30}}| 0[\d ]{{9,13}}) (?:for|of) {NAME}(?![’'\w-])"),
)
# "The number for the duty desk is ...", "his mother's number": somebody's who is neither.
OF_OTHERS = re.compile(
    rf"\b{NUMBER} (?:for|of) (?:the|our|my|his)\b|\b(?:my|our) (?:\w+ ){{0,2}}{NUMBER}"
    r"|\b(?:ring|call|phone|contact|speak to|ask for) my (?:\w+ )?(?:colleague|manager|deputy)\b"
    r"|\bon (?:annual )?leave\b|\bcover(?:s|ing|ed)? (?:for me|by)\b"
    r"|\b(?:has|takes|taking) (?:over )?(?:the|this) case\b"
    r"|\bring (?:me|us)\b[^.;]{0,30}\bon [(0]|\b(?:me|us) (?:back |direct(?:ly)? |here )?(?:on|at) [(0]"
    rf"|\bhis (?:\w+ )?(?:{relation_words()})\b(?![’']s (?:\w+ )?house)",
    re.I,
)
MINE = re.compile(r"\b[Mm]y (?:own |direct |office |work ){0,2}(?:line|number|phone|mobile|telephone|extension)\b")
BELONGS = re.compile(
    rf"(?P<number>0[\d ]{{9,13}}),? (?:which |that |it |and )*(?:belongs to|is registered to) {NAME}(?![’'\w-])"
)
COUPLE = set(PARTNER_WORDS.split("|"))
ANYBODY = "cousin|friend|neighbour|colleague|landlord|manager|boss|employer|officer|worker|teacher"
OTHERS = {
    "male": re.compile(rf"\b(?:{'|'.join(sorted(MEN - COUPLE))}|{ANYBODY})\b", re.I),
    "female": re.compile(rf"\b(?:{'|'.join(sorted(WOMEN - COUPLE))}|{ANYBODY})\b", re.I),
}
FULL_NAME = re.compile(r"\b(?:[A-Z][a-z]\w+|Mr|Mrs|Ms|Miss|Dr|PC|DC)\.? (?:[A-Z]\w+ )?[A-Z][a-z]\w+")
NO_PEOPLE = re.compile(rf"\b(?:[A-Z]\w+ ){{0,2}}(?:{INSTITUTIONS}|{STREETS}|House|Lodge|Premises)\b")
BY_PRONOUN = re.compile(r"\W*(?P<he>he|his)\b(?!.*\b(?:her|she|hers)\b)", re.I | re.S)
OF_THE_HOUSE = re.compile(r"\b(?:landline|(?:house|home) (?:phone|telephone|number|line))\b", re.I)
RECENT = 2  # sentences back in which it is said who "his" means


class Nobody(Enum):
    """Somebody's number who is neither, or it is not known whose it is."""

    OURS = 0


def clauses(sentences: list[str]) -> list[str]:
    """The sentences, each that speaks of several numbers in as many parts."""
    return [part for sentence in sentences for part in (APART.split(sentence) if phones_in(sentence) else [sentence])]


def whose(sentence: str, before: list[str], people: list[Person], about: Person | None) -> Person | Nobody | None:
    """The perpetrator whose number it is, or nobody of ours; None where it may be the victim's.

    `before` are the sentences before it, and `about` is whom it is about, where that is known.
    """
    victims = [person for person in people if person.role == "victim"]
    if any(owns(sentence, victim) for victim in victims):
        return None
    if about in victims and not THEIRS.search(sentence):
        return Nobody.OURS if anothers(sentence, people) else None
    if about and about.role == "perpetrator" and not HER_PHONE.search(sentence):
        return Nobody.OURS if MINE.search(sentence) else about
    if person := owner(sentence, people, before):
        return person
    if WORKER.match(sentence) and not HER_WAY.search(sentence):
        return Nobody.OURS
    if OF_THE_HOUSE.search(sentence) and _only_forbids(sentence):
        return None
    he = (phones.his_or_her(sentence)[0] == "male" or BY_PRONOUN.match(sentence) is not None) and not any(
        pronoun_of(person) == "He" for person in victims
    )
    if he or theirs(sentence, people) or anothers(sentence, people) or OF_OTHERS.search(sentence):
        return Nobody.OURS
    return None


def give_back(told: list[str], people: list[Person]) -> None:
    """ "07700 900331 belongs to Zubaida": it leaves the victim's numbers, and is hers of whom that is said."""
    for match in (match for words in told for match in BELONGS.finditer(words)):
        harms = [p for p in people if p.role == "perpetrator" and means(match["name"], p, people)]
        for number, _, _ in phones_in(match["number"]) if len(harms) == 1 else []:
            for victim in [p for p in people if p.role == "victim"]:
                moved = [phone for phone in victim.phones if phone.number == number]
                victim.phones = [phone for phone in victim.phones if phone not in moved]
                known = {phone.number for phone in harms[0].phones}
                harms[0].phones += [replace(phone, said={}, whose="own") for phone in moved if number not in known]


def _only_forbids(sentence: str) -> bool:
    said = said_of_number(sentence, pointed=True)
    return bool(said) and not any(said.values())


def theirs(sentence: str, people: list[Person]) -> bool:
    """Speaks of the perpetrator's own number, or names the perpetrator beside it, so that it may be theirs."""
    rings = THEIRS.search(sentence) or RINGS.search(sentence)
    return rings is not None or any(_named(p, sentence, people) for p in people if p.role == "perpetrator")


def anothers(sentence: str, people: list[Person]) -> bool:
    """Begins with the full name of somebody who is none of ours, or tells who holds an office: it is their number."""
    begins = NAMED.match(sentence)
    if OFFICE.search(sentence) and not HER_WAY.search(sentence):
        return True
    said = set(plain(begins.group()).split()) if begins else set()
    return bool(said) and not any(person.called & said for person in people)


def spoken_of(sentence: str, people: list[Person], before: Person | None) -> Person | None:
    """Whom "She can be reached on ..." goes on about: the one whom the sentence before began with."""
    said = PRONOUN.match(sentence)
    if said:
        return before if before and said.group() == pronoun_of(before) else None
    begins = plain(sentence).split()[:1]
    named = [person for person in people if person.called.intersection(begins)]
    return named[0] if len(named) == 1 else None


def pronoun_of(person: Person) -> str:
    """He or she, where the document says which; a number is nobody's by a guess."""
    return {"male": "He", "female": "She"}.get(person.sex, "")


def owner(sentence: str, people: list[Person], before: list[str] | None = None) -> Person | None:
    """The one perpetrator whose number the sentence says it is: "Kyle's no. is ...", "the number we have for him"."""
    harms = [person for person in people if person.role == "perpetrator"]
    if len(harms) == 1 and RINGS.search(sentence):
        return harms[0]
    part = THEIRS.search(sentence)
    if len(harms) == 1 and part and part["part"]:
        return harms[0]
    said = [m["name"] for pattern in OF_ONE_NAMED if (m := pattern.search(sentence))]
    meant = [person for person in harms if any(means(name, person, people) for name in said)]
    if len(meant) == 1:
        return meant[0]
    return _by_pronoun(sentence, before or [], people)


def _by_pronoun(sentence: str, before: list[str], people: list[Person]) -> Person | None:
    """Whose "his number" is: the only one it can mean, where the sentences before it name no other man."""
    gender, at = phones.his_or_her(sentence)
    may_be = [p for p in people if p.role in ("victim", "perpetrator") and _gender(p) in (gender, "")]
    near = " ".join([*before[-RECENT:], sentence[:at]]) if gender else ""
    if len(may_be) != 1 or may_be[0].role != "perpetrator" or not near.strip() or OTHERS[gender].search(near):
        return None
    known = {word for person in people for word in plain(_full(person)).split()} | set(TITLES)
    near = NO_PEOPLE.sub(" ", near)
    strangers = any(not known & set(plain(name).split()[1:]) for name in FULL_NAME.findall(near))
    return None if strangers else may_be[0]


def _gender(person: Person) -> str:
    """Male or female, as far as it is told; a victim of whom it is not is seldom a man."""
    told = {"He": "male", "She": "female"}.get(pronoun_of(person), "")
    return told or ("female" if person.role == "victim" else "")


def means(name: str, person: Person, people: list[Person]) -> bool:
    """Whether a name is this one's and nobody else's; of a couple with one surname, where title or forename tells."""
    words = plain(name).split()
    title, words = (TITLES[words[0]], words[1:]) if words[:1] and words[0] in TITLES else ("", words)
    if person.called.intersection(words[:1]):
        return True
    surname = person.tree["surname"]
    if not words or not surname or plain(str(surname.value)).split()[-1:] != words[-1:]:
        return False
    same = [p for p in people if p is not person and p.role != "child" and _full(p).lower().endswith(words[-1])]
    alone = not any(_gender(each) in (title, "") for each in same) if title else not same
    return alone and len(words) == 1 and (not title or _gender(person) in (title, ""))


def _named(person: Person, sentence: str, people: list[Person]) -> bool:
    words = set(plain(sentence).split())
    by_first = any(name in words or f"{name}s" in words for name in person.called)
    return by_first or any(means(match.group(), person, people) for match in A_NAME.finditer(sentence))


def _full(person: Person) -> str:
    return " ".join(str(held.value) for key in ("forenames", "surname") if (held := person.tree[key]))
