"""The data key, from which every key for data at rest comes: never made anew while something is sealed with it."""

import hashlib
import os
from pathlib import Path

from config.environment import key, new_key_file, settle
from config.sqlcipher.opening import is_plain
from marac.documents import store
from marac.kernel.sealed import id_of

NAME = "MARAC_DATA_KEY"
SHORTEST = 32
BROKEN_OFF = "A change of keys was broken off. Run `marac rotate-keys` again: it goes on where it stopped."


class CannotStart(Exception):
    """One line, for whoever starts the product, that says what to do."""


def data_key(folder: Path, *, is_needed: bool) -> bytes:
    """`is_needed` says that something is sealed already, so that a missing key is missing and not still to be made."""
    given = os.environ.get(NAME)
    if given and len(given) < SHORTEST:
        raise CannotStart(f"{NAME} is shorter than {SHORTEST} characters. Set the one that the data were sealed with.")
    if is_needed and not given and not key_file(folder).exists():
        raise CannotStart(
            f"The data are encrypted, and their key {key_file(folder)} is missing. Put it back from the backup of the "
            "keys. Nothing was changed."
        )
    return _bytes_of(key(NAME, folder))


def holds_sealed(database: Path, files: Path) -> bool:
    """Whether there is an encrypted database or a sealed file, which a new key would lose for ever."""
    if database.exists() and database.stat().st_size and not is_plain(database):
        return True
    kept = next(store.kept_files(files), None)
    return kept is not None and store.is_sealed(kept)


def key_file(folder: Path) -> Path:
    return folder / NAME.lower()


def coming_file(folder: Path) -> Path:
    """The key that a change of keys leads to. While this file is there, the change is not done."""
    return folder / f"{NAME.lower()}.next"


def last_file(folder: Path, key: bytes) -> Path:
    """Where a key is kept that was changed for another: it opens the backups from before that, and nothing else."""
    return folder / f"{NAME.lower()}.was-{id_of(key).hex()}"


def coming_key(folder: Path) -> bytes:
    """Made now, unless a change that was broken off made it."""
    if os.environ.get(NAME):
        raise CannotStart(f"{NAME} is set in the environment. To change keys, keep the key in a file in MARAC_KEYS.")
    if not coming_file(folder).exists():
        new_key_file(coming_file(folder))
    return _bytes_of(coming_file(folder).read_text())


def finish_change(folder: Path, old: bytes) -> None:
    """The coming key becomes the key. Killed between the steps, the next run finds the coming key and goes on."""
    if not last_file(folder, old).exists():
        os.link(key_file(folder), last_file(folder, old))
    coming_file(folder).replace(key_file(folder))
    settle(folder)


def _bytes_of(text: str) -> bytes:
    return hashlib.sha256(text.strip().encode()).digest()
