"""What is typed when flags are asked for, and when their removal is."""

from django.utils.translation import gettext_lazy as _

from marac.ui.fields import DateField, LongTextField
from marac.ui.forms import Form


class AskForm(Form):
    anchor_on = DateField(
        label=_("Day that the months are counted from"), missing=_("Give the day that the months are counted from")
    )


class RemovalForm(Form):
    reason = LongTextField(label=_("Why, if before its end"), rows=2, max_length=400)
