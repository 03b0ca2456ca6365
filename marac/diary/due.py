"""Calendars of people follow the meetings: what each was sent is compared with what stands now."""

from datetime import datetime

from marac.access.viewer import Viewer
from marac.diary.operations import invite
from marac.diary.queries import stands_of, wanted_of
from marac.diary.rules import Change, changes
from marac.directory.models import Marac
from marac.kernel.inturn import in_turn


def invite_due(viewer: Viewer, at: datetime) -> int:
    """Gives how many entries were queued. Whatever changed a meeting, a seat or a role needs to tell nobody here."""
    sent: list[Change] = []

    def invite_to(marac: Marac) -> None:
        if changes(wanted_of(marac.pk, viewer.today), stands_of(marac.pk, viewer.today)):
            sent.extend(invite(viewer=viewer, marac=marac, at=at))

    in_turn(Marac.objects.order_by("pk"), invite_to)
    return len(sent)
