"""Draws marac/documents/word/minutes.docx, the template of minutes. After a change: python script/word_minutes.py"""

from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

TARGET = Path(__file__).resolve().parent.parent / "marac" / "documents" / "word" / "minutes.docx"
INK, QUIET, RULE, SHADE = RGBColor(0x1D, 0x29, 0x3B), RGBColor(0x50, 0x5A, 0x5F), "B1B4B6", "EEF2F6"
WIDTH = 17.0


def main() -> None:
    document = Document()
    page(document)
    styles(document)
    edges(document)
    opening(document)
    attendance(document)
    overdue(document)
    cases(document)
    nameless(document)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    document.save(TARGET)


def page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)
    section.header_distance = section.footer_distance = Cm(1)


def styles(document: Any) -> None:
    for name, size, bold, before, after in (
        ("Normal", 10.5, False, 0, 4),
        ("Title", 22, True, 0, 2),
        ("Heading 1", 15, True, 18, 6),
        ("Heading 2", 11.5, True, 10, 3),
    ):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.bold = "Arial", Pt(size), bold
        style.font.color.rgb = INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:cs"), "Arial")
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.line_spacing = 1.1
    document.styles["Normal"].element.get_or_add_rPr().append(element("w:lang", val="en-GB"))
    borders = document.styles["Title"].element.find(".//" + qn("w:pBdr"))
    if borders is not None:
        borders.getparent().remove(borders)


def element(tag: str, **values: str) -> Any:
    made = OxmlElement(tag)
    for name, value in values.items():
        made.set(qn(f"w:{name}"), value)
    return made


def edges(document: Any) -> None:
    section = document.sections[0]
    top = section.header.paragraphs[0]
    top.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run(top, "{{ marking }}", bold=True, size=9)
    bottom = section.footer.paragraphs[0]
    bottom.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run(bottom, "{{ marking }}", bold=True, size=9)
    line = section.footer.add_paragraph()
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run(line, "Minutes of {{ held_on }}, issue {{ issue }}  ·  Page ", size=8.5, colour=QUIET)
    field(line, "PAGE")
    run(line, " of ", size=8.5, colour=QUIET)
    field(line, "NUMPAGES")


def run(paragraph: Any, text: str, *, bold: bool = False, size: float | None = None, colour: Any = None) -> Any:
    made = paragraph.add_run(text)
    made.bold = bold
    if size:
        made.font.size = Pt(size)
    if colour is not None:
        made.font.color.rgb = colour
    return made


def field(paragraph: Any, code: str) -> None:
    """A number that Word works out: three runs, as the format wants them."""
    for kind in ("begin", "code", "separate", "shown", "end"):
        made = run(paragraph, "1" if kind == "shown" else "", size=8.5, colour=QUIET)
        if kind == "code":
            text = element("w:instrText")
            text.text = f" {code} "
            made._r.append(text)
        elif kind != "shown":
            made._r.append(element("w:fldChar", fldCharType=kind))


def opening(document: Any) -> None:
    document.add_paragraph("{{ marac }}", style="Title")
    line = document.add_paragraph()
    line.paragraph_format.space_after = Pt(10)
    run(line, "Minutes of the multi-agency risk assessment conference", size=12, colour=QUIET)
    rows = [("Date", "{{ held_on }}, {{ starts_at }}"), ("Venue", "{{ venue }}"), ("Chair", "{{ chair }}")]
    rows.append(("Issue", "{{ issue }}"))
    table = grid(document, [3, 14], len(rows))
    for cells, (label, value) in zip(table.rows, rows, strict=True):
        write(cells.cells[0], label, bold=True)
        shade(cells.cells[0])
        write(cells.cells[1], value)
    document.add_heading("Confidentiality", level=2)
    document.add_paragraph("{{ confidentiality }}")


def attendance(document: Any) -> None:
    listing(document, "Present", "present", [("Agency", "agency", 6.5), ("Name", "name", 6), ("As", "capacity", 4.5)])
    listing(
        document,
        "Apologies",
        "apologies",
        [("Agency", "agency", 6.5), ("Name", "name", 6), ("Information", "sent", 4.5)],
    )
    listing(
        document,
        "Observers",
        "observers",
        [("Agency", "agency", 6.5), ("Name", "name", 6), ("Confidentiality", "accepted", 4.5)],
    )


def overdue(document: Any) -> None:
    columns = [
        ("Agency", "agency", 3.6),
        ("Case", "reference", 2.8),
        ("Undertook to", "task", 8.2),
        ("Was due", "due_on", 2.4),
    ]
    listing(document, "Overdue from earlier meetings", "overdue", columns)


