"""Reads what sentences tell of somebody who is known: origin, language, work, doctor, school. It is to be checked."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from marac.answers import living
from marac.answers.found import INFERRED, Unread
from marac.answers.names import parse_name
from marac.answers.unborn import expected
from marac.intake.fields import LAST_TWO_FIGURE_YEAR
from marac.labels.known import Label
from marac.labels.relations import PARTNER, TITLES, gender_of, relation_words, titled
from marac.labels.wording import pattern
from marac.layout.gathered import Entry, Gathered
from marac.prose.people import SENTENCE, passages
from marac.written.text import Text, plain, tidy

WORDS = tomllib.loads((Path(__file__).parent / "facts.toml").read_text(encoding="utf-8"))
TOLD = [(name, pattern(each, WORDS["parts"])) for name, told in WORDS["facts"].items() for each in told]
DRIVES = {each: f"{each} driver" for each in ("taxi", "lorry", "bus", "van")}
NOT_PREGNANT = re.compile(r"\b(?:is|she[’']s) not pregnant\b")
INTERPRETER = re.compile(r"\binterpreter\b")
NO_INTERPRETER = re.compile(r"\b(?:no|not|without|n[’']t)\b[^.;]{0,30}\binterpreter\b|\binterpreter (?:is )?not\b")
NEEDS = re.compile(r"\b(?:needs?|requires?|required|would like|will need|wants?|prefers?|must have|ask for)\b")
SCHOOL = re.compile(
    r"(?:\b(?:attends?|goes to|go to|(?:is|are|both|all|now)(?: both| all| now)? (?:at|in)(?: \w+ \d{1,2} at)?)"
    r"|[,(] ?at|\d{4}[,;]) (?P<said>(?:[A-Z][\w’'.]* |of |the ){0,5}"
    r"(?:[A-Z][\w’']*|pre-?school|nursery|primary|school|playgroup))"
)
IS_SCHOOL = re.compile(r"school|primary|academy|infant|junior|nursery|college|playgroup|sixth form|high\b", re.I)
PRONOUN = re.compile(
    rf"(?P<who>He|She|His|Her)\b(?P<partner> (?:{PARTNER}))?(?P<kin> (?:\w+ )?(?:{relation_words()})\b)?"
)
# "Ada's mother speaks Urdu": it is said of the mother.
ANOTHERS = re.compile(
    rf"(?:The |Our |My )?[A-Z]?[\w-]+[’']s (?!{PARTNER})(?:\w+ )?(?:{relation_words()}|new partner)\b(?!,? [A-Z])"
)
ANOTHER_MAN = re.compile(r"\b(?:child|son|boy|lad|brother|father|dad|uncle|cousin|nephew|friend|neighbour)\b")
SHORT = re.compile(r"(?:GP|Speaks|First language|Ethnicity|Registered|Works|NHS)\b")  # goes on without a subject
RELATED = rf"\b(?:her|his|their|\w+[’']s) (?P<said>(?:{relation_words()})),?"
LONGEST_REMARK, LONGEST_SCHOOL = 120, 6  # characters; words
OUR_CLIENT = re.compile(
    r"\A(?:I|We)\b[^.;]{0,60}\b(?:my|our|this) (?:patient|client|tenant|resident|student|service user)\b"
)
I_SAW = re.compile(r"(?:I|We) (?:first |last |have )?(?:saw|met|visited|seen|spoke to|rang) (?:her|him)\b")
MOST_PEOPLE = 40  # our own choice: no referral is about more, and each is looked for in every sentence
OTHER = "other"
STARTS = 24  # characters in which a sentence names the one whom it is about


@dataclass
class _Somebody:
    """One of those whom the document names; `role` is "other" for anybody else of whom a sentence speaks."""

    role: str
    group: int
    first: str = ""
    last: str = ""
    gender: str = ""
    referred: bool = False  # the writer calls them their patient, client or tenant
    fields: set[str] = field(default_factory=set)
    also: set[str] = field(default_factory=set)  # other single words by which they are called

    @property
    def called(self) -> set[str]:
        return ({self.first} | self.also) - {""}


def fill(found: Gathered) -> None:
    """What the sentences tell of people whom the document names, where no label asked for it, joins their box."""
    for told in [*_told(found), *_beside(found)]:
        last = max(at for at, entry in enumerate(found.entries) if (entry.role, entry.group) == (told.role, told.group))
        found.entries.insert(last + 1, told)


def _beside(found: Gathered) -> Iterator[Entry]:
    """What a remark in somebody's row of a table tells of them: "Husband. White British. GP Mill Surgery."."""
    people = {(one.role, one.group): one for one in _people(found)}
    rows = {
        (entry.place.block, entry.place.row): people[entry.role or "", entry.group]
        for entry in found.entries
        if entry.label.field == "name" and entry.place.row and (entry.role or "", entry.group) in people
    }
    for told in [each for each in found.unread if each.kind == "label" and each.place.row]:
        one = rows.get((told.place.block, told.place.row))
        for words in SENTENCE.split(told.text.partition(": ")[2]) if one else []:
            for name, value in _remark(one, words.strip(" .")):
                if name not in one.fields:
                    one.fields.add(name)
                    yield Entry(Label(name, True, one.role), Text(value), told.place, one.role, one.group, INFERRED)


