"""What an agency has open, who can go on with it, whose people wait to be confirmed, and who confirms them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, Min, OuterRef, QuerySet

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.accounts.models import Contact, Membership, User
from marac.actions.models import Action
from marac.referrals.models import Referral
from marac.research.models import Request
from marac.staff.models import Handover


@dataclass(frozen=True)
class Open:
    """What an agency has open in one MARAC."""

    actions: int
    requests: int
    drafts: int

    @property
    def is_any(self) -> bool:
        return bool(self.actions or self.requests or self.drafts)


def open_work(agency_id: int, marac_id: int) -> Open:
    """Counted whoever asks: a count names no case."""
    drafts = (Referral.State.DRAFT, Referral.State.RETURNED)
    return Open(
        actions=Action.objects.open().filter(agency=agency_id, case__marac=marac_id).count(),
        requests=Request.objects.waiting().filter(agency=agency_id, case__marac=marac_id).count(),
        drafts=Referral.objects.filter(agency=agency_id, marac=marac_id, state__in=drafts).count(),
    )


def roles_now(viewer: Viewer, user: User) -> list[Membership]:
    """Those that somebody has or will have in the viewer's MARACs, lapsed ones too."""
    held = Membership.objects.visible_to(viewer).with_lapsed(viewer.today).filter(user=user)
    return list(held.select_related("agency", "marac").order_by("pk"))


def colleagues(viewer: Viewer, user: User) -> QuerySet[User]:
    """Who else has a role today for one of somebody's agencies."""
    agencies = {each.agency_id for each in roles_now(viewer, user)}
    held = Membership.objects.visible_to(viewer).in_force(viewer.today).filter(agency__in=agencies)
    return User.objects.filter(pk__in=held.values("user_id"), is_active=True).exclude(pk=user.pk).order_by("name")


def has_role_in(user: User, agency_id: int, marac_id: int, on: date) -> bool:
    return Membership.objects.in_force(on).filter(user=user, agency=agency_id, marac=marac_id).exists()


def others(viewer: Viewer, user_id: int) -> QuerySet[User]:
    """Who may stand in for somebody: everybody else with an account who has a role in the viewer's MARACs."""
    return User.objects.visible_to(viewer).filter(is_active=True).exclude(pk=user_id).order_by("name", "pk")


def confirmed_by(viewer: Viewer) -> QuerySet[Membership]:
    """The roles that the viewer may confirm: of the agencies whose contact they are, or of all for who manages people.
    Nobody confirms themselves."""
    held = Membership.objects.visible_to(viewer).filter(user__is_active=True).exclude(user=viewer.user_id)
    held = held.with_lapsed(viewer.today).filter(lapses_on__isnull=False)
    if viewer.may(Permission.MANAGE_USERS):
        return held
    contact = Contact.objects.in_force(viewer.today).filter(user=viewer.user_id)
    return held.filter(Exists(contact.filter(agency=OuterRef("agency_id"), marac=OuterRef("marac_id"))))


def to_confirm(viewer: Viewer) -> QuerySet[Membership]:
    """Those that lapse soon or have lapsed, the first to lapse first."""
    asked = confirmed_by(viewer).filter(asked_on__lte=viewer.today).select_related("user", "agency", "marac")
    return asked.order_by("lapses_on", "user__name", "pk")


def contacts_now(viewer: Viewer) -> QuerySet[Contact]:
    found = Contact.objects.visible_to(viewer).in_force(viewer.today).select_related("marac", "agency", "user")
    return found.order_by("marac__name", "agency__name")


def may_be_contact(viewer: Viewer) -> QuerySet[Membership]:
    """Roles held today, by agency: their people can answer for it."""
    held = Membership.objects.visible_to(viewer).in_force(viewer.today).filter(user__is_active=True)
    return held.select_related("user", "agency", "marac").order_by("marac__name", "agency__name", "user__name", "pk")


def handovers_to(viewer: Viewer) -> QuerySet[Handover]:
    """What the viewer was handed and has not said yet that they go on with."""
    found = Handover.objects.visible_to(viewer).filter(taken_on=None)
    return found.select_related("left", "agency", "marac").order_by("handed_on", "pk")


def handover_to(viewer: Viewer, number: int) -> Handover | None:
    return handovers_to(viewer).filter(pk=number).first()


def asked_now(on: date) -> Iterable[tuple[Contact, date]]:
    """Each contact with people to confirm, and the first day on which one of them lapses."""
    for contact in Contact.objects.in_force(on).select_related("marac", "agency", "user"):
        held = Membership.objects.filter(agency=contact.agency_id, marac=contact.marac_id, asked_on__lte=on)
        held = held.with_lapsed(on).filter(lapses_on__gt=on, user__is_active=True)
        first = held.exclude(user=contact.user_id).aggregate(first=Min("lapses_on"))["first"]
        if first is not None:
            yield contact, first
