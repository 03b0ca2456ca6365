"""A template that is brought in, the day from which it prints, and the password with which a paper is locked."""

from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy

from marac.accounts.models import User
from marac.opening.guard import LARGEST_FILE
from marac.ui.fields import DateField, FileField, PasswordField
from marac.ui.forms import FileForm, Form


class TemplateForm(FileForm):
    largest = LARGEST_FILE
    too_large = gettext_lazy("This file is larger than 25 MB. Make the pictures in it smaller.")

    file = FileField(
        label=gettext_lazy("Word template"),
        hint=gettext_lazy("A Word file (.docx) with the fields in it that are listed below"),
        missing=gettext_lazy("Choose the Word template"),
        accept=".docx",
    )


class DayForm(Form):
    from_on = DateField(
        label=gettext_lazy("Day from which it prints"), missing=gettext_lazy("Say from which day it prints")
    )


class WithdrawForm(Form):
    """Nothing is typed."""


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
