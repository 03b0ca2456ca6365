"""Judges what is written about a telephone number. It is safe only when plain words say so."""

import re
from itertools import zip_longest

from marac.answers import choices
from marac.telephones import ways
from marac.written.text import Text

NEVER = r"do not|don[’']?t|never|cannot|can[’']?t|must\s?n[o’']?t|on no account|under no circumstances|no account"
DENIED = rf"(?:{NEVER}|do(?:es)?\s*n[o’']?t|not|no|unsafe)"
FORBIDDEN = (
    rf"(?:{NEVER}|not to|no longer|should\s?n[o’']?t|please not"
    r"|(?:nobody|no ?one)(?: (?:is to|should|may|must|can|ought to)|(?= (?:use|ring|call|phone)\b)))"
)


def _said(*phrases: str) -> re.Pattern[str]:
    """Any of these phrases, in any case."""
    return re.compile("|".join(phrases), re.I)


TAKEN_OFF = r"\b(?:take|remove|delete|strike|cross)\b[^.;]{0,40}\b(?:off|from|out of)\b (?:every|all\b|the|your|any)"
CUT_OFF = r"\b(?:cut off|disconnected|out of (?:service|use))\b(?! (?:from|by (?:her|us)\b))"
HE_HAS_IT = (  # whoever "she" is may be the victim
    r"(?-i:\b(?:[Hh]e|(?!She|They|We|You|It)[A-Z][a-z]+) (?:now )?(?:has(?: got)?|[’']s got|keeps|kept) "
    r"(?:it|(?:the|her|his|their) (?:phone|handset|mobile)\b(?![- ](?:log|pin|pass|code|number|bill|account|record))))"
    r"(?! (?:on|with|in the|at|after|during|most|some)\b)"
    r"|\b(?:phone|handset|mobile)(?: is|[’']s) (?:now )?with (?:him\b|(?-i:[A-Z][a-z]+))"
)
# What is said of the number as such.
NOT_TO_USE = _said(
    rf"\b{FORBIDDEN}\b[^.;]{{0,30}}\b(?:use|call|ring|phone|contact|rung|called|used|telephone)\b",
    r"\bavoid\b",
    r"\bno good\b",
    HE_HAS_IT,
    r"\bno (?:phone )?calls\b",
    CUT_OFF,
    TAKEN_OFF,
)
NO_SAFE = r"(?:(?:\bnot|n[’']t|\bno longer|\bnever|\bhardly)\s+(?:\w+\s+){0,2}safe|\bunsafe)\b"
NOT_SAFE = _said(NO_SAFE)
NOT_SAFE_TO = _said(rf"{NO_SAFE}\s+(?:to|for)\s+(?P<what>(?:(?!\bbut\b)[^.;,])*)")
CALL = _said(r"\b(?:calls?|calling|ring|phone|contact|use|telephone)\b")
ANSWERED = _said(
    r"\b(?:\w+\s+){0,3}(?:answers|picks up|has access|is answering|monitors)\b",
    r"\bchecks (?:messages|(?:the|her|his) phone)\b",
    r"\b(?:has taken|took)\b[^.;]{0,25}\b(?:phone|mobile)\b",
    r"\b(?:seized|taken|held|kept|stolen|smashed|broken) by\b|\bnot with (?:her|him|them)\b",
)
SELF = _said(r"\b(?:client|victim) answers\b")
# Whoever "she" or "he" is: it may be the victim, so that it forbids nothing, or not, so that it allows nothing.
SOMEBODY = _said(r"\b(?:she|he) answers\b(?!\s+(?:her|his)\b)")
SAFE_TO_CALL = _said(r"\bsafe (?:number|line)\b", r"\bcontact (?:only )?(?:through|via)\b(?! (?:text|sms))")
SAFE = _said(
    r"\bsafe\b(?!\s+(?:house|place|contact|person|people|accommodation|address|word|space|way in|and well|now))"
)
PERSON_SAFE = _said(r"\b(?:she|he|they|client|victim|children|feels?|felt|keep|stay|kept)\b[^.;]{0,15}\bsafe\b")
DOUBT = _said(
    r"\?",
    r"\b(?:not|never|no|nor|unsure|unclear|unknown|check (?:first|whether|if)|if|when|whether)\b",
    r"\b(?:might|may|maybe|possibly|perhaps|was|were|used to be|previously)\b",
    r"\b(?:thought|thinks?|believes?|unless|until)\b",
    r"n[’']t\b",
)
# What is said of texts, and of messages that are left.
TEXT = _said(r"\b(?:text(?:s|ing)?|sms|whats ?app)\b")
TEXT_ONLY = _said(r"\btexts? only\b", r"\bonly (?:by )?text\b")
TEXT_NOT = _said(
    rf"\b{DENIED}\s+(?:(?:ring|call|phone) (?:or|and)\s+)?(?:be\s+|send\s+|by\s+|safe to\s+)?(?:text|texts|sms)\b",
    r"\btexts?\b[^.;,]{0,15}\b(?:not|unsafe|n[o’']t)\b",
    r"\b(?:no|never) (?:phone )?(?:calls?|voice ?mails?|messages?)(?:,| or| and| nor)[^.;]{0,25}\btexts?\b",
)
MESSAGE = _said(r"\b(?:voice ?mails?|answer(?:ing)? ?(?:phone|machine)|messages?)\b")
MESSAGE_NOT = _said(
    rf"\b{DENIED}\b[^.;]{{0,20}}\b(?:voice ?mails?|messages?|answer ?phone)\b",
    r"\baccess to[^.;]{0,15}\banswer ?phone",
    r"\b(?:no|never) (?:phone )?(?:calls?|texts?)(?:,| or| and| nor)[^.;]{0,25}\b(?:voice ?mails?|messages?)\b",
    rf"\b{DENIED}\b[^.;]{{0,20}}\b(?:leave|leaving) (?:a |any )?word\b",
    r"\bleave (?:none|nothing|no (?:word|messages?|voice ?mails?))\b",
    r"\b(?:messages?|voice ?mails?|answer\w* \w+)\b[^.;]{0,20}"
    r"\b(?:picked up|read|heard|listened to|checked|monitored) by\b",
    r"\b(?:listens? to|hears?|reads?|checks?|picks? up|gets?) (?:all )?(?:of )?"
    r"(?:her|his|their|the|any)? ?(?:messages?|voice ?mails?)\b",
    r"\bhas (?:her|his|their|the) (?:voice ?mail|answer\w*) (?:code|pin|password)\b",
)
# A clause that only forbids texts or messages casts no doubt on calls.
OTHER_WAYS = _said(
    rf"[,;(–-]\s*(?:but\s+)?(?:please\s+)?(?:no|{NEVER})\b[^,.;]{{0,20}}\b(?:voice ?mails?|messages?|texts?)\b"
)
NOT_BEFORE = _said(  # "Ring or text, not before 11": an hour, and no refusal
    r",? (?:but |and )?(?:please )?not (?:before|after|until|till|earlier than|later than) (?:about )?"
    r"(?:\d{1,2}(?:[.:]?\d\d)?\s*(?:am|pm)?|noon|midday|lunch\w*|school)\b"
)
WHEN_SAFE = _said(r"\b(?:when|what times?|times?)\b[^?]{0,30}\bsafe\b[^?]{0,15}\b(?:call|ring|phone|telephone)\b")
TURNED = _said(r"\b(?:not|n[’']t|unsafe|never|avoid)\b")
TIMES = _said(
    r"\b\d{1,2}(?:[.:]\d\d)?\s*(?:am|pm|noon)\b",
    r"\b(?:mornings?|afternoons?|evenings?|any ?time|weekdays?|weekends?)\b",
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:mon|tues?|weds?|thurs?|fri)\b",
    r"\b\d{1,2}(?:[.:]\d\d)? ?(?:to|till|[-–]) ?\d{1,2}(?:[.:]\d\d)?\b",
)
REFUSED = (("safe_to_text", TEXT_NOT), ("safe_to_leave_message", MESSAGE_NOT))
NAMED = (("safe_to_call", CALL), ("safe_to_text", TEXT), ("safe_to_leave_message", MESSAGE))


