"""What is typed to sign in."""

from typing import Any

from django.contrib.auth import authenticate
from django.utils.translation import gettext_lazy as _

from marac.ui.fields import PasswordField, TextField
from marac.ui.forms import Form


class SignInForm(Form):
    email = TextField(label=_("E-mail address"), kind="email", missing=_("Enter your e-mail address"))
    password = PasswordField(label=_("Password"), missing=_("Enter your password"))
    user: Any = None

    def clean(self) -> dict[str, Any]:
        """Unknown account, wrong password and ended account give the same sentence."""
        found = super().clean() or {}
        if not self.errors:
            self.user = authenticate(username=found["email"], password=found["password"])
            if self.user is None:
                self.add_error(None, _("The e-mail address or the password is wrong. Try again."))
        return found
