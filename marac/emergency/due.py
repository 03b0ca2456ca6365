"""What the tick does: reviews that nobody made in time go to others."""

from marac.access.viewer import Viewer
from marac.emergency.operations import escalate
from marac.emergency.queries import overdue


def escalate_overdue(viewer: Viewer) -> int:
    """Gives how many."""
    waiting = list(overdue(viewer))
    for seat in waiting:
        escalate(viewer=viewer, seat=seat)
    return len(waiting)
