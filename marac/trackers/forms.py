"""What the pages of a tracker ask: its file, what columns and agencies are, what a row says and of which case it is."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marac.kernel.text import shorten
from marac.trackers.models import Line
from marac.ui.fields import ChoiceField, FileField, HiddenField, LongTextField
from marac.ui.forms import FileForm, Form
from marac.ui.refusals import said
from marac.workbooks.layout import CASES, FIELD_NAMES, HERE, KIND_NAMES, PASS_OVER
from marac.workbooks.opened import LARGEST_FILE

COLUMN = "column-"
TOO_LARGE = gettext_lazy("This workbook is larger than 10 MB. Take pictures and old sheets out of it, or split it.")


class UploadForm(FileForm):
    largest, too_large = LARGEST_FILE, TOO_LARGE

    file = FileField(
        label=gettext_lazy("Workbook"),
        hint=gettext_lazy("An Excel workbook (.xlsx) of cases, actions or attendance, up to 10 MB"),
        missing=gettext_lazy("Choose the workbook"),
        accept=".xlsx",
    )


class ColumnsForm(Form):
    """What the sheet is, and for each of its headings what the column is taken for."""

    kind = ChoiceField(label=gettext_lazy("What is this sheet?"))
    revision = HiddenField()

    def __init__(self, *args: Any, sheet: dict[str, Any], kind: str, revision: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(each, said(text)) for each, text in KIND_NAMES.items()]
        self.fields["kind"].initial = kind
        self.fields["revision"].initial = str(revision)
        names = FIELD_NAMES[kind or CASES]
        for letter, heading in sheet["headings"].items():
            taken = sheet["columns"].get(letter, PASS_OVER)
            choices = [(PASS_OVER, _("Pass over")), *((name, said(text)) for name, text in names.items())]
            if taken.startswith(HERE):
                choices.append((taken, _("The meeting of this day")))
            label = f"{letter}: {shorten(heading, 60)}"
            initial = taken if taken in dict(choices) else PASS_OVER
            self.fields[f"{COLUMN}{letter}"] = ChoiceField(label=label, listed=True, choices=choices, initial=initial)

    @property
    def columns(self) -> dict[str, str]:
        answers = self.cleaned_data
        return {name.removeprefix(COLUMN): value for name, value in answers.items() if name.startswith(COLUMN)}


class AgenciesForm(Form):
    """For each name that no agency here has, the agency that is meant."""

    def __init__(self, *args: Any, names: list[str], agencies: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_pk = {str(each.pk): each for each in agencies}
        self.names = {f"name-{number}": name for number, name in enumerate(names)}
        choices = [("", _("Not decided")), *((pk, each.name) for pk, each in self.by_pk.items())]
        for key, name in self.names.items():
            self.fields[key] = ChoiceField(label=name, listed=True, choices=choices)

    @property
    def meant(self) -> dict[str, Any]:
        answers = self.cleaned_data
        return {name: self.by_pk[answers[key]] for key, name in self.names.items() if answers.get(key)}


class ChoiceForm(Form):
    """Of which case a row is, or that it is left out."""

    choice = ChoiceField(label=gettext_lazy("What is to become of this row?"))
    revision = HiddenField()

    def __init__(self, *args: Any, line: Line, targets: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        same = [(value, _("It is the same case as %(name)s") % {"name": words}) for value, words in targets]
        take = (Line.Choice.OWN.value, _("Take it in as a case of its own"))
        if line.kind != CASES:
            take = (Line.Choice.NONE.value, _("Take it in"))
        self.fields["choice"].choices = [*same, take, (Line.Choice.LEAVE.value, _("Leave it out"))]
        self.fields["choice"].initial = line.choice if line.choice != Line.Choice.SAME else _target(line)
        self.fields["revision"].initial = str(line.revision)


def _target(line: Line) -> str:
    return f"case-{line.case_id}" if line.with_line_id is None else f"line-{line.with_line_id}"


class CellsForm(Form):
    """The cells of a row under their headings, to be typed anew."""

    revision = HiddenField()

    def __init__(self, *args: Any, line: Line, sheet: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["revision"].initial = str(line.revision)
        for letter, name in sheet["columns"].items():
            if name == PASS_OVER:
                continue
            text = line.typed.get(letter, line.cells.get(letter, {}).get("text", ""))
            label = f"{letter}: {shorten(sheet['headings'].get(letter, ''), 60)}"
            self.fields[f"{COLUMN}{letter}"] = LongTextField(label=label, initial=text, rows=1, max_length=4000)

    @property
    def typed(self) -> dict[str, str]:
        answers = self.cleaned_data
        return {name.removeprefix(COLUMN): value for name, value in answers.items() if name.startswith(COLUMN)}
