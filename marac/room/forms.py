"""What is typed on the live screen: a line as it is spoken, a box of the summary, and an action."""

import json
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marac.directory.models import Agency
from marac.kernel.refusal import Refusal
from marac.minutes.queries import TEXTS
from marac.minutes.rules import ABOUT, KNOWN, LINE_KINDS, MAY_BE_MINUTED
from marac.room.rules import agency_meant
from marac.ui.fields import ChoiceField, DateField, HiddenField, LongTextField, TextField, in_words
from marac.ui.forms import Form
from marac.ui.refusals import said


class LineForm(Form):
    """A line by the keyboard alone: a letter for its kind, a few for the agency. `key` is the page's name for it."""

    kind = ChoiceField(
        label=_("This is"),
        missing=_("Say whether this is fact, professional opinion or intelligence"),
        choices=in_words(LINE_KINDS.items()),
        listed=True,
    )
    agency = TextField(label=_("Agency"), missing=_("Say which agency gave this"))
    text = LongTextField(label=_("What was said"), rows=2, missing=_("Write what was said"))
    source = TextField(label=_("Source"))
    may_be_minuted = ChoiceField(
        label=_("May it be written in the minutes?"),
        missing=_("Say whether this may be written in the minutes"),
        choices=in_words(MAY_BE_MINUTED.items()),
        initial="yes",
        listed=True,
    )
    known = ChoiceField(
        label=_("Does the perpetrator know?"), choices=[("", _("Not said")), *in_words(KNOWN.items())], listed=True
    )
    about = ChoiceField(
        label=_("Is it about somebody else?"), choices=[("", _("No")), *in_words(ABOUT.items())], listed=True
    )
    dated_on = DateField(label=_("Date it refers to"), hint="")
    key = HiddenField()
    turn = HiddenField()

    def __init__(self, *args: Any, agencies: list[Agency], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.agencies = {each.pk: each for each in agencies}

    def clean_agency(self) -> Agency:
        names = {key: each.name for key, each in self.agencies.items()}
        try:
            return self.agencies[agency_meant(self.cleaned_data["agency"], names)]
        except Refusal as refusal:
            raise forms.ValidationError(said(refusal)) from refusal

    def clean_turn(self) -> int:
        given = self.cleaned_data["turn"]
        return int(given) if given.isascii() and given.isdecimal() and len(given) < 7 else 1

    @property
    def line(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name not in ("key", "turn")}


class SummaryForm(Form):
    spoke_for_victim = TextField(label=_("Who spoke for the victim"))
    wishes = LongTextField(label=_("What the victim wants"), rows=3)
    possible_harm = LongTextField(label=_("Possible harm to people or property"), rows=3)
    contributory = LongTextField(label=_("What adds to the risk"), rows=3)
    supportive = LongTextField(label=_("Safety plans and what supports"), rows=3)
    conclusion = LongTextField(label=_("Conclusion"), rows=3)
    who_tells = LongTextField(label=_("Who tells the victim, how and by when"), rows=2)
    revision = HiddenField()


class TextForm(Form):
    """One box of the summary as it is typed; `seen` are the texts that the page was given or has sent."""

    name = ChoiceField(choices=[(name, name) for name in TEXTS])
    text = LongTextField(rows=3)
    seen = LongTextField(rows=1, max_length=200_000)

    def clean_seen(self) -> list[str]:
        try:
            given = json.loads(self.cleaned_data["seen"] or "[]")
        except ValueError:
            given = []
        return [text for text in given if isinstance(text, str)] if isinstance(given, list) else []
