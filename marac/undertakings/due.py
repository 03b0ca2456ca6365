"""What the tick does: an agency that has not said whether it will do an action is told of it again."""

from marac.access.viewer import Viewer
from marac.actions.models import Action
from marac.kernel.refusal import Refusal
from marac.undertakings.operations import ask_again

A_ROUND = 50


def ask_unanswered(viewer: Viewer) -> int:
    """Gives how many."""
    late = Action.objects.visible_to(viewer).unanswered().filter(answer_by_on__lt=viewer.today, chased_on=None)
    asked = 0
    for action in late.order_by("pk")[:A_ROUND]:
        try:
            ask_again(viewer=viewer, action=action)
        except Refusal:
            continue  # answered meanwhile, or another run was first
        asked += 1
    return asked
