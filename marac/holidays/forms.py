"""What is asked about a bank holiday: the day, what it is called, and why it is added or taken off."""

from django.utils.translation import gettext_lazy

from marac.directory.choices import NAMES
from marac.kernel.bankholidays import Nation
from marac.ui.fields import ChoiceField, DateField, TextField
from marac.ui.forms import ShownAgain


class HolidayForm(ShownAgain):
    nation = ChoiceField(
        label=gettext_lazy("Nation"),
        choices=[(nation.value, gettext_lazy(NAMES[nation])) for nation in Nation],
        listed=True,
        missing=gettext_lazy("Choose the nation"),
    )
    on = DateField(label=gettext_lazy("Day"), missing=gettext_lazy("Enter the day"))
    name = TextField(
        label=gettext_lazy("What it is called"), max_length=120, missing=gettext_lazy("Enter what the day is called")
    )
    reason = TextField(
        label=gettext_lazy("Why it is added"),
        max_length=400,
        missing=gettext_lazy("Say why it is added"),
        hint=gettext_lazy("For example, proclaimed on 3 May"),
    )


class NoHolidayForm(ShownAgain):
    reason = TextField(
        label=gettext_lazy("Why it is a working day again"),
        max_length=400,
        missing=gettext_lazy("Say why it is a working day again"),
    )