def listing(document: Any, heading: str, rows: str, columns: list[tuple[str, str, float]]) -> None:
    document.add_heading(heading, level=2)
    document.add_paragraph(f"{{%p if {rows} %}}")
    looped(document, f"row in {rows}", [(title, f"{{{{ row.{name} }}}}", width) for title, name, width in columns])
    document.add_paragraph("{%p else %}")
    document.add_paragraph("None recorded.")
    document.add_paragraph("{%p endif %}")


def looped(document: Any, each: str, columns: list[tuple[str, str, float]]) -> None:
    """A table whose second row is printed once for each value."""
    table = grid(document, [width for _title, _value, width in columns], 4)
    for cell, (title, _value, _width) in zip(table.rows[0].cells, columns, strict=True):
        write(cell, title, bold=True)
        shade(cell)
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(element("w:tblHeader", val="true"))
    write(table.rows[1].cells[0], f"{{%tr for {each} %}}")
    for cell, (_title, value, _width) in zip(table.rows[2].cells, columns, strict=True):
        write(cell, value)
    table.rows[2]._tr.get_or_add_trPr().append(element("w:cantSplit", val="true"))
    write(table.rows[3].cells[0], "{%tr endfor %}")


def cases(document: Any) -> None:
    document.add_paragraph("{%p for case in cases %}")
    heading = document.add_heading("Case {{ case.reference }}", level=1)
    ruled(heading)
    line = document.add_paragraph()
    run(line, "{{ case.kind }}", bold=True)
    run(line, "  ·  {{ case.outcome }}{% if case.reason %}: {{ case.reason }}{% endif %}")
    document.add_paragraph("{%p if case.heard %}")
    part(document, "Who spoke for the victim", "spoke_for_victim")
    part(document, "What the victim wants", "wishes")
    document.add_heading("Information from agencies", level=2)
    document.add_paragraph("{%p if case.lines %}")
    looped(
        document,
        "line in case.lines",
        [
            ("Agency", "{{ line.agency }}", 3.4),
            ("Kind", "{{ line.kind }}", 2.6),
            ("Information", "{{ line.text }}{% if line.summary %} (in summary){% endif %}", 7.8),
            ("Source", "{{ line.source }}", 3.2),
        ],
    )
    document.add_paragraph("{%p else %}")
    document.add_paragraph("None recorded.")
    document.add_paragraph("{%p endif %}")
    document.add_heading("Risk summary", level=2)
    rows = [
        ("Possible harm to people or property", "{{ case.possible_harm }}"),
        ("What adds to the risk", "{{ case.contributory }}"),
        ("Safety plans and what supports", "{{ case.supportive }}"),
    ]
    table = grid(document, [4.6, 12.4], len(rows))
    for cells, (label, value) in zip(table.rows, rows, strict=True):
        write(cells.cells[0], label, bold=True)
        shade(cells.cells[0])
        write(cells.cells[1], value)
    part(document, "Conclusion", "conclusion")
    actions(document)
    part(document, "Who tells the victim, how and by when", "who_tells")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")


def actions(document: Any) -> None:
    document.add_heading("Actions", level=2)
    document.add_paragraph("{%p if case.actions %}")
    looped(
        document,
        "action in case.actions",
        [
            ("Agency", "{{ action.agency }}", 3.4),
            ("Undertook to", "{{ action.task }}", 6.4),
            ("Because of", "{{ action.risk }}", 4.8),
            ("By", "{{ action.due_on }}", 2.4),
        ],
    )
    document.add_paragraph("{%p else %}")
    document.add_paragraph("None agreed.")
    document.add_paragraph("{%p endif %}")


def part(document: Any, heading: str, name: str) -> None:
    document.add_heading(heading, level=2)
    document.add_paragraph(f"{{{{ case.{name} }}}}")


def grid(document: Any, widths: list[float], rows: int) -> Any:
    table = document.add_table(rows=rows, cols=len(widths))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    borders = element("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(element(f"w:{side}", val="single", sz="4", space="0", color=RULE))
    table._tbl.tblPr.append(borders)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
    return table


def write(cell: Any, text: str, *, bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(3)
    run(paragraph, text, bold=bold, size=9.5)


def shade(cell: Any) -> None:
    cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=SHADE))


def ruled(paragraph: Any) -> None:
    borders = element("w:pBdr")
    borders.append(element("w:top", val="single", sz="12", space="6", color="1D293B"))
    paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:jc", "w:outlineLvl")


def nameless(document: Any) -> None:
    """The file says nothing of who made it, or when."""
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.title, properties.language = "Minutes", "en-GB"
    properties.created = properties.modified = datetime(2026, 1, 1)  # noqa: DTZ001


if __name__ == "__main__":
    main()
