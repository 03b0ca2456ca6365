"""What a document calls the people it is about, as its own headings and sentences say: "Parent 1 (victim)"."""

import re
from collections.abc import Iterable
from itertools import pairwise

from marac.answers.names import parse_name
from marac.inferred import likely, whole
from marac.labels import known
from marac.labels.relations import PARTNER_WORDS, RELATIONS
from marac.labels.sections import section
from marac.written.blocks import Block
from marac.written.text import Text, plain

CALLED = re.compile(r"(?P<name>[A-Z][\w /-]{2,40}?)\s*\((?P<role>[^()]{3,60})\)")
# "AGGRIEVED (AGG)", "SUSPECT 1 (S1)"
SHORT = re.compile(r"(?P<role>[A-Z][A-Za-z ]{3,40}?)(?: [1-4])?\s*\((?P<name>[A-Z][A-Z0-9]{1,4})\)")
DASHED = re.compile(
    r"(?P<name>[A-Z][\w /-]{2,30}?)\s+[–-]\s+(?P<role>\w+(?: [\w-]+){0,5})"
)  # "Mum – the adult being harmed"
CODE = re.compile(r"[A-Z]{1,2}\d")
LETTER = re.compile(r"[A-Z]{1,3}\d?")
ONE_OF = re.compile(r"(?P<who>[A-Z][A-Za-z]{4,12}) (?P<number>[1-4])")
WHO = re.compile(
    r"(?:the )?(?P<name>(?:older )?(?!person|adult|people|one|individual)[a-z]+(?<=\w{5})|older person) who\b.*", re.I
)
REFERRED = re.compile(r"(?:the )?(?P<name>[a-z]{5,12}) of (?:this |the )?(?:referral|notification|request)\b.*", re.I)
BY = re.compile(
    r"\b(?:harmed|hurt|abused|assaulted|threatened|stalked) by (?:the |this )?(?P<name>[a-z]{5,12})\Z", re.I
)
# "WHO IS HURTING HER": whom the form calls her.
HURTING = re.compile(
    r"(?:the )?(?:who(?: is)?|person|people|man|woman) (?:who (?:is|are) )?"
    r"(?:hurt|harm|abus|frighten|threaten|stalk|controll?)(?:ing|s|es) (?P<name>her|him)\??",
    re.I,
)
SHE = {"who is she", "her", "about her", "the lady", "our lady", "the woman"}
HE = {"who is he", "him", "about him", "the man"}
PARTNER_OF = re.compile(rf"\b(?:{PARTNER_WORDS})\b", re.I)
TO_HER = re.compile(r"\bto (?:the |our |your )?\w+$")
PRONOUNS = {"her": "him", "him": "her"}
LEADER = re.compile(r"\s*(?:\.{2,}|:|\t|\s{3})")
PART_OF = re.compile(r"(?:part|section) \w{1,3}\W+|(?:\d{1,2}|[A-H])(?:[.)]\s+|\s{2,})", re.I)
WHICH = re.compile(r"(?:who|which)\b", re.I)
KEY = re.compile(r"\b(?P<letter>[A-Z]{1,4})\s*(?:=|–|:)\s*(?P<meant>(?P<word>[A-Za-z]+)(?: [a-z]+){0,4})")
MORE = re.compile(r"\s+(?:on|in|of|at|with|for|under)\s.*")  # "Participant on the programme" is called participant
# "the resident parent is in serious danger from the visiting parent"
HARMED_BY = re.compile(
    r"\b(?:is|are|was|be|being|been|feels?|remains?)(?: \w+){0,3}? (?:danger|risk|afraid|frightened|scared|fear|"
    r"terrified|abused|assaulted|attacked|threatened|hurt|harmed|controlled|stalked|beaten|harassed) "
    r"(?:(?:of|from|by) )+(?:the )?",
    re.I,
)
# "Relationship to the student": the one to whom everybody is related is the one whom the form is about.
RELATED_TO = re.compile(
    r"(?:relation(?:ship)?s? (?:to|with)|who is (?:this|he|she|it|he or she) to|what is (?:this|he|she"
    r"|he or she) to|related to|connection (?:to|with)) "
    r"(?:the |our |your |this )?(?P<name>[a-z]{4,12})"
)
# "Does the student know you are sending this?": who is asked to agree is the one who is harmed.
KNOWS = re.compile(
    r"(?:does|has|is|did|have you told|have you asked|was) (?:the |this )?"
    r"(?P<name>student|pupil|learner|young person|young adult|resident|member|claimant) "
    r"(?:know|agree|consent|aware|about (?:the )?marac|about this|been told|given|said yes|happy|understand)\b",
    re.I,
)
# A box that is headed "The adult", "Our resident", "The young person".
SERVED = re.compile(
    r"(?:[a-h1-9] )?(?:the|our|this|about the|about our) "
    r"(?P<name>adult|woman|(?:young|older) (?:person|adult)|resident|tenant|student|customer|member|employee|claimant"
    r"|person we support)"
    r"|(?P<alone>adult|woman|(?:young|older) person|resident|tenant|customer)"
    r"|(?:[a-h1-9] )?(?:the|our) "
    r"(?P<worried>resident|tenant|student|pupil|learner|customer|member|employee|young person) "
    r"(?:(?:that |whom |who )?(?:we|i) (?:are|am) (?:worried|concerned) about|at risk)"
)
WORRY = re.compile(
    r"(?:the )?(?:persons?|people|man|woman|one)(?: or (?:persons|people))? "
    r"(?:(?:(?:that|who|whom) )?(?:we are|i am|you are) (?:worried|concerned) about"
    r"|(?:(?:that|who|whom) )?(?:the|this|your|our) concerns? (?:is|are) about)"
)
SUBJECT = re.compile(r"(?:\d )?subjects?(?: [a-d1-4])?(?: if (?:more than one|any|applicable))?")
OF_MUM = re.compile(rf"(?:mums?|mothers?|her) (?:(?:ex|former|new|current) )?(?:{PARTNER_WORDS})|step ?(?:dad|father)")
SOMEBODY = {"adult", "woman"}  # where such a word heads a box by itself, it is what the victim is called
NOBODY = {
    "adult",
    "woman",
    "party",
    "parent",
    "mother",
    "child",
    "children",
    "them",
    "each",
    "other",
    "person",
    "people",
    "above",
    "pupil",
    "referrer",
    "family",
    "incident",
    "household",
}
LONGEST_KEY = 300  # characters of a line that explains the letters of a column
SERVED_AS = {"student", "pupil", "learner", "patient", "resident", "tenant", "customer", "client", "parent", "carer"}
MOST_WORDS = 3  # of what somebody is called
MOST_HEADS = 200  # our own choice: a document with more short lines is no form
BESIDE = 40  # characters before and after the words of harm
OURS = ("victim", "perpetrator")
SHORTEST_NAME = 2


