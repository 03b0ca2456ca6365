"""Asks clamd whether a file holds something harmful, before anything opens it.

clamd's INSTREAM is a few lines; its clients on PyPI are unkept or under a licence that ours cannot take in
(docs/decisions/0042). Where MARAC_CLAMD names no scanner, nothing is asked, and the record says so.
"""

import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings

from marac.documents.models import Scan

SECONDS = 20
PIECE = 64 * 1024
LONGEST_ANSWER = 4096
LONGEST_NAME = 200


@dataclass(frozen=True)
class Scanned:
    """The bytes of a file with what the scanner said of them; `found` is its name for what is harmful."""

    content: bytes
    scan: Scan
    found: str = ""


def scan(content: bytes) -> Scanned:
    """Ask of a file from outside. It takes as long as the scanner does, so never inside an operation."""
    if not settings.CLAMD:
        return Scanned(content, Scan.NOT_SCANNED)
    try:
        answer = _answer(content)
    except OSError:
        answer = ""
    if answer == "stream: OK":
        return Scanned(content, Scan.CLEAN)
    if answer.endswith(" FOUND"):
        found = answer.removeprefix("stream: ").removesuffix(" FOUND")
        return Scanned(content, Scan.HARMFUL, found[:LONGEST_NAME])
    return Scanned(content, Scan.WAITING)  # away, too busy, or the file is larger than the scanner takes


def made_here(content: bytes) -> Scanned:
    """A file of our own making."""
    return Scanned(content, Scan.OURS)


def _answer(content: bytes) -> str:
    with _connected(settings.CLAMD) as line:
        line.sendall(b"zINSTREAM\0")
        for at in range(0, len(content), PIECE):
            piece = content[at : at + PIECE]
            line.sendall(struct.pack("!L", len(piece)) + piece)
        line.sendall(struct.pack("!L", 0))
        answer = b""
        while (more := line.recv(LONGEST_ANSWER)) and len(answer) < LONGEST_ANSWER:
            answer += more
    return answer.decode("utf-8", "replace").strip("\0\n ")


@contextmanager
def _connected(where: str) -> Iterator[socket.socket]:
    """`where` is the path of a socket, or a host and a port with a colon between."""
    if where.startswith("/"):
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(SECONDS)
            line.connect(where)
            yield line
    else:
        host, _colon, port = where.rpartition(":")
        with socket.create_connection((host, int(port)), timeout=SECONDS) as line:
            yield line
