"""marac rotate-keys: everything opens with the new key and nothing with the old one, whenever it is killed."""

import random
import shutil
import signal
import subprocess
import sys
import time
from base64 import b64decode, b64encode
from pathlib import Path
from typing import ClassVar

import pytest
from django.db import connection, models

from config import keys, start
from config.databases import database
from config.rotation import change_keys, reseal_columns
from config.sqlcipher.opening import opens
from marac.documents import store
from marac.kernel.sealed import Broken, derive, id_of, seal, unseal
from tests.sealing.folders import PROJECT, encrypted, environment, marac, open_with, rows_in

ROWS = [f"{number} " + "x" * 700 for number in range(4000)]
CONTENTS = [f"referral {number}".encode() * 40 for number in range(30)]


def hexed(key, purpose):
    return derive(key, purpose).hex()


@pytest.fixture
def installation(tmp_path, settings):
    """A folder of data and one of keys; gives the key."""
    key = keys.data_key(tmp_path / "keys", is_needed=False)
    home = tmp_path / "home"
    home.mkdir()
    encrypted(home / "marac.sqlite3", hexed(key, "database"), ROWS)
    settings.FILES, settings.FILES_KEY = home / "files", derive(key, "files")
    for content in CONTENTS:
        store.keep(content)
    return key


def no_columns(old, new):
    return []


def contents(folder, key, settings):
    """What the files hold, opened with this key."""
    settings.FILES, settings.FILES_KEY = folder / "files", derive(key, "files")
    found = []
    for place in store.kept_files(folder / "files"):
        kept = place.read_bytes()
        found.append(store._unsealed(kept, place.name, settings.FILES_KEY))
    return sorted(found)


def change(where, key):
    return change_keys(where / "keys", key, where / "home" / "marac.sqlite3", where / "home" / "files", no_columns)


def assert_changed(where, old, settings):
    """All is there under the key that the folder holds now, and the old key opens nothing of it."""
    new = keys.data_key(where / "keys", is_needed=True)
    file = where / "home" / "marac.sqlite3"
    assert new != old
    assert rows_in(file, hexed(new, "database")) == ROWS
    assert contents(where / "home", new, settings) == sorted(CONTENTS)
    assert not opens(file, hexed(old, "database"))
    for place in store.kept_files(where / "home" / "files"):
        with pytest.raises(Broken):
            store._unsealed(place.read_bytes(), place.name, derive(old, "files"))
    assert not keys.coming_file(where / "keys").exists()
    assert keys.last_file(where / "keys", old).exists()


def test_everything_opens_with_the_new_key_and_nothing_with_the_old_one(installation, tmp_path, settings):
    done = change(tmp_path, installation)

    assert (done.files, done.broken) == (len(CONTENTS), ())
    assert_changed(tmp_path, installation, settings)


CHANGE = """
import sys
from pathlib import Path
from typing import ClassVar
from config.keys import data_key
from config.rotation import change_keys
where = Path(sys.argv[1])
key = data_key(where / "keys", is_needed=True)
print("begun", flush=True)
change_keys(where / "keys", key, where / "home/marac.sqlite3", where / "home/files", lambda old, new: [])
print("done", flush=True)
"""


def test_killed_at_any_moment_it_can_be_run_again_and_nothing_is_lost(installation, tmp_path, settings):
    chance, stopped = random.Random(4), set()
    for number in range(6):
        where = tmp_path / str(number)
        for folder in ("home", "keys"):
            shutil.copytree(tmp_path / folder, where / folder)
        for _ in range(2):
            if not keys.last_file(where / "keys", installation).exists():
                stopped.add(killed_after(chance.uniform(0, 0.3), where))
        if keys.coming_file(where / "keys").exists() or not keys.last_file(where / "keys", installation).exists():
            change(where, installation)
        assert_changed(where, installation, settings)
        shutil.rmtree(where)
    assert "in the midst" in stopped


