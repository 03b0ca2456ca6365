"""Two worker processes of one server: a code goes once between them, and guesses are counted together."""

import base64
import os
import re
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.cookiejar import CookieJar
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

from tests import make
from tests.repo import source

# Makes the tables from the models, and somebody who signs in.
PREPARE = """
import base64, django
django.setup()
from django.conf import settings
from django.core.management import call_command
settings.MIGRATION_MODULES = {"marac": None}
call_command("migrate", run_syncdb=True, verbosity=0)
from marac.access.roles import Role
from tests import make
area = make.marac()
user = make.member(Role.CHAIR, marac=area, agency=make.agency(marac=area), password=make.PASSWORD)
print(user.email, base64.b32encode(make.factor(user)).decode())
"""
WAIT = "Too many tries."


def free_port():
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


@contextmanager
def server(environment, port, *more):
    command = [sys.executable, "-m", "gunicorn", "config.wsgi", "--workers", "2", "--threads", "4", *more]
    command += ["--bind", f"127.0.0.1:{port}", "--log-level", "error", "--no-control-socket"]
    running = subprocess.Popen(command, cwd=source.ROOT, env=environment)
    try:
        wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        running.wait(20)


def wait_for(port):
    for _each in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError


def client():
    return build_opener(HTTPCookieProcessor(CookieJar()))


def send(client, address, **typed):
    """What the page says after its form was sent: where one came to, and its text."""
    page = client.open(address).read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
    answer = client.open(address, urlencode(typed | {"csrfmiddlewaretoken": token}).encode())
    return answer.url, answer.read().decode()


def prepared(tmp_path):
    """The environment of an installation of its own, and who signs in there: e-mail and secret of their app."""
    environment = os.environ | {
        "MARAC_HOME": str(tmp_path / "home"),
        "MARAC_KEYS": str(tmp_path / "keys"),
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "PYTHONPATH": str(source.ROOT),
    }
    environment.pop("MARAC_DATABASE_URL", None)
    made = subprocess.run([sys.executable, "-c", PREPARE], env=environment, capture_output=True, text=True, check=True)
    return environment, *made.stdout.split()


def test_two_workers_take_a_code_once_and_count_guesses_together(tmp_path):
    environment, email, secret = prepared(tmp_path)
    port, right = free_port(), {"email": email, "password": make.PASSWORD}

    with server(environment, port) as site, ThreadPoolExecutor(4) as together:
        clients = [client() for _each in range(4)]
        for each in clients:
            send(each, f"{site}/account/sign-in/", **right)
        code = make.code_of(base64.b32decode(secret))
        signed = list(together.map(lambda each: send(each, f"{site}/account/sign-in/second/", code=code)[0], clients))
        guess = {"email": email, "password": "wrong"}
        pages = list(together.map(lambda _: send(client(), f"{site}/account/sign-in/", **guess)[1], range(12)))
    with server(environment, port) as site:
        after = send(client(), f"{site}/account/sign-in/", **right)[1]

    assert sorted(url == f"{site}/" for url in signed) == [False, False, False, True]
    assert sum(WAIT in page for page in pages) == 7
    assert WAIT in after
