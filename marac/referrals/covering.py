"""Which referral stands open in a session, with its document and what is sealed; the others are covered.

One at a time, by a press that the trail keeps, until another is shown, it is decided, it is covered again or the
session ends.
"""

from typing import Any

from django.http import HttpRequest

from marac.access.roles import Permission
from marac.intake.masks import under_masks
from marac.intake.tools import Tool, keys_with_further
from marac.referrals import operations
from marac.referrals.models import Referral
from marac.review.review import Review, review_of

SHOWN = "shown_referral"  # in the session: the number of the one that is shown, and its state


def is_shown(request: HttpRequest, referral: Referral) -> bool:
    kept = request.session.get(SHOWN) == [referral.pk, referral.state]
    return kept and request.viewer.may(Permission.REVEAL)


def show(request: HttpRequest, referral: Referral) -> None:
    operations.show(viewer=request.viewer, referral=referral)
    request.session[SHOWN] = [referral.pk, referral.state]


def review(request: HttpRequest, referral: Referral, tool: Tool) -> Review:
    content, reading = (referral.content, referral.reading) if is_shown(request, referral) else covered(referral)
    return review_of(content, reading, keys_with_further(tool))


def cover(request: HttpRequest) -> None:
    request.session.pop(SHOWN, None)


def covered(referral: Referral) -> tuple[dict[str, Any], dict[str, Any]]:
    """Its content and its reading as they may be printed: without the document, any of its words, or what was not read,
    for nobody knows what that is."""
    reading, read = referral.reading, referral.reading.get("content", {})
    places = {path: {**place, "source": ""} for path, place in reading.get("places", {}).items()}
    kept = {"places": places, "content": under_masks(read, also=referral.content)} if reading else {}
    kept |= {part: reading[part] for part in ("certainty", "checked") if part in reading}
    return under_masks(referral.content, also=read), kept
