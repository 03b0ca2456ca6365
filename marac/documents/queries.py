"""Finding a document again by its bytes."""

from marac.access.viewer import Viewer
from marac.directory.models import Marac
from marac.documents import store
from marac.documents.models import Document


def same_document(viewer: Viewer, marac: Marac, content: bytes) -> Document | None:
    """The first document of this MARAC with exactly these bytes that the viewer may see."""
    found = Document.objects.visible_to(viewer).filter(marac=marac, sha256=store.sha256_of(content))
    return found.order_by("pk").first()
