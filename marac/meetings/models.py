"""The meetings of the year with their dates, the cases listed on each, and who was there."""

from datetime import date, datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.models import Record, RecordQuerySet
from marac.cases.models import Case
from marac.cases.scope import CaseScoped
from marac.directory.models import Agency, Marac
from marac.kernel.text import _
from marac.referrals.models import Referral


class MeetingQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        if viewer.is_system:
            return self
        if not viewer.may(Permission.SEE_MEETINGS):
            return self.none()
        return self.filter(marac__in=viewer.marac_ids)

    def unsent(self, on: date, days: int) -> Self:
        """Meetings within so many days whose case list has not gone out."""
        soon = on + timedelta(days=days)
        return self.filter(state=Meeting.State.PLANNED, held_on__gte=on, list_on__lte=soon)


class Meeting(Record):
    """One meeting, or one closing date for information where the MARAC does not sit (`sits` is false). Its dates are
    computed when it is planned, and anew when it moves or a bank holiday is proclaimed."""

    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        LISTED = "listed", _("Case list sent")
        HELD = "held", _("Held")
        MINUTED = "minuted", _("Minutes issued")
        CANCELLED = "cancelled", _("Cancelled")

    marac = models.ForeignKey(Marac, on_delete=models.PROTECT)
    held_on = models.DateField()
    starts_at = models.TimeField()
    ends_at = models.TimeField(null=True, blank=True)
    sits = models.BooleanField(default=True)
    emergency = models.BooleanField(default=False, help_text="Convened for a case that cannot wait for the next one")
    venue = models.CharField(max_length=200, blank=True)
    link = models.CharField(max_length=500, blank=True)
    chair = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    cut_off_on = models.DateField()
    list_on = models.DateField()
    research_on = models.DateField()
    papers_on = models.DateField()
    action_list_on = models.DateField()
    minutes_on = models.DateField()
    list_sent_on = models.DateField(null=True, blank=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ("held_on", "starts_at")
        indexes = (models.Index(fields=("-held_on", "-id"), name="meeting_newest"),)
        constraints = (models.UniqueConstraint(fields=("marac", "held_on", "starts_at"), name="one_meeting_at_a_time"),)

    class Register:
        about, keep = "nobody", "for ever"
        give = (
            "id",
            "marac",
            "held_on",
            "starts_at",
            "ends_at",
            "sits",
            "emergency",
            "venue",
            "link",
            "chair",
            "state",
            "cut_off_on",
            "list_on",
            "research_on",
            "papers_on",
            "action_list_on",
            "minutes_on",
            "list_sent_on",
        )

    def __str__(self) -> str:
        return f"meeting of {self.held_on}"

    @property
    def subject(self) -> str:
        """What its notices are about, as the page of what was sent is asked for it."""
        return f"meeting {self.pk}"


class AgendaItemQuerySet(CaseScoped):
    def marked_again(self) -> Self:
        """With `again`: an emergency MARAC before it heard the same referral, so that here it counts in no figure."""
        heard = AgendaItem.objects.filter(referral=OuterRef("referral"), state=AgendaItem.State.HEARD)
        before = heard.filter(meeting__emergency=True, meeting__held_on__lte=OuterRef("meeting__held_on"))
        return self.annotate(again=Exists(before.exclude(meeting=OuterRef("meeting"))))


class AgendaItem(Record):
    """A case on the list of a meeting, and when its clock ran there. What was said in earlier stretches, before it was
    begun once more, is in `earlier_seconds`; `ended_at` is empty while it is being heard. `on_the_day` is what was done
    with its place on the day of the meeting (marac/meetings/rules.py), as the minutes say it.
    """

    class State(models.TextChoices):
        LISTED = "listed", _("Listed")
        HEARD = "heard", _("Heard")
        DEFERRED = "deferred", _("Deferred")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        ALERT = "alert", _("Listed only: researched and flagged, not discussed")

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="listings")
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT)
    position = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.LISTED)
    reason = models.CharField(max_length=400, blank=True)
    began_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    earlier_seconds = models.PositiveIntegerField(default=0)
    on_the_day = models.JSONField(default=list, blank=True)
    again: bool  # of `marked_again` rows only

    RESEARCHED = (State.LISTED, State.ALERT)  # before the meeting: agencies search for its people

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        ordering = ("meeting", "position")
        indexes = (models.Index(fields=("state",), name="listing_by_state"),)
        constraints = (models.UniqueConstraint(fields=("meeting", "case"), name="listed_once_a_meeting"),)

    class Register:
        about, keep = "victim", "with the case"
        give = ("id", "meeting", "case", "referral", "position", "minutes", "state")
        give += ("began_at", "ended_at", "earlier_seconds")
        redact = ("reason", "on_the_day")

    def __str__(self) -> str:
        return f"item {self.position}"

    @property
    def is_running(self) -> bool:
        return self.began_at is not None and self.ended_at is None

    def seconds(self, now: datetime | None = None) -> int | None:
        """How long it was talked about: with `now` also while it still is, otherwise once it has ended."""
        until = self.ended_at or now
        if self.began_at is None or until is None:
            return None
        return self.earlier_seconds + max(0, int((until - self.began_at).total_seconds()))


class ListSentQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """One's own agency's; the chair and the office see whom else the list went to."""
        if viewer.is_system:
            return self
        if not viewer.may(Permission.SEE_MEETINGS):
            return self.none()
        here = self.filter(meeting__marac__in=viewer.marac_ids)
        return here if viewer.may(Permission.RUN_MEETINGS) else here.filter(agency=viewer.agency_id)

    def in_force(self) -> Self:
        """Of each agency the last: the earlier ones are withdrawn."""
        later = ListSent.objects.filter(
            meeting=OuterRef("meeting"), agency=OuterRef("agency"), number__gt=OuterRef("number")
        )
        return self.filter(~Exists(later))


class ListSent(Record):
    """One issue of the case list of a meeting to one agency, and when somebody there first opened it. Issues are
    numbered for each agency by itself: a gap would tell of a change to a case that it may not know of. `cases` are
    those that stood in it, in their order, each by its key and reference alone."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="lists_sent")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    number = models.PositiveSmallIntegerField(default=1)
    cases = models.JSONField(default=list)
    for_day = models.DateField(null=True, blank=True, help_text="When the meeting was to be as this issue went out")
    for_time = models.TimeField(null=True, blank=True)
    sent_on = models.DateField()
    sent_by = models.CharField(max_length=200, blank=True)
    opened_on = models.DateField(null=True, blank=True)
    opened_by = models.CharField(max_length=200, blank=True)
    reminded_on = models.DateField(null=True, blank=True)

    objects = ListSentQuerySet.as_manager()

    class Meta:
        ordering = ("meeting", "agency", "-number")
        constraints = (models.UniqueConstraint(fields=("meeting", "agency", "number"), name="one_list_a_number"),)

    class Register:
        about, keep = "victim", "with the cases in it"
        give = ("id", "meeting", "agency", "number", "for_day", "for_time", "sent_on", "opened_on", "reminded_on")
        redact = ("cases", "sent_by", "opened_by")

    def __str__(self) -> str:
        return f"list {self.number} sent {self.sent_on}"
