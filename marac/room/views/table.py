"""What is said at the table about who may sit at it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.accounts.models import User
from marac.audit.reading import record_reading
from marac.conflicts.forms import ShutOutForm
from marac.conflicts.operations import declare_for
from marac.conflicts.queries import staff_to_bar
from marac.meetings.models import AgendaItem
from marac.ui.formpage import FormPage, done


@requires(Permission.RUN_MEETINGS)
def conflict(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody says aloud that they have a conflict of interest: their screen loses the case before they have left."""
    item = visible_or_404(AgendaItem, request.viewer, "case", "meeting", pk=pk)
    form = ShutOutForm(request.POST or None, people=staff_to_bar(request.viewer, item.case))
    screen = "room:chair" if request.GET.get("screen") == "chair" else "room:live"
    if form.is_valid():
        user = visible_or_404(User, request.viewer, pk=form.cleaned_data.pop("user"))
        if done(form, declare_for, viewer=request.viewer, case=item.case, user=user):
            own = user.pk == request.viewer.user_id
            return redirect("room:now", item.meeting_id) if own else redirect(screen, pk)
    record_reading(request.viewer, "conflict", case_id=item.case_id)
    page = FormPage(
        heading=_("Somebody at the table has a conflict of interest"),
        caption=item.case.reference,
        intro=_("The case is shut to them at once, on every screen that they have open. Ask them to leave the room."),
        button=_("Shut the case to them"),
        back=reverse(screen, args=[pk]),
        warning=True,
    )
    return render(request, "ui/form.html", {"form": form, "page": page})
