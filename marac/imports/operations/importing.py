"""The import: one act, whole or not at all. It only adds, so that it can be taken back; nothing here is overwritten."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, time
from typing import Any

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.actions.models import Action
from marac.attendance.models import Attendance
from marac.audit.models import Record
from marac.audit.operation import lock, operation, record
from marac.cases.models import Barred, Case
from marac.cases.operations import open_case
from marac.conflicts.models import Suggestion
from marac.conflicts.operations import look_at_cases
from marac.directory.models import PanelSeat
from marac.directory.queries import holidays_of, profile_on
from marac.imports import rules
from marac.imports.models import Made
from marac.imports.operations.marks import mark_of, records_of
from marac.meetings.models import AgendaItem, Meeting
from marac.meetings.rules import meeting_dates
from marac.people.models import Address, OtherName, Phone, SearchKey
from marac.people.operations import enter_people
from marac.referrals.models import Referral
from marac.trackers.models import Line, OldReference, Tracker
from marac.trackers.operations.standing import NAME_NOT_KEPT, look_again
from marac.trackers.queries import agencies_for, how_many
from marac.trackers.rules import TAKEN_IN
from marac.workbooks.cases import content_of
from marac.workbooks.layout import ACTIONS, ATTENDANCE, CASES
from marac.workbooks.rows import place

NO_TIME = time(0)  # trackers give the day of a meeting and not its hour
NO_REASON = "Not said in the old tracker"
OLD_TRACKER = "The old tracker"
ITEM_MINUTES = 0


@dataclass(frozen=True)
class TrackerImported:
    tracker_id: int
    cases: int
    actions: int
    attendances: int


@dataclass(frozen=True)
class CaseImported:
    case_id: int
    tracker_id: int
    line_id: int


class _Import:
    """What one import has made so far, in order, each with its row."""

    def __init__(self, viewer: Viewer, tracker: Tracker) -> None:
        self.viewer, self.tracker = viewer, tracker
        self.agencies = agencies_for(tracker.marac)
        self.made: list[tuple[Record, Line | None]] = []
        self.meetings: dict[date, Meeting] = {}
        self.cases: set[int] = set()
        self.numbers: Counter[str] = Counter()

    def add(self, line: Line | None, *records: Record) -> None:
        self.made += [(each, line) for each in records]


@operation(needs=Permission.IMPORT_TRACKERS)
def import_tracker(*, viewer: Viewer, tracker: Tracker, revision: int | None = None) -> Tracker:
    """Make cases, their people, meetings, actions and attendance of the rows that are clear or doubtful."""
    tracker = lock(Tracker, viewer, tracker.pk, revision=revision)
    if tracker.state != Tracker.State.IMPORTED:
        look_again(viewer, tracker)  # what is here may have changed since the page was drawn
    rules.check_can_import(tracker.state, how_many(viewer, tracker))
    this = _Import(viewer, tracker)
    for kind, take_in in ((CASES, _take_case), (ACTIONS, _take_action), (ATTENDANCE, _take_attendance)):
        for line in _lines(tracker, kind):
            take_in(this, line)
            line.standing = Line.Standing.IMPORTED
            line.save()
            this.numbers[kind] += 1
    _look_for_conflicts(this)
    Made.objects.bulk_create(list(_made(this)))
    tracker.state, tracker.imported_on, tracker.imported_by = Tracker.State.IMPORTED, viewer.today, viewer.name
    tracker.undone_on, tracker.undone_by = None, ""
    tracker.revision += 1
    tracker.save()
    told = (this.numbers[kind] for kind in (CASES, ACTIONS, ATTENDANCE))
    record(TrackerImported(tracker.pk, *told))
    return tracker


def _lines(tracker: Tracker, kind: str) -> Iterable[Line]:
    rows = Line.objects.filter(tracker=tracker, kind=kind, standing__in=TAKEN_IN)
    return rows.select_related("with_line__case", "case").order_by("sheet", "number")


def _made(this: _Import) -> Iterable[Made]:
    keys = [(type(each).__name__, each.pk) for each, _line in this.made]
    now = records_of(keys)
    for key, (_each, line) in zip(keys, this.made, strict=True):
        yield Made(tracker=this.tracker, line=line, model=key[0], record_id=key[1], mark=mark_of(now[key]))


def _take_case(this: _Import, line: Line) -> None:
    """A case with its people, or one more meeting of a case that is here; the row's referral goes with either."""
    meaning, known = line.meaning, _case_of(this, line)
    content = content_of(meaning, str(place(this.tracker.sheets[line.sheet]["name"], line.number)))
    on = date.fromisoformat(meaning["referred_on"] or meaning["meeting_on"])
    case = known or open_case(viewer=this.viewer, marac=this.tracker.marac, opened_on=on)
    if known is None:
        this.add(line, case)
        _people_of(this, line, case, content)
    line.case = case
    this.cases.add(case.pk)
    _keep_reference(this, line, case)
    agency = this.agencies.named(meaning["agency"])
    referral = Referral(
        marac=this.tracker.marac,
        agency=agency,
        return_group=_group(this, agency),
        case=case,
        state=Referral.State.ACCEPTED,
        kind=meaning["kind"] or ("repeat" if known else "new"),
        content=content,
        referred_on=on,
        received_on=on,
        decided_on=on,
        decided_by=OLD_TRACKER,
        decision_reason=str(content["source"]),
    )
    referral.save()
    this.add(line, referral)
    if meaning["meeting_on"]:
        _list(this, line, case, referral, date.fromisoformat(meaning["meeting_on"]))
    record(CaseImported(case_id=case.pk, tracker_id=this.tracker.pk, line_id=line.pk))


