"""What an area changed in the catalogue of standard actions, and what it added, each from a day on."""

from datetime import date
from typing import Self

from django.db import models

from marac.audit.models import Record
from marac.directory.models import Marac, OfMaracQuerySet, ReturnGroup
from marac.kernel.text import _
from marac.library.rules import DUE_NAMES, Block, Standard

EACH, LEAD, COORDINATOR, CHAIR = "each", "lead", "coordinator", "chair"
OWNERS = {
    **dict(ReturnGroup.choices),
    EACH: _("Each agency"),
    LEAD: _("Lead agency"),
    COORDINATOR: _("Coordinator"),
    CHAIR: _("Chair"),
}


class StandardActionQuerySet(OfMaracQuerySet):
    def begun(self, on: date) -> Self:
        return self.filter(from_on__lte=on)


class StandardAction(Record):
    """One standard action as the area has it from a day on, until a later row with the same code."""

    marac = models.ForeignKey(Marac, on_delete=models.PROTECT)
    code = models.CharField(max_length=40)
    task = models.TextField()
    owner = models.CharField(max_length=100)
    groups = models.JSONField(default=list)
    due = models.CharField(max_length=10, choices=tuple(DUE_NAMES.items()))
    risks = models.JSONField(default=list)
    result = models.TextField(blank=True)
    is_off = models.BooleanField(default=False)
    from_on = models.DateField()
    set_on = models.DateField()
    set_by = models.CharField(max_length=200)

    objects = StandardActionQuerySet.as_manager()

    class Meta:
        ordering = ("from_on", "pk")

    class Register:
        about, keep = "nobody", "for ever"
        give = (
            *("id", "marac", "code", "task", "owner", "groups", "due", "risks"),
            *("result", "is_off", "from_on", "set_on", "set_by"),
        )

    def __str__(self) -> str:
        return f"{self.code} from {self.from_on}"

    @property
    def standard(self) -> Standard:
        return Standard(
            code=self.code,
            task=self.task,
            owner=self.owner,
            groups=tuple(self.groups),
            due=self.due,
            risks=tuple(self.risks),
            result=self.result,
            is_own=True,
            is_off=self.is_off,
        )


class TextBlock(Record):
    """One text block as the area has it from a day on, until a later row with the same code."""

    marac = models.ForeignKey(Marac, on_delete=models.PROTECT)
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=12)
    text = models.TextField()
    risk = models.CharField(max_length=200)
    risk_kind = models.CharField(max_length=20)
    actions = models.JSONField(default=list)
    is_off = models.BooleanField(default=False)
    from_on = models.DateField()
    set_on = models.DateField()
    set_by = models.CharField(max_length=200)

    objects = StandardActionQuerySet.as_manager()

    class Meta:
        ordering = ("from_on", "pk")

    class Register:
        about, keep = "nobody", "for ever"
        give = (
            *("id", "marac", "code", "name", "kind", "text", "risk", "risk_kind", "actions"),
            *("is_off", "from_on", "set_on", "set_by"),
        )

    def __str__(self) -> str:
        return f"{self.code} from {self.from_on}"

    @property
    def block(self) -> Block:
        return Block(
            code=self.code,
            name=self.name,
            kind=self.kind,
            text=self.text,
            risk=self.risk,
            risk_kind=self.risk_kind,
            actions=tuple(self.actions),
            is_off=self.is_off,
        )
