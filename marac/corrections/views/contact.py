"""Pages that put right one address or one telephone number of a person."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.audit.reading import record_reading
from marac.corrections import operations
from marac.corrections.forms import AddressForm, PhoneForm, ReasonForm, initial_of
from marac.corrections.views.saving import saved
from marac.kernel.identifiers import display_phone
from marac.people.models import Address, Person, Phone
from marac.people.operations import reveal_phone
from marac.people.queries import case_ids_of
from marac.ui.formpage import FormPage, done


@requires(Permission.CORRECT_PEOPLE)
def add_address(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Person, request.viewer, pk=pk)
    form = AddressForm(request.POST or None, initial={"kind": Address.Kind.CURRENT})
    if saved(form, operations.add_address, viewer=request.viewer, person=found):
        return redirect("joins:person", pk)
    _read(request, "person", pk)
    return _page(request, form, pk, heading=_("Add an address"))


@requires(Permission.CORRECT_PEOPLE)
def address(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Address, request.viewer, pk=pk)
    form = AddressForm(request.POST or None, initial=initial_of(found))
    if saved(form, operations.correct_address, viewer=request.viewer, address=found):
        return redirect("joins:person", found.person_id)
    _read(request, "address", found.person_id, address_id=pk)
    intro = _("This address is confidential and is not shown here. Leave address and postcode blank to keep them.")
    take_off = reverse("corrections:take-off-address", args=[pk])
    heading = _("Correct an address")
    return _page(
        request, form, found.person_id, heading=heading, intro=intro if found.confidential else "", take_off=take_off
    )


@requires(Permission.CORRECT_PEOPLE)
def take_off_address(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Address, request.viewer, pk=pk)
    form = ReasonForm(request.POST or None)
    if form.is_valid() and done(form, operations.take_off_address, viewer=request.viewer, address=found):
        return redirect("joins:person", found.person_id)
    _read(request, "address", found.person_id, address_id=pk)
    intro = _("Only if it was never theirs. Where somebody used to live is kept: give its last day instead.")
    caption = found.shown or _("Address withheld")
    return _page(request, form, found.person_id, heading=_("Take this address off"), caption=caption, intro=intro)


@requires(Permission.CORRECT_PEOPLE)
def add_phone(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Person, request.viewer, pk=pk)
    form = PhoneForm(request.POST or None)
    if saved(form, operations.add_phone, viewer=request.viewer, person=found):
        return redirect("joins:person", pk)
    _read(request, "person", pk)
    return _page(request, form, pk, heading=_("Add a telephone number"))


@requires(Permission.CORRECT_PEOPLE)
def phone(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Phone, request.viewer, pk=pk)
    form = PhoneForm(request.POST or None, initial=initial_of(found))
    if saved(form, operations.correct_phone, viewer=request.viewer, phone=found):
        return redirect("joins:person", found.person_id)
    number = reveal_phone(viewer=request.viewer, phone=found).number
    caption, take_off = display_phone(number), reverse("corrections:take-off-phone", args=[pk])
    heading = _("Is this number safe?")
    return _page(request, form, found.person_id, heading=heading, caption=caption, take_off=take_off)


@requires(Permission.CORRECT_PEOPLE)
def take_off_phone(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Phone, request.viewer, pk=pk)
    form = ReasonForm(request.POST or None)
    if form.is_valid() and done(form, operations.take_off_phone, viewer=request.viewer, phone=found):
        return redirect("joins:person", found.person_id)
    number = reveal_phone(viewer=request.viewer, phone=found).number
    caption, heading = display_phone(number), _("Take this number off")
    intro = _("Nobody will find it here or ring it for this person. That it was taken off stays in the trail.")
    return _page(request, form, found.person_id, heading=heading, caption=caption, intro=intro)


def _read(request: HttpRequest, what: str, person_id: int, **details: int) -> None:
    case_ids = case_ids_of(request.viewer, person_id)
    record_reading(request.viewer, what, person_id=person_id, case_ids=case_ids, **details)


def _page(request: HttpRequest, form: Any, person_id: int, *, take_off: str = "", **words: str) -> HttpResponse:
    warning = isinstance(form, ReasonForm)
    words = {"caption": f"{_('Person')} {person_id}"} | words
    back = reverse("joins:person", args=[person_id])
    page = FormPage(button=_("Take off") if warning else _("Save"), back=back, warning=warning, **words)
    template = "ui/form.html" if warning else "corrections/edit.html"
    return render(request, template, {"form": form, "page": page, "take_off": take_off})
