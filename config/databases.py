"""The two databases: embedded SQLite by default, PostgreSQL where MARAC_DATABASE_URL names one."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

# WAL: readers never wait for the writer. IMMEDIATE: two writers queue instead of failing half-way.
# FULL: what was acknowledged survives a power cut. 64 MB of page cache covers an area's working set.
SQLITE_START = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; "
    "PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;"
)


def database(url: str, home: Path) -> dict[str, Any]:
    """Django's settings for `url`: empty (SQLite under `home`), sqlite:///path, or postgres://user:password@host/name.

    A UNIX socket is given as postgres:///name?host=/folder.
    """
    parts = urlsplit(url)
    if parts.scheme in {"", "sqlite"}:
        return _sqlite(Path(parts.path) if parts.path.strip("/") else home / "marac.sqlite3")
    if parts.scheme in {"postgres", "postgresql"}:
        return _postgres(parts)
    raise ValueError(f"MARAC_DATABASE_URL must begin with sqlite: or postgres:, not {parts.scheme}:")


def _sqlite(file: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "CONN_MAX_AGE": 60,
        # A file in tests too: the server of a journey then opens its own connections, as in life.
        "TEST": {"NAME": file.with_name("test.sqlite3")},
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_START},
    }


def _postgres(parts: Any) -> dict[str, Any]:
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": str(options.pop("port", parts.port or "")),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }
