"""Who goes on with somebody's work, who stands in, who is confirmed, and who confirms."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from marac.access.roles import ROLE_NAMES, Role
from marac.accounts.models import Membership, User
from marac.ui.fields import ChoiceField, DateField, ManyChoicesField, in_words
from marac.ui.forms import Form


class LeaveForm(Form):
    to = ChoiceField(
        label=_("Who goes on with their open work"), listed=True, hint=_("Leave it blank where their agency has none.")
    )

    def __init__(self, *args: Any, people: Iterable[User], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.people = {str(each.pk): each for each in people}
        self.fields["to"].choices = [("", ""), *((number, each.name) for number, each in self.people.items())]

    def clean_to(self) -> User | None:
        return self.people.get(self.cleaned_data["to"])


class CoverForm(Form):
    user = ChoiceField(label=_("Who stands in"), listed=True, missing=_("Choose who stands in"))
    basis = ChoiceField(
        label=_("As what"),
        choices=in_words(each for each in Membership.Basis.choices if each[0] != Membership.Basis.POST),
        missing=_("Choose deputy or cover"),
    )
    from_on = DateField(label=_("From which day"), missing=_("Enter the first day"))
    until_on = DateField(
        label=_("Last day"), missing=_("Enter the last day"), hint=_("After it they open nothing by this role.")
    )

    def __init__(self, *args: Any, people: Iterable[User], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.people = {str(each.pk): each for each in people}
        self.fields["user"].choices = [("", ""), *((number, each.name) for number, each in self.people.items())]

    def clean_user(self) -> User:
        return self.people[self.cleaned_data["user"]]


class ConfirmForm(Form):
    roles = ManyChoicesField(label=_("Who still does it"), missing=_("Tick whom you confirm"))

    def __init__(self, *args: Any, rows: Iterable[Membership], today: date, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.rows = {str(each.pk): each for each in rows}
        self.fields["roles"].choices = [(number, _waits(each, today)) for number, each in self.rows.items()]
        self.fields["roles"].error_messages["invalid_choice"] = _(
            "Somebody has confirmed one of them meanwhile. Tick whom you confirm of those who are left"
        )

    def clean_roles(self) -> list[Membership]:
        return [self.rows[number] for number in self.cleaned_data["roles"]]


class ContactForm(Form):
    role = ChoiceField(label=_("Person and agency"), listed=True, missing=_("Choose a person"))

    def __init__(self, *args: Any, rows: Iterable[Membership], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.rows = {str(each.pk): each for each in rows}
        named = [
            (number, f"{each.agency.name}, {each.marac.name}: {each.user.name}") for number, each in self.rows.items()
        ]
        self.fields["role"].choices = [("", ""), *named]

    def clean_role(self) -> Membership:
        return self.rows[self.cleaned_data["role"]]


def _role(row: Membership) -> str:
    """Ada Quill, Chair, Northmoor Police, Northmoor."""
    return f"{row.user.name}, {_translated(row.role)}, {row.agency.name}, {row.marac.name}"


def _waits(row: Membership, today: date) -> str:
    """The role, and when its access lapses or lapsed."""
    words = _("%(who)s: access lapsed on %(day)s") if row.lapses_on <= today else _("%(who)s: access lapses on %(day)s")
    return str(words) % {"who": _role(row), "day": date_format(row.lapses_on, "j F Y")}


def _translated(role: str) -> str:
    return str(_(ROLE_NAMES[Role(role)]))
