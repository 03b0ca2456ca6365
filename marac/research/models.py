"""What each agency was asked to search for, what it answered, what it found, and what it keeps to itself."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.fields import MaskedField
from marac.audit.models import Record
from marac.cases.models import Case
from marac.cases.scope import CaseScoped, MaracOfCase, seen
from marac.directory.models import Agency
from marac.meetings.models import AgendaItem
from marac.people.models import held_cases
from marac.research.rules import ANSWER_NAMES, KIND_NAMES, MINUTED_NAMES


class RequestQuerySet(CaseScoped):
    def visible_to(self, viewer: Viewer) -> Self:
        """Of the cases the viewer may open: their own agency's, and everybody's for roles that prepare the meeting.
        Asked of the case of the listing, so that a database asks once it knows whether the listing fits."""
        if viewer.is_system:
            return self
        found = self.filter(seen(viewer, "item__case"))
        if viewer.may(Permission.SEE_RESEARCH):
            return found
        return found.filter(agency=viewer.agency_id) if viewer.may(Permission.ANSWER_RESEARCH) else found.none()

    def waiting(self) -> Self:
        """Not answered, of a case that is still on its list."""
        return self.filter(answered_on=None, item__state__in=AgendaItem.RESEARCHED)


class Request(Record):
    """One agency is asked what it knows of the people in one listed case."""

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="research")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="research")
    case_marac = MaracOfCase()
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    due_on = models.DateField()
    asked_on = models.DateField()
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    said_by = models.CharField(max_length=200, blank=True, help_text="Who wrote, when the office types it")
    answer = models.CharField(
        max_length=12, blank=True, choices=[(each.value, text) for each, text in ANSWER_NAMES.items()]
    )
    why_not_searched = models.TextField(blank=True)
    flag_in_place = models.BooleanField(null=True, help_text="The agency's own marker on its own files")

    objects = RequestQuerySet.as_manager()

    class Meta:
        ordering = ("due_on", "pk")
        indexes = (
            models.Index(fields=("agency", "answered_on"), name="research_by_agency"),
            models.Index(fields=("case_marac", "answered_on", "due_on", "id"), name="research_by_marac"),
        )
        constraints = (
            models.UniqueConstraint(fields=("item", "agency"), name="asked_once_a_listing"),
            models.CheckConstraint(
                condition=Q(answered_on=None, answered_by="", answer="")
                | (Q(answered_on__isnull=False) & ~Q(answered_by="") & ~Q(answer="")),
                name="research_answered_with_day_and_name",
            ),
            models.CheckConstraint(
                condition=~Q(answer="not_searched") | ~Q(why_not_searched=""), name="research_not_searched_with_reason"
            ),
        )

    class Register:
        about, keep = "victim", "with the case"
        give = (
            "id",
            "item",
            "case",
            "case_marac",
            "agency",
            "due_on",
            "asked_on",
            "answered_on",
            "answer",
            "flag_in_place",
        )
        redact = ("answered_by", "said_by", "why_not_searched")

    def __str__(self) -> str:
        return f"request {self.pk}"


class OfRequest(CaseScoped):
    """What hangs from a request is seen by whoever may see the request; where roles are disputed, whoever acts for the
    other sees what their own agency wrote."""

    def visible_to(self, viewer: Viewer) -> Self:
        found = self.filter(request__in=Request.objects.visible_to(viewer))
        if viewer.is_system:
            return found
        return found.filter(Q(request__agency=viewer.agency_id) | ~Q(request__case__in=held_cases(viewer)))


class Finding(Record):
    """One thing an agency found: fact, opinion or intelligence, and whether it may be minuted."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="findings")
    kind = models.CharField(max_length=12, choices=[(each.value, text) for each, text in KIND_NAMES.items()])
    text = models.TextField()
    source = models.CharField(max_length=200, blank=True)
    informant = MaskedField(max_length=200, blank=True, help_text="Who told the agency, and must not be known")
    dated_on = models.DateField(null=True, blank=True)
    may_be_minuted = models.CharField(
        max_length=10, choices=[(each.value, text) for each, text in MINUTED_NAMES.items()]
    )

    objects = OfRequest.as_manager()

    class Meta:
        ordering = ("pk",)

    class Register:
        about, keep = "victim", "with the case"
        give = ("id", "request", "kind", "dated_on", "may_be_minuted")
        redact = ("text", "source", "informant")

    def __str__(self) -> str:
        return f"finding {self.pk}"


class WithheldQuerySet(CaseScoped):
    def visible_to(self, viewer: Viewer) -> Self:
        """The agency's own people only: no role of the office, and no chair."""
        if viewer.is_system:
            return self
        seen = Request.objects.visible_to(viewer).filter(agency=viewer.agency_id)
        return self.filter(request__in=seen) if viewer.may(Permission.ANSWER_RESEARCH) else self.none()


class Withheld(Record):
    """What an agency holds and does not share, and why: a table of its own, so that no query of requests carries it."""

    request = models.OneToOneField(Request, on_delete=models.PROTECT, related_name="withheld")
    text = models.TextField()

    objects = WithheldQuerySet.as_manager()

    class Register:
        about, keep = "victim", "with the case"
        withhold = ("id", "request", "text")

    def __str__(self) -> str:
        return f"withheld {self.pk}"

    def _differences(self) -> dict[str, Any]:
        """The trail says that it was written, never what it says: others than the agency read the trail."""
        return {name: ["not shown"] for name in super()._differences()}
