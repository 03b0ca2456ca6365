"""What is ticked to sign."""

from django.utils.translation import gettext_lazy as _

from marac.ui.fields import HiddenField, TickField
from marac.ui.forms import Form


class SignForm(Form):
    """`mark` is of the words that stand on the page."""

    read = TickField(label=_("I have read this, and keep to it"), missing=_("Tick the box if you keep to this"))
    mark = HiddenField()
