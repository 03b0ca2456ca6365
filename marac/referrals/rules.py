"""From which state a referral may go where. Nothing that was decided is undone: a new referral is made instead."""

from marac.kernel.refusal import Refusal
from marac.kernel.text import _

OPEN = frozenset({"accepted", "returned", "not_met", "withdrawn"})
MOVES: dict[str, frozenset[str]] = {
    "draft": frozenset({"submitted", "withdrawn"}),
    "read": OPEN,
    "submitted": OPEN,
    "returned": frozenset({"submitted", "accepted", "not_met", "withdrawn"}),
    "accepted": frozenset(),
    "not_met": frozenset(),
    "withdrawn": frozenset(),
}


def check_move(before: str, after: str) -> None:
    """Refuse what the table does not allow, with what to do instead."""
    if after in MOVES[before]:
        return
    if not MOVES[before]:
        raise Refusal(_("This referral has been decided. If there is something new, make another referral."))
    if before == "draft":
        raise Refusal(_("This referral has not been submitted yet. Whoever is writing it has to submit it first."))
    raise Refusal(_("This has been done already. Open the referral again to see where it stands."))


def check_open(state: str) -> None:
    """A referral is corrected until it is decided; afterwards it stays as it was decided on."""
    if not MOVES[state]:
        raise Refusal(_("This referral has been decided and stays as it is. Correct the case instead."))
