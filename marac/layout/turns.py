"""Parts an answer that tells of several people in turn: by their numbers, or by their first names."""

import re
from collections.abc import Iterable

from marac.labels.relations import relation_words
from marac.written.text import Text, plain

ONE_OF = re.compile(r"(?:^|(?<=\n)|(?<=\s\s)|(?<=; )|(?<=\s)(?=\([1-9]\)))\s*\(?(?P<number>[1-9])[.)]\s+(?=\S)")
NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2}"
KIN = rf"(?:{relation_words()}|boyfriend|girlfriend)"
BIRTH = r"(?:,? \(?(?:(?:d\.?o\.?b\.?|born) )?\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\)?)?"
# "Karl LEE and his girlfriend Ann BELL", "Karl LEE, son, and Karl's girlfriend Ann BELL (or Bel)",
# "Karl LEE 3/2/77 and his son Dean BELL, 24, dob n/k"
TWO_NAMED = re.compile(
    rf"\s*(?P<one>{NAME}(?:, (?:(?:his|her|their) )?{KIN})?{BIRTH}),? (?:and|&|\+) "
    rf"(?:(?:his|her|their|[A-Z][\w-]+[’']s) {KIN},? )?(?P<two>{NAME}{BIRTH}(?:, \d\d\b)?)\s*"
    r"(?:\([^()]{1,40}\)\s*|,? who [^.;\n]{1,60}|, (?:d\.?o\.?b\.?|age|birth)\b[^.;\n]{1,30})?",
)


def several_in(value: Text) -> list[tuple[str, Text]]:
    """The parts of an answer that numbers them from one up, each with its number."""
    marks = list(ONE_OF.finditer(value.words))
    numbers = [match["number"] for match in marks]
    if len(marks) < 2 or marks[0].start() or numbers != [str(n) for n in range(1, len(marks) + 1)]:
        return []
    ends = [match.start() for match in marks[1:]] + [len(value.words)]
    return [(m["number"], value.part(m.end(), end)) for m, end in zip(marks, ends, strict=True)]


def two_named(value: Text) -> list[tuple[str, Text]]:
    """Two full names in an answer that holds nothing else, each with the first name by which what follows tells."""
    match = TWO_NAMED.fullmatch(value.words)
    spans = [match.span("one"), match.span("two")] if match else []
    return [(plain(value.words[start:end]).split()[0], value.part(start, end)) for start, end in spans]


def first_name(part: Text) -> str:
    """Of whoever is named first in a part of an answer, behind what they are to somebody: "his brother Dean LEE"."""
    named = re.search(r"\b[A-Z][a-z’'-]+\b", part.words)
    return plain(named.group()) if named else ""


def by_name(value: Text, names: Iterable[str]) -> list[tuple[str, Text]]:
    """The parts of an answer of which each begins with one of the first names: "Karl 02/04/1985, Ann not known"."""
    said = "|".join(re.escape(name) for name in names)
    named = rf"(?P<name>{said})\b(?![’']s (?:\w+ )?{KIN}\b)(?:[’']s)?"
    led = rf"(?:\A|[.;,\n]|\band\b)\s*{named}\s*(?:(?:is|lives|was)\b|[:–-])?\s*"
    marks = list(re.finditer(led, value.words, re.I)) if said else []
    if not marks or marks[0].start():
        return []
    ends = [match.start() for match in marks[1:]] + [len(value.words)]
    return [(m["name"].lower(), value.part(m.end(), end)) for m, end in zip(marks, ends, strict=True)]
