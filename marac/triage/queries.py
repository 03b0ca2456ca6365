"""What is on record about those whom a referral names: their cases, what a repeat counts from, and the last plan."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Q

from marac.access.viewer import Viewer
from marac.actions.models import Action
from marac.actions.queries import actions_of
from marac.cases.models import Case
from marac.directory.choices import Anchor
from marac.flags.queries import Row, flags_of, rows
from marac.identity.queries import together
from marac.kernel.workdays import add_months
from marac.meetings.models import AgendaItem
from marac.people.models import Party
from marac.referrals.models import Lacking, Referral
from marac.referrals.queries import referred_dates
from marac.triage.rules import Earlier

Dates = dict[Anchor, date]
MONTHS_OF_POOR = 12


@dataclass(frozen=True)
class Met:
    """A case on record with somebody of the referral in it, and how it stands to the referral."""

    case: Case
    earlier: Earlier


@dataclass(frozen=True)
class LastPlan:
    """What a repeat is set beside: where the case was last heard, what was agreed and came of it, and the flags."""

    case: Case
    heard: AgendaItem | None
    actions: list[Action]
    flags: list[Row]


def cases_met(
    viewer: Viewer, marac_id: int, *, victims: Collection[int], perpetrators: Collection[int], names_perpetrator: bool
) -> list[Met]:
    """The cases that one of these people is in, in the same role, newest first; the pks are of people on record, whose
    every record counts."""
    victims, perpetrators = together(victims), together(perpetrators)
    parties = Party.objects.visible_to(viewer)
    theirs = parties.filter(
        Q(person__in=victims, role=Party.Role.VICTIM) | Q(person__in=perpetrators, role=Party.Role.PERPETRATOR)
    )
    cases = list(Case.objects.visible_to(viewer).filter(marac_id=marac_id, pk__in=theirs.values("case")))
    named: dict[tuple[int, str], set[int]] = defaultdict(set)
    for case_id, role, person_id in parties.filter(case__in=cases).values_list("case", "role", "person"):
        named[case_id, role].add(person_id)
    dates = dates_of_cases(viewer, cases)
    return [
        Met(
            case,
            Earlier(
                case=case.reference,
                same_victim=bool(named[case.pk, Party.Role.VICTIM] & set(victims)),
                same_perpetrator=bool(named[case.pk, Party.Role.PERPETRATOR] & set(perpetrators))
                if names_perpetrator and named[case.pk, Party.Role.PERPETRATOR]
                else None,
                dates=dates.get(case.pk, {}),
            ),
        )
        for case in cases
    ]


def dates_of_cases(viewer: Viewer, cases: Iterable[Case]) -> dict[int, Dates]:
    """By case, the dates that a repeat may be counted from: of its referrals, and of the meeting that heard it last."""
    cases = list(cases)
    found = referred_dates(viewer, cases)
    heard = AgendaItem.objects.visible_to(viewer).filter(case__in=cases, state=AgendaItem.State.HEARD)
    last_heard = heard.order_by().values("case").annotate(on=Max("meeting__held_on")).values_list("case", "on")
    for case_id, heard_on in last_heard:
        found[case_id][Anchor.LAST_HEARD] = heard_on
    return found


def last_plan(viewer: Viewer, case: Case) -> LastPlan:
    heard = AgendaItem.objects.visible_to(viewer).filter(case=case, state=AgendaItem.State.HEARD)
    return LastPlan(
        case=case,
        heard=heard.select_related("meeting").order_by("-meeting__held_on", "-pk").first(),
        actions=list(actions_of(viewer, case)),
        flags=rows(viewer, flags_of(viewer, case)),
    )


@dataclass(frozen=True)
class Poor:
    """How many referrals of an agency came, how many of them went back with a question, and what was missing: the
    ways of lacking, most frequent first, each with how many referrals lacked it."""

    agency: str
    referred: int
    returned: int
    lacking: list[tuple[Lacking, int]]


def poor_referrals(viewer: Viewer) -> list[Poor]:
    """Of the last twelve months, the agency whose referrals go back most often first. Of those the viewer may see."""
    since = add_months(viewer.today, -MONTHS_OF_POOR)
    came = Referral.objects.visible_to(viewer).filter(received_on__gte=since).order_by()
    number = dict(came.values_list("agency__name").annotate(Count("pk")))
    returned, lacked = Counter[str | None](), defaultdict[str | None, Counter[str]](Counter)
    for agency, lacking in came.exclude(lacking=[]).values_list("agency__name", "lacking"):
        returned[agency] += 1
        lacked[agency].update(lacking)
    found = [
        Poor(agency or "", number[agency], returned[agency], [(way, ways[way]) for way in _most_first(ways)])
        for agency, ways in lacked.items()
    ]
    return sorted(found, key=lambda row: (-row.returned / row.referred, -row.returned, row.agency))


def _most_first(ways: Counter[str]) -> list[Lacking]:
    return sorted((Lacking(each) for each in ways), key=lambda way: (-ways[way], list(Lacking).index(way)))
