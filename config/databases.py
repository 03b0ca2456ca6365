"""The two databases: embedded SQLite, encrypted, by default; PostgreSQL where MARAC_DATABASE_URL names one."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

# WAL: readers never wait for the writer. IMMEDIATE: two writers queue instead of failing half-way.
# FULL: what was acknowledged survives a power cut. 64 MB of page cache covers an area's working set.
SQLITE_START = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; "
    "PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;"
)
# Only here: SQLite 3.40, which Debian 12 has, refuses Django's own checks under it (docs/decisions/0021-…).
SQLCIPHER_START = SQLITE_START + " PRAGMA trusted_schema=OFF;"


def database(url: str, home: Path, key: bytes, sees: str = "nothing") -> dict[str, Any]:
    """Django's settings for `url`: empty (SQLCipher under `home`), sqlite:///path, sqlite-plain:///path for a file that
    is not encrypted, or postgres://user:password@host/name. `key` opens the encrypted one; `sees` is what a connection
    to PostgreSQL sees of cases until it is told for whom it asks (marac/access/wall.py).

    A UNIX socket is given as postgres:///name?host=/folder.
    """
    parts, file = urlsplit(url), database_file(url, home)
    if parts.scheme in {"", "sqlite"}:
        return _sqlite(file, "config.sqlcipher", init_command=SQLCIPHER_START, key=key.hex())
    if parts.scheme == "sqlite-plain":
        return _sqlite(file, "django.db.backends.sqlite3", init_command=SQLITE_START)
    if parts.scheme in {"postgres", "postgresql"}:
        return _postgres(parts, sees)
    raise ValueError(f"MARAC_DATABASE_URL must begin with sqlite:, sqlite-plain: or postgres:, not {parts.scheme}:")


def database_file(url: str, home: Path) -> Path:
    """Where the embedded database is kept, if it is the one that is used."""
    path = urlsplit(url).path
    return Path(path) if path.strip("/") else home / "marac.sqlite3"


def _sqlite(file: Path, engine: str, **options: str) -> dict[str, Any]:
    return {
        "ENGINE": engine,
        "NAME": file,
        "CONN_MAX_AGE": 60,
        # A file in tests too: the server of a journey then opens its own connections, as in life.
        "TEST": {"NAME": file.with_name("test.sqlite3")},
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, **options},
    }


def _postgres(parts: Any, sees: str) -> dict[str, Any]:
    options = dict(parse_qsl(parts.query))
    # For a question of some milliseconds, compiling its plan takes seconds and calling helpers longer than the answer.
    quick = "-c jit=off -c max_parallel_workers_per_gather=0"
    options["options"] = f"{options.get('options', '')} {quick} -c marac.sees={sees}".strip()
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
