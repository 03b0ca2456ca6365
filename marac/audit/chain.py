"""The chain: each event carries an HMAC over itself and the one before, with a key kept outside the database."""

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from marac.access.viewer import Viewer
from marac.audit.fingerprint import fingerprint
from marac.audit.models import AuditEvent, AuditHead
from marac.kernel.masked import Masked, unmasked

CHAINED = (
    *("number", "at", "kind", "name", "operation", "user_id", "user_name", "agency_id", "role", "case_id"),
    *("details", "changes"),
)
# PostgreSQL keeps none of these in JSON, and would refuse the whole entry.
NOT_KEPT = dict.fromkeys([0, *range(0xD800, 0xE000)])
_encode = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode


@dataclass(frozen=True)
class Entry:
    """What is to be appended: `details` and `changes` hold JSON values only after `plain`."""

    kind: str
    name: str
    operation: str = ""
    case_id: int | None = None
    details: dict[str, Any] | None = None
    changes: list[dict[str, Any]] | None = None


def append(viewer: Viewer | None, entries: list[Entry]) -> None:
    """Append entries in order, inside the caller's transaction. The head row is locked until it ends.

    Without a viewer: somebody who is not signed in, of whom nothing is known.
    """
    prepared = [_unnumbered(viewer, entry) for entry in entries]
    head, _made = AuditHead.objects.select_for_update().get_or_create(pk=1)
    at = _now()
    for event in prepared:
        event.number, event.at = head.number + 1, at
        event.mac = mac_of({name: getattr(event, name) for name in CHAINED}, head.mac)
        head.number, head.mac = event.number, event.mac
    AuditEvent.objects.bulk_create(prepared)
    head.save()


def mac_of(values: Mapping[str, Any], previous: str) -> str:
    """Hex HMAC-SHA256 over the previous MAC and every field of the event named in `CHAINED`."""
    body = {name: values[name] for name in CHAINED}
    body["at"] = values["at"].astimezone(UTC).isoformat()
    return hmac.digest(settings.AUDIT_KEY, (previous + _encode(body)).encode(), "sha256").hex()


def _unnumbered(viewer: Viewer | None, entry: Entry) -> AuditEvent:
    return AuditEvent(
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


class _Encoder(DjangoJSONEncoder):
    """The trail says that a masked text changed, and proves which one it was to who knows it; it does not tell it."""

    def default(self, o: Any) -> Any:
        return f"masked:{fingerprint(unmasked(o))}" if isinstance(o, Masked) else super().default(o)


def plain(value: Any) -> Any:
    """The value as JSON will give it back, so that the MAC of what is stored equals the MAC of what was meant."""
    text = json.dumps(value, cls=_Encoder)
    kept = json.loads(text)
    return _without(kept) if "\\u0000" in text or "\\ud" in text else kept


def _without(value: Any) -> Any:
    """The same without the letters that no database keeps."""
    if isinstance(value, dict):
        return {_without(key): _without(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_without(each) for each in value]
    return value.translate(NOT_KEPT) if isinstance(value, str) else value


def _now() -> datetime:
    return timezone.now()
