"""Bringing a file into the queue by hand: looked at before anything opens it, and then as if it had been sent."""

from marac.access.viewer import Viewer
from marac.directory.models import Marac
from marac.documents.arriving import harmless
from marac.inbox.models import Message
from marac.inbox.operations.taking import Brought, take
from marac.incoming.messages import open_file, open_mail
from marac.opening import guard
from marac.opening.files import MAILS


def take_file(*, viewer: Viewer, marac: Marac, name: str, content: bytes) -> Message:
    kind = guard.check_incoming(content, name)
    file = harmless(viewer, marac, content)
    read = open_mail(content, name) if kind in MAILS else open_file(content, name)
    brought = Brought(
        came=Message.Came.UPLOAD,
        name=name,
        file=file,
        look=read.look,
        reads_as=read.reads_as,
        not_read=read.not_read,
    )
    return take(viewer=viewer, marac=marac, brought=brought)
