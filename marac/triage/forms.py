"""What is asked when a referral is decided: what becomes of it, why, and who is known already."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marac.referrals.models import Referral
from marac.ui.fields import ChoiceField, HiddenField, LongTextField
from marac.ui.forms import Form


class DecideForm(Form):
    decision = ChoiceField(
        label=gettext_lazy("Decision"),
        choices=[
            ("accept", gettext_lazy("Accept")),
            ("return", gettext_lazy("Return for more information")),
            ("turn_down", gettext_lazy("Turn down: threshold not met")),
            ("withdraw", gettext_lazy("Withdraw")),
        ],
        missing=gettext_lazy("Choose what becomes of the referral"),
    )
    kind = ChoiceField(label=gettext_lazy("If accepted, it is"), choices=Referral.Kind.choices)
    case = ChoiceField(
        label=gettext_lazy("Case"), listed=True, hint=gettext_lazy("A repeat can go with the case that there is")
    )
    agency = ChoiceField(label=gettext_lazy("Referring agency"), listed=True)
    reason = LongTextField(
        label=gettext_lazy("Reason"),
        hint=gettext_lazy("Needed unless you accept on a ground that is met. The referrer can read it."),
    )
    revision = HiddenField()

    def __init__(self, *args: Any, cases: Iterable[Any], agencies: Iterable[Any], known: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["case"].choices = [("", _("Open a case")), *((str(each.pk), each.reference) for each in cases)]
        self.fields["agency"].choices = [("", _("Not on the panel")), *((str(a.pk), a.name) for a in agencies)]
        for path, (label, people) in known.items():
            offered = [(str(each.person.pk), _known_as(each)) for each in people]
            self.fields[path] = ChoiceField(label=label, choices=[*offered, ("", _("Somebody new"))], initial="")
        self.known_paths = list(known)

    @property
    def known(self) -> dict[str, int]:
        return {path: int(self.cleaned_data[path]) for path in self.known_paths if self.cleaned_data[path]}

    @property
    def opened_at(self) -> int:
        given = self.cleaned_data["revision"]
        return int(given) if given.isdigit() else -1


def _known_as(known: Any) -> str:
    """Who it is, why we think so, and where they are known from."""
    why = "; ".join(_(reason.words) for reason in known.reasons)
    return f"{known.person.name} ({', '.join(case.reference for case in known.cases)}): {why}"
