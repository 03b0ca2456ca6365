"""Ticks, crosses and boxes that a document prints as letters of a font of signs: "4" of ZapfDingbats is a tick."""

import re

# By the code of the letter in its font. The second line of Wingdings is of Wingdings 2.
WINGDINGS = {
    0xA8: "☐", 0x6F: "☐", 0x71: "☐", 0xFE: "☑", 0xFD: "☒", 0xFC: "✓", 0xFB: "✗", 0x78: "☒", 0x6E: "■",
    0xA3: "☐", 0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x53: "☑", 0x54: "☒",
}  # fmt: skip
DINGBATS = {
    0x33: "✓", 0x34: "✔", 0x35: "✗", 0x36: "✗", 0x37: "✗", 0x38: "✘", 0x6E: "■", 0x6C: "●",
    0x6F: "☐", 0x70: "☐", 0x71: "☐", 0x72: "☐",
}  # fmt: skip
WEBDINGS = {0x61: "✓", 0x72: "✗", 0x63: "☐", 0x67: "■"}
FONTS = {"wingdings": WINGDINGS, "dingbats": DINGBATS, "webdings": WEBDINGS}
FONT = re.compile("|".join(FONTS), re.I)
PRIVATE = 0xF000  # Word and some PDFs put such letters into the private part of Unicode


def of(letters: str, font: str) -> str:
    """What is seen where the letters are printed in the font: signs, or the letters as they are."""
    kind = FONT.search(font)
    return "".join(_sign(ord(letter), kind.group()) or letter for letter in letters) if kind else letters


def symbol(code: int, font: str) -> str:
    """A symbol that Word puts into a sentence; nothing where it is no tick, cross or box, but a picture."""
    kind = FONT.search(font)
    if kind is None and code < PRIVATE:
        return letter if (letter := chr(code)).isprintable() else ""
    return _sign(code, kind.group() if kind else "wingdings")


def _sign(code: int, font: str) -> str:
    return FONTS[font.lower()].get(code - (PRIVATE if code >= PRIVATE else 0), "")
