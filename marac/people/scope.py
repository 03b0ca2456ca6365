"""Whoever sees a case is told what was said of it, but whoever acts for the other where roles in it are disputed."""

from typing import Self

from marac.access.viewer import Viewer
from marac.cases.scope import CaseScoped
from marac.people.models import held_cases


class Confided(CaseScoped):
    """Rows of what was said or written about a case: of nobody's own making it tells where somebody is."""

    def visible_to(self, viewer: Viewer) -> Self:
        return super().visible_to(viewer).told_to(viewer)

    def told_to(self, viewer: Viewer) -> Self:
        """Of cases that the viewer may see."""
        return self if viewer.is_system else self.exclude(**{f"{self.case_path}__in": held_cases(viewer)})
