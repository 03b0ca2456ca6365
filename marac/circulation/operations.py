"""The chair's approval, and the issue that goes out and never changes."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Max

from marac.access.roles import Permission
from marac.access.viewer import Viewer, the_system
from marac.audit.operation import lock, operation, record
from marac.audit.verification import current_head
from marac.circulation.actionlist import last_sent, whole_list
from marac.circulation.models import ActionList
from marac.circulation.queries import recipients
from marac.circulation.rules import check_approve, check_issue, check_recipients, check_send_actions, check_shown
from marac.documents.models import Document
from marac.documents.operations import add_document
from marac.documents.scanner import made_here
from marac.mail.rules import Kind
from marac.meetings.models import AgendaItem, Meeting
from marac.meetings.notices import tell
from marac.minutes.changes import Since, marks
from marac.minutes.letters import file_name, word_file
from marac.minutes.models import Copy, Issue
from marac.minutes.queries import cut_for, summed_up, whole_minutes
from marac.papers.fields import Paper
from marac.papers.queries import Sheet, in_force, office_sheet


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
class ActionListSent:
    meeting_id: int
    number: int
    agency_ids: list[int]


@operation(needs=Permission.APPROVE_MINUTES)
def approve(*, viewer: Viewer, meeting: Meeting, shown: Collection[str]) -> Issue:
    """The chair agrees the minutes as they were `shown` (the marks of their parts), if they stand so still.

    Approving again before they go out replaces the first.
    """
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
    content = whole_minutes(viewer, meeting)
    check_shown(shown, marks(cut_for(viewer, content)))
    issue = _waiting(meeting) or Issue(meeting=meeting, number=_next_number(meeting))
    issue.content = content
    issue.approved_on, issue.approved_by = viewer.today, viewer.name
    issue.save()
    record(MinutesApproved(meeting_id=meeting.pk, number=issue.number))
    return issue


@operation(needs=Permission.ISSUE_MINUTES)
def issue(*, viewer: Viewer, meeting: Meeting, to: Collection[str]) -> Issue:
    """Freeze what was approved with its Word file, and send it: a copy for each agency there or with a seat.

    `to` are the marks of the recipients as they were shown: somebody barred since then stops it before anything leaves.
    """
    meeting = lock(Meeting, viewer, meeting.pk)
    waiting = _waiting(meeting)
    last = Issue.objects.filter(meeting=meeting, state=Issue.State.ISSUED).order_by("-number").first()
    check_issue(
        approved=waiting.content if waiting else None,
        now=whole_minutes(viewer, meeting),
        sent=last.content if last else None,
    )
    assert waiting is not None
    check_recipients(to, [each.mark for each in recipients(viewer, meeting)])
    found = recipients(the_system(viewer.today), meeting)
    waiting.trail = str(current_head() or "")
    sheet = office_sheet(meeting.marac_id, Paper.MINUTES, viewer.today)
    document, waiting.template = _kept_file(viewer, waiting, last, sheet), sheet.version
    waiting.state, waiting.document, waiting.sha256 = Issue.State.ISSUED, document, document.sha256
    waiting.issued_on, waiting.issued_by = viewer.today, viewer.name
    waiting.save()
    agencies = [each.agency for each in found if not each.has_left]
    for agency in agencies:
        Copy(issue=waiting, agency=agency, sent_on=viewer.today).save()
    meeting.state = Meeting.State.MINUTED
    meeting.save()
    told = {user.pk for each in found for user in each.told}
    tell(viewer=viewer, kind=Kind.MINUTES, meeting=meeting, agencies=agencies, only=told)
    record(
        MinutesIssued(
            meeting_id=meeting.pk,
            number=waiting.number,
            sha256=waiting.sha256,
            agency_ids=[each.pk for each in agencies],
        )
    )
    return waiting


@operation(needs=Permission.ISSUE_MINUTES)
def send_actions(*, viewer: Viewer, meeting: Meeting) -> ActionList:
    """Alone, ahead of the minutes: what each agency undertook, to whoever would get the minutes today."""
    meeting = lock(Meeting, viewer, meeting.pk, "marac")
    everyone = the_system(viewer.today)
    last = last_sent(everyone, meeting)
    content = whole_list(meeting)
    check_send_actions(meeting_state=meeting.state, now=content, sent=last.content if last else None)
    sent = ActionList(meeting=meeting, number=last.number + 1 if last else 1, content=content, sent_on=viewer.today)
    sent.sent_by, sent.template = viewer.name, in_force(meeting.marac_id, Paper.ACTION_LIST, viewer.today)
    sent.save()
    found = [each for each in recipients(everyone, meeting) if not each.has_left]
    agencies, told = [each.agency for each in found], {user.pk for each in found for user in each.told}
    tell(viewer=viewer, kind=Kind.ACTIONS, meeting=meeting, agencies=agencies, only=told)
    record(ActionListSent(meeting_id=meeting.pk, number=sent.number, agency_ids=[each.pk for each in agencies]))
    return sent


def _kept_file(viewer: Viewer, issue: Issue, last: Issue | None, sheet: Sheet) -> Document:
    """The whole of it as Word: only who sees every case in it is given this file."""
    file = word_file(issue.content, issue.number, issue.trail, sheet=sheet, since=_said_by(last))
    return add_document(
        viewer=viewer,
        marac=issue.meeting.marac,
        name=file_name(issue.content, issue.number),
        file=made_here(file),
        kind=Document.Kind.MINUTES,
    )


def _said_by(last: Issue | None) -> Since | None:
    return Since(last.number, last.content) if last else None


def _waiting(meeting: Meeting) -> Issue | None:
    """The issue that is approved and has not gone out, whoever asks."""
    return Issue.objects.filter(meeting=meeting, state=Issue.State.APPROVED).first()


def _next_number(meeting: Meeting) -> int:
    last: int | None = Issue.objects.filter(meeting=meeting).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1
