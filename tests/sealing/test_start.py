"""A key that is wrong or missing stops the start with one line, and changes nothing."""

import fcntl
import os
import subprocess
import sys

import pytest

from config import keys, start
from config.databases import database
from marac.documents import store
from tests.sealing.folders import KEY, OTHER, PROJECT, digests, encrypted, environment, marac

FILES_KEY, OTHER_FILES_KEY = bytes(32), bytes(range(32))


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def keys_folder(tmp_path):
    folder = tmp_path / "keys"
    folder.mkdir(mode=0o700)
    return folder


def check(home, keys_folder, *, key=KEY, url="", files_key=FILES_KEY):
    start.check(database(url, home, bytes.fromhex(key)), home / "files", files_key, keys_folder)


def refused(home, keys_folder, **more):
    """What the start says, after which every byte is as it was."""
    before = digests(home) | digests(keys_folder)
    with pytest.raises(keys.CannotStart) as reason:
        check(home, keys_folder, **more)
    assert digests(home) | digests(keys_folder) == before
    return str(reason.value)


def test_nothing_kept_yet_and_the_right_key_both_start(home, keys_folder):
    check(home, keys_folder)
    encrypted(home / "marac.sqlite3")
    check(home, keys_folder)


def test_another_key_is_refused_in_one_line(home, keys_folder):
    encrypted(home / "marac.sqlite3")

    said = refused(home, keys_folder, key=OTHER)

    assert said.endswith("Put the key back that the data were sealed with. Nothing was changed.")
    assert "\n" not in said


def test_another_key_is_refused_while_somebody_has_the_database_open(home, keys_folder):
    held = encrypted(home / "marac.sqlite3")
    from_another = subprocess.Popen(
        [sys.executable, "-c", _WRITES_AND_WAITS, str(held), KEY],
        cwd=PROJECT,
        env=environment(home, keys_folder),
        stdout=subprocess.PIPE,
        stdin=subprocess.PIPE,
    )
    with from_another:
        from_another.stdout.readline()
        assert "does not open" in refused(home, keys_folder, key=OTHER)
        check(home, keys_folder)
        from_another.kill()
    assert "does not open" in refused(home, keys_folder, key=OTHER)


_WRITES_AND_WAITS = """
import sys
from pathlib import Path
from tests.sealing.folders import open_with
connection = open_with(Path(sys.argv[1]), sys.argv[2])
connection.execute("INSERT INTO note (text) VALUES ('in the log')")
print("written", flush=True)
sys.stdin.read()
"""


def test_a_plain_database_is_recognised_and_the_line_says_what_to_do(home, keys_folder):
    (home / "marac.sqlite3").write_bytes(b"SQLite format 3\x00" + bytes(4080))

    said = refused(home, keys_folder)

    assert "is not encrypted. Run `marac encrypt`" in said
    assert f"MARAC_DATABASE_URL=sqlite-plain://{home}/marac.sqlite3" in said
    check(home, keys_folder, url=f"sqlite-plain://{home}/marac.sqlite3")


def test_an_encrypted_database_named_as_a_plain_one_is_refused(home, keys_folder):
    encrypted(home / "marac.sqlite3")

    assert "is encrypted. Name it as sqlite://" in refused(
        home, keys_folder, url=f"sqlite-plain://{home}/marac.sqlite3"
    )


def test_files_of_another_key_or_of_none_are_refused_on_any_database(home, keys_folder, settings):
    settings.FILES, settings.FILES_KEY = home / "files", FILES_KEY
    stored_as = store.keep(b"a referral")
    check(home, keys_folder, url="postgres:///marac")

    assert "does not open the files" in refused(home, keys_folder, files_key=OTHER_FILES_KEY, url="postgres:///marac")
    (home / "files" / stored_as[:2] / stored_as).write_bytes(b"a referral in clear")
    assert refused(home, keys_folder) == "The files are not encrypted. Run `marac encrypt`."


def test_what_was_broken_off_is_named(home, keys_folder):
    (home / "marac.sqlite3.plain").write_bytes(b"")
    assert "`marac encrypt` again" in refused(home, keys_folder)

    keys.coming_file(keys_folder).write_text("x" * 86)
    assert "`marac rotate-keys` again" in refused(home, keys_folder)


def test_a_key_is_made_for_its_owner_once(keys_folder):
    made = keys.data_key(keys_folder, is_needed=False)

    assert keys.key_file(keys_folder).stat().st_mode & 0o777 == 0o600
    assert [path.name for path in keys_folder.iterdir()] == ["marac_data_key"]
    assert keys.data_key(keys_folder, is_needed=True) == made


def test_a_missing_key_is_not_made_anew_over_sealed_data(keys_folder):
    with pytest.raises(keys.CannotStart, match=r"their key .*marac_data_key is missing. Put it back"):
        keys.data_key(keys_folder, is_needed=True)
    assert list(keys_folder.iterdir()) == []


def test_what_makes_a_key_needed(home):
    database_file, files = home / "marac.sqlite3", home / "files"
    assert not keys.holds_sealed(database_file, files)

    database_file.write_bytes(b"SQLite format 3\x00")
    assert not keys.holds_sealed(database_file, files)

    (files / "ab").mkdir(parents=True)
    (files / "ab" / "abcd").write_bytes(b"in clear")
    assert not keys.holds_sealed(database_file, files)

    (files / "ab" / "abcd").write_bytes(store.MARK)
    assert keys.holds_sealed(database_file, files)
    database_file.write_bytes(b"anything else")
    assert keys.holds_sealed(database_file, home / "nothing")


def test_a_short_key_from_the_environment_is_refused(keys_folder, monkeypatch):
    monkeypatch.setenv("MARAC_DATA_KEY", "short")

    with pytest.raises(keys.CannotStart, match="shorter than 32"):
        keys.data_key(keys_folder, is_needed=False)


def test_what_changes_keys_waits_until_nothing_else_runs(home):
    running = os.open(home, os.O_RDONLY)
    fcntl.flock(running, fcntl.LOCK_SH)
    with pytest.raises(keys.CannotStart, match=r"is running\. Stop it"):
        start.hold(home, fcntl.LOCK_EX)
    start.hold(home, fcntl.LOCK_SH)
    os.close(running)
    os.close(start.held.pop())

    start.hold(home, fcntl.LOCK_EX)
    with pytest.raises(keys.CannotStart, match="Try again when that is done"):
        start.hold(home, fcntl.LOCK_SH)
    os.close(start.held.pop())


def test_a_command_says_one_line_and_leaves_all_as_it_was(home, keys_folder):
    encrypted(home / "marac.sqlite3")
    before = digests(home)

    without = marac("migrate", home=home, keys=keys_folder)
    other = marac("migrate", home=home, keys=keys_folder, MARAC_DATA_KEY="x" * 40)

    for ended, said in ((without, "is missing. Put it back"), (other, "does not open")):
        assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (1, "", 1), ended.stderr
        assert said in ended.stderr
    assert digests(home) == before
    assert not (keys_folder / "marac_data_key").exists()


def test_the_server_says_the_line_and_ends_instead_of_trying_for_ever(home, keys_folder):
    encrypted(home / "marac.sqlite3")
    before = digests(home)
    server = [sys.executable, "-m", "gunicorn", "config.wsgi", "--bind", "127.0.0.1:0", "--log-level", "error"]

    ended = subprocess.run(
        [*server, "--no-control-socket"],
        cwd=PROJECT,
        env=environment(home, keys_folder, MARAC_DATA_KEY="x" * 40),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert ended.returncode != 0
    assert "does not open" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert digests(home) == before
