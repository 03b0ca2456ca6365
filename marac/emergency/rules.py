"""Who may open a case in an emergency, for how long it stays open, and who says whether that was right."""

from collections.abc import Sequence

from marac.access.roles import Role
from marac.directory.choices import EmergencyRoles
from marac.kernel.refusal import Refusal
from marac.kernel.text import _

SHORTEST = 20
MAY_OPEN: dict[EmergencyRoles, frozenset[Role]] = {
    EmergencyRoles.TABLE: frozenset({Role.REPRESENTATIVE, Role.IDVA}),
    EmergencyRoles.ADVISERS: frozenset({Role.IDVA}),
    EmergencyRoles.NOBODY: frozenset(),
}
# One sentence for whatever is not there, not theirs, restricted or shut to them: it tells nothing of which.
NOT_OPENED = _(
    "There is no case with this reference that you can open. Check it with whoever gave it to you, or ring the "
    "coordinator."
)


def check_reason(reason: str) -> None:
    if len(reason.strip()) < SHORTEST:
        raise Refusal(_("Say what has happened, and why it cannot wait. The coordinator reads it now."), field="reason")


def first_of(reviewers: Sequence[tuple[int, str]]) -> int | None:
    """Of users with their roles, whom to name: the data protection contact, else a coordinator, else the chair."""
    order = [Role.DATA_PROTECTION, Role.COORDINATOR, Role.CHAIR]
    ranked = [(order.index(Role(role)), user) for user, role in reviewers if role in set(order)]
    return min(ranked)[1] if ranked else None


def check_reassign(*, reviewer: int, now: int | None, may: set[int], reason: str) -> None:
    if reviewer == now or reviewer not in may:
        raise Refusal(_("Choose another person who may judge this."), field="reviewer")
    if len(reason.strip()) < SHORTEST:
        raise Refusal(_("Say why another person judges this."), field="reason")


def check_review(*, is_named: bool, is_late: bool, done: bool, found: str) -> None:
    if done:
        raise Refusal(_("Somebody has reviewed this already. Open it again to read what they found."))
    if not (is_named or is_late):
        raise Refusal(_("Somebody else is named to review this. You can, once it is overdue."))
    if len(found.strip()) < SHORTEST:
        raise Refusal(_("Say what you found out, and from whom."), field="found")
