"""Choosing a return, and giving a template to be compared with it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from marac.ui.fields import ChoiceField, FileField
from marac.ui.forms import Form


class ReturnForm(Form):
    """`maracs` are (id, name), `quarters` (2025Q4, how it is called), the likeliest first."""

    marac = ChoiceField(label=_("MARAC"), listed=True, missing=_("Choose a MARAC"))
    quarter = ChoiceField(label=_("Quarter"), listed=True, missing=_("Choose a quarter"))

    def __init__(self, *args: Any, maracs: list[tuple[int, str]], quarters: list[tuple[str, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["marac"].choices = maracs
        self.fields["quarter"].choices = quarters


class TemplateForm(Form):
    template = FileField(
        label=_("Empty workbook (.xlsx)"),
        hint=_("Its headings are compared cell by cell with the edition in your settings. It is not kept."),
        accept=".xlsx",
        missing=_("Choose the workbook"),
    )


class FiguresForm(Form):
    """`maracs` are (id, name); "" is all of them together."""

    marac = ChoiceField(label=_("MARAC"), listed=True)

    def __init__(self, *args: Any, maracs: list[tuple[int, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["marac"].choices = [("", _("All together")), *maracs]
