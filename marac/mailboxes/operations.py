"""Setting up a MARAC's mailbox, opening and closing it, and what came of asking it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings

from marac.access.roles import Permission
from marac.access.viewer import Viewer, the_system
from marac.accounts.sealing import closed
from marac.audit.operation import lock, operation, record
from marac.connections.rules import TENANT, issuer_of
from marac.directory.models import Agency, Marac
from marac.directory.queries import profile_on
from marac.kernel.refusal import Refusal
from marac.mail.operations import notify
from marac.mail.rules import Kind, wait_after
from marac.mailboxes.models import Mailbox
from marac.mailboxes.queries import office_of
from marac.mailboxes.rules import ENTRA_TOKENS, SCOPES, Way, check_secrets, host_of, is_alarm


@dataclass(frozen=True)
class MailboxSet:
    marac_id: int
    host: str
    account: str


@dataclass(frozen=True)
class MailboxOpened:
    marac_id: int


@dataclass(frozen=True)
class MailboxClosed:
    marac_id: int


@dataclass(frozen=True)
class MailboxLookedThrough:
    """`taken` is how many messages were new."""

    marac_id: int
    taken: int


@dataclass(frozen=True)
class MailboxFailed:
    marac_id: int
    said: str
    attempts: int


@dataclass(frozen=True)
class MailboxTokenRenewed:
    marac_id: int


@operation(needs=Permission.SET_RULES)
def set_up(
    *,
    viewer: Viewer,
    marac: Marac,
    host: str,
    port: int,
    security: str,
    account: str,
    way: str,
    token_address: str,
    client_id: str,
    scope: str,
    secret: str,
    refresh: str,
    taken_folder: str,
    results_of: str,
    since_on: date | None,
) -> Mailbox:
    """Set it up, or change it: then it is closed until somebody opens it again. A blank secret is the one before."""
    marac = lock(Marac, viewer, marac.pk)
    made = Mailbox.objects.filter(marac=marac).first() or Mailbox(marac=marac)
    made.host, made.port, made.security = host_of(host, production=settings.PRODUCTION), port, security
    made.account, made.way, made.client_id = account.strip(), way, client_id.strip()
    made.token_address, made.scope = _token_address(token_address), scope.strip() or SCOPES[Way(way)]
    made.taken_folder, made.results_of = taken_folder.strip(), results_of.strip().lower()
    made.since_on, made.set_on, made.is_open = since_on or made.since_on or viewer.today, viewer.today, False
    made.failing_since_at, made.next_try_at, made.attempts = None, None, 0
    made.said, made.told = "", False
    made.taken_mark, made.taken_number = None, 0
    check_secrets(
        way,
        has_secret=bool(secret or made.secret),
        has_refresh=bool(refresh or made.refresh),
        token_address=made.token_address,
        client_id=made.client_id,
    )
    made.save()
    _seal(made, secret=secret, refresh=refresh)
    record(MailboxSet(marac_id=marac.pk, host=made.host, account=made.account))
    return made


def _token_address(typed: str) -> str:
    """Of a bare tenant ID, where Microsoft Entra gives tokens."""
    text = typed.strip()
    if TENANT.fullmatch(text):
        return ENTRA_TOKENS.format(tenant=text.lower())
    try:
        return issuer_of(text, production=settings.PRODUCTION) if text else ""
    except Refusal as refusal:
        raise refusal.at("token_address") from None


def _seal(mailbox: Mailbox, **given: str) -> None:
    """In bulk, because a bulk write leaves no values in the trail."""
    names = [name for name, plain in given.items() if plain]
    for name in names:
        setattr(mailbox, name, closed(given[name].encode(), mailbox.sealed_for()))
    if names:
        Mailbox.objects.bulk_update([mailbox], names)


@operation(needs=Permission.SET_RULES)
def open_mailbox(*, viewer: Viewer, mailbox: Mailbox) -> None:
    mailbox = lock(Mailbox, viewer, mailbox.pk)
    mailbox.is_open, mailbox.next_try_at = True, None
    mailbox.save()
    record(MailboxOpened(marac_id=mailbox.marac_id))


@operation(needs=Permission.SET_RULES)
def close_mailbox(*, viewer: Viewer, mailbox: Mailbox) -> None:
    """Nothing is fetched from it until it is opened again."""
    mailbox = lock(Mailbox, viewer, mailbox.pk)
    mailbox.is_open, mailbox.failing_since_at, mailbox.attempts = False, None, 0
    mailbox.said, mailbox.told = "", False
    mailbox.save()
    record(MailboxClosed(marac_id=mailbox.marac_id))


@operation(needs=Permission.DO_DUE_WORK)
def note_looked(*, viewer: Viewer, mailbox: Mailbox, at: datetime, taken: int, mark: int, number: int) -> None:
    """It answered; `mark` and `number` say how far its folder of taken messages is known."""
    mailbox = lock(Mailbox, viewer, mailbox.pk)
    mailbox.looked_at, mailbox.failing_since_at, mailbox.next_try_at = at, None, None
    mailbox.attempts, mailbox.said, mailbox.told = 0, "", False
    mailbox.taken_mark, mailbox.taken_number = mark, number
    mailbox.save()
    record(MailboxLookedThrough(marac_id=mailbox.marac_id, taken=taken))


@operation(needs=Permission.DO_DUE_WORK)
def note_failed(*, viewer: Viewer, mailbox: Mailbox, at: datetime, said: str) -> None:
    """It did not answer, or refused us. Once it has been away for the area's hours the office is told, once."""
    mailbox = lock(Mailbox, viewer, mailbox.pk, "marac")
    mailbox.failing_since_at, mailbox.said = mailbox.failing_since_at or at, said[:300]
    mailbox.attempts += 1
    mailbox.next_try_at = at + wait_after(mailbox.attempts)
    hours = profile_on(mailbox.marac_id, viewer.today).mailbox_alarm_hours
    if is_alarm(mailbox.failing_since_at, hours, at) and not mailbox.told:
        mailbox.told = True
        tell_office(viewer=viewer, marac=mailbox.marac, about=f"mailbox {mailbox.pk}", reference="inbox")
    mailbox.save()
    record(MailboxFailed(marac_id=mailbox.marac_id, said=mailbox.said, attempts=mailbox.attempts))


@operation(needs=Permission.DO_DUE_WORK)
def keep_refresh(*, viewer: Viewer, mailbox: Mailbox, refresh: str) -> None:
    """The service gave another refresh token in place of the one that was shown."""
    mailbox = lock(Mailbox, viewer, mailbox.pk)
    _seal(mailbox, refresh=refresh)
    record(MailboxTokenRenewed(marac_id=mailbox.marac_id))


def keeper_of(mailbox: Mailbox, today: date) -> Callable[[str], None]:
    """Who is told of a new refresh token: the system, whoever asked, or the mailbox would be shut to us."""
    return lambda refresh: keep_refresh(viewer=the_system(today), mailbox=mailbox, refresh=refresh)


def tell_office(*, viewer: Viewer, marac: Marac, about: str, reference: str) -> None:
    """Called inside the operation that causes it: the agencies whose people work the inbox today."""
    agencies: list[Agency] = office_of(marac, viewer.today)
    notify(viewer=viewer, kind=Kind.INBOX, marac=marac, agencies=agencies, about=about, reference=reference)
