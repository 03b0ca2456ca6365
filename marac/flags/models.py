"""A mark that one agency keeps on its own system about the people of one case."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.models import Record
from marac.cases.models import Case
from marac.cases.scope import CaseScoped, MaracOfCase, owed, seen
from marac.directory.models import Agency


class FlagQuerySet(CaseScoped):
    def visible_to(self, viewer: Viewer) -> Self:
        """The agency's own, even after its seat on the case has ended (it still has to take the mark off);
        everybody's, of cases that they may open, for those who manage flags."""
        if viewer.is_system:
            return self
        own, open_to = Q(agency=viewer.agency_id), Q(seen(viewer))
        if viewer.may(Permission.CONFIRM_FLAG):  # first, for it is quicker to ask
            open_to = (own & owed(viewer)) | open_to
        return self.filter(open_to) if viewer.may(Permission.MANAGE_FLAGS) else self.filter(own, open_to)

    def current(self) -> Self:
        return self.filter(removed_on=None)

    def gaps(self, on: date) -> Self:
        """What somebody still has to do: place it, take it off, or ask for it to be taken off."""
        return self.current().filter(Q(confirmed_on=None) | Q(ends_on__lte=on) | Q(removal_asked_on__isnull=False))


class Flag(Record):
    """Asked for on a day, confirmed by the agency, and removed after its end. `anchor_on` is the day that its months
    are counted from, and `counted_from` says in words what that day was."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="flags")
    case_marac = MaracOfCase()
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    anchor_on = models.DateField()
    counted_from = models.CharField(max_length=200)
    starts_on = models.DateField()
    ends_on = models.DateField()
    asked_on = models.DateField()
    confirm_by_on = models.DateField()
    confirmed_on = models.DateField(null=True, blank=True)
    confirmed_by = models.CharField(max_length=200, blank=True)
    removal_asked_on = models.DateField(null=True, blank=True)
    removal_reason = models.CharField(max_length=400, blank=True)
    removed_on = models.DateField(null=True, blank=True)
    removed_by = models.CharField(max_length=200, blank=True)

    objects = FlagQuerySet.as_manager()

    class Meta:
        ordering = ("ends_on", "pk")
        indexes = (
            models.Index(fields=("agency", "removed_on", "ends_on"), name="flag_by_agency"),
            models.Index(fields=("case_marac", "removed_on", "ends_on", "id"), name="flag_by_marac"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("case", "agency"), condition=Q(removed_on=None), name="one_current_flag_an_agency"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_on=None, confirmed_by="") | (Q(confirmed_on__isnull=False) & ~Q(confirmed_by="")),
                name="flag_confirmed_with_day_and_name",
            ),
            models.CheckConstraint(
                condition=Q(removed_on=None, removed_by="") | (Q(removed_on__isnull=False) & ~Q(removed_by="")),
                name="flag_removed_with_day_and_name",
            ),
        )

    class Register:
        about, keep = "victim", "with the case"
        give = (
            "id",
            "case",
            "case_marac",
            "agency",
            "anchor_on",
            "counted_from",
            "starts_on",
            "ends_on",
            "asked_on",
            "confirm_by_on",
            "confirmed_on",
            "removal_asked_on",
            "removed_on",
        )
        redact = ("confirmed_by", "removal_reason", "removed_by")

    def __str__(self) -> str:
        return f"flag {self.pk}"
