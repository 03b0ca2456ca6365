"""The embedded database behaves as SQLite does, and no byte of it can be read without the key."""

import datetime
import signal
import subprocess
import sys
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from config.databases import database
from config.sqlcipher.opening import opens
from tests.sealing.folders import OTHER, PROJECT, encrypted, environment, open_with, rows_in

embedded_only = pytest.mark.skipif(
    not connection.settings_dict["ENGINE"].endswith("sqlcipher"), reason="this is about the embedded database"
)


def asked(question, *values):
    with connection.cursor() as cursor:
        cursor.execute(question, values or None)
        return cursor.fetchone()


@embedded_only
@pytest.mark.django_db
def test_each_connection_has_what_the_settings_say():
    said = {
        name: asked(f"PRAGMA {name}")[0]
        for name in ("journal_mode", "synchronous", "cache_size", "foreign_keys", "secure_delete", "temp_store")
    }

    assert said == {
        "journal_mode": "wal",
        "synchronous": 2,
        "cache_size": -65536,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
    }
    assert asked("PRAGMA trusted_schema") == (0,)
    assert asked("PRAGMA cipher_status") == ("1",)


@embedded_only
@pytest.mark.django_db
def test_values_come_back_as_what_they_went_in_as():
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE kept (amount decimal, day date, at datetime, yes bool)")
        day, at = datetime.date(2026, 4, 3), datetime.datetime(2026, 4, 3, 9, 30, tzinfo=datetime.UTC)
        row = (Decimal("1.50"), day, at, True)
        cursor.executemany("INSERT INTO kept VALUES (%s, %s, %s, %s)", [row])
        cursor.execute("INSERT INTO kept (yes) VALUES (%(yes)s)", {"yes": False})
        cursor.execute("SELECT day, at, yes FROM kept ORDER BY day IS NULL")
        assert cursor.fetchall() == [(day, at, True), (None, None, False)]
        cursor.execute("DROP TABLE kept")


@embedded_only
@pytest.mark.django_db
def test_a_broken_rule_of_the_database_is_djangos_error():
    with pytest.raises(IntegrityError), transaction.atomic():
        asked("INSERT INTO marac_opensession (session_key, session_data, expire_date) VALUES (NULL, '', '')")


def test_the_address_chooses_the_database(tmp_path):
    engines = {
        url: database(url, tmp_path, bytes(32))["ENGINE"]
        for url in ("", "sqlite:///data/a.sqlite3", "sqlite-plain:///data/a.sqlite3", "postgres:///marac")
    }

    assert list(engines.values()) == [
        "config.sqlcipher",
        "config.sqlcipher",
        "django.db.backends.sqlite3",
        "django.db.backends.postgresql",
    ]
    with pytest.raises(ValueError, match="must begin with sqlite:"):
        database("mysql://host/name", tmp_path, bytes(32))


def test_a_copy_made_while_it_is_in_use_opens_with_the_same_key_and_no_other(tmp_path):
    """What OPERATING.md advises for backups."""
    file, copy = encrypted(tmp_path / "marac.sqlite3"), tmp_path / "copy.sqlite3"
    connection = open_with(file)
    connection.execute("INSERT INTO note (text) VALUES ('in the log')")

    connection.execute("VACUUM INTO ?", (str(copy),))

    assert rows_in(copy) == ["a marker", "in the log"]
    assert not opens(copy, OTHER)
    assert b"marker" not in copy.read_bytes()
    connection.close()


WRITER = """
import sys
from pathlib import Path
from config.databases import SQLCIPHER_START
from tests.sealing.folders import open_with
connection = open_with(Path(sys.argv[1]))
for command in SQLCIPHER_START.split(";"):
    connection.execute(command)
connection.execute("CREATE TABLE IF NOT EXISTS note (id integer PRIMARY KEY AUTOINCREMENT, text text NOT NULL)")
number = connection.execute("SELECT count(*) FROM note").fetchone()[0]
while True:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO note (text) VALUES (?)", (f"{number} " + "x" * 900,))
    connection.execute("COMMIT")
    print(number, flush=True)
    number += 1
"""


def test_a_killed_writer_loses_nothing_that_was_acknowledged(tmp_path):
    file, acknowledged = tmp_path / "marac.sqlite3", -1
    for round_number in range(10):
        writing = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(file)],
            cwd=PROJECT,
            env=environment(tmp_path, tmp_path),
            stdout=subprocess.PIPE,
            text=True,
        )
        with writing:
            for _ in range(20 + 7 * round_number):
                acknowledged = int(writing.stdout.readline())
            writing.send_signal(signal.SIGKILL)
            acknowledged = int([acknowledged, *writing.stdout.read().split()][-1])

        kept = [int(row.split()[0]) for row in rows_in(file)]
        assert kept == list(range(len(kept)))
        assert len(kept) - 1 in {acknowledged, acknowledged + 1}
        connection = open_with(file)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
        connection.close()
