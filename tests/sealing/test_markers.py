"""What was typed or uploaded stands nowhere on the disk, and no key stands where it could be found."""

import re
import tempfile
from pathlib import Path

import pytest
from django.conf import settings as configured
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from django.views.debug import SafeExceptionReporterFilter

from marac.access.roles import Role
from marac.mail import operations
from marac.mail.post import send_due
from marac.mail.rules import Kind
from marac.opening import apart
from tests import make
from tests.access.world import build
from tests.repo import source

SAMPLE = Path(__file__).resolve().parents[1] / "samples" / "intake" / "norbrook-tolliver.docx"
LETTERS = re.compile(rb"[A-Za-z0-9]{7,}")
WORD = re.compile(r"[A-Za-z0-9]{7,}")


def letters_in(*files):
    """What could be words, of all these files: in what is encrypted there is next to nothing of the kind."""
    return b"\n".join(run for file in files if file.exists() for run in LETTERS.findall(file.read_bytes())).decode()


def files_under(folder):
    return [path for path in Path(folder).rglob("*") if path.is_file()]


def texts_in_the_database():
    """Everything that any column of any table holds as text, read through the open database."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                yield from (value for value in row if isinstance(value, str))


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """A folder of its own for what is put aside for a moment."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_nothing_that_was_typed_or_uploaded_is_found_on_the_disk(transactional_db, client, temporary, settings):
    if connection.vendor != "sqlite" or "key" not in connection.settings_dict["OPTIONS"]:
        pytest.skip("the files of another database are its own")
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    world = build(timezone.localdate())
    make.enter(client, world.users[Role.COORDINATOR])
    document = SimpleUploadedFile(SAMPLE.name, SAMPLE.read_bytes())
    sent = client.post(reverse("referrals:upload"), {"marac": world.marac.pk, "file": document})
    shown = client.get(sent.url).content.decode()
    system = make.system(timezone.localdate())
    what = {"kind": Kind.MINUTES, "about": "meeting 1", "reference": "NM"}
    operations.notify(viewer=system, marac=world.marac, agencies=[world.own], **what)
    assert send_due(system, timezone.now) > 0

    typed = {word for text in texts_in_the_database() for word in WORD.findall(text)}
    database = [Path(str(connection.settings_dict["NAME"]) + ending) for ending in ("", "-wal", "-shm", "-journal")]
    kept = files_under(settings.FILES)
    on_the_disk = letters_in(*database, *kept, *files_under(temporary))
    names = {word for words in world.words.values() for word in words if not word.startswith("REF")}
    mails = letters_in(*files_under(settings.EMAIL_FILE_PATH))

    assert (sent.status_code, "Tolliver" in shown, len(kept) > 5, bool(mails)) == (302, True, True, True)
    assert {"Tolliver", "TallowHeld", "Refuge1Secret", "concernHeld"} <= typed
    assert len(typed) > 300
    assert database[1].stat().st_size > 0
    assert sorted(word for word in typed if word in on_the_disk) == []
    assert sorted(word for word in names | {"Tolliver", "Refuge1Secret"} if word in mails) == []


def test_the_search_of_the_disk_would_find_a_word(tmp_path):
    clear = tmp_path / "clear"
    clear.write_bytes(b"\x00\x17TallowHeld\x00")

    assert "TallowHeld" in letters_in(clear)


def all_keys():
    keys = [configured.DATA_KEY, configured.DATABASE_KEY, configured.FILES_KEY, configured.SEALING_KEY]
    texts = {configured.SECRET_KEY, configured.AUDIT_KEY.decode()}
    texts |= {each.hex() for each in keys} | {repr(each) for each in keys}
    return texts | {path.read_text().strip() for path in configured.MARAC_KEYS.glob("marac_*")}


@pytest.mark.django_db
def test_no_key_is_in_the_database():
    build(timezone.localdate())
    kept = "\n".join(texts_in_the_database())

    assert [number for number, key in enumerate(sorted(all_keys())) if key in kept] == []


def test_no_key_is_in_the_repository():
    held = "\n".join(source.text(path) for path in source.files())

    assert [number for number, key in enumerate(sorted(all_keys())) if key in held] == []
    assert [path for path in source.files() if re.fullmatch(r"marac_(?:data|secret|audit)_key.*", path.name)] == []
    assert "/keys/" in (source.ROOT / ".gitignore").read_text().split()


def test_no_error_report_shows_a_key():
    shown = repr(SafeExceptionReporterFilter().get_safe_settings())

    assert configured.DEBUG is False
    assert [number for number, key in enumerate(sorted(all_keys())) if key in shown] == []


def test_what_reads_uploads_is_given_no_key_and_no_address_of_the_data():
    assert set(apart._environment()) == {"PYTHONPATH", "PATH", "PYTHONIOENCODING", "PYTHONDONTWRITEBYTECODE"}


def test_no_key_is_in_the_list_of_processes():
    """Keys come from files or the environment, never as an argument: nothing that we run or advise gives one."""
    lines = Path("/proc/self/cmdline").read_bytes().decode(errors="replace")
    advised = "\n".join(
        source.text(path) for path in source.files() if path.parts[-2] == "script" or path.suffix == ".md"
    )

    assert [number for number, key in enumerate(sorted(all_keys())) if key in lines] == []
    assert re.findall(r"--(?:data-|secret-|audit-)?key[ =]", advised) == []
