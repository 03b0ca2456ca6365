"""Whoever may see a case may see what hangs from it: the queryset that every such model takes. Rows of long lists carry
the MARAC of their case."""

from dataclasses import replace
from functools import lru_cache
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.db.models.expressions import RawSQL

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.models import RecordQuerySet
from marac.cases.models import Case, barred_from
from marac.cases.written import Among, numbered


def seen(viewer: Viewer, case: str = "case") -> Among:
    """Whether the viewer may see the case to which that path leads."""
    return Among(f"{case}_id", _cases(replace(viewer, at=None) if viewer.may(Permission.SEE_EVERY_CASE) else viewer))


def owed(viewer: Viewer) -> Q:
    """Of what their own agency has still to do, whether they are told it, though its seat on the case has ended."""
    return Q(~Q(case__in=barred_from(viewer.user_id)), case__restricted=False, case_marac__in=viewer.marac_ids)


@lru_cache(maxsize=200)
def _cases(viewer: Viewer) -> RawSQL:
    return numbered(Case.objects.visible_to(viewer), "pk")


class MaracOfCase(models.ForeignKey):  # type: ignore[type-arg]
    """The MARAC of the row's case, which never changes: for an index by which a list of one MARAC is read without the
    rows of others. Rows take it from their case when they are made; on PostgreSQL a key of both says that it is so."""

    def __init__(self, to: Any = "marac.Marac", on_delete: Any = models.PROTECT, **rest: Any) -> None:
        super().__init__(to, on_delete, **{"related_name": "+", "editable": False, "db_index": False} | rest)

    def pre_save(self, instance: Any, add: bool) -> Any:
        if add:
            setattr(instance, self.attname, instance.case.marac_id)
        return super().pre_save(instance, add)


class CaseScoped(RecordQuerySet):
    """Rows with a path to a case. A model further away sets `case_path`, such as "request__case"."""

    case_path = "case"

    def visible_to(self, viewer: Viewer) -> Self:
        if viewer.is_system:
            return self
        return self.filter(seen(viewer, self.case_path))

    def here(self, viewer: Viewer) -> Self:
        """Of those, by the index on its MARAC: for lists of a whole MARAC, where nothing else leads to few rows."""
        return self if viewer.is_system else self.filter(case_marac__in=viewer.marac_ids)
