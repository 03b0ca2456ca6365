"""Getting at values inside a referral's content by path, such as `victims[0].phones[1].safe_to_call`."""

import re
from collections.abc import Iterator
from copy import deepcopy
from itertools import pairwise
from typing import Any

from marac.kernel.refusal import Refusal
from marac.kernel.text import _

STEP = re.compile(r"([a-z_]+)((?:\[\d{1,3}\])*)")
NO_SUCH = _("This field is not part of a referral. Open the page again.")


def steps(path: str) -> list[str | int]:
    """`a.b[0].c` as a, b, 0, c."""
    found: list[str | int] = []
    for part in path.split("."):
        match = STEP.fullmatch(part)
        if match is None:
            raise Refusal(NO_SUCH)
        found.append(match[1])
        found += [int(number) for number in re.findall(r"\d+", match[2])]
    return found


def value_at(content: Any, path: str) -> Any:
    """What stands there; None where nothing does."""
    here = content
    for step in steps(path):
        if isinstance(step, int):
            here = here[step] if isinstance(here, list) and step < len(here) else None
        else:
            here = here.get(step) if isinstance(here, dict) else None
    return here


def with_value(content: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """A copy with the value there. One place past the end of a list adds to it; further past is refused."""
    made = deepcopy(content)
    way = steps(path)
    here: Any = made
    for step, following in pairwise(way):
        here = _go(here, step, [] if isinstance(following, int) else {})
    _go(here, way[-1], value, replace=True)
    return made


def _go(here: Any, step: str | int, new: Any, *, replace: bool = False) -> Any:
    """One step down, made where it is not there yet (or is null)."""
    if isinstance(step, int):
        if not isinstance(here, list) or step > len(here):
            raise Refusal(NO_SUCH)
        if step == len(here):
            here.append(new)
    elif not isinstance(here, dict):
        raise Refusal(NO_SUCH)
    if replace or (here[step] if isinstance(step, int) else here.get(step)) is None:
        here[step] = new
    return here[step]


def each_of(content: Any, kind: str) -> Iterator[tuple[str, Any]]:
    """`victims[0]` and what stands there, for each of a list in the content."""
    found = content.get(kind) if isinstance(content, dict) else None
    for number, one in enumerate(found or []):
        yield f"{kind}[{number}]", one


def without_blanks(content: Any) -> Any:
    """A copy without the entries of lists in which nothing is filled in: forms have spare rows."""
    if isinstance(content, dict):
        return {key: without_blanks(value) for key, value in content.items()}
    if isinstance(content, list):
        return [kept for kept in map(without_blanks, content) if says_something(kept)]
    return content


def says_something(value: Any) -> bool:
    """Whether anything is filled in, at any depth. No and nought are answers."""
    if isinstance(value, dict):
        return any(map(says_something, value.values()))
    if isinstance(value, list):
        return any(map(says_something, value))
    return value not in (None, "")


def without(content: dict[str, Any], path: str) -> dict[str, Any]:
    """A copy without one entry of a list; those after it move up."""
    made = deepcopy(content)
    way = steps(path)
    here: Any = made
    for step in way[:-1]:
        here = _go(here, step, None)
    last = way[-1]
    if not isinstance(last, int) or not isinstance(here, list) or last >= len(here):
        raise Refusal(NO_SUCH)
    del here[last]
    return made
