"""One case as a page shows it: who is in it, how it came and where it was heard, and who has a seat on it."""

from dataclasses import dataclass

from django.db.models import QuerySet

from marac.access.viewer import Viewer
from marac.actions.models import Action
from marac.actions.queries import actions_of
from marac.cases.models import Case, CaseAccess
from marac.meetings.models import AgendaItem
from marac.people.models import Party
from marac.referrals.models import Referral, RiskAssessment

ORDER = [Party.Role.VICTIM, Party.Role.PERPETRATOR, Party.Role.CHILD, Party.Role.OTHER]


@dataclass(frozen=True)
class CaseFile:
    """Parties stand in the order victim, perpetrators, children, others; everything else newest first."""

    case: Case
    parties: list[Party]
    referrals: list[Referral]
    assessments: list[RiskAssessment]
    listings: list[AgendaItem]
    actions: list[Action]
    seats: list[CaseAccess]


def case_file(viewer: Viewer, case: Case) -> CaseFile:
    """Everything the page needs, in a constant number of queries."""
    parties = Party.objects.visible_to(viewer).filter(case=case).select_related("person")
    parties = parties.prefetch_related("person__addresses", "person__phones", "person__other_names")
    referrals = Referral.objects.filter(case=case).select_related("agency").defer("content", "reading")
    return CaseFile(
        case=case,
        parties=sorted(parties, key=lambda each: ORDER.index(each.role)),
        referrals=list(referrals),
        assessments=list(RiskAssessment.objects.filter(case=case).order_by("-completed_on", "-pk")),
        listings=list(AgendaItem.objects.filter(case=case).select_related("meeting").order_by("-meeting__held_on")),
        actions=list(actions_of(viewer, case)),
        seats=list(CaseAccess.objects.filter(case=case).select_related("agency").order_by("agency__name", "from_on")),
    )


def cases_found(viewer: Viewer, words: str) -> QuerySet[Case]:
    """The viewer's cases, newest first; with words, those whose reference holds them."""
    found = Case.objects.visible_to(viewer).select_related("marac")
    return found.filter(reference__icontains=words) if words else found