def _remark(one: _Somebody, words: str) -> Iterator[tuple[str, str]]:
    """The facts of a remark without a verb."""
    if len(words) > LONGEST_REMARK or not words:
        return
    if one.role == "child":
        if IS_SCHOOL.search(words) and words[:1].isupper() and len(words.split()) <= LONGEST_SCHOOL:
            yield "school", words
        return
    if one.role == "perpetrator" and re.fullmatch(PARTNER, words, re.I):
        yield "relationship_to_victim", words
    yield from _said(one, f"is {words}")


def _told(found: Gathered) -> list[Entry]:
    people = _people(found)
    letter = passages(found) if len(people) <= MOST_PEOPLE else []
    _titled(people, [passage.text for passage in letter])
    told: list[Entry] = []
    for passage in letter:
        box, about = _of_box(passage, people), None
        named: list[tuple[_Somebody, str]] = []
        before = ""
        for sentence in SENTENCE.split(passage.text):
            about = _child_meant(sentence, named) or _subject(sentence, people, about, box)
            named = _children(sentence, people)
            another, before = PRONOUN.match(sentence) and ANOTHER_MAN.search(before), sentence
            said = [(one, {"relationship_to_victim": relation}) for one, relation in _relations(sentence, people)]
            whose = (
                [(about, sentence)] if about and about.role != OTHER and not (named and about.role == "child") else []
            )
            said += [(one, _facts(one, words, passage.text)) for one, words in [*whose, *named]]
            another = another or living.HAS_A_CHILD.search(sentence)
            for facts in [facts for _, facts in said if another]:  # "Ada has a son, Kit. He lives with his gran at ..."
                facts.pop("address", None)
            told += [
                Entry(Label(name, True, one.role), value, passage.place, one.role, one.group, INFERRED)
                for one, facts in said
                for name, value in facts.items()
            ]
    return told


def _people(found: Gathered) -> list[_Somebody]:
    held: dict[tuple[str, int], _Somebody] = {}
    for entry in found.entries:
        if not entry.label.personal or entry.role not in ("victim", "perpetrator", "child"):
            continue
        one = held.setdefault((entry.role, entry.group), _Somebody(entry.role, entry.group))
        one.fields.add(entry.label.field)
        words = entry.value.words
        if entry.label.field in ("name", "forenames", "surname"):
            name = parse_name(words) if entry.label.field == "name" else None
            forenames = name.forenames if name else words if entry.label.field == "forenames" else None
            surname = name.surname if name else words if entry.label.field == "surname" else None
            one.first = one.first or (plain(forenames or "").split() or [""])[0]
            one.last = one.last or plain(surname or "")
            one.fields |= {"aliases"} if name and name.aliases else set()
            one.gender = one.gender or titled(words)
        if entry.label.field == "aliases" and " " not in words.strip():
            one.also.add(plain(words))
        if entry.label.field == "gender":
            one.gender = {"f": "female", "m": "male"}.get(plain(words)[:1], "")
        if entry.label.field == "relationship_to_victim":
            one.gender = one.gender or gender_of(words)
    return [one for one in held.values() if one.first or one.last]


