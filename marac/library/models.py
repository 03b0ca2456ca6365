"""What an area changed in the standard actions and text blocks as delivered, and what it added, each from a day on."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, Self

from django.db import models

from marac.audit.models import Record
from marac.directory.models import Marac, OfMaracQuerySet, ReturnGroup
from marac.kernel.text import _
from marac.library.rules import BLOCKS, CATALOGUE, DUE_NAMES, Block, Standard

EACH, LEAD, COORDINATOR, CHAIR = "each", "lead", "coordinator", "chair"
OWNERS = {
    **dict(ReturnGroup.choices),
    EACH: _("Each agency"),
    LEAD: _("Lead agency"),
    COORDINATOR: _("Coordinator"),
    CHAIR: _("Chair"),
}


class FromADayQuerySet(OfMaracQuerySet):
    def begun(self, on: date) -> Self:
        return self.filter(from_on__lte=on)


class FromADay(models.Model):
    """One of what the area keeps, as it is from a day on, until a later row with the same code. What it says stands in
    the columns of `SAYS`, frozen in a `KIND`; `DELIVERED` is what every area begins with."""

    KIND: ClassVar[type]
    DELIVERED: ClassVar[Mapping[str, Any]]
    SAYS: ClassVar[tuple[str, ...]]

    marac = models.ForeignKey(Marac, on_delete=models.PROTECT)
    code = models.CharField(max_length=40)
    is_off = models.BooleanField(default=False)
    from_on = models.DateField()
    set_on = models.DateField()
    set_by = models.CharField(max_length=200)

    objects = FromADayQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ("from_on", "pk")

    def __str__(self) -> str:
        return f"{self.code} from {self.from_on}"

    @property
    def frozen(self) -> Any:
        says = {name: getattr(self, name) for name in self.SAYS}
        says = {name: tuple(value) if isinstance(value, list) else value for name, value in says.items()}
        return self.KIND(code=self.code, is_off=self.is_off, **says)


class StandardAction(FromADay, Record):
    KIND, DELIVERED = Standard, CATALOGUE
    SAYS = ("task", "owner", "groups", "due", "risks", "result")

    task = models.TextField()
    owner = models.CharField(max_length=100)
    groups = models.JSONField(default=list)
    due = models.CharField(max_length=10, choices=tuple(DUE_NAMES.items()))
    risks = models.JSONField(default=list)
    result = models.TextField(blank=True)

    class Register:
        about, keep = "nobody", "for ever"
        give = (
            *("id", "marac", "code", "task", "owner", "groups", "due", "risks"),
            *("result", "is_off", "from_on", "set_on", "set_by"),
        )


class TextBlock(FromADay, Record):
    KIND, DELIVERED = Block, BLOCKS
    SAYS = ("name", "kind", "text", "risk", "risk_kind", "actions")

    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=12)
    text = models.TextField()
    risk = models.CharField(max_length=200)
    risk_kind = models.CharField(max_length=20)
    actions = models.JSONField(default=list)

    class Register:
        about, keep = "nobody", "for ever"
        give = (
            *("id", "marac", "code", "name", "kind", "text", "risk", "risk_kind", "actions"),
            *("is_off", "from_on", "set_on", "set_by"),
        )
