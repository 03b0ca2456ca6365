"""When the papers of a meeting may be made, and what is new, changed or gone in an issue of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from marac.kernel.refusal import Refusal
from marac.kernel.text import _


@dataclass(frozen=True)
class Since:
    """References of cases. `number` is the issue with which this one is compared."""

    number: int
    new: Sequence[str]
    changed: Sequence[str]
    gone: Sequence[str]

    @property
    def is_same(self) -> bool:
        return not (self.new or self.changed or self.gone)


def check_can_ask(*, meeting_state: str, waiting: int, people: int) -> None:
    """`waiting`: papers of this meeting that are still being made. `people`: who would get some."""
    if meeting_state == "planned":
        raise Refusal(_("The case list has not gone out. Send it first: the papers hold the cases on it."))
    if meeting_state != "listed":
        raise Refusal(_("This meeting is over or was cancelled, so no papers are made for it."))
    if waiting:
        raise Refusal(_("The papers are being made now. Wait until all are made, then ask for the next issue."))
    if not people:
        raise Refusal(_("Nobody comes to this meeting for an agency yet. Give the agencies their people first."))


def compared(number: int, earlier: Mapping[str, Any], now: Mapping[str, Any]) -> Since:
    """Two issues of one person's papers, both cut to what they may see today."""
    before, after = ({each["case_id"]: each for each in content["cases"]} for content in (earlier, now))
    return Since(
        number=number,
        new=[each["reference"] for pk, each in after.items() if pk not in before],
        changed=[each["reference"] for pk, each in after.items() if pk in before and before[pk] != each],
        gone=[each["reference"] for pk, each in before.items() if pk not in after],
    )
