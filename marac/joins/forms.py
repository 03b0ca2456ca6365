"""What is asked of whoever looks through the queue, decides on a pair, or takes a join back."""

from django.utils.translation import gettext_lazy as _

from marac.joins.rules import RISK_NAMES, Verdict
from marac.ui.fields import ChoiceField, HiddenField, LongTextField
from marac.ui.forms import Form


class FilterForm(Form):
    state = ChoiceField(
        label=_("Show"),
        listed=True,
        choices=[("open", _("To be decided")), ("decided", _("Decided")), ("all", _("All"))],
    )
    risk = ChoiceField(
        label=_("What may be missed"),
        listed=True,
        choices=[("", _("Anything")), *((each.value, _(words)) for each, words in RISK_NAMES.items())],
    )


class DecideForm(Form):
    verdict = ChoiceField(
        label=_("Are these two the same person?"),
        hint=_("If you are not sure, say so. You are asked again when something new is learned about either."),
        missing=_("Choose what you decide"),
        choices=[
            (Verdict.SAME, _("They are the same person: join them")),
            (Verdict.NOT_SAME, _("They are not the same person")),
            (Verdict.CANNOT_TELL, _("It cannot be told")),
        ],
    )
    reason = LongTextField(
        label=_("How do you know?"),
        hint=_("It is kept with the decision. Do not write an address or a number here."),
        missing=_("Say in a few words how you know"),
        max_length=1000,
    )
    revision = HiddenField()


class PartForm(Form):
    reason = LongTextField(
        label=_("Why are they not the same person after all?"),
        missing=_("Say in a few words why"),
        max_length=1000,
    )
    revision = HiddenField()
