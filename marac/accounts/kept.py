"""Forms that could not be saved when they came: kept sealed in the session for whoever typed them, for half a day.

The session is of the browser in which it was typed; the seal is for one person, so that whoever signs in next at the
same browser is offered nothing of it.
"""

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Any

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest

from marac.kernel.sealed import seal, unseal

KEPT = "kept_forms"  # in the session: each with its key, whose it is, since when, and sealed what was typed
KEPT_FOR = timedelta(hours=12)
MOST_FORMS, MOST_BYTES = 5, 500_000
WRITER = "written_by"  # in every form: whose page it is, signed
RESENT = "kept_form"  # in a kept form that is sent again: its key
NOT_TYPED = ("csrfmiddlewaretoken", "revision", "before", "next", "path", "seen", WRITER, RESENT)
SECRET = {"password", "code", "secret"}
NOT_SENT_AGAIN = ("csrfmiddlewaretoken", WRITER, RESENT)
_signer = Signer(salt=WRITER)


@dataclass(frozen=True)
class KeptForm:
    """`fields` is all that the form sent, in its order, but passwords and codes; `files` is whether it had files."""

    key: str
    address: str
    at: datetime
    fields: list[tuple[str, str]]
    files: bool

    @property
    def typed(self) -> list[tuple[str, str]]:
        return as_typed(self.fields)


def mark_of(user_id: int) -> str:
    return _signer.sign(str(user_id))


def writer_of(request: HttpRequest) -> int | None:
    """Whose page the form stood in, as the page itself says; else who is signed in."""
    try:
        return int(_signer.unsign(request.POST.get(WRITER, "")))
    except BadSignature:
        return request.user.pk if request.user.is_authenticated else None


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """Each text with the name of its box; nothing of a form from another site, of a password or of a code."""
    return as_typed(_fields(request)) if _is_ours(request) else []


def as_typed(fields: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [
        (name.replace("_", " ").capitalize(), text) for name, text in fields if name not in NOT_TYPED and text.strip()
    ]


def keep(request: HttpRequest, user_id: int, at: datetime) -> bool:
    """Keep what was typed for this person, if it is a form of ours and not beyond all measure."""
    if not typed(request):
        return False
    said = {"address": request.get_full_path(), "fields": _fields(request), "files": bool(request.FILES)}
    plain = json.dumps(said).encode()
    if len(plain) > MOST_BYTES:
        return False
    key = token_hex(8)
    sealed = seal(plain, key=settings.SEALING_KEY, context=_context(user_id, key))
    new = {"key": key, "user": user_id, "at": at.isoformat(), "sealed": b64encode(sealed).decode()}
    request.session[KEPT] = [*_rows(request.session, at), new][-MOST_FORMS:]
    return True


def kept_forms(request: HttpRequest, user_id: int, at: datetime) -> list[KeptForm]:
    """Those of this person, the newest first."""
    return [_opened(row) for row in reversed(_rows(request.session, at)) if row["user"] == user_id]


def has_kept(request: HttpRequest, user_id: int, at: datetime) -> bool:
    return any(row["user"] == user_id for row in _rows(request.session, at))


def forget(request: HttpRequest, key: str) -> None:
    rows = request.session.get(KEPT, [])
    if any(row["key"] == key for row in rows):
        request.session[KEPT] = [row for row in rows if row["key"] != key]


def _rows(session: Any, at: datetime) -> list[dict[str, Any]]:
    return [row for row in session.get(KEPT, []) if at - datetime.fromisoformat(row["at"]) <= KEPT_FOR]


def _opened(row: dict[str, Any]) -> KeptForm:
    plain = unseal(b64decode(row["sealed"]), key=settings.SEALING_KEY, context=_context(row["user"], row["key"]))
    said = json.loads(plain)
    fields = [(name, text) for name, text in said["fields"]]
    return KeptForm(row["key"], said["address"], datetime.fromisoformat(row["at"]), fields, said["files"])


def _fields(request: HttpRequest) -> list[tuple[str, str]]:
    return [
        (name, text)
        for name, texts in request.POST.lists()
        if name not in NOT_SENT_AGAIN and not SECRET & set(re.split("[^a-z]+", name))
        for text in texts
    ]


def _is_ours(request: HttpRequest) -> bool:
    return request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"


def _context(user_id: int, key: str) -> bytes:
    return f"kept form {user_id} {key}".encode()
