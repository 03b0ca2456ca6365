"""Lists of referrals, how many stand where, and what is already on record about those whom one names."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, F, Max, Min, QuerySet
from django.db.models.functions import Coalesce

from marac.access.viewer import Viewer
from marac.cases.models import Case
from marac.directory.models import Marac
from marac.directory.profile import Anchor
from marac.documents import store
from marac.people.models import Party
from marac.referrals.models import Referral


def referrals_found(viewer: Viewer, *, state: str = "", words: str = "") -> QuerySet[Referral]:
    """Newest first; `words` is a referral's number or part of its case's reference."""
    found = Referral.objects.visible_to(viewer).select_related("marac", "agency", "case")
    found = found.defer("content", "reading")
    if state:
        found = found.filter(state=state)
    if words.isascii() and words.isdigit() and len(words) < 10:
        return found.filter(pk=int(words))
    return found.filter(case__reference__icontains=words) if words else found


def how_many_by_state(viewer: Viewer) -> dict[str, int]:
    rows = Referral.objects.visible_to(viewer).order_by().values("state").annotate(number=Count("pk"))
    return {row["state"]: row["number"] for row in rows}


def from_the_same_document(viewer: Viewer, marac: Marac, content: bytes) -> Referral | None:
    """The first referral that was read from exactly these bytes."""
    found = Referral.objects.visible_to(viewer).filter(marac=marac, document__sha256=store.sha256_of(content))
    return found.order_by("pk").first()


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
