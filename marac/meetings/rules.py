"""The dates of a meeting, and what may be done with a meeting and its list."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import ceil
from typing import Any

from marac.directory.profile import Profile
from marac.kernel.dates import format_date
from marac.kernel.refusal import Refusal
from marac.kernel.text import Sentence, _
from marac.kernel.workdays import add_workdays, is_workday

LONGEST_CASE = 240  # minutes

MEETING_MOVES: dict[str, frozenset[str]] = {
    "planned": frozenset({"listed", "cancelled"}),
    "listed": frozenset({"listed", "held", "cancelled"}),  # a list with a late addition is sent again
    "held": frozenset({"minuted"}),
    "minuted": frozenset(),
    "cancelled": frozenset(),
}
ITEM_MOVES: dict[str, frozenset[str]] = {
    "listed": frozenset({"heard", "deferred", "withdrawn", "alert"}),
    "alert": frozenset({"listed", "deferred", "withdrawn"}),
    "heard": frozenset(),
    "deferred": frozenset({"listed"}),
    "withdrawn": frozenset({"listed"}),
}
_NOT_NOW = {
    "held": _("The meeting has been held. Plan another one instead."),
    "minuted": _("The minutes of this meeting have gone out. Plan another one instead."),
    "cancelled": _("The meeting has been cancelled. Plan another one instead."),
}

# What is done with a case's place on the day of its meeting. Places count those that are still to be heard.
DAY_MOVES: Mapping[str, Sentence] = {
    "moved": _("moved from place {was} to place {place} of those still to be heard"),
    "listed": _("put on the list"),
    "deferred": _("deferred"),
    "withdrawn": _("taken off the list"),
    "alert": _("listed only and not discussed"),
}


class Standing(StrEnum):
    """How a step of the meeting's cycle stands. PASSED is a day that has gone by on which nothing is recorded here."""

    DONE = _("Done")
    LATE = _("Late")
    TODAY = _("Today")
    TO_COME = _("To come")
    PASSED = _("Passed")


@dataclass(frozen=True)
class MeetingDates:
    """The working days on which each step of one meeting falls."""

    cut_off_on: date
    list_on: date
    research_on: date
    papers_on: date
    action_list_on: date
    minutes_on: date


def meeting_dates(held_on: date, profile: Profile, holidays: Collection[date]) -> MeetingDates:
    """Each step so many working days before or after the meeting, as the MARAC's profile says."""

    def before(days: int) -> date:
        return add_workdays(held_on, -days, holidays)

    return MeetingDates(
        cut_off_on=before(profile.cut_off_days),
        list_on=before(profile.list_days),
        research_on=before(profile.research_days),
        papers_on=before(profile.papers_days),
        action_list_on=add_workdays(held_on, profile.action_list_days, holidays),
        minutes_on=add_workdays(held_on, profile.minutes_days, holidays),
    )


def check_can_plan(day: date, *, today: date, holidays: Collection[date], taken: Collection[date]) -> None:
    """A meeting is on a working day to come that has none yet."""
    if day < today:
        raise Refusal(_("{day} is past. Choose a later day."), field="first_on", day=format_date(day))
    if not is_workday(day, holidays):
        raise Refusal(
            _("{day} is a weekend or a bank holiday. Choose a working day."), field="first_on", day=format_date(day)
        )
    if day in taken:
        raise Refusal(
            _("A meeting is already planned on {day}. Choose another day."), field="first_on", day=format_date(day)
        )


def check_can_list(
    *, state: str, cut_off_on: date, today: date, accepted: bool, listed_on: date | None, reason: str
) -> None:
    """A case with an accepted referral is listed for one meeting at a time, and after the cut-off with a reason.

    `listed_on` is the day of a meeting for which the case already waits.
    """
    if state in _NOT_NOW:
        raise Refusal(_NOT_NOW[state])
    if not accepted:
        raise Refusal(_("This referral has not been accepted. Decide it before the case is listed."), field="case")
    if listed_on is not None:
        raise Refusal(
            _("The case is already listed for {day}. Defer or withdraw it there first."),
            field="case",
            day=format_date(listed_on),
        )
    if today > cut_off_on and not reason.strip():
        raise Refusal(
            _("Referrals closed on {day}. Say why this case is listed late."),
            field="reason",
            day=format_date(cut_off_on),
        )


def check_meeting_move(state: str, to: str) -> None:
    if to not in MEETING_MOVES[state]:
        raise Refusal(_NOT_NOW.get(state, _("Send the case list before the meeting is held.")))


def check_item_move(state: str, to: str) -> None:
    if to not in ITEM_MOVES[state]:
        raise Refusal(_("This case is no longer waiting on the list. Open the meeting again to see how it stands."))


def check_can_send(state: str, listed: int, *, first: bool = True) -> None:
    """An issue that takes every case off is sent all the same."""
    check_meeting_move(state, "listed")
    if first and not listed:
        raise Refusal(_("No case is listed. List a case before you send the case list."))


def check_can_hear(*, state: str, held_on: date, today: date) -> None:
    """Cases are heard on the day of the meeting, at a meeting whose list has gone out."""
    if state != "held":
        check_meeting_move(state, "held")
    if today < held_on:
        raise Refusal(
            _("The meeting is on {day}. A case is marked as heard that day or later."), day=format_date(held_on)
        )


def in_minutes(seconds: float) -> int:
    """Whole minutes, never none and never more than a case may be given."""
    return min(max(ceil(seconds / 60), 1), LONGEST_CASE)


def check_reason(reason: str) -> None:
    if not reason.strip():
        raise Refusal(_("Give the reason, in a few words."), field="reason")


def noted(moves: Sequence[Mapping[str, Any]], move: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """One move more. Several up or down the list, one after the other, are one; back to where it was is none."""
    *earlier, last = moves or [{}]
    if move["what"] != "moved" or last.get("what") != "moved":
        return [*moves, move]
    both = {**move, "was": last["was"]}
    return earlier if both["was"] == both["place"] else [*earlier, both]


def was_moved(moves: Sequence[Mapping[str, Any]]) -> bool:
    return bool(moves) and moves[-1]["what"] == "moved"


def day_in_words(move: Mapping[str, Any]) -> Sentence:
    told, reason = DAY_MOVES[move["what"]].format(**move), move["reason"].rstrip(" .")
    if move["at"]:
        told = _("{at}, {told}").format(at=move["at"], told=told)
    return _("{told}: {reason}").format(told=told, reason=reason) if reason else told


def standing_of(on: date, today: date, *, done: bool | None) -> Standing:
    """`done` is None for a step that is not recorded here: it is never called late."""
    if done:
        return Standing.DONE
    if today == on:
        return Standing.TODAY
    if today < on:
        return Standing.TO_COME
    return Standing.PASSED if done is None else Standing.LATE
