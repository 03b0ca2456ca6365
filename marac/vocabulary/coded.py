"""Spells out the codes under which a document keeps people: V1 in one table, and "V1 C1" in those that follow."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from marac.labels import known
from marac.labels.sections import section
from marac.vocabulary import called
from marac.written.blocks import Block, Cell
from marac.written.text import Text, plain

CODE = re.compile(r"(?P<letter>[A-Z]{1,3})[1-9]?")
CODES = re.compile(r"[A-Z]{1,3}[1-9](?:[\s,;/&+]+(?:and )?[A-Z]{1,3}[1-9])*")
# "V victim S suspect C child", in any of the ways of writing that.
KEY = re.compile(r"\b(?P<letter>[A-Z]{1,3})\s?[=:–-]?\s?(?P<word>[a-z]{4,12})\b")
FEWEST = 2  # people
ROLES = ("victim", "perpetrator", "child")
# Where the document explains no letter: as minutes and crime reports write them, where both of the first stand.
USUAL = {"V": "victim", "P": "perpetrator", "C": "child", "CH": "child"}
ROLE_HEADS = {"role", "part", "party", "type"}
HEADS = {"code", "ref", "id", "nominal", "no", "key", ""} | ROLE_HEADS
Row = tuple[Cell, ...]


def spelled_out(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with everybody's role in the place of their code where they are named, and their name elsewhere.

    Unchanged where no table names at least two people by codes of which the document says whose they are.
    """
    explained = bool(called.key(list(blocks)))  # a column of roles is read as such
    table = next((b for b in blocks if len(_coded_rows(b)) >= FEWEST and _named_by(b, explained=explained)), None)
    roles = (_roles(blocks) or _usual(table)) if table else {}
    if table is None or not {"victim", "perpetrator"} <= set(roles.values()):
        return list(blocks)
    names = dict(_names(table))
    return [_with_roles(each, roles) if each is table else _with_names(each, names) for each in blocks]


def _coded_rows(block: Block) -> list[Row]:
    return [row for row in block.rows if len(row) > FEWEST and CODE.fullmatch(row[0].text.words.strip())]


def _named_by(block: Block, *, explained: bool = False) -> list[int]:
    """The columns, in order, of which the head asks for a name."""
    at = block.rows.index(_coded_rows(block)[0])
    head = block.rows[at - 1] if at else ()
    asked = [(n, known.find(cell.text.words)) for n, cell in enumerate(head)]
    order = {"forenames": 0, "name": 1, "surname": 2}
    fields = [(order[label.field], n) for n, label in asked if label and label.field in order]
    return (
        [n for _, n in sorted(fields)]
        if head and plain(head[0].text.words) in HEADS - (ROLE_HEADS if explained else set())
        else []
    )


def _roles(blocks: Sequence[Block]) -> dict[str, str]:
    """Whose each letter is, as the document says."""
    texts = (text.words for block in blocks for text in (block.text, *(c.text for row in block.rows for c in row)))
    said = [(m["letter"], section(m["word"])) for words in texts for m in KEY.finditer(words)]
    found: dict[str, str] = {}
    for letter, role in said:
        if role:
            found.setdefault(letter, role)
    return found


def _usual(table: Block) -> dict[str, str]:
    """By the letter alone: V, P, C1 and C2 before the names of people."""
    letters = {match["letter"] for row in _coded_rows(table) if (match := CODE.fullmatch(row[0].text.words.strip()))}
    return USUAL if letters >= {"V", "P"} and letters <= USUAL.keys() else {}


def _names(table: Block) -> Iterator[tuple[str, str]]:
    columns = _named_by(table)
    for row in _coded_rows(table):
        name = " ".join(row[n].text.words.strip() for n in columns if n < len(row))
        yield row[0].text.words.strip(), " ".join(name.split())


def _with_roles(table: Block, roles: dict[str, str]) -> Block:
    """The table of people: its head asks for their role, and each line tells it; what stands over the head is gone."""
    first = table.rows.index(_coded_rows(table)[0])
    rows = [_with_first(table.rows[first - 1], "Role")]
    for row in table.rows[first:]:
        code = CODE.fullmatch(row[0].text.words.strip())
        role = roles.get(code["letter"], "") if code else ""
        rows.append(_with_first(row, role if role in ROLES else "witness") if code else row)
    return replace(table, rows=tuple(rows))


def _with_names(block: Block, names: dict[str, str]) -> Block:
    """A table that begins its lines with codes: a line for each of those whom they mean."""
    if not any(CODES.fullmatch(row[0].text.words.strip()) for row in block.rows if row):
        return block
    rows: list[Row] = []
    for row in block.rows:
        meant = [names[code] for code in re.findall(r"[A-Z]{1,3}[1-9]", row[0].text.words) if code in names]
        rows += [_with_first(row, name) for name in meant] if CODES.fullmatch(row[0].text.words.strip()) else [row]
    return replace(block, rows=tuple(rows))


def _with_first(row: Row, words: str) -> Row:
    return (replace(row[0], text=Text(words)), *row[1:])
