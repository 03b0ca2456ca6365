"""Risk checklists as data: each file in `questions/` is one version of one tool, in our own short words."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "questions"


@dataclass(frozen=True)
class Item:
    """One question. `critical` marks those whose "not known" must be seen."""

    key: str
    words: str
    prompt: str = ""
    critical: bool = False


@dataclass(frozen=True)
class Tool:
    id: str
    version: str
    name: str
    threshold: str
    items: tuple[Item, ...]

    @property
    def keys(self) -> list[str]:
        return [item.key for item in self.items]


@cache
def tool_named(name: str) -> Tool:
    """The tool, as `Profile.risk_tool` names it; `KeyError` for one that is not here."""
    if name not in names():
        raise KeyError(name)
    read = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    return Tool(**read | {"items": tuple(Item(**item) for item in read["items"])})


def every_item() -> dict[str, Item]:
    """The questions of all the tools by their keys; what two of them ask under one key is one question."""
    return {item.key: item for name in sorted(names()) for item in tool_named(name).items}


@cache
def names() -> frozenset[str]:
    return frozenset(path.stem for path in FOLDER.glob("*.toml"))
