"""An area's own Word templates, each with the days on which it prints."""

from typing import Self

from django.db import models

from marac.access.viewer import Viewer
from marac.audit.models import DatedQuerySet, Record
from marac.directory.models import Marac
from marac.documents.models import Document
from marac.papers.fields import PAPER_NAMES, Paper


class WordTemplateQuerySet(DatedQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        return self if viewer.is_system else self.filter(marac_id__in=viewer.marac_ids)


class WordTemplate(Record):
    """One version, looked through and kept. Without `from_on` it waits; the last that began is the one that prints."""

    marac = models.ForeignKey(Marac, on_delete=models.PROTECT)
    paper = models.CharField(max_length=12, choices=[(each.value, name) for each, name in PAPER_NAMES.items()])
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    added_on = models.DateField()
    added_by = models.CharField(max_length=200)
    from_on = models.DateField(null=True, blank=True)
    until_on = models.DateField(null=True, blank=True)
    decided_by = models.CharField(max_length=200, blank=True)

    objects = WordTemplateQuerySet.as_manager()

    class Meta:
        ordering = ("marac", "paper", "-pk")

    class Register:
        about, keep = "nobody", "for ever"
        give = ("id", "marac", "paper", "document", "added_on", "added_by", "from_on", "until_on", "decided_by")

    def __str__(self) -> str:
        return f"template {self.pk}"

    @property
    def of(self) -> Paper:
        return Paper(self.paper)
