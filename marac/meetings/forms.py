"""What is asked about meetings: a year's pattern, a case to list, a reason."""

from collections.abc import Iterable
from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marac.directory.models import Marac
from marac.kernel.times import read_time
from marac.meetings.rules import NthWeekday
from marac.referrals.models import Referral
from marac.ui.fields import ChoiceField, DateField, LongTextField, TextField
from marac.ui.forms import Form

MONTHLY = "monthly"


class PlanForm(Form):
    """A year of meetings. Once shown, the same answers come back with `confirm`."""

    marac = ChoiceField(label=gettext_lazy("MARAC"), missing=gettext_lazy("Choose the MARAC"))
    first_on = DateField(
        label=gettext_lazy("First meeting"), missing=gettext_lazy("Enter the date of the first meeting")
    )
    pattern = ChoiceField(
        label=gettext_lazy("How often"),
        missing=gettext_lazy("Choose how often the MARAC meets"),
        hint=gettext_lazy(
            "Monthly meetings take their weekday, first to fourth or last, from the date of the first one."
        ),
        choices=[
            ("1", gettext_lazy("Every week")),
            ("2", gettext_lazy("Every two weeks")),
            ("3", gettext_lazy("Every three weeks")),
            ("4", gettext_lazy("Every four weeks")),
            (
                MONTHLY,
                gettext_lazy("Monthly, such as on the second Tuesday of each month"),
            ),
        ],
    )
    until = DateField(
        label=gettext_lazy("Last day to plan for"),
        missing=gettext_lazy("Enter the last day to plan for"),
        hint=gettext_lazy("For example, 31/3/2027. Enter the same day as the first meeting to plan one meeting."),
    )
    starts_at = TextField(
        label=gettext_lazy("Starts at"),
        missing=gettext_lazy("Enter the time at which the meeting starts"),
        hint=gettext_lazy("For example, 9.30am"),
        width="govuk-input--width-5",
    )
    venue = TextField(
        label=gettext_lazy("Where"), hint=gettext_lazy("A room, or how to join by video. You may leave it blank.")
    )
    chair = TextField(label=gettext_lazy("Chair"), hint=gettext_lazy("You may leave it blank."))

    def __init__(self, *args: Any, maracs: Iterable[Marac], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.maracs = {str(marac.pk): marac for marac in maracs}
        self.fields["marac"].choices = [(pk, marac.name) for pk, marac in self.maracs.items()]
        if len(self.maracs) == 1:
            self.fields["marac"].initial = next(iter(self.maracs))

    def clean_marac(self) -> Marac:
        return self.maracs[self.cleaned_data["marac"]]

    def clean_starts_at(self) -> time:
        found = read_time(self.cleaned_data["starts_at"])
        if found is None:
            raise forms.ValidationError(_("Enter a time of day, such as 9.30am or 14:00"))
        return found

    @property
    def asked_pattern(self) -> dict[str, Any]:
        """As `year_of_meetings` takes it."""
        pattern = self.cleaned_data["pattern"]
        if pattern == MONTHLY:
            return {"monthly": NthWeekday.of(self.cleaned_data["first_on"])}
        return {"every_weeks": int(pattern)}

    @property
    def answers(self) -> list[tuple[str, str]]:
        """Each answer as it was typed, to be carried to the confirmation."""
        return [(name, self[name].value() or "") for name in self.fields]


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
