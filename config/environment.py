"""Small readers of the environment, so that settings.py says only what is set."""

import os
import secrets
from pathlib import Path


def flag(name: str, *, default: bool = False) -> bool:
    """1, true, yes or on mean yes; anything else that is set means no."""
    value = os.environ.get(name)
    return default if value is None else value.strip().lower() in {"1", "true", "yes", "on"}


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated list."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def key(name: str, folder: Path) -> str:
    """The secret from the environment, else from its file in `folder`: made on the first start, for its owner only."""
    given = os.environ.get(name)
    if given:
        return given
    file = folder / name.lower()
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        new = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(new, "w") as out:
            out.write(secrets.token_urlsafe(64))
    return file.read_text().strip()
