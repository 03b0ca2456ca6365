"""Once a day the head of the trail leaves the installation, so that who holds the database cannot cut its end off."""

from django.conf import settings
from django.utils.translation import gettext as _

from marac.access.viewer import Viewer
from marac.audit.verification import Head, current_head
from marac.mail import transport
from marac.mail.letters import Letter
from marac.records.models import Bookmark
from marac.records.operations import HEAD, look_through, note_head_sent
from marac.records.watch import new_looks


def send_head(viewer: Viewer) -> int:
    """Gives how many messages left. At least once a day: a run that is killed before it noted it sends it again."""
    done = Bookmark.objects.filter(name=HEAD, done_on=viewer.today).exists()
    head = current_head()
    if done or head is None or not settings.HEAD_TO:
        return 0
    for address in settings.HEAD_TO:
        transport.send(head_letter(head), to=address, name=f"head {viewer.today} {head.number}")
    note_head_sent(viewer=viewer, number=head.number, sent_to=settings.HEAD_TO)
    return len(settings.HEAD_TO)


def head_letter(head: Head) -> Letter:
    lines = [
        _("Please keep this message. It names nobody, and nothing needs to be done."),
        _("Record %(head)s") % {"head": head},
        _("If it is asked for later, give it as it stands."),
    ]
    return Letter(subject=_("A record to keep"), body="\n\n".join(lines) + "\n")


def raise_alerts(viewer: Viewer) -> int:
    """Gives how many. Without anything new nothing is written, or each round would make work for the next."""
    return len(look_through(viewer=viewer)) if new_looks() else 0