def called(blocks: list[Block]) -> dict[str, str]:
    """The words that stand for the victim or the perpetrator in this document, and which of them."""
    found: dict[str, str] = {}
    lines = printed_as(blocks)
    headed = [_headed(words.strip(" :")) for words in lines]
    declared = {
        plain(match["name"]) for words in lines if (match := SHORT.fullmatch(PART_OF.sub("", words.strip(" :"))))
    }
    whose = {(name, role) for name, role in headed if role}
    both = {name for name, role in whose if any(name == other and role != another for other, another in whose)}
    for name, role in headed:
        for each in [_bare(part) for part in re.split(r"\s*/\s*", name)] if role in OURS and name not in both else []:
            if each and (each in declared or section(each) is None):
                found.setdefault(each, str(role))
                found.setdefault("".join(word[0] for word in each.split()), str(role))
    found = {name: role for name, role in of_a_family(blocks).items() if role == "victim"} | found
    numbered = _of_numbers(lines) | _of_codes(blocks)
    found |= {short: role for short, role in numbered.items() if short not in found}
    declared |= numbered.keys()
    for name in [*_related_to(lines), *_agreeing(lines), *_served(lines)]:
        found.setdefault(name, "victim")
    for asked, answer in answers_in(blocks):
        role = likely.whose(asked) if WHICH.match(asked) and plain(answer) in RELATIONS | SERVED_AS else None
        if role in OURS and not (role == "victim" and TO_HER.search(plain(asked))):  # "Who to client?" asks who he is
            found.setdefault(plain(answer), str(role))
    return {name: role for name, role in found.items() if len(name) > 2 or name in declared} or _told(lines, blocks)


