"""Reads a row of a label, its answer, and a remark about it."""

from typing import TYPE_CHECKING

from marac.answers import choices
from marac.answers.found import Unread
from marac.inferred import whole
from marac.layout.pairs import answered_in
from marac.written.blocks import Block, Cell
from marac.written.text import join, tidy

if TYPE_CHECKING:
    from marac.questions.entries import Gatherer

CHOSEN = ("criteria.", "previous.", "consent.")  # a yes, and behind it the number, the day or the way
REMARKED = ("address", "previous_address", "postcode", "phone", "safe_to_call", "safe_to_text", "safe_to_leave_message")


def remarked(gatherer: "Gatherer", block: Block, name: Cell, value: Cell, remark: Cell) -> bool:
    """A label, its answer, and a remark about it, which belongs to the answer."""
    knows = gatherer.knows
    label = knows.find(name.text.words) or knows.likely(name.text.words, value.text)
    if label is None or answered_in(value.text, knows.find):
        return False
    words = remark.text.words
    if any(knows.asked(each) for each in (words, value.text.words)) or answered_in(remark.text, knows.find):
        return False
    if label.field == "referrer":
        gatherer.take(block, name.text.words, join([value.text, remark.text], ", "), value)
        return True
    if label.field.startswith(CHOSEN) and choices.yes_no(value.text).value is not None:
        gatherer.take(block, name.text.words, join([value.text, remark.text], ", "), value)
        return True
    if label.field in REMARKED:
        gatherer.take(block, name.text.words, join([value.text, remark.text]), value)
        return True
    gatherer.take(block, name.text.words, value.text, value)
    if label.field in ("name", "whole") and whole.RELATION.fullmatch(words.strip()):
        gatherer.take(block, "Relationship to victim", remark.text, remark)
    else:
        gatherer.found.unread.append(Unread("comment", words, block.spot(tidy(name.text.words), words, remark)))
    return True
