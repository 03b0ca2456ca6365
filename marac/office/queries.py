"""Who alone may open a restricted case, and who could be named."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from marac.access.roles import ROLE_NAMES, Role
from marac.access.viewer import Viewer
from marac.accounts.models import Membership, User
from marac.cases.models import Barred, Case, NamedReader


def is_open(viewer: Viewer, case: Case) -> bool:
    return Case.objects.visible_to(viewer).filter(pk=case.pk).exists()


def readers_of(viewer: Viewer, case: Case) -> QuerySet[NamedReader]:
    """Nobody is named for a case that is not restricted."""
    rows = NamedReader.objects.in_force(viewer.today).filter(case=case, case__restricted=True)
    found: QuerySet[NamedReader] = rows.select_related("user").order_by("user__name", "pk")
    return found


def may_be_named(viewer: Viewer, case: Case) -> list[tuple[str, str]]:
    """Everybody with a role in the MARAC who is neither named nor shut out, each with role and agency."""
    held = Membership.objects.in_force(viewer.today).filter(marac=case.marac_id, user__is_active=True)
    held = held.exclude(user__in=Barred.objects.filter(case=case).values("user"))
    held = held.exclude(user__in=readers_of(viewer, case).values("user"))
    found: dict[str, str] = {}
    for each in held.select_related("user", "agency").order_by("user__name", "pk"):
        shown = f"{each.user.name}: {_(ROLE_NAMES[Role(each.role)])}, {each.agency.name}"
        found.setdefault(str(each.user_id), shown)
    return list(found.items())


def people_of(keys: Iterable[str]) -> list[User]:
    return list(User.objects.filter(pk__in=keys))
