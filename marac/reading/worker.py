"""The child process that reads one upload."""

import json
from typing import Any

from marac.opening.apart import answer
from marac.reading.referral import read
from marac.vocabulary.lessons import Lesson


def reading(told: bytes, name: str) -> dict[str, Any]:
    """`told` is the lessons as JSON on a line, and then the upload."""
    taught, _line, content = told.partition(b"\n")
    return read(content, name, [Lesson.from_plain(held) for held in json.loads(taught)]).as_plain()


if __name__ == "__main__":
    answer(reading)
