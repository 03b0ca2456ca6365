"""One case at a glance, as far as the viewer is told of it: of long lists the newest, and how many more there are."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from marac.access.viewer import Viewer
from marac.actions.models import Action
from marac.actions.queries import actions_of
from marac.actions.rules import State
from marac.cases.models import Case
from marac.cases.together import together, wanted
from marac.flags.models import Flag
from marac.households.queries import Household, household
from marac.meetings.models import AgendaItem
from marac.minutes.models import Discussion
from marac.people.models import Party
from marac.people.queries import birth_in_words, born
from marac.referrals.queries import Ordered, orders_of
from marac.risk.models import Judgement, RiskAssessment
from marac.risk.queries import OF_A_LINE, Counted, counted
from marac.summary.rules import Assessment, Column, columns

MOST_ASSESSMENTS, MOST_LINES = 6, 6


@dataclass(frozen=True)
class Newest:
    """The newest of a list, and how many older ones are left out."""

    rows: list[Any]
    older: int


@dataclass(frozen=True)
class Known:
    """Somebody in the case; of whoever is kept from the viewer, who they are and nothing else."""

    party: Party
    name: str
    born: str
    age: str


@dataclass(frozen=True)
class Flagged:
    """The agencies whose flags end on one day, and have been placed or not."""

    placed: bool
    ends_on: date
    agencies: list[str]


@dataclass(frozen=True)
class Summary:
    """`held` says that somebody in it is kept from the viewer, and with them what was said of the case."""

    case: Case
    household: Household
    held: bool
    people: list[Known]
    wishes: Discussion | None
    picture: list[Column]
    assessments: list[Counted]
    judgement: Judgement | None
    hearings: Newest
    actions: Newest
    flags: list[Flagged]
    orders: list[Ordered]


def summary(viewer: Viewer, case: Case) -> Summary:
    """Of a case that the viewer may see, in as many questions however much hangs from it."""
    drawn = household(viewer, case)
    of_case = {"case": case}
    discussions, assessments, judgements, listings, flags = together(
        wanted(
            Discussion.objects.visible_to(viewer).filter(**of_case).exclude(wishes=""),
            *("wishes", "spoke_for_victim", "item_id", "item__meeting_id"),
        ),
        wanted(
            RiskAssessment.objects.visible_to(viewer).filter(**of_case),
            *OF_A_LINE,
        ),
        wanted(Judgement.objects.visible_to(viewer).filter(**of_case), "judged_on", "judged_by", "reasons"),
        wanted(AgendaItem.objects.visible_to(viewer).filter(**of_case), "state", "meeting_id", "meeting__held_on"),
        wanted(
            Flag.objects.visible_to(viewer).current().filter(**of_case),
            *("starts_on", "ends_on", "confirmed_on", "agency_id", "agency__name"),
        ),
    )
    assessed = sorted(assessments, key=lambda each: (each.completed_on, each.pk))
    listings.sort(key=lambda each: (each.meeting.held_on, each.pk), reverse=True)
    open_actions = actions_of(viewer, case).filter(state=State.OPEN.value)
    return Summary(
        case=case,
        household=drawn,
        held=any(each.party.held for each in drawn.members),
        people=[_known(each.party, each.name, viewer.today) for each in drawn.members],
        wishes=_last_said(discussions, listings),
        picture=columns([_drawn(counted(each)) for each in assessed[-MOST_ASSESSMENTS:]]),
        assessments=[counted(each) for each in assessed[-MOST_ASSESSMENTS:]][::-1],
        judgement=max(judgements, key=lambda each: (each.judged_on, each.pk), default=None),
        hearings=_newest(listings),
        actions=_soonest(open_actions),
        flags=_flagged(flags),
        orders=orders_of(viewer, case)[:MOST_LINES],
    )


def _known(party: Party, name: str, today: date) -> Known:
    if party.held:
        return Known(party, name, "", "")
    ages = born(party.person).ages_on(today)
    return Known(party, name, birth_in_words(party.person), "" if ages is None else _age(*ages))


def _age(least: int, most: int) -> str:
    return str(least) if least == most else _("%(least)s to %(most)s") % {"least": least, "most": most}


def _last_said(discussions: Sequence[Discussion], listings: Sequence[AgendaItem]) -> Discussion | None:
    """What was said for the victim at the last meeting at which anything was."""
    order = {each.pk: at for at, each in enumerate(listings)}
    return min(discussions, key=lambda each: order.get(each.item_id, len(order)), default=None)


def _flagged(flags: Sequence[Flag]) -> list[Flagged]:
    """What is not placed yet stands first."""
    found: dict[tuple[bool, date], list[str]] = defaultdict(list)
    for each in sorted(flags, key=lambda each: each.agency.name):
        found[each.confirmed_on is not None, each.ends_on].append(each.agency.name)
    return [Flagged(*key, agencies) for key, agencies in sorted(found.items())]


def _drawn(each: Counted) -> Assessment:
    a = each.assessment
    words = _(each.grade) if a.grade else f"{a.yes}/{each.of}"
    of = 0 if a.grade else each.of
    left = a.not_known + a.unanswered if each.answered else max(0, each.of - a.yes)
    return Assessment(a.completed_on, a.yes, left, of, a.threshold, words)


def _newest(rows: Sequence[Any]) -> Newest:
    return Newest(list(rows[:MOST_LINES]), max(0, len(rows) - MOST_LINES))


def _soonest(found: Any) -> Newest:
    """By when they are due."""
    rows: list[Action] = list(found)
    return _newest(rows)