NONE_OF_THESE = re.compile(r"(?:none|neither|no way)\b", re.I)
# "Call: Y   Message: N"; where both answers are printed none was given.
EACH = re.compile(
    r"\b(calls?|phone|ring|texts?|sms|messages?|voice ?mails?|answer ?phone)"
    r"\s*(?:[:=–-]\s*(?=[yn])|\s(?=(?-i:[YN])\b)"
    r"|(?<!phone)(?<!phone )(?<!ring )\s(?=yes\b|no\b(?!\s+(?:one|more|longer|later|number))))"
    r"(y|n)(?:es|o)?\b(?!\s*/|\s+(?:no?|y(?:es)?)\b)",
    re.I,
)


def said_of_number(sentence: str, *, pointed: bool) -> dict[str, bool]:
    """What a sentence allows and forbids; `pointed` when it names its number. A doubt is never a yes.

    A number that is not to be used takes no message either.
    """
    offered: dict[str, bool] = {}
    sentence = NOT_BEFORE.sub("", sentence)
    if choices.BOX.search(sentence):  # what stands beside an empty box is not said
        offered, sentence = _left_empty(sentence), _ticked(sentence)
    said = offered | _each(sentence)
    said |= {what: False for what, refused in REFUSED if refused.search(sentence)}
    if _forbids(sentence):
        said["safe_to_call"] = False
    elif (
        _allows(sentence, pointed) and not DOUBT.search(OTHER_WAYS.sub("", sentence)) and not SOMEBODY.search(sentence)
    ):
        said["safe_to_call"] = True
    if NOT_TO_USE.search(sentence):
        said["safe_to_leave_message"] = False
    for what, value in ways.told(sentence).items():
        said[what] = value and said.get(what, True)
    if refused_by_name := NOT_SAFE_TO.search(sentence):
        said |= {what: False for what, named in NAMED if named.search(refused_by_name["what"])}
    return said


