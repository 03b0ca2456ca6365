"""Makes PDFs: words and lines at places on a page, drawn rings, and fields that were filled in."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, String


def page(*drawing: str) -> str:
    return "\n".join(drawing)


def words(x: float, y: float, text: str, size: int = 10, *, bold: bool = False) -> str:
    safe = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F{2 if bold else 1} {size} Tf {x} {y} Td ({safe}) Tj ET"


def box(x: float, y: float, width: float, height: float) -> str:
    return f"{x} {y} {width} {height} re S"


def cross_out(x: float, y: float, width: float) -> str:
    return f"1 w {x} {y} m {x + width} {y} l S"


def ring(x: float, y: float, width: float, height: float) -> str:
    """An ellipse of four curves in the box."""
    k, rx, ry = 0.5523, width / 2, height / 2
    cx, cy = x + rx, y + ry
    return (
        f"{cx + rx} {cy} m {cx + rx} {cy + k * ry} {cx + k * rx} {cy + ry} {cx} {cy + ry} c "
        f"{cx - k * rx} {cy + ry} {cx - rx} {cy + k * ry} {cx - rx} {cy} c "
        f"{cx - rx} {cy - k * ry} {cx - k * rx} {cy - ry} {cx} {cy - ry} c "
        f"{cx + k * rx} {cy - ry} {cx + rx} {cy - k * ry} {cx + rx} {cy} c S"
    )


def text_field(x: float, y: float, name: str, value: str, tip: str | None = None) -> Dictionary:
    return _field(x, y, 200, name, tip, FT=Name.Tx, V=String(value))


def choice_field(x: float, y: float, name: str, value: str, *others: str) -> Dictionary:
    return _field(x, y, 120, name, None, FT=Name.Ch, V=String(value), Opt=Array([String(o) for o in (value, *others)]))


def check_field(x: float, y: float, name: str, tip: str | None, *, full: bool) -> Dictionary:
    state = Name("/On") if full else Name.Off
    return _field(x, y, 12, name, tip, FT=Name.Btn, V=state, AS=state)


def _field(x: float, y: float, width: float, name: str, tip: str | None, **rest) -> Dictionary:
    known = {"TU": String(tip)} if tip else {}
    return Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, T=String(name), Rect=Array([x, y, x + width, y + 14]), **known, **rest
    )


def pdf(*pages: str, fields: dict[int, list[Dictionary]] | None = None) -> bytes:
    made = pikepdf.new()
    every = Array()
    for number, drawing in enumerate(pages):
        made.add_blank_page(page_size=(595, 842))
        here = made.pages[-1]
        here.Contents = made.make_stream(drawing.encode("cp1252"))
        font = [
            Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{base}"), Encoding=Name.WinAnsiEncoding)
            for base in ("Helvetica", "Helvetica-Bold")
        ]
        here.Resources = Dictionary(Font=Dictionary(F1=font[0], F2=font[1]))
        for field in (fields or {}).get(number, []):
            held = made.make_indirect(field)
            here.Annots = Array([*here.get("/Annots", []), held])
            every.append(held)
    if fields:
        made.Root.AcroForm = Dictionary(Fields=every)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()
