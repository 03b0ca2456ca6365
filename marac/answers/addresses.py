"""Reads addresses: text, postcode, what kind, whether it must be kept from others, and "as above"."""

import re
from dataclasses import dataclass

from marac.answers import choices
from marac.kernel.postcodes import postcode_places
from marac.opening.text import tidy

HOMELESS = re.compile(r"\bN\.?F\.?A\b|\bno fixed (?:abode|address)\b|\bhomeless\b", re.I)
SAME_AS = re.compile(
    r"^\W*(?:(?:same|as)\b.{0,12}?\b"
    r"(?P<whom>victim|client|survivor|perp\w*|offender|above|mother|mum|parents?)|(?P<bare>same|as above|ditto)\W*$)",
    re.I,
)
WITH = re.compile(r"^\W*(?:lives |living |staying |resides )?with (?P<whom>[^,;.\d]+?)(?:[,;.]|\s*$)", re.I)
SECRET = re.compile(
    r"\bconfidential|\brefuge\b|\bsafe ?house\b|\bwithheld\b|\bnot known to (?:the )?(?:perp|him|her)|"
    r"\b(?:do not|don[’']t|not to be|must not be|never) (?:be )?(?:disclos|shar|circulat|record|pass)",
    re.I,
)
KINDS = (
    ("bail", r"\bbail"),
    ("prison", r"\bprison|\bHMP\b|\bYOI\b|\bremand"),
    ("release", r"\brelease address|\bapproved premises"),
    ("temporary", r"\btemporar|\bstaying\b|\brefuge\b|\bB&B\b|\bhotel\b|\bhostel\b"),
    ("previous", r"\bprevious|\bformer"),
    ("last_known", r"\blast known"),
    ("contact", r"\bsofa|\bc/o\b|\bcare of\b"),
)
STOP = re.compile(r"(?<!\bSt)(?<!\bRd)(?<!\bAve)[.;]\s")
LEADING = re.compile(r"[^,\d]*\b(?:at|address|to|is)\b\s*:?\s*(?=(?:Flat|\d))", re.I)
START = re.compile(
    r"(?:\b(?:Flat|Apartment|Apt|Unit|Room|House|Plot)\s+\d|\b\d{1,4}[A-Za-z]?\b(?!\s*(?:/|:|\.\d|years|yrs|weeks|days|am|pm)))"
)


@dataclass(frozen=True)
class Address:
    """`text` is without the postcode. `source` is the stretch as written."""

    text: str
    postcode: str | None
    kind: str
    confidential: bool | None
    source: str


def homeless(words: str) -> bool:
    """No fixed abode is written."""
    return HOMELESS.search(words) is not None


def kept_secret(words: str) -> bool:
    """Prose that says an address must be kept from somebody."""
    return any("address" in part.lower() and SECRET.search(part) for part in re.split(r"[.;\n]\s*", words))


def same_as(words: str) -> str | None:
    """Whose address is meant by "as above" and the like: victim, perpetrator, parents or above."""
    match = SAME_AS.match(words)
    whom = (match["whom"] or "above").lower() if match else None
    if whom and whom.startswith(("perp", "offender")):
        return "perpetrator"
    return {"client": "victim", "survivor": "victim", "parent": "parents"}.get(whom, whom) if whom else None


def lives_with(words: str) -> str | None:
    """The person named in "with maternal grandmother, 3 ..."."""
    match = WITH.match(words)
    return tidy(match["whom"]) if match else None


def addresses_in(words: str, *, prose: bool = False) -> list[Address]:
    """Every address in a box. In prose only addresses with a postcode count."""
    found, at = [], 0
    places = postcode_places(words)
    ends = [*(start for _, start, _ in places[1:]), len(words)][: len(places)]
    for (postcode, start, after), end in zip(places, ends, strict=True):
        stretch = words[at:start]
        text = _stretch(stretch, prose or STOP.search(stretch) is not None)
        if text or not prose:
            found.append(_address(text, str(postcode), stretch + words[after:end], words))
        at = after
    return found if found or prose else _without_postcode(words)


def _without_postcode(words: str) -> list[Address]:
    bare = tidy(re.sub(r"\([^)]*\)", " ", words))
    if choices.is_unknown(bare) or re.match(r"(?:unknown|not known|same|as |with |n/?k\b|none)", bare, re.I):
        return []
    text = _stretch(HOMELESS.sub("", bare), False)
    secret = SECRET.search(words) is not None
    return (
        [_address(text, None, words, words)]
        if (re.search(r"\d", text) and len(text) > 5) or text.count(",") or secret
        else []
    )


def _address(text: str, postcode: str | None, near: str, words: str) -> Address:
    kind = next((kind for kind, pattern in KINDS if re.search(pattern, near, re.I)), "current")
    secret = True if SECRET.search(words) else None
    return Address(tidy(text) or (postcode or ""), postcode, kind, secret, tidy(words))


def _stretch(words: str, prose: bool) -> str:
    """The address itself, without the words that lead up to it."""
    words = re.sub(r"\([^)]*\)", " ", words.replace("\n", ", "))
    start, with_whom = START.search(words), WITH.match(words)
    if prose:
        words = STOP.split(words)[-1]
        start = START.search(words)
        words = words[start.start() :] if start else words.rsplit(":", 1)[-1]
    elif with_whom:
        words = words[with_whom.end() :]
    elif start and LEADING.match(words):
        words = words[start.start() :]
    return re.sub(r"(?:,\s*)+", ", ", tidy(words)).strip(" ,.")
