"""The child process that reads one upload."""

from typing import Any

from marac.opening.apart import answer
from marac.reading.referral import read


def reading(content: bytes, name: str) -> dict[str, Any]:
    return read(content, name).as_plain()


if __name__ == "__main__":
    answer(reading)
