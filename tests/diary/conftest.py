"""A published series with a panel of people, and a real calendar server on this machine."""

import socket
import subprocess
import sys
from base64 import b64encode
from dataclasses import dataclass
from datetime import UTC, date, datetime
from datetime import time as clock
from time import sleep
from urllib.request import Request, urlopen

import pytest

from marac.access.roles import Role
from marac.diary.due import invite_due
from marac.series import operations as series
from marac.series.rules import Kind, Pattern, Plan
from tests import make

AT = datetime(2099, 1, 5, 9, 0, tzinfo=UTC)
FIRST_ON = date(2099, 3, 9)  # a Monday; British clocks go forward on 29 March 2099


SETTINGS = """
[server]
hosts = 127.0.0.1:{port}
[storage]
filesystem_folder = {home}
[auth]
type = none
[rights]
type = owner_only
[web]
type = none
[logging]
level = error
"""


@dataclass(frozen=True)
class Calendars:
    """Radicale, spoken to as a calendar program does (RFC 4791)."""

    address: str

    def put(self, name, calendar):
        self.ask("PUT", name, calendar.encode(), {"Content-Type": "text/calendar; charset=utf-8"})

    def get(self, name):
        return self.ask("GET", name).decode()

    def delete(self, name):
        self.ask("DELETE", name)

    def ask(self, method, name="", body=None, headers=None):
        as_ada = {"Authorization": f"Basic {b64encode(b'ada:ada').decode()}"}
        asked = Request(self.address + name, body, as_ada | (headers or {}), method=method)
        with urlopen(asked, timeout=10) as answer:
            return answer.read()


@pytest.fixture(scope="session")
def calendars(tmp_path_factory):
    home = tmp_path_factory.mktemp("radicale")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = home / "config"
    settings.write_text(SETTINGS.format(port=port, home=home / "kept"), encoding="utf-8")
    server = subprocess.Popen([sys.executable, "-m", "radicale", "--config", str(settings)])
    found = Calendars(f"http://127.0.0.1:{port}/ada/meetings/")
    try:
        _wait_for(port, server)
        found.ask("MKCALENDAR")
        yield found
    finally:
        server.terminate()
        server.wait(timeout=10)


def _wait_for(port, server):
    for _each in range(200):
        assert server.poll() is None, "Radicale did not start."
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            sleep(0.1)
        else:
            return
    raise AssertionError("Radicale does not answer.")


@pytest.fixture
def police(area):
    return make.agency("Northmoor Police", marac=area)


@pytest.fixture
def coordinator(area, police):
    return make.viewer(maracs=[area], agency=police)


@pytest.fixture
def ada(area, police):
    """Speaks for an agency of the panel."""
    user = make.user("Ada Quill")
    make.give_role(user, Role.REPRESENTATIVE, marac=area, agency=police)
    return user


@pytest.fixture
def published(area, coordinator, ada):
    """Two Mondays, one on either side of the change of the clocks."""
    days = {"first_on": FIRST_ON, "until_on": date(2099, 4, 7)}
    plan = Plan(
        kind=Kind.MEETING,
        pattern=Pattern.WEEKS,
        weeks=4,
        starts_at=clock(9, 30),
        ends_at=clock(12, 0),
        venue="Room 2",
        link="",
        **days,
    )
    return series.publish(viewer=coordinator, marac=area, plan=plan)


@pytest.fixture
def round_of():
    """What the tick does."""
    return lambda: invite_due(make.system(), AT)
