"""Whoever may see a case may see what hangs from it: the queryset that every such model takes."""

from typing import Self

from django.db.models import Exists, OuterRef

from marac.access.viewer import Viewer
from marac.audit.models import RecordQuerySet
from marac.cases.models import Case


class CaseScoped(RecordQuerySet):
    """Rows with a path to a case. A model further away sets `case_path`, such as "request__case"."""

    case_path = "case"

    def visible_to(self, viewer: Viewer) -> Self:
        if viewer.is_system:
            return self
        case = Case.objects.visible_to(viewer).filter(pk=OuterRef(f"{self.case_path}_id"))
        return self.filter(Exists(case))
