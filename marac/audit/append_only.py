"""What the database itself keeps true of the trail, whoever asks, by triggers: no entry is changed or removed, and the
rows by which a case is asked who looked are written from the entries themselves."""

from typing import Any

TABLES = ("auditevent", "auditcase")

_SQLITE = """
CREATE TRIGGER {table}_no_{act} BEFORE {act} ON marac_{table}
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END
"""

# INSERT OR REPLACE would take an entry away without asking the trigger for DELETE.
_SQLITE_REPLACE = """
CREATE TRIGGER {table}_no_REPLACE BEFORE INSERT ON marac_{table}
WHEN EXISTS (SELECT 1 FROM marac_{table} WHERE {key} = NEW.{key})
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END
"""
_KEYS = {"auditevent": "number", "auditcase": "id"}

_POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""

_POSTGRES = "CREATE TRIGGER {table}_no_{act} BEFORE {act} ON marac_{table} {each} EXECUTE FUNCTION audit_refuse()"

_SQLITE_CASES = """
CREATE TRIGGER auditevent_cases AFTER INSERT ON marac_auditevent WHEN json_type(NEW.details, '$.case_ids') = 'array'
BEGIN
    INSERT INTO marac_auditcase (event, case_id) SELECT NEW.number, value FROM json_each(NEW.details, '$.case_ids');
END
"""

_POSTGRES_CASES = """
CREATE FUNCTION audit_note_cases() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO marac_auditcase (event, case_id)
    SELECT NEW.number, value::bigint FROM jsonb_array_elements_text(NEW.details -> 'case_ids');
    RETURN NULL;
END $$;
CREATE TRIGGER auditevent_cases AFTER INSERT ON marac_auditevent FOR EACH ROW
WHEN (jsonb_typeof(NEW.details -> 'case_ids') = 'array') EXECUTE FUNCTION audit_note_cases()
"""


def note_cases(connection: Any) -> None:
    """From now on every entry that names several cases leaves a row for each, which the chain covers as `details`."""
    with connection.cursor() as cursor:
        cursor.execute(_POSTGRES_CASES if connection.vendor == "postgresql" else _SQLITE_CASES)


def note_no_cases(connection: Any) -> None:
    """For undoing the migration."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("DROP TRIGGER auditevent_cases ON marac_auditevent; DROP FUNCTION audit_note_cases()")
        else:
            cursor.execute("DROP TRIGGER auditevent_cases")


def protect(connection: Any) -> None:
    """Set the triggers. On SQLite there is no TRUNCATE; on PostgreSQL it is refused too."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRES_FUNCTION)
        for table in TABLES:
            for statement in _triggers(connection.vendor, table):
                cursor.execute(statement)


def unprotect(connection: Any) -> None:
    """Take the triggers off: for undoing the migration, and for tests that empty every table."""
    with connection.cursor() as cursor:
        for table in TABLES:
            for act in ("UPDATE", "DELETE", "TRUNCATE", "REPLACE"):
                on = "" if connection.vendor == "sqlite" else f" ON marac_{table}"
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{act}{on}")


def _triggers(vendor: str, table: str) -> list[str]:
    if vendor == "sqlite":
        acts = [_SQLITE.format(act=act, table=table) for act in ("UPDATE", "DELETE")]
        return [*acts, _SQLITE_REPLACE.format(table=table, key=_KEYS[table])]
    each = {"UPDATE": "FOR EACH ROW", "DELETE": "FOR EACH ROW", "TRUNCATE": "FOR EACH STATEMENT"}
    return [_POSTGRES.format(table=table, act=act, each=how) for act, how in each.items()]