def _titled(people: list[_Somebody], passages: list[str]) -> None:
    """A man or a woman by the title before a surname that one grown person alone bears."""
    adults = [one for one in people if one.role != "child" and one.last]
    for one in adults:
        if not one.gender and [other.last for other in adults].count(one.last) == 1:
            titled = rf"\b({'|'.join(TITLES)})\.? (?:[A-Z][\w'’-]+ ){{0,2}}{re.escape(one.last)}\b"
            said = {match[1].lower() for text in passages for match in re.finditer(titled, text, re.I)}
            titles = {TITLES[title] for title in said}
            one.gender = titles.pop() if len(titles) == 1 else ""


def _of_box(passage: Unread, people: list[_Somebody]) -> _Somebody | None:
    """The one of whose part the box is in which the passage stands."""
    ours = [one for one in people if one.role == passage.role]
    return ours[0] if len(ours) == 1 and passage.role != "child" else None


def _subject(
    sentence: str, people: list[_Somebody], before: _Somebody | None, box: _Somebody | None
) -> _Somebody | None:
    """Whom the sentence is about: whoever it names first, or he or she of the sentence before, or of the box."""
    start = plain(sentence[:STARTS]).split()
    named = [one for one in people if one.called.intersection(start[:4])]
    said = PRONOUN.match(sentence)
    if said and said["kin"] and (one := _one(named)):  # "Her son Karl"
        one.gender = one.gender or gender_of(said["kin"])
        return one
    if said:
        return _meant(said, people, before) or _meant(said, people, box)
    if ANOTHERS.match(sentence):
        return _Somebody(OTHER, 0)
    if SHORT.match(sentence):
        return before or box
    called = [one for one in people if one.role != "child" and one.last and start[1:2] and start[0] in TITLES]
    called = [one for one in called if " ".join(start[1:]).startswith(one.last)]
    if one := _one(called):
        one.gender = one.gender or TITLES[start[0]]
    if called:  # a letter calls people by title and surname
        sex = TITLES[start[0]]
        fits = [each for each in called if (each.gender or ("female" if each.role == "victim" else sex)) == sex]
        return one or _one(fits) or _one([each for each in fits if each.role == "victim"])
    return _one(named) or (_referred(sentence, people, before) if not named else None)


def _child_meant(sentence: str, before: list[tuple[_Somebody, str]]) -> _Somebody | None:
    """The one child whom the sentence before named, where "He lives with ..." may go on about them."""
    said = PRONOUN.match(sentence)
    child = _one([one for one, _ in before])
    if said is None or said["kin"] or said["partner"] or child is None:
        return None
    gender = "male" if said["who"] in ("He", "His") else "female"
    return child if child.gender in (gender, "") and gender == "male" else None


def _referred(sentence: str, people: list[_Somebody], before: _Somebody | None) -> _Somebody | None:
    """ "I write about my patient", and what the writer goes on to say of seeing her."""
    if before and before.role == "victim" and I_SAW.match(sentence):
        return before
    hers = _one([one for one in people if one.role == "victim"]) if OUR_CLIENT.search(sentence) else None
    if hers:
        hers.referred = True
    return hers