def _of_numbers(lines: list[str]) -> dict[str, str]:
    """ "SUSPECT 1" is S1 further down."""
    several = [match for words in lines if (match := ONE_OF.fullmatch(words.strip(" :")))]
    told = {f"{match['who'][0]}{match['number']}".lower(): section(match["who"]) for match in several}
    return {short: role for short, role in told.items() if role in OURS}


def _of_codes(blocks: list[Block]) -> dict[str, str]:
    """ "N1" and "N2" further down, where a table of people numbers them and has a column of their roles; or "V" and
    "S1", whose letters the document explains."""
    rows = [
        [cell.text.words.strip() for cell in row] for block in blocks for row in block.rows if len(row) > MOST_WORDS
    ]
    coded = [(row[0].lower(), {section(words) for words in row[1:3]}) for row in rows if CODE.fullmatch(row[0])]
    found = {code: role for code, roles in coded for role in OURS if role in roles}
    explained = dict(key(blocks))
    told = {row[0].lower() for row in rows if LETTER.fullmatch(row[0])}
    found |= {code: role for code in told if (role := explained.get(code.rstrip("123456789"))) in OURS}
    return found if set(found.values()) == set(OURS) else {}


def _related_to(lines: list[str]) -> set[str]:
    """To whom a form asks everybody's relation."""
    bare = [plain(PART_OF.sub("", words).partition(":")[0]) for words in lines]
    named = {match["name"] for words in bare if (match := RELATED_TO.fullmatch(words))}
    heads = {name for name in named if not {name, f"the {name}"}.isdisjoint(bare)}
    nobody = RELATIONS | NOBODY
    return {
        name
        for name in named
        if known.role_in(name) in (None, "victim") and (name not in nobody or (name in heads and name in SOMEBODY))
    }


def _agreeing(lines: list[str]) -> set[str]:
    """Who is asked whether they know and agree, in a form that calls nobody the victim."""
    asked = {match["name"].lower() for words in lines if (match := KNOWS.match(PART_OF.sub("", words)))}
    named = asked and any(section(words) == "victim" for words in lines)
    return set() if named else {name for name in asked if known.role_in(name) in (None, "child")}


def of_a_family(blocks: list[Block]) -> dict[str, str]:
    """A box that is headed Mum beside one for her partner, where no heading says who harms whom."""
    lines = printed_as(blocks)
    heads = {plain(PART_OF.sub("", words.strip(" :"))) for words in lines}
    mum = heads & {"mum", "mother", "the mother", "about mum"}
    partner = {words for words in heads if OF_MUM.fullmatch(words)}
    roles = {section(words) for words in lines if plain(words) not in mum}
    if len(mum) != 1 or len(partner) != 1 or not roles.isdisjoint(OURS):
        return {}
    return {partner.pop(): "perpetrator", mum.pop(): "victim"}


def of_worry(blocks: list[Block]) -> dict[str, str]:
    """The person we are worried about is the one who harms, where whoever is harmed has a box of their own beside."""
    lines = printed_as(blocks)
    worry = {plain(words) for words in lines if WORRY.fullmatch(plain(words))}
    others = [words for words in lines if plain(words) not in worry]
    roles = {section(words) for words in others}
    harmed = "victim" in roles or len(_named_served(others)) == 1
    return {words: "perpetrator" for words in worry if harmed and len(worry) == 1 and "perpetrator" not in roles}


