"""What is typed of a standard action, and of a text block that proposes some."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from marac.audit.operation import Stale
from marac.kernel.refusal import Refusal
from marac.library.models import OWNERS
from marac.library.rules import DUE_NAMES, RISK_NAMES, Standard
from marac.ui.fields import ChoiceField, DateField, HiddenField, LongTextField, ManyChoicesField, TextField, in_words
from marac.ui.forms import Form


class SeenForm(Form):
    """A page that knows how many changes there are: typed over somebody else's, it comes again over what now stands on
    the page, so that to save again is a choice."""

    seen = HiddenField()

    def clean_seen(self) -> int:
        said = str(self.cleaned_data["seen"])
        return int(said) if said.isascii() and said.isdecimal() and len(said) < 6 else -1

    def refuse(self, refusal: Refusal) -> None:
        super().refuse(refusal)
        if isinstance(refusal, Stale):
            self.data = self.data.copy()
            self.data["seen"] = str(self.initial["seen"])


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
        label=_("How we will see that it is done"),
        hint=_("Something that can be counted or shown, such as: the locks are changed"),
    )
    from_on = DateField(label=_("From which day"), missing=_("Enter the day from which it holds"))


class ChangeForm(SeenForm, StandardForm):
    pass


class BlockForm(SeenForm):
    name = TextField(label=_("Name, by which it is chosen"), max_length=100, missing=_("Give the text block a name"))
    kind = ChoiceField(
        label=_("Minuted as"),
        choices=[("fact", _("Fact")), ("opinion", _("Professional opinion")), ("intelligence", _("Intelligence"))],
        missing=_("Choose how it is minuted"),
        listed=True,
    )
    text = LongTextField(label=_("The words that go into the minutes"), rows=3, missing=_("Write the words"))
    risk = TextField(label=_("The risk that they tell of"), max_length=200, missing=_("Say which risk they tell of"))
    risk_kind = ChoiceField(
        label=_("Kind of risk"),
        choices=[("", _("Choose")), *in_words(RISK_NAMES.items())],
        missing=_("Choose of which kind the risk is"),
        listed=True,
    )
    actions = ManyChoicesField(
        label=_("Standard actions that are proposed with it"),
        missing=_("Choose at least one standard action"),
    )
    from_on = DateField(label=_("From which day"), missing=_("Enter the day from which it holds"))

    def __init__(self, *args: Any, standards: Iterable[Standard], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["actions"].choices = [(each.code, each.task) for each in standards if not each.is_off]
