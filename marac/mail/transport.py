"""The only file that talks to a mail server. Without one, each message becomes a file and nothing leaves."""

import smtplib
from hashlib import sha256

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.utils.translation import gettext as _

from marac.mail.letters import Letter

LONGEST = 300


class NotSent(Exception):
    """The message was not taken; the text says why, for the page of what was sent."""


class ServerAway(NotSent):
    """The mail server itself did not answer or refused us: the next message would fare no better."""


def leaves_the_machine() -> bool:
    return bool(settings.EMAIL_HOST)


def number_of(*, to: str, name: str) -> str:
    """The Message-ID: the same when the same message is tried again, so that a mailbox that got it twice can tell, and
    by which an answer to it is known."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip(">")
    return f"<{sha256(f'{name} {to}'.encode()).hexdigest()[:32]}@{domain}>"


def send(letter: Letter, *, to: str, name: str) -> None:
    """One message to one address. Raises `NotSent`, or `ServerAway` where it is not about this message."""
    headers = {"Message-ID": number_of(to=to, name=name), "Auto-Submitted": "auto-generated"}
    try:
        connection = get_connection()
        message = EmailMultiAlternatives(letter.subject, letter.body, to=[to], headers=headers, connection=connection)
        if letter.calendar:
            message.attach_alternative(letter.calendar, f"text/calendar; method={letter.method}")
        message.send()
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError, ValueError) as error:
        raise NotSent(_why(error)) from error
    except (smtplib.SMTPException, OSError) as error:
        raise ServerAway(_why(error)) from error


def _why(error: Exception) -> str:
    """In words for the office, with what the mail server itself said."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, said = next(iter(error.recipients.values()))
        return _answered(code, said)
    if isinstance(error, smtplib.SMTPResponseException):
        return _answered(error.smtp_code, error.smtp_error)
    said = getattr(error, "strerror", None) or type(error).__name__
    return (_("The mail server did not answer: %(said)s") % {"said": said})[:LONGEST]


def _answered(code: int, said: bytes | str) -> str:
    text = said.decode(errors="replace") if isinstance(said, bytes) else said
    return (_("The mail server answered: %(said)s") % {"said": f"{code} {text}"})[:LONGEST]
