"""Reads addresses: text, postcode, what kind, whether it must be kept from others, and "as above"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from marac.answers import choices
from marac.kernel.postcodes import postcode_places
from marac.labels.relations import PARENT_WORDS, relation_words
from marac.written.text import tidy

HOMELESS = re.compile(r"\bN\.?F\.?A\b|\bno fixed (?:abode|address)\b|\bhomeless\b", re.I)
SAME_AS = re.compile(
    r"^\W*(?:(?:(?:he|she|they|also|still|now|lives?|living|stays?|staying|resid\w+|at|in|the) )*)"
    r"(?:registered (?:address|home) )?"
    r"(?:(?:same|as)\b.{0,20}?\b"
    r"(?P<whom>hers|his|ip|aggrieved|injured party|"
    r"victim|client|survivor|patient|pts?|service user|complain(?:er|ant)|tenant|"
    r"(?:person|adult) (?:at risk|we support)|adult|woman|"
    r"(?:part|section|box|column|col\.?) \w{1,2}|(?-i:[A-H])(?=(?:[’']s(?: home)?(?: address)?)?\W*\Z)|"
    r"(?:patient )?label|first person|person (?:1|one)|other person|"
    r"previous person|"
    r"perp\w*|offender|suspect|accused|above|opposite|alongside|mother|mum|parents?)|"
    r"(?P<bare>same(?: address| house| home| place| property| household)?|as above|ditto|"
    r"as (?:row |no\.? |number |person |nominal )?1)"
    r"\W*(?:$|(?<=[,;(])|(?<=\. )(?=also\b|and\b|sometimes\b)"
    r"|(?<=[–—-] )(?=moved back|since|with|in the|sleeps|back)))",
    re.I,
)
LEFT_OVER = re.compile(r",?\s*\bsame postcode\b|\s+(?=,)")  # "31A Mill Row (the annexe), same postcode"
# "Still at the adult's usual address": hers, whatever it is called.
AT_HERS = re.compile(
    r"\W*(?:(?:he|she|they|also|still|now|lives?|living|stays?|staying|at|in|the|our|this|annexe?|caravan|garage) )*"
    r"(?:victim|client|survivor|patient|service user|complain(?:er|ant)|tenant|customer|resident|adult|woman)[’']s "
    r"(?:(?:own|usual|home|current|registered|permanent|main) )?(?:address|home|house|flat|place|property|bungalow)\b"
    r"(?!.*\b(?:until|left|moved|out|no longer|former\w*|was|before)\b)[^\d\n;]{0,80}(?:\d{1,2}[a-z]?)?\W*\Z",
    re.I,
)
# "Caravan in the yard at the same address", "Back in the family home as above": in a box that gives no other.
WITHIN = re.compile(
    r"\b(?:(?P<family>(?:family|marital|joint) home(?: as above)?)|same (?:address|house|home|property|household|place)"
    r"|as above)\b",
    re.I,
)
# "In practice sleeps at the client's address most nights."
SLEEPS_AT_HERS = re.compile(
    r"\b(?:sleep|stay|liv|resid)(?:s|es|ing) (?:mostly |usually |often |still |back )?(?:at|in) (?:the |our )?"
    r"(?:victim|client|survivor|patient|service user|complain(?:er|ant)|tenant|customer|resident|adult)[’']s "
    r"(?:(?:own|usual|home|current) )?(?:address|home|house|flat|place|property)\b",
    re.I,
)
SAME_ALONE = re.compile(r"\W*(?:the )?same\s*[.;–—-]", re.I)
HERS = re.compile(r"\s+as (?:her|him|them|hers)\b", re.I)
ANOTHER = re.compile(
    r"\d|\b(?:until|left|leaves|moved (?:out|to|from|in with)|no longer|former\w*|was|were|before|since leaving|not"
    r"|sofa|friends?|removed|excluded|away|opposite|near|street|estate|town|village)\b|n[’']t\b",
    re.I,
)
# "Same house as Marian", "As for husband": somebody else of whom the form tells, by name or relation.
AS_OF = re.compile(
    r"\W*(?i:(?:(?:still|now|also|lives?|living|at|the) )*"
    r"(?:same (?:(?:address|house|home|place|property|household) )?)?as (?:for |per |that of )?(?:the |her |his )?)"
    r"(?P<whom>[A-Za-z][\w-]{2,20})(?:[’']s)?\W*"
    r"(?:\((?![^()]*\b(?i:until|till|left|no longer|was|before|not)\b)[^()]{1,60}\)\W*)?\Z"
)
WITH = re.compile(
    r"^\W*(?:lives |living |staying |resides )?with (?P<whom>[^,;.\d]+?\d?)"
    r"(?:[,;.]|\s+(?:at|since|until)\b|\s*\(|\s*$)",
    re.I,
)
SECRET = re.compile(
    r"\bconfidential|\brefuge\b|\bsafe ?house\b|\bwithheld\b|"
    r"\bnot (?:yet )?known (?:to|by) (?!(?:us|me|this|our|any)\b)|"
    r"\bnot? (?:for|to be|to have|any)? ?(?:further )?"
    r"(?:disclosure|disclosed|disclosable|shared|sharing|circulation)\b|"
    r"\b(?:keep|kept|leave|left) (?:(?:it|this|that|\w+|(?:her|his|the|this) address) )?(?:out of|off)\b|"
    r"\bnot to (?:know|get|have) (?:it|this|where|(?:her|the) (?:new )?address)\b|\bnot to know\b|"
    r"(?:\b(?:must|should|may) not|\bmustn[’']t) (?:get|have|see|receive|be given) "
    r"(?:it|this|that|(?:her|the) (?:new )?address)\b|"
    r"(?:\bnot|n[’']t) (?:got|have|hold) (?:this|the|her|his|that) (?:new )?address\b|"
    r"(?:\b(?:must|should|to)\b|must) ?n[o’']t go (?:in|on|into|to|out)\b|"
    r"(?:\bnot|n[’']t) public\b|"
    r"(?:\bnot|n[’']t) (?:to )?be (?:in|on) (?:the|any) (?:minutes|list|papers)\b|"
    r"(?:\b(?:not|never)|n[’']t) (?:to )?be (?:read|said|spoken|minuted|named|typed|listed|printed)\b|"
    r"\bknown (?:only )?to (?:\w+ ){1,6}only\b|\bundisclosed|\bsecret\b|\b(?:hidden|kept|concealed) from\b"
    r"|\b(?:do|does|did|must|should) ?n[o’']t know where\b|"
    r"\bsafe address\b|(?:\bnot|n[’']t) know (?:about it|of it|it|this address|her address|about this)\b|"
    r"\b(?:must|should|can) ?n[o’']?t (?:find out|find (?:her|it|them))\b|\bplace of safety\b|"
    r"\bkeep\b[^.;]{0,25}\baddress\b[^.;]{0,15}\b(?:off|out|away|from|private|safe)\b|"
    r"\baddress\b[^.;]{0,20}\b(?:not|never) (?:go|appear|leave)\b|"
    r"(?:\b(?:not|never)|n[’']t) (?:been |be |to be )?"
    r"(?:told|given|informed|revealed|disclosed|released|passed|shared|circulated|let)\b|"
    r"(?:\bnot|n[’']t) (?:want|wish|like)\w*\b[^.;:]{0,25}\b(?:disclos|shar|known|given|told|record|pass)|"
    r"\b(?:do not|don[’']t|not to be|must not be|never) (?:be )?"
    r"(?:disclos|shar|enter|circulat|record|pass|writ|print|put|minut|mention|repeat|used? (?:in|on))|"
    r"\b(?:do|does|did|must|should|will|would|can) ?(?:not|n[o’']t|never) (?:yet )?"
    r"(?:know|find out|learn|discover|hear|trace)\b|"
    r"(?:\bnot|n[’']t|\bun)\s?aware (?:of|that|where|she|he|they)\b|\b(?:has|have|with) no idea\b|"
    r"\b(?:thinks?|believes?|assumes?) (?:that )?(?:she|he|they|the \w+|[A-Z]\w+) "
    r"(?:is|are|has|have|still|lives?|went|moved)\b|"
    r"(?:\b(?:not|never)|n[’']t) (?:to |be )*confirm(?:ed)? (?:that |to anyone |whether )?(?:she|he|they|her|his)\b|"
    r"(?:\b(?:not|never)|n[’']t) (?:reach|get (?:back )?to|come to|fall into|go to) "
    r"(?:him|her|them|his|their|the family)\b|"
    r"\bnot to (?:share|disclose|give|tell|pass|circulate|minute|record|put|write|mention|repeat)\b|"
    r"\bredact\w*|\bstays? within\b|\bnobody passe?s? (?:it|that|this) on\b|\bonly to (?:me|us|you)\b"
    r"|\bprofessionals?\b[^.;]{0,25}\bonly\b|\bknows of neither\b|"
    r"\bgo(?:es)? no (?:further|where else)\b|\bnowhere else\b|"
    r"\bno ?(?:one|body)\b[^.;]{0,40}\b(?:must|may|should|is to|can|knows?|given|told|has|have|sees?|hears?)\b|"
    r"\beyes (?:of|only)\b|\bears only\b|\boff the record\b|\bneed[- ]to[- ]know\b|"
    r"\bonly (?:we|us|core|marac|idva)\b|"
    r"\b(?:stays?|remains?|is|keep|kept|strictly) (?:just |only |strictly )?"
    r"(?:between|with us|to (?:yourself|yourselves|ourselves))\b|"
    r"\bprotected address\b|\bprivate\b|\bmust (?:stay|remain|be kept) (?:hidden|private|unknown|safe)\b|"
    r"\b(?:hiding|hidden|in hiding|fled to)\b",
    re.I,
)
IT = re.compile(r"\b(?:it|this|there|where)\b", re.I)
KINDS = (
    ("mail", r"\b(?:post|mail|letters?) (?:only )?(?:goes|go|can go|is sent|sent|should go|c/o|via|to|is collected)\b"),
    ("previous", r"\b(?:came|come|moved|fled) (?:here |to us )?from\b"),
    ("bail", r"\bbail"),
    ("prison", r"(?<!the )\bprison|\bHMP\b|\bYOI\b|\bremand"),
    ("release", r"\brelease address|\bapproved premises"),
    ("temporary", r"\btemporar|\bstaying\b|\brefuge\b|\bB&B\b|\bhotel\b|\bhostel\b"),
    ("mail", r"\bPO Box\b"),
    ("previous", r"\bprevious|\bformer"),
    ("last_known", r"\blast (?:known|recorded|one|address)\b|\bnot held\b"),
    ("contact", r"\bsofa|\bc/o\b|\bcare of\b"),
)
PRISON = re.compile(r"\bHMP\b|\bYOI\b|\bHM Prison\b")
PRISON_NAMED = re.compile(r"\b(?:HMP(?:/?YOI)?|HMYOI|HM Prison|YOI)(?: [A-Z][a-z]\w*){1,3}")
RELEASED = re.compile(
    r"\A[\s,;–-]*(?:(?:due|for|and|then|on) )*(?:releas\w+|out|bail\w*)\b[\s\d/.:–-]*(?:to\b|at\b)?\s*", re.I
)
IN_BRACKETS = re.compile(r"\([^)]{0,300}\)")  # no longer, or a thousand that never close are searched to the end each
STOP = re.compile(r"(?<!\bSt)(?<!\bRd)(?<!\bAve)[.;]\s")
REMARK = re.compile(r"\s[–-]\s(?=[a-z])|[.;]\s(?=[A-Z][a-z]+ [a-z])")  # behind an address without a postcode
SINCE = re.compile(r",?\s(?:serving|since|until|on remand|remanded|for (?:the|a)|due|expected|from|as of)\b|\s\(")
LEFT = re.compile(r"\b(?:came|come|moved|fled) (?:here |to us )?from\b", re.I)  # whatever is said behind it
LEADING = re.compile(r"[^,\d]*\b(?:at|address|to|is)\b\s*:?\s*(?=(?:Flat|\d))", re.I)
LED_TO = re.compile(r".*\b(?:of|at|to|in|is)\s+(?=(?:Flat|Room|Unit|Apartment|\d{1,4}[A-Za-z]?\s+[A-Z]))", re.S)
NUMBERED = re.compile(r"\d{1,4}[A-Za-z]?,? (?:the )?[A-Z]|\b(?:Flat|Room|Unit) \w")
SAID = re.compile(r"\b(?:believes?|thinks?|thought|still|he|she|we|they)\b", re.I)  # a sentence, and no address
START = re.compile(
    r"(?:\b(?:Flat|Apartment|Apt|Unit|Room|House|Plot|PO Box)\s+\d"
    r"|\b\d{1,4}[A-Za-z]?\b(?!\s*(?:/|:|\.\d|years|yrs|weeks|days|am|pm|"
    r"(?:st|nd|rd|th)?\s*(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)))"
)

# Words in small letters that an address may hold, after its number.
SMALL = re.compile(
    r"(?<![\w’'])(?!(?:of|the|on|upon|in|by|le|la|de|and|under|next|cum|super|y|yr|hostel|hotel|flat|room|bedsit|house|ward"
    r"|caravan|annexe|floor|farm|site|rear|basement|ground|first|second|top|approved|premises)\b)[a-z][a-z]+"
)
FIGURES = re.compile(r"\d+ \d")  # "NHS number 999 082 4415 23 Orchard Rise"
HOUSE_BEFORE = re.compile(r"(?:\A|\b(?:at|of|to|in|is)\s|:\s*)(?P<house>(?:[A-Z][\w’']*(?: [A-Z][\w’']*)*,\s+)+)\Z")

STREETS = (
    "Road|Street|Lane|Close|Avenue|Court|Gardens?|Way|Drive|Terrace|Place|Crescent|Row|Square|Walk|Mews|Hill|Grove"
    "|Park|Rise|Yard|Parade|View|Green|Cottages?|Bank|Reach|Brow|Fold|Croft|Mount|Wharf|Quay|Wynd|Brae|Garth"
    "|Heights|Meadows?|Loan|Chase|Approach|Circus|Esplanade|Promenade|Alley|Buildings"
)
NAMED_STREET = re.compile(rf"\b[A-Z][\w’']+(?: [A-Z][\w’']+)? (?:{STREETS})\b")
THE_HOUSE = re.compile(r"\b(?:at|in) the (?P<street>[A-Z][\w’']{3,}) (?:house|flat|home|address|property)\b")
WRAPPED = re.compile(rf"(?<=[a-z])\s*\n\s*(?=(?:{STREETS})\b)")  # a line that ends within the name of a street
# "His own mother, Carly Beckett, 12 Pottery Lane": with whom they live.
KEEPER = re.compile(
    rf"(?:\w+ ){{0,2}}(?i:{PARENT_WORDS}|{relation_words()})\b(?![’'])[^,\d]{{0,30}},\s*"
    r"(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2},\s*)?(?=.*\d)"
)


@dataclass(frozen=True)
class Address:
    """`text` is without the postcode. `source` is the stretch as written."""

    text: str
    postcode: str | None
    kind: str
    confidential: bool | None
    source: str


def secret(words: str) -> bool:
    """A label that says its address is kept from others, and does not ask whether it is."""
    return keeps_secret(words) and not re.search(r"\?|\bif\b|\bwhether\b|/", words)


def homeless(words: str) -> bool:
    """No fixed abode is written."""
    return HOMELESS.search(words) is not None


def kept_secret(words: str) -> bool:
    """Prose that says an address must be kept from somebody."""
    parts = re.split(r"[.;\n]\s*", words)  # "… a new address. He does not know it"
    told = (f"{before} {part}" if IT.search(part) else part for before, part in zip(["", *parts], parts, strict=False))
    return any("address" in part.lower() and keeps_secret(part) for part in told)


def only_kept(words: str) -> bool:
    """Says that an address is kept from others, and gives none: "No. She moved here in May and he does not know"."""
    given = postcode_places(words) or re.search(r"\d{1,4}[A-Za-z]? [A-Z]\w+ [A-Z]", words)
    return keeps_secret(words) and not given


def same_as(words: str) -> str | None:
    """Whose address is meant by "as above" and the like: victim, perpetrator, parents or above."""
    halves = [words, *words.split(" / ")[1:]] if words.count(" / ") == 1 else [words]  # in two languages
    match = next(filter(None, map(SAME_AS.match, halves)), None)
    whom = (match["whom"] or "above").lower() if match else "victim" if AT_HERS.match(words) else None
    if whom and whom.startswith(("perp", "offender", "suspect", "accused")):
        return "perpetrator"
    if whom and whom.startswith(("label", "patient label")):
        return "victim"
    if whom in ("column 1", "col 1", "col. 1", "column a"):  # of a table with a column for each person
        return "victim"
    if whom and (len(whom) == 1 or whom.startswith(("part ", "section ", "box ", "col"))):
        return "above"
    return (
        {
            **dict.fromkeys(("hers", "his"), "other"),
            **dict.fromkeys(("ip", "aggrieved", "injured party"), "victim"),
            "client": "victim",
            "survivor": "victim",
            **dict.fromkeys(("patient", "pt", "pts"), "victim"),
            "service user": "victim",
            "complainer": "victim",
            "complainant": "victim",
            "tenant": "victim",
            "adult": "victim",
            **dict.fromkeys(("person at risk", "adult at risk", "person we support", "adult we support"), "victim"),
            "woman": "victim",
            "opposite": "victim",
            "alongside": "victim",
            "parent": "parents",
            **dict.fromkeys(("first person", "person 1", "person one", "other person", "previous person"), "above"),
        }.get(whom, whom)
        if whom
        else None
    )


def same_within(words: str) -> str | None:
    """The same where it is said further on, in a sentence that speaks of no other place."""
    last = words.rpartition(" / ")[2]  # of two languages
    if SAME_ALONE.match(last) and not ANOTHER.search(words):  # "Same. Moved back in with mum in January"
        return "above"
    if any(SLEEPS_AT_HERS.search(part) and not ANOTHER.search(part) for part in STOP.split(words)):
        return "victim"
    told = next((part for part in STOP.split(words) if WITHIN.search(part)), "")
    said = WITHIN.search(told)
    if said is None or ANOTHER.search(told):
        return None
    return "victim" if said["family"] or HERS.match(told, said.end()) else "above"


def as_of(words: str) -> str | None:
    """The name or relation in "same house as Marian" and "as for husband"."""
    match = AS_OF.match(words)
    return match["whom"] if match else None


def lives_with(words: str) -> str | None:
    """The person named in "with maternal grandmother, 3 ..."."""
    match = WITH.match(words)
    return tidy(match["whom"]) if match else None


def addresses_in(words: str) -> list[Address]:
    """Every address in a box."""
    words = WRAPPED.sub(" ", words)
    hidden, source = _hidden(tidy(words)), tidy(words)
    found = [
        _address(
            _itself(stretch) or (_in_sentence(stretch) if STOP.search(stretch) else _in_box(_released(stretch))),
            postcode,
            near,
            hidden,
            source,
        )
        for stretch, postcode, near in _by_postcode(words)
    ]
    return [*_prisons(words, found), *found] or _without_postcode(words)


def _released(words: str) -> str:
    """Where somebody goes from a prison: "HMP Stow, release 1/3/26 to 6 Dock Street"."""
    prison = PRISON_NAMED.match(words)
    return RELEASED.sub("", words[prison.end() :]) if prison and START.search(words, prison.end()) else words


def _prisons(words: str, found: list[Address]) -> list[Address]:
    """A prison that is named in the same box as an address outside it."""
    named = [match.group() for match in PRISON_NAMED.finditer(words)] if found else []
    return [Address(tidy(name), None, "prison", None, tidy(words)) for name in named if not _told(name, found)]


def _told(name: str, found: list[Address]) -> bool:
    return any(name in address.text for address in found)


def addresses_in_prose(words: str) -> list[Address]:
    """Every address with a postcode in sentences."""
    parts = _by_postcode(words)
    told = [(_itself(stretch) or _in_sentence(stretch), postcode, near) for stretch, postcode, near in parts]
    hidden, source = _hidden(words), tidy(words)
    return [_address(text, postcode, near, hidden, source) for text, postcode, near in told if text]


def _by_postcode(words: str) -> Iterator[tuple[str, str, str]]:
    """For each postcode the stretch before it, the postcode itself, and the words around it."""
    at, places = 0, postcode_places(words)
    ends = [*(start for _, start, _ in places[1:]), len(words)]
    told: set[str] = set()
    for (postcode, start, after), end in zip(places, ends, strict=False):
        if str(postcode) not in told or re.search(r"\w", words[at:start]):  # a postcode that is asked for again
            lead = words[at:start]
            yield lead, str(postcode), lead if LEFT.search(lead) else lead + words[after:end]
        told.add(str(postcode))
        at = after


def _without_postcode(words: str) -> list[Address]:
    bare = tidy(IN_BRACKETS.sub(" ", words))
    if choices.is_unknown(bare) or re.match(r"(?:unknown|not known|same|as |with |n/?k\b|none)", bare, re.I):
        return []
    text = REMARK.split(_in_box(HOMELESS.sub("", bare)))[0]
    if prison := PRISON_NAMED.search(text):
        text = SINCE.split(text[prison.start() :])[0]
    if SAID.search(text) and not NUMBERED.search(text):  # "Still at the flat in question 7"
        return []
    secret = keeps_secret(words) or PRISON.search(text) is not None
    return (
        [_address(text, None, words, _hidden(words), tidy(words))]
        if (re.search(r"\d", text) and len(text) > 5) or ("," in text and re.search(r"\b[A-Z]\w", text)) or secret
        else []
    )


def _address(text: str, postcode: str | None, near: str, hidden: bool | None, source: str) -> Address:
    kind = next((kind for kind, pattern in KINDS if re.search(pattern, near, re.I)), "current")
    text = LEFT_OVER.sub("", text)
    return Address(tidy(text) or (postcode or ""), postcode, kind, hidden, source)


@lru_cache(maxsize=1024)  # a hostile document says the same thousands of times
def keeps_secret(words: str) -> bool:
    """Whether the words keep anything from somebody."""
    return SECRET.search(words) is not None


def _hidden(words: str) -> bool | None:
    """Whether anything in the box says that an address is kept from somebody: of all its addresses."""
    return True if keeps_secret(words) else None


def _itself(words: str) -> str:
    """The end of what stands before a postcode that is an address and nothing else; nothing where none is plain."""
    words = _on_one_line(words)
    for start in START.finditer(words) if SMALL.search(words) or ":" in words else []:
        if not SMALL.search(words, start.start()) and not FIGURES.match(words, start.start()):
            house = HOUSE_BEFORE.search(words[: start.start()])
            return _tidied(words[house.start("house") if house else start.start() :])
    return ""


def _in_box(words: str) -> str:
    """The address itself, without the words that lead up to it."""
    words = _on_one_line(words)
    with_whom = WITH.match(words)
    start = START.search(words)
    keeper = KEEPER.match(words)
    if with_whom or keeper:
        words = words[(with_whom or keeper).end() :]
    elif start and LEADING.match(words):
        words = words[start.start() :]
    return _tidied(words)


def _in_sentence(words: str) -> str:
    """The same in the last of several sentences."""
    words = next((part for part in reversed(STOP.split(_on_one_line(words))) if part.strip()), "")
    lead = LED_TO.match(words)
    words = words[lead.end() :] if lead else words
    start = START.search(words)
    return _tidied(words[start.start() :] if start else words.rsplit(":", 1)[-1])


def _on_one_line(words: str) -> str:
    return IN_BRACKETS.sub(" ", words.replace("\n", ", "))


def _tidied(words: str) -> str:
    return re.sub(r"(?:,\s*)+", ", ", tidy(words)).strip(" ,.")
