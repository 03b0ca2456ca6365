"""Labels that were taught, each with who said so and when, and withdrawn in the same way."""

from django.db import models

from marac.audit.models import Record
from marac.directory.models import Marac, OfMaracQuerySet
from marac.kernel.text import Sentence
from marac.lessons.rules import meanings


class TaughtLabel(Record):
    """What one label of an area's own form asks for. `form` is the labels by which that form is known again."""

    marac = models.ForeignKey(Marac, on_delete=models.PROTECT)
    form = models.JSONField(default=list)
    label = models.CharField(max_length=140)
    means = models.CharField(max_length=60)
    taught_on = models.DateField()
    taught_by = models.CharField(max_length=200)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=200, blank=True)

    objects = OfMaracQuerySet.as_manager()

    class Meta:
        ordering = ("label", "pk")

    class Register:
        about, keep = "nobody", "for ever"
        give = (
            *("id", "marac", "form", "label", "means"),
            *("taught_on", "taught_by", "withdrawn_on", "withdrawn_by"),
        )

    def __str__(self) -> str:
        return f"label {self.pk}"

    @property
    def meaning(self) -> str | Sentence:
        return meanings().get(self.means, self.means)
