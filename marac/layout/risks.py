"""Finds the risk checklist in whatever shape it stands: rows, lines and lists, each risk with yes, no or don't know."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import dropwhile, groupby, takewhile

from marac.answers import choices
from marac.answers.choices import EACH, among
from marac.answers.heads import answer_head, heads_at_end
from marac.labels.known import find
from marac.labels.topics import topic
from marac.layout.grids import Row
from marac.written.blocks import Block, Cell, Place
from marac.written.text import Text, plain, tidy

FEWEST_TOPICS = 10  # our own choice: fewer questions with yes or no beside them are no checklist
APART = 2  # lines of other things between two of a checklist
SHORTEST, LONGEST = 3, 160  # characters of a risk
SAID = r"yes|no|y|n|don[’']?t know|do not know|not known|unknown|unk|unsure|not sure|declined|d/?k|n/?k"
LINE = re.compile(
    rf"(?:Q?\d{{1,2}}[.):]?\s+)?(?P<asked>[A-Z].{{3,140}}?)(?:\s+[–—-]\s*|:\s*|\s*\.{{3,}}\s*|\s{{2,}}|\t+"
    rf"|\s(?=(?:Yes|No|Not known|Don[’']t know)$)|(?<=\?)\s+)"
    rf"(?P<answer>{SAID})(?:(?:\s*[-–—,;:.(]\s*|\s{{2,}})\w.{{1,120}})?\W*",
    re.I,
)
HEAD = re.compile(
    rf"(?:answered |answers? )?(?P<answer>{SAID})\b(?: to| for)?\s*(?:\(?\d{{1,2}}\)?)?\s*[:–-]?\s*", re.I
)
REMARKED = re.compile(rf"(?P<answer>{SAID})\s*[,.;:(–—-]\s*\w", re.I)  # "Yes, 60 a day", "DK – hard to say"
LISTED = re.compile(
    rf"(?P<answer>{SAID})(?: answers?)?(?: to| for)?(?: \(?\d{{1,2}}\)?)?\s*[:–-]\s*(?P<risks>.+)", re.I
)
BOXED = re.compile(
    rf"(?:\d{{1,2}}[.)]?\s+)?(?P<asked>[A-Z].{{3,160}}?)\s+(?P<boxes>(?:(?:{choices.BOX.pattern})\s*){{2,4}})"
)
QUESTION = re.compile(rf"(?:\d{{1,2}}[.)]?\s+)?(?P<asked>\S.{{3,160}}?)\s{{2,}}(?={choices.BOX.pattern})")
PRINTED = re.compile(
    rf"\s*(?!(?:{SAID})\s{{2,}})(?:\d{{1,2}}[.)]?\s+)?(?P<asked>\S.{{3,160}}?)\s{{2,}}(?P<answers>(?:{SAID})(?:\s+(?:{SAID}))+)(?!\w)",
    re.I,
)
BULLET = re.compile(r"\s*(?:[-*•–·]\s*|\(?\d{1,2}[.):]\s*)?")
NOT_COUNTED = re.compile(r"\b(?:not (?:part of|counted|included) (?:in )?the (?:24|score|total|checklist))\b", re.I)
NUMBERED = re.compile(r"\s*Q?\.?\s?\d{1,2}(?:[.):]\s*(?=\D|\Z)|\s*\Z)")  # a row that begins with its number


@dataclass(frozen=True)
class Line:
    """A risk with its answer, and what of the document it takes up: a row of a block, or the whole block."""

    asked: str
    answer: str
    place: Place
    block: str
    row: int
    topic: str | None
    numbered: bool = False  # a row of a table that begins with its number
    extra: bool = False  # of a block about stalking, which does not belong to the checklist


def checklist_heads(row: Row) -> dict[int, str]:
    """Grid column to answer, when the row heads tick columns."""
    heads = {cell.at: answer for cell in row if (answer := answer_head(cell.text.words))}
    if list(heads.values()).count("no") > 1:  # one of them heads the numbers of the questions: "No.", "Question", "No"
        alone = {run[0] for run in _together(row, heads) if [heads[at] for at in run] == ["no"]}
        yes = next((at for at, answer in heads.items() if answer == "yes"), 0)
        numbers = alone or {at for at, answer in heads.items() if answer == "no" and at < yes}
        heads = {at: answer for at, answer in heads.items() if at not in numbers}
    answered = heads and all({"yes", "no"} <= {heads[at] for at in run} for run in _together(row, heads))
    return heads if answered and len(row) > len(heads) else {}


def _together(row: Row, heads: dict[int, str]) -> list[list[int]]:
    """Heads that stand beside each other, by their columns."""
    return [list(run) for there, run in groupby((cell.at for cell in row), key=heads.__contains__) if there]


def lists(blocks: list[Block]) -> tuple[list[Block], list[Line]]:
    """The blocks without the risks that are answered in rows, lines and lists, and those risks."""
    kept: list[Line] = []
    extra: dict[str, bool] = {}
    stalking = False
    for block in blocks:
        headed = block.kind == "heading" and "stalking" in plain(block.text.words) and len(block.text.words) < 120
        stalking = stalking or headed or NOT_COUNTED.search(block.text.words) is not None
        extra[block.id] = stalking
    for run in _runs(list(_lines(blocks))):
        known = [n for n, line in enumerate(run) if line.topic]
        if len({run[n].topic for n in known}) >= FEWEST_TOPICS:
            start, end = known[0], known[-1] + 1
            while start and _beside(run[start - 1], run[start]):
                start -= 1
            while end < len(run) and _beside(run[end - 1], run[end]):
                end += 1
            kept += [line for line in run[start:end] if line.topic or not _asked_besides(line)]
    taken = {(line.block, line.row) for line in kept}
    left = [_without(block, taken) for block in blocks]
    kept = [replace(line, extra=extra[line.block]) for line in kept]
    return [block for block in left if block], kept


def _asked_besides(line: Line) -> bool:
    """A question of consent, which stands in the table of the risks too."""
    label = find(line.asked)
    return label is not None and label.field.startswith("consent.")


def _beside(line: Line, next_line: Line) -> bool:
    """Two numbered questions of one table."""
    return line.numbered and next_line.numbered and line.block == next_line.block


def _runs(lines: list[Line | None]) -> Iterator[list[Line]]:
    """Lines of one checklist: between two of them stands little else."""
    run: list[Line] = []
    since = 0
    for line in lines:
        # A question of the same table in words on no list, and none that the form asks besides.
        beside = bool(line and run and line.block == run[-1].block and find(line.asked) is None)
        since = 0 if line and (line.topic or line.numbered) else since if beside else since + 1
        if since > APART and run:
            yield run
            run = []
        if line:
            run.append(line)
    yield run


def _lines(blocks: list[Block]) -> Iterator[Line | None]:
    """Each risk with its answer, and None for what is none."""
    under, columns = "", []
    for number, block in enumerate(blocks):
        columns = _columns(block) or columns
        boxed = list(_boxed(block, columns))
        if boxed:
            yield from boxed
            continue
        if block.kind == "table":
            under = ""
            if any(checklist_heads(row) for row in block.rows):
                yield from [None] * (APART + 1)
                continue
            turned = _turned(block)
            for row in block.rows:
                found = list(_in_row(block, row, turned=turned))
                yield from found or [None]
            continue
        words = block.text.words.strip()
        head = HEAD.fullmatch(words)
        under = (answer_head(head["answer"]) or "") if head else under
        after = blocks[number + 1].text.words if number + 1 < len(blocks) else ""
        found = list(_in_line(block, words, after if after[:1].islower() and len(after) < SHORTEST * 20 else "", under))
        under = under if found or head else ""
        yield from found or [None]


def _columns(block: Block) -> list[str]:
    """What the boxes at the end of each line beneath stand for: a line that ends with "Yes    No    Not known"."""
    if block.kind == "table":  # or a first row with "Oes/Yes Na/No", "?/DK", "Sylw"
        first = " ".join(cell.text.words for cell in block.rows[0]).split() if block.rows else []
        said = list(takewhile(bool, map(answer_head, dropwhile(lambda each: not answer_head(each), first))))
        return [str(each) for each in said] if {"yes", "no"} <= set(said) else []
    said = [answer_head(words) for words in heads_at_end(block.text.words)]
    return [str(each) for each in said] if {"yes", "no"} <= set(said) else []


def _boxed(block: Block, columns: list[str]) -> Iterator[Line]:
    """A risk in a line or a cell that ends with a box for each of the answers, one of them full."""
    texts = [(cell.text, cell) for row in block.rows for cell in row] or [(block.text, None)]
    for text, cell in texts if columns else []:
        match = BOXED.fullmatch(text.words.strip())
        boxes = choices.BOX.findall(match["boxes"]) if match else []
        full = [at for at, box in enumerate(boxes) if choices.FULL.search(box)]
        if match and len(boxes) == len(columns) and len(full) == 1:
            asked = tidy(match["asked"])
            place = block.spot(asked, text.words, cell)
            yield Line(asked, columns[full[0]], place, block.id, cell.row if cell else 0, topic(asked))


def _in_row(block: Block, row: Row, *, turned: bool) -> Iterator[Line]:
    """Each answer of a row with the question to the left of it; or to the right, where the table is `turned`."""
    asked: Cell | None = None
    for cell in reversed(row) if turned else row:
        words = cell.text.words.strip()
        if itself := _answered(cell.text):
            risk, said = itself
            yield Line(risk, said, block.spot(risk, words, cell), block.id, row[0].row, topic(risk))
            continue
        answer = _answer(cell.text)
        if answer and asked is not None:
            place = block.spot(tidy(asked.text.words), words, cell)
            risk = tidy(asked.text.words)
            yield Line(risk, answer, place, block.id, row[0].row, topic(risk), bool(NUMBERED.match(row[0].text.words)))
            asked = None
        elif len(words) > SHORTEST and not answer:
            asked = cell


def _answered(text: Text) -> tuple[str, str] | None:
    """A question and its answer in one text: among boxes, "☒ Yes ☐ No ☐ DK", or among words of which one is marked."""
    words = text.words
    boxed = QUESTION.match(words)
    if boxed and not choices.BOX.search(boxed["asked"]) and (said := _full(words[boxed.end() :])):
        return tidy(boxed["asked"]), said
    printed = PRINTED.match(words)
    if printed and (said := among(text.part(printed.start("answers"), printed.end("answers")))):
        return tidy(printed["asked"]), said
    return None


def _full(words: str) -> str:
    """The answer whose box alone is full; nothing where that is none of the usual answers."""
    full = [answer_head(said) for said, ticked in choices.boxes(Text(words)) if ticked]
    return full[0] or "" if len(full) == 1 else ""


def _turned(block: Block) -> bool:
    """Most rows begin with an answer, or its number, and end with a question: "Y", "Injured this time"."""
    rows = [[c for c in row if not c.text.blank and not c.text.words.strip(" .)").isdigit()] for row in block.rows]
    rows = [row for row in rows if len(row) > 1]
    first = [row for row in rows if _answer(row[0].text) and not _answer(row[-1].text)]
    return len(first) * 2 > len(rows)


def _answer(text: Text) -> str:
    """What is answered: "Y", "Not known", "U", or the one that is left standing or is marked of those printed."""
    words = text.words.strip()
    remarked = REMARKED.match(words)
    if remarked and len(words) < LONGEST:
        return answer_head(remarked["answer"]) or ""
    if len(words) > SHORTEST * 10 or not words:
        return ""
    if plain(words) == "u":
        return "dont_know"
    if choices.BOX.search(words):
        return _full(words)
    return among(text) if len(EACH.findall(words)) > 1 else answer_head(words) or ""


def _in_line(block: Block, words: str, goes_on: str, under: str) -> Iterator[Line]:
    """ "12. Jealous – Yes", a line beneath "Yes (16)", or "Yes to: injury, fear, ..."."""
    listed = LISTED.fullmatch(words)
    risks = [tidy(each) for each in re.split(r"[,;•]", listed["risks"])] if listed else []
    if listed and any(topic(each) is not None for each in risks):
        answer = answer_head(listed["answer"]) or ""
        yield from (Line(each, answer, block.spot(each, words), block.id, 0, topic(each)) for each in risks if each)
        return
    if itself := _answered(block.text):
        risk, said = itself
        yield Line(risk, said, block.spot(risk, words), block.id, 0, topic(risk))
        return
    match = LINE.fullmatch(words)
    if match and (answer := answer_head(match["answer"])):
        asked = tidy(f"{match['asked']} {goes_on}")
        yield Line(asked, answer, block.spot(asked, match["answer"]), block.id, 0, topic(asked))
    elif under and SHORTEST < len(words) < LONGEST and (asked := words[_end(words) :]) and topic(asked):
        yield Line(asked, under, block.spot(asked, words), block.id, 0, topic(asked))


def _end(words: str) -> int:
    bullet = BULLET.match(words)
    return bullet.end() if bullet else 0


def _without(block: Block, taken: set[tuple[str, int]]) -> Block | None:
    if block.kind != "table":
        return None if (block.id, 0) in taken else block
    rows = tuple(row for row in block.rows if not row or (block.id, row[0].row) not in taken)
    return replace(block, rows=rows) if rows else None
