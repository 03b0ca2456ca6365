"""What the page of what was sent is asked for."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from marac.mail.queries import STUCK
from marac.mail.rules import KIND_NAMES, STATE_NAMES
from marac.ui.fields import ChoiceField, DateField, HiddenField
from marac.ui.forms import Form

STATES = [("", _("Every state")), (STUCK, _("Not getting through"))]


class FilterForm(Form):
    agency = ChoiceField(label=_("Agency"), listed=True)
    kind = ChoiceField(
        label=_("What"),
        listed=True,
        choices=[("", _("Everything")), *((kind.value, _(text)) for kind, text in KIND_NAMES.items())],
    )
    state = ChoiceField(
        label=_("State"),
        listed=True,
        choices=[
            ("", _("Every state")),
            (STUCK, _("Not getting through")),
            *((state.value, _(text)) for state, text in STATE_NAMES.items()),
        ],
    )
    since = DateField(label=_("From"), hint="")
    until = DateField(label=_("Until"), hint="")
    about = HiddenField()

    def __init__(self, *args: Any, agencies: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["agency"].choices = [("", _("Every agency")), *agencies]
