"""What is typed on the pages of actions: the filters of the log, a report, and why an action is opened again."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from marac.actions.rules import STATE_NAMES, State
from marac.kernel.dates import short_date
from marac.ui.fields import ChoiceField, DateField, HiddenField, LongTextField, TextField
from marac.ui.forms import Form


class FilterForm(Form):
    """The log as the viewer wants it. The agency is asked only of those who see every agency's. What is searched for is
    not here: it never stands in an address (marac/ui/pages.py)."""

    state = ChoiceField(
        label=_("Show"),
        listed=True,
        choices=[
            ("open", _("Open")),
            ("late", _("Late")),
            ("answered", _("Reported on")),
            ("all", _("All")),
        ],
    )
    agency = ChoiceField(label=_("Agency"), listed=True)
    meeting = ChoiceField(label=_("Agreed at the meeting of"), listed=True)

    def __init__(
        self, *args: Any, agencies: list[tuple[str, str]], meetings: list[tuple[str, date]], every: bool, **rest: Any
    ) -> None:
        super().__init__(*args, **rest)
        days = [(number, short_date(held_on)) for number, held_on in meetings]
        self.fields["meeting"].choices = [("", _("Any meeting")), *days]
        if every:
            ours = [("", _("Every agency")), ("mine", _("Your agency"))]
            self.fields["agency"].choices = [*ours, *agencies]
        else:
            del self.fields["agency"]


class ReportForm(Form):
    """What became of an action. Who said so is asked of the office only."""

    state = ChoiceField(
        label=_("What became of it?"),
        missing=_("Choose what became of it"),
        choices=[(each.value, _(text)) for each, text in STATE_NAMES.items() if each is not State.OPEN],
    )
    outcome = LongTextField(label=_("If it was done: what was done, and what changed"))
    reason = LongTextField(label=_("If it was not done: why"))
    said_by = TextField(
        label=_("Who at the agency told you this"),
        hint=_("And how: by phone, by mail or at the meeting. Both are kept with the report."),
    )
    revision = HiddenField()

    def __init__(self, *args: Any, for_agency: bool, **rest: Any) -> None:
        super().__init__(*args, **rest)
        if not for_agency:
            del self.fields["said_by"]

    def clean_revision(self) -> int | None:
        return self.opened_at if self.cleaned_data["revision"] else None


class ReopenForm(Form):
    reason = LongTextField(label=_("Why is it opened again?"), missing=_("Say why the action is opened again"), rows=2)


class AgreeForm(Form):
    """An action agreed at the table: who does what by when, and which risk it answers."""

    agency = ChoiceField(label=_("Who will do it"), listed=True, missing=_("Choose the agency that will do it"))
    task = LongTextField(label=_("What will be done"), rows=3, missing=_("Say what the agency will do"))
    due_on = DateField(label=_("By when"), missing=_("Give the day by which it will be done"))
    risk = ChoiceField(label=_("Which risk it answers"), listed=True)
    new_risk = TextField(label=_("Or a risk not named yet"), hint=_("Such as: he knows where she works"))

    def __init__(self, *args: Any, agencies: list[tuple[int, str]], risks: list[tuple[int, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["agency"].choices = [("", _("Choose an agency")), *agencies]
        self.fields["risk"].choices = [("", _("None named yet")), *risks]

    @property
    def agreed(self) -> dict[str, Any]:
        """The answers as the operation takes them: keys of rows as numbers, None where none was chosen."""
        given = self.cleaned_data
        return given | {"agency": int(given["agency"]), "risk": int(given["risk"]) if given["risk"] else None}
