"""Asking for the papers of a meeting, making one person's, and that they opened it."""

from dataclasses import dataclass
from typing import Any

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import lock, operation, record
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.mail.rules import Kind
from marac.meetings.models import Meeting
from marac.meetings.notices import tell
from marac.packs.models import Pack
from marac.packs.queries import people_for, progress
from marac.packs.rules import check_can_ask


@dataclass(frozen=True)
class PapersAskedFor:
    meeting_id: int
    number: int
    user_ids: list[int]


@dataclass(frozen=True)
class PapersMade:
    """`case_ids` are the cases that stand in them; with none they were not made."""

    meeting_id: int
    pack_id: int
    user_for: int
    number: int
    case_ids: list[int]


@dataclass(frozen=True)
class PapersOpened:
    meeting_id: int
    pack_id: int


@operation(needs=Permission.RUN_MEETINGS)
def ask_for_papers(*, viewer: Viewer, meeting: Meeting) -> list[Pack]:
    """The next issue, for everybody who comes; the tick makes them, one after another."""
    meeting = lock(Meeting, viewer, meeting.pk)
    last, people = progress(meeting), people_for(meeting, viewer)
    check_can_ask(meeting_state=meeting.state, waiting=last.waiting, people=len(people))
    packs = []
    for each in people:
        pack = Pack(meeting=meeting, user=each.user, agency=each.agency, role=each.role, number=last.number + 1)
        pack.asked_on, pack.asked_by = viewer.today, viewer.name
        pack.save()
        packs.append(pack)
    users = [each.user_id for each in packs]
    record(PapersAskedFor(meeting_id=meeting.pk, number=last.number + 1, user_ids=users))
    return packs


@operation(needs=Permission.DO_DUE_WORK)
def keep_papers(*, viewer: Viewer, pack: Pack, content: dict[str, Any] | None) -> Pack:
    """What was put together for this person, whole, and that they are told; None where they may see none of it."""
    pack = lock(Pack, viewer, pack.pk, "meeting__marac", "agency")
    if pack.state != Pack.State.WAITING:
        raise Refusal(_("Another run was first."))
    cases = content["cases"] if content else []
    pack.state = Pack.State.MADE if cases else Pack.State.NOBODY
    pack.content, pack.made_on = (content if cases else {}), viewer.today
    pack.save()
    if cases:
        tell(viewer=viewer, kind=Kind.PAPERS, meeting=pack.meeting, agencies=[pack.agency], only=[pack.user_id])
    record(
        PapersMade(
            meeting_id=pack.meeting_id,
            pack_id=pack.pk,
            user_for=pack.user_id,
            number=pack.number,
            case_ids=[each["case_id"] for each in cases],
        )
    )
    return pack


@operation(needs=Permission.SEE_MEETINGS)
def open_pack(*, viewer: Viewer, pack: Pack) -> Pack:
    """The first time is kept."""
    pack = lock(Pack, viewer, pack.pk)
    pack.opened_on = pack.opened_on or viewer.today
    pack.save()
    record(PapersOpened(meeting_id=pack.meeting_id, pack_id=pack.pk))
    return pack
