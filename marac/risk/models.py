"""Assessments of a case by checklist, and judgements by people: side by side, and neither changes the other."""

from django.db import models

from marac.audit.models import Record
from marac.cases.models import Case
from marac.people.scope import Confided
from marac.referrals.models import Referral


class RiskAssessment(Record):
    """A completed checklist, with the version of the tool and the threshold that were in force that day; no threshold
    where the area had no number for it. `sources` and `comments` are by question, as `answers` are."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, null=True, blank=True)
    tool = models.CharField(max_length=40)
    tool_version = models.CharField(max_length=20)
    completed_on = models.DateField()
    completed_by = models.CharField(max_length=200, blank=True)
    answers = models.JSONField(default=dict)
    sources = models.JSONField(default=dict, blank=True)
    comments = models.JSONField(default=dict, blank=True)
    yes = models.PositiveSmallIntegerField()
    not_known = models.PositiveSmallIntegerField()
    unanswered = models.PositiveSmallIntegerField()
    threshold = models.PositiveSmallIntegerField(null=True, blank=True)
    grade = models.CharField(max_length=20, blank=True)
    narrative = models.TextField(blank=True)

    objects = Confided.as_manager()

    class Register:
        about, keep = "victim", "with the case"
        redact = (
            *("id", "case", "referral", "tool", "tool_version", "completed_on", "completed_by", "answers", "comments"),
            *("sources", "yes", "not_known", "unanswered", "threshold", "grade", "narrative"),
        )

    def __str__(self) -> str:
        return f"assessment {self.pk}"


class Judgement(Record):
    """What somebody who knows the case concludes of the risk, in their own words. Written once; a newer one stands
    beside it."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, null=True, blank=True)
    judged_on = models.DateField()
    judged_by = models.CharField(max_length=200)
    reasons = models.TextField()

    objects = Confided.as_manager()

    class Register:
        about, keep = "victim", "with the case"
        redact = ("id", "case", "referral", "judged_on", "judged_by", "reasons")

    def __str__(self) -> str:
        return f"judgement {self.pk}"
