"""Taking minutes, line by line; the chair's approval; and the issue that goes out and never changes."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max

from marac.access.roles import Permission
from marac.access.viewer import Viewer, the_system
from marac.audit.operation import lock, operation, record
from marac.audit.verification import current_head
from marac.directory.models import Agency
from marac.documents.models import Document
from marac.documents.operations import add_document
from marac.documents.scanner import made_here
from marac.mail.rules import Kind
from marac.meetings.models import AgendaItem, Meeting
from marac.meetings.notices import tell
from marac.minutes.letters import file_name, word_file
from marac.minutes.models import Copy, Discussion, Entry, Issue
from marac.minutes.queries import TEXTS, agencies_to_send, summed_up, whole_minutes
from marac.minutes.rules import (
    check_approve,
    check_can_write,
    check_issue,
    check_line,
    check_not_struck,
    check_not_twice,
    check_strike,
)


@dataclass(frozen=True)
class DiscussionOpened:
    case_id: int
    item_id: int


@dataclass(frozen=True)
class DiscussionSaved:
    case_id: int
    revision: int


@dataclass(frozen=True)
class LineAdded:
    case_id: int
    entry_id: int


@dataclass(frozen=True)
class LineCorrected:
    case_id: int
    entry_id: int


@dataclass(frozen=True)
class LineStruck:
    case_id: int
    entry_id: int
    reason: str


@dataclass(frozen=True)
class MinutesApproved:
    meeting_id: int
    number: int


@dataclass(frozen=True)
class MinutesIssued:
    meeting_id: int
    number: int
    sha256: str
    agency_ids: list[int]


@dataclass(frozen=True)
class CopyOpened:
    issue_id: int
    agency_id: int


@operation(needs=Permission.RUN_MEETINGS)
def open_discussion(*, viewer: Viewer, item: AgendaItem) -> Discussion:
    """Begin a case's minutes; where a colleague has begun them, theirs are given."""
    item = lock(AgendaItem, viewer, item.pk, "meeting")
    check_can_write(item.meeting.state)
    discussion = Discussion.objects.visible_to(viewer).filter(item=item).first()
    if discussion is None:
        discussion = Discussion(item=item, case_id=item.case_id)
        discussion.save()
    record(DiscussionOpened(case_id=item.case_id, item_id=item.pk))
    return discussion


@operation(needs=Permission.RUN_MEETINGS)
def save_discussion(*, viewer: Viewer, discussion: Discussion, revision: int, texts: dict[str, str]) -> Discussion:
    """`texts` has some of `TEXTS`; the rest stays. `revision` is the one that the page was opened at."""
    discussion = lock(Discussion, viewer, discussion.pk, "item__meeting", revision=revision)
    check_can_write(discussion.item.meeting.state)
    for name in TEXTS:
        if name in texts:
            setattr(discussion, name, texts[name])
    discussion.revision += 1
    discussion.save()
    record(DiscussionSaved(case_id=discussion.case_id, revision=discussion.revision))
    return discussion


@operation(needs=Permission.RUN_MEETINGS)
def add_entry(
    *,
    viewer: Viewer,
    discussion: Discussion,
    agency: Agency | None,
    kind: str,
    text: str,
    source: str = "",
    dated_on: date | None = None,
    may_be_minuted: str = "yes",
) -> Entry:
    discussion = lock(Discussion, viewer, discussion.pk, "item__meeting")
    check_can_write(discussion.item.meeting.state)
    check_line(kind=kind, agency=agency, text=text, may_be_minuted=may_be_minuted)
    there = Entry.objects.filter(discussion=discussion, struck_on=None, agency=agency, kind=kind, text=text)
    check_not_twice(there.exists())
    last = Entry.objects.filter(discussion=discussion).aggregate(last=Max("position"))["last"] or 0
    entry = Entry(discussion=discussion, case_id=discussion.case_id, position=last + 1, author=viewer.name)
    _write(entry, agency=agency, kind=kind, text=text, source=source, dated_on=dated_on, may_be_minuted=may_be_minuted)
    record(LineAdded(case_id=entry.case_id, entry_id=entry.pk))
    return entry


@operation(needs=Permission.RUN_MEETINGS)
def correct_entry(
    *,
    viewer: Viewer,
    entry: Entry,
    revision: int,
    agency: Agency | None,
    kind: str,
    text: str,
    source: str,
    dated_on: date | None,
    may_be_minuted: str,
) -> Entry:
    """The trail keeps what the line said before; minutes that went out keep it too, until the next issue."""
    entry = lock(Entry, viewer, entry.pk, "discussion__item__meeting", revision=revision)
    check_can_write(entry.discussion.item.meeting.state)
    check_not_struck(entry.struck_on is not None)
    entry.revision += 1
    check_line(kind=kind, agency=agency, text=text, may_be_minuted=may_be_minuted)
    _write(entry, agency=agency, kind=kind, text=text, source=source, dated_on=dated_on, may_be_minuted=may_be_minuted)
    record(LineCorrected(case_id=entry.case_id, entry_id=entry.pk))
    return entry


