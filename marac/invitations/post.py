"""Sends a mail about an account to its own address, and says on the page if it did not leave."""

from django.utils.translation import gettext as _

from marac.accounts.models import User
from marac.kernel.text import shorten
from marac.mail.letters import Letter
from marac.mail.transport import NotSent, send


def tell(user: User, letter: Letter) -> str:
    """At once, for a link is not kept anywhere to be sent later. Gives why it did not leave, or nothing."""
    try:
        send(letter, to=user.email, name=letter.body)
    except NotSent as error:
        return shorten(_("The mail did not leave: %(why)s") % {"why": str(error)}, 300)
    return ""
