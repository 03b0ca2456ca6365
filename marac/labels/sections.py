"""Knows a heading by whom it is about: "Victim's details", "Part 3 Persons alleged to be responsible", "Children"."""

import re
from functools import lru_cache

from marac.labels.known import (
    BRACKETS,
    CASTED,
    FILLER,
    HALVES,
    LETTERED,
    REFERENCE,
    ROLES,
    WHETHER,
    WORDS,
    find,
    holds,
    relating_label,
    role_in,
    without,
)
from marac.labels.relations import RELATIONS
from marac.labels.wording import usual
from marac.written.text import plain

A_LETTER = re.compile(r"^[A-H] (?=[A-Z][a-z]+)")  # "C Person(s) of concern"
# "Rhan 2 / Part 2."
IN_TWO = re.compile(r"^(?:rhan|adran|part|section) \w{1,2}\s*/\s*(?:rhan|adran|part|section) \w{1,2}\b[\s.:–-]*", re.I)
# "Children - anyone under 18 in the home"
# "Children under 18 – of either person, wherever they live": whose and where says nothing of who is asked for.
WHEREVER = re.compile(r"(?<=\w)\W{1,4}(?:of (?:either|both)|wherever (?:they|he or she|it))\b[^.?]{0,80}\Z", re.I)
GUIDED = re.compile(r"\s[-–]\s(?:any|all|every|include|please|list|give|those|who)(?:one|body|thing)?\b.*", re.I | re.S)
# Words that make of "address of abuser" a question and no heading.
NOUN = re.compile(r"\b(?:number|telephone|phone|tel|mobile|address|name|date|dob)\b")
CHILDREN = re.compile(
    r"^(?:the |any |all |anyone |anybody )?(?:child|children|(?:aged )?under 18s?|young people|kids)"
    r"(?: (?:who|that|moving|living|resident|staying|affected|present|linked|"
    r"involved|named|residing|there|now|are|live|lives|of|in|with|at|by|the|this|their|family|household|home|address|property|tenancy|flat|"
    r"house|or|visiting|elsewhere|pregnancies|pregnancy|unborn|babies|baby|either|both|adults?|parents?|relationship|victim|perpetrator|and|ages?|schools?"
    r"|grandchildren|contact|any|above|under|18))+$"
)
THEIR_CHILDREN = re.compile(
    r"[’']s? (?:own )?(?:children|kids)\W*\Z|^(?:all )?children of (?:the )?\w+ (?:or|and)\b", re.I
)
ANYBODY = {"nominal", "nominals", "person", "persons", "people", "subject", "individual", "party"}
HEADED = set(WORDS["filler"]["headings"])


# "Tenant / household member experiencing abuse"
HARMED = re.compile(
    r"\b(?:experienc|suffer)\w+\b.{0,20}\b(?:abuse|harm|violence)\b|\bbeing (?:harmed|abused|hurt)\b", re.I
)


@lru_cache(maxsize=4096)
def section(words: str) -> str | None:
    """The role when the words are a bare heading such as "Victim's details" or "Children"."""
    words = WHEREVER.sub("", IN_TWO.sub("", words.strip()))
    words = GUIDED.sub("", A_LETTER.sub("", LETTERED.sub("", words))).replace("(s)", "s")
    if WHETHER.match(plain(words)):
        return None
    if THEIR_CHILDREN.search(words):
        return "child"
    if REFERENCE.search(plain(words)) or relating_label(words, usual(plain(BRACKETS.sub(" ", words)))):
        return None
    if (NOUN.search(plain(words)) or words.rstrip().endswith("?")) and find(words):
        return None
    short = len(BRACKETS.sub(" ", words).split()) < 5
    beside = [part for part in re.split(r"[/(),|]| [-–] ", words) if part.strip()]
    if len(beside) > 1 and all(_section(plain(part)) or _says_nothing(plain(part)) for part in beside):
        named = {role for part in beside if (role := _section(plain(part)))}
        return named.pop() if len(named) == 1 else None
    inside = (_section(plain(each.group())) for each in BRACKETS.finditer(words) if short)
    within = (role for role in inside if role in CASTED)
    found = _section(plain(BRACKETS.sub(" ", words))) or _section(plain(words)) or next(filter(None, within), None)
    found = found or _section_in_halves(words)
    return "victim" if found == "household" and HARMED.search(words) else found


def _says_nothing(bare: str) -> bool:
    """Beside a role: a relation, a number, or a word for anybody."""
    return bare in RELATIONS or bare in ANYBODY or bare.isdigit()


def _section_in_halves(words: str) -> str | None:
    """A heading in two languages, of which one is known and the other says nothing that is."""
    halves = [half for half in HALVES.split(words) if half.strip()] if "\n" not in words else []
    roles = [_section(plain(half)) for half in halves] if len(halves) == 2 else []
    named = set(roles) - {None}
    if len(named) != 1 or any(role is None and find(half) for half, role in zip(halves, roles, strict=True)):
        return None
    return named.pop()


def _section(left: str) -> str | None:
    role = None
    left = CHILDREN.sub("children", usual(left))
    harmed, by, _whom = left.partition(" by ")
    left = harmed if by and role_in(harmed) in CASTED else left  # "person harmed by detainee"
    if left == "you" or re.match(r"who (?:is|are) (?:you$|you and\b|making|completing|referring)\b", left):
        return "referrer"
    asked = left
    for phrase, named in ROLES.within(left):
        if holds(left, phrase):
            role = role or named
            left = without(left, phrase)
    if not role or {word for word in left.split() if not word.isdigit()} - FILLER - HEADED:
        return None
    return None if role != "case" and re.search(r"\bconsents?\b", asked) else role
