"""Looks at an upload before anything parses it: what it truly is, and whether it is safe to open."""

import io
import zipfile

from marac.kernel.refusal import Refusal
from marac.kernel.text import _

LARGEST_FILE = 25 * 1024 * 1024
LARGEST_UNPACKED = 60 * 1024 * 1024
LARGEST_RATIO = 200
MOST_PARTS = 2000
WORKBOOKS = ("xls", "xlsx", "xlsm")
OLE, ZIP, PDF = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04", b"%PDF-"
MAIL_HEADERS = ("from:", "to:", "subject:", "date:", "received:", "mime-version:", "message-id:", "return-path:")
PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\0", b"MM\0*")
ENDINGS = {"docx": "docx", "eml": "eml", "msg": "msg", "pdf": "pdf"}
MSG_PART = "__substg1.0".encode("utf-16-le")
WORD = (
    "word/document.xml",
    _("This is not a Word document. Upload a Word file (.docx), a PDF (.pdf) or a saved mail (.eml or .msg)."),
)
EXCEL = ("xl/workbook.xml", _("This is not an Excel file. Save it in Excel as .xlsx and upload that."))


def check_file(content: bytes, name: str) -> str:
    """Return docx, eml, msg or pdf. Extension and content must agree. Refuses everything else, saying what to do."""
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    if not content.strip():
        raise Refusal(_("This file is empty. Ask the sender for the document again, or type the referral in."))
    if len(content) > LARGEST_FILE:
        raise Refusal(_("This file is larger than 25 MB. Send the form on its own, without pictures or scans."))
    if content.startswith(OLE) and not (ending == "msg" and MSG_PART in content):
        raise Refusal(_old_office(content, ending))
    if content.startswith(ZIP) and ending in WORKBOOKS:
        raise Refusal(_("This is a workbook, not a referral. Import it as a tracker of cases, or ask for the form."))
    kind = _kind(content)
    if kind is None or ENDINGS.get(ending) != kind:
        raise Refusal(_not_as_named(content, kind, ending))
    if kind == "docx":
        _check_package(content)
    if kind == "pdf" and b"/Encrypt" in content[-4096:] + content[:4096]:
        raise Refusal(_("This PDF is locked with a password. Save a copy without the password and upload that."))
    return kind


def check_incoming(content: bytes, name: str) -> str:
    """As `check_file`, of what is kept and filed but not read: xlsx is taken too."""
    if not (content.startswith(ZIP) and name.lower().endswith(".xlsx")):
        return check_file(content, name)
    if len(content) > LARGEST_FILE:
        raise Refusal(_("This file is larger than 25 MB. Send the form on its own, without pictures or scans."))
    _check_package(content, EXCEL)
    return "xlsx"


def _not_as_named(content: bytes, kind: str | None, ending: str) -> str:
    """A document of another kind than its name says, or of none that can be read."""
    if ending in ("docm", "dotm"):
        return _("This document can hold macros. Save it in Word as a .docx file and upload that.")
    if kind is None and content.startswith(PICTURES):
        return _("This is a picture, and pictures cannot be read. Ask for the form itself, or type the referral in.")
    if kind is not None:
        return _(
            "This file is not what its name says. A Word file ends in .docx, a PDF in .pdf and a saved mail in .eml "
            "or .msg: save it again under the right name and upload that."
        )
    return _(
        "This file is not what its name says, or is of a kind that cannot be read. "
        "Upload a Word file (.docx), a PDF (.pdf) or a saved mail (.eml or .msg)."
    )


def _old_office(content: bytes, ending: str) -> str:
    """OLE containers are encrypted .docx, old .doc or Outlook .msg."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return _("This document is locked with a password. Save a copy without the password and upload that.")
    if MSG_PART in content:
        return _("This is a mail that Outlook saved. Give its name the ending .msg and upload that.")
    if ending in WORKBOOKS:
        return _("This is an old workbook, not a referral. Save it in Excel as .xlsx to import a tracker of cases.")
    return _("Old Word files (.doc) cannot be read. Open it in Word, save it as .docx and upload that.")


def _kind(content: bytes) -> str | None:
    if content.startswith(ZIP):
        return "docx"
    if content.startswith(OLE):
        return "msg"
    if PDF in content[:1024]:
        return "pdf"
    head = content[:4096].decode("latin-1").lower().lstrip()
    lines = head.splitlines()
    named = sum(line.startswith(MAIL_HEADERS) for line in lines[:60])
    return "eml" if named >= 2 and "\0" not in head else None


def _check_package(content: bytes, kind: tuple[str, str] = WORD) -> None:
    """Read the zip directory only: number of parts, unpacked size and ratio, macros, encryption."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Refusal(_("This file is damaged. Ask the sender for it again.")) from error
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > LARGEST_UNPACKED or unpacked > LARGEST_RATIO * max(len(content), 1):
        raise Refusal(
            _("This file unpacks to far more than a form can hold and was not opened. Ask the sender about it.")
        )
    names = [part.filename.lower() for part in parts]
    if any("vbaproject" in name or "activex" in name for name in names):
        raise Refusal(_("This document holds macros. Save it without macros, as .docx or .xlsx, and upload that."))
    if any(part.flag_bits & 1 for part in parts):
        raise Refusal(_("This file is locked with a password. Save a copy without the password and upload that."))
    part, not_one = kind
    if part not in names:
        raise Refusal(not_one)
