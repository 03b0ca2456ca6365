"""Series of meetings and the dates laid out from them, days without a daily triage, and who is away from the chair."""

from typing import Self

from django.db import models

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.audit.models import DatedQuerySet, Record, RecordQuerySet
from marac.directory.models import Marac
from marac.meetings.models import Meeting
from marac.series.rules import BOOKING_NAMES, KIND_NAMES, PATTERN_NAMES, Booking, Kind, Pattern, Plan

PLANNED = ("weeks", "first_on", "until_on", "starts_at", "ends_at", "venue", "link")


class SeriesQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        if viewer.is_system:
            return self
        return self.filter(marac__in=viewer.marac_ids) if viewer.may(Permission.SEE_MEETINGS) else self.none()


class OfSeriesQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        if viewer.is_system:
            return self
        return self.filter(series__marac__in=viewer.marac_ids) if viewer.may(Permission.SEE_MEETINGS) else self.none()


class Series(Record):
    """A pattern of dates as it stands now; what it was before is in the trail. A daily triage has no meetings of its
    own: its days are counted from the pattern, and `feeds` is the series that gets its cases."""

    marac = models.ForeignKey(Marac, on_delete=models.PROTECT)
    kind = models.CharField(max_length=10, choices=[(each.value, text) for each, text in KIND_NAMES.items()])
    pattern = models.CharField(max_length=10, choices=[(each.value, text) for each, text in PATTERN_NAMES.items()])
    weeks = models.PositiveSmallIntegerField(null=True, blank=True)
    first_on = models.DateField()
    until_on = models.DateField()
    starts_at = models.TimeField()
    ends_at = models.TimeField(null=True, blank=True)
    venue = models.CharField(max_length=200, blank=True)
    link = models.CharField(max_length=500, blank=True)
    feeds = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True)

    objects = SeriesQuerySet.as_manager()

    class Meta:
        ordering = ("marac__name", "-until_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind="triage", pattern="daily", feeds__isnull=False)
                | (~models.Q(kind="triage") & ~models.Q(pattern="daily") & models.Q(feeds=None)),
                name="series_triage_is_daily_and_feeds",
            ),
        )

    class Register:
        about, keep = "nobody", "for ever"
        give = ("id", "marac", "kind", "pattern", "weeks", "first_on", "until_on", "starts_at", "ends_at", "venue")
        withhold = ("link", "feeds")

    def __str__(self) -> str:
        return f"series from {self.first_on}"

    @property
    def plan(self) -> Plan:
        """As it would be asked for again."""
        named = {name: getattr(self, name) for name in PLANNED}
        return Plan(kind=Kind(self.kind), pattern=Pattern(self.pattern), feeds=self.feeds_id, **named)


class PlannedDate(Record):
    """A meeting that a series laid out. `wanted_on` is the day of the pattern, `why` says why it is held on another;
    `chaired_by` is the account of its chair, whose name stands with the meeting."""

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="dates")
    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="planned")
    wanted_on = models.DateField()
    why = models.CharField(max_length=400, blank=True)
    chaired_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True)
    booking = models.CharField(
        max_length=10, choices=[(each.value, text) for each, text in BOOKING_NAMES.items()], default=Booking.OPEN.value
    )
    booking_note = models.CharField(max_length=200, blank=True)
    private = models.BooleanField(default=False)
    reachable = models.BooleanField(default=False)

    objects = OfSeriesQuerySet.as_manager()

    class Meta:
        ordering = ("meeting__held_on",)
        constraints = (models.UniqueConstraint(fields=("series", "wanted_on"), name="laid_out_once_a_day"),)

    class Register:
        about, keep = "nobody", "for ever"
        give = ("id", "series", "meeting", "wanted_on", "why", "chaired_by", "booking", "private", "reachable")
        withhold = ("booking_note",)

    def __str__(self) -> str:
        return f"date of {self.wanted_on}"


class SkippedDay(Record):
    """A working day without the daily triage."""

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="skipped")
    on = models.DateField()
    reason = models.CharField(max_length=400)

    objects = OfSeriesQuerySet.as_manager()

    class Meta:
        ordering = ("on",)
        constraints = (models.UniqueConstraint(fields=("series", "on"), name="skipped_once"),)

    class Register:
        about, keep = "nobody", "for ever"
        give = ("id", "series", "on", "reason")

    def __str__(self) -> str:
        return f"no triage on {self.on}"


class ChairAwayQuerySet(DatedQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        if viewer.is_system:
            return self
        return self.filter(marac__in=viewer.marac_ids) if viewer.may(Permission.SEE_MEETINGS) else self.none()


class ChairAway(Record):
    """Days on which somebody who chairs cannot. Why is theirs, so it is not asked."""

    marac = models.ForeignKey(Marac, on_delete=models.PROTECT)
    user = models.ForeignKey(User, on_delete=models.PROTECT)
    from_on = models.DateField()
    until_on = models.DateField()

    objects = ChairAwayQuerySet.as_manager()

    class Meta:
        ordering = ("from_on", "pk")

    class Register:
        about, keep = "user", "as long as the cases they worked on"
        give = ("id", "marac", "user", "from_on", "until_on")

    def __str__(self) -> str:
        return f"away from {self.from_on}"
