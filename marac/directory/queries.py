"""What pages and other topics ask of the directory: the rules in force, working-day calendars, who sits where."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from marac.access.viewer import Viewer
from marac.directory.models import Agency, BankHoliday, Marac, PanelSeat, SettingValue
from marac.directory.profile import SETTINGS, Profile, Setting, profile_from, words_of


@dataclass(frozen=True)
class Line:
    """One setting as the page shows it. `row` is None while the default is in force; `coming` is the next change."""

    name: str
    setting: Setting
    value: Any
    words: str
    row: SettingValue | None
    coming: SettingValue | None
    coming_words: str


def profile_on(marac_id: int, on: date) -> Profile:
    """The MARAC's rules in force on that day."""
    rows = SettingValue.objects.filter(marac_id=marac_id, from_on__lte=on).order_by("from_on")
    return profile_from({row.name: row.value for row in rows})


def profiles_on(marac_ids: Collection[int], on: date) -> dict[int, Profile]:
    """The rules of several MARACs in force on that day, asked for once."""
    found: dict[int, dict[str, Any]] = {marac_id: {} for marac_id in marac_ids}
    for row in SettingValue.objects.filter(marac__in=marac_ids, from_on__lte=on).order_by("from_on"):
        found[row.marac_id][row.name] = row.value
    return {marac_id: profile_from(values) for marac_id, values in found.items()}


def holidays_by_nation(nations: Collection[str]) -> dict[str, frozenset[date]]:
    """Every bank holiday known for each of the nations, asked for once."""
    found: dict[str, set[date]] = {nation: set() for nation in nations}
    for nation, on in BankHoliday.objects.filter(nation__in=nations).values_list("nation", "on"):
        found[nation].add(on)
    return {nation: frozenset(days) for nation, days in found.items()}


def holidays_of(profile: Profile) -> frozenset[date]:
    """Every bank holiday known for the MARAC's nation."""
    return frozenset(BankHoliday.objects.filter(nation=profile.nation).values_list("on", flat=True))


def seats_on(marac_id: int, on: date) -> QuerySet[PanelSeat]:
    """The agencies on the panel that day, by name."""
    return PanelSeat.objects.filter(marac_id=marac_id).in_force(on).select_related("agency").order_by("agency__name")


def return_group_of(agency: Agency, marac_id: int, on: date) -> str:
    """Under which the return counts the agency's referrals, as its seat that day has it; "" without a seat."""
    seat = seats_on(marac_id, on).filter(agency=agency).first()
    return seat.return_group if seat else ""


def maracs_of(viewer: Viewer) -> QuerySet[Marac]:
    """The MARACs that the viewer acts in, by name."""
    return Marac.objects.visible_to(viewer)


def lines_by_group(marac: Marac, on: date) -> dict[str, list[Line]]:
    """Every setting of the MARAC under the name of its group, in the order of the profile."""
    rows = list(SettingValue.objects.filter(marac=marac).order_by("from_on"))
    groups: dict[str, list[Line]] = {}
    for name, setting in SETTINGS.items():
        line = _line(name, [row for row in rows if row.name == name], on)
        groups.setdefault(_(setting.group), []).append(line)
    return groups


def line_of(marac: Marac, name: str, on: date) -> Line:
    """One setting of the MARAC."""
    return _line(name, SettingValue.objects.filter(marac=marac, name=name).order_by("from_on"), on)


def history_of(marac: Marac, name: str) -> list[tuple[SettingValue, str]]:
    """Every value that a setting had or will have, newest first, each with its words."""
    rows = SettingValue.objects.filter(marac=marac, name=name).order_by("-from_on")
    return [(row, _shown(name, row.value)) for row in rows]


def state_of(marac: Marac, name: str) -> str:
    """A mark that changes with every change of a setting, to notice a save over somebody else's."""
    rows = SettingValue.objects.filter(marac=marac, name=name).order_by("from_on")
    told = repr(list(rows.values_list("value", "from_on", "set_by")))
    return sha256(told.encode()).hexdigest()[:16]


def agencies_found(marac: Marac, words: str, on: date) -> QuerySet[Agency]:
    """Agencies by name, each with `seats`: those that it has or will have in this MARAC."""
    seats = PanelSeat.objects.not_ended(on).filter(marac=marac).order_by("from_on")
    found = Agency.objects.prefetch_related(Prefetch("panelseat_set", queryset=seats, to_attr="seats"))
    return found.filter(Q(name__icontains=words) | Q(mail_domains__icontains=words)) if words else found


def agencies_by_name() -> QuerySet[Agency]:
    """Every agency, for a list to choose from."""
    return Agency.objects.order_by("name")


def names_here() -> list[str]:
    """Of every MARAC and agency of this installation, and the domains that their people write from."""
    agencies = Agency.objects.values_list("name", "mail_domains")
    return [*Marac.objects.values_list("name", flat=True), *(text for pair in agencies for text in pair)]


def agency_named(name: str) -> Agency | None:
    """The agency of this name, in capitals or not."""
    return Agency.objects.filter(name__iexact=name).first()


def seat_on(marac: Marac, agency: Agency, on: date) -> PanelSeat | None:
    """The seat that the agency has that day, or else the next one that it will have."""
    seats = PanelSeat.objects.not_ended(on).filter(marac=marac, agency=agency)
    return seats.order_by("from_on").first()


def holidays_in(nation: str, year: int) -> QuerySet[BankHoliday]:
    """The bank holidays of a nation in one year, by date."""
    return BankHoliday.objects.filter(nation=nation, on__year=year).order_by("on")


def holiday_years(nation: str, today: date) -> list[int]:
    """The years in which days are known, and this one; earliest first."""
    known = BankHoliday.objects.filter(nation=nation).dates("on", "year")
    return sorted({day.year for day in known} | {today.year})


def _line(name: str, rows: Iterable[SettingValue], on: date) -> Line:
    begun, coming = None, None
    for row in rows:
        if row.from_on <= on:
            begun = row
        else:
            coming = coming or row
    default = getattr(Profile(), name)
    value = begun.value if begun else default
    return Line(
        name=name,
        setting=SETTINGS[name],
        value=value,
        words=_shown(name, value) if begun or value != 0 else "",
        row=begun,
        coming=coming,
        coming_words=_shown(name, coming.value) if coming else "",
    )


def _shown(name: str, value: Any) -> str:
    words = words_of(name, value)
    return _(words) if words else ""
