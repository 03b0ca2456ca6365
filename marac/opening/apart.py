"""Works on an upload in a child process with limits, so that a hostile file harms that and nothing else."""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from marac.kernel.refusal import Refusal
from marac.kernel.text import _

SECONDS = 20
MEMORY = 768 * 1024 * 1024
NOTHING_WRITTEN = 0
LARGEST_ANSWER = 20 * 1024 * 1024
PROJECT = Path(__file__).resolve().parents[2]
COULD_NOT = _("This file could not be read. Open it, save a fresh copy, and upload that; or type the referral in.")
TOOK_TOO_LONG = _("This file took too long to read. Save a fresh copy of it and upload that.")


def ask_apart(module: str, content: bytes, name: str, *, seconds: float = SECONDS) -> dict[str, Any]:
    """What `answer` said in the child that runs this module. Anything that goes wrong there is a `Refusal` here."""
    # A file is often named after the victim, and everybody on the machine may see what a process is called with.
    told = f"{_harmless(name)}\n".encode() + content
    command = [sys.executable, "-m", module]
    try:
        child = subprocess.run(
            command, input=told, capture_output=True, timeout=seconds, cwd=PROJECT, env=_environment(), check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Refusal(TOOK_TOO_LONG) from error
    if child.returncode != 0 or len(child.stdout) > LARGEST_ANSWER:
        raise Refusal(COULD_NOT)
    said: dict[str, Any] = json.loads(child.stdout)
    if "refusal" in said:
        raise Refusal(said["refusal"], **said["values"])
    given: dict[str, Any] = said["answer"]
    return given


def answer(work: Callable[[bytes, str], dict[str, Any]]) -> None:
    """In the child: the file's name on a line and then its bytes on standard input, JSON on standard output."""
    name = sys.stdin.buffer.readline().decode().rstrip("\n")
    content = sys.stdin.buffer.read()
    limit()
    try:
        said: dict[str, Any] = {"answer": work(content, name)}
    except Refusal as refusal:
        said = {"refusal": refusal.constant, "values": refusal.values}
    sys.stdout.write(json.dumps(said))


def limit() -> None:
    """No more memory, processor time or files than a form needs."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (NOTHING_WRITTEN, NOTHING_WRITTEN))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _harmless(name: str) -> str:
    """A file name on one line, without folders or control characters."""
    bare = "".join(letter for letter in name.replace("\\", "/").rsplit("/", 1)[-1] if letter.isprintable())
    return bare[-120:] or "upload"


def _environment() -> dict[str, str]:
    """Nothing of our own environment but what finding the code needs: no keys, no database address."""
    return {"PYTHONPATH": str(PROJECT), "PATH": os.defpath, "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}
