"""The text blocks of an area at the table, and what one of them proposes for a case."""

from dataclasses import dataclass
from datetime import date

from marac.access.viewer import Viewer
from marac.actions.table import agreed_before, at_table, owner_of
from marac.directory.queries import seats_on
from marac.library.queries import blocks_on
from marac.library.rules import Block, Standard, due_on
from marac.meetings.models import AgendaItem


@dataclass(frozen=True)
class Proposed:
    """A standard action as it would be agreed now. `agency_id` is None where nobody of the panel usually does it;
    `before` says that it was agreed for the same people before."""

    standard: Standard
    due_on: date
    agency_id: int | None
    before: bool


def blocks_at(item: AgendaItem) -> list[Block]:
    return blocks_on(item.meeting.marac_id, item.meeting.held_on)


def block_at(item: AgendaItem, code: str) -> Block | None:
    return next((each for each in blocks_at(item) if each.code == code), None)


def proposed(viewer: Viewer, item: AgendaItem, block: Block) -> list[Proposed]:
    """In the order of the block; a standard action that was switched off is proposed by none."""
    table = at_table(item)
    seats = list(seats_on(item.meeting.marac_id, item.meeting.held_on))
    standards = {each.code: each for each in table.library if not each.is_off}
    found = [standards[code] for code in block.actions if code in standards]
    return [
        Proposed(
            each,
            due_on(each.due, table.days),
            owner_of(each, seats),
            agreed_before(viewer, item, standard=each.code, task=each.task) is not None,
        )
        for each in found
    ]
