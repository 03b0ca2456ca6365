"""The files folder, and the only code that touches it: a file is kept whole under a name of ours, or not at all."""

import hashlib
import os
import secrets
from pathlib import Path

from django.conf import settings

from marac.kernel.refusal import Refusal
from marac.kernel.text import _

CHANGED = _("This file is no longer as it was kept, and was not opened. Tell whoever runs OpenMARAC.")


def sha256_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def keep(content: bytes) -> str:
    """Write the bytes and give the name they are stored under. On return they would survive a power cut."""
    stored_as = secrets.token_hex(20)
    place = _place(stored_as)
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    half = place.with_suffix(".half")
    handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        half.replace(place)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
    _settle(place.parent)
    return stored_as


def fetch(stored_as: str, sha256: str) -> bytes:
    """The bytes as they were kept; refuses a file that is gone or differs by a single bit."""
    try:
        content = _place(stored_as).read_bytes()
    except FileNotFoundError:
        raise Refusal(CHANGED) from None
    if not secrets.compare_digest(sha256_of(content), sha256):
        raise Refusal(CHANGED)
    return content


def remove(stored_as: str) -> None:
    """For a file whose record did not come about, or whose record is being destroyed."""
    _place(stored_as).unlink(missing_ok=True)


def _place(stored_as: str) -> Path:
    """Two letters of the name make the folder, so that no folder grows past what a file system likes."""
    if not stored_as.isalnum():
        raise ValueError("a stored name is made by keep()")
    return Path(settings.FILES) / stored_as[:2] / stored_as


def _settle(folder: Path) -> None:
    """Make the new name itself survive a power cut; a system that cannot open folders does this by itself."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
