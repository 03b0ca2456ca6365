"""When the next issue of a case list goes out, and when those who have not opened theirs are reminded."""

from marac.kernel.refusal import Refusal
from marac.kernel.text import _


def check_due(*, agencies: int, due: int) -> None:
    """`agencies` have a list or are to get one; `due` are those for whom something differs."""
    if not agencies:
        raise Refusal(_("No agency has a seat on the panel. Give the agencies their seats before you send the list."))
    if not due:
        raise Refusal(
            _("Every agency has the list as it stands now. It has gone out already, and nothing was sent twice.")
        )


def check_shown(shown: str, now: str) -> None:
    """What goes out is what the page said would, to the same agencies."""
    if shown != now:
        raise Refusal(
            _(
                "The list was changed since the page of the meeting was shown, so nothing was sent. Look at what is "
                "to go to whom, and send it again."
            )
        )


def check_remind(*, meeting_state: str, unopened: int, not_reminded: int) -> None:
    """`not_reminded`: of those who have not opened it, how many were told nothing of it today."""
    if meeting_state != "listed":
        raise Refusal(_("The case list of this meeting has not gone out, or the meeting is over."))
    if not unopened:
        raise Refusal(_("Every agency has opened the issue in force. Nobody was reminded."))
    if not not_reminded:
        raise Refusal(_("They were told of it today already. Telephone them, or remind them tomorrow."))
