"""The child process that looks a template through under limits of memory and time, and answers in JSON."""

from base64 import b64encode
from typing import Any

from marac.kernel.text import Sentence
from marac.opening.apart import answer
from marac.papers.checking import checked
from marac.papers.fields import Paper


def look_through(content: bytes, name: str) -> dict[str, Any]:
    """`name` is the paper that it is a template of."""
    found = checked(content, Paper(name))
    return {
        "problems": [plain(each) for each in found.problems],
        "content": b64encode(found.content).decode(),
        "preview": b64encode(found.preview).decode(),
    }


def plain(value: Any) -> Any:
    """A sentence with what was put in, some of which may be sentences too."""
    if not isinstance(value, Sentence):
        return value
    return {"constant": value.constant, "values": {name: plain(each) for name, each in value.values.items()}}


if __name__ == "__main__":
    answer(look_through)
