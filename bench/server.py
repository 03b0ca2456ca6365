"""A real server, as OPERATING.md starts it, and how much memory its processes hold after they have worked."""

import http.cookiejar
import re
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PASSWORD = "invented people only"
PLACES = (
    *("/", "/cases/", "/referrals/", "/meetings/", "/actions/", "/research/", "/flags/", "/flags/gaps/"),
    *("/people/", "/settings/", "/reports/return/"),
)
LINK = re.compile(r'href="(/(?:cases|referrals|meetings|actions|research|people)/[0-9]+/)"')
AT_ONCE = 4


@dataclass(frozen=True)
class Memory:
    """Megabytes. `now` shares what processes share between them; `peak` is the most that one worker ever held."""

    now: int
    peak: int
    processes: int
    answered: int


def memory_of(root: Path, where: dict[str, str], *, times: int) -> Memory:
    """People sign in one after the other (each sign-in takes 100 MB while its password is hashed), and work at once."""
    with serving(root, where) as (address, pid):
        people = [signed_in(address) for _each in range(AT_ONCE)]
        with ThreadPoolExecutor(AT_ONCE) as at_once:
            answered = sum(at_once.map(lambda person: browse(person, address, times), people))
        processes = [pid, *_children(pid)]
        held = sum(_kilobytes(each, "smaps_rollup", "Pss:") for each in processes)
        peak = max(_kilobytes(each, "status", "VmHWM:") for each in processes)
    return Memory(now=held // 1024, peak=peak // 1024, processes=len(processes), answered=answered)


@contextmanager
def serving(root: Path, where: dict[str, str], application: str = "config.wsgi") -> Iterator[tuple[str, int]]:
    """The address of a server with two workers, and the process number of its master."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}"]
    command += ["--worker-class", "gthread", "--workers", "2", "--threads", "4", "--timeout", "60"]
    command += ["--no-control-socket", "--log-level", "warning"]
    server = subprocess.Popen(command, cwd=root, env=where | {"PORT": str(port)})
    try:
        _wait_for(port, server)
        yield f"http://127.0.0.1:{port}", server.pid
    finally:
        server.terminate()
        server.wait(timeout=30)


def signed_in(address: str) -> urllib.request.OpenerDirector:
    """Somebody with cookies of their own, signed in as the coordinator."""
    person = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    form = {"email": "coordinator@fellshire.example.org", "password": PASSWORD}
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', _read(person, f"{address}/account/sign-in/"))
    assert token is not None
    sent = urllib.parse.urlencode(form | {"csrfmiddlewaretoken": token[1]}).encode()
    person.open(f"{address}/account/sign-in/", sent).read()
    return person


def browse(person: urllib.request.OpenerDirector, address: str, times: int) -> int:
    """Open every place and the first records that each of them links to; how many pages answered."""
    answered = 0
    for place in PLACES * max(1, times // 20):
        links = LINK.findall(_read(person, address + place))
        first = list(dict.fromkeys(links))[:5]
        for link in first:
            _read(person, address + link)
        answered += 1 + len(first)
    return answered


def _read(opener: urllib.request.OpenerDirector, address: str) -> str:
    with opener.open(address) as answer:
        text: str = answer.read().decode()
        return text


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    for _each in range(300):
        if server.poll() is not None:
            raise SystemExit("The server did not start.")
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("The server does not answer.")


def _children(pid: int) -> list[int]:
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _kilobytes(pid: int, file: str, name: str) -> int:
    lines = Path(f"/proc/{pid}/{file}").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name))
