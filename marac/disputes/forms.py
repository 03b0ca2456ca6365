"""What is asked of whoever records that roles are disputed, decides it, or says who acts for whom."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from marac.disputes.queries import outcome_in_words
from marac.people.models import Dispute
from marac.ui.fields import ChoiceField, DateField, HiddenField, LongTextField, TextField
from marac.ui.forms import Form

Choices = list[tuple[str, str]]


class DisputeForm(Form):
    second = ChoiceField(label=_("Between the victim and whom?"), missing=_("Choose between whom"))
    said_by = TextField(
        label=_("Who says so?"), hint=_("The agency, or the referral."), missing=_("Say who says so"), max_length=200
    )
    said_on = DateField(label=_("On which day?"), missing=_("Enter the day"))
    reason = LongTextField(label=_("What is said?"), missing=_("Say in a few words what is said"), max_length=2000)

    def __init__(self, *args: Any, people: Choices, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["second"].choices = people


class DecideForm(Form):
    outcome = ChoiceField(label=_("Who does what to whom?"), missing=_("Say what was decided"))
    screening = LongTextField(
        label=_("By what screening, and what did it find?"),
        hint=_("A screening of counter-allegations, with both of their histories."),
        missing=_("Say by what screening it was decided"),
        max_length=4000,
    )
    advice = TextField(
        label=_("Which services advised?"),
        hint=_("The domestic violence adviser, and a specialist service for men."),
        max_length=400,
    )
    revision = HiddenField()

    def __init__(self, *args: Any, dispute: Dispute, **rest: Any) -> None:
        super().__init__(*args, initial={"revision": str(dispute.revision)}, **rest)
        self.fields["outcome"].choices = [(each, outcome_in_words(dispute, each)) for each in Dispute.Outcome]


class OwnForm(Form):
    person = ChoiceField(label=_("For whom does your agency act?"), missing=_("Choose the person"))

    def __init__(self, *args: Any, people: Choices, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["person"].choices = people


class ActingForm(Form):
    person = ChoiceField(label=_("For whom?"), missing=_("Choose the person"))
    agency = ChoiceField(label=_("Which agency acts for them?"), listed=True, missing=_("Choose the agency"))
    worker = ChoiceField(
        label=_("Which worker?"),
        hint=_("Only where one agency acts for both: each worker then sees what belongs to their own person."),
        listed=True,
    )
    reason = LongTextField(label=_("How do you know?"), missing=_("Say in a few words how you know"), max_length=200)

    def __init__(self, *args: Any, people: Choices, agencies: Choices, workers: Choices, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["person"].choices = people
        self.fields["agency"].choices = [("", ""), *agencies]
        self.fields["worker"].choices = [("", _("The whole agency")), *workers]


class EndForm(Form):
    reason = LongTextField(label=_("Why?"), missing=_("Say in a few words why"), max_length=200)
