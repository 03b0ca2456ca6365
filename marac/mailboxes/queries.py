"""Which MARACs have a mailbox, which of them does not answer, and whose people work the inbox."""

from datetime import date, datetime

from django.db.models import F, QuerySet

from marac.access.roles import Permission, roles_with
from marac.access.viewer import Viewer
from marac.accounts.models import Membership
from marac.directory.models import Agency, Marac
from marac.mailboxes.models import Mailbox


def maracs_with_mailboxes(viewer: Viewer) -> QuerySet[Marac]:
    """Each with `is_read`: whether its mailbox is open (None: it has none), and `said`: why it fails now."""
    found = Marac.objects.visible_to(viewer).order_by("name")
    return found.annotate(is_read=F("mailbox__is_open"), said=F("mailbox__said"))


def mailbox_of(viewer: Viewer, marac: Marac) -> Mailbox | None:
    return Mailbox.objects.visible_to(viewer).filter(marac=marac).first()


def due_mailboxes(at: datetime) -> list[Mailbox]:
    return list(Mailbox.objects.due(at).select_related("marac").order_by("pk"))


def failing(viewer: Viewer) -> QuerySet[Mailbox]:
    """Open mailboxes of the viewer's that do not answer, the longest away first."""
    found = Mailbox.objects.visible_to(viewer).filter(is_open=True, failing_since_at__isnull=False)
    return found.select_related("marac").order_by("failing_since_at")


def too_long_away(viewer: Viewer) -> QuerySet[Mailbox]:
    """Of these, those of which the office was told: they have been away for the area's hours. For the office."""
    found = failing(viewer) if viewer.may(Permission.WORK_INBOX) else Mailbox.objects.none()
    return found.filter(told=True)


def office_of(marac: Marac, on: date) -> list[Agency]:
    """The agencies whose people work that inbox on the day."""
    held = Membership.objects.in_force(on).filter(
        marac=marac, role__in=roles_with(Permission.WORK_INBOX), user__is_active=True
    )
    return list(Agency.objects.filter(pk__in=held.values("agency")))
