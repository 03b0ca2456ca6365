"""What somebody has set up to sign in with, and whether there are tries to forget."""

from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from marac.accounts.models import User
from marac.audit.fingerprint import fingerprint
from marac.signin.models import Authenticator, Passkey, RecoveryCode, Tries
from marac.signin.rules import FORGOTTEN_AFTER, TRIES_OF_ACCOUNT


@dataclass(frozen=True)
class Factors:
    """`kinds` names each factor once for each there is, so that one can see what would remain."""

    authenticator: Authenticator | None
    passkeys: Sequence[Passkey]
    codes_left: int

    @property
    def kinds(self) -> list[str]:
        return ["authenticator"] * (self.authenticator is not None) + ["passkey"] * len(self.passkeys)


def factors_of(user_id: int) -> Factors:
    return Factors(
        authenticator=Authenticator.objects.filter(user=user_id).first(),
        passkeys=list(passkeys_of(user_id)),
        codes_left=RecoveryCode.objects.filter(user=user_id).count(),
    )


def has_factor(user_id: int) -> bool:
    return Authenticator.objects.filter(user=user_id).exists() or Passkey.objects.filter(user=user_id).exists()


def passkeys_of(user_id: int) -> QuerySet[Passkey]:
    return Passkey.objects.filter(user=user_id).order_by("added_on", "pk")


def passkey_known_as(known_as: str) -> Passkey | None:
    """Whosever it is, with its person; none whose person has left."""
    return Passkey.objects.filter(known_as=known_as, user__is_active=True).select_related("user").first()


def credentials_of(user_id: int) -> list[bytes]:
    """The public halves of somebody's passkeys."""
    return [b64decode(each.credential) for each in passkeys_of(user_id)]


def many_tries(at: datetime) -> list[tuple[Tries, User | None]]:
    """Accounts with so many wrong tries that the next have to wait, and nobody was written to yet. Nobody's, where what
    was typed is no account."""
    many = Tries.objects.filter(failures__gte=TRIES_OF_ACCOUNT, told=False, last_at__gte=at - FORGOTTEN_AFTER)
    rows = list(many.exclude(mark__startswith="address ").order_by("pk"))
    people = User.objects.filter(is_active=True) if rows else User.objects.none()
    by_print = {fingerprint(user.email): user for user in people}
    return [(row, by_print.get(row.mark.partition(" ")[2])) for row in rows]


def tries_to_forget(at: datetime) -> bool:
    return Tries.objects.filter(last_at__lt=at - FORGOTTEN_AFTER).exists()
