"""What the trail says about a case or a person."""

from django.db.models import QuerySet

from marac.audit.models import AuditEvent


def who_has_looked(case_id: int) -> QuerySet[AuditEvent]:
    """Every reading of the case, newest first."""
    return AuditEvent.objects.filter(case_id=case_id, kind=AuditEvent.Kind.READ).order_by("-number")


def events_of_case(case_id: int) -> QuerySet[AuditEvent]:
    """Everything that was done to the case, oldest first."""
    return AuditEvent.objects.filter(case_id=case_id, kind=AuditEvent.Kind.CHANGE)
