"""Who has which role: the people of the viewer's MARACs, and one's own roles."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from marac.access.roles import ROLE_NAMES, Role
from marac.access.viewer import Viewer
from marac.accounts.models import Contact, Membership, User


@dataclass(frozen=True)
class OwnRole:
    """A role for one agency, with every MARAC where it is held today. `key` is what the form sends: "12:chair"."""

    agency_id: int
    agency: str
    role: str
    role_name: str
    maracs: list[str]

    @property
    def key(self) -> str:
        return f"{self.agency_id}:{self.role}"


def people_found(viewer: Viewer, words: str) -> QuerySet[User]:
    """People of the viewer's MARACs by name, each with `roles`: those held there today or later."""
    roles = Membership.objects.visible_to(viewer).not_ended(viewer.today).select_related("agency", "marac")
    found = User.objects.visible_to(viewer).order_by("name", "pk")
    found = found.prefetch_related(Prefetch("membership_set", queryset=roles.order_by("pk"), to_attr="roles"))
    return found.filter(Q(name__icontains=words) | Q(email__icontains=words)) if words else found


def roles_of(viewer: Viewer, user: User) -> QuerySet[Membership]:
    """Every role that the person has, had or will have in the viewer's MARACs, newest first."""
    roles = Membership.objects.visible_to(viewer).filter(user=user)
    return roles.select_related("agency", "marac", "covers__user").order_by("-from_on", "-pk")


def own_roles(user_id: int, today: date, within: int | None = None) -> list[OwnRole]:
    """What somebody may act as today, for any agency or `within` one, the first given first."""
    found: dict[tuple[int, str], OwnRole] = {}
    rows = Membership.objects.filter(user_id=user_id).in_force(today).select_related("agency", "marac").order_by("pk")
    for row in rows:
        new = OwnRole(row.agency_id, row.agency.name, row.role, ROLE_NAMES[Role(row.role)], [])
        found.setdefault((row.agency_id, row.role), new).maracs.append(row.marac.name)
    return [role for role in found.values() if within in (None, role.agency_id)]


def has_account(email: str) -> bool:
    return User.objects.filter(email__iexact=email).exists()


def account_of(email: str) -> int | None:
    """The account that this address belongs to, for the trail; a page never says."""
    return User.objects.filter(email__iexact=email.strip()).values_list("pk", flat=True).first()


def active_account(user_id: int) -> User | None:
    return User.objects.filter(pk=user_id, is_active=True).first()


def acts_elsewhere(viewer: Viewer, user: User) -> bool:
    """Whether the person has a role, now or later, in a MARAC that the viewer does not run."""
    roles = Membership.objects.filter(user=user).not_ended(viewer.today)
    return not viewer.is_system and roles.exclude(marac_id__in=viewer.marac_ids).exists()


def administrators_of(agency_id: int, marac_ids: set[int], on: date) -> list[User]:
    """Who answers for an agency's people: its single points of contact, and who deputises or covers for them."""
    held = Membership.objects.in_force(on).filter(agency=agency_id, marac__in=marac_ids, user__is_active=True)
    contacts = Contact.objects.in_force(on).filter(agency=agency_id, marac__in=marac_ids).values("user_id")
    answering = held.filter(Q(user__in=contacts) | Q(covers__user__in=contacts))
    return list(User.objects.filter(pk__in=answering.values("user_id")).order_by("name", "pk"))


def answers_for(viewer: Viewer) -> QuerySet[User]:
    """The people of the agency for which the viewer acts, if it is the viewer who answers for them."""
    agency, maracs = viewer.agency_id, set(viewer.marac_ids)
    if agency is None or viewer.user_id not in {user.pk for user in administrators_of(agency, maracs, viewer.today)}:
        return User.objects.none()
    held = Membership.objects.not_ended(viewer.today).filter(agency=agency, marac__in=maracs)
    people = User.objects.filter(pk__in=held.values("user_id"), is_active=True)
    return people.exclude(pk=viewer.user_id).order_by("name", "pk")
