"""The one text that ever leaves by mail: something waits. No name, no address, nothing that was told."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Letter:
    subject: str
    body: str


def notice(references: Iterable[str]) -> Letter:
    """To one person, about everything that waits for them: its references, and where to sign in."""
    named = sorted(set(references))
    lines = [
        _("Something waits for you in OpenMARAC. Sign in to see it:"),
        f"{settings.SITE_ADDRESS.rstrip('/')}/",
        _("Reference: %(references)s") % {"references": ", ".join(named)},
        _("This message was sent by the system. Answers to it are not read."),
    ]
    return Letter(subject=_("Something waits for you"), body="\n\n".join(lines) + "\n")
