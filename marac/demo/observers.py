"""Who asks to observe the next meeting of the invented county: one may, one may not, one waits for the chair. A case is
closed to observers."""

from marac.attendance.operations.observers import ask_to_observe, close_to_observers, decide_observer
from marac.demo.present import Present
from marac.meetings.models import AgendaItem

GUESTS = (
    ("primary_care", "Robin Attwater", "Fellshire University", "A student on placement with the practice nurses."),
    ("housing", "Mo Sallow", "", "New in the team, and will come for the agency from next month."),
    ("police", "Kit Farrow", "Northmoor Police", "Wants to see how another area hears its cases."),
)
FULL = "Two observers have been agreed already. Please ask for the meeting after this one."
KNOWN = "A neighbour of the observer's family is in this case."


def bring_observers(present: Present) -> None:
    chair = present.past.office["chair"]
    asked = [
        ask_to_observe(
            viewer=present.now,
            meeting=present.meeting,
            agency=present.seat(group).agency,
            name=name,
            organisation=organisation,
            why=why,
        )
        for group, name, organisation, why in GUESTS
    ]
    decide_observer(viewer=present.now, observer=asked[0], agreed=True, decided_by=chair)
    decide_observer(viewer=present.now, observer=asked[2], agreed=False, reason=FULL, decided_by=chair)
    items = AgendaItem.objects.filter(meeting=present.meeting, state=AgendaItem.State.LISTED, case__restricted=False)
    first = items.order_by("position").first()
    if first is not None:
        close_to_observers(viewer=present.now, item=first, reason=KNOWN)
