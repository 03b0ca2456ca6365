"""Reads on which grounds a case is referred: from answers about them, and from a list in which some are chosen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from marac.answers import choices
from marac.answers.choices import Answer
from marac.answers.found import INFERRED, Found, Unread
from marac.labels.known import find
from marac.layout.gathered import Entry, Gathered
from marac.written.blocks import Block, Cell, Place
from marac.written.text import Text, plain, tidy

GROUNDS = {
    "visible_high_risk": re.compile(
        r"\bhigh(?:[- ]risk| on)\b|\bvisible\b|\bticks\b|\b1[4-9]\s?(?:\+|(?:or|and) (?:more|over|above)\b"
        r"|plus\b)|\bHR\b"
        r"|\b(?:dash|ric|checklist|risk) score\b|\bscore (?:of|on|is)\b",
        re.I,
    ),
    "professional_judgement": re.compile(r"\bprof(?:essional)?\b|\bjudge?ment\b|\bPJ\b", re.I),
    "potential_escalation": re.compile(
        r"\bescalat|\bcall-?outs?\b|\bmore (?:frequent|often|severe|serious|incidents)\b|\b(?:getting )?worse\b"
        r"|\bincreas\w+|\brising\b|\bESC\b|\b(?:3|three)(?:\+| or more) (?:\w+ )?(?:calls|incidents|reports"
        r"|contacts)\b",
        re.I,
    ),
    "repeat": re.compile(
        r"\brepeat\b|\bRPT\b|\b(?:heard|been|already|back|known|referred|discussed|listed"
        r"|previously)\b(?! (?:told|informed|asked))"
        r".{0,30}\b(?:marac|before)\b|"
        r"\b(?:previous|earlier|last|first) marac\b|\bmarac (?:case )?(?:in|within) (?:the )?(?:last|past|previous)\b",
        re.I,
    ),
}
DECIDED = {"visible_high_risk", "professional_judgement"}  # no list of grounds is without one of them
MOST_OF_A_GROUND = 20  # words
STRIKE_OUT = re.compile(
    r"\b(?:cross|strike|score|delete|put a line)\b[^.]{0,40}\b(?:not|n[’']t|inapplicable|appropriate|apply)\b", re.I
)
# Heard by another conference, which makes no repeat here.
ELSEWHERE = re.compile(r"(?!.*\b(?:here|this|repeat)\b).*\b(?:elsewhere|any other|(?:an)?other maracs?)\b", re.I | re.S)
NEW_OR_REPEAT = re.compile(r"\W*(?:(?P<repeat>repeat)|new)\b", re.I)
NEAR = 6  # texts beneath such words
FEWEST = 2  # grounds of a list
APART = 2  # texts between two of a list
ANSWERED = re.compile(
    r"(?P<said>[^\n]{4,90}?)(?:\s*[-–—:»=>]+\s*|\s*\.{3,}\s*|\s{2,}|\t+)(?P<answer>(?:yes|no|y|n)\b[^\n]{0,40})", re.I
)
SCORED = re.compile(
    r"\bscor(?:e|ed|ing)\b(?: (?:is|was|of))?\W{0,3}(?P<score>\d{1,2})\b(?!\s*(?:\+|plus\b|or\b|and (?:over|above)))"
    r"|(?P<count>\d{1,2}) (?:recorded|scored|ticks?\b(?! or))",
    re.I,
)


@dataclass(frozen=True)
class Offered:
    """One of a list of grounds: whether it is chosen, and what was written with it."""

    ground: str
    chosen: bool
    place: Place
    said: str


def grounds(entries: list[Entry], found: Gathered, blocks: list[Block]) -> dict[str, Found | None]:
    """Each ground with whether it is relied on; None where the form does not ask, or the answer is not plain."""
    tree: dict[str, Found | None] = dict.fromkeys(GROUNDS)
    for each in listed(blocks):
        tree[each.ground] = tree[each.ground] or Found(each.chosen, each.place)
    for entry in entries:
        if entry.label.field.startswith("criteria."):
            _asked(tree, entry, found)
        elif entry.label.field == "criteria" or only_grounds(entry):
            _named(tree, entry)
    crossed = [e for e in entries if e.label.field.startswith("criteria.") and choices.is_tick(e.value.words)]
    for key in GROUNDS if crossed else ():  # of those that are offered the others are not chosen
        if tree[key] is None and f"criteria.{key}" in found.asked:
            tree[key] = Found(False, crossed[0].place, INFERRED)
    return tree


def score(blocks: list[Block]) -> Found | None:
    """The number of ticks that is written beside the ground for which they are counted."""
    for each in listed(blocks):
        match = SCORED.search(each.said) if each.ground == "visible_high_risk" else None
        if match:
            return Found(int(match["score"] or match["count"]), each.place)
    return None


def only_grounds(entry: Entry) -> bool:
    """Under a label that may ask for the account or for the grounds stand grounds and nothing else."""
    boxes = [words for words, _ in choices.boxes(entry.value)]
    if len(boxes) > 1 and entry.label.field == "narrative":
        return all(any(said.search(words) for said in GROUNDS.values()) for words in boxes)
    said = [find(part) for part in re.split(r"[,;\n]", entry.value.words)]
    return entry.label.field == "narrative" and all(each and each.field.startswith("criteria.") for each in said)


def listed(blocks: list[Block]) -> list[Offered]:
    """The first list in which grounds are chosen, whatever stands above it and however they are answered."""
    run: list[Offered] = []
    since = 0
    for offers in map(list, _texts(blocks)):
        since = 0 if offers else since + 1
        again = {each.ground for each in offers} & {each.ground for each in run}
        if since > APART or again:
            if _is_list(run):
                return run
            run = []
        run += offers
    return run if _is_list(run) else []


def _is_list(run: list[Offered]) -> bool:
    marks = " ".join(each.place.source for each in run)
    if choices.TICKED.search(marks) and choices.CROSSED.search(marks):  # a cross beside a tick may be a no
        return False
    told = [each.ground for each in run]
    return len(set(told)) >= FEWEST and bool(DECIDED & set(told)) and len(set(told)) == len(told)


def _texts(blocks: list[Block]) -> Iterator[Iterator[Offered]]:
    """What each line, each cell and each row with its answer offers."""
    since = NEAR + 1
    for block in blocks:
        for text in [block.text, *(row[0].text for row in block.rows if len(row) == 1)]:
            since = 0 if STRIKE_OUT.search(text.words) else since + 1
        if block.kind != "table":
            yield _standing(block, block.text, None) if 0 < since <= NEAR else _in_text(block, block.text, None)
        for row in block.rows:
            one = len(row) == 1 and since <= NEAR and not STRIKE_OUT.search(row[0].text.words)
            yield _standing(block, row[0].text, row[0]) if one else _in_row(block, row)


def _standing(block: Block, text: Text, cell: Cell | None) -> Iterator[Offered]:
    """Grounds of which those that do not apply were to be struck out."""
    if choices.boxes(text):
        yield from _in_text(block, text, cell)
        return
    place = block.spot("", text.words, cell)
    options = choices.alternatives(text) or [(text.words, not text.marked(0, len(text.words), "struck"))]
    for words, stands in options if text.words.strip() else []:
        if ground := _ground(words):
            yield Offered(ground, stands, place, words)


def _in_row(block: Block, row: tuple[Cell, ...]) -> Iterator[Offered]:
    """Questions with their answers in the cell beside each, or all in one cell."""
    beside = [(row[at], row[at + 1]) for at in range(0, len(row) - 1, 2)] if len(row) in (2, 4) else []
    for asked, cell in beside:
        ground = None if _ground(cell.text.words.partition("\n")[0]) else _ground(asked.text.words)
        answer = _answer(cell.text)
        if ground and answer is not None and not choices.boxes(asked.text):
            yield Offered(ground, answer, block.spot(tidy(asked.text.words), cell.text.words, cell), cell.text.words)
    box = row[0].text.words.strip() if len(row) > 1 else ""
    if choices.BOX.fullmatch(box) and (ground := _ground(row[1].text.words)):  # a box in a cell before its ground
        said = " ".join(cell.text.words for cell in row[1:])
        yield Offered(ground, choices.is_tick(box), block.spot("", row[1].text.words, row[1]), said)
        return
    heads = [(cell, *cell.text.words.strip().partition("\n")[::2]) for cell in row]
    crossed = [choices.is_tick(mark) for _, _, mark in heads]  # "Repeat" over an X, beside those over nothing
    if any(crossed) and all(
        _ground(first) and (over or not mark.strip()) for (_, first, mark), over in zip(heads, crossed, strict=True)
    ):
        for (cell, first, _), over in zip(heads, crossed, strict=True):
            yield Offered(_ground(first) or "", over, block.spot("", cell.text.words, cell), cell.text.words)
        return
    for cell in row:
        yield from _in_text(block, cell.text, cell)


def _answer(text: Text) -> bool | None:
    """Yes or no; an empty cell in a list of grounds is one that is not chosen."""
    if text.blank:
        return False
    return True if choices.is_tick(text.words) else choices.yes_no(text).value


def _in_text(block: Block, text: Text, cell: Cell | None) -> Iterator[Offered]:
    place = block.spot("", text.words, cell)
    pairs = choices.boxes(text)
    if pairs and all(plain(words).split()[:1] in (["yes"], ["no"], ["y"], ["n"], []) for words, _ in pairs):
        first = choices.BOX.search(text.words)
        asked, answer = text.words[: first.start() if first else 0], choices.yes_no(text).value
        pairs = [(asked, answer)] if answer is not None else []
    first, _, beneath = text.words.strip().partition("\n")
    under = text.part(text.words.find(beneath)) if beneath else Text("")
    label = find(first)
    earlier = label is not None and label.field.startswith("previous.")  # a question of its own
    if (
        beneath
        and not earlier
        and _ground(first)
        and not choices.BOX.search(first)
        and (answer := _beneath(under)) is not None
    ):
        yield Offered(_ground(first) or "", answer, place, beneath)
        return
    found = [(words, full, words) for words, full in pairs]
    if not pairs:
        answered = [(said, choices.yes_no(answer).value, answer.words) for said, answer in _answered(text)]
        found = [(said, value, rest) for said, value, rest in answered if value is not None]
    for words, value, rest in found:
        ground = _ground(words)
        if ground:
            yield Offered(ground, value, place, rest)


def _beneath(text: Text) -> bool | None:
    """The answer beneath a ground in one cell: yes or no, or one box with what is written beside it."""
    boxes = choices.boxes(text)
    said = choices.yes_no(text).value
    return boxes[0][1] if len(boxes) == 1 and said is None else said


def _answered(text: Text) -> Iterator[tuple[str, Text]]:
    """ "High risk score - YES / Escalation - YES", or a line of each; of "PJ: Yes / No" the one that is marked."""
    between = r"\n|;\s" if choices.YES_NO.search(text.words) else r"\n|\s/\s|;\s"
    ends = [0, *(end for match in re.finditer(between, text.words) for end in match.span()), len(text.words)]
    for start, end in zip(ends[::2], ends[1::2], strict=True):
        part = text.part(start, end)
        if match := ANSWERED.fullmatch(part.words.strip()):
            at = part.words.index(match.group()) + match.start("answer")
            yield match["said"], part.part(at)


def _ground(words: str) -> str | None:
    """The one ground of which the words of an option speak."""
    if not words.strip() or len(words.split()) >= MOST_OF_A_GROUND or re.search(r"\bnot?\b", words):
        return None
    named = [key for key, said in GROUNDS.items() if said.search(words)]
    named = [key for key in named if key != "repeat" or not ELSEWHERE.match(words)]
    return named[0] if len(named) == 1 else None


def _asked(tree: dict[str, Found | None], entry: Entry, found: Gathered) -> None:
    """A question about one ground."""
    key = entry.label.field.partition(".")[2]
    answer = Answer(True, True) if choices.is_tick(entry.value.words) else choices.yes_no(entry.value)
    chosen = NEW_OR_REPEAT.match(entry.value.words) if key == "repeat" and not answer.known else None
    if chosen and not choices.BOX.search(entry.value.words):
        answer = Answer(bool(chosen["repeat"]), True)
    if answer.value is not None and not tree[key]:
        tree[key] = Found(answer.value, entry.place)
    elif answer.value is None:
        found.unread.append(Unread("value", f"{entry.place.label}: {entry.value.words}", entry.place))


def _named(tree: dict[str, Found | None], entry: Entry) -> None:
    """Boxes with the grounds as their labels, or those chosen from a list."""
    pairs = choices.boxes(entry.value) or choices.alternatives(entry.value)
    pairs = pairs or [(part, True) for part in re.split(r"[,;\n]| and |\.\s", entry.value.words)]
    for words, full in pairs:
        if ground := _ground(words):
            tree[ground] = tree[ground] or Found(full, entry.place)
