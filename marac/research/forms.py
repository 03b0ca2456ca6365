"""What an agency types in answer: whether it knows them, what it found line by line, and what it keeps back."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from marac.research.models import Request
from marac.research.rules import ANSWER_NAMES, KIND_NAMES, MINUTED_NAMES, Line
from marac.ui.fields import AnswerField, ChoiceField, DateField, LongTextField, TextField
from marac.ui.forms import Form

LINES_AT_FIRST, LINES_MORE, LINES_AT_MOST = 2, 2, 40


class AnswerForm(Form):
    answer = ChoiceField(
        label=_("Are any of these people known to your agency?"),
        missing=_("Say whether they are known to your agency"),
        choices=[(each.value, _(text)) for each, text in ANSWER_NAMES.items()],
    )
    why_not_searched = TextField(label=_("If you did not search: why"))
    withheld = LongTextField(
        label=_("Held by your agency and not shared, with the reason"),
        hint=_("Only your own agency ever sees this."),
        rows=2,
    )
    flag_in_place = AnswerField(label=_("Is there a flag on your agency's own files?"))


class FindingForm(Form):
    """One line of what was found. A line left wholly blank is passed over."""

    text = LongTextField(label=_("What was found"), missing=_("Say what was found, or empty the line"), rows=2)
    kind = ChoiceField(
        label=_("What kind of information"),
        missing=_("Say whether this is fact, opinion or intelligence"),
        choices=[(each.value, _(text)) for each, text in KIND_NAMES.items()],
    )
    may_be_minuted = ChoiceField(
        label=_("May it be written in the minutes?"),
        missing=_("Say whether this may be minuted"),
        choices=[(each.value, _(text)) for each, text in MINUTED_NAMES.items()],
    )
    source = TextField(label=_("Where it comes from"))
    dated_on = DateField(label=_("Date, if known"))
    informant = TextField(
        label=_("Who told your agency, if that must not be known"),
        hint=_("Stands on no page and in no paper. The office can reveal it, and that is in the trail."),
        max_length=200,
    )

    @property
    def line(self) -> Line:
        return Line(**self.cleaned_data)


def answer_form(typed: Mapping[str, str], asked: Request) -> AnswerForm:
    """Checked when it is sent; only kept as typed when more lines are asked for; else as it was answered before."""
    if "more" in typed:
        return AnswerForm(initial={name: typed.get(name, "") for name in AnswerForm.base_fields})
    return AnswerForm(typed or None, initial={"answer": asked.answer, "flag_in_place": asked.flag_in_place})


def finding_forms(typed: Mapping[str, str]) -> list[FindingForm]:
    """As many lines as the page had, and some more when those were asked for."""
    if not typed:
        return [_blank(number, {}) for number in range(LINES_AT_FIRST)]
    count = int(typed.get("lines", "")) if typed.get("lines", "").isdecimal() else LINES_AT_FIRST
    if "more" in typed:
        return [_blank(number, typed) for number in range(min(count + LINES_MORE, LINES_AT_MOST))]
    return [
        FindingForm(typed, prefix=f"line{number}", empty_permitted=True, use_required_attribute=False)
        for number in range(min(count, LINES_AT_MOST))
    ]


def lines_of(forms: list[FindingForm]) -> list[Line]:
    """The lines that say something."""
    return [form.line for form in forms if form.has_changed()]


def _blank(number: int, typed: Mapping[str, Any]) -> FindingForm:
    prefix = f"line{number}"
    return FindingForm(
        prefix=prefix, initial={name: typed.get(f"{prefix}-{name}", "") for name in FindingForm.base_fields}
    )
