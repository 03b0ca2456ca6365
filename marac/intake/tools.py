"""Risk checklists as data: each file in `questions/` is one version of one tool, in our own short words."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "questions"


@dataclass(frozen=True)
class Item:
    """One question. `critical` marks those whose "not known" must be seen; what is not `confirmed` is in no source that
    we could read."""

    key: str
    words: str
    prompt: str = ""
    critical: bool = False
    confirmed: bool = True


@dataclass(frozen=True)
class Tool:
    """`grades`, from the lowest, are given by one that ends in a grade and an account. One that `follows` is asked
    after a yes to that question of another. `about` says what in it is ours."""

    id: str
    version: str
    name: str
    threshold: str
    items: tuple[Item, ...]
    about: str = ""
    grades: tuple[str, ...] = ()
    follows: str = ""

    @property
    def keys(self) -> list[str]:
        return [item.key for item in self.items]


@cache
def tool_named(name: str) -> Tool:
    """The tool, as `Profile.risk_tool` names it; `KeyError` for one that is not here."""
    if name not in names():
        raise KeyError(name)
    read = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    shared = {item.key: item for item in tool_named(read.pop("words_of")).items} if "words_of" in read else {}
    items = tuple(_item(each, shared.get(each["key"])) for each in read["items"])
    return Tool(**read | {"items": items, "grades": tuple(read.get("grades", ()))})


def _item(given: Mapping[str, Any], shared: Item | None) -> Item:
    """What another tool asks too has its words from there."""
    return replace(shared, **given) if shared else Item(**given)


def every_item() -> dict[str, Item]:
    """The questions of all the tools by their keys; what two of them ask under one key is one question."""
    return {item.key: item for name in sorted(names()) for item in tool_named(name).items}


def further(tool: Tool) -> list[Tool]:
    """The tools of which a yes to one of its questions calls for more."""
    return [each for each in map(tool_named, sorted(names())) if each.follows in tool.keys]


def keys_with_further(tool: Tool) -> list[str]:
    return [key for each in (tool, *further(tool)) for key in each.keys]


@cache
def names() -> frozenset[str]:
    return frozenset(path.stem for path in FOLDER.glob("*.toml"))


def names_of_first() -> list[str]:
    """The tools that an area may choose from: without those that only follow another."""
    return [name for name in sorted(names()) if not tool_named(name).follows]
