"""What is done for somebody else's account: invitations, lost factors taken away by two people, accounts stopped."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.accounts.operations import add_colleague, set_password
from marac.accounts.queries import acts_elsewhere
from marac.audit.operation import lock, operation, record
from marac.conflicts.operations import look_at_staff
from marac.connections.models import Connection
from marac.connections.operations import link
from marac.directory.models import Agency, Marac
from marac.invitations import letters
from marac.invitations.models import FactorReset, Invitation
from marac.invitations.queries import open_invitation, open_reset, two_for
from marac.invitations.rules import about_invitation, check_may_reset, token_mark
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.mail.operations import recall, write_to
from marac.mail.rules import is_at
from marac.signin.models import Authenticator, Passkey, RecoveryCode
from marac.signin.operations.passwords import tell_of_new_password
from marac.signin.queries import has_factor

ELSEWHERE = _("This person also acts in another MARAC. Ask whoever runs this installation to do it.")


@dataclass(frozen=True)
class Invited:
    """`token` is the secret of the link, known at this moment only; empty for who has an account already."""

    user: User
    token: str


@dataclass(frozen=True)
class PersonInvited:
    of_user_id: int


@dataclass(frozen=True)
class InvitationMade:
    of_user_id: int


@dataclass(frozen=True)
class InvitationUsed:
    of_user_id: int


@dataclass(frozen=True)
class InvitationWithdrawn:
    of_user_id: int


@dataclass(frozen=True)
class ResetAsked:
    of_user_id: int


@dataclass(frozen=True)
class ResetWithdrawn:
    of_user_id: int


@dataclass(frozen=True)
class FactorsReset:
    of_user_id: int
    asked_by_id: int | None


@dataclass(frozen=True)
class SessionsEndedByOffice:
    of_user_id: int


@dataclass(frozen=True)
class AccountStopped:
    of_user_id: int


@dataclass(frozen=True)
class AccountOpened:
    of_user_id: int


@operation(needs=Permission.MANAGE_USERS)
def invite(
    *, viewer: Viewer, email: str, name: str, marac: Marac, agency: Agency, role: str, from_on: date, at: datetime
) -> Invited:
    """Somebody with their first role here. Who has an account gets the role, and no link."""
    if not is_at(email, agency.mail_domains):
        raise Refusal(
            _("This is not an address of the agency. Correct it, or add its domain to the agency."), field="email"
        )
    user = add_colleague(viewer=viewer, email=email, name=name, marac=marac, agency=agency, role=role, from_on=from_on)
    record(PersonInvited(of_user_id=user.pk))
    look_at_staff(viewer, user.pk)
    return Invited(user, "" if user.has_usable_password() else _new(viewer, user, at))


@operation(needs=Permission.MANAGE_USERS)
def renew(*, viewer: Viewer, user: User, at: datetime) -> Invited:
    """A new link, for an invitation or for a password that was forgotten; the one before no longer works."""
    user = _theirs(viewer, user)
    return Invited(user, _new(viewer, user, at))


@operation(needs=Permission.MANAGE_USERS)
def withdraw(*, viewer: Viewer, user: User, at: datetime) -> None:
    """The link no longer works, and nobody is told of anything at this address."""
    user = _theirs(viewer, user)
    if not Invitation.objects.filter(user=user, ended_at=None).update(ended_at=at):
        raise Refusal(_("There is no invitation to withdraw."))
    if not user.has_usable_password():
        user.is_active = False
        user.save()
    recall(about_invitation(user.pk))
    record(InvitationWithdrawn(of_user_id=user.pk))


@operation(needs=Permission.DO_DUE_WORK)
def accept(*, viewer: Viewer, token: str, password: str, at: datetime) -> User:
    """Whoever has the link chooses the password. Refused once it was used, withdrawn or a week old."""
    user = _used(token, at)
    had_one = user.has_usable_password()
    set_password(viewer=viewer, user=user, password=password)
    if had_one:
        tell_of_new_password(viewer, user)
    return user


@operation(needs=Permission.DO_DUE_WORK)
def accept_by_agency(*, viewer: Viewer, token: str, connection: Connection, known_as: str, at: datetime) -> User:
    """Whoever has the link shows who they are at their agency, and signs in by that from now on."""
    user = _used(token, at)
    link(viewer=viewer, user=user, connection=connection, known_as=known_as)
    return user


@operation(needs=Permission.SEE_OWN_WORK)
def ask_reset(*, viewer: Viewer, user: User, at: datetime) -> None:
    """The first of two: nothing is taken away yet."""
    user = _theirs(viewer, user)
    _check_may(viewer, user, None)
    if not has_factor(user.pk):
        raise Refusal(_("This person has no second factor set up: they are asked for one when they sign in."))
    if open_reset(user.pk, at):
        raise Refusal(_("A reset was asked for already. It waits for a second person."))
    FactorReset.objects.filter(user=user, ended_at=None).update(ended_at=at)
    FactorReset(user=user, asked_by_id=viewer.user_id, made_at=at).save()
    write_to(viewer, user, letters.reset_asked(), f"reset {user.pk}")
    record(ResetAsked(of_user_id=user.pk))


@operation(needs=Permission.SEE_OWN_WORK)
def withdraw_reset(*, viewer: Viewer, user: User, at: datetime) -> None:
    """Either of the two may, and the coordinators, who can be told by telephone that it was not the person."""
    user = _theirs(viewer, user)
    if not viewer.may(Permission.MANAGE_USERS):
        _check_may(viewer, user, None)
    if not FactorReset.objects.filter(user=user, ended_at=None).update(ended_at=at):
        raise Refusal(_("No reset was asked for."))
    record(ResetWithdrawn(of_user_id=user.pk))


@operation(needs=Permission.SEE_OWN_WORK)
def confirm_reset(*, viewer: Viewer, user: User, at: datetime) -> None:
    """The second of two: every factor is taken away and every session ends. The password stays as it was."""
    user = _theirs(viewer, user)
    asked = open_reset(user.pk, at)
    if asked is None:
        raise Refusal(_("No reset was asked for, or it is more than a week old."))
    _check_may(viewer, user, asked.asked_by_id)
    asked.ended_at, asked.confirmed_by_id = at, viewer.user_id
    asked.save()
    _take_factors_away(viewer, user, at)
    record(FactorsReset(of_user_id=user.pk, asked_by_id=asked.asked_by_id))


@operation(needs=Permission.DO_DUE_WORK)
def reset_at_the_machine(*, viewer: Viewer, user: User, at: datetime) -> None:
    """By whoever keeps the server, where nobody else can."""
    user = lock(User, viewer, user.pk)
    _take_factors_away(viewer, user, at)
    record(FactorsReset(of_user_id=user.pk, asked_by_id=None))


@operation(needs=Permission.MANAGE_USERS)
def end_sessions(*, viewer: Viewer, user: User, at: datetime) -> None:
    """At their next page, wherever they are signed in; the account stays open."""
    user = _theirs(viewer, user)
    if user.pk == viewer.user_id:
        raise Refusal(_("End your own sessions on the page that says how you sign in."))
    user.sessions_ended_at = at
    user.save()
    record(SessionsEndedByOffice(of_user_id=user.pk))


@operation(needs=Permission.MANAGE_USERS)
def stop_account(*, viewer: Viewer, user: User, at: datetime) -> None:
    """At once, also in open sessions; what they did stays theirs."""
    user = _theirs(viewer, user)
    if user.pk == viewer.user_id:
        raise Refusal(_("You cannot stop your own account. Ask another coordinator."))
    user.is_active, user.sessions_ended_at = False, at
    user.save()
    Invitation.objects.filter(user=user, ended_at=None).update(ended_at=at)
    recall(about_invitation(user.pk))
    record(AccountStopped(of_user_id=user.pk))


@operation(needs=Permission.MANAGE_USERS)
def open_account(*, viewer: Viewer, user: User, at: datetime) -> None:
    user = _theirs(viewer, user)
    user.is_active = True
    user.save()
    record(AccountOpened(of_user_id=user.pk))


def _used(token: str, at: datetime) -> User:
    """Whose invitation it is, which is used up by this."""
    invitation = open_invitation(token, at)
    if invitation is None or not Invitation.objects.filter(pk=invitation.pk, ended_at=None).update(ended_at=at):
        raise Refusal(_("This link does not work any more. Ask your coordinator for a new one."))
    record(InvitationUsed(of_user_id=invitation.user_id))
    return invitation.user


def _theirs(viewer: Viewer, user: User) -> User:
    """The account, locked, if it opens nothing outside the viewer's MARACs."""
    user = lock(User, viewer, user.pk)
    if acts_elsewhere(viewer, user):
        raise Refusal(ELSEWHERE)
    return user


def _check_may(viewer: Viewer, user: User, asked_by: int | None) -> None:
    check_may_reset(
        two=two_for(user, viewer.today),
        asked_by=asked_by,
        viewer_id=viewer.user_id,
        user_id=user.pk,
        is_office=viewer.may(Permission.MANAGE_USERS),
    )


def _new(viewer: Viewer, user: User, at: datetime) -> str:
    Invitation.objects.filter(user=user, ended_at=None).update(ended_at=at)
    token = secrets.token_urlsafe(32)
    made = Invitation(user=user, mark=token_mark(token), made_by_id=viewer.user_id, made_at=at)
    made.save()
    user.is_active = True
    user.save()
    write_to(viewer, user, letters.invitation(token), about_invitation(user.pk))
    record(InvitationMade(of_user_id=user.pk))
    return token


def _take_factors_away(viewer: Viewer, user: User, at: datetime) -> None:
    for model in (Authenticator, Passkey, RecoveryCode):
        model.objects.filter(user=user).delete()
    user.sessions_ended_at = at
    user.save()
    write_to(viewer, user, letters.reset_done(), f"factors {user.pk}")
