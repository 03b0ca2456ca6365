"""What is asked about a series: its pattern and place, one date that moves, and who chairs."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marac.directory.models import Marac
from marac.kernel.dates import format_date
from marac.series.models import PlannedDate, Series
from marac.series.rules import BOOKING_NAMES, KIND_NAMES, PATTERN_NAMES, SHARED, Chair, Kind, Pattern, Plan
from marac.ui.fields import (
    ChoiceField,
    DateField,
    LongTextField,
    NumberField,
    TextField,
    TickField,
    TimeField,
    in_words,
)
from marac.ui.forms import Form, ShownAgain

NOBODY = ("", gettext_lazy("Nobody yet"))
REASON_HINT = gettext_lazy("It is kept for good. Do not write about the people of a case.")


class PlanForm(ShownAgain):
    """A series of dates. Of one that exists, MARAC and kind stand."""

    marac = ChoiceField(label=gettext_lazy("MARAC"), missing=gettext_lazy("Choose the MARAC"))
    kind = ChoiceField(
        label=gettext_lazy("What happens on these dates"),
        missing=gettext_lazy("Choose what happens on these dates"),
        choices=[(each.value, gettext_lazy(text)) for each, text in KIND_NAMES.items()],
    )
    pattern = ChoiceField(
        label=gettext_lazy("How often"),
        hint=gettext_lazy(
            "Leave it blank for a daily triage. Monthly dates take their weekday, first to fourth or last,"
            " from the first one."
        ),
        choices=[(each.value, gettext_lazy(PATTERN_NAMES[each])) for each in (Pattern.MONTHLY, Pattern.WEEKS)],
    )
    weeks = NumberField(
        label=gettext_lazy("Weeks from one date to the next"), hint=gettext_lazy("For every so many weeks")
    )
    first_on = DateField(label=gettext_lazy("First date"), missing=gettext_lazy("Enter the first date"))
    until_on = DateField(
        label=gettext_lazy("Last day to plan for"),
        missing=gettext_lazy("Enter the last day to plan for"),
        hint=gettext_lazy("For example, 31/3/2027. Enter the same day as the first to plan one date."),
    )
    starts_at = TimeField(
        label=gettext_lazy("Starts at"),
        missing=gettext_lazy("Enter the time at which it starts"),
        hint=gettext_lazy("For example, 9.30am. Of a closing date, the time by which everything is in."),
    )
    ends_at = TimeField(label=gettext_lazy("Ends at (optional)"))
    venue = TextField(
        label=gettext_lazy("Room (optional)"),
        hint=gettext_lazy("It stands in people’s calendars. A blank one costs nothing: it can be added later."),
    )
    link = TextField(label=gettext_lazy("Video link (optional)"), max_length=500)
    chair = ChoiceField(label=gettext_lazy("Who chairs"), listed=True, initial=SHARED)
    feeds = ChoiceField(
        label=gettext_lazy("Series to which a daily triage passes its cases"),
        listed=True,
        hint=gettext_lazy("For a daily triage only"),
    )

    def __init__(
        self, *args: Any, maracs: Iterable[Marac], feeding: Iterable[Series], chairs: Iterable[Chair], **rest: Any
    ) -> None:
        super().__init__(*args, **rest)
        self.maracs = {str(marac.pk): marac for marac in maracs}
        self.fields["marac"].choices = [(pk, marac.name) for pk, marac in self.maracs.items()]
        if len(self.maracs) == 1:
            self.fields["marac"].initial = next(iter(self.maracs))
        people = [(str(chair.user_id), chair.name) for chair in chairs]
        self.fields["chair"].choices = [(SHARED, _("Each of those who chair, in turn")), NOBODY, *people]
        self.fields["feeds"].choices = [("", ""), *((str(each.pk), series_words(each)) for each in feeding)]

    def clean_marac(self) -> Marac:
        return self.maracs[self.cleaned_data["marac"]]

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        triage = answers.get("kind") == Kind.TRIAGE.value
        if not triage and "kind" in answers and not answers.get("pattern") and "pattern" not in self.errors:
            self.add_error("pattern", _("Choose how often"))
        if triage:
            answers["pattern"] = Pattern.DAILY.value
        return answers

    @property
    def plan(self) -> Plan:
        given = {
            name: self.cleaned_data[name] for name in ("first_on", "until_on", "starts_at", "ends_at", "venue", "link")
        }
        kind, pattern = Kind(self.cleaned_data["kind"]), Pattern(self.cleaned_data["pattern"])
        weeks = self.cleaned_data["weeks"] if pattern is Pattern.WEEKS else None
        feeds = int(self.cleaned_data["feeds"] or 0) or None if kind is Kind.TRIAGE else None
        return Plan(kind=kind, pattern=pattern, weeks=weeks, chair=self.cleaned_data["chair"], feeds=feeds, **given)


def series_words(series: Series) -> str:
    """Such as "Northmoor: every so many weeks (2), from 9 Mar 2026"."""
    often = _(PATTERN_NAMES[Pattern(series.pattern)])
    if series.weeks:
        often = _("Every week") if series.weeks == 1 else _("Every %(number)s weeks") % {"number": series.weeks}
    return f"{series.marac.name}: {often}, {format_date(series.first_on)} – {format_date(series.until_on)}"


class MoveForm(ShownAgain):
    on = DateField(label=gettext_lazy("New day"), missing=gettext_lazy("Enter the new day"))
    starts_at = TimeField(label=gettext_lazy("Starts at"), missing=gettext_lazy("Enter the time at which it starts"))
    reason = LongTextField(
        label=gettext_lazy("Reason"),
        missing=gettext_lazy("Give the reason, in a few words."),
        hint=REASON_HINT,
        rows=2,
        max_length=400,
    )


class ArrangeForm(Form):
    chair = ChoiceField(label=gettext_lazy("Who chairs"), listed=True)
    venue = TextField(label=gettext_lazy("Room (optional)"), hint=gettext_lazy("It stands in people’s calendars."))
    link = TextField(label=gettext_lazy("Video link (optional)"), max_length=500)
    booking = ChoiceField(
        label=gettext_lazy("Room or link"),
        choices=in_words((each.value, text) for each, text in BOOKING_NAMES.items()),
        missing=gettext_lazy("Choose how the booking stands"),
    )
    booking_note = TextField(
        label=gettext_lazy("Note on the booking (optional)"),
        hint=gettext_lazy("Such as with whom, and what is served"),
    )
    private = TickField(
        label=gettext_lazy("Nobody outside can hear or see in, and nobody joins the call unasked: it was checked")
    )
    reachable = TickField(
        label=gettext_lazy(
            "Everybody can get there or join, with a step-free way or captions where needed: it was checked"
        )
    )
    to_come = TickField(label=gettext_lazy("The same room, link and booking for all later dates of this series"))

    def __init__(self, *args: Any, date: PlannedDate, chairs: Iterable[Chair], **rest: Any) -> None:
        super().__init__(*args, **rest)
        on = date.meeting.held_on
        people = [(str(chair.user_id), chair.name) for chair in chairs if chair.is_free(on)]
        here = (str(date.chaired_by_id), date.meeting.chair)
        if date.chaired_by_id and here not in people:
            people.append(here)
        self.fields["chair"].choices = [NOBODY, *people]


class SkipForm(Form):
    on = DateField(label=gettext_lazy("Day without triage"), missing=gettext_lazy("Enter the day"))
    reason = LongTextField(
        label=gettext_lazy("Reason"),
        missing=gettext_lazy("Give the reason, in a few words."),
        hint=REASON_HINT,
        rows=2,
        max_length=400,
    )


class AwayForm(Form):
    user = ChoiceField(label=gettext_lazy("Who"), listed=True, missing=gettext_lazy("Choose who"))
    from_on = DateField(label=gettext_lazy("First day away"), missing=gettext_lazy("Enter the first day"))
    until_on = DateField(label=gettext_lazy("Last day away"), missing=gettext_lazy("Enter the last day"))

    def __init__(self, *args: Any, chairs: Iterable[Chair], own: int | None, **rest: Any) -> None:
        """`own` is who says it of themselves, and of nobody else."""
        super().__init__(*args, **rest)
        self.fields["user"].choices = [
            ("", ""),
            *((str(each.user_id), each.name) for each in chairs if own in (None, each.user_id)),
        ]

    def clean_user(self) -> int:
        return int(self.cleaned_data["user"])
