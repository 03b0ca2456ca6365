"""A workbook is opened apart from this process, kept as it came, and each of its rows read by its headings."""

from dataclasses import asdict, dataclass
from typing import Any

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import lock, operation, record
from marac.directory.models import Marac
from marac.documents import store
from marac.documents.models import Document, Scan
from marac.documents.operations import add_document, note_harmful
from marac.documents.scanner import Scanned, scan
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.opening.apart import ask_apart
from marac.trackers.models import Line, Tracker
from marac.trackers.operations.standing import look_again
from marac.trackers.queries import taught_in
from marac.workbooks.layout import Layout, propose
from marac.workbooks.opened import check_workbook
from marac.workbooks.rows import Line as Read
from marac.workbooks.rows import lines_of


@dataclass(frozen=True)
class TrackerRead:
    tracker_id: int
    document_id: int
    lines: int


NOT_KEPT = {
    Scan.HARMFUL: _("The virus scanner found something harmful in this workbook. It was neither opened nor kept."),
    Scan.WAITING: _(
        "The virus scanner does not answer, so this workbook was not opened. Upload it again in some minutes."
    ),
}


class AlreadyHere(Refusal):
    """The same bytes were uploaded before: `tracker` is what they became."""

    def __init__(self, tracker: Tracker) -> None:
        super().__init__(_("This workbook has been uploaded before. Open that one instead."), field="file")
        self.tracker = tracker


def read_tracker(*, viewer: Viewer, marac: Marac, name: str, content: bytes) -> Tracker:
    """Nothing of it is in any case before somebody says so. It is opened before the transaction: nobody waits."""
    file = _harmless(viewer, marac, content)
    try:
        check_workbook(content)
        sheets = ask_apart("marac.workbooks.opened", content, name)["sheets"]
    except Refusal as refusal:
        raise refusal.at("file") from None
    return _keep(viewer=viewer, marac=marac, name=name, file=file, sheets=sheets)


def _harmless(viewer: Viewer, marac: Marac, content: bytes) -> Scanned:
    file = scan(content)
    if file.scan == Scan.HARMFUL:
        note_harmful(viewer=viewer, marac=marac, file=file)
    if file.scan in NOT_KEPT:
        raise Refusal(NOT_KEPT[file.scan], field="file")
    return file


@operation(needs=Permission.IMPORT_TRACKERS)
def _keep(*, viewer: Viewer, marac: Marac, name: str, file: Scanned, sheets: list[dict[str, Any]]) -> Tracker:
    marac = lock(Marac, viewer, marac.pk)
    first = Tracker.objects.filter(marac=marac, document__sha256=store.sha256_of(file.content)).first()
    if first is not None:
        raise AlreadyHere(first)
    taught = taught_in(marac)
    layouts = [propose(sheet, taught) for sheet in sheets]
    document = add_document(viewer=viewer, marac=marac, name=name, file=file, kind=Document.Kind.TRACKER)
    tracker = Tracker(marac=marac, document=document, added_on=viewer.today)
    tracker.sheets = [
        {"name": sheet["name"], "hidden": sheet["hidden"], "rows": len(sheet["rows"])} | asdict(layout)
        for sheet, layout in zip(sheets, layouts, strict=True)
    ]
    tracker.save()
    lines = [
        row for index, sheet in enumerate(sheets) for row in rows_of(viewer, tracker, index, sheet, layouts[index])
    ]
    Line.objects.bulk_create(lines)
    look_again(viewer, tracker)
    record(TrackerRead(tracker_id=tracker.pk, document_id=document.pk, lines=len(lines)))
    return tracker


def rows_of(viewer: Viewer, tracker: Tracker, index: int, sheet: dict[str, Any], layout: Layout) -> list[Line]:
    """The rows of a sheet by what its columns are taken for, not yet saved; none of a sheet that is not read."""
    if not layout.kind:
        return []
    return [_row(tracker, index, each) for each in lines_of(sheet, layout, today=viewer.today)]


def _row(tracker: Tracker, index: int, read: Read) -> Line:
    return Line(
        tracker=tracker,
        sheet=index,
        number=read.number,
        kind=read.kind,
        cells=read.cells,
        section_on=read.section_on,
        meaning=read.meaning,
        doubts=read.doubts,
        problems=read.problems,
        passed_over=str(read.passed_over),
    )
