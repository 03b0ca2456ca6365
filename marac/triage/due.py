"""What the tick does: questions about a referral that nobody answered are asked again."""

from marac.access.viewer import Viewer
from marac.kernel.inturn import in_turn
from marac.referrals.models import Referral
from marac.triage.operations import chase

A_ROUND = 50


def chase_returned(viewer: Viewer) -> int:
    """Gives how many."""
    late = Referral.objects.visible_to(viewer).filter(state=Referral.State.RETURNED, answer_by_on__lt=viewer.today)
    return in_turn(late.order_by("pk")[:A_ROUND], lambda referral: chase(viewer=viewer, referral=referral))
