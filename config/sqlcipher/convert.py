"""Making an encrypted database of a plain one: killed at any moment, it can be run again and loses nothing.

The copy is made beside the plain file and compared with it, row by row. Then the plain file steps aside, the copy takes
its name, is compared once more, and only then is the plain file overwritten and removed.
"""

import os
import sqlite3
from itertools import zip_longest
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from config.environment import settle
from config.sqlcipher.opening import give_key, is_plain

BLOCK = 1024 * 1024
# What SQLite keeps for itself about the sizes of tables is made anew when it is asked for.
SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name"
TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_stat%' ORDER BY name"


class Differs(Exception):
    """The copy is not as the original. The original is still there, and was not changed."""


def plain_beside(file: Path) -> Path:
    """Where the plain database stands until the encrypted one is proved."""
    return file.with_name(f"{file.name}.plain")


def plain_left_over(file: Path) -> bool:
    """Whether a conversion that was killed left a plain copy beside the file."""
    return plain_beside(file).exists() or _spent(file).exists()


def _spent(file: Path) -> Path:
    return file.with_name(f"{file.name}.spent")


def encrypt_database(file: Path, key: str) -> bool:
    """Whether there was anything to do. Nobody else may have the file open."""
    plain, half, spent = plain_beside(file), file.with_name(f"{file.name}.half"), _spent(file)
    if spent.exists():
        overwrite(spent)
    if plain.exists() and not file.exists():
        plain.replace(file)
    if not file.exists() or not file.stat().st_size:
        return False
    if is_plain(file):
        _remove(half)
        _put_together(file)
        _copy(file, half, key)
        compare(file, half, key)
        file.replace(plain)
        half.replace(file)
        settle(file.parent)
    elif not plain.exists():
        return False
    compare(plain, file, key)
    # Proved: under this name it is never compared again, so that being killed while it is written over does no harm.
    plain.replace(spent)
    overwrite(spent)
    _remove(half)
    settle(file.parent)
    return True


def compare(plain: Path, encrypted: Path, key: str) -> None:
    """Every table, trigger and index, and every row of every table; raises Differs."""
    before, after = sqlite3.connect(plain), give_key(sqlcipher.connect(encrypted), key)
    try:
        if before.execute(SCHEMA).fetchall() != after.execute(SCHEMA).fetchall():
            raise Differs("the tables")
        for (table,) in before.execute(TABLES).fetchall():
            _compare_rows(before, after, f'SELECT * FROM "{table}" ORDER BY 1, rowid')
        if after.execute("PRAGMA cipher_integrity_check").fetchall():
            raise Differs(encrypted.name)
    finally:
        before.close()
        after.close()


def overwrite(file: Path) -> None:
    """Written over before it is removed. On flash storage old blocks may stay all the same."""
    with file.open("r+b") as opened:
        for _ in range(0, file.stat().st_size, BLOCK):
            opened.write(bytes(BLOCK))
        opened.flush()
        os.fsync(opened.fileno())
    file.unlink()


def _compare_rows(before: Any, after: Any, question: str) -> None:
    for one, other in zip_longest(before.execute(question), after.execute(question)):
        if one != other:
            raise Differs(question)


def _put_together(file: Path) -> None:
    """All in one file, without a log beside it."""
    connection = sqlite3.connect(file)
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode=DELETE")
    finally:
        connection.close()


def _copy(file: Path, half: Path, key: str) -> None:
    connection = sqlcipher.connect(file, isolation_level=None)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute("ATTACH DATABASE ? AS copy KEY '" + f"x''{key}''" + "'", (str(half),))
        connection.execute("SELECT sqlcipher_export('copy')")
        connection.execute("PRAGMA copy.synchronous=FULL")
        connection.execute("DETACH DATABASE copy")
    finally:
        connection.close()
    os.chmod(half, file.stat().st_mode & 0o777)


def _remove(file: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        file.with_name(file.name + ending).unlink(missing_ok=True)
