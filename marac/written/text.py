"""Text that remembers how it was printed: what was struck out, bold, ringed or typed into a field."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

BLANK = re.compile(r"[\s\u2000-\u200b\u00a0_.\u2026\u2013\u2014-]*")
RING = " ◯"  # stands for an oval drawn over a Word document, which floats: what it rings only the eye can tell
MOST_SHOWN = 500  # marks in one text: a form has a few, and a page need not show more
LONGEST_KEPT = 200  # characters: names and labels are compared again and again, passages seldom
SPACES = re.compile(r"[ \t\u00a0\u2000-\u200b]+")


SEEN = ("bold", "highlighted", "ringed", "struck", "underlined")  # as a page shows them


@dataclass(frozen=True)
class Mark:
    """`kind` is struck, bold, underlined, highlighted, ringed or entered (typed into a form field)."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Text:
    """Words as printed, with marks on stretches of them."""

    words: str
    marks: tuple[Mark, ...] = ()

    def part(self, start: int, end: int | None = None) -> "Text":
        """The stretch from start to end, trimmed of white space, with its marks moved along."""
        end = len(self.words) if end is None else end
        while start < end and self.words[start].isspace():
            start += 1
        while end > start and self.words[end - 1].isspace():
            end -= 1
        moved = [
            Mark(max(mark.start, start) - start, min(mark.end, end) - start, mark.kind)
            for mark in self.marks
            if mark.start < end and mark.end > start
        ]
        return Text(self.words[start:end], tuple(moved))

    def marked(self, start: int, end: int, *kinds: str) -> bool:
        """Whether most of the stretch carries one of the kinds of mark."""
        covered = sum(max(0, min(mark.end, end) - max(mark.start, start)) for mark in self.marks if mark.kind in kinds)
        return covered * 2 > end - start

    def entered(self) -> list[tuple[int, int]]:
        """The stretches that were typed into form fields, in order."""
        return sorted((mark.start, mark.end) for mark in self.marks if mark.kind == "entered")

    def standing(self) -> "Text":
        """Without what is struck out, where anything is left."""
        struck = sorted((mark.start, mark.end) for mark in self.marks if mark.kind == "struck")
        if not struck:
            return self
        kept, at = [], 0
        for start, end in [*struck, (len(self.words), len(self.words))]:
            kept.append(self.part(at, start))
            at = max(at, end)
        left = join([piece for piece in kept if piece.words], " ")
        return self if left.blank else left

    def pieces(self) -> list[tuple[str, list[str]]]:
        """The words cut where a mark begins or ends, each piece with its marks; empty when nothing is marked."""
        seen = [mark for mark in self.marks if mark.kind in SEEN and mark.start < mark.end]
        if not seen or len(seen) > MOST_SHOWN:
            return []
        cuts = sorted({0, len(self.words), *(mark.start for mark in seen), *(mark.end for mark in seen)})
        return [
            (self.words[start:end], sorted({mark.kind for mark in seen if mark.start <= start and end <= mark.end}))
            for start, end in pairwise(cuts)
        ]

    @property
    def blank(self) -> bool:
        """Nothing but white space, dots, dashes and rules."""
        return BLANK.fullmatch(self.words) is not None


def join(texts: list[Text], between: str = "\n") -> Text:
    """Several texts as one."""
    words, marks = "", []
    for text in texts:
        words += between if words else ""
        marks += [Mark(mark.start + len(words), mark.end + len(words), mark.kind) for mark in text.marks]
        words += text.words
    return Text(words, tuple(marks))


def tidy(words: str) -> str:
    """One line, single spaces, no space or stop at either end."""
    return SPACES.sub(" ", words.replace("\n", " ")).strip(" \t,;:")


def plain(words: str) -> str:
    """Lower-case words without accents or punctuation, for comparing."""
    return _plain_often(words) if len(words) < LONGEST_KEPT else _plain(words)


def _plain(words: str) -> str:
    spread = unicodedata.normalize("NFKD", words.replace("\u2019", "'").replace("\u2018", "'"))
    if not spread.isascii():
        spread = "".join(letter for letter in spread if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", " ", spread.lower().replace("'", "").replace("&", " and ")).strip()


_plain_often = lru_cache(maxsize=8192)(_plain)
