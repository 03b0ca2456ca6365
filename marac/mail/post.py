"""The mail round: everything due, one message a person, each claimed before it is sent and marked after."""

from collections.abc import Callable
from datetime import datetime

from marac.access.viewer import Viewer
from marac.kernel.refusal import Refusal
from marac.mail import transport
from marac.mail.letters import notice
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
        if not rows:
            continue
        name = " ".join(str(row.pk) for row in rows)
        try:
            transport.send(notice(row.reference for row in rows), to=address, name=name)
        except transport.NotSent as failure:
            put_off(viewer=viewer, notices=rows, at=clock(), reason=str(failure))
            if isinstance(failure, transport.ServerAway):
                break
        else:
            mark_sent(viewer=viewer, notices=rows, at=clock())
            sent += 1
    return sent
