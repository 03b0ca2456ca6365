"""What the office is asked: the file of a referral, and every field of one that was read."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marac.intake.fields import field_at, is_field
from marac.kernel.text import clean
from marac.lessons.rules import meanings
from marac.opening.guard import LARGEST_FILE
from marac.review.lines import Line
from marac.review.review import Group
from marac.ui.fields import (
    AnswerField,
    ChoiceField,
    DateField,
    FileField,
    HiddenField,
    LongTextField,
    NumberField,
    TextField,
)
from marac.ui.forms import FileForm, Form
from marac.ui.refusals import said

TOO_LARGE = gettext_lazy("This file is larger than 25 MB. Send the form on its own, without pictures or scans.")


class UploadForm(FileForm):
    largest, too_large = LARGEST_FILE, TOO_LARGE

    file = FileField(
        label=gettext_lazy("Referral"),
        hint=gettext_lazy("A Word file (.docx), a PDF (.pdf) or a saved mail (.eml or .msg), up to 25 MB"),
        missing=gettext_lazy("Choose the file of the referral"),
        accept=".docx,.pdf,.eml,.msg",
    )


class TeachForm(Form):
    means = ChoiceField(
        label=gettext_lazy("What does it ask for?"), listed=True, missing=gettext_lazy("Choose what it asks for")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["means"].choices = [("", ""), *((means, said(called)) for means, called in meanings().items())]


def _from(line: Line) -> str:
    """Where it stood, said together with the field."""
    if not line.place:
        return ""
    place = f"{line.place_name}, “{line.asked_as}”" if line.asked_as else line.place_name
    return _("Read from: {place}").format(place=place)


def _date(line: Line) -> forms.Field:
    return DateField(label=said(line.label), hint=_from(line), initial=_as_date(line.value))


def _choice(line: Line) -> forms.Field:
    offered = [(value, _(text)) for value, text in line.field.choices]
    if line.path.startswith("checklist.answers."):
        initial = line.value or "blank"
        return ChoiceField(label=said(line.label), hint=_from(line), listed=True, initial=initial, choices=offered)
    other = [(line.value, line.value)] if line.value and line.value not in dict(offered) else []
    choices = [("", _("Not known")), *offered, *other]
    return ChoiceField(label=said(line.label), hint=_from(line), listed=True, initial=line.value, choices=choices)


MADE: dict[str, Callable[[Line], forms.Field]] = {
    "text": lambda line: TextField(label=said(line.label), hint=_from(line), initial=line.value, max_length=2000),
    "long": lambda line: LongTextField(label=said(line.label), hint=_from(line), initial=line.value, rows=8),
    "yes_no": lambda line: AnswerField(label=said(line.label), hint=_from(line), initial=line.value),
    "number": lambda line: NumberField(label=said(line.label), hint=_from(line), initial=line.value),
    "date": _date,
    "choice": _choice,
}


class ReviewForm(Form):
    """A field for each line of the group that is open, named by its path.

    `before` holds what each field had when the page was opened, so that a change is told from a value that
    somebody else saved meanwhile; `meanwhile` has the latter, by path.
    """

    revision = HiddenField()
    before = HiddenField()

    def __init__(self, *args: Any, group: Group | None, revision: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = {line.path: line for line in group.lines} if group else {}
        self.meanwhile: dict[str, str] = {}
        self.fields["revision"].initial = str(revision)
        self.fields["before"].initial = json.dumps({path: line.value for path, line in self.lines.items()})
        for path, line in self.lines.items():
            self.fields[path] = MADE[line.field.kind](line)

    @property
    def lost(self) -> list[str]:
        """What was typed for somebody who is not there any more."""
        paths = [path for path in values_before(self.data) if path not in self.lines]
        return [f"{said(field_at(path).label)}: {self.data[path]}" for path in paths if self.data.get(path)]

    def clean(self) -> None:
        if self.lost:
            raise forms.ValidationError(_("What you had open has been taken out by somebody else. Nothing was saved."))

    @property
    def changes(self) -> dict[str, Any]:
        before = values_before(self.data)
        return {
            path: self.cleaned_data[path]
            for path, line in self.lines.items()
            if path in self.data and _plain(self.cleaned_data[path]) != _plain(before.get(path, line.value))
        }


def after_a_newer(typed: ReviewForm, group: Group | None, revision: int) -> ReviewForm:
    """The form again over what somebody else has saved: what was typed stays, what was not touched is theirs."""
    mine, before = typed.changes, values_before(typed.data)
    fresh = ReviewForm(group=group, revision=revision)
    data = {path: fresh[path].value() for path in fresh.lines} | {path: typed.data[path] for path in mine}
    data |= {name: fresh.fields[name].initial for name in ("revision", "before")}
    form = ReviewForm(data, group=group, revision=revision)
    for path, line in form.lines.items():
        if path in before and _plain(before[path]) != _plain(line.value):
            form.meanwhile[path] = line.shown
    return form


def values_before(data: Any) -> dict[str, Any]:
    """What the page held when it was opened; nothing where it was not sent or is not ours."""
    try:
        found = json.loads(data.get("before") or "{}")
    except ValueError:
        return {}
    return {path: value for path, value in found.items() if is_field(path)} if isinstance(found, dict) else {}


def _as_date(value: Any) -> Any:
    try:
        return date.fromisoformat(value) if value else None
    except (TypeError, ValueError):
        return value


def _plain(value: Any) -> Any:
    """Empty in any way is one thing, an unanswered question is empty, and a text is the same however its lines end."""
    if isinstance(value, date):
        return value.isoformat()
    if value in ("", None, "blank"):
        return None
    return clean(value) if isinstance(value, str) else value
