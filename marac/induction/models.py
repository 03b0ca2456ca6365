"""Who signed which words, for which MARAC, and when."""

from typing import Self

from django.db import models

from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.audit.models import Record, RecordQuerySet
from marac.directory.models import Marac


class SignatureQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        return self if viewer.is_system else self.filter(marac_id__in=viewer.marac_ids)


class Signature(Record):
    """`words` are kept as they were signed; `mark` tells whether they are those in force (marac/induction/rules.py)."""

    user = models.ForeignKey(User, on_delete=models.PROTECT)
    marac = models.ForeignKey(Marac, on_delete=models.PROTECT)
    words = models.TextField()
    mark = models.CharField(max_length=32)
    signed_on = models.DateField()

    objects = SignatureQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("user", "marac", "mark"), name="induction_signed_once"),)

    class Register:
        about, keep = "user", "as long as the cases they worked on"
        give = ("id", "user", "marac", "words", "mark", "signed_on")

    def __str__(self) -> str:
        return f"signed on {self.signed_on}"