def _case_of(this: _Import, line: Line) -> Case | None:
    """The case that a row is of, as far as it is here by now."""
    if line.with_line_id:
        return Line.objects.select_related("case").get(pk=line.with_line_id).case
    return lock(Case, this.viewer, line.case_id) if line.case_id else None


def _people_of(this: _Import, line: Line, case: Case, content: dict[str, Any]) -> None:
    for party in enter_people(viewer=this.viewer, case=case, content=content):
        this.add(line, party.person)
        for model in (OtherName, Address, Phone, SearchKey):
            this.add(line, *model._default_manager.filter(person=party.person))
        this.add(line, party)


def _keep_reference(this: _Import, line: Line, case: Case) -> None:
    text = line.meaning["reference"]
    if text and not OldReference.objects.filter(case=case, text=text).exists():
        kept = OldReference(case=case, text=text)
        kept.save()
        this.add(line, kept)


def _group(this: _Import, agency: Any) -> str:
    seat = PanelSeat.objects.filter(marac=this.tracker.marac, agency=agency).order_by("from_on").first()
    return seat.return_group if agency and seat else ""


def _list(this: _Import, line: Line, case: Case, referral: Referral, on: date) -> None:
    meeting = _meeting(this, on)
    if AgendaItem.objects.filter(meeting=meeting, case=case).exists():
        return
    position = meeting.items.count() + 1
    item = AgendaItem(
        meeting=meeting,
        case=case,
        referral=referral,
        position=position,
        minutes=ITEM_MINUTES,
        state=AgendaItem.State.HEARD,
    )
    item.save()
    this.add(line, item)


def _meeting(this: _Import, on: date) -> Meeting:
    """The meeting of that day; one of the past is made if there is none, with the dates that its day gives."""
    if on in this.meetings:
        return this.meetings[on]
    held = Meeting.objects.filter(marac=this.tracker.marac, held_on=on).exclude(state=Meeting.State.CANCELLED)
    found = held.order_by("starts_at").first()
    if found is None:
        profile = profile_on(this.tracker.marac_id, on)
        dates = asdict(meeting_dates(on, profile, holidays_of(profile)))
        found = Meeting(marac=this.tracker.marac, held_on=on, starts_at=NO_TIME, state=Meeting.State.MINUTED, **dates)
        found.save()
        this.add(None, found)
    this.meetings[on] = found
    return found


def _take_action(this: _Import, line: Line) -> None:
    meaning, case = line.meaning, _case_of(this, line)
    assert case is not None, "its standing said so"
    agreed_on = date.fromisoformat(meaning["agreed_on"])
    item = AgendaItem.objects.filter(case=case, meeting__held_on=agreed_on).first()
    done = meaning["state"] != "open"
    undone = meaning["state"] in ("cannot", "not_done")
    action = Action(
        case=case,
        item=item,
        agency=this.agencies.named(meaning["agency"]),
        task=meaning["task"],
        agreed_on=agreed_on,
        due_on=date.fromisoformat(meaning["due_on"]),
        state=meaning["state"],
        reason=(meaning["words"] or NO_REASON) if undone else "",
        outcome="" if undone else meaning["words"],
        reported_on=date.fromisoformat(meaning["done_on"] or this.viewer.today.isoformat()) if done else None,
        reported_by=OLD_TRACKER if done else "",
    )
    action.save()
    line.case = case
    this.add(line, action)


def _take_attendance(this: _Import, line: Line) -> None:
    for each in line.meaning["there"]:
        meeting = _meeting(this, date.fromisoformat(each["meeting_on"]))
        agency, name = this.agencies.named(each["agency"]), each["name"] or NAME_NOT_KEPT
        if Attendance.objects.filter(meeting=meeting, agency=agency, name__iexact=name).exists():
            continue
        row = Attendance(
            meeting=meeting, agency=agency, name=name, capacity=each["capacity"], presence=each["presence"]
        )
        row.save()
        this.add(line, row)


def _look_for_conflicts(this: _Import) -> None:
    """Staff who are alike to somebody in these cases; what that made goes when the import is taken back."""
    before = {model: set(model._default_manager.values_list("pk", flat=True)) for model in (Suggestion, Barred)}
    look_at_cases(this.viewer, sorted(this.cases))
    for model, known in before.items():
        this.add(None, *model._default_manager.filter(case__in=this.cases).exclude(pk__in=known))
