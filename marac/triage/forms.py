"""What is asked when a referral is decided: what becomes of it, why, and who is known already."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marac.kernel.dates import format_date
from marac.people.weighed import how_likely, reasons_in_words
from marac.referrals.models import Lacking, Referral, Withdrawal
from marac.triage.queries import Met
from marac.ui.fields import ChoiceField, DateField, HiddenField, LongTextField, ManyChoicesField, TextField, in_words
from marac.ui.forms import Form

SOMEBODY_NEW = "new"

# What each decision asks for, besides a reason.
ASKED = {
    "accept": ("kind", "case", "incident_on", "agency"),
    "return": ("lacking",),
    "turn_down": (),
    "send_on": ("elsewhere",),
    "withdraw": ("withdrawal",),
}


class VerifyForm(Form):
    how = LongTextField(
        label=gettext_lazy("How you made sure who sent it"),
        hint=gettext_lazy("For example: rang the agency back on the number that we hold, and spoke to the sender"),
        missing=gettext_lazy("Say how you made sure who sent it"),
        max_length=1000,
    )


class DecideForm(Form):
    decision = ChoiceField(
        label=gettext_lazy("What becomes of this referral"),
        choices=[
            ("accept", gettext_lazy("Accept")),
            ("return", gettext_lazy("Return for more information")),
            ("turn_down", gettext_lazy("Turn down: threshold not met")),
            ("send_on", gettext_lazy("It is for another MARAC")),
            ("withdraw", gettext_lazy("Withdraw")),
        ],
        missing=gettext_lazy("Choose what becomes of the referral"),
        reveals=ASKED,
    )
    kind = ChoiceField(label=gettext_lazy("It is"), choices=in_words(Referral.Kind.choices))
    case = ChoiceField(
        label=gettext_lazy("Case"),
        listed=True,
        hint=gettext_lazy(
            "A repeat can go with the case that there is; further information and the same event have to"
        ),
    )
    incident_on = DateField(
        label=gettext_lazy("Day of the latest incident"),
        hint=gettext_lazy("As far as the referral tells. For example, 27/3/2026"),
    )
    agency = ChoiceField(label=gettext_lazy("Referring agency"), listed=True)
    lacking = ManyChoicesField(
        label=gettext_lazy("What is missing"),
        choices=in_words(Lacking.choices),
        hint=gettext_lazy("Counted by agency, so that those who refer can be shown what is needed"),
    )
    elsewhere = TextField(label=gettext_lazy("Which MARAC"), max_length=120)
    withdrawal = ChoiceField(label=gettext_lazy("Why it is withdrawn"), choices=in_words(Withdrawal.choices))
    reason = LongTextField(
        label=gettext_lazy("Reason"),
        hint=gettext_lazy("Needed unless you accept on a ground that is met. The referrer can read it."),
    )
    revision = HiddenField()

    def __init__(
        self, *args: Any, cases: Iterable[Met], agencies: Iterable[Any], known: Any, says: str, **kwargs: Any
    ) -> None:
        """`says` is the agency as the referral names it."""
        super().__init__(*args, **kwargs)
        if says:
            self.fields["agency"].help_text = _(
                "The referral says: {agency}. If it is not in the list, give it its seat under Settings first: an "
                "agency that is not chosen is told nothing, and the return cannot say who referred."
            ).format(agency=says)
        self.fields["case"].choices = [("", _("Open a case")), *map(_case, cases)]
        self.fields["agency"].choices = [("", _("Not on the panel")), *((str(a.pk), a.name) for a in agencies)]
        for path, (label, people) in known.items():
            offered = [(str(each.person.pk), _known_as(each)) for each in people]
            hints = {str(each.person.pk): reasons_in_words(each.weighed) for each in people}
            self.fields[path] = ChoiceField(
                label=label, choices=[*offered, (SOMEBODY_NEW, _("Somebody new"))], hints=hints
            )
        self.known_paths = list(known)

    def clean(self) -> dict[str, Any]:
        """Accepting makes records of people, so of each who may be known somebody says who it is: nobody is merged
        unasked, and no second record is made unasked."""
        given = self.cleaned_data
        if given.get("decision") != "accept":
            return given
        chosen = Counter((path.partition("[")[0], given.get(path)) for path in self.known_paths)
        for path in self.known_paths:
            answer = given.get(path)
            if not answer and path not in self.errors:
                self.add_error(path, _("Choose who this is, or Somebody new"))
            elif answer != SOMEBODY_NEW and chosen[path.partition("[")[0], answer] > 1:
                self.add_error(path, _("The same person is chosen twice. Choose each of them once, or Somebody new"))
        return given

    @property
    def known(self) -> dict[str, int]:
        answers = {path: self.cleaned_data[path] for path in self.known_paths}
        return {path: int(answer) for path, answer in answers.items() if answer and answer != SOMEBODY_NEW}


def _case(met: Met) -> tuple[str, str]:
    """A case with what tells it from the others of the same victim."""
    same = {True: _("same perpetrator"), False: _("another perpetrator"), None: _("perpetrator not known")}
    last = max(met.earlier.dates.values(), default=None)
    told = [same[met.earlier.same_perpetrator], *([format_date(last)] if last else [])]
    return str(met.case.pk), f"{met.case.reference} ({', '.join(told)})"


def _known_as(known: Any) -> str:
    """Who it is, where they are known from, and how likely it is."""
    cases = ", ".join(case.reference for case in known.cases)
    return f"{known.person.name} ({cases}): {how_likely(known.weighed)}"
