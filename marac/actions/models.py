"""The risks that a meeting named, and what each agency undertook to do about them."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.actions.rules import (
    ANSWER_NAMES,
    CAUSE_NAMES,
    LOWERED_NAMES,
    SAID_NAMES,
    STATE_NAMES,
    UNANSWERED,
    Answer,
    State,
)
from marac.audit.models import Record
from marac.cases.models import Case
from marac.cases.scope import CaseScoped, MaracOfCase, owed
from marac.directory.models import Agency
from marac.library.rules import RISK_NAMES
from marac.meetings.models import AgendaItem
from marac.people.models import held_cases
from marac.people.scope import Confided


class Risk(Record):
    """A risk that the meeting named in a case."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="risks")
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, null=True, blank=True, related_name="risks")
    text = models.TextField()
    kind = models.CharField(max_length=20, blank=True, choices=tuple(RISK_NAMES.items()))

    objects = Confided.as_manager()

    class Meta:
        ordering = ("pk",)

    class Register:
        about, keep = "victim", "with the case"
        give, redact = ("id", "case", "item", "kind"), ("text",)

    def __str__(self) -> str:
        return f"risk {self.pk}"


class ActionQuerySet(CaseScoped):
    def visible_to(self, viewer: Viewer) -> Self:
        """Of the cases the viewer may open: every action for roles that follow them all, else their agency's; where
        roles are disputed, only their agency's for whoever acts for the other.

        Who may report on actions without opening cases (a referrer) sees their agency's own, as text.
        """
        if viewer.is_system:
            return self
        own = Q(agency=viewer.agency_id)
        if viewer.may(Permission.SEE_CASES):
            found = super().visible_to(viewer)
            if viewer.may(Permission.SEE_EVERY_ACTION):
                return found.filter(own | ~Q(case__in=held_cases(viewer)))
            return found.filter(own)
        if not viewer.may(Permission.REPORT_ON_ACTION):
            return self.none()
        return self.filter(own, owed(viewer))

    def open(self) -> Self:
        return self.filter(state=State.OPEN.value)

    def unanswered(self) -> Self:
        """Set at the table, and its agency has not said yet whether it will do it."""
        return self.open().filter(answer__in=UNANSWERED)

    def overdue(self, on: date) -> Self:
        return self.open().filter(due_on__lt=on)


class Action(Record):
    """What one agency undertook to do by a day, and what came of it. Without a risk it answers no named risk."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="actions")
    case_marac = MaracOfCase()
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, null=True, blank=True, related_name="actions")
    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, null=True, blank=True, related_name="actions")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False)  # action_of_agency begins with it
    standard = models.CharField(max_length=40, blank=True, help_text="Which of the area's standard actions it is")
    task = models.TextField()
    person = models.CharField(max_length=200, blank=True, help_text="Who at the agency does it")
    result = models.TextField(blank=True, help_text="By what one sees that it is done")
    why_no_risk = models.TextField(blank=True)
    different = models.TextField(blank=True, help_text="What is different from when it was agreed before")
    answer = models.CharField(max_length=10, choices=tuple(ANSWER_NAMES.items()), default=Answer.NOT_ASKED.value)
    answer_by_on = models.DateField(null=True, blank=True)
    chased_on = models.DateField(null=True, blank=True, help_text="When its agency was last asked again")
    agreed_on = models.DateField()
    due_on = models.DateField()
    state = models.CharField(
        max_length=10, choices=[(each.value, text) for each, text in STATE_NAMES.items()], default=State.OPEN.value
    )
    reason = models.TextField(blank=True)
    outcome = models.TextField(blank=True)
    cause = models.CharField(max_length=12, blank=True, choices=tuple(CAUSE_NAMES.items()))
    new_plan = models.TextField(blank=True, help_text="What is done instead of what can no longer be done")
    lowered = models.CharField(max_length=10, blank=True, choices=tuple(LOWERED_NAMES.items()))
    reported_on = models.DateField(null=True, blank=True)
    reported_by = models.CharField(max_length=200, blank=True)
    said_by = models.CharField(
        max_length=200, blank=True, help_text="Who told the office, when it reports for an agency"
    )
    revision = models.PositiveIntegerField(default=1)

    objects = ActionQuerySet.as_manager()

    class Meta:
        ordering = ("due_on", "pk")
        indexes = (
            models.Index(fields=("agency", "state", "due_on"), name="action_by_agency"),
            models.Index(fields=("agency", "due_on", "id"), name="action_of_agency"),
            models.Index(fields=("agency", "case_marac", "due_on", "id"), name="own_action_of_marac"),
            models.Index(fields=("state", "due_on"), name="action_by_state"),
            models.Index(fields=("case_marac", "state", "due_on", "id"), name="action_by_marac"),
            models.Index(fields=("case_marac", "due_on", "id"), name="action_of_marac"),
            models.Index(fields=("due_on", "id"), name="action_by_day"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(reported_on=None, reported_by="", state="open")
                | (Q(reported_on__isnull=False) & ~Q(reported_by="") & ~Q(state="open")),
                name="action_answered_with_day_and_name",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("cannot", "not_done", "refused")) | ~Q(reason=""),
                name="action_undone_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(state="refused", answer__in=("refused", "stands"))
                | (~Q(state="refused") & ~Q(answer__in=("refused", "stands"))),
                name="action_refused_by_its_answer",
            ),
        )

    class Register:
        about, keep = "victim", "with the case"
        give = (
            "id",
            "case",
            "case_marac",
            "item",
            "risk",
            "agency",
            "agreed_on",
            "due_on",
            "state",
            "reported_on",
            "revision",
            *("standard", "answer", "answer_by_on", "chased_on", "cause", "lowered"),
        )
        redact = (
            *("task", "reason", "outcome", "reported_by", "said_by"),
            *("person", "result", "why_no_risk", "different", "new_plan"),
        )

    def __str__(self) -> str:
        return f"action {self.pk}"


class ReplyQuerySet(CaseScoped):
    def visible_to(self, viewer: Viewer) -> Self:
        """Whoever sees the action."""
        return self if viewer.is_system else self.filter(action__in=Action.objects.visible_to(viewer))


class Reply(Record):
    """What was said to an action: the agency accepts, refuses or takes it away; the chair asks again or lets a refusal
    stand. Nothing of it is changed afterwards."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="replies")
    said = models.CharField(max_length=10, choices=tuple(SAID_NAMES.items()))
    reason = models.TextField(blank=True)
    answer_by_on = models.DateField(null=True, blank=True)
    on = models.DateField()
    by = models.CharField(max_length=200)
    said_by = models.CharField(max_length=400, blank=True, help_text="Who at the agency said so, if others wrote it")

    objects = ReplyQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(condition=~Q(said="refused") | ~Q(reason=""), name="reply_refused_with_reason"),
        )

    class Register:
        about, keep = "victim", "with the case"
        give = ("id", "action", "said", "answer_by_on", "on")
        redact = ("reason", "by", "said_by")

    def __str__(self) -> str:
        return f"reply {self.pk}"
