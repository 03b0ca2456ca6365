"""A workbook of old cases, what each of its rows is taken for, and what was taught."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.models import Record, RecordQuerySet
from marac.cases.models import Case
from marac.cases.scope import CaseScoped, seen
from marac.directory.models import Marac, OfMaracQuerySet
from marac.documents.models import Document
from marac.kernel.text import _
from marac.people.scope import Confided


class TrackerQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        if viewer.is_system:
            return self
        may = viewer.may(Permission.IMPORT_TRACKERS)
        return self.filter(marac_id__in=viewer.marac_ids) if may else self.none()


class Tracker(Record):
    """A workbook that was uploaded. `sheets` holds for each its name, whether it is hidden, its kind, the row of its
    headings, these as printed, and what each column is taken for (marac/workbooks/layout.py)."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("To be checked")
        IMPORTED = "imported", _("Imported")
        UNDONE = "undone", _("Taken back")

    marac = models.ForeignKey(Marac, on_delete=models.PROTECT)
    document = models.ForeignKey(Document, on_delete=models.PROTECT)
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    sheets = models.JSONField(default=list)
    added_on = models.DateField()
    imported_on = models.DateField(null=True, blank=True)
    imported_by = models.CharField(max_length=200, blank=True)
    undone_on = models.DateField(null=True, blank=True)
    undone_by = models.CharField(max_length=200, blank=True)
    revision = models.PositiveIntegerField(default=1)

    objects = TrackerQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)

    class Register:
        about, keep = "nobody", "as long as the cases that came of it"
        give = ("id", "marac", "document", "state", "added_on", "imported_on", "imported_by", "undone_on", "undone_by")
        withhold = ("sheets", "revision")

    def __str__(self) -> str:
        return f"tracker {self.pk}"


class LineQuerySet(Confided):
    def visible_to(self, viewer: Viewer) -> Self:
        """Rows of a tracker; one that is of a case, to those who may open the case."""
        if viewer.is_system:
            return self
        trackers = Tracker.objects.visible_to(viewer).filter(pk=OuterRef("tracker_id"))
        return self.filter(Exists(trackers), Q(case=None) | seen(viewer)).told_to(viewer)


class Line(Record):
    """One row. `cells` is what stands in it, `typed` what somebody put in place of that, `meaning` what both say.

    `likely` proposes of which case it is, with reasons; `choice` is what somebody decided. `standing` is what is to be
    done about it, for lists. `case` is the case that it is of, once that is decided.
    """

    class Standing(models.TextChoices):
        BAD = "1_bad", _("Cannot be taken in as it is")
        ASKS = "2_asks", _("Asks something")
        DOUBTFUL = "3_doubtful", _("Doubtful")
        CLEAR = "4_clear", _("Clear")
        ALREADY = "5_already", _("Already here")
        LEFT_OUT = "6_left_out", _("Left out")
        PASSED_OVER = "7_passed_over", _("Not a row of its own")
        IMPORTED = "8_imported", _("Imported")
        KEPT = "9_kept", _("Imported, and not taken back")

    class Choice(models.TextChoices):
        NONE = "", _("Not decided")
        OWN = "own", _("A case of its own")
        SAME = "same", _("The same case")
        LEAVE = "leave", _("Leave out")

    tracker = models.ForeignKey(Tracker, on_delete=models.PROTECT, related_name="lines")
    sheet = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=12)
    cells = models.JSONField(default=dict)
    section_on = models.DateField(null=True, blank=True)
    typed = models.JSONField(default=dict)
    meaning = models.JSONField(default=dict)
    doubts = models.JSONField(default=list)
    problems = models.JSONField(default=list)
    passed_over = models.CharField(max_length=200, blank=True)
    likely = models.JSONField(default=list)
    standing = models.CharField(max_length=14, choices=Standing)
    choice = models.CharField(max_length=6, choices=Choice, blank=True, default=Choice.NONE)
    with_line = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="followers")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True)
    kept_because = models.JSONField(default=list)
    revision = models.PositiveIntegerField(default=1)

    objects = LineQuerySet.as_manager()

    class Meta:
        ordering = ("sheet", "number")
        indexes = (models.Index(fields=("tracker", "standing", "sheet", "number"), name="line_by_standing"),)
        constraints = (models.UniqueConstraint(fields=("tracker", "sheet", "number"), name="one_line_a_row"),)

    class Register:
        about, keep = "victim", "as long as the cases that came of it"
        redact = ("cells", "typed", "meaning", "doubts", "problems", "likely", "kept_because")
        give = ("id", "tracker", "sheet", "number", "kind", "section_on", "passed_over", "standing", "choice", "case")
        withhold = ("with_line", "revision")

    def __str__(self) -> str:
        return f"line {self.pk}"


class OldReference(Record):
    """What a case was called before this product."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="old_references")
    text = models.CharField(max_length=60, db_index=True)

    objects = CaseScoped.as_manager()

    class Register:
        about, keep = "victim", "with the case"
        give = ("id", "case", "text")

    def __str__(self) -> str:
        return f"old reference {self.pk}"


class Lesson(Record):
    """What somebody said that a word of a tracker means: a heading in a kind of sheet, or (kind "agency") a name."""

    marac = models.ForeignKey(Marac, on_delete=models.PROTECT)
    kind = models.CharField(max_length=12)
    words = models.CharField(max_length=200)
    means = models.CharField(max_length=60)
    taught_on = models.DateField()
    taught_by = models.CharField(max_length=200)

    objects = OfMaracQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("marac", "kind", "words"), name="one_meaning_a_word"),)

    class Register:
        about, keep = "nobody", "for ever"
        give = ("id", "marac", "kind", "words", "means", "taught_on", "taught_by")

    def __str__(self) -> str:
        return f"{self.kind}: {self.words}"
