"""The anchor: a case is a reference, who may see it and on what basis. It knows nothing of people or meetings."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.audit.models import DatedQuerySet, Record, RecordQuerySet
from marac.directory.models import Agency, Marac
from marac.kernel.text import _


class CaseQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """The one rule for who may see a case; every other record asks it.

        In the viewer's MARACs, and: every unrestricted case for roles that work on all of them, or a seat of the
        viewer's agency in force today; a restricted case by name only; never for somebody barred from it.
        """
        if viewer.is_system:
            return self
        if not viewer.may(Permission.SEE_CASES):
            return self.none()
        this = {"case": OuterRef("pk")}
        by_role = (
            Q()
            if viewer.may(Permission.SEE_EVERY_CASE)
            else Q(Exists(CaseAccess.objects.in_force(viewer.today).filter(**this, agency=viewer.agency_id)))
        )
        by_name = Q(Exists(NamedReader.objects.in_force(viewer.today).filter(**this, user=viewer.user_id)))
        barred = Q(Exists(Barred.objects.filter(**this, user=viewer.user_id)))
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
            models.Index(fields=("marac", "-opened_on"), name="case_by_marac"),
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
        indexes = (models.Index(fields=("agency", "case", "from_on"), name="seat_by_agency"),)
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
