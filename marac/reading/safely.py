"""Reads an upload in a child process, so that a hostile file harms one upload and nothing else."""

from marac.opening import guard
from marac.opening.apart import SECONDS, ask_apart
from marac.reading.record import Reading


def read_safely(content: bytes, name: str, *, seconds: float = SECONDS) -> Reading:
    """As `read`, apart from this process. Anything that goes wrong there is a `Refusal` here."""
    guard.check_file(content, name)
    return Reading.from_plain(ask_apart("marac.reading.worker", content, name, seconds=seconds))
