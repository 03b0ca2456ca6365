"""What a reading hands back: values in the intake shape, where each stood, how sure, and what was not understood."""

from dataclasses import asdict, dataclass, field
from typing import Any

from marac.answers.found import Certainty, Found, Unread
from marac.written.blocks import Place


@dataclass
class Reading:
    """A whole document, read. Paths look like `victims[0].phones[1].number`."""

    content: dict[str, Any]
    places: dict[str, Place] = field(default_factory=dict)
    certainty: dict[str, Certainty] = field(default_factory=dict)
    unread: list[Unread] = field(default_factory=list)
    pages: list[dict[str, Any]] = field(default_factory=list)

    def as_plain(self) -> dict[str, Any]:
        """The reading as lists, dictionaries and strings, fit for JSON."""
        return asdict(self)

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> "Reading":
        """Back from `as_plain`."""
        return cls(
            content=plain["content"],
            places={path: Place(**place) for path, place in plain["places"].items()},
            certainty={path: Certainty(**certainty) for path, certainty in plain["certainty"].items()},
            unread=[Unread(u["kind"], u["text"], Place(**u["place"])) for u in plain["unread"]],
            pages=plain["pages"],
        )


def unfold(tree: Any, path: str, reading: Reading) -> Any:
    """Turn a tree of `Found` into plain values, noting the place and certainty of each by its path."""
    if isinstance(tree, Found):
        reading.places[path] = tree.place
        reading.certainty[path] = tree.certainty
        return tree.value
    if isinstance(tree, dict):
        return {key: unfold(branch, f"{path}.{key}".lstrip("."), reading) for key, branch in tree.items()}
    if isinstance(tree, list):
        return [unfold(branch, f"{path}[{number}]", reading) for number, branch in enumerate(tree)]
    return tree
