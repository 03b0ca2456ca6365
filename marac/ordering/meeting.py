"""A meeting to be put in order, as it is given: cases, agencies, and what the order has to keep."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from marac.kernel.refusal import Refusal
from marac.kernel.text import _


@dataclass(frozen=True)
class Case:
    """`minutes` is how long it is heard; `agencies` are those who are needed in it."""

    id: str
    minutes: int
    agencies: frozenset[str]
    locality: str = ""


@dataclass(frozen=True)
class Break:
    """Of so many minutes, at the first end of a case at which so many minutes have been worked."""

    after_worked_minutes: int
    minutes: int


@dataclass(frozen=True)
class Window:
    """All cases of an agency lie in these minutes of the clock, which begins with the meeting."""

    agency: str
    start: int
    end: int


@dataclass(frozen=True)
class Meeting:
    """`weights` by agency: people in the room, or what a minute of theirs is worth. `fixed`: by case, its place, from
    1. `together`: sets of cases heard one after the other, in any order; `apart`: two that are not; `before`: one that
    is heard earlier than the other, though not at once."""

    cases: Sequence[Case]
    weights: Mapping[str, int]
    breaks: Sequence[Break] = ()
    windows: Sequence[Window] = ()
    fixed: Mapping[str, int] = field(default_factory=dict)
    together: Sequence[frozenset[str]] = ()
    apart: Sequence[tuple[str, str]] = ()
    before: Sequence[tuple[str, str]] = ()

    @cached_property
    def minutes(self) -> int:
        return sum(case.minutes for case in self.cases)

    def clock(self, worked: int) -> int:
        """The minute at which the next case begins when so many minutes have been worked."""
        return worked + sum(each.minutes for each in self.breaks if worked >= max(each.after_worked_minutes, 1))


def read_meeting(plain: Any) -> Meeting:
    """From JSON (docs/howto/order.md). Raises Refusal, which says what is wrong with it."""
    if not isinstance(plain, dict):
        raise Refusal(_("A meeting is one JSON object."))
    cases = [_case(each) for each in _list(plain, "cases")]
    weights = {_name(each, "id"): _whole(each, "weight", 0) for each in _list(plain, "agencies")}
    _once(case.id for case in cases)
    for case in cases:
        _known(case.agencies, weights)
    known = {case.id for case in cases}
    meeting = Meeting(
        cases=cases,
        weights=weights,
        breaks=[
            Break(_whole(each, "after_worked_minutes", 0), _whole(each, "minutes", 0))
            for each in _list(plain, "breaks", [])
        ],
        windows=[
            Window(_name(each, "agency"), _whole(each, "from", 0), _whole(each, "to", 0))
            for each in _list(plain, "windows", [])
        ],
        fixed={_name(each, "case"): _whole(each, "position", 1) for each in _list(plain, "fixed", [])},
        together=[frozenset(_names(each)) for each in _list(plain, "together", [])],
        apart=[_two(each) for each in _list(plain, "apart", [])],
        before=[_two(each) for each in _list(plain, "before", [])],
    )
    _once(_name(each, "case") for each in _list(plain, "fixed", []))
    for named in (meeting.fixed, *meeting.together, *meeting.apart, *meeting.before):
        _known(named, known)
    _known([each.agency for each in meeting.windows], weights)
    return meeting


def _case(plain: Any) -> Case:
    if not isinstance(plain, dict):
        raise Refusal(_("A case is a JSON object with id, minutes and agencies."))
    agencies = frozenset(_names(plain.get("agencies", [])))
    return Case(_name(plain, "id"), _whole(plain, "minutes", 0), agencies, str(plain.get("locality", "")))


def _list(plain: Any, name: str, otherwise: Any = None) -> list[Any]:
    found = plain.get(name, otherwise)
    if not isinstance(found, list):
        raise Refusal(_("{name} is a list."), name=name)
    return found


def _name(plain: Any, key: str) -> str:
    found = plain.get(key) if isinstance(plain, dict) else None
    if not isinstance(found, str | int) or isinstance(found, bool) or not str(found).strip():
        raise Refusal(_("Something has no {name}."), name=key)
    return str(found)


def _names(plain: Any) -> list[str]:
    if not isinstance(plain, list):
        raise Refusal(_("{name} is a list."), name=shortened(plain))
    return [_name({"id": each}, "id") for each in plain]


def _two(plain: Any) -> tuple[str, str]:
    names = _names(plain)
    if len(names) != 2:
        raise Refusal(_("Two cases stand in each pair, not {number}."), number=len(names))
    return names[0], names[1]


def _whole(plain: Any, key: str, least: int) -> int:
    found = plain.get(key) if isinstance(plain, dict) else None
    if isinstance(found, bool) or not isinstance(found, int) or not least <= found <= LARGEST:
        told = _("{name} is a whole number of at least {least}, not {value}.")
        raise Refusal(told, name=key, least=least, value=shortened(found))
    return found


LARGEST = 100_000


def shortened(value: Any) -> str:
    return str(value)[:40]


def _once(names: Iterable[str]) -> None:
    for name, times in Counter(names).items():
        if times > 1:
            raise Refusal(_("The case {name} stands there {times} times."), name=name, times=times)


def _known(names: Iterable[str], known: Iterable[str]) -> None:
    missing = sorted(set(names) - set(known))
    if missing:
        raise Refusal(_("{name} is named, and is not among the cases or agencies."), name=missing[0])
