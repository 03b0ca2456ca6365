"""What is typed of an answer to an action, and of what the chair makes of a refusal."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from marac.actions.rules import SAID_NAMES
from marac.ui.fields import ChoiceField, DateField, HiddenField, LongTextField, TextField, in_words
from marac.ui.forms import Form
from marac.undertakings.rules import ANSWERS, DECISIONS


class AnswerForm(Form):
    """Who said so is asked where somebody writes for another agency."""

    said = ChoiceField(
        label=_("What does the agency say?"),
        missing=_("Choose what the agency says"),
        choices=in_words((each.value, SAID_NAMES[each]) for each in ANSWERS),
    )
    reason = LongTextField(
        label=_("If it refuses: why"), rows=2, hint=_("It is minuted, and the chair decides what becomes of it")
    )
    answer_by_on = DateField(label=_("If it takes it away: it answers by"))
    said_by = TextField(
        label=_("Who at the agency says so"), hint=_("Left empty: whoever is at the table for it. Else also how.")
    )
    revision = HiddenField()

    def __init__(self, *args: Any, for_agency: bool, **rest: Any) -> None:
        super().__init__(*args, **rest)
        if not for_agency:
            del self.fields["said_by"]


class DecideForm(Form):
    said = ChoiceField(
        label=_("What becomes of it?"),
        missing=_("Choose whether the agency is asked again or the refusal stands"),
        choices=in_words((each.value, SAID_NAMES[each]) for each in DECISIONS),
    )
    reason = LongTextField(label=_("Why"), rows=3, missing=_("Say why, in words that the agency can read"))
