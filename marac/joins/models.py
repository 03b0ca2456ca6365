"""Two records that may be of one person, each decision on them, what a join masked, and a run over the register."""

from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.models import Record, RecordQuerySet
from marac.cases.written import LookedUp
from marac.directory.models import Marac
from marac.identity.models import Joined
from marac.joins.rules import RISK_NAMES, VERDICT_NAMES, Risk
from marac.kernel.text import _
from marac.people.models import Person


class PairQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Whoever decides on it, and may see both: through a case of each."""
        if viewer.is_system:
            return self
        if not viewer.may(Permission.JOIN_PEOPLE):
            return self.none()
        seen = Person.objects.visible_to(viewer)
        both = (LookedUp(seen.filter(pk=OuterRef(side))) for side in ("first_id", "second_id"))
        return self.filter(*both, marac__in=viewer.marac_ids)

    def waiting(self) -> Self:
        """But those who became one person by other joins meanwhile."""
        heads = Joined.objects.filter(person=OuterRef(OuterRef("first_id"))).values("head")
        one_already = Joined.objects.filter(person=OuterRef("second_id"), head__in=heads)
        return self.filter(~Exists(one_already), state=Pair.State.OPEN)

    def decided(self) -> Self:
        return self.exclude(state=Pair.State.OPEN)

    def joins(self) -> Self:
        return self.filter(state=Pair.State.SAME)

    def undecided_ever(self) -> Self:
        """Proposals on which nobody has spoken."""
        return self.filter(~Exists(PairDecision.objects.filter(pair=OuterRef("pk"))), state=Pair.State.OPEN)


class Pair(Record):
    """Two records that may be of one person. `learned` is the fingerprint of what was known of both when somebody
    decided: they are asked about again only when it is another. A pair whose state is SAME is a join."""

    class State(models.TextChoices):
        OPEN = "open", _("To be decided")
        SAME = "same", _("Joined")
        NOT_SAME = "not_same", _("Not the same person")
        CANNOT_TELL = "cannot_tell", _("It cannot be told")

    marac = models.ForeignKey(Marac, on_delete=models.PROTECT)
    first = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    risk = models.PositiveSmallIntegerField(choices=[(each.value, RISK_NAMES[each]) for each in Risk])
    weight = models.IntegerField()
    state = models.CharField(max_length=12, choices=State, default=State.OPEN)
    learned = models.CharField(max_length=24, blank=True)
    proposed_on = models.DateField()
    revision = models.PositiveIntegerField(default=1)

    objects = PairQuerySet.as_manager()

    class Meta:
        ordering = ("risk", "-weight", "proposed_on", "pk")
        constraints = (
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="pair_of_two"),
            models.UniqueConstraint(fields=("first", "second"), name="one_pair_of_two"),
        )
        indexes = (models.Index(fields=("marac", "state", "risk", "-weight"), name="pair_by_risk"),)

    class Register:
        about, keep = "person", "with the person"
        withhold = ("id", "marac", "first", "second", "risk", "weight", "state", "learned", "proposed_on", "revision")

    def __str__(self) -> str:
        return f"pair {self.pk}"


class OfPair(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        return self.filter(Exists(Pair.objects.visible_to(viewer).filter(pk=OuterRef("pair_id"))))


class PairDecision(Record):
    """What somebody decided of a pair, when and why. None is changed or taken away: a later one stands beside it."""

    pair = models.ForeignKey(Pair, on_delete=models.PROTECT, related_name="decisions")
    verdict = models.CharField(max_length=12, choices=list(VERDICT_NAMES.items()))
    reason = models.TextField()
    decided_at = models.DateTimeField(null=True, help_text="None where the product itself did it")
    decided_on = models.DateField()
    decided_by = models.CharField(max_length=200)

    objects = OfPair.as_manager()

    class Meta:
        ordering = ("-pk",)

    class Register:
        about, keep = "person", "with the person"
        withhold = ("id", "pair", "verdict", "reason", "decided_at", "decided_on", "decided_by")

    def __str__(self) -> str:
        return f"decision {self.pk}"


class Sealed(Record):
    """An address that is masked for no reason but a join: another record of the person, or of a household that they
    belong to by it, says that it is confidential. `revision` is what it had then. It is shown again when no join asks
    for it any longer, and nobody has saved it since."""

    address_number = models.PositiveBigIntegerField(unique=True, help_text="The address may be taken off meanwhile")
    revision = models.PositiveIntegerField()

    class Register:
        about, keep = "person", "until the join is taken back"
        withhold = ("id", "address_number", "revision")

    def __str__(self) -> str:
        return f"sealed {self.pk}"


class LinkRunQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        return self if viewer.is_system else self.none()


class LinkRun(Record):
    """A run that compares everybody in a MARAC with everybody: up to whom it came."""

    marac = models.ForeignKey(Marac, on_delete=models.PROTECT)
    started_on = models.DateField()
    upto = models.PositiveBigIntegerField(default=0, help_text="The last person who was compared")
    last = models.PositiveBigIntegerField(help_text="The last person on record when it began")
    compared = models.PositiveIntegerField(default=0)
    people = models.PositiveIntegerField(help_text="How many there were when it began")
    proposed = models.PositiveIntegerField(default=0)
    ended_on = models.DateField(null=True, blank=True)

    objects = LinkRunQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("marac",), condition=Q(ended_on=None), name="one_run_at_once"),)

    class Register:
        about, keep = "nobody", "for a year"
        withhold = ("id", "marac", "started_on", "upto", "last", "compared", "people", "proposed", "ended_on")

    def __str__(self) -> str:
        return f"run {self.pk}"
