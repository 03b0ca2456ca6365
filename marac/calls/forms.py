"""The page of a call as one form, and those to begin one and to ring back."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marac.calls.models import Call
from marac.calls.rules import NOT_KNOWN, not_known
from marac.sheets import Sheet, pieces_of
from marac.sheets.asking import RevisionForm, SheetForm, is_nothing
from marac.ui.fields import AnswerField, ChoiceField, HiddenField, TextField, TickField, in_words
from marac.ui.forms import Form


class BeginForm(Form):
    marac = ChoiceField(
        label=_("For which area?"),
        listed=True,
        hint=_("The one in which the victim lives"),
        missing=_("Choose the area"),
    )

    def __init__(self, *args: Any, maracs: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["marac"].choices = [(str(each.pk), each.name) for each in maracs]


class CallForm(SheetForm):
    """Every question of the script, in one form. Where "?" is typed or chosen, the caller was asked and does not know;
    what is left blank was not asked. What cannot be read is kept as it was typed."""

    page = HiddenField()

    def __init__(self, *args: Any, sheets: tuple[Sheet, ...], content: Mapping[str, Any], call: Call, **kwargs: Any):
        whole = Sheet("call", "", tuple(part for sheet in sheets for part in sheet.parts))
        super().__init__(*args, sheet=whole, content=content, **kwargs)
        self.sections = [(sheet, pieces_of(sheet, content)) for sheet in sheets]
        self.asked = not_known(content)
        for path in self.now:
            if path in self.fields:
                _by_ear(self.fields[path], NOT_KNOWN if path in self.asked else call.unread.get(path))

    @property
    def changes(self) -> dict[str, Any]:
        given = {path: value for path, value in super().changes.items() if path not in self._unknown}
        return given | {path: None for path in self._unknown if not is_nothing(self.now[path])}

    @property
    def unknown(self) -> dict[str, bool]:
        """Of each question that was sent, whether the caller does not know."""
        return {path: path in self._unknown for path in self.now if path in self.data}

    @property
    def unread(self) -> dict[str, str]:
        return {path: self.data[path] for path in self.errors if path in self.now and path in self.data}

    @property
    def _unknown(self) -> set[str]:
        return {path for path in self.now if self.cleaned_data.get(path) == NOT_KNOWN}


class HandInForm(RevisionForm):
    read_back = TickField(label=_("It was read back to the caller, who agreed with every name, number and address"))


class RingBackForm(Form):
    number = TextField(label=_("Number that you rang"), width="govuk-input--width-20")
    found_in = TextField(
        label=_("Where you found it"),
        hint=_("The agency's own web site, its switchboard, our directory. Never the number that the caller gave."),
    )
    spoken_to = TextField(label=_("Whom you spoke to"), hint=_("Name and post"))
    outcome = ChoiceField(label=_("What they say"), missing=_("Say what they told you"))
    agency = ChoiceField(label=_("Agency"), listed=True, hint=_("The referral is theirs from then on"))

    def __init__(self, *args: Any, agencies: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.agencies = {str(each.pk): each for each in agencies}
        listed = [(key, each.name) for key, each in self.agencies.items()]
        self.fields["outcome"].choices = in_words(Call.Outcome.choices)
        self.fields["agency"].choices = [("", ""), *listed, ("none", _("It is not in the directory"))]

    @property
    def given(self) -> dict[str, Any]:
        chosen = self.cleaned_data["agency"]
        told = {name: self.cleaned_data[name] for name in ("number", "found_in", "spoken_to", "outcome")}
        return told | {"agency": self.agencies.get(chosen), "of_no_agency": chosen == "none"}


def _by_ear(field: forms.Field, shown: str | None) -> None:
    """The same field, with "not known" apart from what was not asked."""
    if isinstance(field, AnswerField):
        field.choices = [("yes", _("Yes")), ("no", _("No")), (NOT_KNOWN, _("Not known")), ("", _("Did not ask"))]
    elif isinstance(field, ChoiceField) and "dont_know" not in dict(field.choices):
        offered = [each for each in field.choices if each[0]]
        field.choices = [("", _("Did not ask")), (NOT_KNOWN, _("Not known")), *offered]
    if shown:
        field.initial = shown
    vars(field)["clean"] = partial(_cleaned, field.clean)


def _cleaned(clean: Callable[[Any], Any], value: Any) -> Any:
    return NOT_KNOWN if isinstance(value, str) and value.strip() == NOT_KNOWN else clean(value)
