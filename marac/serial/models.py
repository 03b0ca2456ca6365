"""What somebody decided of a person who harms several others, and on which of their cases it rests."""

from typing import Self

from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.models import Record, RecordQuerySet
from marac.cases.models import Case
from marac.cases.scope import CaseScoped, seen
from marac.people.models import Person
from marac.serial.rules import VERDICT_NAMES


class SerialDecisionQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Whoever decides, and sees every case that it rests on."""
        if viewer.is_system:
            return self
        if not viewer.may(Permission.DECIDE_SERIAL):
            return self.none()
        return self.resting_on(Q(seen(viewer)))

    def resting_on(self, cases: Q) -> Self:
        """On cases that fulfil this, and on no other: counted, because the second wall hides some from the asker."""
        parts = SerialPart.objects.filter(cases, decision=OuterRef("pk")).order_by().values("decision")
        return self.filter(on=Subquery(parts.annotate(number=Count("pk")).values("number")))


class SerialDecision(Record):
    """That somebody is a serial perpetrator by the area's rule, is not, or is no longer called so. None is changed: a
    later one stands beside it. Who it is of, its parts say."""

    verdict = models.CharField(max_length=10, choices=list(VERDICT_NAMES.items()))
    reason = models.TextField()
    on = models.PositiveIntegerField(help_text="On how many cases it rests")
    decided_at = models.DateTimeField(null=True, help_text="None where no request did it")
    decided_on = models.DateField()
    decided_by = models.CharField(max_length=200)

    objects = SerialDecisionQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)

    class Register:
        about, keep = "person", "with the person"
        withhold = ("id", "verdict", "reason", "on", "decided_at", "decided_on", "decided_by")

    def __str__(self) -> str:
        return f"decision {self.pk}"


class SerialPart(Record):
    """A case in which the person is said to do harm, and which counted when it was decided. By the number of the person
    and of the case, since their part in it may be taken off as a mistake."""

    decision = models.ForeignKey(SerialDecision, on_delete=models.PROTECT, related_name="parts")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = CaseScoped.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("case", "person", "decision"), name="one_part_a_decision"),)

    class Register:
        about, keep = "person", "with the case"
        withhold = ("id", "decision", "case", "person")

    def __str__(self) -> str:
        return f"part {self.pk}"
