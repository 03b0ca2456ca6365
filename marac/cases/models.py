"""The anchor: a case is a reference, who may see it and on what basis. It knows nothing of people or meetings."""

from datetime import date, datetime
from functools import lru_cache
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.expressions import RawSQL

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.audit.models import DatedQuerySet, Record, RecordQuerySet
from marac.cases.written import Among, numbered
from marac.directory.models import Agency, Marac
from marac.kernel.text import _


class CaseQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """The one rule for who may see a case; every other record asks it.

        In the viewer's MARACs, and: every unrestricted case for roles that work on all of them, a seat of the viewer's
        agency in force today, or one of their own for an emergency; a restricted case by name only; never for somebody
        barred from it.
        """
        if viewer.is_system:
            return self
        if not viewer.may(Permission.SEE_CASES):
            return self.none()
        by_role = (
            Q()
            if viewer.may(Permission.SEE_EVERY_CASE)
            else Q(Among("pk", seated(viewer.agency_id, viewer.today)))
            | Q(pk__in=numbered(EmergencySeat.objects.open_at(viewer.at).filter(user=viewer.user_id), "case"))
        )
        by_name = Q(pk__in=named(viewer.user_id, viewer.today))
        barred = Q(pk__in=barred_from(viewer.user_id))
        return self.filter((by_role & Q(restricted=False)) | by_name, ~barred, marac__in=viewer.marac_ids)


class Case(Record):
    """One victim with the perpetrator or perpetrators they are at risk from: the unit that is counted."""

    marac = models.ForeignKey(Marac, on_delete=models.PROTECT)
    reference = models.CharField(max_length=20, unique=True)
    opened_on = models.DateField()
    restricted = models.BooleanField(default=False, help_text="Only readers named one by one may open it")
    closed_on = models.DateField(null=True, blank=True)
    closed_reason = models.CharField(max_length=200, blank=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        ordering = ("-opened_on", "-pk")
        indexes = (
            models.Index(fields=("marac", "-opened_on", "-id"), name="case_by_marac"),
            models.Index(fields=("-opened_on", "-id"), name="case_newest"),
        )

    class Register:
        about, keep = "victim", "the MARAC's retention period from the last meeting"
        give, redact, withhold = (
            ("id", "marac", "reference", "opened_on", "closed_on"),
            ("closed_reason",),
            ("restricted",),
        )

    def __str__(self) -> str:
        return self.reference


class CaseAccess(Record):
    """An agency's seat on a case: on what basis, from when, until when."""

    class Basis(models.TextChoices):
        REFERRED = "referred", _("Made the referral")
        PANEL = "panel", _("Sits on the meeting")
        ADVISER = "adviser", _("Supports the victim")
        ACTION = "action", _("Owns an action")

    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    basis = models.CharField(max_length=10, choices=Basis)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=("agency", "case", "from_on", "until_on"), name="seat_by_agency"),)
        constraints = (models.UniqueConstraint(fields=("case", "agency", "basis"), name="one_seat_a_basis"),)

    class Register:
        about, keep = "victim", "with the case"
        redact = ("id", "case", "agency", "basis", "from_on", "until_on")

    def __str__(self) -> str:
        return f"{self.basis} from {self.from_on}"


class NamedReader(Record):
    """Opens a restricted case to one person."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    user = models.ForeignKey(User, on_delete=models.PROTECT)
    reason = models.CharField(max_length=200)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Register:
        about, keep = "victim", "with the case"
        withhold = ("id", "case", "user", "reason", "from_on", "until_on")

    def __str__(self) -> str:
        return f"reader from {self.from_on}"


class EmergencySeatQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Those who review: never who took the seat, nor who is barred from the case or not named where it is
        restricted. They need not see the case: whether it was right is judged by the reason."""
        if viewer.is_system:
            return self
        if not viewer.may(Permission.REVIEW_EMERGENCIES):
            return self.none()
        of_case = {"case": OuterRef("case_id"), "user": viewer.user_id}
        named = Q(Exists(NamedReader.objects.in_force(viewer.today).filter(**of_case)))
        barred = Q(Exists(Barred.objects.filter(**of_case)))
        here = self.filter(~Q(user=viewer.user_id), ~barred, case__marac__in=viewer.marac_ids)
        return here.filter(Q(case__restricted=False) | named)

    def open_at(self, at: datetime | None) -> Self:
        return self.none() if at is None else self.filter(opened_at__lte=at, until_at__gt=at)

    def waiting(self) -> Self:
        return self.filter(verdict="")


class EmergencySeat(Record):
    """Opens one unrestricted case to one person for a short time, without anybody's leave; somebody named says by a day
    whether that was right."""

    class Verdict(models.TextChoices):
        RIGHT = "right", _("It was right to open it")
        WRONG = "wrong", _("It should not have been opened")

    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    user = models.ForeignKey(User, on_delete=models.PROTECT)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    reason = models.TextField()
    opened_at = models.DateTimeField()
    until_at = models.DateTimeField()
    reviewer = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    review_by_on = models.DateField()
    escalated_on = models.DateField(null=True, blank=True)
    verdict = models.CharField(max_length=10, choices=Verdict, blank=True)
    found = models.TextField(blank=True)
    reviewed_on = models.DateField(null=True, blank=True)
    reviewed_by = models.CharField(max_length=200, blank=True)

    objects = EmergencySeatQuerySet.as_manager()

    class Meta:
        ordering = ("-opened_at", "-pk")
        indexes = (models.Index(fields=("user", "case", "until_at"), name="emergency_by_user"),)

    class Register:
        about, keep = "user", "as long as the case, and a year"
        give = ("id", "user", "agency", "opened_at", "until_at", "verdict", "reviewed_on")
        redact = ("case", "reason", "found", "reviewer", "review_by_on", "escalated_on", "reviewed_by")

    def __str__(self) -> str:
        return f"emergency {self.pk}"


class Barred(Record):
    """Shuts a case to a person with a conflict of interest, whatever seat their agency has."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    user = models.ForeignKey(User, on_delete=models.PROTECT)
    reason = models.CharField(max_length=200)
    from_on = models.DateField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("case", "user"), name="barred_once"),)

    class Register:
        about, keep = "user", "with the case"
        withhold = ("id", "case", "user", "reason", "from_on")

    def __str__(self) -> str:
        return f"barred from {self.from_on}"


@lru_cache(maxsize=1000)
def seated(agency_id: int | None, on: date) -> RawSQL:
    """For `Among`: the cases on which the agency has a seat that day. They grow with the years."""
    return numbered(CaseAccess.objects.in_force(on).filter(agency=agency_id), "case")


@lru_cache(maxsize=1000)
def named(user_id: int | None, on: date) -> RawSQL:
    return numbered(NamedReader.objects.in_force(on).filter(user=user_id), "case")


@lru_cache(maxsize=1000)
def barred_from(user_id: int | None) -> RawSQL:
    return numbered(Barred.objects.filter(user=user_id), "case")
