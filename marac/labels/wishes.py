"""Knows questions about what the victim fears, wants and was told, in whatever words: by the few words that decide.

They hold plain words, with the victim and the one who harms called so.
"""

import re
import tomllib
from pathlib import Path

TALK = re.compile(
    r"\b(?:safe with|talk(?:ing)?|speak(?:ing)?|spoken|told|tell|trusts|trusted|"
    r"(?<=victim )trust|(?<=they )trust|(?<=she )trust|(?<=he )trust|(?<=we )trust|(?<=can )trust"
    r"|approach(?:ed)?|confides?)\b"
)
SAFE = re.compile(
    r"\b(?:safe|may|can|could|should|trusts?(?! (?:referral|form))|trusted|happy|wants?|will|likes?|would|ok"
    r"|okay|fine|best|comfortable|feels?|all right|alright|right)\b"
)
NOT = re.compile(
    r"\b(?:not|never|mustnt|must nt|dont|do nt|cant|can t|cannot|unsafe|avoid|away|shouldnt|should nt|isnt|is nt"
    r"|refuses?|nobody|no one|noone)\b"
)
SOMEBODY = re.compile(r"\b(?:who|whom|people|persons?|anyone|anybody|someone|agencies|those|family|friends?)\b")
TO = re.compile(
    r"\b(?:talk|speak|talking|speaking|told|tell|trusts?|trusted|spoken)(?: safely| freely)? ?(?:to|with)?(?: by us)?$"
)
FEAR = re.compile(r"\b(?:afraid|frighten(?:ed|s)?|scared|scares|fears?|fearful)\b")
FEARED = re.compile(
    r"(?:who|whom|people|those|anyone|anybody)?(?: ?\b(?:is|are|does|do|the|victim|she|he|they|most|in|that|whom))* ?"
    r"(?:(?:afraid|frightened|scared|fearful|fear) of(?: most)?|fears?|frightens?|scares? ?(?:the )?(?:victim"
    r"|her|him|them)?)(?: (?:the )?(?:victim|her|him|them))?"
)
NO_VIEW = re.compile(
    r"\b(?:numbers?|phones?|mobile|call|time|times|when|how|why|what|text|voicemail|capacity|language|interpreter|address|"
    r"been told|was told|were told|has told|have told|you|your|referr\w+|aware|consent\w*|any other person|anyone else|"
    r"anybody else|someone else|somebody else|is there|police|child|children|perpetrator (?:aware|told))\b"
)
KNOWS = re.compile(r"\b(?:knows?|aware|told|informed|explained)\b")
OF_THIS = re.compile(
    r"\b(?:referr\w+|maracs?|conference|(?:this|the|our) (?:concern|request|notification|form|letter|alert"
    r"|submission|report)|"
    r"(?:we|i|you) (?:are|am|have|re|ve)|doing this|telling)\b"
)
AGREES = re.compile(
    r"\b(?:agree[sd]?|agreement|consent(?:s|ed)?|sa(?:id|ys|y) yes|permission"
    r"|(?:happy|content|ok|okay) (?:for|with|that|to))\b"
)
HER = re.compile(r"\b(?:victim|she|they|her|them)\b")
# What forms call her where nothing else in a question is unknown.
HERSELF = {
    "resident",
    "tenant",
    "customer",
    "student",
    "member",
    "participant",
    "mother",
    "mum",
    "parent",
    "woman",
    "adult",
}
WHY = re.compile(r"\b(?:why|reasons?|reasoning|basis|grounds?|justif\w+|explain|rationale|necessary)\b")
SHARED = re.compile(r"\b(?:shar\w+|consent\w*|agree\w*|permission|told|telling|inform(?:ed|ing)|aware)\b")
WITHOUT = re.compile(r"\b(?:not|no|without|refus\w+|withh\w+|overrid\w+|sharing|shared)\b")
OTHER_REASON = re.compile(
    r"\b(?:perpetrator|child|children|gp|school|police|family|address|number|whereabouts|marac|papers|date|who|whom|risk|yes)\b"
)
OPEN = re.compile(
    r"\b(?:who|whom|why|how|when|where|which|reasons?|if|not|no|without|unless|perpetrator|child|children|parents?|gp|school|"
    r"police|family|address|number|whereabouts|date|by|score|lawful|basis|further|past|previous\w*|before|risk)\b"
)
# Any word besides may make another question of it: "Has she agreed to counselling?"
LISTS = tomllib.loads((Path(__file__).parent / "wishes.toml").read_text(encoding="utf-8"))
OF_CONSENT = set(LISTS["of_consent"])
BOTH = re.compile(r"\bsafe (?:or |and )?not safe\b|\b(?:who|whom)\b.*\b(?:safe|trusts?)\b.*\b(?:who|whom)\b")
MOST_WORDS = 14
MOST_OF_CONSENT = 13
ELSEWHERE = re.compile(
    r"\b(?:elsewhere|(?:any|some) ?where else|another (?:area|marac)|other (?:area|marac)s?|different (?:area|marac))\b"
)


