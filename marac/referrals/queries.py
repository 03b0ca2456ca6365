"""Lists of referrals, how many stand where, the one from the same document, and the dates that a repeat counts from."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Max, Min, Q, QuerySet
from django.db.models.functions import Coalesce

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.cases.models import Case
from marac.directory.choices import Anchor
from marac.directory.models import Marac
from marac.directory.queries import profile_on
from marac.documents import store
from marac.intake.masks import under_masks
from marac.intake.tools import Tool, tool_named
from marac.intake.wording import worded
from marac.kernel.masked import Masked
from marac.referrals.models import Referral
from marac.referrals.rules import tool_for

UNFINISHED = (Referral.State.DRAFT, Referral.State.READ, Referral.State.SUBMITTED, Referral.State.RETURNED)


def referrals_found(viewer: Viewer, *, state: str = "", words: str = "") -> QuerySet[Referral]:
    """Newest first; `words` is a referral's number or part of its case's reference."""
    found = Referral.objects.visible_to(viewer).select_related("marac", "agency", "case")
    found = found.defer("content", "reading")
    if state:
        found = found.filter(state=state)
    if words.isascii() and words.isdigit() and len(words) < 10:
        return found.filter(pk=int(words))
    return found.filter(case__reference__icontains=words) if words else found


def tool_of(referral: Referral, today: date) -> Tool:
    """The risk checklist that its MARAC asks for: as on the day it came in, or as today while it is written."""
    return asked_of(referral, today)[0]


def asked_of(referral: Referral, today: date) -> tuple[Tool, tuple[str, ...]]:
    """That checklist, and the grounds that its MARAC has of its own."""
    on = referral.received_on or today
    profile = profile_on(referral.marac_id, on)
    return worded(tool_named(tool_for(referral.content, profile, on)), profile.wordings), profile.own_grounds


def how_many_by_state(viewer: Viewer) -> dict[str, int]:
    """Of the states that somebody has still to do something about: the others only ever grow."""
    rows = Referral.objects.visible_to(viewer).filter(state__in=UNFINISHED).order_by().values("state")
    return {row["state"]: row["number"] for row in rows.annotate(number=Count("pk"))}


def from_the_same_document(viewer: Viewer, marac: Marac, content: bytes) -> Referral | None:
    """The first referral that was read from exactly these bytes."""
    found = Referral.objects.visible_to(viewer).filter(marac=marac, document__sha256=store.sha256_of(content))
    return found.order_by("pk").first()


@dataclass(frozen=True)
class Telling:
    """Whether the victim can safely be told what was decided (None: not known), and how, as a referral said."""

    safe: bool | None
    how: Masked | str
    referral_id: int


def how_to_tell(viewer: Viewer, case: Case) -> Telling | None:
    """What the newest referral of the case that speaks of it says: for those whose work it is to reach the victim."""
    if not viewer.may(Permission.SEE_CONTACT_DETAILS):
        return None
    said = Q(content__consent__safe_to_tell__isnull=False) | Q(content__consent__how_to_tell__isnull=False)
    found = Referral.objects.visible_to(viewer).filter(said, case=case).values_list("content__consent", "pk")
    for consent, pk in found.order_by("-received_on", "-pk"):
        safe, how = consent.get("safe_to_tell"), under_masks({"consent": consent})["consent"].get("how_to_tell") or ""
        if safe is not None or how:
            return Telling(safe=safe, how=how, referral_id=pk)
    return None


@dataclass(frozen=True)
class Ordered:
    """What a referral said of court orders, bail and hearings, as a page may print it."""

    referral: Referral
    words: Masked | str


def orders_of(viewer: Viewer, case: Case) -> list[Ordered]:
    """The newest first: each as it was told then, for none says that another is over."""
    found = (
        Referral.objects.visible_to(viewer).filter(case=case, content__orders__isnull=False).select_related("agency")
    )
    told = [each for each in found.order_by("-received_on", "-pk") if each.content["orders"]]
    return [Ordered(each, under_masks(each.content)["orders"]) for each in told]


def referred_dates(viewer: Viewer, cases: Iterable[Case]) -> dict[int, dict[Anchor, date]]:
    """By case, the dates to count from that its referrals give. Further information is no referral to count from."""
    found: dict[int, dict[Anchor, date]] = defaultdict(dict)
    accepted = Referral.objects.visible_to(viewer).filter(case__in=cases, state=Referral.State.ACCEPTED)
    made_on = Coalesce(F("referred_on"), F("received_on"))
    rows = accepted.exclude(kind__in=Referral.TELLS_NOTHING_NEW).order_by().values("case")
    for row in rows.annotate(first=Min(made_on), last=Max(made_on), incident=Max("incident_on")):
        named = {
            Anchor.LAST_REFERRAL: row["last"],
            Anchor.ORIGINAL_REFERRAL: row["first"],
            Anchor.LAST_INCIDENT: row["incident"],
        }
        found[row["case"]] |= {anchor: on for anchor, on in named.items() if on is not None}
    return found
