"""A real mail server on this machine, which can be told to refuse."""

import socket
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope


class Post:
    """What the server took; with `answer` set, it says that instead of taking; one that `dies` hangs up."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, Message]] = []
        self.answer = ""
        self.dies = False

    async def handle_DATA(self, server: Any, session: Any, envelope: Envelope) -> str:
        if self.dies:
            server.transport.abort()
            return ""
        if self.answer:
            return self.answer
        self.taken.append((envelope.rcpt_tos[0], message_from_bytes(envelope.content)))
        return "250 OK"

    @property
    def to(self) -> list[str]:
        return sorted(address for address, _message in self.taken)


@pytest.fixture
def post(settings: Any) -> Iterator[Post]:
    handler = Post()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Controller(handler, hostname="127.0.0.1", port=port)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_USE_TLS, settings.SITE_ADDRESS = False, "https://table.example.org"
    yield handler
    server.stop()
