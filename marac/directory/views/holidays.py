"""Pages of bank holidays: the list by nation and year, a day added, a day taken off."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.directory import operations, queries
from marac.directory.choices import NAMES
from marac.directory.forms import ConfirmForm, HolidayForm
from marac.directory.models import BankHoliday
from marac.kernel.bankholidays import Nation
from marac.ui.formpage import FormPage, done


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


@requires(Permission.SET_RULES)
def add_holiday(request: HttpRequest) -> HttpResponse:
    form = HolidayForm(request.POST or None, initial={"nation": _nation(request.GET.get("nation", "")).value})
    if form.is_valid():
        day = done(form, operations.add_holiday, viewer=request.viewer)
        if day:
            return redirect(_list_of(day))
    page = FormPage(
        heading=_("Add a bank holiday"),
        intro=_("It counts for every MARAC of that nation. Days that are counted from now on leave it out."),
        button=_("Add"),
        back=reverse("directory:holidays"),
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.SET_RULES)
def remove_holiday(request: HttpRequest, pk: int) -> HttpResponse:
    day = visible_or_404(BankHoliday, request.viewer, pk=pk)
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    back = _list_of(day)
    if form.is_valid() and done(form, operations.remove_holiday, viewer=request.viewer, holiday=day):
        return redirect(back)
    page = FormPage(
        heading=_("Make this a working day?"),
        caption=day.name,
        intro=_("It will count as a working day for every MARAC of that nation."),
        button=_("Make it a working day"),
        back=back,
        warning=True,
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


def _nation(asked: str) -> Nation:
    return Nation(asked) if asked in set(Nation) else Nation.ENGLAND


def _list_of(day: BankHoliday) -> str:
    return f"{reverse('directory:holidays')}?nation={day.nation}&year={day.on.year}"
