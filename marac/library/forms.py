"""What is typed of a standard action."""

from django.utils.translation import gettext_lazy as _

from marac.library.models import OWNERS
from marac.library.rules import DUE_NAMES, RISK_NAMES
from marac.ui.fields import ChoiceField, DateField, HiddenField, LongTextField, ManyChoicesField, TextField, in_words
from marac.ui.forms import Form


class StandardForm(Form):
    task = LongTextField(label=_("What is to be done"), rows=2, missing=_("Say what is to be done"), max_length=500)
    owner = TextField(label=_("Who usually does it, in words"), max_length=100, missing=_("Say who usually does it"))
    groups = ManyChoicesField(
        label=_("Kinds of agency that it is offered to"),
        choices=in_words(OWNERS.items()),
        missing=_("Choose which kind of agency usually does it"),
    )
    due = ChoiceField(
        label=_("By when it is usually done"),
        choices=in_words(DUE_NAMES.items()),
        missing=_("Choose by when it is usually done"),
    )
    risks = ManyChoicesField(
        label=_("Which risks it answers"),
        choices=in_words(RISK_NAMES.items()),
        missing=_("Choose at least one kind of risk that it answers"),
    )
    result = TextField(
        label=_("By what one sees that it is done"),
        hint=_("Something that can be counted or shown, such as: the locks are changed"),
    )
    from_on = DateField(label=_("From which day"), missing=_("Enter the day from which it holds"))


class ChangeForm(StandardForm):
    seen = HiddenField()

    def clean_seen(self) -> int:
        said = str(self.cleaned_data["seen"])
        return int(said) if said.isascii() and said.isdecimal() and len(said) < 6 else -1

    def look_again(self, seen: int) -> None:
        """What was typed, now over the changes that stand on the page: to save again is a choice."""
        self.data = self.data.copy()
        self.data["seen"] = str(seen)
