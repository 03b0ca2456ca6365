"""Changing what a referral says: values by path, entries taken out, and answers counted again."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from marac.intake.fields import checked
from marac.intake.paths import steps, value_at, with_value, without

Content = dict[str, Any]


def changed(content: Content, changes: Mapping[str, Any]) -> Content:
    """With these values; a list is a whole list of plain values, such as other names."""
    for path, value in sorted(changes.items(), key=lambda change: _by_number(change[0])):
        content = with_value(content, path, _checked(path, value))
    return content


def day_at(content: Content, path: str) -> date | None:
    text = value_at(content, path)
    try:
        return date.fromisoformat(text) if text else None
    except (TypeError, ValueError):
        return None


def reading_without(reading: Content, path: str) -> Content:
    """The reading once an entry has gone. What the document said of it is kept under `removed`."""
    said = value_at(reading.get("content", {}), path)
    if said is None:
        return reading
    return reading | {
        "content": without(reading["content"], path),
        "removed": [*reading.get("removed", []), {"path": path, "said": said}],
        **{part: moved_up(reading.get(part, {}), path) for part in ("places", "certainty", "checked")},
    }


def counted_again(content: dict[str, Any]) -> dict[str, Any]:
    answers = value_at(content, "checklist.answers")
    if not answers:
        return content
    content = with_value(content, "checklist.included", True)
    return with_value(content, "checklist.score_counted", list(answers.values()).count("yes"))


def _checked(path: str, value: Any) -> Any:
    if isinstance(value, list):
        return [checked(f"{path}[{number}]", each) for number, each in enumerate(value)]
    return checked(path, value)


def _by_number(path: str) -> list[tuple[bool, Any]]:
    """An order in which a list grows one at a time: [2] before [10]."""
    return [(isinstance(step, int), step) for step in steps(path)]


def moved_up(by_path: Mapping[str, Any], gone: str) -> dict[str, Any]:
    """Values by path once an entry of a list has gone: those after it have a number less."""
    stem, _bracket, number = gone.removesuffix("]").rpartition("[")
    moved = {}
    for path, value in by_path.items():
        if not path.startswith(f"{stem}["):
            moved[path] = value
            continue
        own, _close, rest = path[len(stem) + 1 :].partition("]")
        if int(own) != int(number):
            moved[f"{stem}[{int(own) - (int(own) > int(number))}]{rest}"] = value
    return moved
