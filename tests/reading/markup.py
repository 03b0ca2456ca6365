"""Word's own markup, for forms that python-docx cannot make: controls, fields, changes, boxes, drawn rings."""

from itertools import groupby
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml import parse_xml

from tests.reading.documents import saved

SPACES = " ".join(
    f'xmlns:{short}="{name}"'
    for short, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
POINT = 12700


def word(*blocks: str) -> bytes:
    """A Word file with these paragraphs and tables."""
    document = Document()
    for element in parse_xml(f"<w:body {SPACES}>{''.join(blocks)}</w:body>"):
        document.element.body.insert(len(document.element.body) - 1, element)
    return saved(document)


def r(words: str, *props: str) -> str:
    """A run; props are the names of switches such as b, strike, u."""
    marks = "".join(f'<w:{p} w:val="single"/>' if p == "u" else f"<w:{p}/>" for p in props)
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in words.split("\n"))
    return f"<w:r><w:rPr>{marks}</w:rPr>{lines}</w:r>"


def p(*pieces: str) -> str:
    """A paragraph; a piece that is not markup becomes a run."""
    return f"<w:p>{''.join(piece if piece.startswith('<') else r(piece) for piece in pieces)}</w:p>"


def head(words: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>{r(words)}</w:p>'


def tc(*inside: str, span: int = 1, down: str = "") -> str:
    """A cell; `down` is restart or continue in a cell that is merged downwards."""
    props = (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "") + (f'<w:vMerge w:val="{down}"/>' if down else "")
    parted = groupby(inside, key=lambda piece: piece.startswith(("<w:p>", "<w:tbl>")))
    blocks = "".join("".join(pieces) if blocky else p(*pieces) for blocky, pieces in parted)
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{blocks}{'' if blocks.endswith('</w:p>') else p('')}</w:tc>"


def tr(*cells: str) -> str:
    return f"<w:tr>{''.join(cell if cell.startswith('<w:tc>') else tc(cell) for cell in cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


# ------------------------------------------------------------ content controls
def control(words: str, kind: str = "<w:text/>") -> str:
    return f"<w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent>{r(words)}</w:sdtContent></w:sdt>"


def prompt(words: str = "Click or tap here to enter text.") -> str:
    return control(words, "<w:showingPlcHdr/><w:text/>")


def dropdown(words: str, *others: str) -> str:
    items = "".join(f'<w:listItem w:displayText="{item}" w:value="{item}"/>' for item in (words, *others))
    return control(words, f"<w:dropDownList>{items}</w:dropDownList>")


def picked_date(iso: str, words: str) -> str:
    return control(words, f'<w:date w:fullDate="{iso}T00:00:00Z"><w:dateFormat w:val="dd/MM/yyyy"/></w:date>')


def check(full: bool) -> str:
    kind = f'<w14:checkbox><w14:checked w14:val="{int(full)}"/></w14:checkbox>'
    return control("☒" if full else "☐", kind)


def repeating(*rows: str) -> str:
    """A repeating section of table rows."""
    items = "".join(
        f"<w:sdt><w:sdtPr><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>{row}</w:sdtContent></w:sdt>"
        for row in rows
    )
    return f"<w:sdt><w:sdtPr><w15:repeatingSection/></w:sdtPr><w:sdtContent>{items}</w:sdtContent></w:sdt>"


# ------------------------------------------------------------ legacy fields
def _field(data: str, shown: str = "") -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(shown) if shown else ""}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def typed(words: str) -> str:
    return _field("<w:textInput/>", words or "\u2002" * 5)


def ticked(full: bool) -> str:
    return _field(f'<w:checkBox><w:default w:val="0"/>{"<w:checked/>" if full else ""}</w:checkBox>')


def listed(at: int, *entries: str) -> str:
    inner = "".join(f'<w:listEntry w:val="{entry}"/>' for entry in entries)
    return _field(f'<w:ddList><w:result w:val="{at}"/>{inner}</w:ddList>')


# ------------------------------------------------------------ marks by hand
def wingding(char: str) -> str:
    return f'<w:r><w:sym w:font="Wingdings" w:char="F0{char}"/></w:r>'


def deleted(words: str) -> str:
    return (
        f'<w:del w:id="1" w:author="x"><w:r><w:delText xml:space="preserve">{escape(words)}</w:delText></w:r></w:del>'
    )


def inserted(words: str) -> str:
    return f'<w:ins w:id="2" w:author="x">{r(words)}</w:ins>'


def text_box(*paragraphs: str) -> str:
    """A run with an anchored text box, and the older drawing for older programs, as Word writes both."""
    inside = "".join(paragraphs)
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData>"
        f"<wps:wsp><wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def oval(left: float, width: float) -> str:
    """An unfilled oval drawn over the line, so many points from the left edge of the column."""
    return (
        "<w:r><w:drawing><wp:anchor>"
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{int(left * POINT)}</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>-12700</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{int(width * POINT)}" cy="{16 * POINT}"/>'
        "<a:graphic><a:graphicData><wps:wsp><wps:spPr><a:prstGeom prst='ellipse'/><a:noFill/></wps:spPr></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )
