"""What is typed at the table: a line kept as it grows, and a box of the summary in which two may write at once."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import lock, operation, record
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.meetings.models import AgendaItem
from marac.minutes.models import Discussion, Entry
from marac.minutes.operations import DiscussionSaved, LineCorrected, new_line, open_discussion, write
from marac.minutes.queries import TEXTS
from marac.minutes.rules import check_can_write, check_line
from marac.room.rules import joined

SHORT = ("spoke_for_victim",)  # one line: two answers stand beside each other
MOST_LETTERS = 200


@dataclass(frozen=True)
class LineSentAgain:
    """The page was not sure that it had arrived. Nothing changed."""

    case_id: int
    entry_id: int


@operation(needs=Permission.RUN_MEETINGS)
def keep_line(*, viewer: Viewer, item: AgendaItem, key: str, turn: int, line: Mapping[str, Any]) -> Entry:
    """The line that its page calls `key` is so now. Sent twice it is there once, and an earlier `turn` that comes late
    changes nothing."""
    item = lock(AgendaItem, viewer, item.pk, "meeting")
    check_can_write(item.meeting.state)
    found = Entry.objects.visible_to(viewer).filter(discussion__item=item, key=key).first()
    if found is None:
        return new_line(viewer, _discussion(viewer, item), line, key=key, turn=turn)
    if found.turn is None:
        raise Refusal(
            _("This line was corrected or struck out meanwhile. What stands is shown; add what is missing."),
            field="text",
        )
    if turn <= found.turn:
        record(LineSentAgain(case_id=item.case_id, entry_id=found.pk))
        return found
    check_line(**{name: line[name] for name in ("kind", "agency", "text", "may_be_minuted")})
    found.revision += 1
    write(found, turn=turn, **line)
    record(LineCorrected(case_id=item.case_id, entry_id=found.pk))
    return found


@operation(needs=Permission.RUN_MEETINGS)
def keep_text(*, viewer: Viewer, item: AgendaItem, name: str, text: str, seen: Collection[str]) -> str:
    """One box of the summary; what a colleague wrote there meanwhile is kept below it. Gives what stands now."""
    item = lock(AgendaItem, viewer, item.pk, "meeting")
    if name not in TEXTS:
        raise Refusal(_("There is no such box. Load the page again."))
    check_can_write(item.meeting.state)
    discussion = lock(Discussion, viewer, _discussion(viewer, item).pk)
    between = "; " if name in SHORT else "\n"
    stands = joined(text.strip(), getattr(discussion, name), seen).replace("\n", between)
    if name in SHORT and len(stands) > MOST_LETTERS:
        raise Refusal(_("This is too long. Shorten it."), field=name)
    setattr(discussion, name, stands)
    discussion.revision += 1
    discussion.save()
    record(DiscussionSaved(case_id=item.case_id, revision=discussion.revision))
    return stands


def _discussion(viewer: Viewer, item: AgendaItem) -> Discussion:
    found = Discussion.objects.visible_to(viewer).filter(item=item).first()
    return found or open_discussion(viewer=viewer, item=item)
