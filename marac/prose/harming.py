"""Finds in the sentences of a letter those who harm the victim: by what they do, or by what she fears of them.

Only where nothing else in the document says who that is. All of it is to be checked.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from marac.answers.found import Unread
from marac.labels.relations import relation_words
from marac.layout.gathered import Entry, Gathered
from marac.prose.people import SENTENCE, names_in, one_who_harms, passages, relation_of, said_before
from marac.written.text import plain

KIN = (
    r"(?:(?:ex|former|estranged|step|new|present|current|own|older|younger|elder|adult)[- ]?)*"
    rf"(?:{relation_words()}|boyfriend|girlfriend)"
)
TITLE = r"(?:(?:Mr|Mrs|Miss|Ms)\.? )?"
OF_HER = r"(?:her|his|their|the|(?:the|our|my) \w+[’']s|[A-Z][\w-]+[’']s)"
# What is done to her.
HARM = (
    r"(?:hurt|hit|beat|threat|assault|punch|slap|kick|push|strangl|control|attack|stab|harass|stalk|abus|terroris|burn"
    r"|rap(?:e|ed|es)\b|struck|strik|lock(?:s|ed) (?:her|him|them)|took (?:her|his|their)|takes? (?:her|his|their)"
    r"|smash\w* (?:her|his|their)|follow(?:s|ed) (?:her|him|them)|wait(?:s|ed|ing) outside|broke (?:her|his|their)"
    r"|caus(?:es|ed) the injur|kill|frighten|messages a day)\w*"
)
# "... by her partner of two years, ", "frightened of ", "an order against ", "fled from her father, ".
FROM = re.compile(
    rf"\b(?:{HARM}|risk|danger|violence|afraid|frightened|scared|fear\w*|fled|fleeing|escap\w+|order|harm|abuse\w*|injur\w+"
    rf"|thrown|dragged|shouted)\b[^.;]{{0,60}}?\b(?:by|from|of|against|is)\s+(?:both )?(?:(?:by|from) )?"
    rf"(?:{OF_HER}\s+)?(?:{KIN}(?: of \w+ (?:months|years|weeks))?,?\s*)?(?:called |named )?"
    rf"{TITLE}\Z",
    re.I,
)
FEARS = re.compile(r"\b(?:afraid|frightened|scared|fear\w*)\b", re.I)  # of more people than those who harm her
AFRAID_OF = re.compile(r"\b(?:afraid|frightened|scared|terrified) of ([A-Z][a-z]+)(?! [A-Z])")
# After the name: "..., her husband, who has beaten her", "has assaulted Ada", "(24) has been hitting her".
DOES = re.compile(
    rf"\A[^.;]{{0,60}}?\b(?:who |and )?(?:also )?(?:has |have |had |is |was |does |regularly |often |now )*"
    rf"(?:been )?{HARM}\b(?! (?:by|and was)\b)",
    re.I,
)
THEN = re.compile(rf"(?:He|She) (?:has |had |is |was |also |then |now |even )*(?:been )?{HARM}\b", re.I)
BESIDE = re.compile(
    rf"\b(?:{OF_HER}) {KIN},?\s+{TITLE}\Z|\bto\s+\Z|\b(?:left|lives with|living with|from)\s+\Z",
    re.I,
)
BEHIND = re.compile(
    rf"\A(?: \([^()]{{1,40}}\))?,? (?:{OF_HER}|an?) (?:on-off )?{KIN}\b|\A[^.;]{{0,20}}\b(?:with|from) whom she\b", re.I
)
ALSO = re.compile(
    rf",? (?:and|as well as|together with)(?: (?:from|by|of|also))? (?:{OF_HER} )?(?:new )?"
    rf"(?:{KIN}(?: of \w+ \w+)?,? )?{TITLE}\Z",
    re.I,
)
PASSIVE = re.compile(r"\b(?:was|were|been|be) (?:himself |herself |also )?\w*\Z")
NO_NAME = re.compile(
    r"(?:of|to|by|with|from|for|as|if|but|and|so|she|he|they|when|then|on|in|at|since|after|before|the|this|that|health"
    r"|dear)\b"
)
AT_WORK = re.compile(
    r"\b(?:PC|DC|DS|Dr|IDVA|officer|worker|midwife|nurse|visitor|solicitor|teacher|doctor|neighbour|friend|colleague|manager)\b",
    re.I,
)


def those_who_harm(found: Gathered) -> Iterator[Entry]:
    """Entries for everybody whom a sentence names as one who harms, and of whom no box is."""
    named = {plain(entry.value.words): entry for entry in found.entries if entry.label.field == "name"}
    known = {entry.role for entry in found.entries if entry.label.field in ("name", "surname", "forenames")}
    if "perpetrator" in known or "victim" not in known:
        return
    group = 1 + max((entry.group for entry in found.entries), default=0)
    letter = passages(found)
    if by_first := _feared_by_first_name(letter, set(named)):
        told, match, relation = by_first
        yield from one_who_harms(match["name"], relation, match.string[match.end() :], told.place, group)
        return
    for told in letter:
        for match, relation, stretch in _in_passage(told, set(named)):
            named[plain(match["name"])] = None  # once
            yield from one_who_harms(match["name"], relation, stretch, told.place, group)
            group += 1


def _feared_by_first_name(letter: list[Unread], known: set[str]) -> tuple[Unread, re.Match[str], str] | None:
    """The one whom sentences name in full, and of whom by the forename alone it is said that she fears them."""
    feared = {plain(name) for told in letter for name in AFRAID_OF.findall(told.text)}
    named = [
        (told, match, relation_of(said_before("partner", sentence, match.start())))
        for told in letter
        for sentence in SENTENCE.split(told.text)
        for match in names_in(sentence)
        if plain(match["name"]) not in known and plain(match["name"]).split()[0] in feared
    ]
    if len({each[1]["name"] for each in named}) != 1:
        return None
    told, match, relation = max(named, key=lambda each: bool(each[2]))
    first = re.escape(match["name"].split()[0])
    kin = re.compile(rf"\b{OF_HER} (?P<relation>{KIN}),? {first}\b")
    said = next(filter(None, (kin.search(each.text) for each in letter)), None)
    return told, match, relation or (said["relation"] if said else "")


def listed_too(found: Gathered) -> Iterator[Entry]:
    """Whom a sentence names in one breath with somebody who harms: "from her husband, Cal, and his brother Dean"."""
    named = {plain(entry.value.words): entry.role for entry in found.entries if entry.label.field == "name"}
    group = 1 + max((entry.group for entry in found.entries), default=0)
    for told in passages(found) if "perpetrator" in named.values() else ():
        for sentence in SENTENCE.split(told.text):
            for one, other in pairwise(names_in(sentence)):
                begun = sentence[: one.start()]
                harms = named.get(plain(one["name"])) == "perpetrator" and FROM.search(begun)
                harms = harms and not FEARS.search(begun)
                between = sentence[one.end() : other.start()]
                if not harms or not ALSO.search(between) or plain(other["name"]) in named:
                    continue
                named[plain(other["name"])] = "perpetrator"
                relation = _relation(between, sentence[other.end() :])
                yield from one_who_harms(other["name"], relation, sentence[other.end() :], told.place, group)
                group += 1


def _in_passage(told: Unread, known: set[str]) -> Iterator[tuple[re.Match[str], str, str]]:
    sentences = SENTENCE.split(told.text)
    for at, sentence in enumerate(sentences):
        names, harms = names_in(sentence), False
        for number, match in enumerate(names):
            last = names[number - 1].end() if number else 0
            end = names[number + 1].start() if number + 1 < len(names) else len(sentence)
            before, after = sentence[last : match.start()], sentence[match.end() : end]
            joined = harms and ALSO.search(before) is not None
            harms = joined or _harms(before, after, sentences[at + 1 : at + 2])
            one = plain(match["name"])
            if (
                harms
                and one not in known
                and not NO_NAME.match(one)
                and not AT_WORK.search(f"{before[-30:]} {after[:30]}")
            ):
                known.add(one)
                yield match, _relation(before, after), after


def _harms(before: str, after: str, then: list[str]) -> bool:
    """By what stands before the name, or by what follows it where the name is that of somebody near to her."""
    near = BESIDE.search(before) or BEHIND.search(after)
    if FROM.search(before):
        return True
    does = DOES.search(after)
    if does and not PASSIVE.search(after[: does.end()].rsplit(" ", 1)[0]) and (near or not before.strip(" ,")):
        return True
    return bool(near) and any(THEN.match(sentence) for sentence in then)


def _relation(before: str, after: str) -> str:
    said = re.search(rf"\b(?:{OF_HER}) (?P<relation>{KIN}),?\s+{TITLE}\Z", before, re.I)
    said = said or re.match(
        rf"(?: \([^()]{{1,40}}\))?,? (?:{OF_HER}|an?) (?:on-off )?(?P<relation>{KIN})\b", after, re.I
    )
    return said["relation"] if said else ""
