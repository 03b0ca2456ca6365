"""Whose words wait to be signed, and who has signed them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from marac.access.viewer import Viewer
from marac.accounts.models import Membership, User
from marac.directory.models import Marac
from marac.directory.queries import profile_on, profiles_on
from marac.induction.models import Signature
from marac.induction.rules import mark_of, unsigned


@dataclass(frozen=True)
class ToSign:
    """Words that wait; `earlier` says that others were signed before, so that these are new."""

    marac: Marac
    words: str
    mark: str
    earlier: bool


@dataclass(frozen=True)
class Signed:
    """Somebody with a role, and when they signed the words in force; None if they have not."""

    person: User
    signed_on: date | None


def words_of(marac_id: int, on: date) -> str:
    return profile_on(marac_id, on).induction


def unsigned_maracs(user_id: int | None, marac_ids: Collection[int], on: date) -> list[int]:
    words = {marac_id: profile.induction for marac_id, profile in profiles_on(marac_ids, on).items()}
    signed = Signature.objects.filter(user=user_id, marac__in=marac_ids).values_list("marac_id", "mark")
    return unsigned(words, set(signed))


def next_to_sign(viewer: Viewer) -> ToSign | None:
    waiting = unsigned_maracs(viewer.user_id, viewer.marac_ids, viewer.today)
    if not waiting:
        return None
    words = words_of(waiting[0], viewer.today)
    earlier = Signature.objects.filter(user=viewer.user_id, marac=waiting[0]).exists()
    return ToSign(Marac.objects.get(pk=waiting[0]), words, mark_of(words), earlier)


def has_signed_before(user_id: int | None, marac_ids: Collection[int]) -> bool:
    """Words of each, whichever they were."""
    signed = Signature.objects.filter(user=user_id, marac__in=marac_ids).values_list("marac_id", flat=True)
    return set(signed) >= set(marac_ids)


def who_signed(viewer: Viewer) -> list[tuple[Marac, list[Signed]]]:
    """By MARAC of the viewer's, everybody with a role today, by name."""
    profiles = profiles_on(viewer.marac_ids, viewer.today)
    marks = {marac_id: mark_of(profile.induction) for marac_id, profile in profiles.items()}
    rows = Signature.objects.visible_to(viewer).values_list("marac_id", "user_id", "mark", "signed_on")
    signed = {(marac_id, user_id): on for marac_id, user_id, mark, on in rows if marks[marac_id] == mark}
    held = Membership.objects.visible_to(viewer).in_force(viewer.today).filter(user__is_active=True)
    people: dict[int, dict[int, User]] = {marac_id: {} for marac_id in marks}
    for each in held.select_related("user").order_by("user__name", "user_id"):
        people[each.marac_id][each.user_id] = each.user
    return [
        (marac, [Signed(user, signed.get((marac.pk, user.pk))) for user in people[marac.pk].values()])
        for marac in Marac.objects.visible_to(viewer)
    ]
