"""No test may reach beyond this machine: a hook in Python itself refuses, whatever library is asking."""

import ipaddress
import sys
from typing import Any

HERE = {"localhost", "localhost.", "", None}


class NetworkRefused(Exception):
    """A test tried to reach another machine, or to ask for one by name."""


def block() -> None:
    """From now on, and for good: hooks cannot be taken away."""
    sys.addaudithook(_refuse)


def is_here(host: Any) -> bool:
    """True for this machine: by its usual name, or by an address of the loopback range."""
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host in HERE:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
        address = arguments[1]
        # A UNIX socket has a path for an address, and no address is given once connected.
        if isinstance(address, tuple) and not is_here(address[0]):
            raise NetworkRefused(f"A test tried to reach {address[0]}. Tests reach this machine only.")
    elif event in {"socket.getaddrinfo", "socket.gethostbyname"} and not is_here(arguments[0]):
        raise NetworkRefused(f"A test tried to look up {arguments[0]!r}. Tests reach this machine only.")
