"""Where a sentence says that somebody lives now. It says nothing where another, or another time, may be meant."""

import re
from functools import lru_cache

from marac.answers import addresses
from marac.written.text import Text

LIVES_WITH = re.compile(
    r"\b(?:moved (?:back )?in with|(?:lives?|living|stays?|staying) with|shares? (?:a|the|her|his) (?:home|flat) with) "
    r"(?:her|him|them|[A-Z][a-z’'-]+)"
    r"(?! (?:mother|father|mum|dad|sister|brother|parents|friend|aunt|nan|gran))\b"
)
LIVES_AT = re.compile(
    r"\b(?:lives?|living|resid(?:es|ing)|stays?|staying|moved (?:back |in )?(?:to|with)|rents|owns"
    r"|bailed to|released to|home|home is|address is|(?:is|now|back|still|currently) (?:at|in|with))\b[^.;]{0,60}\Z",
    re.I,
)
SAME = re.compile(
    r"\b(?:at|of|from|shares?) the same (?:address|house|home|flat)\b"
    r"|\b(?:his|her|their) (?:home |own )?address is (?:also )?the same as (?:hers|his|theirs)\b",
    re.I,
)
# Somebody else may be meant, or another time.
NOT_NOW = re.compile(
    r"\b(?:no longer|not|n[’']t|never|used to|until|before|had been|wants|if|when|fled|left|from|previous\w*|former\w*"
    r"|old|where|know\w*|thinks?|work\w*|post|surgery|met|seen)\b",
    re.I,
)
# "told to stay away from", "believes that she is at", "lives two doors from", "is going to".
ELSEWHERE = re.compile(
    r"\b(?:away|near|opposite|outside|past|doors?|(?:go|goes|going|went|drove|came|turned up|sent|returned) to"
    r"|believes?|thinks?|says?|said|spoke|asked|visit\w*|watch\w*|seen|exclu\w*|conditions?|order\w*|injunction"
    r"|must not|may not|not (?:to|allowed)|tenant of|address of)\b[^.;]{0,60}\Z",
    re.I,
)
BEGINS = 8  # characters of an address by which it is found again
LEFT = re.compile(r"\b(?:left|moved out|moved away|no longer|until|since moved|threw|thrown|kicked out)\b", re.I)
OF_BOTH = re.compile(r"\b(?:she|her|hers|him)\b", re.I)
# A passage that says who knows what: whether a home is secret is then for those to read who weigh the whole of it.
WHO_KNOWS = re.compile(r"(?<!\bI )(?<!\byou )(?<!\bwe )\b(?:knows?|knowing|whereabouts|find out|found out)\b", re.I)
# "Ben has a son, Kit, who lives with his mother at 7 Mill Row": where neither of ours lives.
HAS_A_CHILD = re.compile(
    r"\bhas (?:an?|one|another) (?:\w+ )?(?:son|daughter|child|boy|girl|lad)\b"
    r".{0,80}\bwho (?:now )?(?:lives|stays|is)\b",
    re.I,
)


def home(words: str, role: str) -> str:
    """The home of somebody of this part, of whom the sentence tells, or "same address"; else nothing."""
    with_her = (LIVES_WITH.search(words) or SAME.search(words)) if role == "perpetrator" else None
    if with_her and not NOT_NOW.search(words[: with_her.end()]) and not LEFT.search(words):
        return "same address"
    told = addresses.addresses_in_prose(words)
    if len(told) != 1 or (role == "perpetrator" and OF_BOTH.search(words)):
        return ""
    before = words[: begins(words, told[0])]
    plainly = LIVES_AT.search(before) and not (NOT_NOW.search(before) or elsewhere(before) or LEFT.search(words))
    return f"{told[0].text}, {told[0].postcode}" if plainly else ""


def begins(words: str, address: addresses.Address) -> int:
    """Where the address stands in the words; at their end where it is written otherwise."""
    at = words.find(address.text[:BEGINS])
    return at if at >= 0 else len(words)


def elsewhere(before: str) -> bool:
    """What stands before an address says that the one of whom it speaks does not live there, or may not."""
    return ELSEWHERE.search(before) is not None


def secret(passage: str, facts: dict[str, Text]) -> dict[str, Text]:
    """The facts, with their home as secret where anything in the passage that tells of it may mean that.

    Without the home where the passage only says who knows of something.
    """
    if "address" not in facts:
        return facts
    kept, doubtful = _hints(passage)
    if kept:
        return {**facts, "address_confidential": Text("Yes")}
    return {name: value for name, value in facts.items() if name != "address"} if doubtful else facts


@lru_cache(maxsize=16)  # one passage may tell of many homes
def _hints(passage: str) -> tuple[bool, bool]:
    """Whether a passage may mean that a home is secret, and whether it says who knows of something."""
    return addresses.keeps_secret(passage), WHO_KNOWS.search(passage) is not None
