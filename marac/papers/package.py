"""A Word template as a package: what in it leads outside or runs, its passages, and the text that the engine sees."""

import io
import re
import zipfile
from typing import Any

from docx import Document
from docx.opc.oxml import parse_xml, serialize_part_xml
from docxtpl import DocxTemplate

from marac.kernel.text import Sentence, _, shorten
from marac.papers.allowed import Passage

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PRINTED = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
HOLDS_TAGS = re.compile(rb"{{|{%|{#")
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
NUMBERS = {"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES"}
TAGS_INSIDE = ("object", "altChunk", "attachedTemplate", "dataBinding", "mailMerge", "control")
INSIDE = re.compile(r"word/(embeddings|activeX)/|vbaProject|vbaData", re.I)
LEADS_OUT = _(
    "{part} leads outside the document ({target}): take the link or the linked picture out. A picture that is in the "
    "file itself stays."
)
HOLDS = _("{part} holds {what}, which can run or fetch something. Take it out.")
FIELD_CODE = _(
    "The Word field {code} {where} fetches or works something out. Only the number of the page and of the pages may "
    "stand."
)
ELSEWHERE = _("A field of ours stands where it is not filled: in {part}. Put it in the text, the header or the foot.")
DAMAGED = _(
    "This Word file is damaged, or written in a way that Word does not write. Save it in Word as .docx and upload that."
)
TYPED_MARKING = _(
    "A protective marking is typed by hand {where} (“{text}”). The area's rules set it: put {{{{ marking }}}} there."
)
MARKINGS = re.compile(r"\b(OFFICIAL|SENSITIVE|RESTRICTED|PROTECT|SECRET)\b")
WHERE = {"header": _("in the header"), "footer": _("in the foot"), "document": _("in the text")}


class Template:
    """Read once: its parts as trees. Raises what zip and XML readers raise of a damaged file."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            self.names = package.namelist()
            self.parts = {name: package.read(name) for name in self.names if name.endswith((".xml", ".rels"))}
        self.trees = {name: parse_xml(part) for name, part in self.parts.items() if b"<!DOCTYPE" not in part}

    def problems(self) -> list[Sentence]:
        if len(self.trees) != len(self.parts) or "word/document.xml" not in self.parts:
            return [DAMAGED]
        found = [HOLDS.format(part=name, what=_("an embedded object")) for name in self.names if INSIDE.search(name)]
        for name, tree in self.trees.items():
            found += self._of_part(name, tree)
        return [*dict.fromkeys(found), *self._typed_markings()]

    def passages(self) -> list[Passage]:
        """Every paragraph that is printed, by its part."""
        return [
            Passage(_where(name), "".join(text.text or "" for text in paragraph.iter(f"{W}t")))
            for name in sorted(self.trees, key=lambda each: (each.startswith("word/document"), each))
            if PRINTED.fullmatch(name)
            for paragraph in self.trees[name].iter(f"{W}p")
        ]

    def filled_parts(self) -> list[str]:
        """What the engine parses and fills, part by part."""
        template = DocxTemplate(io.BytesIO(self.content))
        template.init_docx()
        return [template.patch_xml(self.parts[name].decode()) for name in self.names if PRINTED.fullmatch(name)]

    def kinds_of_page(self) -> list[str]:
        """Of each kind of page that the document has (its first, its even ones, the others), header and foot as one."""
        document = Document(io.BytesIO(self.content))
        template = DocxTemplate(io.BytesIO(self.content))
        found = []
        for section in document.sections:
            edges = [(section.header, section.footer)]
            if section.different_first_page_header_footer:
                edges.append((section.first_page_header, section.first_page_footer))
            if document.settings.odd_and_even_pages_header_footer:
                edges.append((section.even_page_header, section.even_page_footer))
            found += ["".join(template.patch_xml(_text(edge)) for edge in each) for each in edges]
        return found

    def _of_part(self, name: str, tree: Any) -> list[Sentence]:
        found = []
        for each in tree.iter(RELATIONSHIP):
            if each.get("TargetMode") == "External":
                found.append(LEADS_OUT.format(part=name, target=each.get("Target", "")[:80]))
        for tag in TAGS_INSIDE:
            if next(tree.iter(f"{W}{tag}"), None) is not None:
                found.append(HOLDS.format(part=name, what=tag))
        found += [FIELD_CODE.format(code=code, where=_where(name)) for code in _codes(tree) if code not in NUMBERS]
        if not PRINTED.fullmatch(name) and HOLDS_TAGS.search(re.sub(rb"<[^>]*>", b"", self.parts[name])):
            found.append(ELSEWHERE.format(part=name))
        return found

    def _typed_markings(self) -> list[Sentence]:
        edges = [each for each in self.passages() if each.where != WHERE["document"]]
        return [
            TYPED_MARKING.format(where=each.where, text=shorten(each.text, 60))
            for each in edges
            if MARKINGS.search(re.sub(r"{{.*?}}", "", each.text))
        ]


def _text(edge: Any) -> str:
    return serialize_part_xml(edge.part.element).decode()


def _codes(tree: Any) -> list[str]:
    """The first word of each field of Word's own. One may be spread over several runs: they are taken together."""
    found = [each.get(f"{W}instr", "") for each in tree.iter(f"{W}fldSimple")]
    for paragraph in tree.iter(f"{W}p"):
        code, depth = "", 0
        for each in paragraph.iter(f"{W}fldChar", f"{W}instrText"):
            if each.tag == f"{W}instrText":
                code += each.text or ""
            elif each.get(f"{W}fldCharType") == "begin":
                found += [code] if depth else []
                code, depth = "", depth + 1
            else:
                found += [code] if code else []
                code, depth = "", 0 if each.get(f"{W}fldCharType") == "end" else depth
        found += [code] if code else []
    return [(code.split() or ["—"])[0].upper() for code in found]


def _where(name: str) -> Sentence:
    kind = name.removeprefix("word/").rstrip("0123456789.xml").rstrip("0123456789")
    return WHERE.get(kind, WHERE["document"])
