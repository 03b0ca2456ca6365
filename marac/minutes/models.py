"""What was said about each case, line by line, and the numbered, frozen issues that went out."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.models import Record, RecordQuerySet
from marac.cases.models import Case
from marac.directory.models import Agency
from marac.documents.models import Document
from marac.kernel.text import _
from marac.meetings.models import AgendaItem, Meeting
from marac.papers.models import WordTemplate
from marac.people.scope import Confided


class Discussion(Record):
    """The working text of one case at one meeting. `revision` counts its saves: two people minute one meeting."""

    item = models.OneToOneField(AgendaItem, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    spoke_for_victim = models.CharField(max_length=200, blank=True)
    wishes = models.TextField(blank=True)
    possible_harm = models.TextField(blank=True)
    contributory = models.TextField(blank=True)
    supportive = models.TextField(blank=True)
    conclusion = models.TextField(blank=True)
    who_tells = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=0)

    objects = Confided.as_manager()

    class Register:
        about, keep = "victim", "with the case"
        redact = (
            "id",
            "item",
            "case",
            "spoke_for_victim",
            "wishes",
            "possible_harm",
            "contributory",
            "supportive",
            "conclusion",
            "who_tells",
            "revision",
        )

    def __str__(self) -> str:
        return f"discussion {self.pk}"


class Entry(Record):
    """One line: an agency's fact, opinion or intelligence. A line that should not stand is struck, never deleted.

    `key` is the page's own name for it, by which a line sent twice is kept once; `turn` counts what the page saved of
    it while it was typed, and is empty once the line was corrected or struck out elsewhere.
    """

    class Kind(models.TextChoices):
        FACT = "fact", _("Fact")
        OPINION = "opinion", _("Professional opinion")
        INTELLIGENCE = "intelligence", _("Intelligence")

    class MayBeMinuted(models.TextChoices):
        YES = "yes", _("Yes")
        SUMMARY = "summary", _("In summary only")
        ORAL = "oral", _("No: said in the room only")

    class Known(models.TextChoices):
        YES = "yes", _("The perpetrator knows this")
        NO = "no", _("The perpetrator does not know this")

    class About(models.TextChoices):
        CHILD = "child", _("About a child")
        THIRD_PARTY = "third_party", _("About a third party")

    discussion = models.ForeignKey(Discussion, on_delete=models.PROTECT, related_name="entries")
    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    kind = models.CharField(max_length=12, choices=Kind)
    text = models.TextField()
    source = models.CharField(max_length=200, blank=True)
    dated_on = models.DateField(null=True, blank=True)
    may_be_minuted = models.CharField(max_length=8, choices=MayBeMinuted)
    known = models.CharField(max_length=3, choices=Known, blank=True, help_text="Kept for later disclosure")
    about = models.CharField(max_length=12, choices=About, blank=True, help_text="Kept for later disclosure")
    author = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField()
    struck_on = models.DateField(null=True, blank=True)
    struck_by = models.CharField(max_length=200, blank=True)
    struck_reason = models.CharField(max_length=400, blank=True)
    revision = models.PositiveIntegerField(default=0)
    key = models.CharField(max_length=36, blank=True)
    turn = models.PositiveIntegerField(null=True, blank=True)

    objects = Confided.as_manager()

    class Meta:
        ordering = ("discussion", "position")
        constraints = (
            models.UniqueConstraint(fields=("discussion", "key"), condition=~Q(key=""), name="one_line_a_key"),
        )

    class Register:
        about, keep = "victim", "with the case"
        redact = (
            "id",
            "discussion",
            "case",
            "agency",
            "kind",
            "text",
            "source",
            "dated_on",
            "may_be_minuted",
            "known",
            "about",
            "author",
            "position",
            "struck_on",
            "struck_by",
            "struck_reason",
            "revision",
            "key",
            "turn",
        )

    def __str__(self) -> str:
        return f"line {self.position}"


class IssueQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Whoever reads minutes and sees one of the cases heard; before they go out, those who run meetings."""
        if viewer.is_system:
            return self
        if not viewer.may(Permission.READ_MINUTES):
            return self.none()
        listed = AgendaItem.objects.visible_to(viewer).filter(meeting=OuterRef("meeting_id"))
        found = self.filter(Exists(listed), meeting__marac__in=viewer.marac_ids)
        return found if viewer.may(Permission.RUN_MEETINGS) else found.filter(state=Issue.State.ISSUED)


class Issue(Record):
    """A numbered, frozen copy of a meeting's minutes: `content` as the chair approved it (marac/minutes/queries.py has
    its shape), the Word file made from it, the area's template on
    which it was printed (None: ours), and who let it go out when. Working text is the draft; it has no issue.
    """

    class State(models.TextChoices):
        APPROVED = "approved", _("Approved, not yet issued")
        ISSUED = "issued", _("Issued")

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="issues")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.APPROVED)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True)
    template = models.ForeignKey(WordTemplate, on_delete=models.PROTECT, null=True, blank=True)
    content = models.JSONField(default=dict)
    sha256 = models.CharField(max_length=64, blank=True)
    trail = models.CharField(
        max_length=60, blank=True, help_text="The last entry of the audit trail when it went out, printed at its foot"
    )
    approved_on = models.DateField()
    approved_by = models.CharField(max_length=200)
    issued_on = models.DateField(null=True, blank=True)
    issued_by = models.CharField(max_length=200, blank=True)

    objects = IssueQuerySet.as_manager()

    class Meta:
        ordering = ("meeting", "-number")
        constraints = (models.UniqueConstraint(fields=("meeting", "number"), name="one_issue_a_number"),)

    class Register:
        about, keep = "victim", "with the cases in it"
        give = ("id", "meeting", "number", "state", "trail", "approved_on", "issued_on")
        redact = ("document", "template", "content", "sha256", "approved_by", "issued_by")

    def __str__(self) -> str:
        return f"issue {self.number}"


class CopyQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """An agency's own copies; all of them for those who see what was sent."""
        if viewer.is_system:
            return self
        here = self.filter(issue__in=Issue.objects.visible_to(viewer))
        return here if viewer.may(Permission.SEE_WHAT_WAS_SENT) else here.filter(agency=viewer.agency_id)


class Copy(Record):
    """An agency was sent an issue, and when somebody there first opened it."""

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="copies")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    sent_on = models.DateField()
    opened_on = models.DateField(null=True, blank=True)
    opened_by = models.CharField(max_length=200, blank=True)

    objects = CopyQuerySet.as_manager()

    class Meta:
        ordering = ("issue", "agency__name")
        constraints = (models.UniqueConstraint(fields=("issue", "agency"), name="one_copy_an_agency"),)

    class Register:
        about, keep = "nobody", "for ever"
        give = ("id", "issue", "agency", "sent_on", "opened_on", "opened_by")

    def __str__(self) -> str:
        return f"copy sent {self.sent_on}"
