"""Knows what forms call things: finds the field and the person that a printed label speaks of."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from marac.labels import indeed, relating, wishes
from marac.labels.phrases import Phrases
from marac.labels.relations import RELATED
from marac.labels.weighed import field_of
from marac.labels.wording import TURNED, asked_for, usual
from marac.written.text import plain

WORDS = tomllib.loads((Path(__file__).parent / "known.toml").read_text(encoding="utf-8"))
FILLER = set(WORDS["filler"]["words"])
NOTHING = frozenset(FILLER | {"victim", "perpetrator", "child", "referrer"})  # says nothing of what is asked
_ROLES = [(usual(phrase), role) for role, phrases in WORDS["roles"].items() for phrase in phrases]
_ROLES += [(f"{phrase}s", role) for phrase, role in _ROLES if role != "case" and not phrase.endswith("s")]
ROLES = Phrases(sorted(_ROLES, key=lambda pair: -len(pair[0])))  # a longer phrase wins over a shorter one
PHRASES = Phrases(
    sorted(
        (
            (usual(phrase), field, kind)
            for kind in ("fields", "person")
            for field, phrases in WORDS[kind].items()
            for phrase in phrases
        ),
        key=lambda item: -len(item[0]),
    )
)
NAMES = {phrase for phrase, _, _ in PHRASES}
CASTED = ("victim", "perpetrator", "child", "referrer", "other", "household")
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
TEXT = "text"  # beside a number: whether it may be sent one
LONGEST_LABEL = 140
LONGEST_LINE = 90
# A label that asks for a whole person at once: the name and the date of birth in one box.
NAMED = re.compile(r"\bnames?\b")
BORN = re.compile(r"\b(?:dobs?|d o b|dates? of birth|born|ages?)\b")
NUMBER = re.compile(r"^(?:(?:Q\.? ?|[A-H])?\d{1,2}(?:\.\d{1,2})?[a-z]?[.):]?\s+(?!or more\b)|[A-Z][.)]\s+)", re.I)
CHOICES = re.compile(r"(?:yes|no|y|n)(?: (?:yes|no|y|n|[dn]k|unsure|don ?t know|not known|n a))+")
AS_ANOTHERS = re.compile(
    r"(?:[Ss]ame )?[Aa]s (?:for )?(?:the )?[\w ]{1,20}[’']s (?:home )?(?:address|home)\b"
)  # an answer
LETTERED = re.compile(
    r"^\(?(?:[A-Ha-h]\d{0,2}|[ivx]{1,5}|[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})?)[.):]\s+(?=\S)|^[A-H](?: {2,}|\t)\s*(?=[A-Z])"
)
TELLING = re.compile(r"\d{3}|@|:\s*\S|[.;!]\s+\S|[.;!]$|\t|\s{3}|\n|[☐☒☑✓✔√]|[–-]\s+\S|\d/\d")
PRONOUN = re.compile(r"(?:He|She|They|We|I|There|It|As|In|On)\s")
BEGINS = re.compile(r"[^\W\d_a-z]|(?:3|14)(?:\+| (?i:or more)\b)")  # "3+ calls in 12 months"
MOST_WORDS = 18
SHORTEST_SENTENCE = 3  # words: "He is her" asks what he is
MOST_BESIDE, MOST_ASKED = 3, 6  # words of a line besides those that ask for the field
MOST_ALONE = 7  # words of a label without a question mark
WHO = re.compile(r"(?:and )?who (?:is|are) (?:the )?(?P<whom>[a-z]+)$")
WHICH = re.compile(r"(?:which|what|any|who are|are there|list)\b.*\bchild(?:ren)?\b")
# Where a form is to be sent is nothing about the case.
OURS = re.compile(
    r"(?:please )?(?:send|return|submit|e ?mail (?:this|to|the|completed)|completed form|once complete"
    r"|by (?:secure )?(?:e ?mail|post|hand)$)\b"
)
YOURS = {"name", "surname", "forenames", "phone", "occupation"}
# Questions that are about the victim alone: what is asked of anybody else is not the answer.
OF_THE_VICTIM = ("consent.", "safe_to_")
# Whether somebody could agree, was asked, or agreed to something else, is not whether they agreed to this.
GIVEN = ("consent.consent_given", "consent.victim_aware")
OTHER_CONSENT = re.compile(
    r"\b(?:capacity|able|ability|unable|sought|asked|refus\w+|declin\w+|withdr\w+|withheld|overrid\w+|"
    r"dispens\w+|interview|statement|medical|photograph\w*|treatment|examination|prosecut\w+|explained|understand\w*|"
    r"before|previous\w*|reluctan\w+)\b"
)
SAYS_TO_WHOM = ("relationship_to_", "lives_with")
TO_CALL = re.compile(r"(?:is|can|may|ok|safe)\b.*\bto (?:contact|call|ring|phone|use|telephone)\b")
CONDITION = re.compile(r"(?:if|when|where(?! (?:is|are|do|does|did|was|were) )|unless)\b", re.I)
OF_CONSENT = re.compile(r"\b(?:aware|told|informed|knows?|agree[ds]?|consent\w*|judge?ment)\b")
REFERENCE = re.compile(r"\b(?:no|number|id|ref|reference|code)$")
LENGTH = re.compile(r"\b(?:length|duration|how long|began|start(?:ed)?|ended|since|years)\b")
INSTEAD = re.compile(r"\b(?:alternative|other|trusted|second|backup) (?:safe )?contacts?\b")
KIN = re.compile(r"\bemergency contacts?\b|\bnext of kin\b")
# Asks what one of our people is to another: "What is he to our client", "Is the patient's ...", "To the victim".
HALVES = re.compile(r"\s+[/|]\s+|\n")
OTHER_DAYS = re.compile(
    r"\b(?:incident|offence|assessment|dash|checklist|assault|event|attendance|risk|meeting|marac)\b"
)
THIS_DAY = re.compile(r"\b(?:referr\w*|request|forms?|complet\w*|sent|report)\b")
# What a form adds to a label: remarks, conditions, a second question.
# "Is he / she a learner here?" opens no box, and asks for nobody.
WHETHER = re.compile(
    r"(?:\d{1,2} )?(?:is|are|was|were|does|do|has|have|did|will|can) (?:he|she|they|this person|perp\w*|pop)\b"
)
CONNECTED = re.compile(
    r"\bwhat (?:he|she|they|each) (?:is|are) to\b.*"
    r"|\b(?:relat\w+|connect\w+|links?|tie|known) (?:to|with|of) (?:the |our |this )?\w+"
    r"(?: (?:and|or) (?:to )?(?:the |our |this )?\w+)?"
)
# Heads a box, and asks nobody who they are.
WORRIED = re.compile(r"who (?:are|is) you (?:worried|concerned) about\b")
# "Has she agreed? (delete) Yes / No": the answers that a label offers.
OFFERED = re.compile(
    r"\s*(?:\((?:please )?(?:delete|circle|tick|highlight|ring)[^()]*\)\s*)?\b(?:yes|y)\s*/\s*(?:no|n)\b"
    r"(?:\s*/\s*\w[\w’' ]*)?\W*\Z",
    re.I,
)
# "He / she / they": which of them.
PRONOUNS = re.compile(r"(?:he|she)(?: (?:or )?(?:he|she|they|him|her|them))+")
HE_OR_SHE = re.compile(r"\b(s?he|his|hers?|him|they|them)/(?:s?he|his|hers?|him|they|them)\b", re.I)
ADDED = re.compile(
    r",?\s+(?:inc\.?|including|include|if|please|e\.?g\.?|i\.?e\.?|such as|as appropriate|"
    r"where (?:applicable|relevant|known|possible|different))(?=\s|$).*"
    r"|[?.]\s+(?=[A-Z]).*|\s+[-–—]\s+(?=[a-z]|\d{1,2} (?:or|ticks)\b).*|\s*/\s*[A-Za-z].*|,\s+(?=[a-z]).*",
    re.S,
)


WHOSE_OWN = ("aliases", "previous_address", "postcode")  # whose they are the label says, whatever else it asks
CROSSES = "✗✘"  # where ticks are used they mean no: what stands behind one is an answer, and asks nothing


@dataclass(frozen=True)
class Label:
    """`field` as named in known.toml; `personal` when it belongs to a person; `role` if the label says whose."""

    field: str
    personal: bool
    role: str | None


@lru_cache(maxsize=4096)
def find(words: str) -> Label | None:
    """The field that a printed label asks for, first without what stands in brackets, then with it."""
    if not words.strip() or len(words) > LONGEST_LABEL or words.lstrip()[0] in CROSSES:
        return None
    words = LETTERED.sub("", words.strip(" *"))
    words = OFFERED.sub("", words) or words
    if CHOICES.fullmatch(plain(words)) or AS_ANOTHERS.match(words):
        return None
    if plain(words) == TEXT:
        return Label("safe_to_text", True, None)
    label = _meant(words, usual(plain(BRACKETS.sub(" ", words))))
    return None if label and label.field == "whole" and WHETHER.match(plain(words)) else label


def _meant(words: str, bare: str) -> Label | None:
    if OURS.match(bare) or WORRIED.match(bare):
        return None
    if (related := relating_label(words, bare)) is not None:
        return related
    if PRONOUNS.fullmatch(bare):
        return Label("gender", True, None)
    if not TELLING.search(words) and (viewed := wishes.view(_by_role(bare))):
        return Label(indeed.meant(viewed, bare), False, None)
    if BORN.search(bare) and (NAMED.search(bare) or WHICH.match(bare)):
        return Label("whole", True, role_in(CONNECTED.sub(" ", bare)))
    if (asked := WHO.match(bare)) and words.rstrip().endswith("?") and (role := role_in(asked["whom"])) in CASTED:
        return Label("whole", True, role)
    return (
        _in_front(words)
        or _find(bare)
        or _find(usual(plain(words)))
        or _in_halves(BRACKETS.sub(" ", words))
        or _asked(words, bare)
        or _wished(words, bare)
        or _made_out(words, bare)
    )


def _made_out(words: str, bare: str) -> Label | None:
    """The grounds, and what else is asked in words of which no one alone tells; a sentence asks for nothing."""
    field = indeed.NOTHING if TELLING.search(words) else indeed.meant(indeed.NOTHING, _by_role(bare))
    return None if field == indeed.NOTHING else _indeed(field, None)


def _wished(words: str, bare: str) -> Label | None:
    """Consent, and what was heard before, in words on no list; a sentence asks for nothing."""
    field = None if TELLING.search(words) else wishes.consent(_by_role(bare)) or wishes.earlier(_by_role(bare))
    return _cautious(bare, Label(field, False, role_in(bare))) if field else None


def relating_label(words: str, bare: str) -> Label | None:
    """The label of a question that asks what somebody is to the victim, or to the one who harms."""
    owner = usual(plain(BRACKETS.sub(" ", relating.UNFINISHED.sub("", words))))
    fields = (relating.field(words, each, _by_role(each)) for each in dict.fromkeys((bare, owner)))
    return next((Label(field, True, None) for field in fields if field), None)


def _in_front(words: str) -> Label | None:
    """The field of a label to which remarks, a condition or a second question were added."""
    whole = HE_OR_SHE.sub(r"\1", BRACKETS.sub(" ", words)).strip(" :")
    front = ADDED.sub("", whole, count=1)
    if front == whole or not front or CONDITION.match(front) or only_label(whole):
        return None
    bare = usual(plain(front))
    return (_find(bare) if only_label(front) else None) or _asked(front, bare)


def _asked(words: str, bare: str) -> Label | None:
    """The field that a question asks for in words that are on no list. An answer or a sentence asks for nothing."""
    words = NUMBER.sub("", words.strip()).rstrip(" :?")
    telling = TELLING.search(words) or (PRONOUN.match(words) and len(words.split()) > SHORTEST_SENTENCE)
    if telling or not BEGINS.match(words) or len(words.split()) > MOST_WORDS:
        return None
    said = _by_role(bare)
    asked = (field_of(said, NOTHING), asked_for(said), field_of(_by_role(usual(plain(words))), NOTHING))
    labels = (_cautious(bare, Label(each, each in WORDS["person"], role_in(bare))) for each in asked if each)
    return next(filter(None, labels), None)


def _in_halves(words: str) -> Label | None:
    """The field of a label that is printed in two languages, or in two ways."""
    halves = [half for half in HALVES.split(words) if half.strip()]
    asks = words.rstrip().endswith("?")  # "Minicom / text" asks for a number
    known = [half for half in halves if asks or plain(half) != TEXT]
    found = [label for half in known if (label := find(half))] if len(halves) == 2 else []
    return found[0] if found and len({label.field for label in found}) == 1 else None


def bare(words: str) -> Label | None:
    """The field of a line that is a label and nothing more; a sentence that holds such words is not."""
    if len(words) > LONGEST_LINE or (words.rstrip().endswith((".", ",", ";")) and "?" not in words):
        return None
    label = find(words)
    if label and label.field == "whole":
        return label
    stripped = usual(plain(HE_OR_SHE.sub(r"\1", BRACKETS.sub(" ", words))))
    phrase = next((p for p, field, _ in PHRASES.within(stripped) if label and field == label.field), "")
    if not phrase:
        return label if label and (words.rstrip().endswith("?") or len(words.split()) <= MOST_ALONE) else None
    longest = MOST_ASKED if words.rstrip().endswith("?") else MOST_BESIDE
    return label if len(_others(stripped, phrase)) <= longest else None


@lru_cache(maxsize=4096)
def only_label(words: str) -> bool:
    """The words are a label with nothing beside it but its number, whose it is, and remarks in brackets."""
    bare = usual(plain(BRACKETS.sub(" ", words)))
    return re.match(r"\d{1,2}[.)]", words) is not None or any(
        not _others(bare, phrase) for phrase, _, _ in PHRASES.within(bare)
    )


def says_more(words: str) -> bool:
    """More than the people, the filling words and the remarks in brackets that belong to a label."""
    return bool(_others(plain(BRACKETS.sub(" ", words)), ""))


def role_in(words: str) -> str | None:
    """Whose field it is, when the words say so."""
    return next((role for _, role in ROLES.within(words)), None)


def _find(bare: str) -> Label | None:
    for phrase, field, kind in PHRASES.within(bare):
        if _enough(bare, phrase):
            own = field == "referrer.agency" or (kind == "person" and not field.startswith(SAYS_TO_WHOM))
            said = role_in(without(bare, phrase)) or (role_in(phrase) if own else None)
            role = "other" if KIN.search(bare) or (INSTEAD.search(bare) and NAMED.search(bare)) else said
            mine = phrase in ("direct line", "direct") or any(holds(bare, word) for word in ("your", "me", "my"))
            role = "referrer" if field in YOURS and role is None and mine else role
            return _cautious(bare, Label(field, kind == "person", role))
    return None


def _cautious(bare: str, label: Label) -> Label | None:
    """The label, or what it asks for indeed; nothing where a word of it makes another question of it."""
    field = label.field
    if (
        _turned(bare, field)
        or (field.startswith(GIVEN) and OTHER_CONSENT.search(bare))
        or _of_others(bare, field, label.role)
    ):
        return None
    if field == "housing" and REFERENCE.search(bare):
        return None
    if field == "address_confidential" and label.role == "perpetrator":  # from whom it is kept
        return Label("address_confidential", True, None)
    if field == "referrer" and label.role in ("victim", "perpetrator", "child", "other") and NAMED.search(bare):
        return Label("name", True, label.role)
    asked = indeed.meant(field, bare)
    if asked != field:
        return _indeed(asked, label.role if asked in WHOSE_OWN else None)
    return Label(field, label.personal, _spoken_of(bare, label))


def _indeed(field: str, role: str | None) -> Label:
    """A label by what its words mean in the end; a number of those who refer is a number."""
    if field == "referrer.phone":
        return Label("phone", True, "referrer")
    return Label(field, field in WORDS["person"], role)


def _spoken_of(bare: str, label: Label) -> str | None:
    """Whose the answer is: whom a label names besides may be the one to whom it relates them."""
    field, role = label.field, label.role
    if field == "relationship_to_victim":  # "relationship to other party" in the victim's box is the victim's
        to_him = re.search(r"\bto (?:the )?(?:victim (?:and |or )?(?:the )?)?perpetrator\b", _by_role(bare))
        return role if role in ("perpetrator", "child") and not to_him else None
    if field in ("relationship_to_perpetrator", "lives_with"):
        return "child" if role == "child" else None
    if field == "shares_home":
        return "perpetrator"
    return None if label.personal and role in ("case", "checklist") else role


def _turned(bare: str, field: str) -> bool:
    """Asks the contrary, or of another day, or whether a number may be rung rather than which it is."""
    if field == "referral_date":
        return bool(OTHER_DAYS.search(bare)) and not THIS_DAY.search(bare)
    safety = field.startswith("safe_to_") and (TURNED.search(bare) or RELATED & set(bare.split()))
    how_long = field.startswith("relationship") and LENGTH.search(bare)
    return bool(safety or how_long) or (field == "phone" and TO_CALL.match(bare) is not None)


def _of_others(bare: str, field: str, role: str | None) -> bool:
    """Asks of somebody else what only the victim is asked, or only those who refer."""
    if field.startswith("referrer") and OF_CONSENT.search(bare):
        return True
    if field in ("referrer.role", "referrer.agency"):
        if holds(bare, "number") or holds(bare, "risk"):
            return True
        return role in ("checklist", "victim", "perpetrator", "child")
    of_her = field.startswith(OF_THE_VICTIM) and not field.startswith("views.")
    return of_her and any(role in ("perpetrator", "child", "other") for _, role in ROLES.within(bare))


@lru_cache(maxsize=4096)
def _by_role(bare: str) -> str:
    """With the two whom every form asks about called by the same words, whatever this one calls them."""
    for phrase, role in ROLES.within(bare):
        if role in ("victim", "perpetrator") and holds(bare, phrase):
            bare = without(bare, phrase, role)
    return bare


def _enough(bare: str, phrase: str) -> bool:
    """A single common word must be nearly the whole label; a longer phrase may stand in a question."""
    others, words = _others(bare, phrase), phrase.split()
    return len(others) <= (0 if len(phrase) < 9 else 2 if len(words) == 1 else 9)


def _others(bare: str, phrase: str) -> list[str]:
    """The words of a label besides the phrase, the people it may name, and filling words."""
    left = without(bare, phrase)
    for named, _ in ROLES.within(left):
        left = without(left, named)
    return [word for word in left.split() if word not in FILLER]


def holds(bare: str, phrase: str) -> bool:
    return f" {phrase} " in f" {bare} "


def without(bare: str, phrase: str, instead: str = "") -> str:
    if not phrase:
        return bare
    return f" {bare} ".replace(f" {phrase} ", f" {instead} ", 1).strip()
