"""Reads from sentences what no label gave: consent, the grounds, the number of ticks. All of it is to be checked."""

import re
from collections.abc import Iterator
from typing import Any

from marac.answers import choices
from marac.answers.found import INFERRED, Found
from marac.intake.fields import LAST_TWO_FIGURE_YEAR
from marac.kernel.dates import dates_in
from marac.questions.gathered import Gathered
from marac.written.blocks import Block, Place

SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[A-Z])|\n+|;\s*")
# A yes is taken from plain words alone: any doubt, condition or contrast leaves the question open.
DOUBT = re.compile(
    r"\b(?:not|never|no|nor|if|unless|until|but|although|though|however|would|will|may|might|could|should|before|once|"
    r"initially|unsure|unclear|unknown|whether|asked|refus\w+|declin\w+|withdr\w+|reluctan\w+|yet|later|first|only|"
    r"husband|partner|perpetrator|mother|father|sister|parents?)\b|n[’']t\b|\?",
    re.I,
)
THIS = r"(?:referr\w+|marac|conference)"
AWARE = re.compile(
    rf"\b(?:knows?|is aware|are aware|been told|been informed|was told|was informed)\b[^.;]{{0,30}}\b{THIS}\b"
    r"|\bknows? (?:that )?(?:we|i) (?:are|am|have|ve) (?:writing|referr\w+|sen[dt]\w*|telling|told|contact\w+)\b",
    re.I,
)
CONSENTS = re.compile(
    rf"\b(?:agree[sd]?|consent(?:s|ed)?)\b[^.;]{{0,25}}\b(?:{THIS}|it|this)\b"
    r"|\b(?:given|gave|gives) (?:(?:her|his|their|full|verbal|written) ){0,2}consent\b",
    re.I,
)
UNAWARE = re.compile(
    rf"\b(?:not|n[’']t)\b[^.;]{{0,20}}\b(?:know|aware|told|informed)\b[^.;]{{0,30}}\b{THIS}\b"
    rf"|\bunaware of\b[^.;]{{0,20}}\b{THIS}\b",
    re.I,
)
REFUSES = re.compile(
    r"\b(?:not|n[’']t)\b[^.;]{0,12}\b(?:agreed?|consent(?:ed)?|given (?:\w+ )?consent)\b"
    rf"|\b(?:refuse[sd]?|declined?)\b[^.;]{{0,20}}\b(?:consent|agreement|permission|{THIS})\b",
    re.I,
)
SUBJECT = re.compile(
    r"^\W*(?:[Yy]es,? )?(?:[Ss]he|[Hh]e|[Tt]hey|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?|"
    r"(?:[Tt]he |[Oo]ur |[Mm]y )?(?:victim|client|patient|tenant|survivor|resident|woman))\b"
)
MUST_NOT = re.compile(r"\bmust not\b|\bmust never\b|\bmustn[’']t\b", re.I)  # of whoever is to learn nothing of it
GROUNDS = {
    "visible_high_risk": re.compile(r"\b(?:visible|visibly) high[- ]risk\b", re.I),
    "professional_judgement": re.compile(r"\bprofessional judge?ment\b", re.I),
    "potential_escalation": re.compile(r"\b(?:potential escalation|escalation)\b", re.I),
    "repeat": re.compile(r"\bmarac repeat\b|\brepeat (?:case|referral|victim)\b|\b(?:as|a) repeat\b", re.I),
}
REFERS = re.compile(r"\brefer(?:s|red|ring)?\b|\b(?:criteri\w+|grounds?|threshold)\b", re.I)
NOT_SO = re.compile(r"\b(?:not|no|nor|never|if|unless|previous\w*|last)\b|n[’']t\b", re.I)
WHICH = re.compile(r"\b(?:dash|ric|checklist|risk (?:assessment|indicator|score))\b", re.I)
OF_24 = re.compile(
    r"\b(?:dash|ric|checklist)\b\D{0,20}(?P<score>\d{1,2})\s*(?:/|of|out of)\s*(?:a possible )?24\b"
    r"|\b(?P<ticks>\d{1,2}) (?:ticks|yes(?:es| answers)?) (?:on|in|out of) the (?:dash|ric|checklist)\b",
    re.I,
)
NOT_MORE = (
    r"(?!\s*(?:\+|[/:%]|plus\b|or (?:more|over|above)|(?:st|nd|rd|th|am|pm|years?|months?|weeks?|days?)\b|of (?!24)))"
)
SCORE = re.compile(
    rf"\b(?:dash|ric|(?:risk )?checklist|risk (?:assessment|indicator|score))\b(?:"
    rf"[,:]? (?P<beside>\d{{1,2}})\b{NOT_MORE}"
    rf"|[^\n]{{0,110}}?\b(?:scor\w+|total\w*|made it|came (?:out )?(?:at|to)|got(?: it)? to"
    rf"|result)\b[^\d.;\n]{{0,15}}(?P<score>\d{{1,2}})\b{NOT_MORE}"
    rf"|[^\n]{{0,80}}?(?<![\d/])(?P<ticked>\d{{1,2}}) (?:yes(?:es| answers)?|ticks?)\b)",
    re.I,
)
MOST = 24  # questions of the checklist


