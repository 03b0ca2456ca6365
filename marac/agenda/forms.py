"""What is asked about an agenda: who is needed, who comes and when, and how long a case takes."""

from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marac.directory.models import Agency
from marac.kernel.times import read_time
from marac.ui.fields import ChoiceField, NumberField, TextField
from marac.ui.forms import Form

NOT_A_TIME = gettext_lazy("Enter a time of day, such as 9.30am or 14:00")


class _OfAnAgency(Form):
    agency = ChoiceField(label=gettext_lazy("Agency"), listed=True, missing=gettext_lazy("Choose the agency"))

    def __init__(self, *args: Any, agencies: list[Agency], **rest: Any) -> None:
        super().__init__(*args, **rest)
        named = [(str(each.pk), each.name) for each in agencies]
        self.fields["agency"].choices = [("", _("Choose an agency")), *named]

    def clean_agency(self) -> int:
        return int(self.cleaned_data["agency"])


class NeedForm(_OfAnAgency):
    needed = ChoiceField(
        label=gettext_lazy("When this case is heard, it is"),
        missing=gettext_lazy("Say whether it is needed"),
        choices=[("yes", gettext_lazy("Needed")), ("no", gettext_lazy("Not needed"))],
    )
    reason = TextField(
        label=gettext_lazy("Why"),
        missing=gettext_lazy("Say why, in a few words"),
        hint=gettext_lazy("It is kept for good. Do not write about the people of the case."),
        max_length=400,
    )

    def clean_needed(self) -> bool:
        return bool(self.cleaned_data["needed"] == "yes")


class ComingForm(_OfAnAgency):
    people = NumberField(
        label=gettext_lazy("How many come"),
        hint=gettext_lazy("Leave it blank to count as many as at the last meeting."),
    )
    from_at = TextField(
        label=gettext_lazy("Can be there from"),
        hint=gettext_lazy("For example, 10.30am. Leave it blank if any time will do."),
        width="govuk-input--width-5",
    )
    until_at = TextField(label=gettext_lazy("Can stay until"), width="govuk-input--width-5")

    def clean_from_at(self) -> time | None:
        return _time(self.cleaned_data["from_at"])

    def clean_until_at(self) -> time | None:
        return _time(self.cleaned_data["until_at"])


class PlaceForm(Form):
    """From the list itself: where a case goes, and how the list stood on the page."""

    place = NumberField(label=gettext_lazy("Place"), missing=gettext_lazy("Enter a place, such as 3"))


def _time(text: str) -> time | None:
    if not text.strip():
        return None
    found = read_time(text)
    if found is None:
        raise forms.ValidationError(NOT_A_TIME)
    return found