def of_subjects(blocks: list[Block]) -> dict[str, str]:
    """ "Subject A" and "Subject B" are those who harm, where whoever is harmed has a box of their own beside."""
    heads = {words: plain(PART_OF.sub("", words.strip(" :"))) for words in printed_as(blocks)}
    subjects = {words for words, bare in heads.items() if SUBJECT.fullmatch(bare)}
    roles = {section(words) for words in heads.keys() - subjects}
    return {plain(words): "perpetrator" for words in subjects if "victim" in roles and "perpetrator" not in roles}


def _named_served(lines: list[str]) -> set[str]:
    heads = {plain(known.LETTERED.sub("", PART_OF.sub("", words.strip(" :")))) for words in lines}
    return {
        name
        for words in heads
        if (match := SERVED.fullmatch(words)) and (name := match["name"] or match["alone"] or match["worried"])
    }


def _served(lines: list[str]) -> set[str]:
    """Whom the agency is there for, where they have a box of their own beside that of the one who harms."""
    others = [words for words in lines if not WORRY.fullmatch(plain(words))]
    roles = {section(words) for words in others}
    heads = (w for w in others if w[-1:] not in "?.:" or WHICH.match(PART_OF.sub("", w)))
    harms = "perpetrator" in roles or any(likely.whose(w) == "perpetrator" for w in heads)
    harms = harms or len(others) < len(lines)
    named = _named_served(others)
    return named if harms and "victim" not in roles and len(named) == 1 else set()


def by_name(told: Iterable[tuple[str | None, str]]) -> tuple[tuple[str, str], ...]:
    """The parts of the names of the victim and of the perpetrator, which of them has it, and no other person.

    A surname that children bear too is theirs only with a title before it: "Mr Hollis".
    """
    whose: dict[str, set[str]] = {}
    surnames: dict[str, set[str]] = {}
    for role, words in told:
        name = parse_name(words)
        for part in [each for each in f"{name.forenames or ''} {name.surname or ''}".split() if each[:1].isupper()]:
            whose.setdefault(part, set()).add(str(role))
        if name.surname and role not in ("child", "household", None):
            surnames.setdefault(name.surname, set()).add(str(role))
    sure = [(part, next(iter(roles))) for part, roles in whose.items() if len(roles) == 1 and len(part) > SHORTEST_NAME]
    titled = [(part, next(iter(roles))) for part, roles in surnames.items() if len(roles) == 1]
    sure += [(f"{title} {part}", role) for part, role in titled for title in ("Mr", "Mrs", "Miss", "Ms")]
    return tuple((part, role) for part, role in sure if role in OURS)


def pronouns(blocks: list[Block]) -> dict[str, str]:
    """Whose box is headed HER or HIM, where another heading says who hurts whom."""
    said = {match["name"].lower() for words in printed_as(blocks) if (match := HURTING.fullmatch(words.strip(" :")))}
    if len(said) != 1:
        return {}
    hers = said.pop()
    whom = {"her": "woman", "him": "man"}[hers]
    victim = dict.fromkeys((hers, f"about {hers}", whom, f"the {whom}"), "victim")
    return {**victim, PRONOUNS[hers]: "perpetrator"}


def of_a_pair(blocks: list[Block]) -> dict[str, str]:
    """ "Who is she" beside "Him: Bo Lee, husband, ...": in the agency's own words, the one it is there for, and him."""
    rows = [(plain(asked), answer) for asked, answer in answers_in(blocks)]
    for hers, his in ((SHE, HE), (HE, SHE)):
        first = [
            (at, asked) for at, (asked, answer) in enumerate(rows) if asked in hers and whole.is_person(Text(answer))
        ]
        other = [(at, asked) for at, (asked, answer) in enumerate(rows) if asked in his and _is_partner(answer)]
        if len(first) == len(other) == 1 and first[0][0] < other[0][0]:
            return {first[0][1]: "victim", other[0][1]: "perpetrator"}
    return {}


