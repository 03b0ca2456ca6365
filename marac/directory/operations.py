"""Changes to the directory: settings with a date, holidays, agencies and their seats."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import Stale, lock, operation, record
from marac.directory.models import Agency, BankHoliday, Marac, PanelSeat, SettingValue
from marac.directory.profile import checked
from marac.directory.queries import state_of
from marac.kernel.refusal import Refusal
from marac.kernel.text import _

PREFIX = re.compile(r"[A-Z][A-Z0-9]{0,5}")


@dataclass(frozen=True)
class MaracAdded:
    marac_id: int


@dataclass(frozen=True)
class SettingChanged:
    marac_id: int
    setting: str
    from_on: date


@dataclass(frozen=True)
class SettingWithdrawn:
    marac_id: int
    setting: str
    from_on: date


@dataclass(frozen=True)
class HolidaysAdded:
    nation: str
    days: int


@dataclass(frozen=True)
class HolidayRemoved:
    nation: str
    on: date
    reason: str


@dataclass(frozen=True)
class AgencyAdded:
    agency_id: int


@dataclass(frozen=True)
class SeatGiven:
    marac_id: int
    agency_id: int
    seat_id: int


@dataclass(frozen=True)
class SeatEnded:
    marac_id: int
    agency_id: int
    seat_id: int
    until_on: date


@operation(needs=Permission.DO_DUE_WORK)
def add_marac(*, viewer: Viewer, name: str, prefix: str) -> Marac:
    """A MARAC is added by whoever runs the installation, at the command line."""
    if not PREFIX.fullmatch(prefix):
        raise Refusal(_("The prefix is one to six capital letters and figures, beginning with a letter, such as NM."))
    if Marac.objects.filter(Q(name__iexact=name) | Q(prefix=prefix)).exists():
        raise Refusal(_("There is already a MARAC of this name or prefix. Choose others."))
    marac = Marac(name=name, prefix=prefix)
    marac.save()
    record(MaracAdded(marac_id=marac.pk))
    return marac


@operation(needs=Permission.SET_RULES)
def change_setting(
    *, viewer: Viewer, marac: Marac, name: str, value: Any, from_on: date, reason: str = "", seen: str = ""
) -> SettingValue:
    """Set one rule from a day on. The past keeps the rule that was in force; the same day's value is replaced.

    A day gone by may be given, as when a MARAC begins here with a rule that it has had for years, but not unsaid why.
    `seen` is `state_of` the setting as the page had it, to refuse a save over somebody else's.
    """
    marac = lock(Marac, viewer, marac.pk)
    if seen and seen != state_of(marac, name):
        raise Stale(
            _("Somebody else changed this setting meanwhile: see its history below. Save again if yours is right.")
        )
    stored = checked(name, value)
    if from_on < viewer.today and not reason and not viewer.is_system:
        raise Refusal(_("Say why it is set for days gone by: their deadlines are shown anew by it."), field="reason")
    row = SettingValue.objects.filter(marac=marac, name=name, from_on=from_on).first()
    row = row or SettingValue(marac=marac, name=name, from_on=from_on)
    row.value, row.set_by, row.reason = stored, viewer.name, reason
    row.save()
    _changed(marac)
    record(SettingChanged(marac_id=marac.pk, setting=name, from_on=from_on))
    return row


@operation(needs=Permission.SET_RULES)
def withdraw_setting(*, viewer: Viewer, value: SettingValue) -> None:
    """Take back a change that has not begun."""
    value = lock(SettingValue, viewer, value.pk)
    if value.from_on <= viewer.today:
        raise Refusal(_("This change has begun, so it stays in the history. Set another value instead."))
    _changed(lock(Marac, viewer, value.marac_id))
    record(SettingWithdrawn(marac_id=value.marac_id, setting=value.name, from_on=value.from_on))
    value.delete()


@operation(needs=Permission.SET_RULES)
def add_holidays(*, viewer: Viewer, nation: str, days: Mapping[date, str]) -> int:
    """Add days that are not known yet; gives how many were new."""
    known = set(BankHoliday.objects.filter(nation=nation).values_list("on", flat=True))
    new = [BankHoliday(nation=nation, on=on, name=name) for on, name in sorted(days.items()) if on not in known]
    BankHoliday.objects.bulk_create(new)
    record(HolidaysAdded(nation=nation, days=len(new)))
    return len(new)


@operation(needs=Permission.SET_RULES)
def add_holiday(*, viewer: Viewer, nation: str, on: date, name: str, reason: str) -> BankHoliday:
    """Add one day, such as one proclaimed for a coronation. What it moves, marac/holidays/operations.py says."""
    if BankHoliday.objects.filter(nation=nation, on=on).exists():
        raise Refusal(_("This day is a bank holiday already. Choose another day."), field="on")
    holiday = BankHoliday(nation=nation, on=on, name=name, added_by=viewer.name, reason=reason)
    holiday.save()
    record(HolidaysAdded(nation=nation, days=1))
    return holiday


@operation(needs=Permission.SET_RULES)
def remove_holiday(*, viewer: Viewer, holiday: BankHoliday, reason: str) -> None:
    """Make it a working day again. What that moves, marac/holidays/operations.py says."""
    holiday = lock(BankHoliday, viewer, holiday.pk)
    record(HolidayRemoved(nation=holiday.nation, on=holiday.on, reason=reason))
    holiday.delete()


@operation(needs=Permission.MANAGE_DIRECTORY)
def add_agency(*, viewer: Viewer, name: str, mail_domains: str = "") -> Agency:
    if Agency.objects.filter(name__iexact=name).exists():
        raise Refusal(_("There is already an agency of this name. Give it a seat instead."), field="name")
    agency = Agency(name=name, mail_domains=mail_domains.lower())
    agency.save()
    record(AgencyAdded(agency_id=agency.pk))
    return agency


@operation(needs=Permission.MANAGE_DIRECTORY)
def give_seat(
    *,
    viewer: Viewer,
    marac: Marac,
    agency: Agency,
    return_group: str,
    from_on: date,
    standing: str = PanelSeat.Standing.CORE,
    is_adviser_service: bool = False,
) -> PanelSeat:
    """Seat an agency from a day on: the seat it had ends the day before, and one already planned for later stays.

    A seat that begins the same day is replaced.
    """
    marac = lock(Marac, viewer, marac.pk)
    seats = PanelSeat.objects.filter(marac=marac, agency=agency)
    for earlier in seats.in_force(from_on).exclude(from_on=from_on):
        earlier.until_on = from_on - timedelta(days=1)
        earlier.save()
    later = seats.filter(from_on__gt=from_on).order_by("from_on").first()
    seat = seats.filter(from_on=from_on).first() or PanelSeat(marac=marac, agency=agency, from_on=from_on)
    seat.return_group, seat.standing, seat.is_adviser_service = return_group, standing, is_adviser_service
    seat.until_on = later.from_on - timedelta(days=1) if later else None
    seat.save()
    record(SeatGiven(marac_id=marac.pk, agency_id=agency.pk, seat_id=seat.pk))
    return seat


@operation(needs=Permission.MANAGE_DIRECTORY)
def end_seat(*, viewer: Viewer, seat: PanelSeat, until_on: date) -> PanelSeat:
    """`until_on` is the last day on which the agency sits."""
    seat = lock(PanelSeat, viewer, seat.pk)
    if until_on < seat.from_on:
        raise Refusal(_("Enter a day on or after the day on which the seat began."), field="until_on")
    later = PanelSeat.objects.filter(marac=seat.marac_id, agency=seat.agency_id, from_on__gt=seat.from_on)
    if later.filter(from_on__lte=until_on).exists():
        raise Refusal(
            _("The agency's next seat begins by then. Enter an earlier day, or change that seat."), field="until_on"
        )
    seat.until_on = until_on
    seat.save()
    record(SeatEnded(marac_id=seat.marac_id, agency_id=seat.agency_id, seat_id=seat.pk, until_on=until_on))
    return seat


def _changed(marac: Marac) -> None:
    """Whoever remembers something of its settings looks again."""
    marac.rule_changes += 1
    marac.save()
