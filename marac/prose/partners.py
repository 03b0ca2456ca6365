"""Finds in sentences who else does harm: the one husband or partner of the victim, and relatives who also hurt her."""

import re
from collections.abc import Iterator
from itertools import takewhile, zip_longest

from marac.answers.found import Unread
from marac.labels.relations import relation_words
from marac.layout.gathered import Entry, Gathered
from marac.prose import offenders
from marac.prose.people import (
    REACH,
    SENTENCE,
    facts_of,
    names_in,
    of_one_who_harms,
    one_who_harms,
    passages,
    relation_of,
    said_before,
)
from marac.written.text import Text, plain

HARMS = (
    r"(?:hurt|hit|harm|abus|assault|beat|threaten|slap|control|kick|punch|attack|strangl|push|grabb|frighten|harass)"
    r"(?:s|es|ed|ing|en)?"
)
# "Her mother-in-law, Mrs Ada Hollis (born ...), also hurts her": one more of those who harm.
ALSO_HARMS = re.compile(
    r"(?: \([^()]{2,60}\))?,? (?:who )?(?:also|too|both) (?:\w+ ){0,2}?"
    rf"{HARMS} (?:her|him|them)\b"
)
# Of whom the sentence before told: "He has threatened her too", "... is just as much of a worry".
HARMS_TOO = re.compile(
    rf"\b(?:also |both )?(?:has |have |had )?(?:also )?{HARMS} (?:her|him|them)\b[^.;]{{0,30}}\b(?:too|as well)\b"
    rf"|\b(?:has |have |had )?also (?:\w+ ){{0,2}}{HARMS} (?:her|him|them)\b"
    r"|\bis (?:(?:just )?as (?:much of )?|also )(?:a |an )?(?:worry|risk|danger|threat|dangerous|violent|abusive|bad)\b"
)
# "I am just as worried about his elder brother, Karl Voss".
WORRIED_TOO = re.compile(
    r"\b(?:just as|equally|also|as) (?:worried|concerned) about (?:his|her) [^.;,]{3,40},? ?\Z", re.I
)
OF_THEM = re.compile(r"(?:He|She)\b")
RELATED = re.compile(
    rf"\b(?:her|his|their) (?:(?:older|elder|younger|eldest) )?(?P<relation>(?:{relation_words()}))[,:]? "
    r"(?:(?:Mr|Mrs|Miss|Ms)\.? )?\Z",
    re.I,
)


def partner(found: Gathered) -> list[Entry]:
    """The victim's husband or partner, where passages name one and nobody else is said to do harm: to be checked."""
    named: dict[str, list[Entry]] = {}
    known = {entry.role for entry in found.entries if entry.label.field in ("name", "surname", "forenames")}
    group = 1 + max((entry.group for entry in found.entries), default=0)
    for told in passages(found) if "victim" in known and "perpetrator" not in known else []:
        sentences = SENTENCE.split(told.text)
        for at, sentence in enumerate(sentences):
            names = names_in(sentence)
            for match, after in zip_longest(names, names[1:]):
                said = said_before("partner", sentence, match.start())
                stretch = sentence[match.end() : after.start() if after else len(sentence)]
                facts = dict(facts_of("perpetrator", match["name"], relation_of(said), stretch)) if said else {}
                for field, value in (
                    {**_goes_on(match["name"], sentences[at + 1 :]), **facts} if facts else {}
                ).items():
                    named.setdefault(match["name"], []).append(of_one_who_harms(field, value, told.place, group))
    return next(iter(named.values())) if len(named) == 1 else []


def who_also_harm(found: Gathered) -> Iterator[Entry]:
    """Beside one who is known anybody else whom a sentence names as a relative who also hurts the victim.

    Or the only grown relative whom the letter names by title, where it says that both of them do.
    """
    named = {plain(entry.value.words): entry.role for entry in found.entries if entry.label.field == "name"}
    group = 1 + max((entry.group for entry in found.entries), default=0)
    letter = passages(found) if {"victim", "perpetrator"} <= set(named.values()) else []
    kin = [each for told in letter for each in _relatives(told) if plain(each[1]["name"]) not in named]
    both = list(named.values()).count("perpetrator") == 1 and any(map(offenders.both_harm, (t.text for t in letter)))
    sure = kin if both and len({each[1]["name"] for each in kin}) == 1 else []
    for told, match, relation in [each for each in kin if _also_harms(each[0], each[1])] or sure[:1]:
        if plain(match["name"]) not in named:
            named[plain(match["name"])] = "perpetrator"
            yield from one_who_harms(match["name"], relation, match.string[match.end() :], told.place, group)
            group += 1


def _also_harms(told: Unread, named: re.Match[str]) -> bool:
    """The sentence that names somebody says so, or one just after it that is about them alone."""
    if WORRIED_TOO.search(named.string[: named.start()]):
        return True
    rest = named.string[named.end() :]
    if ALSO_HARMS.match(rest) or (HARMS_TOO.search(rest) and not names_in(rest)):
        return True
    after = SENTENCE.split(told.text.partition(named.string)[2].strip())
    return any(HARMS_TOO.search(each) for each in takewhile(OF_THEM.match, after))


def _relatives(told: Unread) -> Iterator[tuple[Unread, re.Match[str], str]]:
    """Whom a passage names as a relative of the victim, with what they are."""
    for sentence in SENTENCE.split(told.text):
        for match in names_in(sentence):
            if related := RELATED.search(sentence, max(0, match.start() - REACH), match.start()):
                yield told, match, related["relation"]


def _goes_on(name: str, sentences: list[str]) -> dict[str, Text]:
    """What the next sentences tell that begin with somebody's first name: "Ada was born on ..., lives at ..."."""
    first = name.split()[0]
    facts: dict[str, Text] = {}
    for sentence in sentences:
        begins = re.match(rf"{re.escape(first)} (?:was |is )?", sentence)
        facts = {**(dict(facts_of("perpetrator", name, "", sentence[begins.end() :])) if begins else {}), **facts}
    return facts
