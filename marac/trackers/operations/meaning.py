"""What a person says of a tracker: what its columns and agencies are, what a row says, and of which case it is."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import lock, operation, record
from marac.cases.models import Case
from marac.directory.models import Agency
from marac.documents import store
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.opening.apart import ask_apart
from marac.trackers import rules
from marac.trackers.models import Lesson, Line, Tracker
from marac.trackers.operations.standing import look_again
from marac.trackers.operations.upload import rows_of
from marac.trackers.queries import AGENCY
from marac.workbooks.layout import Layout, check_layout, plain
from marac.workbooks.rows import read_again


@dataclass(frozen=True)
class ColumnsTaught:
    tracker_id: int
    sheet: int
    kind: str


@dataclass(frozen=True)
class AgenciesTaught:
    tracker_id: int
    agency_ids: list[int]


@dataclass(frozen=True)
class RowCorrected:
    tracker_id: int
    line_id: int
    columns: list[str]


@dataclass(frozen=True)
class RowDecided:
    tracker_id: int
    line_id: int
    choice: str
    case_id: int | None


@dataclass(frozen=True)
class RowsLeftOut:
    tracker_id: int
    lines: int


@operation(needs=Permission.IMPORT_TRACKERS)
def change_layout(
    *, viewer: Viewer, tracker: Tracker, sheet: int, kind: str, columns: Mapping[str, str], revision: int | None = None
) -> Tracker:
    """Read a sheet anew by what its columns are said to be; remembered for the next workbook with such headings.

    What was typed or chosen for its rows goes: they may mean something else now.
    """
    tracker = _open(viewer, tracker, revision)
    kept = tracker.sheets[sheet]
    if tracker.lines.filter(sheet=sheet, standing=rules.KEPT).exists():
        raise Refusal(
            _("Rows of this sheet stayed when the import was taken back. Its columns cannot change any more.")
        )
    layout = Layout(kind, kept["header_row"], kept["headings"], dict(columns) if kind else {})
    check_layout(layout)
    stored = tracker.document
    content = store.fetch(stored.stored_as, stored.sha256)
    read = ask_apart("marac.workbooks.opened", content, stored.name)["sheets"][sheet]
    Line.objects.filter(tracker=tracker, with_line__sheet=sheet).update(with_line=None)
    Line.objects.filter(tracker=tracker, sheet=sheet).delete()
    Line.objects.bulk_create(rows_of(viewer, tracker, sheet, read, layout))
    tracker.sheets[sheet] = kept | asdict(layout)
    _save(tracker)
    for letter, means in layout.columns.items():
        _teach(viewer, tracker, kind, plain(layout.headings.get(letter, "")), means)
    look_again(viewer, tracker)
    record(ColumnsTaught(tracker_id=tracker.pk, sheet=sheet, kind=kind))
    return tracker


@operation(needs=Permission.IMPORT_TRACKERS)
def teach_agencies(*, viewer: Viewer, tracker: Tracker, names: Mapping[str, Agency]) -> Tracker:
    """Which agency is meant by a name; remembered for the next workbook."""
    tracker = _open(viewer, tracker, None)
    for name, agency in names.items():
        _teach(viewer, tracker, AGENCY, plain(name), str(agency.pk))
    _save(tracker)
    look_again(viewer, tracker)
    record(AgenciesTaught(tracker_id=tracker.pk, agency_ids=sorted({agency.pk for agency in names.values()})))
    return tracker


@operation(needs=Permission.IMPORT_TRACKERS)
def correct_line(*, viewer: Viewer, line: Line, typed: Mapping[str, str], revision: int | None = None) -> Line:
    """Put other words in place of what stands in these columns. The workbook stays as it came."""
    line = lock(Line, viewer, line.pk, revision=revision)
    tracker = _open(viewer, line.tracker, None)
    sheet = tracker.sheets[line.sheet]
    layout = Layout(sheet["kind"], sheet["header_row"], sheet["headings"], sheet["columns"])
    line.typed = {letter: text for letter, text in typed.items() if text != line.cells.get(letter, {}).get("text", "")}
    read = read_again(line.cells, layout, line.typed, line.section_on, today=viewer.today)
    line.meaning, line.doubts, line.problems = read.meaning, read.doubts, read.problems
    line.revision += 1
    line.save()
    _save(tracker)
    look_again(viewer, tracker)
    record(RowCorrected(tracker_id=tracker.pk, line_id=line.pk, columns=sorted(line.typed)))
    return line


@operation(needs=Permission.IMPORT_TRACKERS)
def choose(
    *,
    viewer: Viewer,
    line: Line,
    choice: str,
    case: Case | None = None,
    with_line: Line | None = None,
    revision: int | None = None,
) -> Line:
    """Leave a row out; or say that it is a case of its own, or of a case here or of another row."""
    line = lock(Line, viewer, line.pk, revision=revision)
    tracker = _open(viewer, line.tracker, None)
    target = bool(case or with_line)
    rules.check_choice(choice, problems=bool(line.problems) and not line.passed_over, has_target=target)
    line.choice = choice
    line.case = lock(Case, viewer, case.pk) if case else None
    line.with_line = lock(Line, viewer, with_line.pk) if with_line else None
    line.revision += 1
    line.save()
    _save(tracker)
    look_again(viewer, tracker)
    record(RowDecided(tracker_id=tracker.pk, line_id=line.pk, choice=choice, case_id=line.case_id))
    return line


@operation(needs=Permission.IMPORT_TRACKERS)
def leave_out_bad(*, viewer: Viewer, tracker: Tracker) -> int:
    """Every row that cannot be taken in as it is. What leans on one of them cannot be either, and goes with it."""
    tracker = _open(viewer, tracker, None)
    number = 0
    while left := Line.objects.filter(tracker=tracker, standing=rules.BAD).update(choice=Line.Choice.LEAVE):
        number += left
        look_again(viewer, tracker)
    _save(tracker)
    record(RowsLeftOut(tracker_id=tracker.pk, lines=number))
    return number


def _open(viewer: Viewer, tracker: Tracker, revision: int | None) -> Tracker:
    found = lock(Tracker, viewer, tracker.pk, revision=revision)
    rules.check_can_change(found.state)
    return found


def _save(tracker: Tracker) -> None:
    tracker.revision += 1
    tracker.save()


def _teach(viewer: Viewer, tracker: Tracker, kind: str, words: str, means: str) -> None:
    if not words:
        return
    row = Lesson.objects.filter(marac=tracker.marac_id, kind=kind, words=words[:200]).first()
    row = row or Lesson(marac_id=tracker.marac_id, kind=kind, words=words[:200])
    row.means, row.taught_on, row.taught_by = means, viewer.today, viewer.name
    row.save()
