"""The trail: one append-only, chained table of what was done and what was read; and the base of every record."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q

from marac.audit.current import current_operation


class AuditEvent(models.Model):
    """One thing that happened. No foreign keys: what it names may be destroyed, the event stays.

    `mac` is an HMAC over this event and the `mac` before it (marac/audit/chain.py), so that a
    changed, removed or inserted event is found.
    """

    class Kind(models.TextChoices):
        CHANGE = "change"
        READ = "read"
        SEARCH = "search"
        EXPORT = "export"
        SIGN_IN = "sign_in"
        REFUSAL = "refusal"

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    kind = models.CharField(max_length=10, choices=Kind)
    name = models.CharField(max_length=80)
    operation = models.CharField(max_length=120, blank=True)
    user_id = models.BigIntegerField(null=True)
    user_name = models.CharField(max_length=200)
    agency_id = models.BigIntegerField(null=True)
    role = models.CharField(max_length=20)
    case_id = models.BigIntegerField(null=True)
    details = models.JSONField(default=dict)
    changes = models.JSONField(default=list)
    mac = models.CharField(max_length=64)

    class Meta:
        ordering = ("number",)
        indexes = (
            models.Index(fields=("case_id", "number"), name="audit_by_case"),
            models.Index(fields=("user_id", "number"), name="audit_by_user"),
            models.Index(fields=("at",), name="audit_by_time"),
        )

    class Register:
        about, keep = "user", "as long as the case, and a year"
        withhold = ("number", "at", "kind", "name", "operation", "user_id", "agency_id", "role", "case_id", "mac")
        redact = ("user_name", "details", "changes")

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class AuditCase(models.Model):
    """One of the cases that a single reading showed (`case_ids` in its details): so each can be asked who looked.

    A trigger writes it with its entry (marac/audit/append_only.py), and whoever checks the chain compares the two.
    """

    event = models.PositiveBigIntegerField()
    case_id = models.BigIntegerField()

    class Meta:
        indexes = (
            models.Index(fields=("case_id", "event"), name="audit_case_by_case"),
            models.Index(fields=("event",), name="audit_case_by_event"),
        )

    class Register:
        about, keep = "user", "as long as the case, and a year"
        withhold = ("id", "event", "case_id")

    def __str__(self) -> str:
        return f"{self.event} {self.case_id}"


class AuditHead(models.Model):
    """The last event's number and MAC: one row, locked while an event is appended."""

    number = models.PositiveBigIntegerField(default=0)
    mac = models.CharField(max_length=64, blank=True)

    class Register:
        about, keep = "nobody", "for ever"
        withhold = ("id", "number", "mac")

    def __str__(self) -> str:
        return f"head {self.number}"


class RecordQuerySet(models.QuerySet):
    """Refuses bulk writes outside an operation, and notes them inside one."""

    def update(self, **values: Any) -> int:
        current_operation(self.model.__name__)
        changed = super().update(**values)
        _note(self.model, None, {name: [None, _told(value)] for name, value in values.items()} | {"rows": changed})
        return changed

    def delete(self) -> tuple[int, dict[str, int]]:
        current_operation(self.model.__name__)
        gone = super().delete()
        _note(self.model, None, {"deleted": gone[0]})
        return gone

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        current_operation(self.model.__name__)
        made = super().bulk_create(objs, *args, **kwargs)
        _note(self.model, None, {"created": len(made)})
        return made

    def bulk_update(self, objs: Iterable[Any], fields: Iterable[str], *args: Any, **kwargs: Any) -> int:
        current_operation(self.model.__name__)
        names = list(fields)
        changed = super().bulk_update(objs, names, *args, **kwargs)
        _note(self.model, None, {"fields": names, "rows": changed})
        return changed


class DatedQuerySet(RecordQuerySet):
    """Rows that hold from `from_on` to `until_on`, both days among them; without an end, for ever."""

    def in_force(self, on: date) -> Self:
        return self.not_ended(on).filter(from_on__lte=on)

    def not_ended(self, on: date) -> Self:
        """In force that day, or still to begin."""
        return self.filter(Q(until_on=None) | Q(until_on__gte=on))


class Record(models.Model):
    """Base of every model of the product's data: it can be written inside an operation only.

    Each subclass has a `Register`: whom it is about, how long it is kept, and for every field whether
    it is given, redacted or withheld in answer to a subject access request.
    """

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        current_operation(type(self).__name__)
        super().save(*args, **kwargs)
        _note(type(self), self.pk, self._differences())
        self._loaded = {field.attname: getattr(self, field.attname) for field in self._meta.concrete_fields}

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        current_operation(type(self).__name__)
        _note(type(self), self.pk, {"deleted": 1})
        return super().delete(*args, **kwargs)

    @classmethod
    def from_db(cls, db: str | None, field_names: Iterable[str], values: Iterable[Any]) -> Self:
        made = super().from_db(db, field_names, values)
        made._loaded = dict(zip(field_names, values, strict=False))
        return made

    def _differences(self) -> dict[str, Any]:
        """Field to [before, after] for every field that this save changed; on creation before is absent."""
        before = getattr(self, "_loaded", None)
        after = {field.attname: getattr(self, field.attname) for field in self._meta.concrete_fields}
        if before is None:
            return {name: [value] for name, value in after.items() if value not in (None, "", [], {})}
        return {
            name: [before[name], value] for name, value in after.items() if name in before and before[name] != value
        }


def _told(value: Any) -> Any:
    """What the database works out for each row by itself, in bulk_update among others, has no one value."""
    return type(value).__name__ if hasattr(value, "resolve_expression") else value


def _note(model: type[models.Model], pk: Any, fields: dict[str, Any]) -> None:
    current_operation(model.__name__).note_change(model=model.__name__, pk=pk, fields=fields)
