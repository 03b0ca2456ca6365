"""Counting tries before it is known whether they are right, and forgiving those that were."""

from dataclasses import dataclass
from datetime import datetime

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.audit.models import AuditEvent
from marac.audit.operation import operation, record
from marac.kernel.text import _
from marac.mail.letters import changed
from marac.mail.operations import write_to
from marac.signin.models import Tries
from marac.signin.rules import FORGOTTEN_AFTER, TRIES_OF_ACCOUNT, TRIES_OF_ADDRESS, check_wait, counted

MANY = {
    "password": _(
        "Somebody tried several times to sign in to your account with a wrong password. If it was you, there is "
        "nothing to do."
    ),
    "code": _(
        "Somebody who has your password tried several times to sign in to your account with a wrong code. If it was "
        "you, there is nothing to do."
    ),
}


@dataclass(frozen=True)
class TryCounted:
    """Before it is known whether the try is right, so that many at once are counted too."""

    failures: list[int]
    kind = AuditEvent.Kind.SIGN_IN


@dataclass(frozen=True)
class TriesForgiven:
    of_user_id: int
    kind = AuditEvent.Kind.SIGN_IN


@dataclass(frozen=True)
class ManyTriesTold:
    """`of_user_id` is None where what was typed is no account."""

    of_user_id: int | None
    what: str


@dataclass(frozen=True)
class TriesForgotten:
    rows: int


@operation(needs=Permission.DO_DUE_WORK)
def count_try(*, viewer: Viewer, account: str, address: str, at: datetime) -> None:
    """Count a try against an account and an address ("" is not counted), or refuse it until the wait is over.

    It counts as a failure until it is forgiven: whoever sends many at once gains nothing. Passwords and codes of one
    account are two: "password …" and "code …", so that guesses at a password do not use up the tries at a code.
    """
    limits = [(account, TRIES_OF_ACCOUNT)] + ([(address, TRIES_OF_ADDRESS)] if address else [])
    rows = [(_tries(mark), free) for mark, free in limits]
    for row, free in rows:
        check_wait(counted(row.failures, row.last_at, at), row.last_at, at, free=free)
    for row, _free in rows:
        row.failures, row.last_at = counted(row.failures, row.last_at, at) + 1, at
        row.save()
    record(TryCounted(failures=[row.failures for row, _free in rows]))


@operation(needs=Permission.DO_DUE_WORK)
def forgive(*, viewer: Viewer, user: User, account: str, address: str) -> None:
    """The try was right: the account begins anew, the address is one try better off."""
    Tries.objects.filter(mark=account).update(failures=0, last_at=None, told=False)
    for row in Tries.objects.select_for_update().filter(mark=address, failures__gt=0):
        row.failures -= 1
        row.save()
    record(TriesForgiven(of_user_id=user.pk))


@operation(needs=Permission.DO_DUE_WORK)
def tell_of_tries(*, viewer: Viewer, tries: Tries, user: User | None) -> None:
    """Once, until they have signed in or a day is over. By the round and not by the try itself, which would take longer
    where there is somebody to tell."""
    what = tries.mark.partition(" ")[0]
    Tries.objects.filter(pk=tries.pk).update(told=True)
    if user is not None:
        write_to(viewer, user, changed(MANY[what]), f"tries {what} {user.pk}")
    record(ManyTriesTold(of_user_id=user.pk if user else None, what=what))


@operation(needs=Permission.DO_DUE_WORK)
def forget_tries(*, viewer: Viewer, at: datetime) -> int:
    """A day without a try, and nothing is kept of it."""
    gone, _by_model = Tries.objects.filter(last_at__lt=at - FORGOTTEN_AFTER).delete()
    record(TriesForgotten(rows=gone))
    return gone


def _tries(mark: str) -> Tries:
    row, _made = Tries.objects.select_for_update().get_or_create(mark=mark)
    return row
