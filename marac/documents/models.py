"""Files that came in or were made: kept once, under our own name, with their hash."""

from typing import Self

from django.db import models
from django.db.models import Q

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.models import Record
from marac.cases.models import Case
from marac.cases.scope import seen
from marac.directory.models import Marac
from marac.kernel.text import _
from marac.people.scope import Confided


class DocumentQuerySet(Confided):
    def visible_to(self, viewer: Viewer) -> Self:
        """With a case: whoever sees the case, but a referral or message as it came is for those who see how
        to reach the victim.
        Before there is a case: those who read documents in that MARAC. Never for whoever acts for the other where roles
        are disputed.

        Minutes of a whole meeting hold cases that not every reader may see: they leave by their own page only. So does
        the workbook of an old tracker, which no page opens.
        """
        if viewer.is_system:
            return self
        of_case = Q(seen(viewer))
        if not viewer.may(Permission.SEE_CONTACT_DETAILS):
            of_case &= ~Q(kind__in=Document.AS_IT_CAME)
        if not viewer.may(Permission.READ_DOCUMENTS):
            return self.filter(of_case).told_to(viewer)
        of_one_case = ~Q(kind__in=(Document.Kind.MINUTES, Document.Kind.TRACKER))
        here = self.filter(of_case | (of_one_case & Q(case=None, marac__in=viewer.marac_ids)))
        return here.told_to(viewer)


class Scan(models.TextChoices):
    """What the virus scanner said. Only what is clean, our own, or of an installation without a scanner is opened."""

    CLEAN = "clean", _("Nothing harmful found")
    OURS = "ours", _("Made by OpenMARAC")
    NOT_SCANNED = "not_scanned", _("Not scanned: there is no scanner")
    WAITING = "waiting", _("Waiting for the virus scanner")
    HARMFUL = "harmful", _("Harmful, and not opened")


class Document(Record):
    """One file. `stored_as` is a name of ours inside the files folder; `name` is what the sender called it, cleaned.
    `found` is the virus scanner's name for what it found."""

    class Kind(models.TextChoices):
        REFERRAL = "referral", _("Referral")
        MESSAGE = "message", _("Message")
        MINUTES = "minutes", _("Minutes")
        TRACKER = "tracker", _("Old tracker")
        TEMPLATE = "template", _("Word template")
        OTHER = "other", _("Other")

    AS_IT_CAME = (Kind.REFERRAL, Kind.MESSAGE)

    marac = models.ForeignKey(Marac, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True)
    kind = models.CharField(max_length=10, choices=Kind)
    name = models.CharField(max_length=200)
    stored_as = models.CharField(max_length=80, unique=True)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    added_on = models.DateField()
    added_by = models.CharField(max_length=200)
    scan = models.CharField(max_length=12, choices=Scan)
    found = models.CharField(max_length=200, blank=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        indexes = (models.Index(fields=("id",), condition=models.Q(scan="waiting"), name="document_to_scan"),)

    class Register:
        about, keep = "victim", "with the case"
        redact = ("id", "marac", "case", "kind", "name", "stored_as", "sha256", "size", "added_on", "added_by")
        give = ("scan", "found")

    def __str__(self) -> str:
        return f"document {self.pk}"
