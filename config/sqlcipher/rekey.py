"""Giving an encrypted database another key, in one transaction of its own: it has the old key or the new one."""

from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from config.sqlcipher.opening import give_key, opens


class NeitherKey(Exception):
    """The database opens with neither key; it was not changed."""


def change_database_key(file: Path, *, old: str, new: str) -> None:
    """Nobody else may have the file open. What stands in the log goes into the file, so that none of it waits there
    under another key than the file's."""
    if not file.exists() or not file.stat().st_size:
        return
    if not _put_together(file, new):
        connection = give_key(sqlcipher.connect(file, isolation_level=None), old)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            connection.execute(f"PRAGMA rekey = \"x'{new}'\"")
        except sqlcipher.DatabaseError:
            raise NeitherKey from None
        finally:
            connection.close()
        _put_together(file, new)
    if opens(file, old) or not opens(file, new):
        raise NeitherKey


def _put_together(file: Path, key: str) -> bool:
    """Whether this key opens the file with its log."""
    connection = give_key(sqlcipher.connect(file, isolation_level=None), key)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlcipher.DatabaseError:
        return False
    finally:
        connection.close()
    return True
