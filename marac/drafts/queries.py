"""Where the referrals of one's own agency stand, and those that it is writing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.fields.json import KT

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.access.wall import lifted
from marac.cases.models import Barred
from marac.directory.queries import holidays_of, profile_on, profiles_on
from marac.drafts.rules import cleared_on
from marac.kernel.workdays import add_workdays
from marac.meetings.models import AgendaItem, Meeting
from marac.referrals.models import Referral


def standings(viewer: Viewer) -> QuerySet[Referral, dict[str, Any]]:
    """Where each referral of the viewer's own agency stands, newest first: facts of its state, not its content.

    Whoever refers learns what became of it, without a way into the case. Somebody barred from the case learns nothing.
    """
    refers = viewer.may(Permission.REFER) and viewer.agency_id is not None
    barred = Barred.objects.filter(user=viewer.user_id, case=OuterRef("case"))
    found = Referral.objects.filter(~Exists(barred), agency=viewer.agency_id, marac__in=viewer.marac_ids)
    if not viewer.may(Permission.READ_DOCUMENTS):
        found = found.exclude(by_telephone=True, received_on=None)
    named = {"area": F("marac__name"), "reference": F("case__reference"), "referrer": KT("content__referrer__name")}
    facts = ("pk", "marac", "state", "received_on", "decided_on", "decision_reason", "elsewhere", "answer_by_on")
    shown: QuerySet[Referral, dict[str, Any]] = (
        (found if refers else found.none()).order_by("-pk").values(*facts, **named)
    )
    return shown


def standing_of(viewer: Viewer, pk: int) -> dict[str, Any] | None:
    return standings(viewer).filter(pk=pk).first()


@dataclass(frozen=True)
class Acknowledged:
    """What somebody who referred is told of when: the day by which it is looked at, until it is decided; the meeting
    that hears it, where it is listed, else the next one that it is in time for, and the day its referrals close."""

    looked_at_by: date | None
    listed: bool
    meeting_on: date | None
    closes_on: date | None


@lifted()
def acknowledged(viewer: Viewer, standing: Mapping[str, Any]) -> Acknowledged:
    """Of a standing that the viewer was given: dates of a meeting, and nothing of the case."""
    profile = profile_on(standing["marac"], viewer.today)
    decided = standing["state"] == Referral.State.ACCEPTED
    look_by = None
    if not decided and standing["received_on"]:
        look_by = add_workdays(standing["received_on"], profile.triage_days, holidays_of(profile))
    meetings = (
        Meeting.objects.filter(marac=standing["marac"]).exclude(state=Meeting.State.CANCELLED).order_by("held_on")
    )
    listed = AgendaItem.objects.filter(referral=standing["pk"]).exclude(state=AgendaItem.State.WITHDRAWN)
    hears = meetings.filter(pk__in=listed.values("meeting")).last()
    following = hears or meetings.filter(cut_off_on__gte=viewer.today).first()
    return Acknowledged(
        looked_at_by=look_by,
        listed=hears is not None,
        meeting_on=following.held_on if following else None,
        closes_on=following.cut_off_on if following else None,
    )


def drafts_left_alone(viewer: Viewer) -> list[Referral]:
    """Drafts that nobody has written on for as long as their MARAC keeps one. What was told by telephone is told once,
    and stays until somebody hands it in or gives it up."""
    drafts = list(
        Referral.objects.visible_to(viewer).filter(
            state=Referral.State.DRAFT, by_telephone=False, written_on__lt=viewer.today
        )
    )
    profiles = profiles_on({row.marac_id for row in drafts}, viewer.today)
    return [
        row for row in drafts if row.written_on and cleared_on(row.written_on, profiles[row.marac_id]) <= viewer.today
    ]


def being_written(viewer: Viewer) -> QuerySet[Referral]:
    """The drafts of the viewer's own agency, and what came back to it with a question."""
    states = (Referral.State.DRAFT, Referral.State.RETURNED)
    found = Referral.objects.visible_to(viewer).filter(state__in=states)
    return found.filter(agency=viewer.agency_id) if viewer.agency_id is not None else found.none()
