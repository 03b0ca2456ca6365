"""The steering group's figures: each with its name and its definition in words, by quarter and by year."""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.db.models import Count

from marac.access.viewer import Viewer
from marac.access.wall import lifted
from marac.directory.models import Marac, PanelSeat
from marac.directory.queries import profiles_on
from marac.kernel.tables import Column, Table
from marac.kernel.text import _
from marac.referrals.models import Referral
from marac.reports.observations import Span, observe
from marac.reports.rules import Quarter, quarter_of
from marac.reports.suppression import Measure, Shape, Shown, hidden, is_hidden, shown_parts, together

QUARTERS, YEARS = 4, 2
PUBLISHED: dict[str, Any] = tomllib.loads((Path(__file__).parent / "published.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Figure:
    """`key` names what is observed (marac/reports/observations.py)."""

    key: str
    name: str
    definition: str
    shape: Shape = Shape.SHARE

    @property
    def published(self) -> str:
        return str(PUBLISHED["values"].get(self.key, ""))


BY_QUARTER = (
    Figure("cases", _("Cases heard"), _("Each case once for each meeting that heard it."), Shape.COUNT),
    Figure("repeats", _("Repeats"), _("Cases heard whose referral was accepted as a repeat, of all cases heard.")),
    Figure(
        "referrals", _("Referrals received"), _("By the day on which they came, whatever became of them."), Shape.COUNT
    ),
    Figure("refused", _("Threshold not met"), _("Referrals turned down, of those accepted or turned down.")),
    Figure("waited", _("Days from referral to meeting"), _("Mean of calendar days, of cases heard."), Shape.MEAN),
    Figure("deferred", _("Put off to another meeting"), _("Cases deferred, of all cases listed.")),
    Figure(
        "research_in_time",
        _("Research answered in time"),
        _("Requests answered by the day they were due, of all asked."),
    ),
    Figure("research_never", _("Research never answered"), _("Requests without an answer, of all asked.")),
    Figure(
        "attended",
        _("Agencies at the table"),
        _("Agencies with somebody present, of those sent the list, over all meetings."),
    ),
    Figure(
        "minutes_in_time", _("Minutes out in time"), _("Meetings whose first issue went out by its day, of those due.")
    ),
    Figure("actions", _("Actions agreed"), _("By the meeting that agreed them."), Shape.COUNT),
    Figure(
        "actions_in_time",
        _("Actions done in time"),
        _("Reported complete by the day they were due, of those due by now."),
    ),
    Figure("actions_undone", _("Actions not done"), _("Reported as not done, of those due by now.")),
    Figure("actions_overdue", _("Actions overdue"), _("Not reported on, of those due by now.")),
    Figure("flags_in_time", _("Flags confirmed in time"), _("Confirmed by the day asked for, of those due by now.")),
)
RATE = Figure(
    "cases_per_10000",
    _("Cases per 10,000 women"),
    _("Cases heard for every 10,000 women aged 16 or over in the area. SafeLives expects 40."),
    Shape.MEAN,
)
BY_YEAR = (
    RATE,
    Figure(
        "children",
        _("Children a case"),
        _("Mean number of children in the victim's household, of cases heard."),
        Shape.MEAN,
    ),
    Figure("police", _("Referred by the police"), _("Cases heard that the police referred, of all cases heard.")),
    Figure(
        "minoritised",
        _("Black, Asian and minoritised victims"),
        _("Every ethnic group but White British, of cases where the group is recorded."),
    ),
    Figure("lgbt", _("LGBT victims"), _("Of cases where the question was asked.")),
    Figure("disabled", _("Disabled victims"), _("Of cases where the question was asked.")),
    Figure("male", _("Male victims"), _("Of cases where the sex is recorded.")),
    Figure(
        "sixteen_or_seventeen",
        _("Victims of 16 or 17"),
        _("On the day of the meeting, of cases where the date of birth is known."),
    ),
)


@dataclass(frozen=True)
class Line:
    """A figure with one cell for each period."""

    figure: Figure
    cells: list[Shown]


@dataclass(frozen=True)
class Figures:
    """`small` is the largest count that is kept back, of the strictest MARAC among them."""

    maracs: list[Marac]
    small: int
    quarters: list[Quarter]
    by_quarter: list[Line]
    years: list[int]
    by_year: list[Line]
    agencies: list[tuple[str, Shown]]


Sums = dict[tuple[int, Any, str], Measure]


@lifted()
def figures_of(viewer: Viewer, maracs: Sequence[Marac]) -> Figures:
    """Whole quarters and years, and the quarter that is not over yet. Every case is counted, and none is named."""
    present = quarter_of(viewer.today)
    quarters = [*_before(present, QUARTERS), present]
    years = [viewer.today.year - number for number in range(YEARS, 0, -1)]
    first_on = min(quarters[0].first_on, date(years[0], 1, 1))
    span = Span(frozenset(marac.pk for marac in maracs), first_on, present.last_on, viewer.today)
    profiles = profiles_on(span.marac_ids, viewer.today)
    small = max((profile.small_number for profile in profiles.values()), default=0)
    sums = _sums(span)
    rate = _rate(sums, {pk: profile.adult_females for pk, profile in profiles.items()}, small)
    return Figures(
        maracs=list(maracs),
        small=small,
        quarters=quarters,
        by_quarter=[Line(each, _cells(each, quarters, sums, profiles, small)) for each in BY_QUARTER],
        years=years,
        by_year=[
            Line(each, [rate(year) for year in years] if each is RATE else _cells(each, years, sums, profiles, small))
            for each in BY_YEAR
        ],
        agencies=_agencies(span, maracs, quarters[:-1], small),
    )


def _before(quarter: Quarter, number: int) -> list[Quarter]:
    """So many quarters before this one, the earliest first."""
    found = [quarter]
    while len(found) <= number:
        found.append(found[-1].previous)
    return found[:0:-1]


def _sums(span: Span) -> Sums:
    """By MARAC, quarter or year, and what is observed."""
    sums: Sums = defaultdict(Measure)
    for seen in observe(span):
        for period in (quarter_of(seen.on), seen.on.year):
            sums[seen.marac_id, period, seen.key] += seen.measure
    return sums


def _cells(figure: Figure, periods: Sequence[Any], sums: Sums, maracs: Iterable[int], small: int) -> list[Shown]:
    parts = [[sums[pk, period, figure.key] for pk in maracs] for period in periods]
    return [together(each, figure.shape, small) for each in parts]


def _rate(sums: Sums, women: Mapping[int, int], small: int) -> Callable[[int], Shown]:
    """The year's cases over the women of the area; kept back where it would give away a quarter that is kept back."""

    def cell(year: int) -> Shown:
        quarters = [sums[pk, Quarter(year, number), "cases"] for pk in women for number in range(1, 5)]
        if any(is_hidden(each, Shape.COUNT, small) for each in quarters):
            return hidden(Shape.MEAN, small)
        cases = sum(each.count for each in quarters)
        return Shown(f"{10_000 * cases / sum(women.values()):.1f}" if all(women.values()) and cases else "–")

    return cell


def _agencies(span: Span, maracs: Sequence[Marac], quarters: Sequence[Quarter], small: int) -> list[tuple[str, Shown]]:
    """Referrals of each agency on the panel in those quarters, those that made none too: that is the finding.

    An agency that is kept back in one MARAC is kept back in all together, or one table would give away the other.
    """
    counts: dict[int, dict[str, int]] = {marac.pk: {} for marac in maracs}
    seats = PanelSeat.objects.filter(marac__in=counts).in_force(span.today)
    for marac_id, name in seats.values_list("marac", "agency__name"):
        counts[marac_id][name] = 0
    days = (quarters[0].first_on, quarters[-1].last_on)
    received = Referral.objects.filter(marac__in=counts, received_on__range=days).order_by()
    for marac_id, name, number in received.values_list("marac", "agency__name").annotate(number=Count("pk")):
        counts[marac_id][name or _("Not recorded")] = number
    whole: Counter[str] = Counter()
    back: set[str] = set()
    for each in counts.values():
        back |= {name for name, cell in shown_parts(each, small).items() if cell.hidden}
        whole.update(each)
    cells = shown_parts(whole, small, back)
    return sorted(cells.items(), key=lambda row: (-whole[row[0]] if not row[1].hidden else 1, row[0]))


def tables_of(made: Figures, in_words: Callable[[Quarter], str]) -> list[Table]:
    """For the page and for download: by quarter, by year, and by agency."""
    about = [Column("figure", _("Figure")), Column("definition", _("What it counts"))]
    quarters = [Column(str(quarter), in_words(quarter)) for quarter in made.quarters]
    years = [Column(str(year), str(year)) for year in made.years]
    published = Column("published", PUBLISHED["source"])
    return [
        Table.of(_("By quarter"), [*about, *quarters, published], [_row(line) for line in made.by_quarter]),
        Table.of(_("By year"), [*about, *years, published], [_row(line) for line in made.by_year]),
        Table.of(
            _("Referrals by agency"),
            [Column("agency", _("Agency")), Column("referrals", _("Referrals"))],
            [[name, cell.text] for name, cell in made.agencies],
        ),
    ]


def _row(line: Line) -> list[str]:
    figure = line.figure
    return [figure.name, figure.definition, *(cell.text for cell in line.cells), figure.published]
