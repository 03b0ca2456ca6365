"""A real mail server, and a mailbox on it that is set up and open."""

from tests.mailboxes.fixtures import mail_server, mailbox, set_up

__all__ = ["mail_server", "mailbox", "set_up"]
