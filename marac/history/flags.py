"""The flags of the invented past. A flag is written when it has come off, or when the past ends: no row is changed."""

from datetime import date

from marac.directory.choices import NAMES
from marac.directory.models import PanelSeat
from marac.flags.models import Flag
from marac.flags.rules import confirm_by, flag_end, moved_end
from marac.history.past import Life, Listing, Past, some_days
from marac.meetings.models import Meeting

NEVER_CONFIRMED, SLOW = 0.02, 0.12


def place_flags(past: Past, meeting: Meeting, heard: list[Listing]) -> None:
    """Asked of every core agency the day after the meeting; a repeat moves the end of those that there are."""
    for each in heard:
        life, anchor = each.life, each.referral.referred_on or meeting.held_on
        months = past.profile.flag_months
        life.heard_on = meeting.held_on
        life.flags_end_on = max(life.flags_end_on, flag_end(anchor, months))
        if not life.flags:
            life.flags = [_asked(past, meeting, life, seat, anchor) for seat in past.panel]
        for flag in life.flags:
            ends_on = moved_end(flag.ends_on, anchor, months)
            if ends_on > flag.ends_on:
                flag.ends_on, flag.anchor_on = ends_on, anchor


def _asked(past: Past, meeting: Meeting, life: Life, seat: PanelSeat, anchor: date) -> Flag:
    asked_on = past.until_today(meeting.action_list_on) or past.today
    flag = Flag(
        case=life.case,
        agency=seat.agency,
        anchor_on=anchor,
        counted_from=NAMES[past.profile.flag_anchor],
        starts_on=asked_on,
        ends_on=flag_end(anchor, past.profile.flag_months),
        asked_on=asked_on,
        confirm_by_on=confirm_by(asked_on, past.profile.flag_confirm_days, past.holidays),
    )
    drawn = past.chance.random()
    days = past.chance.randrange(3, 15) if drawn < SLOW else past.chance.randrange(0, 3)
    confirmed = past.until_today(past.workday(asked_on, days))
    if confirmed is not None and drawn > NEVER_CONFIRMED:
        flag.confirmed_on, flag.confirmed_by = confirmed, past.staff[seat.agency_id][0]
    return flag


def take_off(past: Past, on: date) -> None:
    """The flags whose end has come by that day are written as they were taken off, and their cases forgotten."""
    over = [life for life in past.lives.values() if life.flags and life.flags_end_on <= on]
    for life in over:
        for flag in life.flags:
            _remove(past, flag)
    _write(past, over)


def write_what_stands(past: Past) -> None:
    """At the end of the past: flags still in place, and those whose end has come."""
    take_off(past, past.today)
    past.ended = list(past.lives.values())
    _write(past, list(past.lives.values()))


def _remove(past: Past, flag: Flag) -> None:
    flag.removal_asked_on = past.until_today(past.workday(flag.ends_on, 1))
    if flag.removal_asked_on is None:
        return
    removed = past.until_today(flag.removal_asked_on + some_days(past.chance, 0, 14))
    if removed is not None:
        flag.removed_on, flag.removed_by = removed, past.staff[flag.agency_id][0]


def _write(past: Past, lives: list[Life]) -> None:
    Flag.objects.bulk_create([flag for life in lives for flag in life.flags])
    for life in lives:
        del past.lives[life.case.pk]