@operation(needs=Permission.RUN_MEETINGS)
def strike_entry(*, viewer: Viewer, entry: Entry, reason: str) -> Entry:
    """Take a line out of the minutes without taking it out of the record."""
    entry = lock(Entry, viewer, entry.pk, "discussion__item__meeting")
    check_can_write(entry.discussion.item.meeting.state)
    check_strike(reason, struck=entry.struck_on is not None)
    entry.struck_on, entry.struck_by, entry.struck_reason = viewer.today, viewer.name, reason.strip()
    entry.save()
    record(LineStruck(case_id=entry.case_id, entry_id=entry.pk, reason=entry.struck_reason))
    return entry


@operation(needs=Permission.APPROVE_MINUTES)
def approve(*, viewer: Viewer, meeting: Meeting) -> Issue:
    """The chair agrees the minutes as they stand now; approving again before they go out replaces the first."""
    meeting = lock(Meeting, viewer, meeting.pk)
    items = AgendaItem.objects.visible_to(the_system(viewer.today)).filter(meeting=meeting)
    waiting = items.filter(state=AgendaItem.State.LISTED).select_related("case")
    heard = items.filter(state=AgendaItem.State.HEARD).select_related("case")
    check_approve(
        meeting_state=meeting.state,
        waiting=[each.case.reference for each in waiting],
        heard=[each.case.reference for each in heard],
        discussed=[each.case.reference for each in heard.exclude(discussion=None)],
        summed_up=[each.case.reference for each in heard.select_related("discussion") if summed_up(each)],
    )
    issue = _waiting(meeting) or Issue(meeting=meeting, number=_next_number(meeting))
    issue.content = whole_minutes(viewer, meeting)
    issue.approved_on, issue.approved_by = viewer.today, viewer.name
    issue.save()
    record(MinutesApproved(meeting_id=meeting.pk, number=issue.number))
    return issue


@operation(needs=Permission.ISSUE_MINUTES)
def issue(*, viewer: Viewer, meeting: Meeting) -> Issue:
    """Freeze what was approved with its Word file, and send it: a copy for each agency there or with a seat."""
    meeting = lock(Meeting, viewer, meeting.pk)
    waiting = _waiting(meeting)
    last = Issue.objects.filter(meeting=meeting, state=Issue.State.ISSUED).order_by("-number").first()
    check_issue(
        approved=waiting.content if waiting else None,
        now=whole_minutes(viewer, meeting),
        sent=last.content if last else None,
    )
    assert waiting is not None
    waiting.trail = str(current_head() or "")
    document = add_document(
        viewer=viewer,
        marac=meeting.marac,
        name=file_name(waiting.content, waiting.number),
        file=made_here(word_file(waiting.content, waiting.number, waiting.trail)),
        kind=Document.Kind.MINUTES,
    )
    waiting.state, waiting.document, waiting.sha256 = Issue.State.ISSUED, document, document.sha256
    waiting.issued_on, waiting.issued_by = viewer.today, viewer.name
    waiting.save()
    agencies = agencies_to_send(viewer, meeting)
    for agency in agencies:
        Copy(issue=waiting, agency=agency, sent_on=viewer.today).save()
    meeting.state = Meeting.State.MINUTED
    meeting.save()
    tell(viewer=viewer, kind=Kind.MINUTES, meeting=meeting, agencies=agencies)
    record(
        MinutesIssued(
            meeting_id=meeting.pk,
            number=waiting.number,
            sha256=waiting.sha256,
            agency_ids=[each.pk for each in agencies],
        )
    )
    return waiting


@operation(needs=Permission.READ_MINUTES)
def open_copy(*, viewer: Viewer, copy: Copy) -> Copy:
    """Somebody at the agency has opened its copy; the first one counts."""
    unopened = Copy.objects.visible_to(viewer).filter(pk=copy.pk, opened_on=None)
    if not unopened.update(opened_on=viewer.today, opened_by=viewer.name):
        copy = lock(Copy, viewer, copy.pk)  # a colleague was first, or it is not theirs
    record(CopyOpened(issue_id=copy.issue_id, agency_id=copy.agency_id))
    return copy


def _write(entry: Entry, **values: Any) -> None:
    for name, value in values.items():
        setattr(entry, name, value)
    entry.save()


def _waiting(meeting: Meeting) -> Issue | None:
    """The issue that is approved and has not gone out, whoever asks."""
    return Issue.objects.filter(meeting=meeting, state=Issue.State.APPROVED).first()


def _next_number(meeting: Meeting) -> int:
    last: int | None = Issue.objects.filter(meeting=meeting).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1
