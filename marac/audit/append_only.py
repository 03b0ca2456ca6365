"""The database itself refuses to change or remove an event, whoever asks: triggers on both databases."""

from typing import Any

_SQLITE = """
CREATE TRIGGER audit_no_{act} BEFORE {act} ON marac_auditevent
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END
"""

# INSERT OR REPLACE would take an entry away without asking the trigger for DELETE.
_SQLITE_REPLACE = """
CREATE TRIGGER audit_no_REPLACE BEFORE INSERT ON marac_auditevent
WHEN EXISTS (SELECT 1 FROM marac_auditevent WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END
"""

_POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""

_POSTGRES = "CREATE TRIGGER audit_no_{act} BEFORE {act} ON marac_auditevent {each} EXECUTE FUNCTION audit_refuse()"


def protect(connection: Any) -> None:
    """Set the triggers. On SQLite there is no TRUNCATE; on PostgreSQL it is refused too."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for act in ("UPDATE", "DELETE"):
                cursor.execute(_SQLITE.format(act=act))
            cursor.execute(_SQLITE_REPLACE)
            return
        cursor.execute(_POSTGRES_FUNCTION)
        for act, each in (("UPDATE", "FOR EACH ROW"), ("DELETE", "FOR EACH ROW"), ("TRUNCATE", "FOR EACH STATEMENT")):
            cursor.execute(_POSTGRES.format(act=act, each=each))


def unprotect(connection: Any) -> None:
    """Take the triggers off: for undoing the migration, and for tests that empty every table."""
    with connection.cursor() as cursor:
        for act in ("UPDATE", "DELETE", "TRUNCATE", "REPLACE"):
            on = "" if connection.vendor == "sqlite" else " ON marac_auditevent"
            cursor.execute(f"DROP TRIGGER IF EXISTS audit_no_{act}{on}")
