"""Knows a heading that names none of our people: what stands under it is not about the last person."""

import re
from collections.abc import Callable
from itertools import pairwise

from marac.kernel.postcodes import postcode_places
from marac.labels.known import BRACKETS, FILLER, WORDS, Label
from marac.written.blocks import Block, Cell
from marac.written.text import Text, plain

NUMBERED = re.compile(r"(?:section|part|step|page)\s+\w{1,3}\b", re.I)
NUMBER = re.compile(r"^\(?(?:\d{1,2}(?:\.\d{1,2}|[a-h])?|[A-Ha-h](?=[.)]))[.)]?\s+")
LONGEST = 9  # words; a row of its own above others may say more
LONGEST_TITLE = 14
SAME_BOX = set(WORDS["headings"]["same_box"])
ANOTHER = re.compile(r"\b(?:second|third|fourth|two|three|another|additional|further|other|next|more|[2-4])\b", re.I)
ANYBODY = {"person", "people", "individuals", "adult", "adults", "other", "others"}
# "NOMINAL 2   Involvement: SUSPECT", "Person 3 - child": a number, and what part this person has.
PART = re.compile(
    r"(?:(?:[A-Z][A-Za-z]{2,12} )?[A-Z][A-Za-z]{2,12} (?:no\.? ?)?\d{1,2}(?: of \d{1,2})?\b[\s:–-]*)"
    r"(?:\(|(?:role|part|status|involvement|capacity|person type|type|class\w*)(?: in (?:this |the )?\w+)?\s*[:–-]\s*)?"
    r"(?P<who>[A-Za-z][^:\n)]{2,40})\)?",
    re.I,
)
ORDINAL = re.compile(r"(?:(?:first|second|third|fourth) \w+|(?:\w+ )?[1-4a-d])", re.I)
ANSWERED = re.compile(r":\s*\S|\t")  # the answer stands on the same line
OF_SECTION = re.compile(r"\s*\d{1,2}\.\d{1,2}\.?\s+[A-Z]")
SECTION = re.compile(r"\s*\d{1,2}\.?\s+[A-Z]")
FEWEST_BOLD = 5  # questions in bold with their answers beneath: our own choice
ALSO = ("also", "and", "and also", "as well as", "together with")  # one more of the same
SOMEBODY = set(WORDS["headings"]["somebody"])
MORE_OF_THEM = re.compile(  # what a record goes on with after the name at its head
    r"(?:(?:part|section) \w+ |[\da-h] )?(?:patient |client )?(?:demographics?|demographic (?:details|information|data)"
    r"|(?:personal|further|basic) (?:details|information)|protected characteristics|(?:equality|diversity|equalities)"
    r"(?: and diversity| and equality)?(?: monitoring| information| details)?)"
)


def opens(block: Block, text: Text, cell: Cell | None) -> bool:
    """A heading by its looks: a style, a row of its own above others, bold throughout, or Section 4."""
    words = NUMBER.sub("", text.words.strip())
    titled = cell is not None and ((max(map(len, block.rows)) > 1 and cell.span > 1) or _by_itself(block))
    longest = LONGEST_TITLE if titled or block.kind == "heading" else LONGEST
    asks = words.endswith("?") and not (block.kind == "heading" and words.startswith("Who "))
    if not words[:1].isupper() or asks or words.endswith((".", ",", ";")) or len(words.split()) > longest:
        return False
    if (
        postcode_places(text.words)
        or re.search(r"\d{3}|@|\n|\t|:\s*\S", words)
        or not set(plain(words).split()) - FILLER - SAME_BOX
    ):
        return False
    bold = block.kind in ("line", "paragraph") and text.marked(0, len(text.words), "bold")
    capitals = block.kind in ("line", "paragraph") and words.isupper() and len(words.split()) > 2
    return block.kind == "heading" or titled or bold or capitals or NUMBERED.match(text.words) is not None


def _by_itself(block: Block) -> bool:
    """A table of one cell: a banner over the next table."""
    return len(block.rows) == 1 and len(block.rows[0]) == 1


def may_open(text: Text) -> bool:
    """A short line that is no sentence: it may be a heading in words that are not known."""
    words = NUMBER.sub("", text.words.strip())
    short = len(words.split()) <= LONGEST_TITLE
    return words[:1].isupper() and short and not re.search(r"[.,;:]$|\d{3}|@|\n", words)


def another(words: str) -> bool:
    """Speaks of one more of the same people."""
    said = set(plain(words).split())
    return ANOTHER.search(words) is not None and not said & (SOMEBODY - ANYBODY)


def of_somebody_else(words: str) -> bool:
    """Names somebody who has another part in the case."""
    said = set(plain(words).split()) & SOMEBODY
    return bool(said - {"person"})  # a person of whom no more is said may be one of ours


def part(words: str, whose: Callable[[str], str | None]) -> str | None:
    """The part of a person whom the document numbers, as the line says it: "child of victim" is a child."""
    said = PART.fullmatch(words.strip())
    return whose(re.split(r" (?:of|and) ", said["who"], flags=re.I)[0].strip()) if said else None


def spans(cell: Cell) -> bool:
    """A head over several columns."""
    words = cell.text.words.strip()
    return cell.span > 1 and len(words.split()) < LONGEST and not re.search(r"\d{3}|[@:?]|\n", words)


def numbered(words: str) -> bool:
    """One more of several: "Second person", "2", "Person 2 (if any)"."""
    return ORDINAL.fullmatch(plain(BRACKETS.sub(" ", words))) is not None


def in_bold(block: Block) -> bool:
    """A line or paragraph in bold throughout."""
    short = block.kind in ("heading", "line") and "\n" not in block.text.words
    return short and block.text.marked(0, len(block.text.words), "bold")


def asks_in_bold(blocks: list[Block], known: Callable[[str], Label | None]) -> bool:
    """Whether this document prints its questions in bold, each above its answer."""
    asked = [one for one, after in pairwise(blocks) if in_bold(one) and after.kind != "table" and not in_bold(after)]
    asked = [one for one in asked if not ANSWERED.search(one.text.words)]
    return sum(known(block.text.words.rstrip(":")) is not None for block in asked) >= FEWEST_BOLD


def in_sections(blocks: list[Block]) -> bool:
    """Whether this document numbers its questions within its sections: "4.1 Which adult?" under "4. Adult at risk"."""
    return sum(in_bold(block) and OF_SECTION.match(block.text.words) is not None for block in blocks) >= FEWEST_BOLD
