"""Small documents made for one test each: Word forms, PDFs, mails."""

import io
import zipfile
from email.message import EmailMessage

from docx import Document
from docx.oxml import parse_xml

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document) -> bytes:
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def table(document, rows: list[list[str]]) -> None:
    made = document.add_table(rows=0, cols=max(map(len, rows)))
    for row in rows:
        cells = made.add_row().cells
        if len(row) == 1:
            cells[0].merge(cells[-1])
        for cell, words in zip(cells, row, strict=False):
            cell.text = words


def form(*tables: list[list[str]], title: str = "MARAC referral form") -> bytes:
    document = Document()
    document.add_heading(title)
    for rows in tables:
        table(document, rows)
        document.add_paragraph("")
    return saved(document)


def lines(*words: str) -> bytes:
    document = Document()
    for line in words:
        document.add_paragraph(line)
    return saved(document)


def with_part(content: bytes, name: str, body: bytes) -> bytes:
    """The package with one part replaced or added."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, body)
    return held.getvalue()


def body(xml: str) -> bytes:
    """A Word file whose body is the given markup."""
    document = Document()
    for element in parse_xml(
        f"<w:body {WORD} xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml'>{xml}</w:body>"
    ):
        document.element.body.insert(len(document.element.body) - 1, element)
    return saved(document)


def cell_row(label: str, runs: str) -> str:
    """A table of one row: a label cell and a cell with the given runs."""
    words = f"<w:tc><w:p><w:r><w:t>{label}</w:t></w:r></w:p></w:tc>"
    return f"<w:tbl><w:tr>{words}<w:tc><w:p>{runs}</w:p></w:tc></w:tr></w:tbl>"


def mail(text: str, *files: tuple[str, bytes], html: str | None = None) -> bytes:
    message = EmailMessage()
    message["From"] = "Sam Okoro <s.okoro@harbourtrust.example.org>"
    message["To"] = "marac@westmoor.example.org"
    message["Subject"] = "Referral"
    message["Date"] = "Tue, 03 Jun 2025 10:00:00 +0100"
    if html is None:
        message.set_content(text)
    else:
        message.set_content(html, subtype="html")
    for name, content in files:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def pdf(drawing: str) -> bytes:
    """One page with the given drawing operators; font F1 is Helvetica."""
    stream = drawing.encode("latin-1")
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    content, starts = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        starts.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table_at = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    content += b"".join(b"%010d 00000 n \n" % start for start in starts)
    return content + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(parts) + 1, table_at)
