"""A PDF that opens with a password only: AES-256, and still tagged for screen readers."""

import io
import secrets

from pypdf import PdfReader, PdfWriter
from pypdf.constants import UserAccessPermissions as May

ALGORITHM = "AES-256"
READERS_MAY = May.PRINT | May.PRINT_TO_REPRESENTATION | May.EXTRACT | May.EXTRACT_TEXT_AND_GRAPHICS


def locked(pdf: bytes, password: str) -> bytes:
    """Whoever has the password may read and print it. The one to change it with is made up and kept by nobody."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    nobodys = secrets.token_urlsafe(32)
    writer.encrypt(password, nobodys, algorithm=ALGORITHM, permissions_flag=READERS_MAY)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()
