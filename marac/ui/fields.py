"""Form fields that draw themselves as GOV.UK components: {{ form.name.as_field_group() }}.

A field is optional unless it is given `missing`, the sentence shown when it is left blank: a blank box
never blocks a referral, so a form has to ask for each refusal on purpose.
"""

from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marac.kernel.dates import NOT_READ, read_exact
from marac.kernel.refusal import Refusal
from marac.kernel.text import clean
from marac.kernel.times import read_time
from marac.ui.refusals import said

TOO_LONG = _("Shorten this to %(limit_value)d characters: it has %(show_value)d")
LAST_TWO_FIGURE_YEAR = 2059  # 12/3/60 is 1960. Birth dates are not read here but by marac.kernel.birthdates


def in_words(choices: Iterable[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """The choices of a model, whose words are only marked for the translators, in the language of the reader."""
    return [(value, _(text) if text else "") for value, text in choices]


def _asked(missing: str | None, template: str) -> dict[str, Any]:
    return {
        "template_name": f"ui/fields/{template}.html",
        "required": bool(missing),
        "error_messages": {"required": missing} if missing else {},
    }


class TextField(forms.CharField):
    """One line."""

    def __init__(self, *, missing: str | None = None, hint: str = "", width: str = "", kind: str = "text", **rest: Any):
        self.classes, self.kind = width, kind
        super().__init__(**_asked(missing, "input") | {"help_text": hint, "max_length": 200} | rest)
        self.error_messages["max_length"] = TOO_LONG

    def to_python(self, value: Any) -> str:
        return clean(super().to_python(value) or "").strip()


class LongTextField(TextField):
    """Several lines."""

    def __init__(self, *, rows: int = 4, **rest: Any):
        self.rows = rows
        super().__init__(template_name="ui/fields/textarea.html", **{"max_length": 20_000} | rest)


class LinesField(LongTextField):
    """A list, one on each line."""

    def to_python(self, value: Any) -> Any:
        return [line.strip() for line in super().to_python(value).split("\n") if line.strip()]

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def run_validators(self, value: Any) -> None:
        super().run_validators("\n".join(value))


class PasswordField(forms.CharField):
    """A password: never shown again, never cleaned or stripped."""

    def __init__(self, *, missing: str | None = None, new: bool = False, hint: str = "", **rest: Any):
        self.new = new
        super().__init__(**_asked(missing, "password"), help_text=hint, strip=False, widget=forms.PasswordInput, **rest)


class NumberField(forms.IntegerField):
    """A whole number."""

    classes, kind = "govuk-input--width-5", "number"

    def __init__(self, *, missing: str | None = None, hint: str = "", **rest: Any):
        super().__init__(**_asked(missing, "input"), help_text=hint, widget=forms.TextInput, **rest)
        self.error_messages["invalid"] = _("Enter a whole number, such as 12")


class DateField(forms.Field):
    """A date in one box, day first, as people paste it: 27/3/2026, 27 March 2026, 2026-03-27."""

    classes, kind = "govuk-input--width-10", "text"

    def __init__(self, *, missing: str | None = None, hint: str | None = None, **rest: Any):
        shown = _("For example, 27/3/2026") if hint is None else hint
        super().__init__(**_asked(missing, "input"), help_text=shown, widget=forms.TextInput, **rest)

    def to_python(self, value: Any) -> date | None:
        text = str(value or "").strip()
        if not text:
            return None
        try:
            found = read_exact(text, last_year=LAST_TWO_FIGURE_YEAR)
        except Refusal as refusal:
            raise forms.ValidationError(said(refusal)) from refusal
        if found is None:
            raise forms.ValidationError(_(NOT_READ))
        return found

    def prepare_value(self, value: Any) -> Any:
        return f"{value.day}/{value.month}/{value.year}" if isinstance(value, date) else value


class TimeField(TextField):
    """A time of day as people type it."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(width="govuk-input--width-5", **rest)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H:%M}" if isinstance(value, time) else value

    def clean(self, value: Any) -> time | None:
        typed = super().clean(self.prepare_value(value))
        found = read_time(typed)
        if typed and found is None:
            raise forms.ValidationError(_("Enter a time of day, such as 9.30am or 14:00"))
        return found


class ChoiceField(forms.ChoiceField):
    """One of a few, as radio buttons; `ChoiceField(listed=True)` makes a drop-down list of many. `hints` stand below
    the buttons, by their values; so do the fields of the form that only one answer asks for, which `reveals` names."""

    def __init__(
        self,
        *,
        missing: str | None = None,
        hint: str = "",
        listed: bool = False,
        hints: Mapping[str, str] | None = None,
        reveals: Mapping[str, Iterable[str]] | None = None,
        **rest: Any,
    ):
        self.hints, self.reveals = hints or {}, reveals or {}
        super().__init__(**_asked(missing, "select" if listed else "radios"), help_text=hint, **rest)
        self.error_messages["invalid_choice"] = _("Choose one of the answers shown")


class ManyChoicesField(forms.MultipleChoiceField):
    """Any number of a few, as tick boxes."""

    def __init__(self, *, missing: str | None = None, hint: str = "", **rest: Any):
        super().__init__(**_asked(missing, "checkboxes"), help_text=hint, **rest)
        self.error_messages["invalid_choice"] = _("Choose from the answers shown")

    def to_python(self, value: Any) -> list[str]:
        """Each once, however often it was sent."""
        return list(dict.fromkeys(super().to_python(value)))


class AnswerField(forms.TypedChoiceField):
    """Yes, no or not known, as True, False or None: unanswered is never no."""

    def __init__(self, *, missing: str | None = None, hint: str = "", **rest: Any):
        choices = [("yes", _("Yes")), ("no", _("No")), ("", _("Not known"))]
        super().__init__(
            **_asked(missing, "radios"),
            help_text=hint,
            choices=choices,
            coerce={"yes": True, "no": False}.get,
            empty_value=None,
            **rest,
        )

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no", None: ""}.get(value, value)


class TickField(forms.BooleanField):
    """One tick box."""

    def __init__(self, *, missing: str | None = None, hint: str = "", **rest: Any):
        super().__init__(**_asked(missing, "tick"), help_text=hint, **rest)


class FileField(forms.FileField):
    """One uploaded file."""

    def __init__(self, *, missing: str | None = None, hint: str = "", accept: str = "", **rest: Any):
        self.accept = accept
        super().__init__(**_asked(missing, "file"), help_text=hint, **rest)
        self.error_messages["empty"] = _("The file is empty. Choose the file again, or ask the sender for it.")


class HiddenField(forms.CharField):
    """Carried along unseen, such as the revision that a page was opened at."""

    def __init__(self, **rest: Any):
        super().__init__(required=False, widget=forms.HiddenInput, **rest)
        self.template_name = "ui/fields/hidden.html"
