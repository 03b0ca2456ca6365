"""With which password somebody's papers are to be locked."""

from django.utils.translation import gettext_lazy

from marac.ui.fields import PasswordField
from marac.ui.forms import Form


class LockForm(Form):
    password = PasswordField(
        label=gettext_lazy("Password of the file"),
        hint=gettext_lazy("At least 15 characters. Choose another than that of your account: it is not kept here."),
        missing=gettext_lazy("Enter a password for the file"),
        new=True,
    )
