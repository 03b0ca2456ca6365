"""Reads the lines of a checklist whose answers are ticks in columns."""

import re
from typing import TYPE_CHECKING

from marac.answers import choices
from marac.answers.found import Unread
from marac.labels.topics import topic
from marac.layout.gathered import Ticked
from marac.layout.grids import Row
from marac.written.blocks import Block, Cell
from marac.written.text import Text, tidy

if TYPE_CHECKING:
    from marac.questions.entries import Gatherer

GROUND = re.compile(r"\bescalation\b|\b(?:3|three|2|two) or more\b|\b(?:12|twelve) months\b", re.I)
NO_TOPIC = ("consent.", "previous.", "criteria.")  # questions that may stand among ticks and are no risk


def checklist(gatherer: "Gatherer", block: Block, heads: dict[int, str], rows: list[Row]) -> list[Row]:
    """Tick columns. A question without a tick is blank; one with two is blank too, and is told."""
    while rows:
        row = rows[0]
        if len(row) == 1 and len(rows) > 1 and _asks(rows[1], heads):  # the title of a group of questions
            rows.pop(0)
            continue
        if not _asks(row, heads):
            return rows
        rows.pop(0)
        question, last = row[0], -1
        for columns in _sets(heads):
            words = [cell for cell in row if last < cell.at < columns[0] and not _number(cell)]
            asked = max(words, key=lambda cell: len(cell.text.words), default=None)
            if last < 0 or (asked and not asked.text.blank):
                question = asked or row[0]
                _line(gatherer, block, question, [(heads[cell.at], cell) for cell in row if cell.at in columns])
            last = columns[-1]
        for cell in row:
            if cell.at > max(heads) and not cell.text.blank:
                place = block.spot(tidy(question.text.words), cell.text.words, cell)
                gatherer.found.unread.append(
                    Unread("comment", f"{tidy(question.text.words)}: {cell.text.words}", place)
                )
    return rows


def _sets(heads: dict[int, str]) -> list[list[int]]:
    """The columns of ticks of each question of a line; of two questions beside each other the heads stand twice."""
    found: list[list[int]] = []
    for at in sorted(heads):
        if found and heads[at] not in [heads[each] for each in found[-1]]:
            found[-1].append(at)
        else:
            found.append([at])
    return found


def _number(cell: Cell) -> bool:
    return cell.text.words.strip(" .)").isdigit()


def _asks(row: Row, heads: dict[int, str]) -> bool:
    alone = len(row) > 1 and choices.is_tick(row[1].text.words)
    return (len(row) > 2 or alone) and any(cell.at in heads for cell in row)


def _line(gatherer: "Gatherer", block: Block, question: Cell, answers: list[tuple[str, Cell]]) -> None:
    words = tidy(question.text.words)
    ticked = [(answer, cell) for answer, cell in answers if choices.is_tick(cell.text.words)]
    label = gatherer.knows.find(words)
    if label and label.field == "checklist.score":
        counted = next((cell for _, cell in answers if not cell.text.blank), answers[0][1])
        gatherer.take(block, words, counted.text, counted)
        return
    named = topic(words)
    of_safety = label is not None and label.field in gatherer.asked_of and named is None
    no_risk = label is not None and label.field.startswith(NO_TOPIC)
    if label and label.field == "criteria.potential_escalation" and named and not GROUND.search(words):
        no_risk = False  # "Increasing frequency" is a risk
    if label and len(ticked) == 1 and (of_safety or no_risk):
        gatherer.take(block, words, Text(ticked[0][0].replace("_", " ")), ticked[0][1])
        return
    answer, cell = ticked[0] if len(ticked) == 1 else ("blank", question)
    place = block.spot(words, cell.text.words, cell)
    gatherer.found.ticks.append(Ticked(named, answer, place, gatherer.extra))
    if len(ticked) > 1 or (not ticked and any(not cell.text.blank for _, cell in answers)) or not named:
        gatherer.found.unread.append(Unread("value", words, place))
