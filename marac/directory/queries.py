"""What pages and other topics ask of the directory: the rules in force, working-day calendars, who sits where."""

from datetime import date

from django.db.models import QuerySet

from marac.directory.models import BankHoliday, PanelSeat, SettingValue
from marac.directory.profile import Profile, profile_from


def profile_on(marac_id: int, on: date) -> Profile:
    """The MARAC's rules in force on that day."""
    rows = SettingValue.objects.filter(marac_id=marac_id, from_on__lte=on).order_by("from_on")
    return profile_from({row.name: row.value for row in rows})


def holidays_of(profile: Profile) -> frozenset[date]:
    """Every bank holiday known for the MARAC's nation."""
    return frozenset(BankHoliday.objects.filter(nation=profile.nation).values_list("on", flat=True))


def seats_on(marac_id: int, on: date) -> QuerySet[PanelSeat]:
    """The agencies on the panel that day, by name."""
    return PanelSeat.objects.filter(marac_id=marac_id).in_force(on).select_related("agency").order_by("agency__name")
