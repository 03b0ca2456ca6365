"""What is typed to add people, to give and end roles, and to change passwords."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.validators import EmailValidator
from django.utils.translation import gettext_lazy as _

from marac.access.roles import ROLE_NAMES, Role
from marac.accounts.models import User
from marac.accounts.queries import OwnRole
from marac.directory.models import Agency, Marac
from marac.ui.fields import ChoiceField, DateField, PasswordField, TextField
from marac.ui.forms import Form


class RoleForm(Form):
    """A role in one of the viewer's MARACs. Gives the MARAC and the agency themselves, not their numbers."""

    marac = ChoiceField(label=_("MARAC"), listed=True, missing=_("Choose the MARAC"))
    agency = ChoiceField(label=_("Agency"), listed=True, missing=_("Choose the agency"))
    role = ChoiceField(
        label=_("Role"),
        choices=[(role.value, _(name)) for role, name in ROLE_NAMES.items() if role is not Role.SYSTEM],
        missing=_("Choose a role"),
    )
    from_on = DateField(label=_("From which day"), missing=_("Enter the day from which the role is held"))

    def __init__(self, *args: Any, maracs: Iterable[Marac], agencies: Iterable[Agency], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.maracs, self.agencies = _by_number(maracs), _by_number(agencies)
        self.fields["marac"].choices = _choices(self.maracs)
        self.fields["agency"].choices = _choices(self.agencies)

    def clean_marac(self) -> Marac:
        return self.maracs[self.cleaned_data["marac"]]

    def clean_agency(self) -> Agency:
        return self.agencies[self.cleaned_data["agency"]]


class ColleagueForm(RoleForm):
    email = TextField(
        label=_("Work e-mail address"),
        kind="email",
        missing=_("Enter the e-mail address"),
        hint=_("If it has an account already, the account gets this role and nothing else changes."),
        validators=[EmailValidator(_("Enter an e-mail address, such as name@agency.example.org"))],
    )
    name = TextField(label=_("Name"), missing=_("Enter the name"))
    field_order = ("email", "name", "marac", "agency", "role", "from_on")


class MoveForm(RoleForm):
    """Another post, and who goes on with what was open in the one before."""

    to = ChoiceField(label=_("Who goes on with their open work"), listed=True)

    def __init__(self, *args: Any, people: Iterable[User], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.people = _by_number(people)
        self.fields["to"].choices = [("", ""), *((number, each.name) for number, each in self.people.items())]

    def clean_to(self) -> User | None:
        return self.people.get(self.cleaned_data["to"])


class EndRoleForm(Form):
    until_on = DateField(label=_("Last day"), missing=_("Enter the last day of the role"))


class NewPasswordForm(Form):
    password = PasswordField(
        label=_("New password"),
        new=True,
        missing=_("Enter the new password"),
        hint=_("At least 15 characters. Four words that do not belong together are easy to keep in mind."),
    )

    def __init__(self, *args: Any, user: User, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.user = user

    def clean_password(self) -> str:
        validate_password(self.cleaned_data["password"], self.user)
        return self.cleaned_data["password"]


class OwnPasswordForm(NewPasswordForm):
    current = PasswordField(label=_("Password that you have now"), missing=_("Enter the password that you have now"))
    field_order = ("current", "password")

    def clean_current(self) -> str:
        if not self.user.check_password(self.cleaned_data["current"]):
            self.add_error("current", _("This is not the password that you have now. Try again."))
        return ""


class ActAsForm(Form):
    acts_as = ChoiceField(label=_("Act as"), missing=_("Choose what you act as"))

    def __init__(self, *args: Any, roles: list[OwnRole], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.roles = {each.key: each for each in roles}
        self.fields["acts_as"].choices = [
            (each.key, f"{_(each.role_name)}, {each.agency}: {', '.join(each.maracs)}") for each in roles
        ]

    def clean_acts_as(self) -> OwnRole:
        return self.roles[self.cleaned_data["acts_as"]]


def _by_number(records: Iterable[Any]) -> dict[str, Any]:
    return {str(each.pk): each for each in records}


def _choices(records: dict[str, Any]) -> list[tuple[str, str]]:
    """A list to choose from: one alone is chosen already, of several none is."""
    named = [(number, each.name) for number, each in records.items()]
    return named if len(named) == 1 else [("", ""), *named]
