"""What is asked of whoever opens a case in an emergency, and of whoever reviews that."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from marac.accounts.models import User
from marac.cases.models import EmergencySeat
from marac.ui.fields import ChoiceField, LongTextField, TextField, in_words
from marac.ui.forms import Form


class EmergencyForm(Form):
    reference = TextField(
        label=_("Reference of the case"),
        hint=_("As it was told to you. Cases cannot be searched for here."),
        missing=_("Enter the reference of the case"),
        width="govuk-input--width-10",
        max_length=20,
    )
    reason = LongTextField(
        label=_("What has happened, and why can it not wait?"),
        hint=_("For example: who rang you, and what you have to know to keep somebody safe tonight."),
        missing=_("Say what has happened, and why it cannot wait"),
        max_length=2000,
    )


class ReviewerForm(Form):
    reviewer = ChoiceField(label=_("Who judges it now"), listed=True, missing=_("Choose who judges it now"))
    reason = LongTextField(
        label=_("Why another person?"), missing=_("Say why another person judges this"), max_length=2000
    )

    def __init__(self, *args: Any, people: Iterable[User], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["reviewer"].choices = [("", ""), *((str(each.pk), each.name) for each in people)]

    def clean_reviewer(self) -> int:
        return int(self.cleaned_data["reviewer"])


class ReviewForm(Form):
    verdict = ChoiceField(
        label=_("Was it right?"),
        choices=in_words(EmergencySeat.Verdict.choices),
        missing=_("Say whether it was right to open it"),
    )
    found = LongTextField(label=_("What did you find out, and from whom?"), missing=_("Enter what you found out"))
