"""Changes to the directory: settings with a date, holidays, agencies and their seats."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import lock, operation, record
from marac.directory.models import Agency, BankHoliday, Marac, PanelSeat, SettingValue
from marac.directory.profile import checked
from marac.kernel.refusal import Refusal
from marac.kernel.text import _


@dataclass(frozen=True)
class MaracAdded:
    marac_id: int


@dataclass(frozen=True)
class SettingChanged:
    marac_id: int
    setting: str
    from_on: date


@dataclass(frozen=True)
class HolidaysAdded:
    nation: str
    days: int


@dataclass(frozen=True)
class AgencyAdded:
    agency_id: int


@dataclass(frozen=True)
class SeatGiven:
    marac_id: int
    agency_id: int
    seat_id: int


@operation(needs=Permission.DO_DUE_WORK)
def add_marac(*, viewer: Viewer, name: str, prefix: str) -> Marac:
    """A MARAC is added by whoever runs the installation, at the command line."""
    marac = Marac(name=name, prefix=prefix)
    marac.save()
    record(MaracAdded(marac_id=marac.pk))
    return marac


@operation(needs=Permission.SET_RULES)
def change_setting(
    *, viewer: Viewer, marac: Marac, name: str, value: Any, from_on: date, reason: str = ""
) -> SettingValue:
    """Set one rule from a day on. The past keeps the rule that was in force; the same day's value is replaced."""
    marac = lock(Marac, viewer, marac.pk)
    stored = checked(name, value)
    row = SettingValue.objects.filter(marac=marac, name=name, from_on=from_on).first()
    row = row or SettingValue(marac=marac, name=name, from_on=from_on)
    row.value, row.set_by, row.reason = stored, viewer.name, reason
    row.save()
    record(SettingChanged(marac_id=marac.pk, setting=name, from_on=from_on))
    return row


@operation(needs=Permission.SET_RULES)
def add_holidays(*, viewer: Viewer, nation: str, days: Mapping[date, str]) -> int:
    """Add days that are not known yet; gives how many were new."""
    known = set(BankHoliday.objects.filter(nation=nation).values_list("on", flat=True))
    new = [BankHoliday(nation=nation, on=on, name=name) for on, name in sorted(days.items()) if on not in known]
    BankHoliday.objects.bulk_create(new)
    record(HolidaysAdded(nation=nation, days=len(new)))
    return len(new)


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
    """Seat an agency from a day on; the seat that it had until then ends the day before."""
    marac = lock(Marac, viewer, marac.pk)
    for earlier in PanelSeat.objects.filter(marac=marac, agency=agency).in_force(from_on):
        earlier.until_on = from_on - timedelta(days=1)
        earlier.save()
    seat = PanelSeat(
        marac=marac,
        agency=agency,
        return_group=return_group,
        from_on=from_on,
        standing=standing,
        is_adviser_service=is_adviser_service,
    )
    seat.save()
    record(SeatGiven(marac_id=marac.pk, agency_id=agency.pk, seat_id=seat.pk))
    return seat
