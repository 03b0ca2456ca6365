"""The files folder, and the only code that touches it: a file is kept whole and sealed, under a name of ours.

Each file has a key of its own. On disk stand, one after the other: a mark, that key sealed with the key of all files,
and the content sealed with the file's own. To change the key of all files, only the middle part is made anew. Both
seals are bound to the name, so that a file put in another's place is refused. Nothing is ever on disk in clear.
"""

import errno
import hashlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from marac.kernel import sealed
from marac.kernel.refusal import Refusal
from marac.kernel.text import _

MARK = b"marac file 1\n"
WRAPPED = sealed.KEY_BYTES + sealed.OVERHEAD
HALF = ".half"

NO_ROOM = _("There is no room left on the disk, so nothing was kept. Tell whoever runs OpenMARAC, then try again.")
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
CHANGED = _("This file is no longer as it was kept, and was not opened. Tell whoever runs OpenMARAC.")


def sha256_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def keep(content: bytes) -> str:
    """Seal and write the bytes, and give the name they are stored under. On return they would survive a power cut.
    Raises Refusal where the disk is full, and leaves nothing behind."""
    stored_as = secrets.token_hex(20)
    place = _place(stored_as)
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _write(place, _sealed(content, stored_as, settings.FILES_KEY))
    except OSError as error:
        if error.errno in FULL:
            raise Refusal(NO_ROOM) from error
        raise
    return stored_as


def fetch(stored_as: str, sha256: str) -> bytes:
    """The bytes as they were kept; refuses a file that is gone, differs by a single bit, or belongs elsewhere."""
    try:
        content = _unsealed(_place(stored_as).read_bytes(), stored_as, settings.FILES_KEY)
    except (FileNotFoundError, sealed.Broken):
        raise Refusal(CHANGED) from None
    if not secrets.compare_digest(sha256_of(content), sha256):
        raise Refusal(CHANGED)
    return content


def remove(stored_as: str) -> None:
    """For a file whose record did not come about, or whose record is being destroyed."""
    _place(stored_as).unlink(missing_ok=True)


def kept_files(folder: Path) -> Iterator[Path]:
    """Every file that is kept in this folder of files, in no order."""
    return (path for path in Path(folder).glob("??/*") if not path.suffix)


def is_sealed(place: Path) -> bool:
    with place.open("rb") as file:
        return file.read(len(MARK)) == MARK


def is_sealed_with(place: Path, key: bytes) -> bool:
    """Whether the file says that this key of all files opens it."""
    with place.open("rb") as file:
        return file.read(len(MARK)) == MARK and sealed.is_sealed_with(file.read(WRAPPED), key)


def seal_plain(place: Path) -> bool:
    """Seal a file that was kept before files were sealed; whether it had to be. What was in clear is written over."""
    if is_sealed(place):
        return False
    with place.open("r+b") as plain:
        content = plain.read()
        _write(place, _sealed(content, place.name, settings.FILES_KEY))
        plain.seek(0)
        plain.write(bytes(len(content)))
        plain.flush()
        os.fsync(plain.fileno())
    return True


def change_key(place: Path, *, old: bytes, new: bytes) -> bool:
    """Seal the file's own key with the new key of all files; whether it had to be. Raises Broken."""
    if is_sealed_with(place, new):
        return False
    kept = place.read_bytes()
    own = _own_key(kept, place.name, old)
    _write(place, MARK + sealed.seal(own, key=new, context=_context(place.name)) + kept[len(MARK) + WRAPPED :])
    return True


def remove_halves(folder: Path) -> None:
    """What a killed process left behind. Only while nobody is writing."""
    for half in Path(folder).glob(f"??/*{HALF}"):
        half.unlink()


def _sealed(content: bytes, stored_as: str, key: bytes) -> bytes:
    own = sealed.new_key()
    wrapped = sealed.seal(own, key=key, context=_context(stored_as))
    return MARK + wrapped + sealed.seal(content, key=own, context=_context(stored_as))


def _unsealed(kept: bytes, stored_as: str, key: bytes) -> bytes:
    own = _own_key(kept, stored_as, key)
    return sealed.unseal(kept[len(MARK) + WRAPPED :], key=own, context=_context(stored_as))


def _own_key(kept: bytes, stored_as: str, key: bytes) -> bytes:
    if not kept.startswith(MARK):
        raise sealed.Broken
    return sealed.unseal(kept[len(MARK) : len(MARK) + WRAPPED], key=key, context=_context(stored_as))


def _context(stored_as: str) -> bytes:
    return b"file:" + stored_as.encode()


def _write(place: Path, kept: bytes) -> None:
    half = place.with_suffix(HALF)
    handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(kept)
            file.flush()
            os.fsync(file.fileno())
        half.replace(place)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
    _settle(place.parent)


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
