"""Taking minutes, line by line; the chair's approval; and the issue that goes out and never changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import lock, operation, record
from marac.directory.models import Agency
from marac.meetings.models import AgendaItem
from marac.minutes.models import Copy, Discussion, Entry
from marac.minutes.queries import TEXTS
from marac.minutes.rules import (
    check_can_write,
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
    known: str = "",
    about: str = "",
) -> Entry:
    discussion = lock(Discussion, viewer, discussion.pk, "item__meeting")
    check_can_write(discussion.item.meeting.state)
    there = Entry.objects.filter(discussion=discussion, struck_on=None, agency=agency, kind=kind, text=text)
    check_not_twice(there.exists())
    line = {"agency": agency, "kind": kind, "text": text, "source": source, "dated_on": dated_on}
    return new_line(viewer, discussion, line | {"may_be_minuted": may_be_minuted, "known": known, "about": about})


def new_line(
    viewer: Viewer, discussion: Discussion, line: Mapping[str, Any], *, key: str = "", turn: int | None = None
) -> Entry:
    """The last line so far, for operations that have locked its discussion or what stands above it. `key` is the
    page's own name for it (marac/room/operations/lines.py)."""
    check_line(**{name: line[name] for name in ("kind", "agency", "text", "may_be_minuted")})
    last = Entry.objects.filter(discussion=discussion).aggregate(last=Max("position"))["last"] or 0
    entry = Entry(discussion=discussion, case_id=discussion.case_id, position=last + 1, author=viewer.name)
    write(entry, key=key, turn=turn, **line)
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
    known: str = "",
    about: str = "",
) -> Entry:
    """The trail keeps what the line said before; minutes that went out keep it too, until the next issue."""
    entry = lock(Entry, viewer, entry.pk, "discussion__item__meeting", revision=revision)
    check_can_write(entry.discussion.item.meeting.state)
    check_not_struck(entry.struck_on is not None)
    entry.revision += 1
    check_line(kind=kind, agency=agency, text=text, may_be_minuted=may_be_minuted)
    given = {"source": source, "dated_on": dated_on, "may_be_minuted": may_be_minuted, "known": known, "about": about}
    write(entry, agency=agency, kind=kind, text=text, turn=None, **given)
    record(LineCorrected(case_id=entry.case_id, entry_id=entry.pk))
    return entry


@operation(needs=Permission.RUN_MEETINGS)
def strike_entry(*, viewer: Viewer, entry: Entry, reason: str) -> Entry:
    """Take a line out of the minutes without taking it out of the record."""
    entry = lock(Entry, viewer, entry.pk, "discussion__item__meeting")
    check_can_write(entry.discussion.item.meeting.state)
    check_strike(reason, struck=entry.struck_on is not None)
    entry.struck_on, entry.struck_by, entry.struck_reason = viewer.today, viewer.name, reason.strip()
    entry.turn = None
    entry.save()
    record(LineStruck(case_id=entry.case_id, entry_id=entry.pk, reason=entry.struck_reason))
    return entry


@operation(needs=Permission.READ_MINUTES)
def open_copy(*, viewer: Viewer, copy: Copy) -> Copy:
    """Somebody at the agency has opened its copy; the first one counts."""
    unopened = Copy.objects.visible_to(viewer).filter(pk=copy.pk, opened_on=None)
    if not unopened.update(opened_on=viewer.today, opened_by=viewer.name):
        copy = lock(Copy, viewer, copy.pk)  # a colleague was first, or it is not theirs
    record(CopyOpened(issue_id=copy.issue_id, agency_id=copy.agency_id))
    return copy


def write(entry: Entry, **values: Any) -> None:
    for name, value in values.items():
        setattr(entry, name, value)
    entry.save()