def _ticked(sentence: str) -> str:
    """The words beside the full boxes; nothing where words stand on both sides of all of them, beside none surely."""
    lead, tail = choices.BOX.split(sentence)[0].strip(), choices.BOX.split(sentence)[-1].strip()
    if ways.CONDITION.match(lead) or (lead and tail and not lead.endswith((":", "?"))):
        return ""
    return ". ".join(words for words, full in choices.boxes(Text(sentence)) if full)


def _left_empty(sentence: str) -> dict[str, bool]:
    """The ways beside boxes that are left empty, where another way is ticked: they are not allowed."""
    boxes = choices.boxes(Text(sentence))
    none = any(full and NONE_OF_THESE.match(words) for words, full in boxes)
    boxes = [(words, full) for words, full in boxes if any(way.search(words) for _, way in NAMED)]
    if not none and (not any(full for _, full in boxes) or not _ticked(sentence)):
        return {}
    return {what: False for words, full in boxes if not full for what, way in NAMED if way.search(words)}


def _each(sentence: str) -> dict[str, bool]:
    """Ways of reaching somebody with yes or no beside each. A yes with a condition is none, unless it is the hours."""
    said: dict[str, bool] = {}
    found = list(EACH.finditer(sentence))
    for match, after in zip_longest(found, found[1:]):
        rest = sentence[match.end() : after.start() if after else len(sentence)]
        if match[2] in "nN" or not re.search(r"[a-z]{2}", rest, re.I) or _hours(rest):
            said |= {what: match[2] in "yY" for what, way in NAMED if way.search(match[1])}
    return said


def _forbids(sentence: str) -> bool:
    """Not to be used, not safe, for texts only, or somebody else picks it up."""
    if NOT_TO_USE.search(sentence) or TEXT_ONLY.search(sentence):
        return True
    if ANSWERED.search(sentence) and not SELF.search(sentence) and not SOMEBODY.search(sentence):
        return True
    return bool(NOT_SAFE.search(sentence)) and not TEXT.search(sentence) and not MESSAGE.search(sentence)


def _allows(sentence: str, pointed: bool) -> bool:
    """Plain words for safe to call; the bare word "safe" only of a number that is named, or in a short remark."""
    if SAFE_TO_CALL.search(sentence):
        return True
    about_number = pointed or len(sentence.split()) <= 4
    other = PERSON_SAFE.search(sentence) or TEXT.search(sentence) or MESSAGE.search(sentence)
    return bool(SAFE.search(sentence)) and about_number and not other


def safe_times(label: str, answer: str) -> bool:
    """ "When is it safe to call?" with hours or days, and nothing that casts a doubt, says that it is safe then."""
    return WHEN_SAFE.search(label) is not None and TURNED.search(label) is None and _hours(answer)


def _hours(answer: str) -> bool:
    """Hours or days, and nothing that casts a doubt or forbids."""
    return TIMES.search(answer) is not None and not DOUBT.search(answer) and not _forbids(answer)


PLAINLY_NOT = _said(rf"{NO_SAFE}\W*\Z", r"\W*not (?:ok(?:ay)?|advised|possible)\W*\Z")
PLAINLY = _said(
    r"\W*(?:(?:this )?(?:is|yes|very|always)[\s,]+)*(?:safe|fine|ok(?:ay)?)"
    r"(?: (?:at|during|in) (?:set|certain|given|agreed|these) (?:times|hours))?\W*\Z"
)


def said_plainly(words: str) -> bool | None:
    """ "Safe" or "not safe" and nothing else, in answer to whatever was asked."""
    if PLAINLY_NOT.match(words.strip()):
        return False
    return True if PLAINLY.match(words.strip()) else None


GIVEN_UP = _said(
    rf"\b{FORBIDDEN}\b[^.;]{{0,30}}\b(?:use|used|using)\b",
    r"\b(?:has|have) (?:taken|smashed|broken|kept|got|stolen)\b[^.;]{0,25}\b(?:phone|mobile|handset|sim)\b",
    r"\bno longer (?:has|hers|his|theirs|in use|works?|works)\b",
    r"\bno good\b|\b(?:phone|mobile|handset|number|landline|it|one)(?: is|[’']s) (?:of )?no use\b",
    CUT_OFF,
    HE_HAS_IT,
    TAKEN_OFF,
    r"\b(?:thrown|threw|chucked)\b[^.;]{0,25}\b(?:phone|mobile|handset|sim)\b[^.;]{0,15}\b(?:away|out)\b",
)


def given_up(sentence: str) -> bool:
    """Says of a number that nobody may use it at all, or that somebody else has it: no way of reaching is left."""
    return GIVEN_UP.search(sentence) is not None
