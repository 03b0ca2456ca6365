"""Which mail server may be asked, and for how long it may be away before somebody is told."""

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum
from ipaddress import ip_address

from marac.kernel.refusal import Refusal
from marac.kernel.text import _

HERE = {"localhost", "127.0.0.1"}
ENTRA_TOKENS = "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token"
EXCHANGE = "office365.com"
# Folders in which nothing arrives, by the names that servers give them where they do not mark them.
NOTHING_ARRIVES = {
    *("drafts", "sent", "sent items", "sent mail", "sent messages", "outbox", "calendar", "contacts", "tasks"),
    *("notes", "journal", "sync issues", "conversation history", "rss feeds"),
}
MARKED = {"\\noselect", "\\nonexistent", "\\drafts", "\\sent", "\\all", "\\flagged"}


class Security(StrEnum):
    TLS = "tls"
    STARTTLS = "starttls"


SECURITY_NAMES = {Security.TLS: _("TLS from the start (port 993)"), Security.STARTTLS: _("STARTTLS (port 143)")}


class Way(StrEnum):
    """How one shows that the mailbox is one's own. Exchange Online takes tokens only."""

    PASSWORD = "password"
    APPLICATION = "application"
    REFRESH = "refresh"


WAY_NAMES = {
    Way.PASSWORD: _("The account's password"),
    Way.APPLICATION: _("A token for an application (OAuth 2 client credentials)"),
    Way.REFRESH: _("A token for the account (OAuth 2 refresh token)"),
}
SCOPES = {
    Way.PASSWORD: "",
    Way.APPLICATION: "https://outlook.office365.com/.default",
    Way.REFRESH: "https://outlook.office365.com/IMAP.AccessAsUser.All offline_access",
}


def host_of(typed: str, *, production: bool) -> str:
    """The server's name: never this machine or a number in its network, except on one's own machine."""
    host = typed.strip().lower().rstrip(".")
    if not production and host in HERE:
        return host
    if "." not in host or any(letter in host for letter in "/:@ ") or _is_number(host):
        raise Refusal(_("Enter the name of the mail server, such as outlook.office365.com"), field="host")
    return host


def check_secrets(way: str, *, has_secret: bool, has_refresh: bool, token_address: str, client_id: str) -> None:
    """What each way of showing oneself cannot do without."""
    if way == Way.PASSWORD:
        if not has_secret:
            raise Refusal(_("Enter the password"), field="secret")
        return
    if not token_address:
        raise Refusal(_("Enter the tenant ID, or the address that gives tokens"), field="token_address")
    if not client_id:
        raise Refusal(_("Enter the client ID"), field="client_id")
    if way == Way.APPLICATION and not has_secret:
        raise Refusal(_("Enter the client secret"), field="secret")
    if way == Way.REFRESH and not has_refresh:
        raise Refusal(_("Enter the refresh token"), field="refresh")


def may_hold_new_mail(name: str, flags: Collection[str], taken_folder: str) -> bool:
    """Every folder in which somebody's Outlook may have put what arrived: also junk and what was deleted."""
    if name == taken_folder or MARKED & {flag.lower() for flag in flags}:
        return False
    return name.lower() not in NOTHING_ARRIVES


def is_alarm(failing_since: datetime | None, hours: int, now: datetime) -> bool:
    """Whether it has been away for as long as the area can do without."""
    return failing_since is not None and now - failing_since >= timedelta(hours=hours)


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return host.replace(".", "").isdigit()
    return True
