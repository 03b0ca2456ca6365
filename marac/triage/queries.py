"""What is on record about those whom a referral names: their cases, and the dates that a repeat counts from."""

from collections.abc import Iterable
from datetime import date

from django.db.models import F, Max, Min, QuerySet
from django.db.models.functions import Coalesce

from marac.access.viewer import Viewer
from marac.cases.models import Case
from marac.directory.profile import Anchor
from marac.people.models import Party
from marac.referrals.models import Referral


def cases_of_victims(viewer: Viewer, marac_id: int, person_ids: Iterable[int]) -> QuerySet[Case]:
    """The cases in which one of these people is the victim, newest first: where a repeat may go."""
    of_them = Party.objects.visible_to(viewer).filter(person__in=person_ids, role=Party.Role.VICTIM)
    return Case.objects.visible_to(viewer).filter(marac_id=marac_id, pk__in=of_them.values("case")).distinct()


def dates_of_case(viewer: Viewer, case: Case) -> dict[Anchor, date]:
    """The earlier dates that a repeat may be counted from, as its referrals have them. Meetings know the rest."""
    accepted = Referral.objects.visible_to(viewer).filter(case=case, state=Referral.State.ACCEPTED)
    made_on = Coalesce(F("referred_on"), F("received_on"))
    row = accepted.aggregate(first=Min(made_on), last=Max(made_on), incident=Max("incident_on"))
    named = {
        Anchor.LAST_REFERRAL: row["last"],
        Anchor.ORIGINAL_REFERRAL: row["first"],
        Anchor.LAST_INCIDENT: row["incident"],
    }
    return {anchor: on for anchor, on in named.items() if on is not None}
