"""What the office can do for the account of somebody else, each on a page of one button."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from marac.invitations import operations


@dataclass(frozen=True)
class Act:
    """What the office does for one account: as a page says it, and the operation."""

    heading: Any
    intro: Any
    operation: Callable[..., Any]
    warning: bool = False


ACTS = {
    "renew": Act(
        _("Send a link to choose a password"),
        _("It goes to the address of this account and works for seven days. A link sent before stops working."),
        operations.renew,
    ),
    "withdraw": Act(
        _("Withdraw the invitation"),
        _("The link stops working, and nothing more is sent to this address."),
        operations.withdraw,
        warning=True,
    ),
    "sign-out": Act(
        _("Sign this person out everywhere"),
        _("Their open sessions end. They can sign in again, and what they act as stays as it is."),
        operations.end_sessions,
        warning=True,
    ),
    "stop": Act(
        _("Stop this account"),
        _("Nobody can sign in by it from now on, and open sessions end. What was done by it stays recorded."),
        operations.stop_account,
        warning=True,
    ),
    "open": Act(
        _("Open this account again"),
        _("It opens what its roles allow, with the password and the second factor that it had."),
        operations.open_account,
    ),
}
