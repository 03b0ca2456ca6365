"""Counting tries before it is known whether they are right, and forgiving those that were."""

from dataclasses import dataclass
from datetime import datetime

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.audit.models import AuditEvent
from marac.audit.operation import operation, record
from marac.signin.models import Tries
from marac.signin.rules import FORGOTTEN_AFTER, TRIES_OF_ACCOUNT, TRIES_OF_ADDRESS, check_wait, counted


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
    Tries.objects.filter(mark=account).update(failures=0, last_at=None)
    for row in Tries.objects.select_for_update().filter(mark=address, failures__gt=0):
        row.failures -= 1
        row.save()
    record(TriesForgiven(of_user_id=user.pk))


@operation(needs=Permission.DO_DUE_WORK)
def forget_tries(*, viewer: Viewer, at: datetime) -> int:
    """A day without a try, and nothing is kept of it."""
    gone, _by_model = Tries.objects.filter(last_at__lt=at - FORGOTTEN_AFTER).delete()
    record(TriesForgotten(rows=gone))
    return gone


def _tries(mark: str) -> Tries:
    row, _made = Tries.objects.select_for_update().get_or_create(mark=mark)
    return row
