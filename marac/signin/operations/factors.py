"""Setting up second factors of one's own, using them once, and taking them away."""

import hmac
from dataclasses import dataclass
from datetime import datetime

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.accounts.sealing import closed, opened
from marac.audit.models import AuditEvent
from marac.audit.operation import lock, operation, record
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.mail.letters import changed
from marac.mail.operations import write_to
from marac.signin.models import Authenticator, Passkey, RecoveryCode
from marac.signin.queries import factors_of
from marac.signin.rules import (
    check_not_a_copy,
    check_one_is_left,
    code_mark,
    is_recovery_code,
    new_codes,
    step_of,
    typed_code,
)

ADDED = {
    "authenticator": _("An authenticator app was set up for your account. Its codes sign in to it."),
    "passkey": _("A passkey was set up for your account. It signs in to it, also without the password."),
}
REMOVED = {
    "authenticator": _("The authenticator app of your account was taken away. Its codes no longer work."),
    "passkey": _("A passkey of your account was taken away. It no longer signs in."),
}
WRONG_CODE = _("This code is not right, or it was used before. Wait for the next one, and type that.")


@dataclass(frozen=True)
class FactorUsed:
    of_user_id: int
    factor: str
    kind = AuditEvent.Kind.SIGN_IN


@dataclass(frozen=True)
class FactorAdded:
    of_user_id: int
    factor: str


@dataclass(frozen=True)
class FactorRemoved:
    of_user_id: int
    factor: str


@dataclass(frozen=True)
class RecoveryCodesMade:
    of_user_id: int


@operation(needs=Permission.SEE_OWN_WORK)
def use_code(*, viewer: Viewer, code: str, at: datetime) -> str:
    """Use up a code of the viewer's app, or a recovery code; gives which it was. Refused if it does not hold."""
    typed = typed_code(code)
    factor = "recovery code" if is_recovery_code(typed) else "authenticator"
    used = _use_recovery_code(viewer, typed) if factor == "recovery code" else _use_step(viewer, typed, at)
    if not used:
        raise Refusal(WRONG_CODE, field="code")
    record(FactorUsed(of_user_id=viewer.user_id or 0, factor=factor))
    return factor


@operation(needs=Permission.SEE_OWN_WORK)
def add_authenticator(*, viewer: Viewer, secret: bytes, code: str, at: datetime) -> None:
    """In place of the one before, if there was one. The code that shows that it works does not work again."""
    user = lock(User, viewer, viewer.user_id)
    step = step_of(secret, typed_code(code), at, after=0)
    if step is None:
        raise Refusal(_("This is not the code that the app shows now. Type the one that it shows."), field="code")
    Authenticator.objects.filter(user=user).delete()
    made = Authenticator(user=user, last_step=step, added_on=viewer.today)
    made.secret = closed(secret, made.sealed_for())
    Authenticator.objects.bulk_create([made])  # in bulk, because a bulk write leaves no values in the trail
    _added(viewer, user, "authenticator")


@operation(needs=Permission.SEE_OWN_WORK)
def make_recovery_codes(*, viewer: Viewer) -> list[str]:
    """Ten new codes, to be shown once; those made before no longer work."""
    user = lock(User, viewer, viewer.user_id)
    codes = new_codes()
    RecoveryCode.objects.filter(user=user).delete()
    RecoveryCode.objects.bulk_create([_kept(user, code) for code in codes])
    said = changed(_("New recovery codes were made for your account. Those made before no longer work."))
    write_to(viewer, user, said, f"codes {user.pk}")
    record(RecoveryCodesMade(of_user_id=user.pk))
    return codes


@operation(needs=Permission.SEE_OWN_WORK)
def remove_authenticator(*, viewer: Viewer) -> None:
    user = lock(User, viewer, viewer.user_id)
    kinds = factors_of(user.pk).kinds
    if "authenticator" not in kinds:
        raise Refusal(_("You have no authenticator app set up."))
    kinds.remove("authenticator")
    check_one_is_left(kinds)
    Authenticator.objects.filter(user=user).delete()
    _removed(viewer, user, "authenticator")


@operation(needs=Permission.SEE_OWN_WORK)
def add_passkey(*, viewer: Viewer, name: str, known_as: str, credential: str, uses: int) -> Passkey:
    user = lock(User, viewer, viewer.user_id)
    if Passkey.objects.filter(known_as=known_as).exists():
        raise Refusal(_("This passkey is set up already."))
    made = Passkey(user=user, name=name, known_as=known_as, credential=credential, uses=uses, added_on=viewer.today)
    made.save()
    _added(viewer, user, "passkey")
    return made


@operation(needs=Permission.SEE_OWN_WORK)
def use_passkey(*, viewer: Viewer, passkey: Passkey, uses: int) -> None:
    """`uses` is what its device counted, this time among them."""
    passkey = Passkey.objects.select_for_update().get(pk=passkey.pk, user=viewer.user_id)
    check_not_a_copy(kept=passkey.uses, shown=uses)
    passkey.uses, passkey.used_on = uses, viewer.today
    passkey.save()
    record(FactorUsed(of_user_id=passkey.user_id, factor="passkey"))


@operation(needs=Permission.SEE_OWN_WORK)
def remove_passkey(*, viewer: Viewer, passkey: Passkey) -> None:
    user = lock(User, viewer, viewer.user_id)
    kinds = factors_of(user.pk).kinds
    kinds.remove("passkey")
    check_one_is_left(kinds)
    Passkey.objects.filter(pk=passkey.pk, user=user).delete()
    _removed(viewer, user, "passkey")


def _added(viewer: Viewer, user: User, factor: str) -> None:
    write_to(viewer, user, changed(ADDED[factor]), f"new {factor} {user.pk}")
    record(FactorAdded(of_user_id=user.pk, factor=factor))


def _removed(viewer: Viewer, user: User, factor: str) -> None:
    write_to(viewer, user, changed(REMOVED[factor]), f"no {factor} {user.pk}")
    record(FactorRemoved(of_user_id=user.pk, factor=factor))


def _use_step(viewer: Viewer, code: str, at: datetime) -> bool:
    """The row is written only if its last step is still earlier: of two workers with one code, one comes too late."""
    row = Authenticator.objects.filter(user=viewer.user_id).first()
    if row is None:
        return False
    step = step_of(opened(row.secret, row.sealed_for()), code, at, after=row.last_step)
    return step is not None and Authenticator.objects.filter(pk=row.pk, last_step__lt=step).update(last_step=step) == 1


def _use_recovery_code(viewer: Viewer, code: str) -> bool:
    """Of two workers with one code, one finds it gone."""
    mark, rows = code_mark(code, viewer.user_id or 0), RecoveryCode.objects.filter(user=viewer.user_id)
    right = [row.pk for row in rows if hmac.compare_digest(opened(row.mark, row.sealed_for()), mark)]
    gone, _by_model = RecoveryCode.objects.filter(pk__in=right).delete()
    return gone == 1


def _kept(user: User, code: str) -> RecoveryCode:
    made = RecoveryCode(user=user)
    made.mark = closed(code_mark(code, user.pk), made.sealed_for())
    return made
