"""What is typed about somebody who came to a meeting, or sent apologies."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marac.attendance.models import Attendance, QuorumDecision
from marac.directory.models import Agency
from marac.ui.fields import ChoiceField, LongTextField, TextField, TickField, in_words
from marac.ui.forms import Form


class AttendanceForm(Form):
    """Somebody who came or sent apologies."""

    agency = ChoiceField(label=gettext_lazy("Agency"), missing=gettext_lazy("Choose the agency"), listed=True)
    name = TextField(label=gettext_lazy("Name"), missing=gettext_lazy("Enter the person's name."))
    capacity = ChoiceField(
        label=gettext_lazy("Capacity"),
        missing=gettext_lazy("Choose the capacity in which they come"),
        choices=in_words(Attendance.Capacity.choices),
        initial=Attendance.Capacity.REPRESENTATIVE,
        listed=True,
    )
    presence = ChoiceField(
        label=gettext_lazy("Presence"),
        missing=gettext_lazy("Choose whether they came"),
        choices=in_words(Attendance.Presence.choices),
        initial=Attendance.Presence.PRESENT,
    )
    confidentiality_accepted = TickField(label=gettext_lazy("Has accepted the confidentiality statement"))

    def __init__(self, *args: Any, agencies: Iterable[Agency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.agencies = {str(agency.pk): agency for agency in agencies}
        choices = [("", _("Choose an agency")), *((pk, agency.name) for pk, agency in self.agencies.items())]
        self.fields["agency"].choices = choices

    def clean_agency(self) -> Agency:
        return self.agencies[self.cleaned_data["agency"]]


class ObserverForm(Form):
    """Somebody who asks to observe."""

    name = TextField(label=gettext_lazy("Name"), missing=gettext_lazy("Enter the person's name."))
    organisation = TextField(label=gettext_lazy("Organisation (optional)"))
    agency = ChoiceField(
        label=gettext_lazy("Whose guest are they?"),
        missing=gettext_lazy("Choose the agency that brings them"),
        listed=True,
    )
    why = LongTextField(
        label=gettext_lazy("Why do they want to observe?"),
        hint=gettext_lazy("Such as a student on placement, a new worker, or a peer review."),
        rows=2,
        missing=gettext_lazy("Say in a few words why"),
        max_length=400,
    )

    def __init__(self, *args: Any, agencies: Iterable[Agency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.agencies = {str(agency.pk): agency for agency in agencies}
        choices = [("", _("Choose an agency")), *((pk, agency.name) for pk, agency in self.agencies.items())]
        self.fields["agency"].choices = choices

    def clean_agency(self) -> Agency:
        return self.agencies[self.cleaned_data["agency"]]


class ObserverDecisionForm(Form):
    """What the chair says; on whose word, if it is not the chair who writes it."""

    agreed = ChoiceField(
        label=gettext_lazy("May they observe?"),
        missing=gettext_lazy("Choose whether they may observe"),
        choices=[("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))],
    )
    reason = LongTextField(
        label=gettext_lazy("Why?"),
        hint=gettext_lazy("Needed if they may not."),
        rows=2,
        max_length=400,
    )
    decided_by = TextField(
        label=gettext_lazy("Chair who said so"), missing=gettext_lazy("Enter the name of the chair who said so.")
    )

    def __init__(self, *args: Any, is_chair: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_chair:
            del self.fields["decided_by"]

    def clean_agreed(self) -> bool:
        return self.cleaned_data["agreed"] == "yes"


class CloseForm(Form):
    reason = LongTextField(
        label=gettext_lazy("Why is this case closed to observers?"),
        rows=2,
        missing=gettext_lazy("Say in a few words why"),
        max_length=400,
    )


class QuorumForm(Form):
    """What the chair decides of one case."""

    decision = ChoiceField(
        label=gettext_lazy("What does the chair decide?"),
        missing=gettext_lazy("Choose what the chair decides"),
        choices=in_words(QuorumDecision.Decision.choices),
    )
    reason = LongTextField(
        label=gettext_lazy("Why?"), rows=2, missing=gettext_lazy("Say in a few words why"), max_length=400
    )
