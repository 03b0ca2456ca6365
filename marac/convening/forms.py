"""What is asked before an emergency MARAC is called: nothing that the product knows already."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from marac.directory.models import Agency
from marac.ui.fields import DateField, LongTextField, ManyChoicesField, TextField, TimeField
from marac.ui.forms import Form


class ConveneForm(Form):
    why = LongTextField(
        label=_("Why can it not wait for the next meeting?"),
        hint=_("The danger, and what several agencies have to do about it now."),
        missing=_("Say why it cannot wait"),
        max_length=400,
    )
    agreed_by = TextField(label=_("Who agreed that it is called?"), missing=_("Enter who agreed that it is called"))
    held_on = DateField(label=_("Day"), missing=_("Enter the day"))
    starts_at = TimeField(
        label=_("Starts at"), hint=_("For example, 9.30am or 14:00"), missing=_("Enter the time at which it starts")
    )
    venue = TextField(label=_("Where"), hint=_("A private room, or how to join by video."))
    chair = TextField(label=_("Who chairs it"), missing=_("Enter who chairs it"))
    agencies = ManyChoicesField(
        label=_("Who is called"),
        hint=_("Each is told at once, sees the case, and is asked what it knows by the time of the meeting."),
        missing=_("Choose at least two agencies"),
    )

    def __init__(self, *args: Any, agencies: list[Agency], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.named = {str(each.pk): each for each in agencies}
        self.fields["agencies"].choices = [(pk, each.name) for pk, each in self.named.items()]

    def clean_agencies(self) -> list[Agency]:
        return [self.named[pk] for pk in self.cleaned_data["agencies"]]
