"""What people type, read and ask for stays out of the logs of a real server, and cannot forge a line of one."""

import os
import re
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client

from marac.access.roles import Role
from tests import make
from tests.repo import source

MARK = "Zanzibar"
FORGED = "\n2026-03-04 10:00:00,000 ERROR django.request: 500 GET forged\r\x1b[2J\x00"
LINE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} [A-Z]+ [\w.]+: [^\x00-\x1f\x7f]+")
TOKEN = "a" * 32
REFUSE = {
    "sqlite": "CREATE TRIGGER no_search BEFORE INSERT ON marac_auditevent WHEN NEW.kind = 'search' "
    f"BEGIN SELECT RAISE(ABORT, '{MARK} in an error'); END",
    "postgresql": "CREATE FUNCTION no_search() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    f"IF NEW.kind = 'search' THEN RAISE EXCEPTION '{MARK} %', NEW.details; END IF; RETURN NEW; END $$; "
    "CREATE TRIGGER no_search BEFORE INSERT ON marac_auditevent FOR EACH ROW EXECUTE FUNCTION no_search()",
}
UNDO = {
    "sqlite": "DROP TRIGGER no_search",
    "postgresql": "DROP TRIGGER no_search ON marac_auditevent; DROP FUNCTION no_search",
}


@pytest.fixture
def searches_fail(transactional_db):
    """A search cannot be written to the trail, and the database's error quotes something."""
    with connection.cursor() as cursor:
        cursor.execute(REFUSE[connection.vendor])
    yield
    with connection.cursor() as cursor:
        cursor.execute(UNDO[connection.vendor])


@pytest.fixture
def session(transactional_db):
    area = make.marac()
    client = Client()
    make.enter(client, make.member(Role.COORDINATOR, marac=area, agency=make.agency(marac=area)))
    return client.cookies["sessionid"].value


class Server:
    """Gunicorn as OPERATING.md starts it, on the database of the test."""

    def __init__(self, folder):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log = folder / "log"
        command = [sys.executable, "-m", "gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{self.port}"]
        command += ["--worker-class", "gthread", "--threads", "2", "--no-control-socket"]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(command, cwd=source.ROOT, env=environment(), stdout=log, stderr=log)
        self._wait()

    def _wait(self):
        until = time.monotonic() + 40
        while time.monotonic() < until:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.2)
        pytest.fail(self.log.read_text())

    def ask(self, method, path, body=None, **headers):
        asked = HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        asked.request(method, path, body, headers)
        return asked.getresponse().status

    def say(self, raw):
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as line:
            line.sendall(raw)
            line.recv(2000)

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=30)
        return self.log.read_bytes().decode(errors="replace")


def environment():
    found = connection.settings_dict
    url = f"sqlite://{found['NAME']}"
    if connection.vendor == "postgresql":
        where = f"{found['USER']}:{found['PASSWORD']}@" if found["USER"] else ""
        url = f"postgresql://{where}/{found['NAME']}?host={found['HOST']}&port={found['PORT'] or 5432}"
    kept = {name: value for name, value in os.environ.items() if name != "MARAC_HOSTS"}
    return kept | {"MARAC_DATABASE_URL": url, "PYTHONPATH": str(source.ROOT)}


def test_no_log_of_a_real_server_holds_what_people_type_or_can_be_forged_by_it(session, searches_fail, tmp_path):
    server = Server(tmp_path)
    cookies = f"sessionid={session}; csrftoken={TOKEN}"
    sent = {"Cookie": cookies, "X_CSRFToken": TOKEN, "Content_Type": "application/x-www-form-urlencoded"}

    statuses = [
        server.ask("GET", f"/people/{MARK}/?words={MARK}", Cookie=cookies),
        server.ask("GET", f"/{quote(MARK + FORGED)}", Cookie=cookies),
        server.ask("GET", "/cases/987654321/", Cookie=f"{cookies}; other={MARK}"),
        server.ask("POST", "/account/sign-in/", f"email={MARK}%40x.example.org&password={MARK}", Cookie=MARK),
        server.ask("POST", "/people/", f"words={quote(MARK + FORGED)}", **sent),
        server.ask("GET", "/people/", Cookie=cookies),
        server.ask("GET", "/", Host=f"{MARK}.example.org"),
        server.ask("GET", "/", Referer=f"http://{MARK}/", User_Agent=MARK, Cookie=cookies),
    ]
    server.say(f"GET /{MARK} HTTP/9.9\r\n{MARK}: {MARK}\r\n\r\n".encode())
    server.say(f"{MARK} \x01\x1b[2J\r\n\r\n".encode())
    log = server.stop()

    assert statuses == [404, 404, 404, 401, 302, 500, 400, 200]
    assert MARK.lower() not in log.lower()
    assert "forged" not in log
    assert [line for line in log.splitlines() if not LINE.fullmatch(line)] == []
    for said in ("404 GET cases/<int:pk>/", "404 GET no such address", "500 GET people/", "401 POST", "400 GET"):
        assert said in log
