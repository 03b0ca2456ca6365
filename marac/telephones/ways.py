"""Reads which ways of reaching somebody a remark allows or refuses: to call, to text, to leave a message.

Each clause is put into a few usual words first (CALL, TEXT, MSG, FINE), so that few patterns cover many wordings.
"""

import re
from itertools import zip_longest

from marac.kernel.identifiers import phones_in

CLAUSE = re.compile(
    r"[,;()\n]+|\s[–—-]+\s|(?<=[a-z0-9])[.:]\s+|\b(?:but|however|though|although)\b"
    r"|\band (?=(?:that )?(?:nobody|no|not|don[’']?t|do not|never)\b)",
    re.I,
)
USUAL = [  # in this order
    (r"[’`]", "'"),
    (r"\b(?:her|his|their|the|a|this|that|own|work|mobile|old|new|cell|shared) (?:tele)?phones?\b", "handset"),
    (r"\b(?:text messages?|texts?|texting|texted|sms|whats ?app(?: messages?)?)\b", "TEXT"),
    (r"\b(?:voice ?mail|voice|answer(?:ing)? ?(?:phone|machine)) messages?\b", "MSG"),
    (r"\b(?:(?:leav(?:e|ing)|left|tak(?:e|ing)|accept) )?(?:(?:a|any|the) )?(?:voice ?mails?|messages?)\b", "MSG"),
    (r"\banswer(?:ing)? ?(?:phone|machine)s?\b|\bleav(?:e|ing) word\b", "MSG"),
    (r"\b(?:be )?(?:contact(?:ed)?|reach(?:ed)?) (?:(?:her|him|them) )?(?:only )?(?:by|via) (?=TEXT)", "by "),
    (r"\b(?:tele)?phone calls?\b", "CALLS"),
    (r"\bcalls\b", "CALLS"),
    (r"\b(?:called|rung|phoned|telephoned|contacted|reached|spoken to)\b", "CALLED"),
    (r"\b(?:call(?:ing)?|ring(?:ing)?|phon(?:e|ing)|telephon(?:e|ing)|contact|speak to)\b", "CALL"),
    (r"\b(?:ok(?:ay)?|fine|safe|welcome|acceptable|happy|glad|content|pleased)\b", "FINE"),
    (r"\b(?:do not|don'?t|does not|doesn'?t|must ?n[o']t|cannot|can'?t|should ?n[o']t|may not|no longer)\b", "NOT"),
    (r"\b(?:not|never|no(?!\.|\W*\d|\W*NUMBER)|nobody|none|neither|nor|avoid|unsafe|refrain from)\b", "NOT"),
    (r"\s+", " "),
]
USUAL_WORDS = [(re.compile(written, re.I), usual) for written, usual in USUAL]
WAY = r"(?:CALLS|CALLED|CALL|TEXT|MSG)\b"
WAYS = rf"{WAY}(?:(?:,| and| or| nor| then|/) (?:to )?(?:be )?{WAY})*"
LATER = (
    r"(?:her|him|them|only|first|between|before|after|any ?time|at any|at all|during|in the|mornings?|afternoons?|"
    r"weekdays?|daytime|mon|tue|wed|thu|fri|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?)\b|from \d|on any"
)
ALLOWED = [
    re.compile(said)
    for said in (
        rf"FINE (?:both |also )?(?:to|for|with) (?:both |receive |be )?(?P<ways>{WAYS})",
        rf"(?P<ways>{WAYS}) (?:is |are |both |all |also |always |will be )*FINE\b",
        rf"(?:^|\b(?:you|we|people|agencies|anyone|it|she|they|client|mobile|number|phone|handset|line|landline"
        rf"|NUMBER) )(?:can|may|should)(?: safely| also"
        rf"| only)? be (?P<ways>{WAYS})(?! by (?!TEXT))",
        rf"(?:^|\b(?:you|we|people|agencies|anyone) )(?:can|may)(?: safely| also| only)? (?P<ways>{WAYS})",
        rf"^(?:please |yes |so |only |just |always |best to |try to )*(?P<ways>(?:TEXT|CALL)(?: (?:and"
        rf"|or) (?:TEXT|CALL))*) (?:{LATER})(?!.*\b(?:through|via)\b)",
        rf"^(?:only )?(?P<ways>CALLS|TEXT)(?: and TEXT)? (?:only )?(?:{LATER}|\d)",
        rf"\b(?:prefers?|would like|asks? for|likes?|wants?) (?:only |to be )?(?P<ways>{WAYS})",
        r"\bby (?P<ways>TEXT)",
        r"\b(?P<ways>TEXT) (?:only|first|rather than)\b|\bonly (?:by )?TEXT\b",
        r"\bis (?:to be )?(?P<ways>CALLED) only\b",
        r"^(?:please )?(?P<ways>CALL) the \w+ on NUMBER",
    )
]
REFUSED = [
    re.compile(said)
    for said in (
        r"\bNOT\b(?! (?:hear|know|say|mind|understand|answer|always|been) )(?P<ways>(?:(?!\b(?:FINE|only|just"
        r"|than|instead)\b).)*)",
        rf"(?P<ways>{WAYS}) (?:(?!FINE)\w+ ){{0,3}}?NOT\b",
        rf"(?P<ways>{WAYS}) (?:are|is|get|gets|can be) (?:all )?(?:monitored|read|seen|checked|heard|watched"
        rf"|listened to|picked up)\b",
    )
]
TEXT_ALONE = re.compile(r"\bTEXT only\b|\bonly (?:by )?TEXT\b|\bTEXT rather than CALL|\bTEXT NOT CALL")
# In such a clause nothing is allowed: somebody else acts, or it is a question, a doubt or a thing of the past.
OPEN = re.compile(
    r"\?|\b(?:if|unless|until|whether|unsure|unclear|unknown|might|maybe|possibly|perhaps|was|were|used to"
    r"|previously|thinks?|"
    r"believes?|sure|may be FINE|he|his|husband|partner|perpetrator|suspect|brother|father|mother-in-law|in-laws?)\b",
    re.I,
)
ASKED = re.compile(r"(?:is it |this number |number )?(?:FINE|CALL|TEXT|MSG)\b")
ANSWERED_NO = re.compile(r"(?:NOT|n|x|✗|✘)(?![\w’'])(?!.*\b(?:CALL|CALLS|CALLED|TEXT|MSG|FINE|one|need|longer)\b)")
CONDITION = re.compile(
    r"\W*(?:(?:but |only |not |and )*(?:if|unless|until|till|provided|as long as|so long as|except|whether)\b"
    r"|(?:only )?(?:when|while|whenever)\b.*\b(?:he|him|his|husband|wife|partner|perpetrator|perp)\b)",
    re.I,
)
UNKNOWN = re.compile(r"\bNOT (?:sure|known?|certain|clear)\b")
NAMED = {
    "CALL": "safe_to_call",
    "CALLS": "safe_to_call",
    "CALLED": "safe_to_call",
    "TEXT": "safe_to_text",
    "MSG": "safe_to_leave_message",
}


