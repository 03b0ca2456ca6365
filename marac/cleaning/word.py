"""A Word file without its history: revisions settled, no comments, no hidden text, no names of who wrote it."""

import io
import zipfile
from collections.abc import Callable, Iterable
from typing import Any

from docx.opc.oxml import parse_xml, serialize_part_xml

from marac.cleaning.pictures import bare_picture
from marac.kernel.refusal import Refusal
from marac.kernel.text import _

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
CORE = b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
APP = b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
PROPERTIES = {"docProps/core.xml": CORE, "docProps/app.xml": APP}

# Parts that hold what the page does not show.
LEFT_OUT = (
    *("docProps/custom", "docProps/thumbnail", "customXml/", "word/comments", "word/people", "word/glossary/"),
    *(
        "word/embeddings/",
        "word/printerSettings",
        "word/attachedToolbars",
        "word/vba",
        "word/activeX",
        "_xmlsignatures/",
    ),
)
TAKEN_OUT = (
    *("del", "moveFrom", "delText", "delInstrText", "commentRangeStart", "commentRangeEnd", "commentReference"),
    *("annotationRef", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "proofErr"),
    *("rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "tblGridChange"),
    *("tblPrExChange", "numberingChange", "cellDel", "cellIns", "cellMerge", "dataBinding", "rsids", "rsid"),
    *("attachedTemplate", "docVars", "mailMerge", "permStart", "permEnd", "documentProtection", "writeProtection"),
    *("trackRevisions", "object"),
)
UNWRAPPED = ("ins", "moveTo")
OFF = ("0", "false", "off")
DAMAGED = (zipfile.BadZipFile, SyntaxError, KeyError, ValueError, OSError, RuntimeError)
NOT_CLEANED = _("No clean copy of this file could be made: it is damaged.")


def bare_word(content: bytes) -> bytes:
    """The same document as it reads once every change in it is accepted. Raises Refusal where it is damaged."""
    try:
        return _bare(content)
    except DAMAGED as error:
        raise Refusal(NOT_CLEANED) from error


def _bare(content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as package, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as clean:
        names = [name for name in package.namelist() if not name.endswith("/") and not name.startswith(LEFT_OUT)]
        hidden = _hidden_styles(package.read("word/styles.xml")) if "word/styles.xml" in names else frozenset()
        for name in names:
            content = _part(name, package.read(name), hidden, frozenset(names))
            clean.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _part(name: str, content: bytes, hidden: frozenset[str], names: frozenset[str]) -> bytes:
    if name in PROPERTIES:
        return PROPERTIES[name]
    if name.startswith("word/media/"):
        return bare_picture(content)
    if name == "[Content_Types].xml":
        return _without(content, OVERRIDE, lambda each: each.get("PartName", "").lstrip("/") not in names)
    if name.endswith(".rels"):
        return _without(content, RELATIONSHIP, lambda each: _leads_away(each, name, names))
    return _words(content, hidden) if name.startswith("word/") and name.endswith(".xml") else content


def _parsed(content: bytes) -> Any:
    """By the parser of python-docx, which follows nothing that a document refers to; Word writes no DOCTYPE."""
    if b"<!DOCTYPE" in content:
        raise Refusal(NOT_CLEANED)
    return parse_xml(content)


def _without(content: bytes, tag: str, goes: Callable[[Any], bool]) -> bytes:
    tree = _parsed(content)
    for each in [found for found in tree.iter(tag) if goes(found)]:
        each.getparent().remove(each)
    return serialize_part_xml(tree)


def _leads_away(each: Any, name: str, names: frozenset[str]) -> bool:
    """To a part that was left out, or to something outside that Word would fetch; a link that somebody clicks stays."""
    if each.get("TargetMode") == "External":
        return not each.get("Type", "").endswith("/hyperlink")
    folder = name.rpartition("_rels/")[0]
    target = each.get("Target", "")
    path = target.lstrip("/") if target.startswith("/") else _joined(folder, target)
    return path not in names


def _joined(folder: str, target: str) -> str:
    steps: list[str] = []
    for step in f"{folder}{target}".split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


def _words(content: bytes, hidden: frozenset[str]) -> bytes:
    tree = _parsed(content)
    for row in [row for row in tree.iter(f"{W}tr") if row.find(f"{W}trPr/{W}del") is not None]:
        row.getparent().remove(row)
    _take_out(tree.iter(*(f"{W}{name}" for name in TAKEN_OUT)))
    _take_out(run for run in tree.iter(f"{W}r") if _is_hidden(run.find(f"{W}rPr"), "rStyle", hidden))
    _take_out(
        run
        for paragraph in tree.iter(f"{W}p")
        if _is_hidden(paragraph.find(f"{W}pPr"), "pStyle", hidden)
        for run in paragraph.iter(f"{W}r")
    )
    for each in list(tree.iter(*(f"{W}{name}" for name in UNWRAPPED))):
        _unwrap(each)
    for each in tree.iter():
        for key in [key for key in each.attrib if key.startswith(f"{W}rsid")]:
            del each.attrib[key]
        if isinstance(each.tag, str) and each.tag.endswith(("}cNvPr", "}docPr")) and each.get("name"):
            each.set("name", f"Picture {each.get('id', '')}".strip())
    return serialize_part_xml(tree)


def _take_out(found: Iterable[Any]) -> None:
    """Each with all that it holds; what follows it stays."""
    for each in list(found):
        parent = each.getparent()
        if parent is not None:
            parent.remove(each)


def _unwrap(each: Any) -> None:
    parent = each.getparent()
    if parent is None:
        return
    at = parent.index(each)
    for child in list(each):
        parent.insert(at, child)
        at += 1
    parent.remove(each)


def _hidden_styles(content: bytes) -> frozenset[str]:
    styles = _parsed(content).iter(f"{W}style")
    return frozenset(each.get(f"{W}styleId", "") for each in styles if _vanishes(each.find(f"{W}rPr")))


def _is_hidden(properties: Any, style: str, hidden: frozenset[str]) -> bool:
    if properties is None:
        return False
    named = properties.find(f"{W}{style}")
    return _vanishes(properties) or (named is not None and named.get(f"{W}val") in hidden)


def _vanishes(properties: Any) -> bool:
    found = properties.find(f"{W}vanish") if properties is not None else None
    return found is not None and found.get(f"{W}val", "1") not in OFF
