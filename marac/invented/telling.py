"""Words for one invented case: sentences drawn from `words/`, with the names of its people put in."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from marac.kernel.dates import MONTHS
from marac.kernel.text import sentence_list

_FOLDER = Path(__file__).parent / "words"
RESEARCH: dict[str, Any] = tomllib.loads((_FOLDER / "research.toml").read_text(encoding="utf-8"))
MEETING: dict[str, Any] = tomllib.loads((_FOLDER / "meeting.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Told:
    """A sentence, and the day it speaks of if it speaks of one."""

    text: str
    on: date | None


@dataclass(frozen=True)
class Telling:
    """What may be said of a case: `true` holds the checklist's subjects answered yes, and "children"."""

    chance: Random
    names: dict[str, str]
    true: frozenset[str]

    def holds(self, needs: str) -> bool:
        return not needs or needs in self.true

    def say(self, pattern: str, before: date, **more: object) -> Told:
        """The pattern with the people's names; a day that it needs lies some weeks before."""
        on = before - timedelta(days=self.chance.randrange(6, 75)) if "{on}" in pattern else None
        words = {"on": f"{on.day} {MONTHS[on.month - 1]}" if on else "", "number": self.chance.randrange(2, 7)}
        return Told(pattern.format(**self.names, **words | more), on)

    def one_of(self, patterns: list[str], before: date, **more: object) -> Told:
        return self.say(self.chance.choice(patterns), before, **more)


def telling_of(chance: Random, content: dict[str, Any], adviser: str) -> Telling:
    """From a referral's content in the shape marac-intake/1; `adviser` is who speaks for the victim."""
    children = [child["forenames"] or "the baby" for child in content["children"]]
    answers = content["checklist"]["answers"] or {}
    names = {
        "victim": content["victims"][0]["forenames"],
        "perpetrator": content["perpetrators"][0]["forenames"],
        "children": sentence_list(children) if children else "the children",
        "school": next((child["school"] for child in content["children"] if child["school"]), "school"),
        "adviser": adviser,
    }
    true = {subject for subject, answer in answers.items() if answer == "yes"} | ({"children"} if children else set())
    return Telling(chance, names, frozenset(true))


def narrative(telling: Telling, before: date) -> str:
    """An account of four or five sentences, as a referrer writes it."""
    parts = MEETING["narrative"]
    middle = telling.chance.sample(parts["middle"], telling.chance.choice((2, 2, 3)))
    patterns = [telling.chance.choice(parts["opening"]), *middle, telling.chance.choice(parts["close"])]
    return " ".join(telling.say(pattern, before).text for pattern in patterns)
