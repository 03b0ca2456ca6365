"""The mail round: all that is due, one message a person and one a letter, claimed before it is sent, marked after."""

from collections.abc import Callable
from datetime import datetime

from marac.access.viewer import Viewer
from marac.kernel.refusal import Refusal
from marac.kernel.sealed import Broken
from marac.mail import transport
from marac.mail.letters import Letter, notice, unsealed
from marac.mail.models import Outgoing
from marac.mail.operations import claim, mark_sent, put_off
from marac.mail.queries import addresses_due

MESSAGES_A_ROUND = 200


def send_due(viewer: Viewer, clock: Callable[[], datetime]) -> int:
    """Gives how many messages left. At least once: a run killed after the mail server took a message and before it was
    marked lets a later run send it again, under the same message number. Stops at a server that is away."""
    sent = 0
    for address in addresses_due(clock(), MESSAGES_A_ROUND):
        try:
            rows = claim(viewer=viewer, address=address, at=clock())
        except Refusal:
            continue
        for about in _messages(rows):
            name = " ".join(str(row.pk) for row in about)
            try:
                transport.send(_text(about), to=address, name=name)
            except (transport.NotSent, Broken) as failure:
                put_off(viewer=viewer, notices=about, at=clock(), reason=str(failure))
                if isinstance(failure, transport.ServerAway):
                    return sent
            else:
                number = transport.number_of(to=address, name=name)
                mark_sent(viewer=viewer, notices=about, at=clock(), number=number)
                sent += 1
    return sent


def _messages(rows: list[Outgoing]) -> list[list[Outgoing]]:
    """One for all that only says that something waits, and one for each letter."""
    notices = [row for row in rows if not row.letter]
    return ([notices] if notices else []) + [[row] for row in rows if row.letter]


def _text(rows: list[Outgoing]) -> Letter:
    (first, *_rest) = rows
    if first.letter:
        return unsealed(first.letter, first.sealed_for())
    return notice((row.reference for row in rows), ((row.reference, row.changes) for row in rows if row.changes))