# Whether, when and where a conference heard of them before.
ANOTHER = re.compile(
    r"\b(?:another|other|different)(?: \w+){0,1} (?:areas?|boroughs?|county|counties|maracs?|city|place)\b"
    r"|\belsewhere\b|\b(?:any|some) ?where else\b"
)
PAST = re.compile(r"\b(?:before|previous\w*|past|earlier|prior|already|history|last|ever|at any time)\b")
WHEN = re.compile(r"\b(?:when|date|dates)\b")
OF_EARLIER = set(LISTS["of_earlier"])
MOST_OF_AN_AREA = 2  # words


def earlier(bare: str) -> str | None:
    """Whether, or when, this conference or another heard of them before."""
    words = bare.split()
    heard = re.search(r"\b(?:maracs?|heard|conference)\b", bare)
    if len(words) > MOST_WORDS or not heard or re.search(r"\b(?:not|next|who|why|outcome|minutes|actions?)\b", bare):
        return None
    if ANOTHER.search(bare) and not WHEN.search(bare):
        return "previous.other_marac"
    if not PAST.search(bare) or len([word for word in words if word not in OF_EARLIER]) > MOST_OF_AN_AREA:
        return None
    return "previous.last" if WHEN.search(bare) else "previous.this_marac"


def view(bare: str) -> str | None:
    """The view that is asked for: of whom she is afraid, and whom it is safe, or not, to talk to."""
    words = bare.split()
    if not 1 < len(words) <= MOST_WORDS or NO_VIEW.search(bare):
        return None
    if FEAR.search(bare) and FEARED.fullmatch(bare) and not NOT.search(bare):
        return "views.afraid_of"
    if not TALK.search(bare) or not (SOMEBODY.search(bare) or TO.search(bare)):
        return None
    if NOT.search(bare) and BOTH.search(bare):
        return "views.both"
    if NOT.search(bare):
        return "views.not_safe_to_talk_to"
    return "views.safe_to_talk_to" if SAFE.search(bare) else None


def consent(bare: str) -> str | None:
    """Whether the victim knows of the referral, or agrees to it; or why it was shared all the same."""
    if len(bare.split()) > MOST_OF_CONSENT or bare.startswith("what "):
        return None
    if WHY.search(bare) and SHARED.search(bare) and WITHOUT.search(bare) and not OTHER_REASON.search(bare):
        return "consent.reason"
    unknown = [word for word in bare.split() if word not in OF_CONSENT]
    if (
        OPEN.search(bare)
        or len(unknown) > 1
        or (unknown and unknown[0] != bare.split()[0] and unknown[0] not in HERSELF)
    ):
        return None
    if KNOWS.search(bare) and (OF_THIS.search(bare) or HER.search(bare)):
        return "consent.victim_aware"
    return "consent.consent_given" if AGREES.search(bare) else None


def both(bare: str) -> bool:
    """One question that asks whether she knows and whether she agrees."""
    return KNOWS.search(bare) is not None and AGREES.search(bare) is not None
