"""Opening a SQLCipher file with its key, and telling a plain file from an encrypted one."""

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

PLAIN_START = b"SQLite format 3\x00"


def give_key(connection: Any, key: str) -> Any:
    """The key as it is (64 hexadecimal digits), so that no password has to be stretched at each connection.

    SQLCipher would write its own errors, with times, to standard error: what fails is raised, and that is enough.
    What does not fit into memory would go to a temporary file in clear: it stays in memory.
    """
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def is_plain(file: Path) -> bool:
    """Whether the file is a SQLite database that anybody can read."""
    with file.open("rb") as opened:
        return opened.read(len(PLAIN_START)) == PLAIN_START


def opens(file: Path, key: str) -> bool:
    """Whether this key opens the file, which is not written to, nor anything beside it."""
    connection = give_key(sqlcipher.connect(f"{file.as_uri()}?immutable=1", uri=True), key)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher.DatabaseError:
        return False
    finally:
        connection.close()
    return True
