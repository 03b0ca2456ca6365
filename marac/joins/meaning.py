"""What follows when records are one person: which case is a repeat by the area's own rule, and how many people somebody
is said to harm. It is said, and nothing is changed by it: whoever decides on a case corrects that there."""

from collections import defaultdict
from collections.abc import Sequence

from django.utils.translation import ngettext

from marac.access.viewer import Viewer
from marac.cases.models import Case
from marac.directory.choices import Anchor
from marac.directory.queries import profile_on
from marac.identity.queries import heads_of
from marac.joins.rules import PERPETRATOR, VICTIM
from marac.people.models import Party
from marac.triage.queries import Dates, dates_of_cases
from marac.triage.rules import Earlier, propose
from marac.ui.refusals import said

People = dict[tuple[int, str], set[int]]  # by case and role, who is in it, each by their oldest record


def meaning_of(viewer: Viewer, parties: Sequence[Party]) -> list[str]:
    """Of one person's parts in cases that the viewer may see."""
    cases = {party.case_id: party.case for party in parties}
    people = _people_in(viewer, cases)
    as_victim = sorted({party.case_id for party in parties if party.role == VICTIM}, key=lambda pk: _age(cases[pk]))
    harmed = set().union(*(people[party.case_id, VICTIM] for party in parties if party.role == PERPETRATOR))
    return [*_repeats(viewer, [cases[pk] for pk in as_victim], people), *_serial(len(harmed))]


def _age(case: Case) -> tuple[object, int]:
    return case.opened_on, case.pk


def _people_in(viewer: Viewer, cases: dict[int, Case]) -> People:
    rows = list(Party.objects.visible_to(viewer).filter(case__in=cases).values_list("case_id", "role", "person_id"))
    heads = heads_of(person for _case, _role, person in rows)
    found: People = defaultdict(set)
    for case, role, person in rows:
        found[case, role].add(heads[person])
    return found


def _repeats(viewer: Viewer, cases: Sequence[Case], people: People) -> list[str]:
    """Of each later case, as it would have been proposed on the day on which it was referred."""
    if len(cases) < 2:
        return []
    dates = dates_of_cases(viewer, cases)
    found = []
    for number, case in enumerate(cases[1:], start=1):
        earlier = [_earlier(before, case, people, dates[before.pk]) for before in cases[:number]]
        on = dates[case.pk].get(Anchor.ORIGINAL_REFERRAL) or case.opened_on
        proposal = propose(earlier, {}, profile_on(case.marac_id, on), on)
        found.append(f"{case.reference}: {said(proposal.reason)}")
    return found


def _earlier(before: Case, case: Case, people: People, dates: Dates) -> Earlier:
    harming = [people[each.pk, PERPETRATOR] for each in (before, case)]
    same = bool(harming[0] & harming[1]) if all(harming) else None
    return Earlier(case=before.reference, same_victim=True, same_perpetrator=same, dates=dates)


def _serial(harmed: int) -> list[str]:
    if harmed < 2:
        return []
    words = ngettext(
        "Said to harm %(n)s person in the cases that you can open.",
        "Said to harm %(n)s different people in the cases that you can open. Your area’s own rule says whether that is "
        "a serial perpetrator.",
        harmed,
    )
    return [words % {"n": harmed}]
