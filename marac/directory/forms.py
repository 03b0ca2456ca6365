"""What is typed to change a setting, an agency, or its seat."""

import re
from enum import StrEnum
from typing import Any

from django.forms import Field
from django.utils.translation import gettext_lazy as _

from marac.directory.choices import NAMES
from marac.directory.models import PanelSeat, ReturnGroup
from marac.directory.profile import KINDS, SETTINGS
from marac.ui.fields import (
    ChoiceField,
    DateField,
    HiddenField,
    LongTextField,
    NumberField,
    TextField,
    TickField,
    in_words,
)
from marac.ui.forms import Form

DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")
MISSING_DAY = _("Enter the day from which it holds")


class ChangeSettingForm(Form):
    """One setting: the box for its value is of the setting's own kind."""

    from_on = DateField(label=_("From which day"), missing=MISSING_DAY)
    reason = LongTextField(
        label=_("Why (optional)"), rows=2, max_length=2000, hint=_("For example, the protocol and its date")
    )

    seen = HiddenField()

    def __init__(self, *args: Any, name: str, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields = {"value": _value_field(name), **self.fields}

    def look_again(self) -> None:
        """What was typed, now over the values that stand on the page: to save again is a choice."""
        self.data = self.data.copy()
        self.data["seen"] = self.initial["seen"]


class AgencyForm(Form):
    name = TextField(label=_("Name of the agency"), missing=_("Enter the name of the agency"))
    mail_domains = TextField(
        label=_("Mail domains (optional)"),
        max_length=400,
        hint=_("What stands after the @ in its people's addresses. Put spaces between several."),
    )

    def clean_mail_domains(self) -> str:
        domains = self.cleaned_data["mail_domains"].lower().replace(",", " ").split()
        domains = [domain.rpartition("@")[2] for domain in domains]
        if not all(DOMAIN.fullmatch(domain) for domain in domains):
            self.add_error("mail_domains", _("Enter domains such as housing.example.org, with spaces between them"))
        return " ".join(dict.fromkeys(domains))


class SeatForm(Form):
    return_group = ChoiceField(
        label=_("Group in the national return"),
        choices=in_words([("", ""), *ReturnGroup.choices]),
        listed=True,
        missing=_("Choose the group in the national return"),
    )
    standing = ChoiceField(
        label=_("Standing"), choices=in_words(PanelSeat.Standing.choices), missing=_("Choose core or on call")
    )
    is_adviser_service = TickField(
        label=_("It is the domestic violence adviser service"), hint=_("It gets every case, to reach the victim.")
    )
    from_on = DateField(label=_("From which day"), missing=MISSING_DAY)


class EndSeatForm(Form):
    until_on = DateField(label=_("Last day of the seat"), missing=_("Enter the last day of the seat"))


class ConfirmForm(Form):
    """Nothing to fill in: the button is the answer."""


def _value_field(name: str) -> Field:
    setting, kind = SETTINGS[name], KINDS[name]
    label, hint = _(setting.label), _(setting.unit) if setting.unit else ""
    if kind is int:
        return NumberField(label=label, hint=hint, missing=_("Enter a whole number, such as 12"))
    if issubclass(kind, StrEnum):
        choices = [(each.value, _(NAMES[each])) for each in kind]
        return ChoiceField(label=label, choices=choices, missing=_("Choose one of the answers shown"))
    if setting.offers is not None:
        return ChoiceField(
            label=label,
            choices=[(each, _(text)) for each, text in setting.offers.items()],
            missing=_("Choose one of the answers shown"),
        )
    if setting.long:
        return LongTextField(label=label, missing=None if setting.may_be_empty else _("Enter some words"))
    return TextField(label=label, missing=_("Enter some words"))
