"""The mail with a link: nobody is named in it, and it opens nothing without the code."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.mail.letters import Letter


def address_of(token: str) -> str:
    return f"{settings.SITE_ADDRESS.rstrip('/')}{reverse('guests:link', args=[token])}"


def with_link(token: str) -> Letter:
    lines = (
        _("You asked for a form. Open this link in the browser in which you are going to fill it in:"),
        address_of(token),
        _("It asks for a code, which is given to you by telephone and never by mail."),
        _("Do not pass this message on. If you did not expect it, delete it."),
        _("This message was sent by the system. Answers to it are not read."),
    )
    return Letter(subject=_("The form that you asked for"), body="\n\n".join(lines) + "\n")
