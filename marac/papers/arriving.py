"""What becomes of a template that somebody uploads: scanned, looked through apart, and kept where it is good."""

from dataclasses import replace

from marac.access.viewer import Viewer
from marac.directory.models import Marac
from marac.documents.arriving import harmless
from marac.papers.apart import look_through
from marac.papers.fields import Paper
from marac.papers.models import WordTemplate
from marac.papers.operations import keep_template
from marac.papers.rules import Faulty


def take_in(*, viewer: Viewer, marac: Marac, paper: Paper, content: bytes) -> WordTemplate:
    """Raises Refusal; Faulty where it is a Word file with something to mend."""
    file = harmless(viewer, marac, content)
    found = look_through(content, paper)
    if found.problems:
        raise Faulty(found.problems)
    return keep_template(viewer=viewer, marac=marac, paper=paper, file=replace(file, content=found.content))
