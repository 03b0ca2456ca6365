"""What the tick does: who joined the staff, or changed their name, is compared with everybody in the cases there."""

from marac.access.viewer import Viewer
from marac.conflicts.operations import compare_staff
from marac.conflicts.queries import not_compared
from marac.directory.models import Marac


def compare_new_staff(viewer: Viewer) -> int:
    """Gives how many conflicts of interest were suggested."""
    return sum(
        compare_staff(viewer=viewer, marac=Marac.objects.get(pk=marac_id), names=names)
        for marac_id, names in not_compared(viewer.today).items()
    )
