"""Reads telephone numbers, whose each is, and to which of them a remark belongs."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from marac.answers import choices
from marac.answers.found import LIKELY, STATED, Certainty, Found
from marac.kernel.identifiers import phones_in
from marac.labels.relations import relation_words
from marac.telephones.safety import given_up, said_of_number, said_plainly
from marac.written.blocks import Place
from marac.written.text import Text, tidy

SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[A-Z0-9‘“'\"(])|\n+|;\s*|,?\s+(?=but\b|however\b)")
LONGEST = 2000  # characters of a sentence: what is longer is none
WAYS = ("safe_to_call", "safe_to_text", "safe_to_leave_message")
TAGS = {"mobile": r"mob(?:ile)?|cell", "home": r"home|landline|house", "work": r"work|office"}
TAG_BEFORE = re.compile("|".join(rf"\b(?P<{tag}>{words})\b" for tag, words in TAGS.items()), re.I)
TAG_BEHIND = re.compile(rf"[ \t,(–-]*(?:{'|'.join(TAGS.values())})\b", re.I)  # of a number that begins its line
KIND_LED = re.compile(rf"\s*\n\s*(?=(?:{'|'.join(TAGS.values())})\b[^\n:]{{0,20}}:)", re.I)
TAG_AFTER = re.compile(
    rf"[\s/,;&|]*(?:\band\b)?\s*\b(?:{'|'.join(TAGS.values())})\b[\s:.–-]*\Z", re.I
)  # of the next number
# Of two numbers: "New: 07700 ...", "07700 ... is the OLD phone", and what is said of "the new one".
AGE_BEFORE = re.compile(r"\b(?P<age>new|old)\b[^.;\n]{0,15}\Z", re.I)
AGE_BEHIND = re.compile(r"\W{0,3}(?:(?:is|was) )?(?:(?:the|her|his|their) )?(?P<age>new|old)\b", re.I)
OF_AN_AGE = re.compile(
    r"\b(?P<age>new|old) (?:one|number|phone|mobile|handset|sim)\b|\A\W*(?P<led>new|old)\s*[:–-]", re.I
)
# "Her mum, Ada Hollis, can be rung at any time on ...", and not "her mum will ring her on ...".
WAY_TO = r"(?:(?:who )?(?:can|may|will|is|has|also)\s(?:(?!(?:her|him|them|she|he)\b)[a-z]+\s){0,7}on)?"
OWNER = re.compile(
    rf"(?:\b(?:her|his|their|the|my)\s+)?\b(?P<relation>{relation_words()})\b(?:'s|’s)?,?"
    r"(?:\s+(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s)?(?P<name>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?))?(?:'s|’s)?"
    rf"[\s,:(-]*{WAY_TO}(?:on|number|tel|mobile|is|at)?[\s,:(-]*\Z"
)
OWNER_AFTER = re.compile(
    rf"\s*(?:\(|[–—:-]\s|,\s)\s*(?:(?:her|his|their|the|my)\s+)?(?P<relation>{relation_words()})\b(?:'s|’s)?,?"
    r"(?:\s+(?P<name>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?))?(?:'s|’s)?(?:\s+(?:number|mobile|phone))?\s*(?:\)|\Z|(?=\n))"
)
# "His new number", "the number that we hold for him".
GOES_ON = re.compile(r"\W*(?:but|and|though|only)\b", re.I)
NUMBER = r"(?:numbers?|no|mobile|phone|telephone|tel|landline|cell)\b"
KINDS = (
    r"(?:(?:own|only|current|new|old|other|second|usual|main|last|latest|known|personal|work|home"
    r"|mobile|telephone|phone|contact) ){0,3}"
)
OF_HIM = re.compile(rf"\b(?P<his>his|her) {KINDS}{NUMBER}|\b{NUMBER}[^.;]{{0,30}} (?:for|of) (?P<him>him|her)\b", re.I)
KIND = {
    "mobile": re.compile(r"\b(?:mobile|cell ?phone|handset)\b", re.I),
    "landline": re.compile(r"\b(?:land ?line|(?:house|home) (?:phone|telephone|number|line))\b", re.I),
}
ANSWERED = re.compile(r"\w+[\s,.:;–-]*")  # the answer before its remark: "No, ..."


@dataclass
class Phone:
    """A number with what was said about it; `said` maps safe_to_call and the like to findings."""

    number: str
    place: Place
    tag: str = ""
    whose: str = "own"
    certainty: Certainty = STATED
    said: dict[str, Found] = field(default_factory=dict)
    notes: list[tuple[str, Place]] = field(default_factory=list)
    age: str = ""  # new or old, where the words beside it say so

    def say(self, what: str, value: bool, place: Place) -> None:
        """Unsafe outweighs safe."""
        before = self.said.get(what)
        if before is None or (before.value and not value):
            self.said[what] = Found(value, place, STATED)

    def say_later(self, what: str, value: bool, place: Place) -> None:
        """What came later in time stands, whatever was said before; what it contradicts is no remark any more."""
        before = self.said.get(what)
        if before is not None and before.value != value:
            self.notes = [(words, noted) for words, noted in self.notes if noted == place]
        self.said[what] = Found(value, place, STATED)

    def note(self, words: str, place: Place) -> None:
        """Each remark stands once, in the longest form in which it was written."""
        if not any(words in noted for noted, _ in self.notes):
            self.notes = [each for each in self.notes if each[0] not in words]
            self.notes.append((words, place))

    def as_tree(self) -> dict[str, Found | None]:
        """In the intake shape."""
        note = " ".join(words for words, _ in self.notes)
        return {
            "number": Found(self.number, self.place, self.certainty),
            "whose": Found(self.whose, self.place, self.certainty),
            "safe_to_call": self.said.get("safe_to_call"),
            "safe_to_leave_message": self.said.get("safe_to_leave_message"),
            "safe_to_text": self.said.get("safe_to_text"),
            "note": Found(note, self.notes[0][1]) if note else None,
        }


def phones_of(value: Text, place: Place) -> list[Phone]:
    """The numbers of a telephone box, each with the words around it."""
    phones, words, at = [], value.words, 0
    found = phones_in(words)
    for number, (figures, start, end) in enumerate(found):
        after = words[end : found[number + 1][1] if number + 1 < len(found) else len(words)]
        behind = TAG_BEHIND.match(words, end) if not words[:start].rpartition("\n")[2].strip() else None
        phone = Phone(figures, place, _tag(behind.group() if behind else words[at:start], figures))
        aged = AGE_BEFORE.search(words[at:start]) or AGE_BEHIND.match(after)
        phone.age = aged["age"].lower() if aged else ""
        phone.whose = owner(words[at:start]) or owner_after(after) or ("work" if phone.tag == "work" else "own")
        remark = after.split("\n")[0] if TAG_BEFORE.search(after.split("\n")[-1]) and "\n" in after else after
        if number + 1 < len(found):
            remark = TAG_AFTER.sub("", remark)
        if tidy(remark):
            _apply([phone], tidy(remark), place, Phone.say, pointed=True)
            if re.search(r"[a-z]{3}", remark, re.I):
                phone.note(tidy(remark).lstrip("-– "), place)
        phones.append(phone)
        at = behind.end() if behind else end
    return phones


def his_or_her(words: str) -> tuple[str, int]:
    """Whether a number is said to be a man's or a woman's, "male" or "female" or nothing, and where that is said."""
    said = OF_HIM.search(words)
    whose = (said["his"] or said["him"]).lower() if said else ""
    return {"his": "male", "him": "male", "her": "female"}.get(whose, ""), said.start() if said else 0


def owner(before: str) -> str | None:
    """Whose number it is when the words just before it name a relation or helper."""
    return _owner(OWNER.search(before[-110:]))


def owner_after(after: str) -> str | None:
    """The same of the words just behind it: "07700 900123 (sister, Ann)", and no more than that."""
    return _owner(OWNER_AFTER.match(after[:70]))


def _owner(match: re.Match[str] | None) -> str | None:
    return " ".join(part for part in (match["relation"], match["name"]) if part) if match else None


def answer_for_all(phones: list[Phone], what: str, value: Text, place: Place) -> None:
    """A yes / no box beside the numbers. Yes counts only when there is one number to mean.

    An answer that gives a number of its own speaks of that one.
    """
    if phones_in(value.words):
        judge_and_add(phones, value.words, place)
        return
    answer = choices.yes_no(value)
    doubtful = answer.value is True and "?" in value.words
    for phone in phones if answer.value is False or (len(phones) == 1 and not doubtful) else []:
        if answer.value is not None:
            phone.say(what, answer.value, place)
    words = tidy(value.words) if answer.value is None and not answer.known else answer.rest
    plainly = said_plainly(words) if answer.value is None else None
    if plainly is False or (plainly and len(phones) == 1):
        for phone in phones:
            phone.say(what, plainly, place)
            phone.note(words, place)
    elif len(words) > 3 and plainly is None:
        judge(phones, words, place)
        said = tidy(value.words)
        for phone in phones:
            phone.note(said if ANSWERED.fullmatch(said.removesuffix(words)) else words, place)


Naming = Callable[[list[Phone], str, Place], list[Phone]]
Saying = Callable[[Phone, str, bool, Place], None]


def judge(phones: list[Phone], words: str, place: Place) -> None:
    """Apply sentences about the numbers that there are."""
    _judge(phones, words, place, _named, Phone.say)


def judge_and_add(phones: list[Phone], words: str, place: Place) -> None:
    """The same, and numbers written in the sentences join the list with their owner."""
    _judge(phones, words, place, _named_or_added, Phone.say)


def judge_later_word(phones: list[Phone], words: str, place: Place) -> None:
    """The same of what was written later: it stands against what the form says, and may add numbers."""
    _judge(phones, words, place, _named_or_added, Phone.say_later)


def in_sentences(words: str) -> str:
    """A remark on one line, with a stop before each line that begins with a kind of number: "Work: call Y"."""
    return re.sub(r"\s*\n\s*", " ", KIND_LED.sub(". ", words))


def add(phones: list[Phone], words: str, place: Place) -> None:
    """The numbers in the words join the list; nothing is said of whether they are safe."""
    _named_or_added(phones, words, place)


def forbid(phone: Phone, words: str, place: Place, *, doubted: bool = False) -> None:
    """What sentences without a number forbid of the only number that there is; they allow nothing.

    `doubted` where they speak against it in whatever words: what they do not say is forbidden altogether.
    """
    for sentence in [each for each in SENTENCE.split(words) if len(each) <= LONGEST]:
        said = said_of_number(sentence, pointed=True)
        refused = [what for what, value in said.items() if not value]
        refused = list(WAYS) if given_up(sentence) or (doubted and not said) else refused
        for what in refused:
            phone.say(what, False, place)
        if refused:
            phone.note(tidy(sentence), place)


def forbid_kind(numbers: list[Phone], words: str, place: Place) -> None:
    """What sentences forbid of "her landline" or "the mobile", without a number: of each of theirs that is one."""
    for before, sentence in pairwise(["", *SENTENCE.split(words)]):
        of = f"{before} {sentence}" if GOES_ON.match(sentence) else sentence  # "..., but do not leave messages"
        kinds = [kind for kind, said in KIND.items() if said.search(of)]
        own = [phone for phone in numbers if phone.whose == "own" and kinds and not phones_in(sentence)]
        meant = [phone for phone in own if ("mobile" if phone.number.startswith("07") else "landline") in kinds]
        called = [phone for phone in meant if phone.tag and _speaks_of(phone.tag, sentence)]
        for phone in called or meant:
            forbid(phone, sentence, place)


def _judge(phones: list[Phone], words: str, place: Place, naming: Naming, saying: Saying) -> None:
    subject = phones[:1] if len(phones) == 1 else []
    for sentence in SENTENCE.split(words):
        named = naming(phones, sentence, place)
        tagged = _of_that_age(phones, sentence) or [p for p in phones if p.tag and _speaks_of(p.tag, sentence)]
        subject = named or tagged or subject
        if _apply(subject, sentence, place, saying, pointed=bool(named or tagged)):
            for phone in subject:
                phone.note(tidy(sentence), place)


def _speaks_of(tag: str, sentence: str) -> bool:
    """Names the kind of number: "mobile" or, as in a list, "M"."""
    return re.search(rf"\b(?:{TAGS[tag]}|{tag[0]})\b", sentence, re.I) is not None


def _of_that_age(phones: list[Phone], sentence: str) -> list[Phone]:
    """The one that was called new, or old, where the sentence speaks of that one alone."""
    ages = {(match["age"] or match["led"]).lower() for match in OF_AN_AGE.finditer(sentence)}
    meant = [phone for phone in phones if phone.age in ages]
    return meant if len(ages) == len(meant) == 1 else []


def _named(phones: list[Phone], sentence: str, _place: Place) -> list[Phone]:
    by_number = {phone.number: phone for phone in reversed(phones)}
    return [by_number[figures] for figures, _start, _end in phones_in(sentence) if figures in by_number]


def _named_or_added(phones: list[Phone], sentence: str, place: Place) -> list[Phone]:
    at = 0
    for figures, start, end in phones_in(sentence):
        if all(phone.number != figures for phone in phones):
            before = sentence[at:start]
            phones.append(Phone(figures, place, _tag(before, figures), owner(before) or "own", LIKELY))
        at = end
    return _named(phones, sentence, place)


def _apply(phones: list[Phone], sentence: str, place: Place, saying: Saying, *, pointed: bool) -> bool:
    """Say what the sentence says of each number; True when it says anything."""
    said = said_of_number(sentence, pointed=pointed)
    gone = bool(phones) and given_up(sentence)
    for phone in phones:
        for what, value in said.items():  # a yes turns over an earlier no only where it names its number
            (saying if pointed or not value else Phone.say)(phone, what, value, place)
        text = phone.said.get("safe_to_text")
        if gone and text is not None and text.value:
            saying(phone, "safe_to_text", False, place)
    return bool(said) and bool(phones)


def _tag(before: str, figures: str) -> str:
    found = list(TAG_BEFORE.finditer(before))
    if found:
        return str(found[-1].lastgroup)
    return "mobile" if figures.startswith("07") else "home"
