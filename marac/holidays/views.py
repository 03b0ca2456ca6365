"""A bank holiday added or taken off: which deadlines that moves is shown before it is saved."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.directory.models import BankHoliday
from marac.holidays import operations
from marac.holidays.forms import HolidayForm, NoHolidayForm
from marac.holidays.queries import holiday_shifts
from marac.kernel.bankholidays import Nation
from marac.kernel.refusal import Refusal
from marac.series.rules import DEADLINE_NAMES
from marac.ui.formpage import FormPage
from marac.ui.forms import ShownAgain


@requires(Permission.SET_RULES)
def add(request: HttpRequest) -> HttpResponse:
    asked = request.GET.get("nation", "")
    nation = Nation(asked) if asked in set(Nation) else Nation.ENGLAND
    form = HolidayForm(request.POST or None, initial={"nation": nation.value})
    page = FormPage(
        heading=_("Add a bank holiday"),
        intro=_("It counts for every MARAC of that nation. You will see what it moves before it is saved."),
        button=_("Show what it moves"),
        back=reverse("directory:holidays"),
    )

    def save() -> Any:
        return operations.proclaim(viewer=request.viewer, **form.cleaned_data)

    return _asked(request, form, page, lambda: (form.cleaned_data["nation"], form.cleaned_data["on"], True), save)


@requires(Permission.SET_RULES)
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    holiday = visible_or_404(BankHoliday, request.viewer, pk=pk)
    form = NoHolidayForm(request.POST or None)
    page = FormPage(
        heading=_("Make this a working day?"),
        caption=holiday.name,
        intro=_("It will count as a working day for every MARAC of that nation."),
        button=_("Show what it moves"),
        back=f"{reverse('directory:holidays')}?nation={holiday.nation}&year={holiday.on.year}",
        warning=True,
    )
    nation, on = holiday.nation, holiday.on

    def save() -> Any:
        return operations.take_off(viewer=request.viewer, holiday=holiday, reason=form.cleaned_data["reason"])

    return _asked(request, form, page, lambda: (nation, on, False), save)


def _asked(
    request: HttpRequest,
    form: ShownAgain,
    page: FormPage,
    of: Callable[[], tuple[str, date, bool]],
    save: Callable[[], Any],
) -> HttpResponse:
    """Of MARACs that are not the viewer's, only how many meetings it touches is said."""
    if form.is_valid() and "change" not in request.POST:
        nation, on, added = of()
        try:
            if "confirm" in request.POST:
                save()
                return redirect(f"{reverse('directory:holidays')}?nation={nation}&year={on.year}")
            found = holiday_shifts(request.viewer.today, nation, {on: added})
            own = [each for each in found if each.meeting.marac_id in request.viewer.marac_ids]
            shown = {"form": form, "page": page, "on": on, "own": own, "others": len(found) - len(own)}
            return render(request, "holidays/moved.html", shown | {"names": DEADLINE_NAMES})
        except Refusal as refusal:
            form.refuse(refusal)
    return render(request, "ui/form.html", {"form": form, "page": page})
