"""Finds people whom sentences name with their part in the case, where no label did. All of it is to be checked."""

import re
import tomllib
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import takewhile, zip_longest
from pathlib import Path

from marac.answers import addresses, living
from marac.answers.found import INFERRED, Unread
from marac.answers.names import CALENDAR, INSTITUTIONS, STREETS
from marac.inferred import births
from marac.labels.known import Label
from marac.labels.relations import PARTNER, PARTNER_WORDS, gender_of, relation_words
from marac.labels.wording import pattern
from marac.layout.gathered import Entry, Gathered
from marac.prose import offenders
from marac.written.blocks import Place
from marac.written.text import Text, plain, tidy

NAME = re.compile(
    r"\b(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? )?(?P<name>[A-Z][a-z'’À-ÿ][\w'’-]{0,40}"
    r"(?: (?:[A-Z][\w'’-]{1,40}|(?:de|van|von|al|el|bin|ap)(?= [A-Z]))){1,3}|"
    r"[A-Z][\w'’-]{1,40}(?: [A-Z][\w'’-]{1,40}){0,2} [A-Z]{2,40}(?:-[A-Z]{1,40})?)"
)
FIRST_NAME = re.compile(r"\b(?P<name>[A-Z][a-z][\w'’-]{0,40})")
SENTENCE = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<=[.!?])\s+(?=[A-Z‘“'\"])|\n+")
WORDS = tomllib.loads((Path(__file__).parent / "people.toml").read_text(encoding="utf-8"))
BEFORE = {
    part: pattern(written, WORDS["parts"] | {"relations": relation_words()}, re.I)
    for part, written in WORDS["before_a_name"].items()
}
AND = re.compile(r"[\s,;)]*(?:and|&)?\s*\Z", re.I)
NOBODY = re.compile(rf"\b(?:{INSTITUTIONS}|{STREETS}|{CALENDAR}|Children[’']s|Dear|Kind|Yours)\b")
HOME = re.compile(
    r"\b(?:at|of|to|in|is|address:?)\s+(?=(?:\d|Flat|Room|Unit|Apartment|c/o|The ))"
    r"[^;()]{3,90}?\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"
)
PRONOUN = re.compile(r"(?P<who>He|She) (?:lives|is living|is staying|stays|resides|was born|also lives|now lives)\b")
IS_HIS = re.compile(
    rf"(?:He|She|They) (?:is|are) (?:her|his|their) "
    rf"(?P<relation>(?:(?:ex|former|estranged|step)[- ]?)?(?:{relation_words()}))\b"
)
AT_A_MARAC = re.compile(
    r"(?:,? (?:who was |was )?(?:born(?: on)?|d\.?o\.?b\.?|aged?) [^,;.()]{2,30})?(?: \([^()]{2,60}\))?,? "
    r"(?:for|at|to|in|on)\b[^.;,]{0,40}\b(?:MARAC|[Mm]eeting|[Cc]onference|agenda)\b"
)
# "I would like to refer a parent. Her name is Ada Hollis": who is referred, where nobody who harms is spoken of before.
HER_NAME = re.compile(rf"(?:Her|His|Their) (?:full )?name is {NAME.pattern}")
SHE_IS = re.compile(rf"(?:She|He) is {NAME.pattern}")
REFERS = re.compile(rf"\b(?:refer|referring|referral)\b(?!.*\b(?:perpetrator|abus\w+|suspect|{PARTNER_WORDS})\b)", re.I)
FACTS_OF_A_CHILD = re.compile(
    r"\([^)]*\)?|,? (?:who|and) is \d{1,2}\b,?|,? (?:who|and) (?:attends?|goes to|is (?:at|in)) [^,;.]*"
    r"|,? who (?:was|is|turned|will be) (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b[^,;.()]*"
    r"|,? (?:born|b\.|d\.?o\.?b\.?|aged?) (?:on )?[\w /.-]+?(?=,|;| and\b|\Z)"
)
BEGINS = re.compile(rf"{NAME.pattern}(?: \([^()]{{2,60}}\))?(?=,| is\b| was\b| has\b| lives\b)")
IS_PARTNER = re.compile(rf",? (?:is |was )?(?:her|his|the \w+[’']s|[A-Z]\w+[’']s) (?P<relation>{PARTNER})")
SHORTEST_MORE = 20  # characters
ALONE = re.compile(r"\s*(?:[.;:–]|\Z)")
LIST_ITEM = re.compile(r"\s*(?:\(?\d{1,2}[.)]|[-–•*])\s*(?:Mr |Mrs |Ms |Miss )?")
IS_KIN = re.compile(rf",? (?:her|his|their) (?P<relation>(?:{relation_words()}))\b")
# Another name of whoever stands before, or the other parent: "Alfie Lee, Ben's son with Donna Lee, born 4/10/2020".
OF_WHO_IS_BEFORE = re.compile(
    r"[A-Za-z]\s?\((?:aka |also |known as |called |or )*\Z|\b(?:son|daughter|child|boy|girl|baby) (?:with|by) \Z"
)
GOES_ON = re.compile(r"(?:He|She|His|Her)\b")
SAME_GENDER = {
    "He": {"he", "his", "him"},
    "His": {"he", "his", "him"},
    "She": {"she", "her", "hers"},
    "Her": {"she", "her", "hers"},
}
SAME_HOME = re.compile(
    r"\b(?:same address|liv(?:es?|ing) with (?:her|him|them)|also lives there|(?:is|lives) in the (?:same )?house)\b",
    re.I,
)
RECENT = 3  # sentences back in which it may be said that somebody is referred
LISTED = 30  # characters between one child of a list and the next
KEPT = 4096  # words before a name of which it is remembered what they say
REACH = 90  # characters before a name in which its part in the case is said
FACTS = 600  # and in which the facts about it stand that are passed over to find that
Told = tuple[str, str, str, str]  # role, name, relation, and the words from the name to the next one


def people(found: Gathered, today: date | None) -> list[Entry]:
    """Entries for the people of the passages whose part is said there, where no label named anybody of that part."""
    letter = passages(found)
    turned = offenders.turn(found, (each for told in letter for each in SENTENCE.split(told.text)))
    known = {e.role for e in found.entries if e.label.personal and e.label.field in ("name", "surname", "forenames")}
    named = {e.value.words for e in found.entries if e.label.field == "name"}
    groups: dict[tuple[str, str], int] = {}
    said: defaultdict[int, set[str]] = defaultdict(set)
    filled: set[str] = set()
    entries: list[Entry] = []
    first = 1 + max((entry.group for entry in found.entries), default=0)
    prior: list[str] = []
    for told in letter:
        told = replace(told, text=births.dated(told.text, today))
        for role, name, relation, stretch in [*_in_box(told), *_in_passage(told, prior, turned=turned)]:
            one = role != "child"
            again = (role, name) in groups
            item = role == "perpetrator" and told.role == role and LIST_ITEM.match(told.text) is not None
            taken = one and not again and role in filled and not item
            if (
                (role in known and not (item and name not in named))
                or taken
                or (not one and (again or not births.is_child(stretch, today)))
            ):
                continue
            filled.add(role)
            group = groups.setdefault((role, name), first + len(groups))
            facts = {
                field: value for field, value in facts_of(role, name, relation, stretch) if field not in said[group]
            }
            said[group] |= facts.keys()
            facts = living.secret(told.text, facts) if role == "victim" else facts
            entries += [
                Entry(Label(field, True, role), value, told.place, role, group, INFERRED)
                for field, value in facts.items()
            ]
    return entries


def passages(found: Gathered) -> list[Unread]:
    """What is told in sentences: what was not understood, and the account."""
    told = [each for each in found.unread if each.kind == "passage"]
    told += [Unread("passage", e.value.words, e.place) for e in found.entries if e.label.field == "narrative"]
    feared = [e for e in found.entries if e.label.field == "views.afraid_of" and births.is_born(e.value.words)]
    return told + [Unread("passage", e.value.words, e.place, "perpetrator") for e in feared]


def unplaced(found: Gathered) -> None:
    """People whom sentences name with their birth, and of whom they do not say what part they have."""
    group = 1 + max((e.group for e in [*found.entries, *(held for held, _ in found.unplaced)]), default=0)
    for told in passages(found):
        sentences = SENTENCE.split(told.text)
        for at, sentence in enumerate(sentences):
            names = names_in(sentence)
            for match, after in zip_longest(names, names[1:]):
                stretch = sentence[match.end() : after.start() if after else len(sentence)]
                said = said_before("partner", sentence, match.start())
                facts = facts_of("perpetrator", match["name"], relation_of(said), stretch)
                if len(names) == 1:
                    facts = _and_later(facts, sentence, sentences[at + 1 :])
                facts = list(living.secret(told.text, dict(facts)).items())
                group += 1
                found.unplaced += [
                    (Entry(Label(field, True, None), value, told.place, None, group, INFERRED), told)
                    for field, value in (facts if any(field == "dob" for field, _ in facts) else [])
                ]


def _and_later(facts: list[tuple[str, Text]], named: str, sentences: list[str]) -> list[tuple[str, Text]]:
    """With what the next sentences tell of whoever one alone was about: "His date of birth is ...".

    Not where "her" already stands beside the name, and may be another's: "Karl Voss, her ex. Her date of birth is ...".
    """
    said = {field for field, _ in facts}
    taken = set(plain(named).split())
    begun = takewhile(
        lambda pair: pair[0] and not names_in(pair[1]), ((GOES_ON.match(s), s) for s in sentences[:RECENT])
    )
    for start, sentence in begun:
        if not start or taken & SAME_GENDER[start.group()]:
            break
        born = births.BORN_LATER.search(sentence)
        facts = [*facts, *([("dob", Text(born["born"]))] if born and not said & {"dob", "age"} else [])]
        home = living.home(sentence, "perpetrator") if "address" not in said else ""
        facts += [("address", Text(home))] if home else []
        said = {field for field, _ in facts}
    return facts


def paragraphs(found: Gathered) -> list[Entry]:
    """Of letters that give each person a paragraph: the victim's partner, and the one who is nobody's relative.

    It is by elimination, and to be checked: there must be one of each, where no label named either.
    """
    known = {entry.role for entry in found.entries if entry.label.field in ("name", "surname", "forenames")}
    told = [(each, match) for each in found.unread if each.kind == "passage" and (match := BEGINS.match(each.text))]
    told = [(each, match) for each, match in told if not NOBODY.search(match["name"])]
    partners = [pair for pair in told if IS_PARTNER.match(pair[0].text, pair[1].end())]
    others = [pair for pair in told if pair not in partners and _is_told(pair[0].text[pair[1].end() :])]
    if not {"victim", "perpetrator"}.isdisjoint(known) or len(partners) != 1 or len(others) != 1:
        return []
    group = 1 + max((entry.group for entry in found.entries), default=0)
    entries = []
    for number, (role, (each, match)) in enumerate((("victim", others[0]), ("perpetrator", partners[0]))):
        said = IS_PARTNER.match(each.text, match.end())
        facts = facts_of(role, match["name"], said["relation"] if said else "", each.text[match.end() :])
        born = births.BORN_LATER.search(each.text)
        if born and not any(field == "dob" for field, _ in facts):
            facts.append(("dob", Text(born["born"])))
        entries += [
            Entry(Label(field, True, role), value, each.place, role, group + number, INFERRED) for field, value in facts
        ]
    return entries


def _is_told(stretch: str) -> bool:
    """What follows a name tells of a person: when they were born, where they live."""
    return births.BORN_LATER.search(stretch) is not None or bool(addresses.addresses_in_prose(stretch))


def relation_of(said: re.Match[str] | None) -> str:
    return (said["relation"] or "spouse") if said else ""


def _in_box(told: Unread) -> Iterator[Told]:
    """Whoever a passage in the box of the victim, or of the one who harms, names first with their birth.

    In a list of those who harm it may be their relation alone: "2) Ada Hollis, her mother-in-law".
    """
    for sentence in SENTENCE.split(told.text) if told.role in ("victim", "perpetrator") else []:
        names = names_in(sentence)
        if names:
            stretch = sentence[names[0].end() : names[1].start() if len(names) > 1 else len(sentence)]
            item = LIST_ITEM.fullmatch(sentence[: names[0].start()]) if told.role == "perpetrator" else None
            kin = IS_KIN.match(stretch) if item else None
            more = len(told.text) > names[0].end() + SHORTEST_MORE  # a name by itself may be a signature
            if (
                more and told.text.startswith(names[0].group()) and ALONE.match(stretch)
            ):  # "Ada Hollis. She is 36. Home: ..."
                yield str(told.role), names[0]["name"], "", told.text[names[0].end() :]
                return
            if births.is_born(stretch) or kin:
                yield str(told.role), names[0]["name"], kin["relation"] if kin else "", stretch
            return


def _in_passage(told: Unread, prior: list[str], *, turned: bool) -> Iterator[Told]:
    """What the sentences tell; `prior` are those before them in the letter, and grows."""
    before: Told | None = None
    begins = True
    for sentence in SENTENCE.split(told.text):
        said = list(_in_sentence(sentence, turned=turned))
        if not said and (named := _who_is_meant(sentence, prior[-RECENT:], begins=begins)):
            rest = sentence[named.end() :]
            said = [("victim", named["name"], "", rest), *_in_sentence(rest, turned=turned)]
        prior.append(sentence)
        begins = False
        yield from said
        if not said and before and before[0] == "perpetrator" and (his := IS_HIS.match(sentence)):
            yield before[0], before[1], his["relation"], sentence
        elif not said and before and (start := PRONOUN.match(sentence)) and start["who"] == _pronoun(before[2]):
            yield before[0], before[1], before[2], sentence
        before = said[0] if len(said) == 1 else None


def _who_is_meant(sentence: str, prior: list[str], *, begins: bool) -> re.Match[str] | None:
    """ "I refer a parent. Her name is Ada Hollis", or a passage that begins "She is Ada Hollis, born ..."."""
    named = HER_NAME.match(sentence) if any(map(REFERS.search, prior)) else None
    she = SHE_IS.match(sentence) if begins else None
    return named or (she if she and births.is_born(sentence[she.end() :]) else None)


def _pronoun(relation: str) -> str:
    """He or she, where the relation to the victim tells."""
    return {"male": "He", "female": "She"}.get(gender_of(relation), "")


def _in_sentence(sentence: str, *, turned: bool) -> Iterator[Told]:
    names = names_in(sentence)
    role, relation = "", ""
    for number, match in enumerate(names):
        last = names[number - 1].end() if number else 0
        listed = role == "child" and number and AND.fullmatch(_withoutfacts_of(sentence[last : match.start()]))
        if not listed:
            role, relation = _part(sentence, match, turned=turned)
        end = names[number + 1].start() if number + 1 < len(names) else len(sentence)
        if role:
            yield role, match["name"], relation, sentence[match.end() : end]


def names_in(sentence: str) -> list[re.Match[str]]:
    """Full names of people, and a first name alone where a date of birth or an age follows it, in order."""
    found = list(NAME.finditer(sentence))
    starts = [match.start() for match in found]
    listed = 0  # where the facts about the last child of a list begin
    alone = []
    for match in FIRST_NAME.finditer(sentence):
        before = bisect(starts, match.start())
        inside = before and match.start() < found[before - 1].end()
        if inside or not births.BORN.match(sentence, match.end()):
            continue
        facts = sentence[max(0, match.start() - FACTS) : match.start()]
        if BEFORE["child"].search(_withoutfacts_of(facts)[-REACH:]) or (
            listed and len(_withoutfacts_of(sentence[listed : match.start()])) < LISTED
        ):
            alone.append(match)
            listed = match.end()
    homes = [match.span() for match in HOME.finditer(sentence)]
    begun = [start for start, _ in homes]
    return sorted(
        (
            match
            for match in found + alone
            if not OF_WHO_IS_BEFORE.search(sentence, max(0, match.start() - 20), match.start())
            and not ((home := bisect(begun, match.start())) and match.start() < homes[home - 1][1])
            and not NOBODY.search(match["name"])
        ),
        key=lambda match: match.start(),
    )


def said_before(part: str, sentence: str, at: int) -> re.Match[str] | None:
    """The words of a part in the case, where they stand just before a name."""
    begins = max(0, at - REACH)
    return _just_before(part, sentence[max(0, begins - 1) : at], min(begins, 1))


@lru_cache(maxsize=KEPT)  # a hostile letter says the same before thousands of names
def _just_before(part: str, words: str, begins: int) -> re.Match[str] | None:
    """The same in the words before a name, behind the one letter that tells where their first word begins."""
    return BEFORE[part].search(words, begins)


def _part(sentence: str, name: re.Match[str], *, turned: bool) -> tuple[str, str]:
    """What the words just before a name say of its part in the case, and of its relation to the victim.

    In a letter that is headed by the one who harms it asks for their partner to be heard.
    """
    at = name.start()
    if turned and offenders.refers_partner(sentence[max(0, at - REACH) : at]):
        return "victim", ""
    harms = said_before("perpetrator", sentence, at) or said_before("harmed_by", sentence, at)
    if harms:
        return "perpetrator", harms["relation"] or ""
    if said_before("supervised", sentence, at) and offenders.SENTENCED.match(sentence, name.end()):
        return "perpetrator", ""
    if said_before("child", sentence, at):
        return "child", ""
    # Somebody of whom the letter writes is the victim only where it says when they were born.
    named = said_before("titled", sentence, at) or said_before("victim", sentence, at)
    named = named or (births.BORN.match(sentence, name.end()) and said_before("writes", sentence, at))
    named = named or (AT_A_MARAC.match(sentence, name.end()) and said_before("listed", sentence, at))
    named = named or (said_before("heard", sentence, at) and not offenders.DOES.search(sentence, name.end()))
    return ("victim", "") if named else ("", "")


def _withoutfacts_of(words: str) -> str:
    return FACTS_OF_A_CHILD.sub("", words)


def one_who_harms(name: str, relation: str, stretch: str, place: Place, group: int) -> list[Entry]:
    """Entries for somebody whom a sentence names as one who harms, with what the stretch after the name tells."""
    facts = facts_of("perpetrator", name, relation, stretch)
    return [of_one_who_harms(field, value, place, group) for field, value in facts]


def of_one_who_harms(field: str, value: Text, place: Place, group: int) -> Entry:
    return Entry(Label(field, True, "perpetrator"), value, place, "perpetrator", group, INFERRED)


def facts_of(role: str, name: str, relation: str, stretch: str) -> list[tuple[str, Text]]:
    facts = [("name", Text(name))] + ([("relationship_to_victim", Text(tidy(relation)))] if relation else [])
    born = births.birth(stretch)
    if born:
        facts.append(("dob", Text(born[1])))
    elif births.BORN.match(stretch) and (years := births.age(stretch)):
        facts.append(("age", Text(f"aged {years}")))
    if role == "child":
        return facts
    told = addresses.addresses_in_prose(stretch)[:1]
    if told:
        return [*facts, ("address", Text(f"{told[0].text}, {told[0].postcode}"))]
    same = SAME_HOME.search(stretch)
    return [*facts, ("address", Text("same address"))] if same and role == "perpetrator" else facts
