"""Where the referrals of one's own agency stand, and those that it is writing."""

from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.fields.json import KT

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.cases.models import Barred
from marac.directory.queries import profiles_on
from marac.drafts.rules import cleared_on
from marac.referrals.models import Referral


def standings(viewer: Viewer) -> QuerySet[Referral, dict[str, Any]]:
    """Where each referral of the viewer's own agency stands, newest first: facts of its state, not its content.

    Whoever refers learns what became of it, without a way into the case. Somebody barred from the case learns nothing.
    """
    refers = viewer.may(Permission.REFER) and viewer.agency_id is not None
    barred = Barred.objects.filter(user=viewer.user_id, case=OuterRef("case"))
    found = Referral.objects.filter(~Exists(barred), agency=viewer.agency_id, marac__in=viewer.marac_ids)
    named = {"area": F("marac__name"), "reference": F("case__reference"), "referrer": KT("content__referrer__name")}
    facts = ("pk", "state", "received_on", "decided_on", "decision_reason")
    shown: QuerySet[Referral, dict[str, Any]] = (
        (found if refers else found.none()).order_by("-pk").values(*facts, **named)
    )
    return shown


def standing_of(viewer: Viewer, pk: int) -> dict[str, Any] | None:
    return standings(viewer).filter(pk=pk).first()


def drafts_left_alone(viewer: Viewer) -> list[Referral]:
    """Drafts that nobody has written on for as long as their MARAC keeps one."""
    drafts = list(Referral.objects.visible_to(viewer).filter(state=Referral.State.DRAFT, written_on__lt=viewer.today))
    profiles = profiles_on({row.marac_id for row in drafts}, viewer.today)
    return [
        row for row in drafts if row.written_on and cleared_on(row.written_on, profiles[row.marac_id]) <= viewer.today
    ]


def being_written(viewer: Viewer) -> QuerySet[Referral]:
    """The drafts of the viewer's own agency, and what came back to it with a question."""
    states = (Referral.State.DRAFT, Referral.State.RETURNED)
    found = Referral.objects.visible_to(viewer).filter(state__in=states)
    return found.filter(agency=viewer.agency_id) if viewer.agency_id is not None else found.none()
