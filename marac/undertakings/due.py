"""What the tick does: an agency that has not said whether it will do an action is told of it again."""

from marac.access.viewer import Viewer
from marac.actions.models import Action
from marac.kernel.inturn import in_turn
from marac.undertakings.operations import ask_again

A_ROUND = 50


def ask_unanswered(viewer: Viewer) -> int:
    """Gives how many."""
    late = Action.objects.visible_to(viewer).unanswered().filter(answer_by_on__lt=viewer.today, chased_on=None)
    return in_turn(late.order_by("pk")[:A_ROUND], lambda action: ask_again(viewer=viewer, action=action))
