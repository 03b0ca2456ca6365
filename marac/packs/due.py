"""What the tick does: papers that were asked for are made, a person at a time, each whole or not at all."""

from marac.access.viewer import Viewer
from marac.access.wall import as_seen_by
from marac.accounts.middleware import viewer_of
from marac.kernel.inturn import in_turn
from marac.packs.models import Pack
from marac.packs.operations import keep_papers
from marac.packs.queries import papers_of

A_ROUND = 40


def make_waiting(viewer: Viewer) -> int:
    """Gives how many. A run that is killed is gone on with by the next: who waits still stands there as waiting."""
    waiting = Pack.objects.waiting().select_related("meeting__marac", "user").order_by("pk")
    return in_turn(waiting[:A_ROUND], lambda pack: keep_papers(viewer=viewer, pack=pack, content=_papers(pack, viewer)))


def _papers(pack: Pack, viewer: Viewer) -> dict[str, object] | None:
    """As this person would see it today; nothing for whoever has left, or lost the role, since it was asked for."""
    person = viewer_of(pack.user, viewer.today, wanted=(pack.agency_id, pack.role))
    if person is None or (person.agency_id, person.role) != (pack.agency_id, pack.role):
        return None
    if not pack.user.is_active or pack.meeting.marac_id not in person.marac_ids:
        return None
    with as_seen_by(person):
        return papers_of(person, pack.meeting)
