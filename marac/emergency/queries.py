"""Which case a reference stands for, who reviews an emergency, and what waits for a verdict."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from marac.access.roles import Permission, Role, roles_with
from marac.access.viewer import Viewer
from marac.access.wall import lifted
from marac.accounts.models import Membership, User
from marac.cases.models import Barred, Case, EmergencySeat, EmergencySeatQuerySet
from marac.directory.queries import profile_on
from marac.emergency.rules import MAY_OPEN

REVIEWS = roles_with(Permission.REVIEW_EMERGENCIES)


def case_seen(viewer: Viewer, reference: str) -> Case | None:
    """The case, if it is open to them already."""
    found: Case | None = Case.objects.visible_to(viewer).filter(reference__iexact=reference.strip()).first()
    return found


def case_to_open(viewer: Viewer, reference: str) -> Case | None:
    """The case of this reference if the viewer may open it in an emergency; there is no other way to come to one."""
    barred = Barred.objects.filter(case=OuterRef("pk"), user=viewer.user_id)
    rows = Case.objects.filter(~Exists(barred), restricted=False, marac__in=viewer.marac_ids)
    case: Case | None = rows.filter(reference__iexact=reference.strip()).select_related("marac").first()
    if case is None or viewer.role not in MAY_OPEN[profile_on(case.marac_id, viewer.today).emergency_roles]:
        return None
    return case


@lifted()
def case_asked_for(reference: str) -> int | None:
    """For the trail only: a page never says whether there is such a case."""
    return Case.objects.filter(reference__iexact=reference.strip()).values_list("pk", flat=True).first()


def emergency_of(viewer: Viewer, case: Case) -> EmergencySeat | None:
    """The seat by which the case is open to the viewer for the moment, if that is how."""
    if not viewer.may(Permission.OPEN_IN_EMERGENCY):
        return None
    found: EmergencySeat | None = (
        EmergencySeat.objects.open_at(viewer.at).filter(case=case, user=viewer.user_id).order_by("-until_at").first()
    )
    return found


def reviewers_of(case: Case, viewer: Viewer) -> list[tuple[int, str]]:
    """Users with their roles who may review what the viewer did: not they, and nobody barred from the case."""
    held = Membership.objects.in_force(viewer.today).filter(marac=case.marac_id, role__in=REVIEWS, user__is_active=True)
    held = held.exclude(user=viewer.user_id).exclude(user__in=Barred.objects.filter(case=case).values("user"))
    return list(held.order_by("pk").values_list("user_id", "role"))


def may_review(seat: EmergencySeat, on: date) -> list[int]:
    """Users who may judge it today: never who took the seat."""
    taker = Viewer(seat.user_id, seat.user.name, Role.REPRESENTATIVE, None, frozenset(), on)
    return list(dict.fromkeys(user for user, _role in reviewers_of(seat.case, taker)))


def people_who_may(seat: EmergencySeat, on: date) -> list[User]:
    others = User.objects.filter(pk__in=may_review(seat, on)).exclude(pk=seat.reviewer_id or 0)
    return list(others.order_by("name", "pk"))


def emergencies_found(viewer: Viewer) -> EmergencySeatQuerySet[EmergencySeat]:
    """Those that wait first, then the newest."""
    found: EmergencySeatQuerySet[EmergencySeat] = EmergencySeat.objects.visible_to(viewer)
    return found.select_related("case", "user", "agency", "reviewer").order_by("verdict", "-opened_at", "-pk")


def to_review(viewer: Viewer) -> EmergencySeatQuerySet[EmergencySeat]:
    """What waits for this viewer: named to them or to nobody, and whatever is overdue."""
    own = Q(reviewer=viewer.user_id) | Q(reviewer=None) | Q(review_by_on__lt=viewer.today)
    found: EmergencySeatQuerySet[EmergencySeat] = EmergencySeat.objects.visible_to(viewer).waiting().filter(own)
    return found.select_related("case")


def is_to_review(viewer: Viewer, seat: EmergencySeat) -> bool:
    return to_review(viewer).filter(pk=seat.pk).exists()


def overdue(viewer: Viewer) -> EmergencySeatQuerySet[EmergencySeat]:
    """Past their day, and nobody was told so yet."""
    found: EmergencySeatQuerySet[EmergencySeat] = EmergencySeat.objects.visible_to(viewer).waiting()
    return found.filter(review_by_on__lt=viewer.today, escalated_on=None)
