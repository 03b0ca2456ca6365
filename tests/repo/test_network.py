"""That the guard against the network holds: a test which reaches another machine fails."""

import socket
import threading
from urllib.request import urlopen

import pytest

from tests.network import NetworkRefused, is_here


def test_a_connection_to_another_machine_is_refused():
    with pytest.raises(NetworkRefused):
        socket.create_connection(("192.0.2.1", 443), timeout=1)


def test_a_datagram_to_another_machine_is_refused():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender, pytest.raises(NetworkRefused):
        sender.sendto(b"anyone?", ("192.0.2.1", 53))


def test_a_look_up_of_another_machine_is_refused():
    with pytest.raises(NetworkRefused):
        socket.getaddrinfo("agency.example.org", 443)


def test_a_library_that_fetches_a_page_is_refused():
    with pytest.raises(NetworkRefused):
        urlopen("http://agency.example.org/", timeout=1)


def test_this_machine_can_be_reached():
    with socket.create_server(("127.0.0.1", 0)) as server:
        greeter = threading.Thread(target=lambda: server.accept()[0].sendall(b"here"))
        greeter.start()
        with socket.create_connection(server.getsockname()) as caller:
            said = caller.recv(4)
        greeter.join()

    assert said == b"here"


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", True),
        ("127.8.9.1", True),
        ("::1", True),
        ("localhost", True),
        ("192.0.2.1", False),
        ("2001:db8::1", False),
    ],
)
def test_only_loopback_counts_as_this_machine(host: str, expected: bool):
    assert is_here(host) == expected
