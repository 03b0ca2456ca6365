"""The child process that reads one upload under limits of memory and time, and answers in JSON."""

import json
import resource
import sys
from typing import Any

from marac.kernel.refusal import Refusal
from marac.reading.referral import read

MEMORY = 768 * 1024 * 1024
SECONDS = 20
NOTHING_WRITTEN = 0


def limit() -> None:
    """No more memory, processor time or files than a form needs."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (NOTHING_WRITTEN, NOTHING_WRITTEN))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """The file's name on a line and then its bytes on standard input, JSON on standard output."""
    name = sys.stdin.buffer.readline().decode().rstrip("\n")
    content = sys.stdin.buffer.read()
    limit()
    try:
        answer: dict[str, Any] = {"reading": read(content, name).as_plain()}
    except Refusal as refusal:
        answer = {"refusal": refusal.constant, "values": refusal.values}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
