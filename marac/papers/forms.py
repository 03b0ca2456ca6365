"""A template that is brought in, and the day from which it prints."""

from django.utils.translation import gettext_lazy

from marac.opening.guard import LARGEST_FILE
from marac.ui.fields import DateField, FileField
from marac.ui.forms import FileForm, Form


class TemplateForm(FileForm):
    largest = LARGEST_FILE
    too_large = gettext_lazy("This file is larger than 25 MB. Make the pictures in it smaller.")

    file = FileField(
        label=gettext_lazy("Word template"),
        hint=gettext_lazy("A Word file (.docx) with the fields in it that are listed below"),
        missing=gettext_lazy("Choose the Word template"),
        accept=".docx",
    )


class DayForm(Form):
    from_on = DateField(
        label=gettext_lazy("Day from which it prints"), missing=gettext_lazy("Say from which day it prints")
    )


class WithdrawForm(Form):
    """Nothing is typed."""
