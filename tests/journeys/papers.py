"""What came out of the house at the end of a journey, opened as its reader would: Word, Excel, LibreOffice."""

import io
import shutil
import subprocess
from pathlib import Path

from docx import Document
from openpyxl import load_workbook


def words_of(file: bytes) -> str:
    """Everything that the Word file says, headers and footers first."""
    document = Document(io.BytesIO(file))
    edges = [part for section in document.sections for part in (section.header, section.footer)]
    said = [paragraph.text for part in (*edges, document) for paragraph in part.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*said, *cells])


def first_row(file: bytes, columns: tuple[int, ...]) -> list[object]:
    """Of the workbook's first sheet, below its headings."""
    sheet = load_workbook(io.BytesIO(file)).active
    return [sheet.cell(2, column).value for column in columns]


def as_pdf(file: bytes, name: str, folder: Path) -> Path:
    """As LibreOffice prints it."""
    office = shutil.which("soffice")
    assert office, "There is no LibreOffice on this machine. script/setup --tests installs it, or says what would."
    source = folder / name
    source.write_bytes(file)
    home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return source.with_suffix(".pdf")
