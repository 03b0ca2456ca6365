"""How every paper of ours looks in Word: the page, its styles, its marked edges and its tables. See word_minutes.py."""

from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

FOLDER = Path(__file__).resolve().parent.parent / "marac" / "documents" / "word"
INK, QUIET, RULE, SHADE = RGBColor(0x1D, 0x29, 0x3B), RGBColor(0x50, 0x5A, 0x5F), "B1B4B6", "EEF2F6"


def paper(foot: str) -> Any:
    """An empty page with the protective marking above and below; `foot` stands before the number of the page."""
    document = Document()
    page(document)
    styles(document)
    edges(document, foot)
    return document


def save(document: Any, name: str, title: str) -> None:
    nameless(document, title)
    FOLDER.mkdir(parents=True, exist_ok=True)
    document.save(FOLDER / name)


def page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.7)
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


def edges(document: Any, foot: str) -> None:
    section = document.sections[0]
    top = section.header.paragraphs[0]
    top.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run(top, "{{ marking }}", bold=True, size=9)
    bottom = section.footer.paragraphs[0]
    bottom.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run(bottom, "{{ marking }}", bold=True, size=9)
    whose = section.footer.add_paragraph()
    whose.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run(whose, "{{ copy_for }}", bold=True, size=8.5)
    line = section.footer.add_paragraph()
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run(line, f"{foot}  ·  Page ", size=8.5, colour=QUIET)
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


def headed(document: Any, kind: str, rows: list[tuple[str, str]]) -> None:
    """The name of the MARAC, what kind of paper it is, and its facts."""
    document.add_paragraph("{{ marac }}", style="Title")
    line = document.add_paragraph()
    line.paragraph_format.space_after = Pt(10)
    run(line, kind, size=12, colour=QUIET)
    facts(document, [3, 14], rows)


def facts(document: Any, widths: list[float], rows: list[tuple[str, str]]) -> None:
    """A table of what things are called and what they are."""
    table = grid(document, widths, len(rows))
    for cells, (label, value) in zip(table.rows, rows, strict=True):
        write(cells.cells[0], label, bold=True)
        shade(cells.cells[0])
        write(cells.cells[1], value)


def beneath(document: Any, text: str) -> None:
    """A sentence beneath a table, with some room between."""
    document.add_paragraph(text).paragraph_format.space_before = Pt(6)


def listing(
    document: Any, heading: str, rows: str, columns: list[tuple[str, str, float]], none: str = "None recorded."
) -> None:
    """A heading and a table of rows, or the words that say that there are none."""
    document.add_heading(heading, level=2)
    document.add_paragraph(f"{{%p if {rows} %}}")
    looped(document, f"row in {rows}", [(title, f"{{{{ row.{name} }}}}", width) for title, name, width in columns])
    document.add_paragraph("{%p else %}")
    document.add_paragraph(none)
    document.add_paragraph("{%p endif %}")


def looped(document: Any, each: str, columns: list[tuple[str, str, float]]) -> None:
    """A table whose second row is printed once for each value."""
    table = grid(document, [width for _title, _value, width in columns], 4)
    for cell, (title, _value, _width) in zip(table.rows[0].cells, columns, strict=True):
        write(cell, title, bold=True)
        shade(cell)
    table.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader", val="true"))
    for cell in table.rows[0].cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    write(table.rows[1].cells[0], f"{{%tr for {each} %}}")
    for cell, (_title, value, _width) in zip(table.rows[2].cells, columns, strict=True):
        write(cell, value)
    write(table.rows[3].cells[0], "{%tr endfor %}")


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
    for row in table.rows:
        row._tr.get_or_add_trPr().append(element("w:cantSplit", val="true"))
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


def nameless(document: Any, title: str) -> None:
    """The file says nothing of who made it, or when."""
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.title, properties.language = title, "en-GB"
    properties.created = properties.modified = datetime(2026, 1, 1)  # noqa: DTZ001