def fill(tree: dict[str, Any], found: Gathered, blocks: list[Block]) -> None:
    """What the tree leaves open, where a sentence says it in plain words."""
    if tree["checklist"]["score_stated"] is None:
        tree["checklist"]["score_stated"] = _score(blocks)
    for sentence, place in _sentences(found):
        _consent(tree["consent"], sentence, place)
        _grounds(tree["criteria"], sentence, place)


def _score(blocks: list[Block]) -> Found | None:
    """The number of ticks that a sentence or an answer gives for the checklist, beside whatever dates."""
    for block in blocks:
        for text in [block.text, *(cell.text for row in block.rows for cell in row)]:
            words = text.words if WHICH.search(text.words) and not choices.boxes(text) else ""
            for _, start, end in reversed(dates_in(words, last_year=LAST_TWO_FIGURE_YEAR)):
                words = f"{words[:start]}{'-' * (end - start)}{words[end:]}"
            match = OF_24.search(words) or SCORE.search(words)
            score = next((int(said) for said in match.groups() if said), 0) if match else 0
            if 0 < score <= MOST:
                return Found(score, block.spot("", text.words), INFERRED)
    return None


def _sentences(found: Gathered) -> Iterator[tuple[str, Place]]:
    """Of passages, of the account, and of answers about consent."""
    texts: list[tuple[str, Place]] = []
    for each in found.unread:
        if each.kind == "passage":
            goes_on = texts and each.text[:1].islower() and not texts[-1][0].rstrip().endswith((".", ":", "?", "!"))
            before = f"{texts.pop()[0]} " if goes_on else ""  # a sentence that a page broke
            texts.append((before + each.text, each.place))
    told = ("narrative", "consent.victim_aware", "consent.consent_given")
    texts += [(e.value.words, e.place) for e in found.entries if e.label.field in told]
    for words, place in texts:
        for sentence in SENTENCE.split(words):
            yield sentence.strip(" -*•"), place


def _consent(tree: dict[str, Any], sentence: str, place: Place) -> None:
    if SUBJECT.match(sentence) is None or MUST_NOT.search(sentence):
        return
    plainly = DOUBT.search(sentence) is None
    for key, denied, said in (("victim_aware", UNAWARE, AWARE), ("consent_given", REFUSES, CONSENTS)):
        if tree[key] is None and denied.search(sentence):
            tree[key] = Found(False, place, INFERRED)
        elif tree[key] is None and plainly and said.search(sentence):
            tree[key] = Found(True, place, INFERRED)


def _grounds(tree: dict[str, Any], sentence: str, place: Place) -> None:
    """Grounds on which the writer says that they refer."""
    if not REFERS.search(sentence) or NOT_SO.search(sentence):
        return
    for key, named in GROUNDS.items():
        if tree[key] is None and named.search(sentence):
            tree[key] = Found(True, place, INFERRED)
