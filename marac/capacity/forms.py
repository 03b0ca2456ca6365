"""What is asked when room is made in a meeting."""

from django.utils.translation import gettext_lazy as _

from marac.ui.fields import DateField, NumberField, TextField
from marac.ui.forms import Form


class MinutesForm(Form):
    minutes = NumberField(label=_("Minutes"), missing=_("Enter how many minutes the case takes, such as 15"))


class LongerForm(Form):
    minutes = NumberField(
        label=_("Minutes that this meeting may take"),
        missing=_("Enter how many minutes the meeting may take, such as 270"),
    )
    reason = TextField(label=_("Who agreed to it"), missing=_("Say who agreed that it is longer"), max_length=400)


class SecondForm(Form):
    day = DateField(label=_("Day of the second meeting"), missing=_("Enter the day of the second meeting"))


class ListedOnlyForm(Form):
    reason = TextField(
        label=_("Why it is not discussed"),
        missing=_("Say why the case is not discussed"),
        hint=_("It is kept for good. Do not write about the people of a case."),
        max_length=400,
    )