def _meant(said: re.Match[str], people: list[_Somebody], before: _Somebody | None) -> _Somebody | None:
    """Of whom "She" or "His" goes on: the one of that gender; else the one before, of whom it is not known."""
    if said["partner"]:
        return _one([one for one in people if one.role == "perpetrator"])
    if said["kin"] or (before and before.role == OTHER):  # her sister, and the "she" after that
        return _Somebody(OTHER, 0)
    gender = "male" if said["who"] in ("He", "His") else "female"
    hers = before and before.referred and not before.gender and gender == "female"
    if before and (before.gender == gender or hers):
        return before
    adults = [one for one in people if one.role != "child"]
    known = [one for one in adults if one.gender == gender]
    unsure = [one for one in adults if one.role == "victim" and not one.gender and gender == "female"]
    if not known and before and not before.gender:
        return before
    return _one(known + unsure)  # of a victim it is seldom said that she is a woman


def _one(people: list[_Somebody]) -> _Somebody | None:
    return people[0] if len(people) == 1 else None


def _children(sentence: str, people: list[_Somebody]) -> list[tuple[_Somebody, str]]:
    """Each child whom the sentence names, with what it says of them; "who are both at ..." is said of all of them."""
    at = [
        (match.start(), one)
        for one in people
        if one.role == "child" and one.first and (match := re.search(rf"\b{re.escape(one.first)}\b", sentence, re.I))
    ]
    at.sort(key=lambda pair: pair[0])
    ends = [*(start for start, _ in at[1:]), len(sentence)]
    told = [(one, sentence[start:end]) for (start, one), end in zip(at, ends, strict=False)]
    both = next((n for n, (_, words) in enumerate(told) if re.search(r"\b(?:both|all)\b", words)), -1)
    return [
        (one, f"{words} {told[both][1]}" if n < both and not SCHOOL.search(words) else words)
        for n, (one, words) in enumerate(told)
    ]


def _facts(somebody: _Somebody, words: str, passage: str) -> dict[str, Text]:
    """What is new of them; a home of the victim as secret, or left out, as the whole passage has it."""
    facts = {name: Text(value) for name, value in _said(somebody, words) if name not in somebody.fields}
    somebody.fields |= facts.keys()
    return living.secret(passage, facts) if somebody.role == "victim" else facts


def _said(somebody: _Somebody, words: str) -> Iterator[tuple[str, str]]:
    if somebody.role == "child":
        school = SCHOOL.search(words)
        if school and IS_SCHOOL.search(school["said"]):
            yield "school", tidy(school["said"])
        return
    for name, asked in TOLD:
        if match := asked.search(words):
            value = tidy(match["said"])
            yield name, DRIVES.get(value, value)
    if INTERPRETER.search(words) and (NO_INTERPRETER.search(words) or NEEDS.search(words)):
        yield "diversity.interpreter", "No" if NO_INTERPRETER.search(words) else "Yes"
    expects = expected(words, LAST_TWO_FIGURE_YEAR)[0]
    if somebody.role == "victim" and (expects or NOT_PREGNANT.search(words)):
        yield "diversity.pregnant", "Yes" if expects else "No"
    # "He lives at ..." may go on about another; of a victim it is seldom said that she is a woman.
    said = PRONOUN.match(words)
    sure = somebody.gender or not said or (somebody.role == "victim" and said["who"] in ("She", "Her"))
    yield from [("address", home)] if sure and (home := living.home(words, somebody.role)) else []


def _relations(sentence: str, people: list[_Somebody]) -> Iterator[tuple[_Somebody, Text]]:
    """What those who harm are to the victim, wherever it stands before their name: "her son, Karl Voss"."""
    said = plain(sentence).split()
    for one in people:
        if one.role == "perpetrator" and one.first in said and "relationship_to_victim" not in one.fields:
            related = re.search(rf"{RELATED} (?:(?:is|called) )?{re.escape(one.first)}\b", sentence, re.I)
            if related:
                one.fields.add("relationship_to_victim")
                yield one, Text(related["said"].lower())
