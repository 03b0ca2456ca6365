"""What the tick does: questions about a referral that nobody answered are asked again."""

from marac.access.viewer import Viewer
from marac.kernel.refusal import Refusal
from marac.referrals.models import Referral
from marac.triage.operations import chase

A_ROUND = 50


def chase_returned(viewer: Viewer) -> int:
    """Gives how many."""
    late = Referral.objects.visible_to(viewer).filter(state=Referral.State.RETURNED, answer_by_on__lt=viewer.today)
    chased = 0
    for referral in late.order_by("pk")[:A_ROUND]:
        try:
            chase(viewer=viewer, referral=referral)
        except Refusal:
            continue  # answered meanwhile, or another run was first
        chased += 1
    return chased
