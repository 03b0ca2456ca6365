"""Who alone may open a case, and what is asked at the door of a restricted one."""

from typing import Any

from django.core.validators import MinLengthValidator
from django.utils.translation import gettext_lazy as _

from marac.ui.fields import LongTextField, ManyChoicesField, TextField
from marac.ui.forms import Form

SHORTEST = 10


class DoorForm(Form):
    why = TextField(
        label=_("Your reason"),
        hint=_("For example: I answer the research for the meeting on Thursday."),
        missing=_("Say why you open this case"),
        validators=[MinLengthValidator(SHORTEST, _("Say why you open this case, in a few words"))],
    )


class WhyForm(Form):
    reason = LongTextField(label=_("Why?"), missing=_("Say in a few words why"), rows=2, max_length=200)


class ReadersForm(WhyForm):
    field_order = ("readers", "reason")
    readers = ManyChoicesField(label=_("Who may open it"), missing=_("Choose who may open it"))

    def __init__(self, *args: Any, people: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["readers"].choices = people
