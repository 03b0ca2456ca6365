"""What is asked of whoever looks through the list, or decides of somebody."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from marac.serial.rules import ACTS, STATE_NAMES, State, verdicts_for
from marac.ui.fields import ChoiceField, HiddenField, LongTextField
from marac.ui.forms import Form

LISTED = (State.PROPOSED, State.CONFIRMED, State.REFUSED)


class FilterForm(Form):
    state = ChoiceField(
        label=_("Show"),
        listed=True,
        choices=[*((each.value, _(STATE_NAMES[each])) for each in LISTED), ("all", _("All"))],
    )


class DecideForm(Form):
    verdict = ChoiceField(label=_("What do you decide?"), missing=_("Choose what you decide"), choices=[])
    reason = LongTextField(
        label=_("Why?"),
        hint=_(
            "It is kept with the decision, and read by whoever decides and sees these cases. Name no victim, no place."
        ),
        missing=_("Say in a few words why"),
        max_length=1000,
    )
    revision = HiddenField()  # the number of the decision that stood last on the page

    def __init__(self, *args: Any, state: State, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["verdict"].choices = [(each.value, gettext(ACTS[each])) for each in verdicts_for(state)]
