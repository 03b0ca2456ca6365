"""The one way to a clean copy: the file is looked at, and then worked on in a child process with limits."""

from base64 import b64decode

from marac.opening import guard
from marac.opening.apart import ask_apart

KINDS = ("docx", "pdf")


def has_clean_copy(name: str) -> bool:
    """Of mails and workbooks none is made: they leave as they came, or not at all."""
    return name.lower().endswith(tuple(f".{kind}" for kind in KINDS))


def clean_copy(content: bytes, name: str) -> bytes:
    """What the pages of a Word file or a PDF show. Raises Refusal where none can be made of it."""
    guard.check_file(content, name)
    return b64decode(ask_apart("marac.cleaning.worker", content, name)["content"])
