"""What was said at a meeting of the invented past, and the numbered issue that went out."""

from datetime import date
from typing import Any

from marac.access.viewer import Viewer
from marac.directory.models import PanelSeat, ReturnGroup
from marac.documents.models import Document
from marac.documents.operations import add_document
from marac.documents.scanner import made_here
from marac.history.past import Listing, Past
from marac.invented.telling import MEETING
from marac.meetings.models import Meeting
from marac.minutes.changes import Since
from marac.minutes.letters import file_name, word_file
from marac.minutes.models import Copy, Discussion, Entry, Issue
from marac.minutes.queries import TEXTS, whole_minutes
from marac.papers.fields import Paper
from marac.papers.queries import office_sheet

MOST_LINES = 7
STRUCK, CORRECTED, LATE, NOT_OPENED = 0.006, 0.05, 0.15, 0.06
WITH_A_FILE = 45  # days: making a Word file takes as long as a hundred cases, so older issues have none


def take_minutes(past: Past, meeting: Meeting, heard: list[Listing], there: list[PanelSeat]) -> None:
    """For each case the lines of the agencies that came, from what they had found, and the words of the summary."""
    discussions = [_discussion(past, meeting, each) for each in heard]
    Discussion.objects.bulk_create(discussions)
    entries: list[Entry] = []
    for each, discussion in zip(heard, discussions, strict=True):
        entries += _entries(past, meeting, each, discussion, there)
    Entry.objects.bulk_create(entries)


def _discussion(past: Past, meeting: Meeting, each: Listing) -> Discussion:
    texts = {name: each.telling.one_of(MEETING["texts"][name], meeting.held_on).text for name in TEXTS}
    return Discussion(item=each.place, case=each.life.case, revision=past.chance.randrange(2, 6), **texts)


def _entries(
    past: Past, meeting: Meeting, each: Listing, discussion: Discussion, there: list[PanelSeat]
) -> list[Entry]:
    present = {seat.agency_id for seat in there}
    said = [(seat, found) for seat, found in each.found if seat.agency_id in present][: MOST_LINES - 1]
    first = Entry(
        agency=each.referral.agency,
        kind="fact",
        text=each.life.content["narrative"]["text"],
        source="Referral",
        dated_on=each.referral.referred_on,
        may_be_minuted="yes",
    )
    lines = [first] + [
        Entry(
            agency=seat.agency,
            kind=found.kind,
            text=found.text,
            source=found.source,
            dated_on=found.dated_on,
            may_be_minuted=found.may_be_minuted,
            **_marks(seat, found.kind),
        )
        for seat, found in said
    ]
    for position, line in enumerate(lines, start=1):
        line.discussion, line.case, line.position = discussion, each.life.case, position
        line.author = past.office["administrator"]
        if position > 1 and past.chance.random() < STRUCK:
            line.struck_on, line.struck_by = meeting.held_on, past.office["administrator"]
            line.struck_reason = "Said of another case and written here by mistake."
    return lines


def _marks(seat: PanelSeat, kind: str) -> dict[str, str]:
    """For later disclosure: the perpetrator was there when the police came, and is told no intelligence."""
    if kind == "intelligence":
        return {"known": "no", "about": "third_party"}
    if seat.return_group == ReturnGroup.POLICE:
        return {"known": "yes"}
    return {"about": "child"} if seat.return_group in (ReturnGroup.CHILDRENS_SOCIAL_CARE, ReturnGroup.EDUCATION) else {}


def issue_minutes(viewer: Viewer, past: Past, meeting: Meeting, there: list[PanelSeat]) -> None:
    """The chair approved them and they went out; now and then a line was left out and a second issue put it right."""
    content = whole_minutes(viewer, meeting)
    days = past.chance.choice((2, 3, 4, 5))
    if past.chance.random() < LATE:
        days = past.chance.choice((6, 7, 9))
    issued_on = past.until_today(past.workday(meeting.held_on, days)) or past.today
    numbers = [content]
    short = _with_a_line_less(content)
    if past.chance.random() < CORRECTED and short is not None:
        numbers = [short, content]
    since = None
    for number, frozen in enumerate(numbers, start=1):
        on = past.until_today(past.workday(issued_on, 3 * (number - 1))) or past.today
        _freeze(viewer, past, meeting, there, frozen, number, on, since)
        since = Since(number, frozen)


def _with_a_line_less(content: dict[str, Any]) -> dict[str, Any] | None:
    first, *others = content["cases"]
    if len(first["lines"]) < 2:
        return None
    return content | {"cases": [first | {"lines": first["lines"][:-1]}, *others]}


def _freeze(
    viewer: Viewer,
    past: Past,
    meeting: Meeting,
    there: list[PanelSeat],
    content: dict[str, Any],
    number: int,
    on: date,
    since: Since | None,
) -> None:
    issue = Issue(
        meeting=meeting,
        number=number,
        state=Issue.State.ISSUED,
        content=content,
        approved_on=max(meeting.held_on, past.workday(on, -1)),
        approved_by=past.office["chair"],
        issued_on=on,
        issued_by=past.office["coordinator"],
    )
    if (past.today - meeting.held_on).days <= WITH_A_FILE:
        sheet = office_sheet(past.marac.pk, Paper.MINUTES, on)
        issue.document = add_document(
            viewer=viewer,
            marac=past.marac,
            name=file_name(content, number),
            file=made_here(word_file(content, number, "", sheet=sheet, since=since)),
            kind=Document.Kind.MINUTES,
        )
        issue.sha256 = issue.document.sha256
    issue.save()
    agencies = {seat.agency_id: seat for seat in [*past.panel, *there]}
    Copy.objects.bulk_create([_copy(past, issue, seat, on) for _pk, seat in sorted(agencies.items())])


def _copy(past: Past, issue: Issue, seat: PanelSeat, on: date) -> Copy:
    opened = past.until_today(past.workday(on, past.chance.choice((0, 0, 1, 2, 4))))
    if past.chance.random() < NOT_OPENED:
        opened = None
    return Copy(
        issue=issue,
        agency=seat.agency,
        sent_on=on,
        opened_on=opened,
        opened_by=past.staff[seat.agency_id][0] if opened else "",
    )
