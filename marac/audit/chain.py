"""The chain: each event carries an HMAC over itself and the one before, with a key kept outside the database."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from marac.access.viewer import Viewer
from marac.audit.models import AuditEvent, AuditHead

CHAINED = ("number", "kind", "name", "operation", "user_id", "user_name", "agency_id", "role", "case_id")


@dataclass(frozen=True)
class Entry:
    """What is to be appended: `details` and `changes` hold JSON values only after `plain`."""

    kind: str
    name: str
    operation: str = ""
    case_id: int | None = None
    details: dict[str, Any] | None = None
    changes: list[dict[str, Any]] | None = None


@dataclass(frozen=True)
class Verdict:
    """What checking the chain found: how many events were read and the first that does not fit, if any."""

    checked: int
    first_bad: int | None


def append(viewer: Viewer | None, entries: list[Entry]) -> None:
    """Append entries in order, inside the caller's transaction. The head row is locked until it ends.

    Without a viewer: somebody who is not signed in, of whom nothing is known.
    """
    head, _made = AuditHead.objects.select_for_update().get_or_create(pk=1)
    events = []
    for entry in entries:
        event = _event(head, viewer, entry)
        event.mac = mac_of(event, head.mac)
        head.number, head.mac = event.number, event.mac
        events.append(event)
    AuditEvent.objects.bulk_create(events)
    head.save()


def mac_of(event: AuditEvent, previous: str) -> str:
    """Hex HMAC-SHA256 over the previous MAC and every field of the event."""
    body = {name: getattr(event, name) for name in CHAINED}
    body |= {"at": event.at.astimezone(UTC).isoformat(), "details": event.details, "changes": event.changes}
    text = previous + json.dumps(body, sort_keys=True, separators=(",", ":"))
    return hmac.new(settings.AUDIT_KEY, text.encode(), hashlib.sha256).hexdigest()


def verify(events: Iterator[AuditEvent]) -> Verdict:
    """Walk the chain from its first event; stop at the first that does not fit its place."""
    previous, checked = "", 0
    for event in events:
        if event.number != checked + 1 or not hmac.compare_digest(event.mac, mac_of(event, previous)):
            return Verdict(checked=checked, first_bad=checked + 1)
        previous, checked = event.mac, checked + 1
    return Verdict(checked=checked, first_bad=None)


def _event(head: AuditHead, viewer: Viewer | None, entry: Entry) -> AuditEvent:
    return AuditEvent(
        number=head.number + 1,
        at=_now(),
        kind=entry.kind,
        name=entry.name,
        operation=entry.operation,
        user_id=viewer.user_id if viewer else None,
        user_name=viewer.name if viewer else "",
        agency_id=viewer.agency_id if viewer else None,
        role=viewer.role.value if viewer else "",
        case_id=entry.case_id,
        details=plain(entry.details or {}),
        changes=plain(entry.changes or []),
    )


def plain(value: Any) -> Any:
    """The value as JSON will give it back, so that the MAC of what is stored equals the MAC of what was meant."""
    return json.loads(json.dumps(value, cls=DjangoJSONEncoder))


def _now() -> datetime:
    return timezone.now()
