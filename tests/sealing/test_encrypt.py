"""marac encrypt: a database in clear becomes an encrypted one, whenever it is killed, and nothing in clear is left."""

import random
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from config.sqlcipher.convert import Differs, compare, encrypt_database, plain_beside
from config.sqlcipher.opening import is_plain, opens
from marac.documents import store
from tests.sealing.folders import KEY, OTHER, PROJECT, environment, marac, open_with, rows_in

ROWS = [f"marker {number}: Ängharad’s note" for number in range(3000)]


def plain(file, rows=ROWS):
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("CREATE TABLE note (id integer PRIMARY KEY AUTOINCREMENT, text text NOT NULL, day date)")
    connection.execute("CREATE TABLE pair (one integer, two blob, UNIQUE (one, two))")
    connection.execute("CREATE INDEX by_text ON note (text)")
    connection.execute(
        "CREATE TRIGGER stays BEFORE DELETE ON note BEGIN SELECT RAISE(ABORT, 'this stays as it is'); END"
    )
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO note (text, day) VALUES (?, '2026-04-03')", [(row,) for row in rows])
    connection.execute("INSERT INTO pair VALUES (1, x'00ff'), (NULL, NULL)")
    connection.execute("COMMIT")
    connection.close()
    return file


def test_every_row_and_rule_is_there_afterwards_and_nothing_in_clear(tmp_path):
    file = plain(tmp_path / "marac.sqlite3")

    assert encrypt_database(file, KEY)

    assert rows_in(file) == ROWS
    assert opens(file, KEY)
    assert not opens(file, OTHER)
    assert [path.name for path in tmp_path.iterdir()] == ["marac.sqlite3"]
    assert b"marker" not in file.read_bytes()
    connection = open_with(file)
    with pytest.raises(Exception, match="this stays as it is"):
        connection.execute("DELETE FROM note")
    connection.execute("INSERT INTO note (text) VALUES ('next')")
    assert connection.execute("SELECT max(id) FROM note").fetchone() == (len(ROWS) + 1,)
    connection.close()


def test_again_or_with_nothing_there_it_does_nothing(tmp_path):
    file = tmp_path / "marac.sqlite3"
    assert not encrypt_database(file, KEY)
    plain(file, ["one"])
    assert encrypt_database(file, KEY)
    before = file.read_bytes()

    assert not encrypt_database(file, KEY)

    assert file.read_bytes() == before


def test_a_copy_that_differs_leaves_the_original_where_it_is(tmp_path):
    file, copy = plain(tmp_path / "marac.sqlite3", ["one", "two"]), tmp_path / "copy.sqlite3"
    encrypt_database(plain(copy, ["one", "other"]), KEY)

    with pytest.raises(Differs):
        compare(file, copy, KEY)
    assert is_plain(file)


def test_killed_at_any_moment_it_can_be_run_again_and_loses_nothing(tmp_path):
    chance = random.Random(18)
    conversion = (
        "import sys; from pathlib import Path; from config.sqlcipher.convert import encrypt_database; "
        "print('begun', flush=True); encrypt_database(Path(sys.argv[1]), sys.argv[2])"
    )
    for number in range(8):
        folder = tmp_path / str(number)
        folder.mkdir()
        file = plain(folder / "marac.sqlite3")
        command = [sys.executable, "-c", conversion, str(file), KEY]
        running = subprocess.Popen(
            command, cwd=PROJECT, env=environment(folder, folder), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        with running:
            running.stdout.readline()
            time.sleep(chance.uniform(0, 0.12))
            running.send_signal(signal.SIGKILL)
        assert file.exists() or plain_beside(file).exists()

        encrypt_database(file, KEY)

        assert rows_in(file) == ROWS
        assert [path.name for path in folder.iterdir()] == ["marac.sqlite3"]


def test_the_command_encrypts_database_and_files_and_the_product_starts_again(tmp_path):
    home, keys = tmp_path / "home", tmp_path / "keys"
    (home / "files" / "ab").mkdir(parents=True)
    kept = home / "files" / "ab" / "abcd"
    kept.write_bytes(b"a referral in clear")
    plain(home / "marac.sqlite3", ["marker"])
    assert "Run `marac encrypt`" in marac("showmigrations", home=home, keys=keys).stderr

    done = marac("encrypt", home=home, keys=keys)

    assert (done.returncode, done.stderr) == (0, "")
    assert "is encrypted now" in done.stdout
    assert "Files: 1 encrypted now, 0 before." in done.stdout
    assert store.is_sealed(kept)
    assert b"clear" not in kept.read_bytes()
    assert marac("showmigrations", home=home, keys=keys).returncode == 0
