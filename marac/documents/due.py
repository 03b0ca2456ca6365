"""What the tick does: files that waited for the virus scanner are shown to it again."""

from marac.access.viewer import Viewer
from marac.documents import store
from marac.documents.models import Scan
from marac.documents.operations import note_scan
from marac.documents.queries import waiting_for_scanner
from marac.documents.scanner import scan
from marac.kernel.refusal import Refusal

A_ROUND = 20


def scan_waiting(viewer: Viewer) -> int:
    """Gives how many. Stops at the first that still has to wait, for then the scanner is away."""
    done = 0
    for document in waiting_for_scanner()[:A_ROUND]:
        scanned = scan(store.fetch(document.stored_as, document.sha256))
        if scanned.scan == Scan.WAITING:
            break
        try:
            note_scan(viewer=viewer, document=document, scanned=scanned)
        except Refusal:
            continue  # another run was first
        done += 1
    return done
