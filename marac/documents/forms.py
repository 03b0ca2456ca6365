"""What is asked before somebody opens a referral or message as it came."""

from django.utils.translation import gettext_lazy

from marac.ui.fields import TextField
from marac.ui.forms import Form


class OpenForm(Form):
    reason = TextField(
        label=gettext_lazy("Why you open it"),
        hint=gettext_lazy("It stands in the trail with your name."),
        missing=gettext_lazy("Say why you open it"),
        max_length=400,
    )
