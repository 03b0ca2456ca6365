"""Between whom roles can be disputed, when it can be decided, and for whom a service acts when nobody has said."""

from collections.abc import Collection, Sequence

from marac.kernel.refusal import Refusal
from marac.kernel.text import _

SHORTEST = 10


def check_between(*, principals: Collection[int], first: int, second: int, undecided: bool) -> None:
    """Two of those who stand in the case as victim and perpetrator, and not while the same is still to be decided."""
    if second not in principals or first == second:
        raise Refusal(_("Choose somebody who stands in this case as victim or perpetrator."), field="second")
    if undecided:
        raise Refusal(_("It is recorded already that the roles of these two are disputed, and is to be decided."))


def check_two_people(*, joined: bool) -> None:
    if joined:
        told = _(
            "These two are recorded as one person. Take that back first, on the page of the person, if they are two."
        )
        raise Refusal(told, field="second")


def check_reason(reason: str) -> None:
    if len(reason.strip()) < SHORTEST:
        raise Refusal(_("Say in a few words why the roles are disputed."), field="reason")


def check_decision(*, is_open: bool, screening: str) -> None:
    if not is_open:
        raise Refusal(_("This is decided already. If it is disputed again, record that anew."))
    if len(screening.strip()) < SHORTEST:
        raise Refusal(_("Say by what screening it was decided, and what it found."), field="screening")


def check_worker(*, is_there: bool, for_another: bool) -> None:
    """A worker of that agency, who is not named for the other of the two."""
    if not is_there:
        raise Refusal(_("Choose somebody who has a role for that agency here."), field="worker")
    if for_another:
        raise Refusal(
            _("They are named for somebody else in this case already. One worker cannot act for both."), field="worker"
        )


def service_of_first(services: Sequence[int], recorded: Collection[int]) -> int | None:
    """The adviser service that is taken to act for the victim who was referred first: the only one there is, if nobody
    has recorded for whom it acts. Of several, none: a seat does not say whom they support."""
    return services[0] if len(services) == 1 and services[0] not in recorded else None
