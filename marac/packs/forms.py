"""With which password somebody's papers are to be locked."""

from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy

from marac.accounts.models import User
from marac.ui.fields import PasswordField
from marac.ui.forms import Form


class LockForm(Form):
    """As hard to guess as that of an account: whoever finds the file has all the time in the world."""

    password = PasswordField(
        label=gettext_lazy("Password of the file"),
        hint=gettext_lazy("At least 15 characters. Choose another than that of your account: it is not kept here."),
        missing=gettext_lazy("Enter a password for the file"),
        new=True,
    )

    def __init__(self, *args: Any, user: User, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.user = user

    def clean_password(self) -> str:
        validate_password(self.cleaned_data["password"], self.user)
        return self.cleaned_data["password"]
