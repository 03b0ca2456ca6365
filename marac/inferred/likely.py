"""Makes out what a heading or label on no list is about, by single words of it and by what is written beside."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from marac.answers import addresses, choices
from marac.answers.senders import POST, SENDER
from marac.inferred import whole
from marac.kernel.dates import dates_in
from marac.kernel.identifiers import phones_in
from marac.kernel.postcodes import postcode_places
from marac.labels.known import BRACKETS, FILLER, LONGEST_LABEL, NUMBER, ROLES, Label
from marac.labels.relations import RELATIONS, relation_words
from marac.labels.sections import HEADED
from marac.labels.wording import pattern
from marac.written.text import Text, plain

RELATION = relation_words().replace("\\-", " ")
WORDS = tomllib.loads((Path(__file__).parent / "likely.toml").read_text(encoding="utf-8"))
SURELY = [(role, pattern(written, WORDS["parts"])) for role, written in WORDS["surely"].items()]
WHOSE = [(role, pattern(written, WORDS["parts"])) for role, written in WORDS["whose"].items()]
# Somebody of the family of one of our people is somebody else.
KIN = re.compile(
    rf"\b(?:victim|perpetrator|client|survivor|patient|suspect|offender|her|his|their|\w+s) (?:{RELATION})s?\b"
    rf"|\b(?:{RELATION})s? (?:of|to)\b(?! (?:the )?child)"
)
HARMED = re.compile(r"\bwho (?:is|was|has been) (?:\w+ )?(?:at risk|harmed|abused|hurt|being)\b")
TRUSTED = re.compile(
    r"\btrust(?:s|ed)?\b|\b(?:some|any)(?:one|body) (?:our|the|this) (?:client|victim|patient|tenant|resident)\b"
)
AFTER = re.compile(WORDS["after"]["words"])
OTHERS = re.compile(WORDS["others"]["words"])
FIELDS = [(field, re.compile(cue), re.compile(WORDS["without"][field])) for field, cue in WORDS["fields"].items()]
PARTS = {phrase for phrase, _ in ROLES}  # "VICTIM" is nobody's name
SAID_TOO = {
    "anywhere",
    "ever",
    "else",
    "also",
    "first",
    "second",
    "third",
    "believe",
    "think",
    "concern",
    "ours",
    "whom",
}
MOST_WORDS = 14  # of a label
SOMEBODY = re.compile(
    r"(?:the )?(?:parent|mother|father|mum|dad|adult|person|individual|man|woman|lady|gentleman|party|partner|carer|"
    r"member|who|whom|who is it|who is this|them|her|him)(?: name)?"
)
BESIDE = re.compile(rf"(?:,\s*|\s*\(\s*)(?i:(?:ex|former|estranged|step)?[- ]?(?:{RELATION}))(?: in law)?\s*\)?\Z")
LONGEST = 160  # characters of a fact about a person
STREET = re.compile(
    rf"\b(?:Flat|Room|Unit|Block|HMP|YOI|House|Hostel|Farm|Tower|Pitch|Plot|NFA|N/?F/?A|{addresses.STREETS})\b"
)
KEPT_AWAY = re.compile(
    r"\b(?:not|away|never|exclu\w*|within|near|outside|injunction|order|contact|conditions?|visits?|sent|mother|father|mum|dad|"
    r"parents?|sister|brother|son|daughter|address of|post)\b"
)
MOST_OF_A_PRISON = 8  # words, of its name and of since when
EARLIER = re.compile(r"\b(?:previous\w*|history|before|past|sentences?|served|from|records?)\b")
FEWEST_WORDS = 12  # of an account
TELLS = re.compile(
    r"\b(?:details?|notes?|account|events?|what|why|happened|disclos\w+|information|circumstances|call)\b"
)
WRITTEN_BY = re.compile(
    r"\b(?:taken|made|written|completed|sent|recorded|prepared|raised|reported|submitted) by\b|^(?:author|sender|from)$"
)
POSTS = re.compile(r"\b(?:role|job|post|position|designation|appointment|your title|job title)\b")
AREA = re.compile(r"(?:which |what |local |marac )?(?:area|borough|district)(?: of marac)?")
EMPLOYS = re.compile(r"\b(?:organisation|organization|agency|employer|where you work|you work for|branch)\b")
NAME = re.compile(r"[^\W\d_][\w'’.-]*(?:(?:,\s*|\s+)[^\W\d_][\w'’.-]*){0,5},?\s*\Z")


@lru_cache(maxsize=4096)
def whose(words: str) -> str | None:
    """Whom the words speak of; None where that is nobody of ours, or not plain."""
    bare = plain(words)
    if not bare or len(bare.split()) > MOST_WORDS:
        return None
    if KIN.search(bare) or TRUSTED.search(bare):
        return None
    alone = plain(BRACKETS.sub(" ", words))  # "Who is she at risk from? (one column each)"
    surely = [role for role, spoken in SURELY if spoken.search(alone)]
    surely = surely or [role for role, spoken in SURELY if spoken.search(bare)]
    if surely:
        return surely[0] if len(surely) == 1 else None
    told, head = _roles(bare), AFTER.split(bare)[0]
    noun = _roles(head)
    if not noun and OTHERS.search(head) and not HARMED.search(bare):
        return None
    if len(set(told)) < 2:
        return told[0] if told else None
    told = [role for role in told if role != "referrer"]  # "the person whom you are worried about"
    if len(set(told)) == 1:
        return told[0]
    one = set(noun) if len(set(noun)) == 1 else set(noun) - {"victim", "perpetrator"}
    return one.pop() if len(one) == 1 else None


def _roles(bare: str) -> list[str]:
    """Everybody of whom the words speak, as they come."""
    found: list[tuple[int, str]] = []
    for role, spoken in WHOSE:
        found += [(match.start(), role) for match in spoken.finditer(bare)]
        bare = spoken.sub(lambda match: "_" * len(match.group()), bare)
    return [role for _, role in sorted(found)]


def label(printed: str, value: Text) -> Label | None:
    """What is asked by a label of which one word tells, where the answer has the looks of one; else None."""
    bare = plain(NUMBER.sub("", printed.strip()))
    if len(printed) > LONGEST_LABEL or len(bare.split()) > MOST_WORDS or value.blank:
        return None
    role = whose(printed)
    if OTHERS.search(bare) and role is None:
        return None
    for field, cue, barred in FIELDS:
        if cue.search(bare) and not barred.search(bare) and looks(field, value):
            to_her = field == "relationship_to_victim" and role == "victim"
            return Label(field, True, None if to_her else role)
    alone = role in ("victim", "perpetrator", "child") and not _left(bare)
    return Label("whole", True, role) if alone and is_name(value) else None


def _left(bare: str) -> set[str]:
    """What a label says besides whom it speaks of."""
    for _, spoken in [*SURELY, *WHOSE]:
        bare = spoken.sub(" ", bare)
    return set(AFTER.sub(" ", bare).split()) - FILLER - HEADED - SAID_TOO


def of_referral(printed: str, value: Text) -> Label | None:
    """The same of what is asked of those who refer, and of the account; never of a person."""
    bare, words = plain(printed), value.words.strip()
    if whose(printed) not in (None, "referrer") or len(bare.split()) > MOST_WORDS or choices.is_unknown(words):
        return None
    if len(words.split()) >= FEWEST_WORDS:
        return Label("narrative", False, None) if TELLS.search(bare) and words.endswith(".") else None
    if WRITTEN_BY.search(bare) and is_name(Text(words.partition(",")[0])):
        return Label("referrer", False, None)
    if dates_in(words, last_year=2100) or re.search(r"\d{4}|@|\?", words) or not words[:1].isupper():
        return None
    if AREA.fullmatch(bare):
        return Label("case_area", False, None)
    if POSTS.search(bare):
        return Label("referrer.role", False, None)
    agency = SENDER.search(words) is not None and POST.search(words) is None
    return Label("referrer.agency", False, None) if agency or EMPLOYS.search(bare) else None


def looks(field: str, value: Text) -> bool:
    """Whether this can be an answer to the field."""
    words = value.words.strip()
    if len(words) > LONGEST or choices.is_unknown(words):
        return False
    if field == "dob":
        return bool(dates_in(words, last_year=2100))
    if field == "phone":
        return bool(phones_in(words))
    if field == "lives_with":
        return addresses.WITH.match(words) is not None and addresses.same_as(words) is None
    if field in ("address", "postcode"):
        return _is_home(words)
    if field == "relationship_to_victim":
        named = whole.LED.match(words) is not None  # "her grandson Kit Reeve" is a person, and no relation alone
        return (
            not named and whole.RELATION.search(words) is not None and not phones_in(words) and len(words.split()) < 9
        )
    return is_name(value) and plain(words) not in RELATIONS and (field == "name" or len(words.split()) < 4)


def at_home(printed: str, value: Text) -> bool:
    """A prison, or an address with its postcode, beside words that speak of nobody else, is where somebody lives."""
    words = value.words.strip()
    bare = plain(printed)
    if len(words) > LONGEST or OTHERS.search(bare) or whose(printed) or KEPT_AWAY.search(f"{bare} {plain(words)}"):
        return False
    if addresses.PRISON_NAMED.match(words) and (len(words.split()) <= MOST_OF_A_PRISON or EARLIER.search(bare)):
        return not EARLIER.search(bare)
    return len(postcode_places(words)) == 1 and len(addresses.addresses_in(words)) == 1


def heads(printed: str, value: Text) -> bool:
    """A full name that is the first answer in somebody's box, beside words that speak of nobody else, is theirs."""
    return SOMEBODY.fullmatch(plain(printed)) is not None and len(value.words.split()) > 1 and is_name(value)


def is_name(value: Text) -> bool:
    """A name and nothing else, or a name with what belongs to a person after it."""
    words = value.words.strip()
    if choices.yes_no(value).known or plain(words) in PARTS:
        return False
    if len(words) < LONGEST:
        words = BESIDE.sub("", whole.ALIAS.sub("", words))
    if NAME.match(words):
        value = Text(words)
        return whole.is_person(value) and all(
            w[:1].isupper() or w in whole.PARTICLES for w in re.findall(r"[\w'’-]+", words)
        )
    return whole.is_listed(value)


def _is_home(words: str) -> bool:
    another = words.lower().startswith("same ") and addresses.as_of(words)
    if another or addresses.same_as(words) or addresses.homeless(words) or postcode_places(words):
        return True
    named = addresses.NAMED_STREET.search(words) is not None  # "still in the house at Fuller Close"
    return named or (bool(addresses.addresses_in(words)) and STREET.search(words) is not None)
