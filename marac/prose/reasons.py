"""Reads from sentences on which grounds their writer refers, where they say it of this case in so many words."""

import re

# No form of them all: "In my professional judgement", "over your threshold".
PLAINLY = {
    "professional_judgement": re.compile(
        r"\b(?P<mine>(?:my|our)(?: own)? professional judge?ment)\b"
        r"|\b(?:I|we|my|our|me|us|this is|it is|it[’']s)\b[^.;?]{0,120}"
        r"\b(?P<said>(?:on|by|in|is|matter of|basis of)(?: the)?(?: basis of)? professional judge?ment)\b",
        re.I,
    ),
    "potential_escalation": re.compile(
        r"\b(?P<said>because) (?:it[’']s|it is|things are|of(?: the)?) (?:\w+ )?escalat(?:ing|ion)\b", re.I
    ),
    "visible_high_risk": re.compile(
        r"\b(?:scor\w+|dash|ric|checklist|came (?:out )?(?:to|at))\b[^.;?]{0,80}\d{1,2}\b[^.;?]{0,40}"
        r"\b(?P<said>(?:so|is|as|which is) (?:over|above) (?:the|your|our)(?: usual| local)? threshold"
        r"|so (?:is |are )?visibl[ey] high[- ]risk)",
        re.I,
    ),
}
DENIED = re.compile(r"\b(?:not|never|nor|than|without|instead of|if|whether|or|where)\b|n[’']t\b", re.I)
BESIDE = 25  # characters


def plainly(sentence: str) -> list[str]:
    """The grounds that a sentence gives, and does not deny or only suppose."""
    return [key for key, pattern in PLAINLY.items() if _given(pattern.search(sentence), sentence)]


def _given(said: re.Match[str] | None, sentence: str) -> bool:
    at = said.start(said.lastgroup or 0) if said else 0
    return said is not None and not DENIED.search(sentence, max(0, at - BESIDE), at)
