"""The link that a browser holds, and the links of the office."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from marac.access.roles import Role
from marac.access.viewer import Viewer
from marac.access.wall import lifted
from marac.guests.models import GuestLink
from marac.guests.rules import token_mark
from marac.referrals.models import Referral


@dataclass(frozen=True)
class Guest:
    """Somebody in the browser in which a link is open: `viewer` writes for the agency, on `referral` alone."""

    link: GuestLink
    referral: Referral
    viewer: Viewer


@lifted()
def guest_of(pk: int, browser: str, at: datetime, today: date) -> Guest | None:
    """None for a link that is closed, and in any browser but its own."""
    link = GuestLink.objects.filter(pk=pk, browser=token_mark(browser)).select_related("referral__marac").first()
    if link is None or link.referral is None or not link.holds(at):
        return None
    return Guest(link, link.referral, as_guest(link, today, at))


def as_guest(link: GuestLink, today: date, at: datetime) -> Viewer:
    """What a referrer of that agency may do; which referral it is done to, the link alone says."""
    maracs = frozenset({link.marac_id})
    return Viewer(None, f"{link.address}", Role.REFERRER, link.agency_id, maracs, today, at)


def links_of(viewer: Viewer) -> QuerySet[GuestLink]:
    return GuestLink.objects.visible_to(viewer).select_related("agency", "marac", "made_by")
