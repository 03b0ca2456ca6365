"""Reads telephone numbers and what is written about them. A number is safe only when the document says so."""

import re
from dataclasses import dataclass, field

from marac.reading import choices
from marac.reading.labels import relation_words
from marac.reading.record import LIKELY, STATED, Certainty, Found, Place
from marac.reading.text import Text, tidy

NUMBER = re.compile(r"(?<![\d/])(?:\+44\s?(?:\(0\))?\s?|0044\s?|\(?0)\d(?:[\s().-]{0,2}\d){7,9}(?![\d/])")
SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[A-Z0-9‘“'\"(])|\n+|;\s*|,?\s+(?=but\b|however\b)")
TAGS = {
    "mobile": r"mob(?:ile)?|cell|m", "home": r"home|landline|house|h", "work": r"work|office|w",
}  # fmt: skip
TAG_BEFORE = re.compile(
    r"\b(?:(?P<mobile>mob(?:ile)?|cell)|(?P<home>home|landline|house)|(?P<work>work|office))\b", re.I
)
DENIED = r"(?:do(?:es)?\s*n[o’']?t|do not|don[’']?t|never|not|no|unsafe|cannot|can[’']?t|must\s?n[o’']?t)"
FORBIDDEN = r"(?:do not|don[’']?t|never|must\s?n[o’']?t|not to|cannot|can[’']?t|no longer|should\s?n[o’']?t|please not)"
NOT_TO_USE = re.compile(
    rf"\b{FORBIDDEN}\b[^.;]{{0,30}}\b(?:use|call|ring|phone|contact|rung|called|used|telephone)\b|"
    r"\bavoid\b|\bno (?:phone )?calls\b",
    re.I,
)
NOT_SAFE = re.compile(r"(?:\bnot|n[’']t|\bno longer|\bnever|\bhardly)\s+(?:\w+\s+){0,2}safe\b|\bunsafe\b", re.I)
ANSWERED = re.compile(
    r"\b(?:\w+\s+){0,3}(?:answers|picks up|has access|is answering|monitors)\b|"
    r"\bchecks (?:messages|(?:the|her|his) phone)\b|"
    r"\b(?:has taken|took)\b[^.;]{0,25}\b(?:phone|mobile)\b",
    re.I,
)
SELF = re.compile(r"\b(?:she|he|client|victim) answers\b", re.I)
SAFE_TO_CALL = re.compile(
    r"\bsafe (?:to (?:call|ring|phone|contact|use|telephone)|number|line)\b|"
    r"\bcan be (?:rung|called|used|contacted)\b|\b(?:ok(?:ay)?|fine) to (?:call|ring|use|phone)\b|"
    r"\bcontact (?:only )?(?:through|via)\b",
    re.I,
)
SAFE = re.compile(
    r"\bsafe\b(?!\s+(?:house|place|contact|person|people|accommodation|address|word|space|and well|now))", re.I
)
PERSON_SAFE = re.compile(
    r"\b(?:she|he|they|client|victim|children|feels?|felt|keep|stay|kept)\b[^.;]{0,15}\bsafe\b", re.I
)
DOUBT = re.compile(
    r"\?|\b(?:not|never|no|nor|unsure|unclear|unknown|check (?:first|whether|if)|if|when|whether|might|may|maybe|"
    r"possibly|perhaps|was|were|used to be|previously|thought|thinks?|believes?|unless|until)\b|n[’']t\b",
    re.I,
)
TEXT = re.compile(r"\b(?:text(?:s|ing)?|sms|whats ?app)\b", re.I)
TEXT_OK = re.compile(
    r"\b(?:texts? (?:first|only|is fine|are fine|ok|is ok|are ok|is safe|are safe)|safe to text|"
    r"can (?:be )?text(?:ed)?|please text|by text|prefers texts?)\b",
    re.I,
)
TEXT_ONLY = re.compile(r"\btexts? only\b|\bonly (?:by )?text\b", re.I)
TEXT_NOT = re.compile(
    rf"\b{DENIED}\s+(?:be\s+|send\s+|by\s+|safe to\s+)?(?:text|texts|sms)\b|"
    r"\btexts?\b[^.;]{0,15}\b(?:not|unsafe|n[o’']t)\b",
    re.I,
)
MESSAGE = re.compile(r"\b(?:voice ?mails?|answer(?:ing)? ?(?:phone|machine)|messages?)\b", re.I)
MESSAGE_OK = re.compile(
    r"\b(?:can|ok(?:ay)? to|safe to|may|fine to)\b[^.;]{0,12}\bleave\b[^.;]{0,12}\b(?:message|voice ?mail)", re.I
)
MESSAGE_NOT = re.compile(
    rf"\b{DENIED}\b[^.;]{{0,20}}\b(?:voice ?mails?|messages?|answer ?phone)\b|\baccess to[^.;]{{0,15}}\banswer ?phone",
    re.I,
)
OWNER = re.compile(
    rf"(?:\b(?:her|his|their|the|my)\s+)?\b(?P<relation>{relation_words()})\b(?:'s|’s)?,?"
    r"(?:\s+(?P<name>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?))?(?:'s|’s)?[\s,:(-]*(?:on|number|tel|mobile|is|at)?[\s,:(-]*\Z"
)


@dataclass
class Phone:
    """A number with what was said about it; `said` maps safe_to_call and the like to findings."""

    number: str
    place: Place
    tag: str = ""
    whose: str = "own"
    certainty: Certainty = STATED
    said: dict[str, Found] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def say(self, what: str, value: bool, place: Place, *, certainty: Certainty = STATED, later: bool = False) -> None:
        """Unsafe outweighs safe, unless it comes later in time. Later word always stands."""
        before = self.said.get(what)
        if before is None or later or (before.value and not value):
            self.said[what] = Found(value, place, certainty)

    def as_tree(self) -> dict[str, Found | None]:
        """In the intake shape."""
        note = " ".join(self.notes) or None
        return {
            "number": Found(self.number, self.place, self.certainty),
            "whose": Found(self.whose, self.place, self.certainty),
            "safe_to_call": self.said.get("safe_to_call"),
            "safe_to_leave_message": self.said.get("safe_to_leave_message"),
            "safe_to_text": self.said.get("safe_to_text"),
            "note": Found(note, self.place) if note else None,
        }


def digits(words: str) -> str:
    """Digits with the leading 0."""
    bare = re.sub(r"\D", "", words)
    bare = bare[2:] if bare.startswith("0044") else bare
    bare = "0" + bare[2:].lstrip("0") if bare.startswith("44") else bare
    return bare


def numbers_in(words: str) -> list[tuple[str, int, int]]:
    """Each number with where it starts and ends."""
    found = [(digits(match.group()), match.start(), match.end()) for match in NUMBER.finditer(words)]
    return [item for item in found if 10 <= len(item[0]) <= 11]


def phones_in(value: Text, place: Place) -> list[Phone]:
    """The numbers of a telephone box, each with the words around it."""
    phones, words, at = [], value.words, 0
    found = numbers_in(words)
    for number, (figures, start, end) in enumerate(found):
        after = words[end : found[number + 1][1] if number + 1 < len(found) else len(words)]
        phone = Phone(figures, place, _tag(words[at:start], figures))
        phone.whose = owner(words[at:start]) or ("work" if phone.tag == "work" else "own")
        remark = after.split("\n")[0] if TAG_BEFORE.search(after.split("\n")[-1]) and "\n" in after else after
        if tidy(remark):
            _apply([phone], tidy(remark), place, pointed=True, later=False)
            phone.notes += [tidy(remark).lstrip("-– ")] if re.search(r"[a-z]{3}", remark, re.I) else []
        phones.append(phone)
        at = end
    return phones


def owner(before: str) -> str | None:
    """Whose number it is when the words just before it name a relation or helper."""
    match = OWNER.search(before[-70:])
    return " ".join(part for part in (match["relation"], match["name"]) if part) if match else None


def answer_for_all(phones: list[Phone], what: str, value: Text, place: Place) -> None:
    """A yes / no box beside the numbers. Yes counts only when there is one number to mean."""
    answer = choices.yes_no(value)
    doubtful = answer.value is True and "?" in value.words
    for phone in phones if answer.value is False or (len(phones) == 1 and not doubtful) else []:
        if answer.value is not None:
            phone.say(what, answer.value, place)
    words = tidy(value.words) if answer.value is None and not answer.known else answer.rest
    if len(words) > 3:
        judge(phones, words, place)
        for phone in phones:
            phone.notes += [] if any(words.startswith(note) for note in phone.notes) else [words]


def judge(phones: list[Phone], words: str, place: Place, *, later: bool = False, adds: bool = False) -> None:
    """Apply sentences about numbers. With `adds`, numbers written in them join the list with their owner."""
    subject = phones[:1] if len(phones) == 1 else []
    for sentence in SENTENCE.split(words):
        named = _named(phones, sentence, place, adds)
        tagged = [phone for phone in phones if phone.tag and re.search(rf"\b(?:{TAGS[phone.tag]})\b", sentence, re.I)]
        subject = named or tagged or subject
        if _apply(subject, sentence, place, bool(named or tagged), later):
            for phone in subject:
                phone.notes.append(tidy(sentence))


def _named(phones: list[Phone], sentence: str, place: Place, adds: bool) -> list[Phone]:
    named = []
    at = 0
    for figures, start, end in numbers_in(sentence):
        known = next((phone for phone in phones if phone.number == figures), None)
        if known is None and adds:
            before = sentence[at:start]
            known = Phone(figures, place, _tag(before, figures), owner(before) or "own", LIKELY)
            phones.append(known)
        if known:
            named.append(known)
        at = end
    return named


def _apply(phones: list[Phone], sentence: str, place: Place, pointed: bool, later: bool) -> bool:
    """Say what the sentence says of each number; True when it says anything."""
    said = _said(sentence, pointed)
    for phone in phones:
        for what, value in said.items():
            phone.say(what, value, place, later=later)
    return bool(said) and bool(phones)


def _said(sentence: str, pointed: bool) -> dict[str, bool]:
    """What a sentence allows and forbids. A doubt is never a yes; a number not to be used takes no message."""
    said: dict[str, bool] = {}
    for what, refused, allowed in (
        ("safe_to_text", TEXT_NOT, TEXT_OK),
        ("safe_to_leave_message", MESSAGE_NOT, MESSAGE_OK),
    ):
        match = allowed.search(sentence)
        if refused.search(sentence):
            said[what] = False
        elif match and not DOUBT.search(_clause(sentence, match)):
            said[what] = True
    if _forbids(sentence):
        said["safe_to_call"] = False
    elif _allows(sentence, pointed) and not DOUBT.search(sentence):
        said["safe_to_call"] = True
    if NOT_TO_USE.search(sentence):
        said["safe_to_leave_message"] = False
    return said


def _clause(sentence: str, match: re.Match[str]) -> str:
    """The words between commas around a match, and what follows when it sets a condition."""
    start = sentence.rfind(",", 0, match.start()) + 1
    end = sentence.find(",", match.end())
    after = sentence[end + 1 :].strip() if end >= 0 else ""
    bound = end < 0 or after.lower().startswith(("if", "unless", "when", "until", "only", "as long"))
    return sentence[start:] if bound else sentence[start:end]


def _forbids(sentence: str) -> bool:
    """Not to be used, not safe, for texts only, or somebody else picks it up."""
    if NOT_TO_USE.search(sentence) or TEXT_ONLY.search(sentence):
        return True
    if ANSWERED.search(sentence) and not SELF.search(sentence):
        return True
    return bool(NOT_SAFE.search(sentence)) and not TEXT.search(sentence) and not MESSAGE.search(sentence)


def _allows(sentence: str, pointed: bool) -> bool:
    """Plain words for safe to call; the bare word "safe" only of a number that is named, or in a short remark."""
    if SAFE_TO_CALL.search(sentence):
        return True
    about_number = pointed or len(sentence.split()) <= 4
    other = PERSON_SAFE.search(sentence) or MESSAGE_OK.search(sentence) or TEXT_OK.search(sentence)
    return bool(SAFE.search(sentence)) and about_number and not other


def _tag(before: str, figures: str) -> str:
    found = list(TAG_BEFORE.finditer(before))
    if found:
        return str(found[-1].lastgroup)
    return "mobile" if figures.startswith("07") else "home"
