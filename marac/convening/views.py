"""The page on which an emergency MARAC is called, filled in as far as the product knows."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.cases.door import record_look
from marac.cases.models import Case
from marac.convening.forms import ConveneForm
from marac.convening.operations import convene
from marac.convening.queries import called_first, offered
from marac.ui.formpage import FormPage, done


@requires(Permission.PLAN_MEETINGS)
def case(request: HttpRequest, pk: int) -> HttpResponse:
    viewer = request.viewer
    found = visible_or_404(Case, viewer, "marac", pk=pk)
    record_look(request, "case", case_id=pk, restricted=found.restricted)
    soon = timezone.localtime(viewer.at) + timedelta(hours=1)
    initial = {"held_on": soon.date(), "starts_at": soon.replace(minute=0).time()}
    initial["agencies"] = [str(each.pk) for each in called_first(viewer, found)]
    panel = [seat.agency for seat in offered(found.marac, viewer.today)]
    form = ConveneForm(request.POST or None, initial=initial, agencies=panel)
    if form.is_valid():
        meeting = done(form, convene, viewer=viewer, case=found)
        if meeting:
            return redirect("meetings:board", meeting.pk)
    page = FormPage(
        heading=_("Call an emergency MARAC"),
        caption=found.reference,
        intro=_(
            "Act on immediate danger first: this does not replace it. The case is also listed for the next ordinary "
            "meeting, and counts once in the return."
        ),
        button=_("Call it now"),
        back=reverse("office:case", args=[pk]),
    )
    return render(request, "ui/form.html", {"form": form, "page": page})
