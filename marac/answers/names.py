"""Takes apart the ways in which forms write a person's name."""

import re
from dataclasses import dataclass

from marac.answers import choices
from marac.kernel.names import TITLES, ordinary_case, split_name
from marac.labels.relations import RELATIONS, relation_words
from marac.written.text import plain

ALSO = (
    r"(?:also\s+)?(?:known\s+as|a\.?k\.?a\.?|goes\s+by|alias|formerly|previously|used\s+to\s+be(?:\s+called)?|"
    r"also\s+called|also\s+uses|calls?\s+(?:her|him|them)sel(?:f|ves)|(?:everyone|everybody|people|friends|family|all)\s+(?:here\s+)?calls?\s+(?:her|him|them)|"
    r"(?:street|nick|pet)\s?names?|(?:likes?|gets)(?=\s+[‘'“\"])|(?:always|usually|mostly)(?:\s+called)?|(?:at\s+home\s+)?(?:they|we)\s+call\s+(?:her|him|them)|known\s+to\s+friends\s+as|likes?\s+to\s+be\s+called|(?:she|he)\s+(?:likes|prefers)|on\s+(?:Facebook|Instagram|Snapchat|TikTok|X)\s+as|prefers(?:\s+to\s+be\s+called)?"
    r"|@(?=\s)|(?<=\()was|(?<=, )(?:was|likes|uses)(?= (?-i:[A-Z]))|n[ée]e|maiden\s+name|aka|or)"
)
# What may stand around another name where one is asked for: "née Kerr", "uses Lee-Moir on Facebook".
AROUND = re.compile(
    rf"\A(?i:{ALSO}|was|uses|also|before marriage)\s*:?\s+(?=\W?[A-Z])"
    r"|\A(?:Facebook|Instagram|Snapchat|TikTok):?\s+@?(?=\w)"
    r"|\s+(?:on|online) ?(?:Facebook|Instagram|Snapchat|TikTok|line)?\W*\Z"
    r"|\s+is (?:the|her|his|their) (?:married|maiden|birth|former) name\W*\Z"
    r"|\s+at (?:school|work|home)\W*\Z|\s+(?:when|until|till|to|before|since) [a-z\d][^,;]*\Z"
    r"|\s+\((?:before|after|maiden|former|birth|married|previous)\b[^()]*\)\W*\Z"
)
ALIAS = re.compile(rf"(?<![\s,(\[])[\s,(\[]+{ALSO}\s*:?\s+[‘'“\"]?(?P<name>[^)\]’”\"]+?)['’”\"]?\s*(?:[)\]]|$)", re.I)
ALSO_FIRST = re.compile(rf"{ALSO}\s", re.I)
BRACKETED = re.compile(r"(?<!\s)\s*[(\[]\s*[‘'“\"]?(?P<name>[^)\]]*?)['’”\"]?\s*[)\]]")
QUOTED = re.compile(r"(?:,?\s+|\A)[‘“\"'](?P<name>[^’”\"']{2,30})[’”\"'](?!\w)\s*")
RANK = re.compile(
    r"^\s*(?:\d{4,10}\s+)?(?:(?:L/?Cpl|Cpl|Sgt|SSgt|WO[12]|Pte|Gnr|Spr|Tpr|Rfn|Capt|Maj|Lt|2Lt|PC|DC|DS|PS|DI"
    r"|WPC|PCSO) (?:\d{2,6} )?)?"
)
# Words whose capitals make no name of somebody: of houses that have staff, of streets, and of the calendar.
INSTITUTIONS = (
    r"MARAC|Police|Council|Hospitals?|Health Centre|School|Juniors|Infants|Primary|Academy|Nursery|NHS|Services?|Trust|"
    r"Partnership|Association|Foundation|Hospice|Charity|Team|Centre|Surgery|Practice|Medical|Clinic|Refuges?|Safeguarding|Department|Unit"
)
STREETS = r"Court|Street|Road|Lane|House"
CALENDAR = (
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
WORDS_OF_FORMS = frozenset(
    ["yes", "no", "none", "not", "known", "unknown", "n", "a", "high", "medium", "low", "standard", "client", "person",
     "dash", "parent", "child", "children", "adult", "patient", "nhs", "pre", "birth", "victim", "perpetrator", "risk",
     "other", "others", "name", "names", "detail", "details", "tbc", "as", "above", "in", "of", "the",
     "student", "pupil", "learner", "carer", "resident", "tenant", "customer", "user", "service", "young", "he", "she",
     "contact", "needs", "and", "safety", "history", "background", "consent", "information",
     "both", "all", "neither", "each", "they", "everyone", "everybody", "nobody", "three", "two"]
)  # fmt: skip
ASKS_BOTH = re.compile(r"\b(?:nick ?names?|other names?|known as|a\.?k\.?a|alias(?:es)?|go(?:es)? by|called)\b", re.I)
MOST_NAMES = 4
ELDER = re.compile(
    r"\((?:her |his |their )?(?:mother|father|mum|dad|brother|sister|aunt|uncle|nan|gran\w*)\)"
    r"|[’']s (?:brother|sister|mother|father)",
    re.I,
)
# "Tyler, surname not given"; "Ann LEE, his mother".
NOT_GIVEN = re.compile(
    rf",\s*(?:his|her|their) (?:{relation_words()})\s*\Z|"
    r"(?<![\s,;(–-])[\s,;(–-]+(?:(?:her|his|their) )?(?:surname|last name)\s+(?:is\s+)?(?:not|un|n/?k|never)\s?\w*\)?",
    re.I,
)
ALSO_CALLED = re.compile(r"(?<=\w)\s+[–—-]\s+(?P<names>\D+)\Z")
ONLINE = re.compile(r"\w+_\w+")  # "domk_bar on the apps"
FULL_STOP = re.compile(r"(?<=[^\W\d_]{3})\.\Z")  # of a sentence, and not of an initial or a title
NEXT_SENTENCE = re.compile(r"(?<!\bMrs)(?<!\bMiss)(?<!\bRevd)(?<=[^\W\d_]{3})\.\s+(?=[A-Z])")
SURNAME_BENEATH = re.compile(
    r"\A([A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+)*)\n(?=[A-Z][A-Z'’-]+\s*(?:[(,]|\Z))"
)  # of one wrapped line
# Said of another name, and none: "to 2021", "prev."; "never say it".
WHEN = re.compile(r"\s*(?:(?:to|until|till|since|before|from)\b(?! marriage)|prev(?:iously)?\.?\s*\Z)")
# "Ada Lowe (on her passport)", "ada_l on Snap": by whom, where or when somebody is called so.
REMARK = re.compile(r"\s*\([^()]*\b[a-z]{2,}\b[^()]*\)\W*\Z")
WHERE = re.compile(r"(?<=\w) (?:on|at|in|to|by|with|for|when|among) [^,;()]*\Z")
SAID = re.compile(r"\w (?!(?:de|la|van|der|den|von|al|el|bin|ap|ferch|of)\b)[a-z]{2,}\b")
LONGEST = 300  # characters of a name with all that forms write around it
# A label inside a name shows that two boxes ran into one: nobody is named by it.
RAN_TOGETHER = re.compile(
    r"\b(?:Name|DOB|D\.O\.B|Date of [Bb]irth|Address|Tel|Telephone|Phone|Gender|Surname|Forename)\b|\S@\S"
)
NOBODY = re.compile(  # "None", "Dean has no children"
    r"\W*(?:(?:\w+ ){1,2}ha(?:s|ve) (?:none|no (?:children|kids|dependants))|none|nil|nobody|no one"
    r"|no (?:other )?(?:children|dependants))\b[^.;]*\.?\W*\Z",
    re.I,
)
SOMEBODYS = re.compile(r"\W*[A-Z][\w-]*[’']s\W*")  # "Ellie's", before "baby, not born yet"
UNBORN = re.compile(r"\bun-?born\b|\bnot (?:yet )?born\b|\bexpected\b|\bpregnan|\bbaby\b.{0,20}\bdue\b", re.I)


@dataclass(frozen=True)
class Name:
    """Surname and forenames in ordinary case; either may be None. `note` is what stood in brackets."""

    surname: str | None
    forenames: str | None
    aliases: tuple[str, ...] = ()
    note: str = ""


def parse_name(words: str) -> Name:
    """A name and what forms write around it: goes by · née · (Known) · (34)."""
    words = NOT_GIVEN.sub("", words[:LONGEST])
    words, more = _behind_a_dash(words)
    words, aliases, note = _set_aside(" ".join(RANK.sub("", words).split()).strip(" ,;"))
    name = split_name(FULL_STOP.sub("", words))
    return Name(name.surname or None, name.forenames or None, (*aliases, *more), note)


def _behind_a_dash(words: str) -> tuple[str, list[str]]:
    """A name in full, and what else somebody is called: "Margaret TULLY – Maggie", "Lee KERR – 'Dom', dom_k online"."""
    match = ALSO_CALLED.search(words)
    if match is None or " " not in words[: match.start()].strip():
        return words, []
    parts = [AROUND.sub("", part.strip(" ‘’'“”\".;")) for part in match["names"].split(",")]
    online = [ONLINE.match(part) for part in parts]
    called = [each.group() if each else ordinary_case(part) for each, part in zip(online, parts, strict=True) if part]
    likely = all(
        each or (part[:1].isupper() and len(part.split()) < MOST_NAMES)
        for each, part in zip(online, parts, strict=True)
    )
    return (words[: match.start()], called) if likely else (words, [])


def with_aliases(asked: str, words: str) -> tuple[str, list[str]]:
    """A name and others beside it, where the label asks for both: "Darren Lee MOSSOP, Daz", "Gaz / Gareth Lee".

    After a comma stands another name only where what is before it is a name by itself: not of "LEE, Ann Mary".
    """
    mark = "/" if "/" in words else ","
    parts = [part.strip() for part in words.split(mark)] if ASKS_BOTH.search(asked) else []
    full = [part for part in parts if " " in part]
    if not 1 < len(parts) <= MOST_NAMES or len(full) != 1 or (mark == "," and full[0] != parts[0]):
        return words, []
    return full[0], [clean_alias(part) for part in parts if part != full[0] and clean_alias(part)[:1].isupper()]


def without_sentences(words: str) -> str:
    """A name, and what else they are called, without other sentences: "Ann LOWE. Known as Annie. Might be Lowes"."""
    first, *more = NEXT_SENTENCE.split(SURNAME_BENEATH.sub(r"\1 ", words[:LONGEST]))
    also = [each[0].lower() + each[1:].strip(" .") for each in more if ALSO_FIRST.match(each)]
    return ", ".join([first, *also]) if more else first


def may_be_name(words: str, *, child: bool) -> bool:
    """Whether it may be what somebody is called: no word of a form, and of a child no class and no elder relative."""
    said = set(plain(words).split())
    return bool(said - WORDS_OF_FORMS) and not (child and (re.search(r"\d", words) or ELDER.search(words)))


def names_nobody(words: str) -> bool:
    """Whether what stands where a name is asked for is none: "None", a relation, "Y  N  DK", another label, "G2 P1"."""
    return (
        set(plain(words).split()) <= WORDS_OF_FORMS
        or all(re.search(r"\d", word) for word in words.split())
        or plain(words) in RELATIONS
        or bool(RAN_TOGETHER.search(words) or SOMEBODYS.fullmatch(words) or NOBODY.match(words))
        or choices.is_tick(words)
        or not choices.EACH.sub("", words).strip(choices.PRINTED)
    )


def aliases_in(words: str) -> list[str]:
    """Each of the names by which somebody is known besides: "Danni. Was Lowe when married, to 2021"."""
    told = re.split(r"[,;/\n](?![^()]*\))|(?:(?<=[^\W\d_]{3})|(?<=\)))\.\s+(?=[A-Z])", words[:LONGEST])
    names = [
        clean_alias(WHERE.sub("", AROUND.sub("", REMARK.sub("", each).strip())))
        for each in told
        if not WHEN.match(each)
    ]
    return [name for name in names if not SAID.search(name)]


def clean_alias(words: str) -> str:
    """An alias without quotation marks, and without the words that say what sort of name it is."""
    words = words.strip(" ‘’'“”\".,;")[:LONGEST]
    return ordinary_case(AROUND.sub("", words).strip(" ‘’'“”\".,;()"))


def _set_aside(words: str) -> tuple[str, list[str], str]:
    """Aliases and notes out of the name. One or two words in brackets that are a name count as an alias."""
    aliases: list[str] = []
    notes: list[str] = []
    words = re.sub(r"\n\s*(?=\()", " ", words)
    for pattern in (ALIAS, BRACKETED, QUOTED):
        for match in pattern.finditer(words):
            inside = match["name"].strip()
            named = pattern is not BRACKETED or re.fullmatch(r"[^\W\d_][\w'’-]+(?: [A-Z][\w'’-]+)?", inside)
            taken = inside[:1].isupper() and named and inside.lower().rstrip(".") not in TITLES
            (aliases if taken else notes).append(clean_alias(inside) if taken else inside)
        words = pattern.sub(" ", words)
    split = [clean_alias(name) for alias in aliases for name in re.split(r",|/|;", alias) if name.strip()]
    return words.strip(" ,;–—-"), split, "; ".join(note for note in notes if note)
