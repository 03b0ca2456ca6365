"""Two tellings of the same minutes beside each other, part by part: what is new in one, and what is gone from it."""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from marac.kernel.text import Sentence, _
from marac.meetings.rules import day_in_words

HEAD: Mapping[str, Sentence] = {
    "marking": _("Protective marking"),
    "confidentiality": _("Confidentiality"),
    "held_on": _("Date"),
    "starts_at": _("Starts"),
    "venue": _("Venue"),
    "chair": _("Chair"),
}
LISTS: Mapping[str, Sentence] = {
    "present": _("Present"),
    "apologies": _("Apologies"),
    "observers": _("Observers"),
    "overdue": _("Overdue from earlier meetings"),
}
TEXTS: Mapping[str, Sentence] = {
    "spoke_for_victim": _("Who spoke for the victim"),
    "wishes": _("What the victim wants"),
    "possible_harm": _("Possible harm to people or property"),
    "contributory": _("What adds to the risk"),
    "supportive": _("Safety plans and what supports"),
    "conclusion": _("Conclusion"),
    "who_tells": _("Who tells the victim, how and by when"),
}
INFORMATION, ACTION, OUTCOME, QUORUM = _("Information from agencies"), _("Actions"), _("Outcome"), _("Quorum")
WITHOUT_QUORUM, ON_THE_DAY = _("Decided without a quorum"), _("On the day of the meeting")


@dataclass(frozen=True)
class Part:
    """One thing that minutes say. `case_id` is 0 for what is of the whole meeting; `mark` tells it from any other."""

    case_id: int
    reference: str
    what: Sentence
    text: str
    mark: str


@dataclass(frozen=True)
class Since:
    """The issue that another takes the place of, in the same reader's cut."""

    number: int
    content: Mapping[str, Any]


@dataclass(frozen=True)
class Changes:
    """What is new or says something else, and what is gone, of which only the place is said: it should not stand."""

    new: list[Part]
    gone: list[Part]

    def __bool__(self) -> bool:
        return bool(self.new or self.gone)


def parts(content: Mapping[str, Any]) -> list[Part]:
    """Everything in them, in the order of the page."""
    found = [_part({}, called, content[name], content[name]) for name, called in HEAD.items()]
    found.append(_part({}, QUORUM, content["quorum"], ""))
    for name, called in LISTS.items():
        found += [_part({}, called, row, _agency_and(row)) for row in content[name]]
    for case in content["cases"]:
        found += _of_case(case)
    return found


def hash_of(content: Mapping[str, Any]) -> str:
    """What tells this text from any other, in a form that somebody can compare by eye; printed on every page."""
    told = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def marks(content: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(each.mark for each in parts(content))


def changes(before: Mapping[str, Any], now: Mapping[str, Any]) -> Changes:
    was = parts(before)
    gone = {each.mark for each in was} - marks(now)
    return Changes(new=new_since({each.mark for each in was}, now), gone=[each for each in was if each.mark in gone])


def new_since(known: Collection[str], now: Mapping[str, Any]) -> list[Part]:
    return [each for each in parts(now) if each.mark not in known]


def _of_case(case: Mapping[str, Any]) -> Iterator[Part]:
    yield _part(case, OUTCOME, [case["state"], case["reason"], case["kind"]], case["reason"])
    if decided := case.get("quorum"):
        yield _part(case, WITHOUT_QUORUM, decided, decided["reason"])
    for move in case.get("on_the_day", ()):
        yield _part(case, ON_THE_DAY, move, day_in_words(move))
    for name, called in TEXTS.items():
        yield _part(case, called, case[name], case[name])
    for name, called in (("lines", INFORMATION), ("actions", ACTION)):
        for row in case[name]:
            yield _part(case, called, row, _agency_and(row))


def _agency_and(row: Mapping[str, Any]) -> str:
    return ": ".join(part for part in (row["agency"], row.get("text") or row.get("task") or row.get("name")) if part)


def _part(case: Mapping[str, Any], what: Sentence, said: Any, text: str) -> Part:
    case_id = case.get("case_id", 0)
    told = json.dumps([case_id, what, said], sort_keys=True)
    return Part(case_id, case.get("reference", ""), what, text, hashlib.sha256(told.encode()).hexdigest()[:16])