def killed_after(seconds, where):
    """How far it had come."""
    running = subprocess.Popen(
        [sys.executable, "-c", CHANGE, str(where)],
        cwd=PROJECT,
        env=environment(where, where),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    with running:
        running.stdout.readline()
        time.sleep(seconds)
        running.send_signal(signal.SIGKILL)
        finished = b"done" in running.stdout.read()
    return "done" if finished else "in the midst" if keys.coming_file(where / "keys").exists() else "before"


def test_a_file_that_neither_key_opens_is_named_and_left_and_the_change_goes_on(installation, tmp_path, settings):
    broken = next(store.kept_files(settings.FILES))
    broken.write_bytes(b"in clear")

    done = change(tmp_path, installation)

    assert (done.files, done.broken) == (len(CONTENTS) - 1, (f"file {broken.name}",))
    assert broken.read_bytes() == b"in clear"


def test_a_database_that_neither_key_opens_stops_the_change(installation, tmp_path):
    with pytest.raises(keys.CannotStart, match="Neither the key in"):
        change(tmp_path, bytes(32))
    assert rows_in(tmp_path / "home" / "marac.sqlite3", hexed(installation, "database")) == ROWS


class Secret(models.Model):
    """A table that only this test has."""

    owner = models.IntegerField()
    as_bytes = models.BinaryField(default=b"")
    as_text = models.TextField(default="")
    SEALED: ClassVar = {"as_bytes": "sealed_for", "as_text": "sealed_for"}

    class Meta:
        app_label = "sealing"
        managed = False

    def __str__(self):
        return f"secret {self.pk}"

    def sealed_for(self):
        return f"secret:{self.owner}".encode()


def test_sealed_columns_are_given_the_new_key(transactional_db):
    old, new = bytes(32), bytes(range(32))
    first = seal(b"secret", key=derive(old, "columns"), context=b"secret:7")
    with connection.schema_editor() as editor:
        editor.create_model(Secret)
    try:
        Secret.objects.create(owner=7, as_bytes=first, as_text=b64encode(first).decode())
        Secret.objects.create(owner=8)
        Secret.objects.create(owner=9, as_bytes=first)

        said = reseal_columns(old, new, [Secret])

        assert said == [True, False, "sealing.Secret 3, as_bytes", True, False, False]
        row = Secret.objects.get(owner=7)
        for kept in (bytes(row.as_bytes), b64decode(row.as_text)):
            assert unseal(kept, key=derive(new, "columns"), context=b"secret:7") == b"secret"
            with pytest.raises(Broken):
                unseal(kept, key=derive(old, "columns"), context=b"secret:7")
        assert reseal_columns(old, new, [Secret])[:2] == [False, False]
    finally:
        with connection.schema_editor() as editor:
            editor.delete_model(Secret)


def test_the_command_changes_the_key_of_a_whole_installation(tmp_path):
    home, folder = tmp_path / "home", tmp_path / "keys"
    assert marac("migrate", "--verbosity", "0", home=home, keys=folder).returncode == 0
    before = keys.key_file(folder).read_text()

    done = marac("rotate-keys", home=home, keys=folder)

    assert (done.returncode, done.stderr) == (0, "")
    assert "0 files and 0 columns" in done.stdout
    assert before not in done.stdout
    assert keys.key_file(folder).read_text() != before
    new = keys.data_key(folder, is_needed=True)
    trail = open_with(home / "marac.sqlite3", hexed(new, "database"))
    said = "SELECT count(*) FROM marac_auditevent WHERE name = 'DataKeyChanged' AND details LIKE ?"
    assert trail.execute(said, [f"%{id_of(new).hex()}%"]).fetchone() == (1,)
    start.check(database("", home, derive(new, "database")), home / "files", derive(new, "files"), folder)


def test_a_key_from_the_environment_cannot_be_changed_here(tmp_path, monkeypatch):
    monkeypatch.setenv("MARAC_DATA_KEY", "x" * 40)

    with pytest.raises(keys.CannotStart, match="keep the key in a file"):
        keys.coming_key(Path(tmp_path))
    assert list(tmp_path.iterdir()) == []
