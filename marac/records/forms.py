"""What the trail is filtered by, and the reason for which an alert is closed."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from marac.records.words import KIND_NAMES
from marac.ui.fields import ChoiceField, DateField, LongTextField
from marac.ui.forms import Form

KINDS = [("", _("Everything")), *((kind, _(text)) for kind, text in KIND_NAMES.items())]


class PersonForm(Form):
    kind = ChoiceField(label=_("What"), listed=True, choices=KINDS)
    since = DateField(label=_("From"), hint="")
    until = DateField(label=_("Until"), hint="")

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        since, until = given.get("since"), given.get("until")
        if since and until and until < since:
            self.add_error("until", _("Enter the first day or a later one"))
        return given


class TrailForm(PersonForm):
    person = ChoiceField(label=_("Who"), listed=True)

    def __init__(self, *args: Any, people: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["person"].choices = [("", _("Everybody")), *people]


class CloseForm(Form):
    reason = LongTextField(label=_("What did you find out, and from whom?"), missing=_("Enter what you found out"))
