"""What is brought in from outside is shown to the virus scanner before anything opens it."""

from marac.access.viewer import Viewer
from marac.directory.models import Marac
from marac.documents.models import Scan
from marac.documents.operations import note_harmful
from marac.documents.scanner import Scanned, scan
from marac.kernel.refusal import Refusal
from marac.kernel.text import _

NOT_KEPT = {
    Scan.HARMFUL: _(
        "The virus scanner found something harmful in this file. It was neither opened nor kept. Tell the sender, "
        "and ask for the referral in another way."
    ),
    Scan.WAITING: _(
        "The virus scanner does not answer, so this file was neither opened nor kept. Upload it again in some minutes; "
        "if it cannot wait, type the referral in."
    ),
}


def harmless(viewer: Viewer, marac: Marac, content: bytes) -> Scanned:
    """The file as it may be opened and kept; refused where the scanner flags it or does not answer."""
    file = scan(content)
    if file.scan == Scan.HARMFUL:
        note_harmful(viewer=viewer, marac=marac, file=file)
    if file.scan in NOT_KEPT:
        raise Refusal(NOT_KEPT[Scan(file.scan)], field="file")
    return file
