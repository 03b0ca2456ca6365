"""The token with which a mailbox is opened where its server takes no passwords: OAuth 2, as Exchange Online asks."""

from collections.abc import Callable

from marac.accounts.sealing import opened
from marac.connections import fetch
from marac.kernel.refusal import Refusal
from marac.kernel.sealed import Broken
from marac.kernel.text import _
from marac.mailboxes.models import Mailbox
from marac.mailboxes.rules import Way

NO_SERVICE = _("The service that gives tokens for the mailbox does not answer.")
REFUSED = _("The service that gives tokens refuses: {said}. Check the client ID, the secret and the scope.")
UNREADABLE = _("The secret of the mailbox cannot be unsealed. Enter it again.")


def token_for(mailbox: Mailbox, renewed: Callable[[str], None]) -> str:
    """Asked anew each time. `renewed` is told the refresh token that the service gave in place of the old one."""
    asked = {"client_id": mailbox.client_id, "scope": mailbox.scope}
    if mailbox.secret:
        asked["client_secret"] = unsealed(mailbox, mailbox.secret)
    if mailbox.way == Way.REFRESH:
        asked |= {"grant_type": "refresh_token", "refresh_token": unsealed(mailbox, mailbox.refresh)}
    else:
        asked |= {"grant_type": "client_credentials"}
    try:
        status, said = fetch.post(mailbox.token_address, asked, {"Accept": "application/json"})
    except fetch.Away:
        raise Refusal(NO_SERVICE) from None
    token = said.get("access_token")
    if status != 200 or not isinstance(token, str):
        raise Refusal(REFUSED, said=str(said.get("error", status))[:80])
    again = said.get("refresh_token")
    if mailbox.way == Way.REFRESH and isinstance(again, str) and again != asked["refresh_token"]:
        renewed(again)
    return token


def unsealed(mailbox: Mailbox, kept: str) -> str:
    try:
        return opened(kept, mailbox.sealed_for()).decode()
    except (Broken, ValueError):
        raise Refusal(UNREADABLE) from None
