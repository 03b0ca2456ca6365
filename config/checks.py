"""What `marac check --deploy` says of data and keys at rest."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import connection

OTHERS, ANYBODY_ELSE = 0o007, 0o077


@register(Tags.security, deploy=True)
def kept_closed(app_configs: Any, **more: Any) -> list[CheckMessage]:
    return [
        *database_is_encrypted(settings.DATABASES["default"]["ENGINE"]),
        *keys_are_apart(settings.MARAC_HOME, settings.MARAC_KEYS),
        *closed_to_others(settings.MARAC_HOME, OTHERS),
        *closed_to_others(settings.MARAC_KEYS, ANYBODY_ELSE),
        *wall_holds(),
        *files_are_scanned(settings.CLAMD),
    ]


def database_is_encrypted(engine: str) -> list[CheckMessage]:
    if not engine.endswith("sqlite3"):
        return []
    hint = "Leave MARAC_DATABASE_URL out, or begin it with sqlite://, and run `marac encrypt`."
    return [Warning("The database is kept in clear.", hint=hint, id="marac.W001")]


def keys_are_apart(home: Path, keys: Path) -> list[CheckMessage]:
    """Whoever copies the one folder must not have the other with it."""
    if not (keys.is_relative_to(home) or home.is_relative_to(keys)):
        return []
    hint = "Set MARAC_KEYS to a folder that is backed up apart from MARAC_HOME."
    return [Warning(f"Keys ({keys}) and data ({home}) are kept together.", hint=hint, id="marac.W002")]


def closed_to_others(folder: Path, who: int) -> list[CheckMessage]:
    """Whoever may not enter a folder reads nothing in it."""
    if not folder.exists() or not folder.stat().st_mode & who:
        return []
    return [Warning(f"Others on this machine may look into {folder}.", hint=f"chmod go= {folder}", id="marac.W003")]


def wall_holds(connection: Any = connection) -> list[CheckMessage]:
    """Row-level security (marac/cases/policies.py) holds no superuser of PostgreSQL."""
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        above = cursor.fetchone()[0]
    hint = "Connect as an ordinary account that owns this database (OPERATING.md, The account on PostgreSQL)."
    return [Warning("The account on PostgreSQL passes the second wall.", hint=hint, id="marac.W004")] if above else []


def files_are_scanned(clamd: str) -> list[CheckMessage]:
    if clamd:
        return []
    hint = "Install clamav-daemon and name its socket in MARAC_CLAMD."
    return [Warning("Files from outside are not scanned for viruses.", hint=hint, id="marac.W005")]
