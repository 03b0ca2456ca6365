"""What a page asks before an emergency MARAC is called."""

from datetime import date

from marac.access.viewer import Viewer
from marac.cases.models import Case
from marac.convening.rules import is_called
from marac.directory.models import Agency, Marac, PanelSeat
from marac.directory.queries import seats_on
from marac.meetings.models import AgendaItem, Meeting
from marac.referrals.models import Referral

NOT_HELD_YET = (Meeting.State.PLANNED, Meeting.State.LISTED)


def latest_accepted(viewer: Viewer, case: Case) -> Referral | None:
    accepted = Referral.objects.visible_to(viewer).filter(case=case, state=Referral.State.ACCEPTED)
    return accepted.order_by("-received_on", "-pk").first()


def offered(marac: Marac, on: date) -> list[PanelSeat]:
    """Everybody on the panel that day: the core agencies and those on call."""
    return list(seats_on(marac.pk, on))


def called_first(viewer: Viewer, case: Case) -> list[Agency]:
    """Who is ticked to begin with."""
    referral = latest_accepted(viewer, case)
    referrer = referral.agency_id if referral else None
    return [
        seat.agency
        for seat in offered(case.marac, viewer.today)
        if is_called(seat.return_group, is_adviser_service=seat.is_adviser_service, referred=seat.agency_id == referrer)
    ]


def called_already(case: Case) -> Meeting | None:
    """The emergency MARAC that is still to hear the case."""
    waits = AgendaItem.objects.filter(case=case, state=AgendaItem.State.LISTED, meeting__emergency=True)
    item = waits.filter(meeting__state__in=NOT_HELD_YET).select_related("meeting").first()
    return item.meeting if item else None


def next_ordinary(viewer: Viewer, case: Case, after: date) -> Meeting | None:
    """At which the case is heard again; none where it is listed for one already, or no meeting is planned."""
    ordinary = Meeting.objects.visible_to(viewer).filter(marac=case.marac_id, emergency=False, state__in=NOT_HELD_YET)
    if ordinary.filter(items__case=case, items__state=AgendaItem.State.LISTED).exists():
        return None
    return ordinary.filter(held_on__gt=after).order_by("held_on", "starts_at").first()
