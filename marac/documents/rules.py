"""What a document may be called and how large it may be."""

from marac.kernel.refusal import Refusal
from marac.kernel.text import _, clean_line

LONGEST_NAME = 200
UNNAMED = "document"


def clean_name(name: str) -> str:
    """What the sender called the file, without folders or hidden characters; its ending stays when it is too long."""
    bare = clean_line(name.replace("\\", "/").rsplit("/", 1)[-1])
    if len(bare) <= LONGEST_NAME:
        return bare or UNNAMED
    stem, dot, ending = bare.rpartition(".")
    kept = f"{dot}{ending}"[:20] if stem else ""
    return bare[: LONGEST_NAME - len(kept)] + kept


def ending_of(name: str) -> str:
    """ "docx" of "form.DOCX"; nothing where there is none."""
    return name.rsplit(".", 1)[-1].lower() if "." in name else ""


def check_size(content: bytes, most: int) -> None:
    if not content:
        raise Refusal(_("The file is empty. Choose the file again, or ask the sender for it."), field="file")
    if len(content) > most:
        raise Refusal(
            _("The file is larger than {most} MB. Send the form on its own, without pictures or scans."),
            field="file",
            most=most // (1024 * 1024),
        )
