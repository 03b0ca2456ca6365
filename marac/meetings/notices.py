"""Telling agencies that something of a meeting waits for them: its list, research, actions or minutes."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from marac.access.viewer import Viewer
from marac.accounts.models import Membership
from marac.directory.models import Agency, Marac
from marac.mail.operations import notify
from marac.mail.rules import Kind
from marac.meetings.models import Meeting


def tell(
    *,
    viewer: Viewer,
    kind: Kind,
    meeting: Meeting,
    agencies: Iterable[Agency],
    only: Collection[int] | None = None,
    said: Mapping[tuple[int, int], Mapping[str, int]] | None = None,
) -> None:
    """Called inside the operation that causes it. The reference is the MARAC's prefix and the meeting's day. `only` are
    the persons to tell, where not all who speak for an agency are to know; `said`, the numbers for each of those who
    are told (agency and person)."""
    notify(
        viewer=viewer,
        kind=kind,
        marac=meeting.marac,
        agencies=agencies,
        about=meeting.subject,
        reference=f"{meeting.marac.prefix} {meeting.held_on:%d/%m/%Y}",
        only=only,
        said=said,
    )


def tell_of_dates(*, viewer: Viewer, marac: Marac, about: str, on: date | None = None) -> None:
    """Everybody at the table and in the office: dates were published, changed, moved or cancelled."""
    at_the_table = Membership.objects.in_force(viewer.today).filter(marac=marac)
    agencies = Agency.objects.filter(pk__in=at_the_table.values("agency"))
    reference = f"{marac.prefix} {on:%d/%m/%Y}" if on else marac.prefix
    notify(viewer=viewer, kind=Kind.DATES, marac=marac, agencies=agencies, about=about, reference=reference)
