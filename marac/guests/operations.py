"""A link is made, opened in one browser by its code, written by, used, and withdrawn."""

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from marac.access.requires import Unseen
from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.audit.operation import lock, operation, record
from marac.directory.models import Agency, Marac
from marac.directory.queries import profile_on, return_group_of
from marac.drafts import operations as drafts
from marac.guests import letters
from marac.guests.models import GuestLink
from marac.guests.rules import (
    CODE_LETTERS,
    GONE,
    RECEIPT_LETTERS,
    about_guest,
    check_agency,
    code_mark,
    new_letters,
    token_mark,
)
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.mail.operations import recall, write_to_address
from marac.mail.rules import is_at
from marac.referrals.models import Referral


@dataclass(frozen=True)
class Made:
    """`token` and `code` are known at this moment only."""

    link: GuestLink
    token: str
    code: str


@dataclass(frozen=True)
class GuestLinkMade:
    link_id: int
    agency_id: int
    at_its_domain: bool


@dataclass(frozen=True)
class GuestLinkWithdrawn:
    link_id: int


@dataclass(frozen=True)
class GuestLinkTried:
    """`outcome` is opened, wrong_code, other_browser, or closed: used, old, withdrawn, tried too often, or none."""

    link_id: int | None
    outcome: str


@dataclass(frozen=True)
class GuestWrote:
    link_id: int
    referral_id: int


@dataclass(frozen=True)
class GuestLinkUsed:
    link_id: int
    referral_id: int


@operation(needs=Permission.READ_DOCUMENTS)
def make_link(*, viewer: Viewer, marac: Marac, agency: Agency, address: str, checked: str, at: datetime) -> Made:
    """For one referral, to somebody at an agency of the directory. The code goes another way than the link."""
    marac = lock(Marac, viewer, marac.pk)
    at_its_domain = bool(agency.mail_domains.strip()) and is_at(address, agency.mail_domains)
    check_agency(at_its_domain=at_its_domain, checked=checked)
    token, code = secrets.token_urlsafe(32), new_letters(CODE_LETTERS)
    link = GuestLink(marac=marac, agency=agency, address=address, checked=checked.strip(), mark=token_mark(token))
    link.code_mark, link.made_at = code_mark(code, link.mark), at
    link.made_by = User.objects.filter(pk=viewer.user_id or 0).first()
    link.until_at = at + timedelta(days=profile_on(marac.pk, viewer.today).guest_link_days)
    link.save()
    write_to_address(viewer, marac, agency, address, letters.with_link(token), about_guest(link.pk))
    record(GuestLinkMade(link_id=link.pk, agency_id=agency.pk, at_its_domain=at_its_domain))
    return Made(link, token, code)


@operation(needs=Permission.READ_DOCUMENTS)
def withdraw(*, viewer: Viewer, link: GuestLink, at: datetime) -> GuestLink:
    """What was written by it stays a draft of the agency; nobody gets back to it by the link."""
    link = lock(GuestLink, viewer, link.pk)
    if link.used_at is not None or link.withdrawn_at is not None:
        raise Refusal(_("This link is closed already."))
    link.withdrawn_at, link.browser = at, ""
    link.save()
    recall(about_guest(link.pk))
    record(GuestLinkWithdrawn(link_id=link.pk))
    return link


@operation(needs=Permission.DO_DUE_WORK)
def open_link(*, viewer: Viewer, token: str, code: str, browser: str, at: datetime) -> GuestLink | None:
    """The link, open in this browser from now on; None for a wrong code, which is counted, and in a second browser."""
    link = GuestLink.objects.select_for_update().filter(mark=token_mark(token)).first()
    if link is None or not link.holds(at):
        record(GuestLinkTried(link_id=link.pk if link else None, outcome="closed"))
        return None
    if not hmac.compare_digest(code_mark(code, link.mark), link.code_mark):
        link.tries += 1
        link.save()
        record(GuestLinkTried(link_id=link.pk, outcome="wrong_code"))
        return None
    if link.browser and link.browser != token_mark(browser):
        record(GuestLinkTried(link_id=link.pk, outcome="other_browser"))
        return None
    link.browser = token_mark(browser)
    link.referral = link.referral or _draft(viewer, link)
    link.save()
    record(GuestLinkTried(link_id=link.pk, outcome="opened"))
    return link


@operation(needs=Permission.REFER)
def write(*, viewer: Viewer, link: GuestLink, act: Callable[..., Referral], at: datetime, **given: Any) -> Referral:
    """One act of marac/drafts on the link's own referral, while the link holds."""
    found = _held(viewer, link, at)
    referral = act(viewer=viewer, referral=_draft_of(found), **given)
    record(GuestWrote(link_id=found.pk, referral_id=referral.pk))
    return referral


@operation(needs=Permission.REFER)
def send(*, viewer: Viewer, link: GuestLink, revision: int, at: datetime) -> str:
    """Sent, and the link is dead. Gives a receipt that says nothing."""
    found = _held(viewer, link, at)
    referral = drafts.send(viewer=viewer, referral=_draft_of(found), revision=revision)
    found.used_at, found.browser, found.receipt = at, "", new_letters(RECEIPT_LETTERS)
    found.save()
    record(GuestLinkUsed(link_id=found.pk, referral_id=referral.pk))
    return found.receipt


def _held(viewer: Viewer, link: GuestLink, at: datetime) -> GuestLink:
    found = GuestLink.objects.select_for_update().filter(pk=link.pk, agency=viewer.agency_id).first()
    if found is None or found.browser != link.browser:
        raise Unseen
    if not found.holds(at):
        raise Refusal(GONE)
    return found


def _draft_of(link: GuestLink) -> Referral:
    if link.referral is None:
        raise Unseen
    return link.referral


def _draft(viewer: Viewer, link: GuestLink) -> Referral:
    content = drafts.begun_for(link.marac) | {"referrer": {"agency": link.agency.name, "email": link.address}}
    referral = Referral(marac=link.marac, agency=link.agency, content=content, written_on=viewer.today)
    referral.return_group = return_group_of(link.agency, link.marac_id, viewer.today)
    referral.save()
    return referral
