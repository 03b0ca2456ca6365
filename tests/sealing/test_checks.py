"""marac check --deploy warns of what would give data or keys away."""

import pytest

from config.checks import closed_to_others, database_is_encrypted, files_are_scanned, keys_are_apart


@pytest.mark.parametrize(
    ("engine", "said"),
    [
        ("config.sqlcipher", []),
        ("django.db.backends.postgresql", []),
        ("django.db.backends.sqlite3", ["marac.W001"]),
    ],
)
def test_a_database_in_clear_is_warned_of(engine, said):
    assert [each.id for each in database_is_encrypted(engine)] == said


@pytest.mark.parametrize(
    ("home", "keys", "said"),
    [
        ("data", "keys", []),
        ("data", "data/keys", ["marac.W002"]),
        ("data", "data", ["marac.W002"]),
        ("keys/data", "keys", ["marac.W002"]),
    ],
)
def test_keys_and_data_in_one_folder_are_warned_of(tmp_path, home, keys, said):
    assert [each.id for each in keys_are_apart(tmp_path / home, tmp_path / keys)] == said


@pytest.mark.parametrize(("mode", "said"), [(0o700, []), (0o750, ["marac.W003"]), (0o705, ["marac.W003"])])
def test_a_folder_that_others_may_look_into_is_warned_of(tmp_path, mode, said):
    folder = tmp_path / "keys"
    folder.mkdir()
    folder.chmod(mode)

    assert [each.id for each in closed_to_others(folder, 0o077)] == said
    assert closed_to_others(tmp_path / "not made yet", 0o077) == []


@pytest.mark.parametrize(("clamd", "said"), [("/run/clamav/clamd.ctl", []), ("", ["marac.W005"])])
def test_files_that_nothing_scans_are_warned_of(clamd, said):
    assert [each.id for each in files_are_scanned(clamd)] == said
