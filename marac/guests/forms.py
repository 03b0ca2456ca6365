"""The forms of a link: to send one, and to type its code."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from marac.ui.fields import ChoiceField, LongTextField, TextField
from marac.ui.forms import Form


class MakeForm(Form):
    marac = ChoiceField(label=_("For which area?"), listed=True, missing=_("Choose the area"))
    agency = ChoiceField(
        label=_("Their agency"),
        listed=True,
        missing=_("Choose the agency"),
        hint=_("One that is not here is added to the directory first, under Settings"),
    )
    address = TextField(
        label=_("E-mail address of work"), kind="email", missing=_("Enter the address to which the link goes")
    )
    checked = LongTextField(
        label=_("How you verified the agency and the address"),
        rows=3,
        hint=_(
            "Where the address is not at the agency's own domain. For example: rang the switchboard, by the number "
            "of its web site, and was put through"
        ),
    )

    def __init__(self, *args: Any, maracs: Iterable[Any], agencies: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.maracs = {str(each.pk): each for each in maracs}
        self.agencies = {str(each.pk): each for each in agencies}
        for name, offered in (("marac", self.maracs), ("agency", self.agencies)):
            self.fields[name].choices = [(key, each.name) for key, each in offered.items()]

    @property
    def given(self) -> dict[str, Any]:
        told = self.cleaned_data
        chosen = {"marac": self.maracs[told["marac"]], "agency": self.agencies[told["agency"]]}
        return chosen | {"address": told["address"], "checked": told["checked"]}


class CodeForm(Form):
    code = TextField(
        label=_("Code"),
        width="govuk-input--width-10",
        hint=_("Eight letters and figures, given to you by telephone"),
        missing=_("Enter the code"),
    )
