"""The child process that makes a clean copy under limits of memory and time, and answers in JSON."""

from base64 import b64encode
from typing import Any

from marac.cleaning.pdf import bare_pdf
from marac.cleaning.word import bare_word
from marac.opening.apart import answer

WAYS = {"docx": bare_word, "pdf": bare_pdf}


def clean(content: bytes, name: str) -> dict[str, Any]:
    return {"content": b64encode(WAYS[name.rpartition(".")[2].lower()](content)).decode()}


if __name__ == "__main__":
    answer(clean)
