"""Whether there are sessions to forget."""

from datetime import datetime

from marac.sessions.models import OpenSession


def sessions_to_forget(at: datetime) -> bool:
    return OpenSession.objects.filter(expire_date__lt=at).exists()
