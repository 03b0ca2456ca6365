"""The lessons in force, as the reader takes them, and all that were ever taught."""

from django.db.models import F, QuerySet

from marac.access.viewer import Viewer
from marac.directory.models import Marac
from marac.lessons.models import TaughtLabel
from marac.vocabulary.lessons import Lesson


def taught_by_area(viewer: Viewer) -> QuerySet[TaughtLabel]:
    """Those in force first, then those withdrawn."""
    found = TaughtLabel.objects.visible_to(viewer).select_related("marac")
    return found.order_by(F("withdrawn_on").desc(nulls_first=True), "marac__name", "label", "pk")


def lessons_of(marac: Marac) -> list[Lesson]:
    """One for each form about which something is taught: the labels by which it is known, and what each asks for."""
    by_form: dict[tuple[str, ...], dict[str, str]] = {}
    for row in TaughtLabel.objects.filter(marac=marac, withdrawn_on=None).order_by("pk"):
        by_form.setdefault(tuple(row.form), {})[row.label] = row.means
    return [Lesson.from_plain({"form": form, "labels": labels}) for form, labels in by_form.items()]