def _is_partner(answer: str) -> bool:
    """A person of whom it says that they are the other's partner."""
    related = {words.words for field, words in whole.fields(Text(answer)) if field == "relationship_to_victim"}
    return whole.is_person(Text(answer)) and any(PARTNER_OF.search(words) for words in related)


def key(blocks: list[Block]) -> tuple[tuple[str, str], ...]:
    """The letters of a column of roles, as the document explains them."""
    told = [match for words in printed_as(blocks, LONGEST_KEY) for match in KEY.finditer(words)]
    meant = [(plain(match["letter"]), section(match["meant"]) or section(match["word"])) for match in told]
    return tuple((letter, role) for letter, role in meant if role)


def _headed(words: str) -> tuple[str, str | None]:
    """What a heading calls somebody, and who that is."""
    words = PART_OF.sub("", words)
    short = SHORT.fullmatch(words)
    if short and section(short["role"]) in OURS:
        return short["name"], section(short["role"])
    match = CALLED.fullmatch(words) or _dashed(words)
    if match:
        role = section(match["role"])
        made_out = likely.whose(match["role"]) if known.find(match["name"]) is None else None
        return match["name"], role if role in OURS else made_out
    by = BY.search(words) if section(words) == "victim" or likely.whose(words) == "victim" else None
    if by and section(by["name"]) is None:
        return by["name"], "perpetrator"
    match = WHO.fullmatch(words) or REFERRED.match(words)
    start = LEADER.split(words)[0]
    return (match["name"], section(start) or likely.whose(start)) if match else ("", None)


def _dashed(words: str) -> re.Match[str] | None:
    """ "Mum – the adult being harmed": what stands before the dash is a word for somebody of a family."""
    match = DASHED.fullmatch(words)
    return match if match and plain(match["name"]) in RELATIONS | {"parent"} else None


def _bare(name: str) -> str:
    return MORE.sub("", plain(name).removeprefix("the "))


def _told(lines: list[str], blocks: Iterable[Block]) -> dict[str, str]:
    """Two headings that a sentence names as the one who is harmed and the one who harms."""
    heads = {plain(words) for words in lines if len(words.split()) <= MOST_WORDS} - RELATIONS - {""}
    heads = {each for each in heads if section(each) is None and known.find(each) is None}
    for words in (block.text.words for block in blocks if 1 < len(heads) <= MOST_HEADS):
        for match in HARMED_BY.finditer(words):
            before = plain(words[max(0, match.start() - BESIDE) : match.start()])
            after = plain(words[match.end() : match.end() + BESIDE])
            harmed = [each for each in heads if before.endswith(f" {each}")]
            harms = [each for each in heads if f"{after} ".startswith(f"{each} ")]
            if harmed and harms and max(harmed, key=len) != max(harms, key=len):
                return {max(harmed, key=len): "victim", max(harms, key=len): "perpetrator"}
    return {}


def printed_as(blocks: Iterable[Block], longest: int = known.LONGEST_LINE) -> list[str]:
    """Every whole line and cell that is short enough to be a heading, or has fewer characters than `longest`."""
    texts = [text for block in blocks for text in (block.text, *(cell.text for row in block.rows for cell in row))]
    return [line for text in texts for line in text.words.split("\n") if len(line) < longest]


def answers_in(blocks: Iterable[Block]) -> list[tuple[str, str]]:
    """What stands in the first and in the last cell of a row of two, or in a question and the line beneath it."""
    lines = [block.text.words.strip() for block in blocks]
    beneath = [(asked, answer) for asked, answer in pairwise(lines) if asked.endswith("?") and answer]
    return beneath + [(row[0].text.words, row[1].text.words) for block in blocks for row in block.rows if len(row) == 2]
