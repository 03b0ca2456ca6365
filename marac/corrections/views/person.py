"""The page that puts right what a person is called and what is recorded of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.audit.reading import record_reading
from marac.corrections import operations
from marac.corrections.forms import PersonForm, initial_of
from marac.corrections.views.saving import saved
from marac.people.models import Person
from marac.people.queries import person_file
from marac.ui.formpage import FormPage


@requires(Permission.CORRECT_PEOPLE)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    file = person_file(request.viewer, visible_or_404(Person, request.viewer, pk=pk))
    form = PersonForm(request.POST or None, initial=initial_of(file.person))
    if saved(form, operations.correct_person, viewer=request.viewer, person=file.person):
        return redirect("joins:person", pk)
    record_reading(request.viewer, "person", person_id=pk, case_ids=[party.case_id for party in file.parties])
    page = FormPage(
        heading=_("Correct what is recorded"),
        caption=f"{_('Person')} {pk}",
        intro=_("What was recorded before stays in the trail."),
        button=_("Save"),
        back=reverse("joins:person", args=[pk]),
    )
    return render(request, "corrections/edit.html", {"form": form, "page": page, "take_off": ""})
