"""Fetches what arrived: each message is taken in, and only then moved on the server.

Nothing rests on marks of the server (read, unread, a number, a folder): a message is known again by what it says. So a
run may be killed anywhere, two may run at once, and people may move mail about meanwhile.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings

from marac.access.viewer import Viewer
from marac.documents.models import Scan
from marac.documents.queries import NOT_OPENED
from marac.documents.scanner import Scanned, scan
from marac.inbox.models import Message
from marac.inbox.operations.taking import AlreadyTaken, Brought, take
from marac.inbox.queries import known, numbers_known
from marac.incoming.messages import MAIL_NAME, open_head, open_mail
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.mailboxes.models import Mailbox
from marac.mailboxes.operations import keeper_of, note_failed, note_looked
from marac.mailboxes.queries import due_mailboxes
from marac.mailboxes.rules import EXCHANGE
from marac.mailboxes.server import Box, opened

TAKEN_A_ROUND = 50  # so that a round is short even after a long stop
NOT_LOOKED_AT = _(
    "The virus scanner is away, or takes no message this large: what it has not looked at waits on the mail server."
)
NOTED_EACH = timedelta(hours=1)  # that nothing was new is worth an entry of the trail this often, and no more


def fetch_due(viewer: Viewer, clock: Callable[[], datetime]) -> int:
    """Every open mailbox that is not waiting after a failure; gives how many messages were taken."""
    return sum(fetch(viewer, mailbox, clock) for mailbox in due_mailboxes(clock()))


def fetch(viewer: Viewer, mailbox: Mailbox, clock: Callable[[], datetime]) -> int:
    """One mailbox. What goes wrong is noted on it, and shown to the office."""
    taken = 0
    try:
        with opened(mailbox, keeper_of(mailbox, viewer.today)) as box:
            for folder in box.folders():
                for number in box.choose(folder):
                    taken += _one_of(viewer, box, folder, number)
                    if taken >= TAKEN_A_ROUND:
                        break
            mark, highest, strange = _among_taken(box)
            taken += sum(_one_of(viewer, box, mailbox.taken_folder, number, moves=False) for number in strange)
            if box.left is not None:
                raise box.left
    except Refusal as refusal:
        note_failed(viewer=viewer, mailbox=mailbox, at=clock(), said=refusal.sentence)
        return taken
    before = (mailbox.taken_mark, mailbox.taken_number)
    if taken or before != (mark, highest) or _is_worth_noting(mailbox, clock()):
        note_looked(viewer=viewer, mailbox=mailbox, at=clock(), taken=taken, mark=mark, number=highest)
    return taken


def _is_worth_noting(mailbox: Mailbox, now: datetime) -> bool:
    looked = mailbox.looked_at
    return mailbox.failing_since_at is not None or looked is None or now - looked >= NOTED_EACH


def _one_of(viewer: Viewer, box: Box, folder: str, number: int, *, moves: bool = True) -> int:
    """As `_one`. A message that cannot be taken in stays where it is and keeps no other waiting behind it; why is told
    at the end of the round."""
    try:
        return _one(viewer, box, folder, number, moves=moves)
    except Refusal as refusal:
        box.left = box.left or refusal
        return 0


def _one(viewer: Viewer, box: Box, folder: str, number: int, *, moves: bool) -> int:
    """Take one message in and then move it: 1 if it was new. One that somebody moves away meanwhile is found where it
    went, in this round or the next; one that the virus scanner has not looked at stays where it is."""
    size = box.size(number)
    if size is None:
        return 0
    whole = size <= settings.MAX_UPLOAD_BYTES
    found = box.whole(number) if whole else box.head(number)
    if found is None or not found[0].strip():
        return 0
    content, arrived_at = found
    if known(box.mailbox.marac, content):
        new = False
    else:
        file = scan(content)
        if file.scan == Scan.WAITING:
            raise Refusal(NOT_LOOKED_AT)
        new = _take(viewer, box.mailbox, file, folder=folder, arrived_at=arrived_at, only_head=not whole)
    if moves:
        box.take_away(number)
    return int(new)


def _take(
    viewer: Viewer, mailbox: Mailbox, file: Scanned, *, folder: str, arrived_at: datetime | None, only_head: bool
) -> bool:
    """What the scanner flags is kept and opened to nobody: its headers alone say what it was."""
    harmful = file.scan == Scan.HARMFUL
    read = open_head(file.content) if harmful or only_head else open_mail(file.content)
    if known(mailbox.marac, file.content, read.look["fingerprint"]):
        return False
    brought = Brought(
        came=Message.Came.MAIL,
        name=MAIL_NAME,
        file=file,
        look=read.look,
        reads_as=read.reads_as,
        not_read=NOT_OPENED[Scan.HARMFUL] if harmful else read.not_read,
        found_in=folder,
        arrived_at=arrived_at,
        only_head=only_head,
        server=mailbox.results_of or ("-" if mailbox.host.endswith(EXCHANGE) else ""),
    )
    try:
        take(viewer=viewer, marac=mailbox.marac, brought=brought)
    except AlreadyTaken:
        return False  # another run was first
    return True


def _among_taken(box: Box) -> tuple[int, int, list[int]]:
    """What somebody dragged into the folder of taken messages before it was taken: by its Message-ID unknown here."""
    mark, highest, numbers = box.new_among_taken()
    named = box.message_numbers(numbers)
    ours = numbers_known(box.mailbox.marac, set(named.values()) - {""})
    return mark, highest, [number for number in numbers if named.get(number, "") not in ours]
