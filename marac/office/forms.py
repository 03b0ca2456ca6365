"""Who alone may open a case."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from marac.ui.fields import LongTextField, ManyChoicesField
from marac.ui.forms import Form


class WhyForm(Form):
    reason = LongTextField(label=_("Why?"), missing=_("Say in a few words why"), rows=2, max_length=200)


class ReadersForm(Form):
    readers = ManyChoicesField(label=_("Who may open it"), missing=_("Choose who may open it"))
    reason = LongTextField(label=_("Why?"), missing=_("Say in a few words why"), rows=2, max_length=200)

    def __init__(self, *args: Any, people: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["readers"].choices = people
