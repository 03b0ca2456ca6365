"""The child process that looks at one message under limits of memory and time, and answers in JSON."""

from typing import Any

from marac.incoming.look import look_at
from marac.opening.apart import answer


def look(content: bytes, name: str) -> dict[str, Any]:
    return look_at(content, name).as_plain()


if __name__ == "__main__":
    answer(look)
