"""Small readers of the environment, so that settings.py says only what is set."""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def flag(name: str, *, default: bool = False) -> bool:
    """1, true, yes or on mean yes; anything else that is set means no."""
    value = os.environ.get(name)
    return default if value is None else value.strip().lower() in {"1", "true", "yes", "on"}


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated list."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def number(name: str, *, default: int, least: int, most: int) -> int:
    """A whole number between two others, which are allowed too."""
    given = os.environ.get(name) or str(default)
    if not given.isdecimal() or not least <= int(given) <= most:
        raise ImproperlyConfigured(f"{name} must be a whole number from {least} to {most}, not {given!r}.")
    return int(given)


def key(name: str, folder: Path) -> str:
    """The secret from the environment, else from its file in `folder`: made on the first start, for its owner only."""
    given = os.environ.get(name)
    if given:
        return given
    file = folder / name.lower()
    if not file.exists():
        new_key_file(file)
    return file.read_text().strip()


def new_key_file(file: Path) -> None:
    """There whole or not at all, and after a power cut too: what is sealed with a lost key is lost. Where two make it
    at once, the first one's stays."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    half = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        out.write(secrets.token_urlsafe(64))
        out.flush()
        os.fsync(out.fileno())
    try:
        os.link(half, file)
    except FileExistsError:
        return
    finally:
        half.unlink()
        settle(file.parent)


def settle(folder: Path) -> None:
    """Makes what was named, renamed or removed in a folder survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
