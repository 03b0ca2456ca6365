"""Raising alerts over what is new in the trail, closing one, and noting what was done to the installation itself."""

from dataclasses import dataclass

from marac.access.roles import Permission, Role, roles_with
from marac.access.viewer import Viewer
from marac.accounts.models import Membership
from marac.audit.operation import lock, operation, record
from marac.directory.models import Agency, Marac
from marac.mail.operations import notify
from marac.mail.rules import Kind
from marac.records.models import Alert, Bookmark
from marac.records.rules import check_close
from marac.records.watch import BOOKMARK, Remarkable, new_looks, remarkable

HEAD = "head"
MANAGES = roles_with(Permission.MANAGE_USERS)


@dataclass(frozen=True)
class TrailLookedThrough:
    until_entry: int
    alerts: list[int]


@dataclass(frozen=True)
class AlertClosed:
    alert_id: int


@dataclass(frozen=True)
class HeadSent:
    number: int
    sent_to: list[str]


@dataclass(frozen=True)
class DataKeyChanged:
    """The ids tell keys apart and say nothing of what they are; the old one stands in the name of its kept file."""

    key_id: str
    old_key_id: str


@operation(needs=Permission.DO_DUE_WORK)
def look_through(*, viewer: Viewer) -> list[Alert]:
    """Every reading and search since the last time; each alert is raised once, and those who see it are told."""
    mark = _bookmark(BOOKMARK)
    new = new_looks()
    alerts = [_raise(viewer, each) for each in remarkable(viewer, new)]
    mark.number = new[-1].number if new else mark.number
    mark.save()
    record(TrailLookedThrough(until_entry=mark.number, alerts=[alert.pk for alert in alerts]))
    return alerts


@operation(needs=Permission.SEE_ALERTS)
def close(*, viewer: Viewer, alert: Alert, reason: str) -> Alert:
    """Somebody has found out what it was. The person whom it is about never can: they do not see it."""
    alert = lock(Alert, viewer, alert.pk)
    check_close(closed=alert.closed_on is not None, reason=reason)
    alert.closed_on, alert.closed_by, alert.closed_reason = viewer.today, viewer.name, reason.strip()
    alert.save()
    record(AlertClosed(alert_id=alert.pk))
    return alert


@operation(needs=Permission.DO_DUE_WORK)
def note_head_sent(*, viewer: Viewer, number: int, sent_to: list[str]) -> None:
    mark = _bookmark(HEAD)
    mark.number, mark.done_on = number, viewer.today
    mark.save()
    record(HeadSent(number=number, sent_to=sent_to))


@operation(needs=Permission.DO_DUE_WORK)
def note_new_key(*, viewer: Viewer, key_id: str, old_key_id: str) -> None:
    """While the key of the installation is changed. A change that was broken off and run again is noted each time."""
    record(DataKeyChanged(key_id=key_id, old_key_id=old_key_id))


def _bookmark(name: str) -> Bookmark:
    """Locked until the operation ends, so that two rounds at once raise an alert once."""
    Bookmark.objects.get_or_create(name=name)
    return Bookmark.objects.select_for_update().get(name=name)


def _raise(viewer: Viewer, each: Remarkable) -> Alert:
    alert = Alert(
        marac_id=each.marac_id,
        user=each.user,
        about_manager=each.about_manager,
        kind=each.found.kind.value,
        key=each.found.key,
        case_id=each.found.case_id,
        entries=list(each.found.numbers),
        first_at=each.first.at,
        raised_on=viewer.today,
    )
    alert.save()
    marac = Marac.objects.get(pk=each.marac_id)
    roles = [*MANAGES, Role.CHAIR.value] if each.about_manager else MANAGES
    told = Membership.objects.in_force(viewer.today).filter(marac=marac, role__in=roles).exclude(user=each.user)
    notify(
        viewer=viewer,
        kind=Kind.ALERT,
        marac=marac,
        agencies=Agency.objects.filter(pk__in=told.values("agency")),
        about=f"alert {alert.pk}",
        reference=f"{marac.prefix}/N{alert.pk}",
        only=set(told.values_list("user_id", flat=True)),
    )
    return alert
