"""A process of its own on the test's database and files, that can be killed.

python -m tests.elsewhere NAME FILES FUNCTION WORDS
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable

import django
from django.conf import settings
from django.db import connection
from django.utils.module_loading import import_string

from tests.repo import source


def start(function: str, *words: object) -> subprocess.Popen[str]:
    """Calls a function, by its dotted name, with words; the process says "begins" first."""
    told = str(connection.settings_dict["NAME"]), str(settings.FILES), function, *map(str, words)
    return subprocess.Popen(
        [sys.executable, "-m", "tests.elsewhere", *told], cwd=source.ROOT, stdout=subprocess.PIPE, text=True
    )


def kill_when(child: subprocess.Popen[str], so_far: Callable[[], bool]) -> None:
    """Lets it run until then, and kills it as the kernel kills: with no chance to tidy up."""
    deadline = time.monotonic() + 120
    while not so_far() and child.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    kill(child)


def kill(child: subprocess.Popen[str]) -> None:
    child.send_signal(signal.SIGKILL)
    child.wait()
    assert child.stdout is not None
    child.stdout.close()


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ["MARAC_SEES"] = "everything"
    django.setup()
    connection.settings_dict["NAME"], settings.FILES, name, *rest = sys.argv[1:]
    print("begins", flush=True)
    import_string(name)(*rest)
