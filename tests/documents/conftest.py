"""A real clamd on this machine, which knows one harmful thing: a mark of our own invention."""

import subprocess
import time
from pathlib import Path

import pytest

MARK = b"openmarac-invented-harm"
SETTINGS = """
LocalSocket {folder}/socket
DatabaseDirectory {folder}/known
TemporaryDirectory {folder}
Foreground yes
StreamMaxLength 1M
"""


def _started(folder: Path) -> subprocess.Popen[bytes]:
    (folder / "known").mkdir(exist_ok=True)
    (folder / "known" / "ours.ndb").write_text(f"Invented.Harm:0:*:{MARK.hex()}\n")
    (folder / "clamd.conf").write_text(SETTINGS.format(folder=folder))
    (folder / "socket").unlink(missing_ok=True)
    process = subprocess.Popen(
        ["/usr/sbin/clamd", f"--config-file={folder / 'clamd.conf'}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
    )
    until = time.monotonic() + 30
    while not (folder / "socket").exists():
        assert process.poll() is None, "clamd did not start"
        assert time.monotonic() < until, "clamd took too long to start"
        time.sleep(0.05)
    return process


@pytest.fixture(scope="session")
def running_clamd(tmp_path_factory):
    folder = tmp_path_factory.mktemp("clamd")
    process = _started(folder)
    yield folder / "socket"
    process.terminate()
    process.wait(20)


@pytest.fixture
def clamd(running_clamd, settings):
    settings.CLAMD = str(running_clamd)
    return running_clamd


@pytest.fixture
def no_clamd(settings, tmp_path):
    """It is named, and does not answer."""
    settings.CLAMD = str(tmp_path / "nobody")
