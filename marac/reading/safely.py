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
    command = [sys.executable, "-m", "marac.reading.worker", f"upload{Path(_harmless(name)).suffix}"]
    try:
        child = subprocess.run(
            command, input=content, capture_output=True, timeout=seconds, cwd=PROJECT, env=_environment(), check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Refusal(_("This file took too long to read. Save a fresh copy of it and upload that.")) from error
    if child.returncode != 0 or len(child.stdout) > LARGEST_ANSWER:
        raise Refusal(COULD_NOT)
    answer = json.loads(child.stdout)
    if "refusal" in answer:
        raise Refusal(answer["refusal"], **answer["values"])
    reading = Reading.from_plain(answer["reading"])
    reading.content["source"] = _harmless(name)
    return reading


def _harmless(name: str) -> str:
    """A file name without folders or control characters, and not an option."""
    bare = "".join(letter for letter in name.replace("\\", "/").rsplit("/", 1)[-1] if letter.isprintable())
    return bare.lstrip("-")[-120:] or "upload"


def _environment() -> dict[str, str]:
    """Nothing of our own environment but what finding the code needs: no keys, no database address."""
    return {"PYTHONPATH": str(PROJECT), "PATH": os.defpath, "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}
