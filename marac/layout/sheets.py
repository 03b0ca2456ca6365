"""Takes from the rows of a table what says nothing of anybody: counts, and where each entry came from."""

import re
from collections import Counter

from marac.answers import choices
from marac.labels.known import find
from marac.labels.sections import section
from marac.layout.grids import Row
from marac.written.text import Text

WITH_SOURCE, AGAIN, MOSTLY = 3, 4, 0.8  # cells of a row; the same word in so many rows; such words of all
SOURCE = re.compile(r"[A-Z]\w+(?: [a-z]\w+)?")
SHORT_SHEET = 2  # rows, and cells of a row
NUMBERED = re.compile(
    r"[A-Z]?\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?[.):]?|\(?(?:[a-z]|[ivx]{1,4})[.)]"
)  # of a question, in a column of its own

BIRTH = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9} \d{2,4}"
    r"|(?:aged? )?\d{1,2}(?: ?(?:yrs?|years?|months?|weeks?|[my]))?(?: old)?",
    re.I,
)


def without_sources(rows: list[Row]) -> list[Row]:
    """Without a third column of few short words, again and again: "Clinic", "Patient", "Spine"."""
    said = Counter(words for row in rows if len(row) == WITH_SOURCE if (words := row[2].text.words.strip()))
    often = [words for words, times in said.items() if times >= AGAIN and SOURCE.fullmatch(words)]
    told = any(section(words) == "perpetrator" or choices.yes_no(Text(words)).known for words in said)
    few = len(often) > 1 and sum(said[words] for words in often) >= MOSTLY * said.total()
    return [row[:2] if len(row) == WITH_SOURCE else row for row in rows] if few and not told else rows


def without_counts(rows: tuple[Row, ...]) -> list[Row]:
    """Without a first column that says the same in every row, or a pasted sheet's letters and numbers of rows."""
    said = {row[0].text.words.strip() for row in rows if row}
    label = len(said) == 1 and find(next(iter(said))) is not None  # "Name", before the name of each child
    if len(rows) > SHORT_SHEET and len(said) == 1 and not label and all(len(row) > SHORT_SHEET for row in rows):
        return [row[1:] for row in rows]
    numbered = [row[0].text.words.strip() for row in rows if row]
    if len(rows) > SHORT_SHEET and all(map(NUMBERED.fullmatch, numbered)) and all(len(row) > 1 for row in rows):
        return [row[1:] for row in rows]
    lettered = {id(row) for row in rows if "".join(cell.text.words.strip() for cell in row[:5])[:3] == "ABC"}
    first = [row[0].text.words.strip() for row in rows if row]
    if not lettered or not all(not words or words.isdigit() for words in first):
        return list(rows)
    return [row[1:] for row in rows if id(row) not in lettered and len(row) > 1]


def on_one_line(name: Text, row: Row) -> Text:
    """A name that was broken for want of room, beside the one birth or age of its line: it is of one person."""
    births = [cell for cell in row if BIRTH.fullmatch(" ".join(cell.text.words.split()))]
    first, _, rest = name.words.partition("\n")
    if first.strip() and BIRTH.fullmatch(" ".join(rest.split())):  # the birth on the line beneath
        return Text(f"{first} {' '.join(rest.split())}", name.marks)
    broken = len(births) == 1 and "\n" in name.words and not re.search(r"\d", name.words)
    return Text(" ".join(name.words.split()), name.marks) if broken else name
