"""What is asked when the risk in a case is assessed again, and when it is judged."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marac.intake.fields import ANSWERS, GRADES
from marac.intake.tools import Tool
from marac.ui.fields import ChoiceField, DateField, LongTextField, TextField
from marac.ui.forms import Form
from marac.ui.refusals import said

ASKED = [(name, words) for name, words in ANSWERS.items() if name != "blank"]


class AssessForm(Form):
    """A field for each question: `answers.injury`, and beside it `sources.injury` and `comments.injury`."""

    completed_on = DateField(label=gettext_lazy("Completed on, if not today"))

    def __init__(self, *args: Any, tool: Tool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tool = tool
        for item in tool.items:
            choices = [(name, _(words)) for name, words in ASKED]
            self.fields[f"answers.{item.key}"] = ChoiceField(
                label=said(item.words), hint=_(item.prompt) if item.prompt else "", choices=choices
            )
            self.fields[f"sources.{item.key}"] = TextField(label=_("Who said so, if not the victim"), max_length=2000)
            self.fields[f"comments.{item.key}"] = TextField(label=_("Comment"), max_length=2000)
        if tool.grades:
            grades = [(each, _(GRADES[each])) for each in tool.grades]
            self.fields["grade"] = ChoiceField(label=_("Grade"), choices=grades)
            self.fields["narrative"] = LongTextField(label=_("Why it is graded so"))

    @property
    def questions(self) -> list[tuple[str, str, str]]:
        """The names of the three fields of each question."""
        return [(f"answers.{key}", f"sources.{key}", f"comments.{key}") for key in self.tool.keys]

    @property
    def given(self) -> dict[str, Any]:
        """As the operation takes it."""
        parts: dict[str, Any] = {
            part: {key: self.cleaned_data[f"{part}.{key}"] for key in self.tool.keys}
            for part in ("answers", "sources", "comments")
        }
        whole = ("completed_on", *(("grade", "narrative") if self.tool.grades else ()))
        return parts | {name: self.cleaned_data[name] for name in whole}


class JudgeForm(Form):
    reasons = LongTextField(
        label=gettext_lazy("What your concern is, and why"),
        hint=gettext_lazy("It stands beside the checklist with your name, and changes nothing there."),
        missing=gettext_lazy("Say what the concern is, and why."),
    )
