"""The licensed wording of the risk tools, as an area that holds the licence hands it in: a TOML text, laid over ours.

[dash-24]
edition = "Adult, 2015"      # as its publisher names it
dated_on = 2015-09-01
licence = "Who may use it, and where that is written"
[dash-24.words]
injury = "The question in full"
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from marac.intake.tools import Tool, names, tool_named
from marac.kernel.dates import format_date
from marac.kernel.refusal import Refusal
from marac.kernel.text import _, clean

LONGEST_EDITION, LONGEST_QUESTION = 20, 1000
NOT_TOML = _("This is not the wording of a risk tool. It has to be a text as docs/howto/wording.md shows.")
NO_TOOL = _("There is no risk tool called {name}.")
NO_QUESTION = _("{name} has no question called {key}.")
LEFT_OUT = _(
    "The wording of {name} leaves questions out: {keys}. All have to be there, so that none is asked in words of ours."
)
NO_EDITION = _("Say which edition of {name} it is, in 1 to 20 letters or figures, such as “Adult, 2015”.")
NO_DATE = _("Say from which day this edition of {name} is: dated_on = 2015-09-01.")
NO_LICENCE = _("Say under which licence the wording of {name} may be used here.")


@dataclass(frozen=True)
class Wording:
    edition: str
    dated_on: date
    licence: str
    words: Mapping[str, str]


@lru_cache(maxsize=64)
def read_wordings(text: str) -> Mapping[str, Wording]:
    """By the name of the tool; refuses what is not whole. An empty text has none."""
    try:
        read = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise Refusal(NOT_TOML, field="value") from None
    return {name: _wording(name, given) for name, given in read.items()}


def worded(tool: Tool, text: str) -> Tool:
    """The tool in the licensed words, if there are any: its version is then that of the edition."""
    found = read_wordings(text).get(tool.id)
    if found is None:
        return tool
    items = tuple(replace(item, words=found.words[item.key], prompt="") for item in tool.items)
    return replace(tool, items=items, version=found.edition, about="")


def in_short(text: str) -> str:
    """Which tools have their licensed words, and of which edition."""
    told = _("{name}: {edition}, {on}")
    found = [
        told.format(name=tool_named(name).name, edition=each.edition, on=format_date(each.dated_on))
        for name, each in read_wordings(text).items()
    ]
    return "; ".join(found)


def _wording(name: str, given: Any) -> Wording:
    if name not in names() or not tool_named(name).items:
        raise Refusal(NO_TOOL, field="value", name=name)
    given = given if isinstance(given, dict) else {}
    words = given.get("words") if isinstance(given.get("words"), dict) else {}
    edition, dated_on = _text(given.get("edition")), given.get("dated_on")
    if not 0 < len(edition) <= LONGEST_EDITION:
        raise Refusal(NO_EDITION, field="value", name=name)
    if not isinstance(dated_on, date):
        raise Refusal(NO_DATE, field="value", name=name)
    if not _text(given.get("licence")):
        raise Refusal(NO_LICENCE, field="value", name=name)
    return Wording(edition, dated_on, _text(given["licence"]), _questions(name, words))


def _questions(name: str, words: Mapping[str, Any]) -> dict[str, str]:
    keys = tool_named(name).keys
    for key in words:
        if key not in keys:
            raise Refusal(NO_QUESTION, field="value", name=name, key=key)
    told = {key: _text(words.get(key))[:LONGEST_QUESTION] for key in keys}
    left_out = [key for key, text in told.items() if not text]
    if left_out:
        raise Refusal(LEFT_OUT, field="value", name=name, keys=", ".join(left_out))
    return told


def _text(given: Any) -> str:
    return clean(given).strip() if isinstance(given, str) else ""
