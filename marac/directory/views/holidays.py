"""The list of bank holidays, by nation and year. How one is added or taken off: marac/holidays."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from marac.access.requires import requires
from marac.access.roles import Permission
from marac.directory import queries
from marac.directory.choices import NAMES
from marac.kernel.bankholidays import Nation


@requires(Permission.SET_RULES)
def holidays(request: HttpRequest) -> HttpResponse:
    """What the address asks for is shown if it makes sense, and else this year in England."""
    nation, today = _nation(request.GET.get("nation", "")), request.viewer.today
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isascii() and asked.isdigit() and 0 < int(asked[:5]) < 10_000 else today.year
    shown = {
        "nation": nation.value,
        "nations": [(each.value, _(NAMES[each])) for each in Nation],
        "year": year,
        "years": sorted({*queries.holiday_years(nation, today), year}),
        "days": queries.holidays_in(nation, year),
    }
    return render(request, "directory/holidays.html", shown)


def _nation(asked: str) -> Nation:
    return Nation(asked) if asked in set(Nation) else Nation.ENGLAND
