"""A text block chosen at the table: its line, its risk, and the actions that were confirmed one by one, or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.actions.models import Risk
from marac.actions.operations import add_risk, agree
from marac.audit.operation import lock, operation, record
from marac.kernel.refusal import Refusal
from marac.meetings.models import AgendaItem
from marac.minutes.models import Entry
from marac.minutes.operations import add_entry, open_discussion
from marac.minutes.queries import discussion_of
from marac.room.rules import check_block_risk


@dataclass(frozen=True)
class TextBlockUsed:
    case_id: int
    meeting_id: int
    code: str
    action_ids: list[int]


@operation(needs=Permission.RUN_MEETINGS)
def use_block(
    *,
    viewer: Viewer,
    item: AgendaItem,
    code: str,
    line: Mapping[str, Any],
    risk: int | None,
    new_risk: str,
    risk_kind: str,
    confirmed: Sequence[Mapping[str, Any]],
) -> Entry:
    """Each of `confirmed` is asked of its agency, which has still to answer. A risk that is named without an action
    stands among those that none answers."""
    item = lock(AgendaItem, viewer, item.pk, "meeting", "case")
    check_block_risk(named=risk is not None or bool(new_risk.strip()))
    discussion = discussion_of(viewer, item) or open_discussion(viewer=viewer, item=item)
    entry = add_entry(viewer=viewer, discussion=discussion, **line)
    if risk is None:
        risk = _risk(viewer, item, new_risk, risk_kind).pk
    actions = [_agreed(viewer, item, risk, number, each) for number, each in enumerate(confirmed)]
    record(TextBlockUsed(case_id=item.case_id, meeting_id=item.meeting_id, code=code, action_ids=actions))
    return entry


def _risk(viewer: Viewer, item: AgendaItem, text: str, kind: str) -> Risk:
    """Word for word the same is one risk, however many lines tell of it."""
    same = Risk.objects.visible_to(viewer).filter(case=item.case_id, text=text.strip()).first()
    return same or add_risk(viewer=viewer, case=item.case, text=text, item=item, kind=kind)


def _agreed(viewer: Viewer, item: AgendaItem, risk: int, number: int, wanted: Mapping[str, Any]) -> int:
    """What is refused of it is said beside its own box."""
    place = wanted["place"]
    given = {name: value for name, value in wanted.items() if name != "place"}
    try:
        return int(agree(viewer=viewer, item=item, risk=risk, **given).pk)
    except Refusal as refusal:
        raise refusal.at(f"{refusal.field or 'agree'}_{place}") from refusal
