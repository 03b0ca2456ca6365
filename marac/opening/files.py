"""The one way in: a file is looked at before anything parses it, and then opened as what it truly is."""

from marac.opening import guard, mail, outlook, pdf, word
from marac.opening.mail import Mail
from marac.written.blocks import Block

MAILS = {"eml": mail.open_mail, "msg": outlook.open_msg}
FORMS = {"docx": word.blocks, "pdf": pdf.blocks}


def open_file(content: bytes, name: str) -> list[Block] | Mail:
    """The blocks of a form, not yet numbered, or a mail. `name` is the file's own name; its ending must fit."""
    kind = guard.check_file(content, name)
    return MAILS[kind](content) if kind in MAILS else FORMS[kind](content, name)
