"""Mails about an account: that it waits to be opened, and that its second factor is being taken away."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.mail.letters import Letter, of_account


def address_of(token: str) -> str:
    return f"{settings.SITE_ADDRESS.rstrip('/')}{reverse('invitations:link', args=[token])}"


def invitation(token: str) -> Letter:
    """With the link: it holds for a week, and opens nothing but the page to choose a password."""
    return of_account(
        _("You have an account in OpenMARAC. Open this link to choose your password. It works once, for seven days:"),
        address_of(token),
        _("Do not pass this message on. If you did not expect it, telephone your coordinator."),
    )


def reset_asked() -> Letter:
    return of_account(
        _("Somebody asked that the second factor of your account be taken away, because it was lost."),
        _("If you did not ask for this, telephone your coordinator at once."),
    )


def reset_done() -> Letter:
    return of_account(
        _("The second factor of your account was taken away. You set up a new one when you next sign in."),
        _("If you did not ask for this, telephone your coordinator at once."),
    )