def told(sentence: str) -> dict[str, bool]:
    """What the clauses of a sentence allow and refuse; what one of them refuses no other allows."""
    allowed: set[str] = set()
    refused: set[str] = set()
    bound = any(CONDITION.match(clause) for clause in CLAUSE.split(sentence))  # "..., unless he is at home"
    clauses = [_in_usual_words(clause) for clause in CLAUSE.split(_without_numbers(sentence))]
    for usual, after in zip_longest(clauses, clauses[1:], fillvalue=""):
        if UNKNOWN.search(usual):
            continue
        if ANSWERED_NO.match(after) and ASKED.match(usual):  # "Safe to call (no)"
            refused |= {NAMED[way] for way in re.findall(rf"\b{WAY}\b", usual)}
            continue
        denied = {NAMED[way] for said in REFUSED for match in said.finditer(usual) for way in _ways(match)}
        refused |= denied
        if TEXT_ALONE.search(usual) and "safe_to_text" not in denied:
            refused.add("safe_to_call")
        if not bound and not OPEN.search(usual):
            allowed |= {
                NAMED[way] for said in ALLOWED for match in said.finditer(usual) for way in _ways(match)
            } - denied
    return dict.fromkeys(allowed, True) | dict.fromkeys(refused, False)


def _ways(match: re.Match[str]) -> list[str]:
    return re.findall(rf"\b{WAY}\b", "TEXT" if match["ways"] is None else match["ways"])


def _without_numbers(sentence: str) -> str:
    for _figures, start, end in reversed(phones_in(sentence)):
        sentence = f"{sentence[:start]}NUMBER{sentence[end:]}"
    return sentence


def _in_usual_words(clause: str) -> str:
    usual = clause.lower().replace("number", "NUMBER") if "NUMBER" in clause else clause.lower()
    for written, word in USUAL_WORDS:
        usual = written.sub(word, usual)
    return usual.strip(" .!-–")
