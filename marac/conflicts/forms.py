"""What is declared, and how a suggested conflict of interest is decided."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from marac.conflicts.rules import KIND_NAMES
from marac.ui.fields import ChoiceField, LongTextField, TextField
from marac.ui.forms import Form

CONFIRM, DISMISS = "confirm", "dismiss"
WHY = _("Why?")


class DeclareForm(Form):
    kind = ChoiceField(
        label=_("What do you declare?"),
        choices=[(kind, _(text)) for kind, text in KIND_NAMES.items()],
        missing=_("Choose what you declare"),
    )
    text = TextField(label=_("Name, address or number"), missing=_("Enter the name, address or number"))
    postcode = TextField(label=_("Postcode, of an address"), width="govuk-input--width-10", max_length=10)


class OwnConflictForm(Form):
    reason = LongTextField(
        label=_("How do you know somebody in this case?"),
        hint=_("A few words are enough. The coordinator reads them."),
        missing=_("Say in a few words how"),
        max_length=200,
    )


class DecideForm(Form):
    decision = ChoiceField(
        label=_("Is there a conflict of interest?"),
        choices=[(CONFIRM, _("Yes: shut the case to them")), (DISMISS, _("No: they may work on it"))],
        missing=_("Say whether there is a conflict of interest"),
    )
    reason = LongTextField(label=WHY, hint=_("Needed if there is none."), max_length=200)


class ShutOutForm(Form):
    user = ChoiceField(label=_("To whom"), listed=True, missing=_("Choose the person"))
    reason = LongTextField(label=WHY, missing=_("Say in a few words why"), max_length=200)

    def __init__(self, *args: Any, people: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["user"].choices = [("", ""), *people]


class LetInForm(Form):
    reason = LongTextField(label=WHY, missing=_("Say in a few words why"), max_length=200)
