"""The one way to look a template through: in a child process, which a hostile one cannot leave."""

from base64 import b64decode
from typing import Any

from marac.kernel.text import Sentence
from marac.opening.apart import ask_apart
from marac.papers.checking import Checked
from marac.papers.fields import Paper


def look_through(content: bytes, paper: Paper) -> Checked:
    """Raises Refusal where it is no Word file, too large unpacked, locked, or takes too long."""
    said = ask_apart("marac.papers.worker", content, paper.value)
    problems = [_sentence(each) for each in said["problems"]]
    return Checked(problems, b64decode(said["content"]), b64decode(said["preview"]))


def _sentence(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return Sentence(value["constant"]).format(**{name: _sentence(each) for name, each in value["values"].items()})
