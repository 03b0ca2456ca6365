"""Reads an upload in a child process, so that a hostile file harms one upload and nothing else."""

import json
import os
import subprocess
import sys
from pathlib import Path

from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.opening import guard
from marac.reading.record import Reading

SECONDS = 20
LARGEST_ANSWER = 20 * 1024 * 1024
PROJECT = Path(__file__).resolve().parents[2]
COULD_NOT = "This file could not be read. Open it, save a fresh copy, and upload that; or type the referral in."


def read_safely(content: bytes, name: str, *, seconds: float = SECONDS) -> Reading:
    """As `read`, apart from this process. Anything that goes wrong there is a `Refusal` here."""
    guard.check_file(content, name)
    # A file is often named after the victim, and everybody on the machine may see what a process is called with.
    told = f"{_harmless(name)}\n".encode() + content
    command = [sys.executable, "-m", "marac.reading.worker"]
    try:
        child = subprocess.run(
            command, input=told, capture_output=True, timeout=seconds, cwd=PROJECT, env=_environment(), check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Refusal(_("This file took too long to read. Save a fresh copy of it and upload that.")) from error
    if child.returncode != 0 or len(child.stdout) > LARGEST_ANSWER:
        raise Refusal(COULD_NOT)
    answer = json.loads(child.stdout)
    if "refusal" in answer:
        raise Refusal(answer["refusal"], **answer["values"])
    return Reading.from_plain(answer["reading"])


def _harmless(name: str) -> str:
    """A file name on one line, without folders or control characters."""
    bare = "".join(letter for letter in name.replace("\\", "/").rsplit("/", 1)[-1] if letter.isprintable())
    return bare[-120:] or "upload"


def _environment() -> dict[str, str]:
    """Nothing of our own environment but what finding the code needs: no keys, no database address."""
    return {"PYTHONPATH": str(PROJECT), "PATH": os.defpath, "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}
