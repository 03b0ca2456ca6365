"""What is typed to sign in and to set up a second factor."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from marac.signin.models import Passkey
from marac.ui.fields import ChoiceField, HiddenField, PasswordField, TextField
from marac.ui.forms import Form


class SignInForm(Form):
    email = TextField(label=_("E-mail address"), kind="email", missing=_("Enter your e-mail address"))
    password = PasswordField(label=_("Password"), missing=_("Enter your password"))


class CodeForm(Form):
    code = TextField(
        label=_("Code"),
        missing=_("Enter the code"),
        hint=_("The six figures that your authenticator app shows now, or one of your recovery codes."),
        width="govuk-input--width-10",
    )


class AppCodeForm(Form):
    code = TextField(label=_("Code that the app shows now"), missing=_("Enter the code"), width="govuk-input--width-10")


class PasskeyForm(Form):
    """`answer` is what the browser says, filled in by marac/ui/static/passkeys.js."""

    answer = HiddenField()
    next = HiddenField()


class NewPasskeyForm(Form):
    name = TextField(
        label=_("Name for this passkey"),
        missing=_("Enter a name, such as Work laptop"),
        hint=_("So that you can tell your passkeys apart, such as Work laptop or Blue key."),
        max_length=60,
    )
    answer = HiddenField()


class RemovePasskeyForm(Form):
    passkey = ChoiceField(label=_("Which one"), missing=_("Choose a passkey"))

    def __init__(self, *args: Any, passkeys: Iterable[Passkey], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.passkeys = {str(each.pk): each for each in passkeys}
        self.fields["passkey"].choices = [(number, each.name) for number, each in self.passkeys.items()]

    def clean_passkey(self) -> Passkey:
        return self.passkeys[self.cleaned_data["passkey"]]
