"""What must hold before anything starts: the keys fit the data, and nobody changes keys at the same time."""

import fcntl
import os
import time
from pathlib import Path
from typing import Any

from django.conf import settings

from config.keys import BROKEN_OFF, CannotStart, coming_file
from config.sqlcipher.convert import plain_left_over
from config.sqlcipher.opening import is_plain, opens
from marac.documents import store

ALONE = {"encrypt", "rotate_keys"}
PUT_BACK = "Put the key back that the data were sealed with. Nothing was changed."
held: list[int] = []


def prepare(command: str = "") -> None:
    """Raises CannotStart. What encrypts and what changes keys run alone, and find for themselves how things stand."""
    hold(settings.MARAC_HOME, fcntl.LOCK_EX if command in ALONE else fcntl.LOCK_SH)
    if command not in ALONE:
        check(settings.DATABASES["default"], settings.FILES, settings.FILES_KEY, settings.MARAC_KEYS)


def check(database: dict[str, Any], files: Path, files_key: bytes, keys: Path) -> None:
    """Raises CannotStart, and changes nothing."""
    if coming_file(keys).exists():
        raise CannotStart(BROKEN_OFF)
    if database["ENGINE"] == "config.sqlcipher":
        _check_encrypted(Path(database["NAME"]), database["OPTIONS"]["key"], keys)
    elif database["ENGINE"].endswith("sqlite3"):
        _check_plain(Path(database["NAME"]))
    _check_files(files, files_key, keys)


def hold(folder: Path, how: int) -> None:
    """Held until this process ends, however it ends: the system lets go of it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, how | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        if how == fcntl.LOCK_EX:
            raise CannotStart("OpenMARAC is running. Stop it and its tick first, then run this again.") from None
        raise CannotStart("The data are being encrypted or given another key. Try again when that is done.") from None
    held.append(handle)


def _check_encrypted(file: Path, key: str, keys: Path) -> None:
    if plain_left_over(file):
        raise CannotStart("The encryption of the database was broken off. Run `marac encrypt` again: it loses nothing.")
    if not file.exists() or not file.stat().st_size:
        return
    if is_plain(file):
        raise CannotStart(
            f"The database {file} is not encrypted. Run `marac encrypt`, which keeps a copy until the new one is "
            f"proved; or, to leave it as it is, set MARAC_DATABASE_URL=sqlite-plain://{file}"
        )
    if not _opens_in_the_end(file, key):
        raise CannotStart(f"The key in {keys} does not open {file}. {PUT_BACK}")


def _opens_in_the_end(file: Path, key: str) -> bool:
    """Another process may be writing the first page at this moment."""
    for wait in (0, 0.1, 0.3, 0.6):
        time.sleep(wait)
        if opens(file, key):
            return True
    return False


def _check_plain(file: Path) -> None:
    if file.exists() and file.stat().st_size and not is_plain(file):
        raise CannotStart(f"The database {file} is encrypted. Name it as sqlite://{file} in MARAC_DATABASE_URL.")


def _check_files(files: Path, key: bytes, keys: Path) -> None:
    """One file stands for all: they are sealed together, and each is tried when it is opened."""
    kept = next(store.kept_files(files), None)
    if kept is None:
        return
    if not store.is_sealed(kept):
        raise CannotStart("The files are not encrypted. Run `marac encrypt`.")
    if not store.is_sealed_with(kept, key):
        raise CannotStart(f"The key in {keys} does not open the files. {PUT_BACK}")
