"""The case list in the hands of agencies, and as it is now: which of them would be sent another issue, and what of."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from marac.access.viewer import Viewer
from marac.cases.models import CaseAccess
from marac.cases.openers import Openers, openers_of
from marac.directory.models import Agency, PanelSeat
from marac.directory.queries import seats_on
from marac.kernel.issues import Row, Since, compared, cut
from marac.meetings.models import AgendaItem, ListSent, Meeting

IN_AN_ISSUE = (AgendaItem.State.LISTED, AgendaItem.State.ALERT, AgendaItem.State.HEARD)


@dataclass(frozen=True)
class Due:
    """An agency that is to be sent its next issue. `since` says what differs from the last; None if it had none."""

    agency: Agency
    number: int
    cases: list[Row]
    last: ListSent | None
    since: Since | None
    another_time: bool


@dataclass(frozen=True)
class Hands:
    """By agency the issue in force; what is due to whom; which have left. `mark` tells what is due from anything else.

    It is as if there were no case that the asker may not see.
    """

    in_force: Mapping[int, ListSent]
    due: list[Due]
    left: list[Agency]
    openers: Openers
    mark: str = field(default="")


def seats_to_give(meeting: Meeting, on: date) -> list[tuple[Agency, CaseAccess.Basis]]:
    """The agencies that are seated on every case listed, and on what basis."""
    panel = seats_on(meeting.marac_id, on)
    core = [(seat.agency, CaseAccess.Basis.PANEL) for seat in panel if seat.standing == PanelSeat.Standing.CORE]
    return core + [(seat.agency, CaseAccess.Basis.ADVISER) for seat in panel if seat.is_adviser_service]


def in_hands(
    viewer: Viewer,
    meeting: Meeting,
    items: Sequence[AgendaItem] | None = None,
    in_force: Mapping[int, ListSent] | None = None,
) -> Hands:
    """Of a meeting to come. What was asked for already need not be asked again: `items` are those that the viewer sees,
    in their order, and `in_force` what `last_issues` gives."""
    if items is None:
        found = AgendaItem.objects.visible_to(viewer).filter(meeting=meeting).select_related("case")
        items = list(found.order_by("position", "pk"))
    seen = {each.case_id for each in items}
    openers = openers_of(seen, viewer.today)
    listed = [_row(each) for each in items if each.state in IN_AN_ISSUE]
    in_force = last_issues(meeting) if in_force is None else in_force
    panel = _recipients(meeting, viewer.today, in_force)
    due = []
    for agency in panel:
        differs = _due(meeting, agency, in_force.get(agency.pk), _cut_for(agency, meeting, listed, openers), seen)
        if differs is not None:
            due.append(differs)
    left = [each.agency for each in in_force.values() if each.agency not in panel]
    return Hands(in_force, due, left, openers, _mark(due))


def last_issues(meeting: Meeting) -> dict[int, ListSent]:
    """Agency to the issue in force, by the name of the agency."""
    found = ListSent.objects.in_force().filter(meeting=meeting).select_related("agency").order_by("agency__name")
    return {each.agency_id: each for each in found}


def difference(earlier: ListSent, now: Sequence[Row], case_ids: set[int]) -> Since:
    """Of an issue and another, both cut to those cases."""
    return compared(earlier.number, cut(earlier.cases, case_ids), cut(now, case_ids), in_order=True)


def _row(item: AgendaItem) -> dict[str, Any]:
    return {"case_id": item.case_id, "reference": item.case.reference}


def _recipients(meeting: Meeting, on: date, in_force: Mapping[int, ListSent]) -> list[Agency]:
    """Each once; to an emergency MARAC, of the panel only those that were called."""
    panel = {agency.pk: agency for agency, _basis in seats_to_give(meeting, on)}
    if meeting.emergency:
        panel = {seat.agency_id: seat.agency for seat in seats_on(meeting.marac_id, on) if seat.agency_id in in_force}
    return sorted(panel.values(), key=lambda each: each.name)


def _cut_for(agency: Agency, meeting: Meeting, listed: Sequence[Row], openers: Openers) -> list[Row]:
    """Every case on which it has a seat, or is given one as the list goes out, and of which it may know."""
    of_it = openers.seats.get(agency.pk, set()) if meeting.emergency else {each["case_id"] for each in listed}
    return cut(listed, of_it - openers.kept_from(agency.pk))


def _due(meeting: Meeting, agency: Agency, last: ListSent | None, cases: list[Row], seen: set[int]) -> Due | None:
    if last is None:
        return Due(agency, 1, cases, None, None, False)
    since = difference(last, cases, seen)
    another_time = last.for_day is not None and (last.for_day, last.for_time) != (meeting.held_on, meeting.starts_at)
    return Due(agency, last.number + 1, cases, last, since, another_time) if another_time or not since.is_same else None


def _mark(due: Sequence[Due]) -> str:
    told = [[each.agency.pk, each.number, each.another_time, [row["case_id"] for row in each.cases]] for each in due]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]
