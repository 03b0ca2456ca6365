"""Turns a Word document into blocks: paragraphs, tables, text boxes, form fields, content controls, notes."""

import io
import re
import zipfile
import zlib
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.opening import signs
from marac.written.blocks import NO_TEXT, Block, Cell
from marac.written.text import RING, Mark, Text, join

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
SKIPPED = {FALLBACK, W + "del", W + "moveFrom", W + "instrText", W + "delText", W + "sdtPr"}
PROMPTS = ("please select", "select", "choose", "click", "pick", "---", "please choose")
OFF = {"0", "false", "off", "none"}
NOTES = (("word/comments.xml", "comment"), ("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote"))
STYLES = {"strike": "struck", "dstrike": "struck", "b": "bold", "u": "underlined", "highlight": "highlighted"}
RINGS = {"{http://schemas.openxmlformats.org/drawingml/2006/main}prstGeom", "{urn:schemas-microsoft-com:vml}oval"}
DEEPEST, MOST_HEADERS = 40, 3
CODE = re.compile("[0-9a-fA-F]{1,4}")
# A part may be missing, an encoding unknown, or the file packed in a way that nobody uses.
UNREADABLE = (LookupError, OSError, EOFError, ValueError, NotImplementedError, RecursionError, zlib.error)


def blocks(content: bytes, part: str) -> list[Block]:
    """The blocks of a .docx in reading order."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            walker = _Walker(part)
            for name in sorted(n for n in package.namelist() if n.startswith("word/header"))[:MOST_HEADERS]:
                walker.header(_parse(package.read(name)))
            body = _parse(package.read("word/document.xml")).find(W + "body")
            walker.walk(body if body is not None else Element("none"))
            for name, word in NOTES:
                if name in package.namelist():
                    walker.note(_parse(package.read(name)), word)
    except (zipfile.BadZipFile, ParseError, DefusedXmlException, *UNREADABLE) as error:
        raise Refusal(
            _("This Word file is damaged or unsafe and was not read. Ask the sender for it again.")
        ) from error
    if not walker.blocks:
        raise Refusal(_("Nothing is written in this Word file. Choose the file again, or ask the sender for it."))
    return walker.blocks


def _parse(xml: bytes) -> Element:
    """No document type, no entities, nothing from outside."""
    root: Element = ElementTree.fromstring(xml, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    return root


def _font(run: Element) -> str:
    named = run.find(f"{W}rPr/{W}rFonts")
    return named.get(W + "ascii", "") if named is not None else ""


def _on(properties: Element | None, name: str) -> bool:
    found = properties.find(W + name) if properties is not None else None
    return found is not None and found.get(W + "val", "1").lower() not in OFF


class _Walker:
    """Walks a part in reading order. Legacy fields may run over several runs and paragraphs, hence the state."""

    def __init__(self, part: str) -> None:
        self.part = part
        self.blocks: list[Block] = []
        self.where, self.tables, self.lines = "", 0, 0
        self.fields: list[str] = []
        self.later: list[Element] = []

    def add(self, kind: str, place: str, text: Text = NO_TEXT, rows: tuple[tuple[Cell, ...], ...] = ()) -> None:
        self.blocks.append(Block(kind, self.part, place, text, rows))

    def walk(self, body: Element, depth: int = 0) -> None:
        """Block elements in order; containers are opened."""
        for element in body:
            if element.tag == W + "p":
                self._paragraph(element)
            elif element.tag == W + "tbl":
                self._table(element, depth)
            elif element.tag not in SKIPPED and depth < DEEPEST:
                self.walk(element, depth + 1)
        if depth == 0:
            self._boxes()

    def header(self, root: Element) -> None:
        """Of each page: a patient's label often stands there. What stands below is counted as people count it."""
        self.where = "page header, "
        self.walk(root)
        self.where, self.tables, self.lines = "", 0, 0

    def note(self, root: Element, word: str) -> None:
        for number, element in enumerate(root, 1):
            text = join([self.text(paragraph) for paragraph in element.iter(W + "p")])
            if not text.blank:
                self.add("line", f"{word} {number}", text)

    def _boxes(self) -> None:
        waiting, self.later = self.later, []
        for box in waiting:
            self.walk(box, 1)
        if self.later:
            self._boxes()

    def _paragraph(self, element: Element) -> None:
        self.lines += 1
        text = self.text(element)
        if text.blank and not text.entered():
            return
        style = element.find(f"{W}pPr/{W}pStyle")
        named = style is not None and style.get(W + "val", "").lower().startswith(("heading", "title"))
        bold = len(text.words) < 90 and text.marked(0, len(text.words), "bold")
        self.add("heading" if named or bold else "paragraph", f"{self.where}paragraph {self.lines}", text)

    def _table(self, element: Element, depth: int) -> None:
        self.tables += 1
        place = f"{self.where}table {self.tables}"
        inner: list[Element] = []
        above: dict[int, Text] = {}
        kept: list[tuple[Cell, ...]] = []
        for number, row in enumerate((row for row in _open(element, W + "tr")), 1):
            nested: list[list[Element]] = []
            cells = self._row(row, number, nested, above)
            if sum(map(bool, nested)) > 1:
                # Tables side by side, each under its own heading: one after the other, with that heading.
                self.add("table", place, rows=tuple(filter(None, kept)))
                kept = []
                for cell, tables in zip(cells, nested, strict=True):
                    self.add("heading", place, cell.text)
                    self._inner(tables, depth)
                continue
            kept.append(cells)
            inner += [table for tables in nested for table in tables]
        self.add("table", place, rows=tuple(row for row in kept if row))
        self._inner(inner, depth)

    def _inner(self, tables: list[Element], depth: int) -> None:
        for table in tables if depth < DEEPEST else []:
            self._table(table, depth + 1)

    def _row(self, row: Element, number: int, nested: list[list[Element]], above: dict[int, Text]) -> tuple[Cell, ...]:
        cells, at = [], 0
        for column, element in enumerate(_open(row, W + "tc"), 1):
            properties = element.find(W + "tcPr")
            wide = properties.find(W + "gridSpan") if properties is not None else None
            span = int(wide.get(W + "val", "1")) if wide is not None else 1
            merged = properties.find(W + "vMerge") if properties is not None else None
            text = join([self.text(paragraph) for paragraph in _open(element, W + "p")])
            nested.append(list(_open(element, W + "tbl")))
            if merged is not None and merged.get(W + "val") != "restart":
                text = above.get(at, text) if column == 1 else text
            above[at] = text
            cells.append(Cell(text, number, column, at, span))
            at += span
        return tuple(cells)

    def text(self, element: Element) -> Text:
        pieces: list[Text] = []
        self._runs(element, pieces, False, 0)
        return join([piece for piece in pieces if piece.words], "")

    def _runs(self, element: Element, pieces: list[Text], entered: bool, depth: int) -> None:
        for child in element:
            if child.tag in SKIPPED or depth > DEEPEST:
                continue
            if child.tag in RINGS and child.get("prst", "ellipse") == "ellipse":
                pieces.append(Text(RING))
            if child.tag == W + "txbxContent":
                self.later.append(child)
            elif child.tag == W + "r":
                self._run(child, pieces, entered, depth)
            elif child.tag == W + "sdt":
                self._control(child, pieces, depth)
            else:
                self._runs(child, pieces, entered, depth + 1)

    def _control(self, element: Element, pieces: list[Text], depth: int) -> None:
        """A content control; one that still shows its prompt is blank."""
        properties = element.find(W + "sdtPr")
        prompt = properties is not None and properties.find(W + "showingPlcHdr") is not None
        box = properties is not None and properties.find(W14 + "checkbox") is not None
        if prompt and not box:
            pieces.append(Text("     ", (Mark(0, 5, "entered"),)))
        else:
            self._runs(element, pieces, not box, depth + 1)

    def _run(self, run: Element, pieces: list[Text], entered: bool, depth: int) -> None:
        words = ""
        for child in run:
            if child.tag == W + "fldChar":
                pieces.append(self._field(child))
            elif child.tag == W + "t":
                words += signs.of(child.text or "", _font(run))
            elif child.tag in (W + "tab", W + "br", W + "cr"):
                words += "\n" if child.tag != W + "tab" else "\t"
            elif child.tag == W + "sym":
                code = child.get(W + "char", "")
                words += signs.symbol(int(code, 16), child.get(W + "font", "")) if CODE.fullmatch(code) else ""
            elif child.tag not in SKIPPED and child.tag != W + "rPr":
                self._runs(child, pieces, entered, depth + 1)
        if words and self.fields[-1:] != ["answered"]:
            pieces.append(Text(words, self._marks(run, len(words), entered)))

    def _marks(self, run: Element, length: int, entered: bool) -> tuple[Mark, ...]:
        properties = run.find(W + "rPr")
        kinds = {kind for name, kind in STYLES.items() if _on(properties, name)}
        if entered or "typed" in self.fields:
            kinds.add("entered")
        return tuple(Mark(0, length, kind) for kind in sorted(kinds))

    def _field(self, mark: Element) -> Text:
        """The start of a legacy field says what it is: box, list or typed text."""
        kind = mark.get(W + "fldCharType")
        if kind == "end" and self.fields:
            self.fields.pop()
        if kind != "begin":
            return Text("")
        data = mark.find(W + "ffData")
        box = data.find(W + "checkBox") if data is not None else None
        choices = data.find(W + "ddList") if data is not None else None
        self.fields.append("typed" if data is not None else "other")
        if box is not None:
            self.fields[-1] = "answered"
            ticked = _on(box, "checked") if box.find(W + "checked") is not None else _on(box, "default")
            return Text("☒" if ticked else "☐")
        if choices is not None:
            self.fields[-1] = "answered"
            return _chosen(choices)
        return Text("")


def _chosen(choices: Element) -> Text:
    """A legacy drop-down keeps only the number of the chosen entry, counted from 0."""
    entries = [entry.get(W + "val", "") for entry in choices.findall(W + "listEntry")]
    number = choices.find(W + "result")
    number = number if number is not None else choices.find(W + "default")
    at = int(number.get(W + "val", "0")) if number is not None else 0
    words = entries[at] if 0 <= at < len(entries) else ""
    words = "     " if not words.strip() or words.lower().strip().startswith(PROMPTS) else words
    return Text(words, (Mark(0, len(words), "entered"),))


def _open(element: Element, tag: str) -> list[Element]:
    """Children with the tag, looking through content controls and the like but not into other cells or tables."""
    found = []
    for child in element:
        if child.tag == tag:
            found.append(child)
        elif child.tag in (W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "smartTag"):
            found += _open(child, tag)
    return found
