"""What the tick does for the inbox: tells the office that nobody looked, and forgets what was not ours."""

from datetime import datetime

from marac.access.viewer import Viewer
from marac.documents import store
from marac.inbox.operations.due import forget, tell_missed
from marac.inbox.queries import not_looked_through, to_forget
from marac.mail.queries import was_told

FORGOTTEN_A_ROUND = 50


def tell_of_missed(viewer: Viewer, now: datetime) -> int:
    """Once a day for each inbox that nobody has looked through by the hour; gives how many."""
    missed = [marac for marac in not_looked_through(viewer, now) if not was_told(about_missed(marac.pk, viewer))]
    for marac in missed:
        tell_missed(viewer=viewer, marac=marac, about=about_missed(marac.pk, viewer))
    return len(missed)


def about_missed(marac_id: int, viewer: Viewer) -> str:
    return f"inbox {marac_id} {viewer.today}"


def forget_not_ours(viewer: Viewer) -> int:
    """The file goes once its record has gone; one that a break left behind is sealed and named by nobody."""
    found = to_forget(viewer, FORGOTTEN_A_ROUND)
    for message in found:
        store.remove(forget(viewer=viewer, message=message))
    return len(found)
