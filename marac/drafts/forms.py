"""The forms of a referral that is written here: one for each sheet, and those to begin and to take back."""

from collections.abc import Iterable
from functools import cache, partial
from typing import Any

from django.utils.translation import gettext_lazy

from marac.intake.paths import value_at
from marac.intake.tools import Tool
from marac.referrals.models import Referral
from marac.sheets import Sheet, sheets_for
from marac.sheets.asking import RevisionForm, SheetForm
from marac.ui.fields import ChoiceField, LongTextField
from marac.ui.forms import Form
from marac.ui.steps import Step, Steps


class BeginForm(Form):
    marac = ChoiceField(
        label=gettext_lazy("For which area?"),
        listed=True,
        hint=gettext_lazy("The one in which the victim lives"),
        missing=gettext_lazy("Choose the area"),
    )

    def __init__(self, *args: Any, maracs: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["marac"].choices = [(str(each.pk), each.name) for each in maracs]


class TakeBackForm(RevisionForm):
    reason = LongTextField(
        label=gettext_lazy("Why it is withdrawn"),
        rows=3,
        hint=gettext_lazy("For example: sent twice, the wrong person, or the risk was looked at again with the victim"),
    )


def _applies(sheet: Sheet, referral: Referral) -> bool:
    if sheet.only_after and value_at(referral.content, f"checklist.answers.{sheet.only_after}") != "yes":
        return False
    return not sheet.only_returned or referral.state == Referral.State.RETURNED


@cache
def steps_for(tool: Tool, local_grounds: tuple[str, ...] = ()) -> Steps:
    """The form of an area that asks for this checklist and has these grounds."""
    return Steps(
        tuple(
            Step(each.slug, each.title, form=partial(SheetForm, sheet=each), applies=partial(_applies, each))
            for each in sheets_for(tool, local_grounds)
        )
    )
