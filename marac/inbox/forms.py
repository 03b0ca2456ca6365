"""What the office is asked of a message: which case, what an agency answered, and why one is not ours."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marac.actions.rules import REPORTS
from marac.actions.rules import STATE_NAMES as ACTION_NAMES
from marac.inbox.queries import WAITING
from marac.inbox.rules.states import PROPOSED_NAMES, STATE_NAMES
from marac.kernel.text import shorten
from marac.opening.guard import LARGEST_FILE
from marac.research.rules import ANSWER_NAMES, KIND_NAMES, MINUTED_NAMES, Answer, Line
from marac.ui.fields import ChoiceField, FileField, HiddenField, LongTextField, TextField
from marac.ui.forms import FileForm, Form

Choices = list[tuple[str, str]]


class FilterForm(Form):
    state = ChoiceField(label=gettext_lazy("State"), listed=True)
    proposed = ChoiceField(label=gettext_lazy("Proposed as"), listed=True)
    marac = ChoiceField(label=gettext_lazy("MARAC"), listed=True)

    def __init__(self, *args: Any, maracs: Choices, **rest: Any) -> None:
        super().__init__(*args, **rest)
        states = [(each.value, _(text)) for each, text in STATE_NAMES.items()]
        self.fields["state"].choices = [(WAITING, _("Waiting")), ("", _("Every state")), *states[1:]]
        proposed = [(each.value, _(text)) for each, text in PROPOSED_NAMES.items()]
        self.fields["proposed"].choices = [("", _("Anything")), *proposed]
        self.fields["marac"].choices = [("", _("Every MARAC")), *maracs]


TOO_LARGE = gettext_lazy("This file is larger than 25 MB. Send the form on its own, without scans.")


class UploadForm(FileForm):
    largest, too_large = LARGEST_FILE, TOO_LARGE

    file = FileField(
        label=gettext_lazy("Message or document"),
        hint=gettext_lazy(
            "A saved mail (.eml or .msg), a Word file (.docx), a PDF or an Excel file (.xlsx), up to 25 MB"
        ),
        missing=gettext_lazy("Choose the file"),
        accept=".eml,.msg,.docx,.pdf,.xlsx",
    )


class OfMessage(Form):
    """`revision` is the one at which the page was opened."""

    revision = HiddenField()

    def clean_revision(self) -> int:
        return self.opened_at

    @property
    def given(self) -> dict[str, Any]:
        return self.cleaned_data


class InformationForm(OfMessage):
    reference = TextField(
        label=gettext_lazy("Reference of the case"),
        missing=gettext_lazy("Enter the reference of the case"),
        width="govuk-input--width-10",
    )


class NotOursForm(OfMessage):
    reason = TextField(label=gettext_lazy("Why it is not ours"))


class ResearchForm(OfMessage):
    request = ChoiceField(
        label=gettext_lazy("What it answers"), listed=True, missing=gettext_lazy("Choose what it answers")
    )
    answer = ChoiceField(
        label=gettext_lazy("Are any of these people known to the agency?"),
        missing=gettext_lazy("Say whether they are known to the agency"),
        choices=[(each.value, gettext_lazy(text)) for each, text in ANSWER_NAMES.items()],
    )
    text = LongTextField(label=gettext_lazy("What it found, in its own words"), rows=6)
    kind = ChoiceField(
        label=gettext_lazy("What kind of information"),
        choices=[(each.value, gettext_lazy(text)) for each, text in KIND_NAMES.items()],
    )
    may_be_minuted = ChoiceField(
        label=gettext_lazy("May it be written in the minutes?"),
        choices=[(each.value, gettext_lazy(text)) for each, text in MINUTED_NAMES.items()],
    )
    why_not_searched = TextField(label=gettext_lazy("If it did not search: why"))
    said_by = TextField(label=gettext_lazy("Who at the agency wrote it"))

    def __init__(self, *args: Any, requests: Iterable[Any], **rest: Any) -> None:
        super().__init__(*args, **rest)
        choices = [(str(each.pk), f"{each.case.reference}, {each.agency.name}") for each in requests]
        self.fields["request"].choices = [("", _("Choose")), *choices]

    @property
    def given(self) -> dict[str, Any]:
        """One line of what was found, where the agency knows them."""
        answers = self.cleaned_data
        said = {name: answers[name] for name in ("text", "kind", "may_be_minuted")}
        line = Line(**said, source="") if answers["answer"] == Answer.KNOWN else None
        kept = {name: answers[name] for name in ("answer", "said_by", "why_not_searched", "revision")}
        return kept | {"request": int(answers["request"]), "line": line}


class ActionForm(OfMessage):
    action = ChoiceField(
        label=gettext_lazy("What it reports on"), listed=True, missing=gettext_lazy("Choose what it reports on")
    )
    state = ChoiceField(
        label=gettext_lazy("What came of it"),
        missing=gettext_lazy("Say what came of it"),
        choices=[(each.value, gettext_lazy(text)) for each, text in ACTION_NAMES.items() if each in REPORTS],
    )
    outcome = LongTextField(label=gettext_lazy("If it was done: what was done"), rows=4)
    reason = LongTextField(label=gettext_lazy("If it was not: why"), rows=3)
    said_by = TextField(label=gettext_lazy("Who at the agency wrote it"))

    def __init__(self, *args: Any, actions: Iterable[Any], **rest: Any) -> None:
        super().__init__(*args, **rest)
        choices = [
            (str(each.pk), f"{each.case.reference}, {each.agency.name}: {shorten(each.task, 60)}") for each in actions
        ]
        self.fields["action"].choices = [("", _("Choose")), *choices]

    @property
    def given(self) -> dict[str, Any]:
        return self.cleaned_data | {"action": int(self.cleaned_data["action"])}
