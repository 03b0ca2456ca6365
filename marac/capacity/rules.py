"""How long a meeting takes and may take, which cases do not fit, and what is refused when that is mended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from marac.kernel.dates import format_date
from marac.kernel.refusal import Refusal
from marac.kernel.text import Sentence, _
from marac.meetings.rules import LONGEST_CASE

ROUND = 15  # minutes to which a longer meeting is rounded up
LONGEST_MEETING = 600

BY_HISTORY = _("{minutes} minutes a case: in the middle of the last {timed} that were timed here.")
BY_SETTING = _("{minutes} minutes a case, by the setting: {timed} were timed here yet, and {enough} are needed.")
BY_SETTING_ALONE = _("{minutes} minutes a case, by the setting.")


@dataclass(frozen=True)
class Room:
    """Minutes that a meeting takes as it is listed, breaks and opening business among them, and that it may take."""

    takes: int
    longest: int

    @property
    def over(self) -> int:
        return max(self.takes - self.longest, 0)

    @property
    def longer(self) -> int:
        """A length that would do."""
        return -(-self.takes // ROUND) * ROUND


def why_so_long(minutes: int, timed: int, enough: int) -> Sentence:
    if not enough:
        return BY_SETTING_ALONE.format(minutes=minutes)
    told = BY_HISTORY if timed >= enough else BY_SETTING
    return told.format(minutes=minutes, timed=timed, enough=enough)


def takes(*, cases: int, opening: int, break_after: int, break_minutes: int) -> int:
    """With so many minutes of cases."""
    if not cases:
        return 0
    breaks = (cases - 1) // break_after if break_after else 0
    return opening + cases + breaks * break_minutes


def not_fitting(ends: Sequence[int], longest: int) -> int:
    """How many of the last cases end after the meeting has to; `ends` are minutes since it began, in order."""
    return sum(end > longest for end in ends)


def check_longer(*, minutes: int, longest: int, reason: str) -> None:
    if not longest < minutes <= LONGEST_MEETING:
        told = _("Enter a length of more than {longest} minutes, and at most {most}.")
        raise Refusal(told, field="minutes", longest=longest, most=LONGEST_MEETING)
    if not reason.strip():
        raise Refusal(_("Say who agreed that it is longer, in a few words."), field="reason")


def check_second(*, moves: int, day: date, held_on: date) -> None:
    if not moves:
        raise Refusal(_("Every case fits into this meeting, so that none is moved to a second one."))
    if day <= held_on:
        raise Refusal(
            _("Choose a day after {day}: what does not fit is heard later."), field="day", day=format_date(held_on)
        )


def check_listed_only(reason: str) -> None:
    if not reason.strip():
        raise Refusal(_("Say why the case is not discussed, in a few words."), field="reason")


def check_minutes(minutes: int) -> None:
    if not 1 <= minutes <= LONGEST_CASE:
        raise Refusal(_("Enter how many minutes the case takes, from 1 to {most}."), field="minutes", most=LONGEST_CASE)
