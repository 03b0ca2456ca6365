"""What is typed on the pages of actions: the filters of the log, a report, and why an action is opened again."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from marac.actions.models import Risk
from marac.actions.rules import CAUSE_NAMES, LOWERED_NAMES, REPORTS, STATE_NAMES, Cause
from marac.actions.table import Offer, in_short
from marac.kernel.dates import short_date
from marac.library.rules import RISK_NAMES
from marac.ui.fields import ChoiceField, DateField, HiddenField, LongTextField, TextField, in_words
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
            ("unanswered", _("Not accepted or refused yet")),
            ("refused", _("Refused")),
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
        choices=in_words((each.value, STATE_NAMES[each]) for each in REPORTS),
    )
    outcome = LongTextField(label=_("If it was done: what was done, and what changed"))
    reason = LongTextField(label=_("If it was not done: why"))
    cause = ChoiceField(
        label=_("If circumstances changed: which"),
        listed=True,
        choices=[
            ("", _("Choose")),
            *in_words((each.value, text) for each, text in CAUSE_NAMES.items() if each is not Cause.NOT_SAID),
        ],
    )
    new_plan = LongTextField(label=_("And what is done instead"), rows=2)
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


class ReviewForm(Form):
    lowered = ChoiceField(
        label=_("Did it lower the risk?"),
        missing=_("Say whether it lowered the risk, or that it is not known"),
        choices=in_words((each.value, text) for each, text in LOWERED_NAMES.items()),
    )


class AgreeForm(Form):
    """An action agreed at the table: who does what by when, which risk it answers, and how one sees that it is done."""

    task = LongTextField(
        label=_("What will be done"),
        rows=2,
        missing=_("Say what the agency will do"),
        hint=_("While you type, standard actions are offered below"),
    )
    risk = ChoiceField(label=_("Which risk it answers"), listed=True)
    new_risk = TextField(label=_("Or a risk not named yet"), hint=_("Such as: he knows where she works"))
    risk_kind = ChoiceField(
        label=_("Kind of risk"),
        listed=True,
        choices=[("", _("Choose")), *in_words(RISK_NAMES.items())],
        hint=_("It gives the usual day, and what worked before"),
    )
    why_no_risk = TextField(label=_("Or why it answers none"))
    agency = ChoiceField(label=_("Who will do it"), listed=True, missing=_("Choose the agency that will do it"))
    person = TextField(label=_("Who in that agency, by name or post"))
    due_on = DateField(
        label=_("By when"), hint=_("Left empty: the day that is usual against this risk. For example, 27/3/2026")
    )
    result = TextField(label=_("How we will see that it is done"), hint=_("Such as: the locks are changed"))
    different = TextField(label=_("If this was agreed before: what is different this time"))
    standard = HiddenField()

    def __init__(self, *args: Any, agencies: list[tuple[int, str]], risks: list[Risk], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["agency"].choices = [("", _("Choose an agency")), *agencies]
        self.fields["risk"].choices = [("", _("None named yet")), *((each.pk, in_short(each)) for each in risks)]
        self.kinds = {str(each.pk): each.kind for each in risks}

    @property
    def sought(self) -> dict[str, str]:
        """What standard actions are looked for by, however far the form is filled in."""
        kind = self.kinds.get(str(self["risk"].value() or ""), "") or str(self["risk_kind"].value() or "")
        return {"words": str(self["task"].value() or ""), "risk_kind": kind}

    @property
    def agreed(self) -> dict[str, Any]:
        """The answers as the operation takes them: keys of rows as numbers, None where none was chosen."""
        given = self.cleaned_data
        return given | {"agency": int(given["agency"]), "risk": int(given["risk"]) if given["risk"] else None}


def filled_in(typed: Mapping[str, Any], offer: Offer) -> dict[str, Any]:
    """What was typed, with the standard action that was chosen."""
    chosen = offer.standard
    taken = {"task": chosen.task, "result": chosen.result, "standard": chosen.code, "due_on": offer.due_on}
    agency = {"agency": offer.agency_id} if offer.agency_id else {}
    kind = typed.get("risk_kind") or (chosen.risks[0] if typed.get("new_risk") else "")
    return {**typed, **taken, **agency, "risk_kind": kind}
