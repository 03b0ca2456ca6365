"""Reads an upload in a child process, so that a hostile file harms one upload and nothing else."""

import json
from collections.abc import Sequence

from marac.opening import guard
from marac.opening.apart import SECONDS, ask_apart
from marac.reading.record import Reading
from marac.vocabulary.lessons import Lesson


def read_safely(content: bytes, name: str, lessons: Sequence[Lesson] = (), *, seconds: float = SECONDS) -> Reading:
    """As `read`, apart from this process. Anything that goes wrong there is a `Refusal` here."""
    guard.check_file(content, name)
    taught = json.dumps([lesson.as_plain() for lesson in lessons]).encode()
    return Reading.from_plain(ask_apart("marac.reading.worker", taught + b"\n" + content, name, seconds=seconds))
