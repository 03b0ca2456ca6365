"""What is asked about meetings: a case to list, a reason."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marac.referrals.models import Referral
from marac.ui.fields import ChoiceField, LongTextField
from marac.ui.forms import Form


class ListCaseForm(Form):
    """Which of the waiting cases, and why if it is late."""

    case = ChoiceField(label=gettext_lazy("Case"), missing=gettext_lazy("Choose a case"))
    reason = LongTextField(label=gettext_lazy("Why it is listed late"), rows=2, max_length=400)

    def __init__(self, *args: Any, referrals: Iterable[Referral], late: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.referrals = {str(referral.pk): referral for referral in referrals}
        self.fields["case"].choices = [(pk, _shown(referral)) for pk, referral in self.referrals.items()]
        if not late:
            del self.fields["reason"]

    def clean_case(self) -> Referral:
        return self.referrals[self.cleaned_data["case"]]


def _shown(referral: Referral) -> str:
    by = referral.agency.name if referral.agency else _("referrer not recorded")
    return ", ".join(part for part in (referral.case.reference, _(referral.get_kind_display()), by) if part)


class ReasonForm(Form):
    reason = LongTextField(
        label=gettext_lazy("Reason"),
        missing=gettext_lazy("Give the reason, in a few words."),
        hint=gettext_lazy("It is kept for good. Do not write about the people of a case."),
        rows=2,
        max_length=400,
    )
