"""Lists of referrals, how many stand where, and the one that came from the same document."""

from django.db.models import Count, QuerySet

from marac.access.viewer import Viewer
from marac.directory.models import Marac
from marac.documents import store
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
