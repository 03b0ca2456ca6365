"""Folders of data and keys as an installation has them, made by hand so that each test says what is in them."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from config.sqlcipher.opening import give_key

PROJECT = Path(__file__).resolve().parents[2]
KEY, OTHER = "1f" * 32, "2e" * 32


def encrypted(file: Path, key: str = KEY, rows: Iterable[str] = ("a marker",)) -> Path:
    connection = open_with(file, key)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("CREATE TABLE note (id integer PRIMARY KEY AUTOINCREMENT, text text NOT NULL)")
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO note (text) VALUES (?)", [(row,) for row in rows])
    connection.execute("COMMIT")
    connection.close()
    return file


def open_with(file: Path, key: str = KEY) -> Any:
    return give_key(sqlcipher.connect(file, isolation_level=None), key)


def rows_in(file: Path, key: str = KEY) -> list[str]:
    connection = open_with(file, key)
    try:
        return [row[0] for row in connection.execute("SELECT text FROM note ORDER BY id")]
    finally:
        connection.close()


def digests(folder: Path) -> dict[str, str]:
    """Every file in the folder by its content, to see that nothing was changed."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def environment(home: Path, keys: Path, **more: str) -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if not name.startswith("MARAC_") and name != "PORT"}
    return ours | {"MARAC_HOME": str(home), "MARAC_KEYS": str(keys), "PYTHONPATH": os.pathsep.join(sys.path)} | more


def marac(*words: str, home: Path, keys: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=PROJECT,
        env=environment(home, keys, **more),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
