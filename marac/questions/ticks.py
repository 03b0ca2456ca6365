"""Reads the lines of a checklist whose answers are ticks in columns."""

import re
from typing import TYPE_CHECKING

from marac.answers import choices
from marac.answers.choices import among
from marac.answers.found import Unread
from marac.labels.known import topic
from marac.layout.grids import Row, answer_head
from marac.questions.gathered import Ticked
from marac.written.blocks import Block, Cell
from marac.written.text import Text, tidy

if TYPE_CHECKING:
    from marac.questions.entries import Gatherer

FEWEST_TOPICS = 10  # our own choice: fewer questions with yes or no beside them are no checklist
LINE = re.compile(
    r"(?:Q?\d{1,2}[.):]?\s+)?(?P<asked>[A-Z].{3,120}?)(?:\s+[–—-]\s*|:\s*|\s*\.{3,}\s*|\s{3,}|\t+)"
    r"(?P<answer>yes|no|y|n|don[’']?t know|not known|unknown|unk|declined|d/?k)\W*",
    re.I,
)
PAIRED = 4  # cells of a row that holds two questions with their answers
NO_TOPIC = ("consent.", "previous.", "criteria.")  # questions that may stand among ticks and are no risk


def in_one_cell(gatherer: "Gatherer", block: Block, rows: list[Row]) -> list[Row]:
    """The rows without those of a checklist each of which holds its question and, last, yes, no or don't know."""
    halves = [half for row in rows for half in ((row[:2], row[2:]) if len(row) == PAIRED else (row,))]
    asked = [(row, among(row[-1].text), topic(tidy(row[-2].text.words))) for row in halves if len(row) in (2, 3)]
    lines = [(row, answer) for row, answer, named in asked if answer and named]
    if len({topic(tidy(row[-2].text.words)) for row, _ in lines}) < FEWEST_TOPICS:
        return rows
    for row, answer in lines:
        words = tidy(row[-2].text.words)
        place = block.spot(words, row[-1].text.words, row[-1])
        gatherer.found.ticks.append(Ticked(topic(words), answer, place, gatherer.extra))
    taken = {id(cell) for row, _ in lines for cell in row}
    return [row for row in rows if not {id(cell) for cell in row} & taken]


def in_lines(gatherer: "Gatherer", blocks: list[Block]) -> list[Block]:
    """The blocks without the lines of a checklist that ends each with its answer: "12. Jealous – Yes"."""
    found = [(block, match) for block in blocks if (match := LINE.fullmatch(block.text.words.strip()))]
    lines = [(block, match, named) for block, match in found if (named := topic(tidy(match["asked"])))]
    if len({named for _, _, named in lines}) < FEWEST_TOPICS:
        return blocks
    for block, match, named in lines:
        words, answer = tidy(match["asked"]), answer_head(match["answer"]) or "blank"
        gatherer.found.ticks.append(Ticked(named, answer, block.spot(words, match["answer"]), gatherer.extra))
    taken = {block.id for block, _, _ in lines}
    return [block for block in blocks if block.id not in taken]


def checklist(gatherer: "Gatherer", block: Block, heads: dict[int, str], rows: list[Row]) -> list[Row]:
    """Tick columns. A line without a tick is blank; a line with two is blank too, and is told."""
    while rows:
        row = rows[0]
        if not any(cell.at in heads for cell in row) or len(row) < 3:
            return rows
        rows.pop(0)
        words = [cell for cell in row if cell.at < min(heads) and not cell.text.words.strip(" .)").isdigit()]
        question = max(words, key=lambda cell: len(cell.text.words), default=row[0])
        _line(gatherer, block, question, [(heads[cell.at], cell) for cell in row if cell.at in heads])
        for cell in row:
            if cell.at > max(heads) and not cell.text.blank:
                place = block.spot(tidy(question.text.words), cell.text.words, cell)
                gatherer.found.unread.append(
                    Unread("comment", f"{tidy(question.text.words)}: {cell.text.words}", place)
                )
    return rows


def _line(gatherer: "Gatherer", block: Block, question: Cell, answers: list[tuple[str, Cell]]) -> None:
    words = tidy(question.text.words)
    ticked = [(answer, cell) for answer, cell in answers if choices.is_tick(cell.text.words)]
    label = gatherer.knows.find(words)
    if label and label.field == "checklist.score":
        counted = next((cell for _, cell in answers if not cell.text.blank), answers[0][1])
        gatherer.take(block, words, counted.text, counted)
        return
    of_safety = label is not None and label.field in gatherer.asked_of and topic(words) is None
    if label and len(ticked) == 1 and (of_safety or label.field.startswith(NO_TOPIC)):
        gatherer.take(block, words, Text(ticked[0][0].replace("_", " ")), ticked[0][1])
        return
    answer, cell = ticked[0] if len(ticked) == 1 else ("blank", question)
    place = block.spot(words, cell.text.words, cell)
    named = topic(words)
    gatherer.found.ticks.append(Ticked(named, answer, place, gatherer.extra))
    if len(ticked) > 1 or (not ticked and any(not cell.text.blank for _, cell in answers)) or not named:
        gatherer.found.unread.append(Unread("value", words, place))
