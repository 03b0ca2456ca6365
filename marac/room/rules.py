"""When a case may begin and end, how a meeting stands by its plan, whom a few letters mean, and two in one box."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from marac.kernel.dates import format_date
from marac.kernel.refusal import Refusal
from marac.kernel.text import _, sentence_list

_OPEN = frozenset({"listed", "held"})
_NOT_NOW = {
    "planned": _("The case list has not gone out. Send it before a case begins."),
    "minuted": _("The minutes of this meeting have gone out. Its clock is not started again."),
    "cancelled": _("The meeting was cancelled, so no case is heard at it."),
}


def check_can_begin(
    *, meeting_state: str, held_on: date, today: date, item_state: str, began_at: datetime | None, running: bool
) -> None:
    """The clock is the meeting's own: it runs on its day, for a case that waits, or once more for one that ended."""
    if meeting_state not in _OPEN:
        raise Refusal(_NOT_NOW[meeting_state])
    if today != held_on:
        raise Refusal(_("The meeting is on {day}. A case begins that day."), day=format_date(held_on))
    if running:
        raise Refusal(_("This case has begun already. Its clock is running."))
    again = item_state == "heard" and began_at is not None
    if item_state != "listed" and not again:
        raise Refusal(_("This case is no longer waiting on the list. Open the meeting again to see how it stands."))


def check_can_end(running: bool) -> None:
    if not running:
        raise Refusal(_("This case is not being heard just now, so it cannot be ended."))


def check_block_risk(named: bool) -> None:
    if not named:
        raise Refusal(_("Say which risk these words tell of, or choose one that is named already."), field="new_risk")


def agency_meant(typed: str, names: Mapping[int, str]) -> int:
    """By a few letters: each begins a word of the name, or they are the first letters of its words."""
    wanted = typed.casefold().split()
    exact = [key for key, name in names.items() if name.casefold() == typed.strip().casefold()]
    found = exact or [key for key, name in names.items() if wanted and _fits(wanted, name)]
    if not wanted:
        raise Refusal(_("Say which agency gave this."), field="agency")
    if not found:
        raise Refusal(_("No agency at this table begins so. Type other letters of its name."), field="agency")
    if len(found) > 1:
        both = sentence_list(sorted(names[key] for key in found))
        raise Refusal(_("These letters are of {agencies}. Type one or two more."), field="agency", agencies=both)
    return found[0]


def _fits(wanted: Sequence[str], name: str) -> bool:
    words = [word for word in re.split(r"[\s,.()&/-]+", name.casefold()) if word]
    initials = "".join(word[0] for word in words)
    return initials == "".join(wanted) or all(any(word.startswith(each) for word in words) for each in wanted)


def joined(mine: str, theirs: str, seen: Collection[str]) -> str:
    """What stands after two wrote in one box: my text, and below it each line of theirs that I neither had before me
    nor wrote. `seen` are the texts that my page was given or has sent itself."""
    if theirs in seen or theirs == mine:
        return mine
    mine_too = set(_lines(mine)).union(*(_lines(text) for text in seen))
    return "\n".join([*([mine] if mine else []), *(line for line in _lines(theirs) if line not in mine_too)])


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


@dataclass(frozen=True)
class Pace:
    """Of a meeting by its plan. `late` is in whole minutes, less than none where it is ahead; None before it began."""

    late: int | None
    ends_at: datetime


def pace(*, starts: datetime, now: datetime, done: int, running: int, spent: int, waiting: int, begun: bool) -> Pace:
    """`done`, `running` and `waiting` are planned minutes, `spent` the seconds of the case that is being heard. It ends
    when what waits has had its minutes, after what is left of this case; before it has begun, as planned."""
    if not begun:
        return Pace(late=None, ends_at=max(starts, now) + timedelta(minutes=waiting))
    had = min(running * 60, spent)
    late = (now - starts).total_seconds() - done * 60 - had
    return Pace(late=int(late // 60), ends_at=now + timedelta(minutes=waiting, seconds=running * 60 - had))


@dataclass(frozen=True)
class Waited:
    """Names of agencies: in the room and needed no more; and not needed now, but in the next case."""

    may_leave: list[str]
    next: list[str]


def waited(*, now: Collection[str], following: Sequence[Collection[str]], here: Collection[str]) -> Waited:
    """Agencies that this case needs, those of each case to come in its order, and those there."""
    later = {name for needed in following for name in needed}
    after = following[0] if following else ()
    return Waited(
        may_leave=sorted(name for name in here if name not in now and name not in later),
        next=sorted(name for name in after if name not in now),
    )
