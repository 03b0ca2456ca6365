"""Who is invited to what part of a meeting, which deadlines stand in whose calendar, and what has changed since."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from marac.access.roles import Role
from marac.series.rules import DEADLINE_NAMES

HOURS = ZoneInfo("Europe/London")  # of every MARAC: its times of day are those of the clock on the wall
INVITED = (Role.REPRESENTATIVE, Role.IDVA, Role.CHAIR, Role.COORDINATOR)
_ALL = tuple(DEADLINE_NAMES)
_PANEL = ("cut_off_on", "research_on")
DAYS_OF = {
    Role.COORDINATOR: _ALL,
    Role.ADMINISTRATOR: _ALL,
    Role.CHAIR: ("papers_on", "minutes_on"),
    Role.REPRESENTATIVE: _PANEL,
    Role.IDVA: _PANEL,
    Role.REFERRER: ("cut_off_on",),
}

Key = tuple[int, int]  # the meeting and the person


class Method(StrEnum):
    """As iTIP has them (RFC 5546)."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


@dataclass(frozen=True)
class Span:
    starts_at: datetime
    ends_at: datetime | None = None


@dataclass(frozen=True)
class Stand:
    """What a person was last sent about a meeting."""

    span: Span
    sequence: int
    cancelled: bool


@dataclass(frozen=True)
class Change:
    key: Key
    method: Method
    span: Span
    sequence: int


def span(on: date, starts_at: time, ends_at: time | None) -> Span:
    """The moments of two times of day, whichever clock Britain keeps on that day."""
    end = datetime.combine(on, ends_at, HOURS) if ends_at else None
    return Span(datetime.combine(on, starts_at, HOURS), end)


def joined(spans: Iterable[Span]) -> Span:
    """Of somebody who comes for several agencies: from the first to the last. An open end stays open."""
    each = list(spans)
    ends = [one.ends_at for one in each]
    last = None if None in ends else max(end for end in ends if end is not None)
    return Span(min(one.starts_at for one in each), last)


def comes_throughout(role: Role, *, core: bool, chaired_by: int | None, user_id: int) -> bool:
    """The panel and the office sit from beginning to end; of those who chair, whoever chairs this date. A specialist
    comes for the cases for which their agency is needed."""
    if role is Role.CHAIR:
        return chaired_by in (None, user_id)
    return role is Role.COORDINATOR or core


def changes(wanted: Mapping[Key, Span], stands: Mapping[Key, Stand]) -> list[Change]:
    """What has to be sent so that what people were sent is what they should have. The sequence of an entry only rises,
    so that a calendar knows the newer of two that arrive in the wrong order."""
    found = []
    for key, when in wanted.items():
        stand = stands.get(key)
        if stand is None:
            found.append(Change(key, Method.REQUEST, when, 0))
        elif stand.cancelled or stand.span != when:
            found.append(Change(key, Method.REQUEST, when, stand.sequence + 1))
    for key, stand in stands.items():
        if key not in wanted and not stand.cancelled:
            found.append(Change(key, Method.CANCEL, stand.span, stand.sequence + 1))
    return found


def address_mark(token: str) -> str:
    """What is kept of a private address: 256 random bits need no key."""
    return hashlib.sha256(token.encode()).hexdigest()
