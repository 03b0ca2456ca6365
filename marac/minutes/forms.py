"""What is typed about a line that stands in the minutes: how it is corrected, and why it is struck out."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from marac.directory.models import Agency
from marac.minutes.rules import ABOUT, KNOWN, LINE_KINDS, MAY_BE_MINUTED
from marac.ui.fields import ChoiceField, DateField, HiddenField, LongTextField, TextField
from marac.ui.forms import Form


class LineForm(Form):
    kind = ChoiceField(
        label=_("This is"),
        missing=_("Say whether this is fact, professional opinion or intelligence"),
        choices=[(value, _(text)) for value, text in LINE_KINDS.items()],
    )
    agency = ChoiceField(label=_("Agency"), listed=True, missing=_("Say which agency gave this"))
    text = LongTextField(label=_("What was said"), rows=3, missing=_("Write what was said"))
    source = TextField(
        label=_("Source"), hint=_("Such as a system, a visit or a report. Not printed for intelligence.")
    )
    dated_on = DateField(label=_("Date it refers to"))
    may_be_minuted = ChoiceField(
        label=_("May it be written in the minutes?"),
        missing=_("Say whether this may be written in the minutes"),
        choices=[(value, _(text)) for value, text in MAY_BE_MINUTED.items()],
        initial="yes",
    )
    known = ChoiceField(
        label=_("Does the perpetrator know?"),
        listed=True,
        choices=[("", _("Not said")), *((value, _(text)) for value, text in KNOWN.items())],
    )
    about = ChoiceField(
        label=_("Is it about somebody else?"),
        listed=True,
        choices=[("", _("No")), *((value, _(text)) for value, text in ABOUT.items())],
    )

    def __init__(self, *args: Any, agencies: list[Agency], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["agency"].choices = [("", _("Choose")), *((str(each.pk), each.name) for each in agencies)]
        self.agencies = {str(each.pk): each for each in agencies}

    @property
    def line(self) -> dict[str, Any]:
        """The answers, with the agency itself in place of its number."""
        return self.cleaned_data | {"agency": self.agencies[self.cleaned_data["agency"]]}


class CorrectForm(LineForm):
    """A line that was there already, and the revision that the page showed."""

    revision = HiddenField()

    @property
    def line(self) -> dict[str, Any]:
        return {name: value for name, value in super().line.items() if name != "revision"}


class StrikeForm(Form):
    reason = TextField(label=_("Why is it struck out?"), missing=_("Say why the line is struck out"))
