"""The people who sign in, what they are in which MARAC for which agency, and who answers for an agency's people."""

from datetime import date
from typing import Any, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from marac.access.roles import Role
from marac.access.viewer import Viewer
from marac.audit.models import DatedQuerySet, Record
from marac.directory.models import Agency, Marac
from marac.kernel.text import _


class UserManager(BaseUserManager):
    def visible_to(self, viewer: Viewer) -> models.QuerySet:
        """Those who have or had a role in one of the viewer's MARACs."""
        rows = self.get_queryset()
        if viewer.is_system:
            return rows
        return rows.filter(pk__in=Membership.objects.visible_to(viewer).values("user_id"))

    def get_by_natural_key(self, username: str | None) -> Any:
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """Not a `Record`, because Django writes its last sign-in; operations in accounts change everything else."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    sessions_ended_at = models.DateTimeField(null=True, blank=True)  # those that began before are over

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ("name",)
    objects = UserManager()

    class Register:
        about, keep = "user", "as long as the cases they worked on"
        give, withhold = ("id", "email", "name", "is_active", "last_login"), ("password", "sessions_ended_at")

    def __str__(self) -> str:
        return self.name


class MembershipQuerySet(DatedQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        return self if viewer.is_system else self.filter(marac_id__in=viewer.marac_ids)

    def with_lapsed(self, on: date) -> Self:
        """Not ended, whether or not it has lapsed meanwhile."""
        return super().not_ended(on)

    def not_ended(self, on: date) -> Self:
        """Nor lapsed, because nobody confirmed in time that this person still does it."""
        return self.with_lapsed(on).filter(models.Q(lapses_on=None) | models.Q(lapses_on__gt=on))


class Membership(Record):
    """A role for an agency in one MARAC, from one day to another. Who deputises for somebody or covers an absence has
    theirs beside it (`covers`), and always with an end. `lapses_on` is the first day without access unless the agency
    confirms before it that they still do it, for which it is asked from `asked_on`; None for whoever cannot lapse."""

    class Basis(models.TextChoices):
        POST = "post", _("Their own post")
        DEPUTY = "deputy", _("Deputy")
        COVER = "cover", _("Cover for an absence")

    user = models.ForeignKey(User, on_delete=models.PROTECT)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    marac = models.ForeignKey(Marac, on_delete=models.PROTECT)
    role = models.CharField(
        max_length=20, choices=[(role.value, role.value) for role in Role if role is not Role.SYSTEM]
    )
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    basis = models.CharField(max_length=10, choices=Basis, default=Basis.POST)
    covers = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True)
    confirmed_on = models.DateField(null=True, blank=True)
    asked_on = models.DateField(null=True, blank=True)
    lapses_on = models.DateField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(basis="post", covers=None)
                | (~models.Q(basis="post") & models.Q(covers__isnull=False, until_on__isnull=False)),
                name="accounts_cover_of_a_role_with_an_end",
            ),
        )

    class Register:
        about, keep = "user", "as long as the cases they worked on"
        give = ("id", "user", "agency", "marac", "role", "from_on", "until_on", "basis", "confirmed_on", "lapses_on")
        withhold = ("covers", "asked_on")

    def __str__(self) -> str:
        return f"{self.role} from {self.from_on}"


class ContactQuerySet(DatedQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        return self if viewer.is_system else self.filter(marac_id__in=viewer.marac_ids)


class Contact(Record):
    """An agency's single point of contact in one MARAC: says each year which of its people are still its people."""

    marac = models.ForeignKey(Marac, on_delete=models.PROTECT)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    user = models.ForeignKey(User, on_delete=models.PROTECT)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    objects = ContactQuerySet.as_manager()

    class Register:
        about, keep = "user", "as long as the cases they worked on"
        give = ("id", "marac", "agency", "user", "from_on", "until_on")

    def __str__(self) -> str:
        return f"contact from {self.from_on}"
