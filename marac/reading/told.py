"""Reads from sentences what no label gave: consent, the grounds, the number of ticks. All of it is to be checked."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from marac.answers import choices
from marac.answers.found import INFERRED, Found
from marac.consents import consent
from marac.intake.fields import LAST_TWO_FIGURE_YEAR
from marac.kernel.dates import dates_in
from marac.labels.relations import MEN, WOMEN
from marac.layout.gathered import Gathered
from marac.opening.mail import BODY
from marac.parties.person import Person
from marac.prose import earlier, feared, reasons
from marac.reading.checklist import answered_since
from marac.written.blocks import Block, Place
from marac.written.text import plain

SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[A-Z])|\n+|;\s*")
ABOUT_CONSENT = re.compile(r"\b(?:consents?|consented|agree[sd]?|agreement)\b", re.I)
KIN = {"male": MEN | {"stepfather"}, "female": WOMEN | {"stepmother"}}
LONGEST_HEADING = 60  # characters
LONGEST = 1_000  # characters of what is still a sentence
GROUNDS = {
    "visible_high_risk": re.compile(r"\b(?:visible|visibly) high[- ]risk\b", re.I),
    "professional_judgement": re.compile(r"\bprofessional judge?ment\b", re.I),
    "potential_escalation": re.compile(r"\b(?:potential escalation|escalation)\b", re.I),
    "repeat": re.compile(r"\bmarac repeat\b|\brepeat (?:case|referral|victim)\b|\b(?:as|a) repeat\b", re.I),
}
REFERS = re.compile(
    r"\brefer(?:s|red|ring|ral)?\b|\b(?:criteri\w+|grounds?|threshold)\b|\bon (?:my|our) professional judge?ment\b",
    re.I,
)
BEGINS = re.compile(
    r"\W*(?:(?:my|our|on|clinical|it is) )*"
    r"(?:professional judge?ment|visible high risk|escalation|(?:marac )?repeat(?= case|\W|\Z))",
    re.I,
)
ABOUT_GROUNDS = re.compile(r"\b(?:basis|met|reasons?|grounds?|thresholds?|criteri\w+|why)\b", re.I)
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
    rf"|[^\n]{{0,80}}?(?<![\d/])(?P<ticked>\d{{1,2}}) (?:yes(?:es| answers)?|ticks?|positives?)\b)",
    re.I,
)
# In a covering mail that speaks of the checklist.
COUNTED_AGAIN = re.compile(
    rf"\b(?:it[’']s|it is|scor\w+|comes? to|total\w*(?: is)?)(?: at)? (?P<now>\d{{1,2}}) now\b"
    rf"|\b(?:which makes it|the score (?:is|should be|becomes)) (?P<makes>\d{{1,2}})\b{NOT_MORE}"
    rf"|\b(?:is now|now (?:is|at|scores?|comes? to|up to)|gone up to|goes up to) (?P<is_now>\d{{1,2}})\b{NOT_MORE}",
    re.I,
)
COUNTS_AS_HIGH = re.compile(r"\b(?:put|treat|list|count|refer|mark)\b[^.;]{0,25}\bas (?:visible )?high[- ]risk\b", re.I)
SCORED = re.compile(r"\bscore\b\W{0,3}(?P<score>1\d|2[0-4]|\d)\b(?![/:\d])", re.I)
MOST_CHOSEN = 2  # grounds that a sentence names
MOST = 24  # questions of the checklist


def fill(tree: dict[str, Any], found: Gathered, blocks: list[Block], people: list[Person]) -> None:
    """What the tree leaves open, where a sentence says it in plain words."""
    covering = _covering(blocks)
    answered_since(tree["checklist"], covering, blocks)
    newer = _counted_again(covering)
    tree["checklist"]["score_stated"] = newer or tree["checklist"]["score_stated"] or _score(blocks)
    whose = _hers(people, found.called)
    before = ""
    told: list[tuple[str, str, Place]] = []
    for sentence, place, asked in _sentences(found, blocks):
        consent.told(tree["consent"], sentence, place, whose, asked=asked)
        told += [(sentence, before, place)]
        _grounds(tree["criteria"], sentence, place)
        feared.told(tree["views"], sentence, before, place, whose)
        before = sentence
    consent.told_plainly(tree["consent"], told, whose)
    since = {block.id for block in covering}
    _said_since(tree, [each for each in told if each[2].block in since], whose)
    for each in found.unread:
        label, _, said = each.text.partition(": ") if each.kind == "label" else ("", "", "")
        if ABOUT_GROUNDS.search(label) and not choices.BOX.search(said):
            _grounds(tree["criteria"], said.partition(". ")[0], each.place, asked=True)
    here = str(tree["case_area"].value) if tree["case_area"] else ""
    for words, place in _of_hearings(found, blocks):
        earlier.told(tree["previous"], words, place, here, asked=False)


def _covering(blocks: list[Block]) -> list[Block]:
    """The mail about a form: about the one that is attached to it, or that is pasted in beneath as tables."""
    body = [block for block in blocks if block.part == BODY]
    pasted = next((n for n, block in enumerate(body) if block.kind == "table"), 0)
    return body if len(body) < len(blocks) else body[:pasted]


def _said_since(tree: dict[str, Any], told: list[tuple[str, str, Place]], whose: consent.Hers) -> None:
    """What the covering mail says of consent and of the grounds stands against the form, which is older."""
    newer: dict[str, Any] = dict.fromkeys(tree["consent"])
    consent.told_plainly(newer, told, whose)
    for sentence, _, place in told:
        consent.told(newer, sentence, place, whose, asked=False)
        if COUNTS_AS_HIGH.search(sentence) and not NOT_SO.search(sentence):
            tree["criteria"]["visible_high_risk"] = Found(True, place, INFERRED)
    for key in ("victim_aware", "consent_given"):
        tree["consent"][key] = newer[key] or tree["consent"][key]


def _counted_again(covering: list[Block]) -> Found | None:
    """ "We went through the checklist again and it's 15 now": the number of ticks that a covering mail puts right."""
    for block in covering:
        match = COUNTED_AGAIN.search(block.text.words) if WHICH.search(block.text.words) else None
        score = int(match["now"] or match["makes"] or match["is_now"]) if match else 0
        if 0 < score <= MOST:
            return Found(score, block.spot("", block.text.words), INFERRED)
    return None


def _of_hearings(found: Gathered, blocks: list[Block]) -> Iterator[tuple[str, Place]]:
    """Passages, the account and the grounds."""
    yield from ((words, place) for words, place, _ in _passages(found, blocks))
    told = [e for e in found.entries if e.label.field.startswith(("narrative", "criteria"))]
    yield from ((e.value.words, e.place) for e in told)
    yield from ((each.text, each.place) for each in found.unread if each.kind in ("comment", "label"))


def _hers(people: list[Person], called: Iterable[tuple[str, str]]) -> consent.Hers:
    """Of the people who were found, by what the victim may be called in a sentence."""
    names: dict[bool, set[str]] = {True: set(), False: set()}
    genders: dict[str, set[str]] = {"victim": set(), "perpetrator": set()}
    for words, role in called:
        names[role == "victim"] |= set(plain(words).split())
    for person in people:
        for part in ("forenames",) if person.role == "child" else ("forenames", "surname"):
            named = person.tree[part]
            names[person.role == "victim"] |= set(plain(str(named.value)).split()) if named else set()
        gender, related = person.tree.get("gender"), person.tree.get("relationship_to_victim")
        said = set(plain(str(related.value)).split()) if related and person.role == "perpetrator" else set()
        if person.role in genders:
            genders[person.role] |= {str(gender.value)} if gender else {kin for kin, of in KIN.items() if said & of}
    first = [str(each.tree["forenames"].value) for each in people if each.role == "child" and each.tree["forenames"]]
    children = {word for name in first for word in plain(name).split()}
    return consent.Hers(*(frozenset(each) for each in (names[True], names[False], *genders.values(), children)))


def _score(blocks: list[Block]) -> Found | None:
    """The number of ticks that a sentence or an answer gives for the checklist, beside whatever dates."""
    for block in blocks:
        for asked, cell in ((row[at].text, row[at + 1]) for row in block.rows for at in range(len(row) - 1)):
            beside = SCORED.search(cell.text.words) if WHICH.search(asked.words) else None
            if beside and choices.boxes(cell.text):  # "RIC completed?": "Yes ☒   No ☐   Score: 17"
                return Found(int(beside["score"]), block.spot(asked.words, cell.text.words, cell), INFERRED)
        for text in [block.text, *(cell.text for row in block.rows for cell in row)]:
            words = "\n".join(line for line in text.words.split("\n") if not choices.BOX.search(line))
            words = words if WHICH.search(words) else ""
            for _, start, end in reversed(dates_in(words, last_year=LAST_TWO_FIGURE_YEAR)):
                words = f"{words[:start]}{'-' * (end - start)}{words[end:]}"
            match = OF_24.search(words) or SCORE.search(words)
            score = next((int(said) for said in match.groups() if said), 0) if match else 0
            if 0 < score <= MOST:
                return Found(score, block.spot("", text.words), INFERRED)
    return None


def _sentences(found: Gathered, blocks: list[Block]) -> Iterator[tuple[str, Place, bool]]:
    """Of answers about consent, of passages and of the account; and whether they are under a question about consent."""
    texts = [(e.value.words, e.place, True) for e in found.entries if e.label.field in consent.GIVEN]
    texts += [(e.value.words, e.place, False) for e in found.entries if e.label.field == "narrative"]
    for words, place, asked in [*texts, *_passages(found, blocks)]:
        for sentence in SENTENCE.split(words):
            if len(sentence) < LONGEST:
                yield sentence.strip(" -*•"), place, asked


def _passages(found: Gathered, blocks: list[Block]) -> list[tuple[str, Place, bool]]:
    """What is written between the questions; a sentence that a page broke is one."""
    texts: list[tuple[str, Place, bool]] = []
    asked = False
    written = [(b.text.words, b.spot("", b.text.words)) for b in blocks if b.kind != "table"]
    seen = {words for words, _ in written}
    written += [(each.text, each.place) for each in found.unread if each.kind == "passage" and each.text not in seen]
    for words, place in written:
        goes_on = texts and words[:1].islower() and not texts[-1][0].rstrip().endswith((".", ":", "?", "!"))
        if goes_on:
            texts.append((f"{texts.pop()[0]} {words}", place, asked))
            continue
        texts.append((words, place, asked))
        if len(words) < LONGEST_HEADING and not words.rstrip().endswith("."):
            asked = ABOUT_CONSENT.search(words) is not None
    return texts


def _grounds(tree: dict[str, Any], sentence: str, place: Place, *, asked: bool = False) -> None:
    """Grounds on which the writer says that they refer, or with which a sentence begins."""
    refers = (asked or REFERS.search(sentence) or BEGINS.match(sentence)) and not NOT_SO.search(sentence)
    named = [key for key, said in GROUNDS.items() if refers and said.search(sentence)]
    offered = len(named) > MOST_CHOSEN or (len(named) > 1 and "/" in sentence)  # all are printed, and one was marked
    for key in [*([] if offered else named), *reasons.plainly(sentence)]:
        tree[key] = tree[key] or Found(True, place, INFERRED)
