"""A form over a referral's content: a field for each question of a sheet, named by its path."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from marac.intake.fields import Field, field_at
from marac.intake.paths import value_at
from marac.kernel.dates import format_date
from marac.kernel.text import clean
from marac.sheets.shape import Question, Sheet, pieces_of, questions_in
from marac.ui.fields import (
    AnswerField,
    ChoiceField,
    DateField,
    HiddenField,
    LinesField,
    LongTextField,
    NumberField,
    TextField,
)
from marac.ui.forms import Form
from marac.ui.refusals import said

WIDTHS = {"postcode": "govuk-input--width-10", "number": "govuk-input--width-20", "dob_raw": "govuk-input--width-20"}

BESIDE = ("checklist.answers.", "checklist.comments.", "checklist.sources.")


class RevisionForm(Form):
    """Nothing but the revision that the page was opened at."""

    revision = HiddenField()


class SheetForm(RevisionForm):
    """A field for each question, named by its path. What stands under `leaving` is on its way out, and not asked.

    `theirs` is what somebody else saved meanwhile where something else was typed.
    """

    theirs: Mapping[str, Any] = {}

    def __init__(
        self, *args: Any, sheet: Sheet, content: Mapping[str, Any], revision: int, leaving: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["revision"].initial = str(revision)
        self.pieces = pieces_of(sheet, content)
        self.now = {}
        for path, question in questions_in(self.pieces):
            self.now[path] = _stored(path, content)
            if not (leaving and path.startswith(f"{leaving}.")):
                self.fields[path] = _made(path, question, self.now[path])

    @property
    def changes(self) -> dict[str, Any]:
        return {
            path: self.cleaned_data[path]
            for path, stored in self.now.items()
            if path in self.data and path in self.cleaned_data and _plain(self.cleaned_data[path]) != _plain(stored)
        }

    def overtaken(self, revision: int) -> None:
        """Somebody else saved meanwhile: what was typed stays, and the next press of the button stands over theirs."""
        self.open_again_at(revision)
        self.theirs = {path: self.now[path] for path in self.changes if not is_nothing(self.now[path])}

    @property
    def beside(self) -> set[str]:
        """The questions of the checklist, who said so and the comments, which are drawn as a list of their own."""
        return {path for path in self.now if path.startswith(BESIDE)}


def is_nothing(value: Any) -> bool:
    return value in (None, "", [], "blank")


def _stored(path: str, content: Mapping[str, Any]) -> Any:
    """A date of birth that came without its words is shown in words."""
    value = value_at(content, path)
    if value is None and path.endswith(".dob_raw"):
        exact = _as_date(value_at(content, path.removesuffix("_raw")))
        return format_date(exact) if isinstance(exact, date) else None
    return value


def _made(path: str, question: Question, value: Any) -> forms.Field:
    kind = question.kind or field_at(path).kind
    field = field_at(f"{path}[0]" if kind == "lines" else path)
    told = {"label": said(question.label or field.label), "hint": _(question.hint) if question.hint else ""}
    return MADE[kind](field, question, value, told | {"initial": value})


Told = dict[str, Any]


def _text(_field: Field, question: Question, _value: Any, told: Told) -> forms.Field:
    return TextField(**told, max_length=2000, width=WIDTHS.get(question.path.rpartition(".")[2], ""))


def _area(rows: int, _field: Field, _question: Question, _value: Any, told: Told) -> forms.Field:
    return LongTextField(**told, rows=rows)


def _date(_field: Field, _question: Question, value: Any, told: Told) -> forms.Field:
    return DateField(**told | {"initial": _as_date(value)})


def _choice(field: Field, question: Question, value: Any, told: Told) -> forms.Field:
    """A choice of the field or of the question; what stands there already is always offered."""
    offered = [(name, _(text)) for name, text in question.choices or field.choices]
    other = [(value, value)] if value and value not in dict(offered) else []
    return ChoiceField(**told, listed=True, choices=[("", _("Not known")), *offered, *other])


def _answer(field: Field, _question: Question, value: Any, told: Told) -> forms.Field:
    offered = [(name, _(text)) for name, text in field.choices if name != "blank"]
    return ChoiceField(**told | {"initial": None if value == "blank" else value}, choices=offered)


MADE: dict[str, Callable[[Field, Question, Any, Told], forms.Field]] = {
    "text": _text,
    "birth": _text,
    "short": partial(_area, 2),
    "area": partial(_area, 4),
    "long": partial(_area, 10),
    "lines": lambda _field, _question, _value, told: LinesField(**told, rows=2),
    "yes_no": lambda _field, _question, _value, told: AnswerField(**told),
    "date": _date,
    "choice": _choice,
    "chosen": _choice,
    "answer": _answer,
    "number": lambda _field, _question, _value, told: NumberField(**told, min_value=0, max_value=999),
}


def _as_date(value: Any) -> Any:
    try:
        return date.fromisoformat(value) if value else None
    except (TypeError, ValueError):
        return value


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if is_nothing(value):
        return None
    return clean(value) if isinstance(value, str) else value
