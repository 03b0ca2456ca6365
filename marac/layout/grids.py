"""Tells what the rows of a table head: tick columns, a line for each person, or answers beneath their labels."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import takewhile

from marac.answers import choices
from marac.inferred import likely
from marac.labels.known import Label, only_label
from marac.labels.relations import PARENT_WORDS, RELATED
from marac.labels.sections import section
from marac.layout import casting
from marac.layout.pairs import Known, answered_in, stacked, tells
from marac.vocabulary.lessons import Lesson
from marac.written.blocks import Cell
from marac.written.text import Text, plain

Row = tuple[Cell, ...]
PEOPLE = ("victim", "perpetrator", "child", "household", "other", "referrer")
FEWEST_ASKED = 2  # lines beneath that ask about people
FEW = 0.1  # of the answers beneath may be words that elsewhere are labels: "Nurse"
PAIR, SHORT = 2, 4  # rows: heads, and what is answered; words of a label that stands over its answer
NTH = re.compile(r"(?:person |no |number )?[1-4]")  # over a column
LIKE = re.compile(r"[A-Z][^\d.,;:]{1,40}\??(?:\s*\([^)]*\))?")
NAMES = {"name", "surname", "forenames", "whole"}
PARENT = re.compile(rf"(?:birth )?(?:{PARENT_WORDS}|parents|carers?)(?: name)?")
NUMBER = re.compile(r"\d+")
WITH = re.compile(r"\b(?:with|lives?|living|home)\b", re.I)
ASKING = re.compile(r"\?|[’']s?\b")  # "Perp's child?"
TO_THEM = re.compile(  # "Patient's", "Patient is the", "To perp 1": mother, stepfather
    r"(?:\A|/)\s*(?:to|rel)\s|(?:[’']s|\bis (?:the|a|their|his or her))\s*\Z", re.I
)
WHETHER_IN = re.compile(r"(?:still |now )?(?:in|at|lives? (?:in|at)|living (?:in|at))\b", re.I)  # "In household"
# Asked together of children alone.
CHILDS = ({"relationship_to_victim", "relationship_to_perpetrator", "school"}, {"lives_with", "school"})
ROLE_HEADS = {
    "role", "role in incident", "role in case", "role in this", "part in this", "involvement", "capacity",
    "person type", "status", "type", "who", "who are they", "who is this",
}  # fmt: skip
ROLE_IN = re.compile(
    r"(?:role|part|position|place) (?:here|(?:in|within|to) (?:the |this )?(?:family|household|home|case|incident"
    r"|referral))"
)


@dataclass(frozen=True)
class Grid:
    """What each column holds, None where that is not known; `role_at` is the column that says who each person is.

    With `ticked`, that column has that role at its head and a tick beneath it for whoever has the role.
    """

    columns: tuple[Label | None, ...]
    role: str | None
    role_at: int | None
    ticked: str | None = None

    @property
    def referrer(self) -> str | None:
        """The referrer, where a column asks for them, and none how people are related."""
        if any(label and label.field.startswith("relationship_to") for label in self.columns):
            return None
        return next(("referrer" for label in self.columns if label and label.field.startswith("referrer")), None)

    @property
    def born(self) -> bool:
        """Asks when people were born, as nobody asks of those who refer."""
        return any(label and label.field in ("dob", "age") for label in self.columns)

    @property
    def named(self) -> bool:
        return any(label and label.field in NAMES for label in self.columns)


def asks(columns: Grid, known: Known, row: Row) -> bool:
    """A row below the people that asks something of its own: its first cell, which would be a name, is a question."""
    words = row[0].text.words.strip()
    named = columns.columns[0] is not None and columns.columns[0].field in NAMES
    label = known(words) if named else None
    return named and (words.endswith("?") or (label is not None and label.field != "whole" and only_label(words)))


def grid(row: Row, after: Row | None, known: Known) -> Grid | None:
    """A row of labels over rows of answers, one person a line; or one line of answers where nobody is named."""
    if len(row) < 2 or after is None or len(after) != len(row) or _alike(row[0].text.words, after[0].text.words):
        return None
    if any(_tells(cell, known) for cell in row):
        return None
    columns = _told_apart([_column(cell, known) for cell in row])
    if _labelled(columns, after, known) or _of_ground(columns):
        return None
    roles = (n for n, cell in enumerate(row) if _of_roles(cell.text.words) and not _full_name(after[n].text))
    role_at = next(roles, None)
    sure = [label for label in columns if label]
    named = next((lab.role for lab in sure if lab.field in NAMES and lab.role), None)
    of_child = any({lab.field for lab in sure} >= asked for asked in CHILDS)
    found = Grid(tuple(columns), named or ("child" if of_child else None), role_at)
    blank = sum(cell.text.blank and not beneath.text.blank for cell, beneath in zip(row, after, strict=True))
    if blank > 1 or len({(label.field, label.role) for label in sure}) < len(sure) or not sure:
        return None
    labels = [known(cell.text.words) for cell, label in zip(after, columns, strict=True) if label]
    if any(labels) and sum(label is not None for label in labels) * 2 >= len(sure):
        return None
    if _all_labels(row, columns, known) and not any(known(cell.text.words) and not _named(cell) for cell in after):
        return found
    if found.named and (len(row) > 2 or len(sure) == 2):
        least = len(row) - 1 if found.born else len(row)  # a name and a birth are a line of people
        return found if len(sure) * 2 > least or role_at is not None else None
    return found if len(row) > 2 and len(sure) * 4 >= len(row) * 3 else None


def _tells(cell: Cell, known: Known) -> bool:
    """Holds an answer; "Phone: is it safe?" asks."""
    told = answered_in(cell.text, known) or stacked(cell.text, known) or tells(cell.text.words)
    return told and not cell.text.words.rstrip().endswith("?")


def heads_again(head: Row, rows: list[Row], known: Known) -> bool:
    """As many heads as stood above, over a row of what can be no heads: "NHS no.", "GP" over a number and a name."""
    if len(rows) < PAIR or len(rows[0]) != len(head) or len(rows[1]) != len(head):
        return False
    like = all(LIKE.fullmatch(cell.text.words.strip(" .:")) for cell in rows[0])
    asked = {label.field for cell in rows[0] if (label := known(cell.text.words)) and label.personal}
    another = asked & NAMES or any(section(cell.text.words) for cell in rows[0])
    return like and bool(asked) and not another and not any(known(cell.text.words) for cell in rows[1])


def _alike(words: str, beneath: str) -> bool:
    """The same, but for the number: "Child 2" over "Child 3"."""
    bare = NUMBER.sub("", words).strip()
    return words == beneath or (bare != "" and bare == NUMBER.sub("", beneath).strip())


def _of_ground(columns: list[Label | None]) -> bool:
    """A question and the ground that was chosen beside it."""
    fields = [label.field if label else "" for label in columns]
    return len(fields) == 2 and fields[0] == "narrative" and fields[1].startswith("criteria.")


def _named(cell: Cell) -> bool:
    """Begins with a full name, whatever post stands after it."""
    return _full_name(Text(cell.text.words.partition(",")[0]))


def _of_roles(words: str) -> bool:
    """Heads a column that says who each person is."""
    return plain(words) in ROLE_HEADS or ROLE_IN.fullmatch(plain(words)) is not None


def _labelled(columns: list[Label | None], after: Row, known: Known) -> bool:
    """Under the heads of people each cell has a label of its own: "Surname: Lee"."""
    return any(
        label is not None and label.field == "whole" and answered_in(cell.text, known)
        for label, cell in zip(columns, after, strict=True)
    )


def _told_apart(columns: list[Label | None]) -> list[Label | None]:
    """Two columns that seem to ask what people are to one another are told apart by nothing: neither is taken."""
    same = [label for label in columns if label and label.field.startswith("relationship_to")]
    twice = len(same) > 1 and len({label.field for label in same}) < len(same)
    return [None if twice and label in same else label for label in columns]


def in_pairs(row: Row, around: list[Row], known: Known) -> bool:
    """Stands among rows of the same number of cells whose labels are each before an answer, at every other place."""
    like = [each for each in around if len(each) == len(row)]
    if len(row) % 2 or not like:
        return False
    asked = [[n % 2 for n, cell in enumerate(each) if known(cell.text.words)] for each in [row, *like]]
    at = [n for each in asked for n in each]
    return any(0 in each for each in asked[1:]) and at.count(0) >= 2 and at.count(0) > 3 * at.count(1)


def people_down(row: Row, rows: list[Row], knows: Lesson, role: str | None) -> Grid | None:
    """The same; with too few labels known, one column that holds names and another what belongs to a person."""
    known = grid(row, rows[0] if rows else None, knows.find)
    found = known if known and known.named else _by_looks(row, rows, knows) or known
    if known and found and found is not known:
        found = replace(found, role_at=known.role_at, role=None if known.role_at is not None else found.role)
    if found and role != "child" and (at := _ticked_at(row, _lines(row, rows), knows)) is not None:
        columns = tuple(None if n == at else label for n, label in enumerate(found.columns))
        return Grid(columns, None, at, knows.section(row[at].text.words))
    if found is None or not found.named:
        return found
    status = [line[found.role_at].text.words for line in _lines(row, rows) if found.role_at is not None]
    if role == "child" and not any(
        casting.person(words, knows) for words in status
    ):  # that of a child is no part in the case
        found = replace(found, role_at=None)
    if found.role_at is not None:
        better = _roles_at(found, row, _lines(row, rows), knows)
        return _with_kin(replace(found, role_at=found.role_at if better is None else better), row)
    found = _made_out(found, row, _lines(row, rows), knows)
    at = _roles_at(found, row, _lines(row, rows), knows)
    beneath = [] if at is None else [line[at].text.words for line in _lines(row, rows)]
    if role == "child" and not {"victim", "perpetrator"} <= {casting.outright(words, knows) for words in beneath}:
        return found  # else it stands under "Family, and children living elsewhere"
    ours = any(casting.person(words, knows) in casting.SURE for words in beneath)
    if role == "perpetrator" and not ours:
        return found
    return replace(found, role_at=at) if at is None else _with_kin(replace(found, role_at=at), row)


def _ticked_at(row: Row, lines: list[Row], knows: Lesson) -> int | None:
    """The column with a role at its head, which asks nothing, and nothing but ticks and empty boxes beneath it."""
    for at, head in enumerate(row):
        beneath = [line[at].text.words.strip() for line in lines]
        boxes = all(not words or choices.BOX.fullmatch(words) or words in "xX" for words in beneath)
        asks = ASKING.search(head.text.words)
        if boxes and not asks and any(beneath) and knows.section(head.text.words) in ("victim", "perpetrator"):
            return at
    return None


def _with_kin(found: Grid, row: Row) -> Grid:
    """A column that says who people are, beside one that says their part, tells how they are related."""
    columns = [
        Label("relationship_to_victim", True, None)
        if label is None and at != found.role_at and _of_kin(words)
        else label
        for at, (label, words) in enumerate(zip(found.columns, (cell.text.words for cell in row), strict=True))
    ]
    return replace(found, columns=tuple(columns))


def _of_kin(words: str) -> bool:
    return _of_roles(words) or plain(words) == "who they are"


def _roles_at(found: Grid, row: Row, lines: list[Row], knows: Lesson) -> int | None:
    """The column whose answers tell most surely who each person is, under whatever head."""
    best, most = None, (False, 0, 0)
    for at, label in enumerate(found.columns):
        told = [casting.person(words, knows) for line in lines if (words := line[at].text.words.strip())]
        asks_who = (label is None or _asks_who(label, [line[at] for line in lines], knows)) and not WITH.search(
            row[at].text.words
        )
        headed = _of_roles(row[at].text.words) and "perpetrator" in told
        ours = sum(role in ("victim", "perpetrator") for role in told)
        weight = (headed, ours, sum(role in casting.SURE for role in told))
        if asks_who and weight > most and (all(told) or headed or ours > 1):
            best, most = at, weight
    return best


def _asks_who(label: Label, cells: list[Cell], knows: Lesson) -> bool:
    """What somebody is to the victim; or "Role", of who refers elsewhere, where it names one who harms."""
    if label.field == "relationship_to_victim":
        return True
    told = [cell.text.words for cell in cells] if label.field == "referrer.role" else []
    return "perpetrator" in {casting.person(words, knows) for words in told}


def _made_out(found: Grid, row: Row, lines: list[Row], knows: Lesson) -> Grid:
    """With columns under heads on no list, where a word of the head and all that stands beneath agree."""
    taken = {label.field for label in found.columns if label}
    columns = list(found.columns)
    for at, label in enumerate(columns):
        made = None if label else _looking(row[at], [line[at].text for line in lines], knows)
        if made and made.field not in NAMES | taken:
            columns[at] = made
            taken.add(made.field)
    return replace(found, columns=tuple(columns))


def _lines(row: Row, rows: list[Row]) -> list[Row]:
    """The rows beneath that have as many cells."""
    return list(takewhile(lambda line: len(line) == len(row), rows))


def _by_looks(row: Row, rows: list[Row], knows: Lesson) -> Grid | None:
    lines = _lines(row, rows)
    heads = [cell for cell in row if not cell.text.blank]
    if len(row) < 3 or not lines or not all(LIKE.fullmatch(cell.text.words.strip()) for cell in heads):
        return None
    if sum(_tells(cell, knows.find) for cell in heads) * 2 > len(heads):  # captions, each with its answer
        return None
    asked = sum(knows.bare(cell.text.words) is not None for line in lines for cell in line)
    if (
        asked > FEW * len(lines) * len(row)
        or row[0].text == lines[0][0].text
        or any(_full_name(cell.text) and _column(cell, knows.find) is None for cell in heads)
    ):
        return None
    columns = [
        _column(cell, knows.find) or _looking(cell, [line[at].text for line in lines], knows)
        for at, cell in enumerate(row)
    ]
    fields = [label.field for label in columns if label]
    people = len(lines) > 1 and fields == ["whole"] and all(_full_name(line[0].text) for line in lines)
    if len(set(fields)) < len(fields) or (len(fields) < 2 and not people) or not NAMES & set(fields):
        return None
    return Grid(tuple(columns), next((label.role for label in columns if label and label.role), None), None)


def _full_name(text: Text) -> bool:
    return likely.is_name(text) and len(text.words.split()) > 1


def _looking(head: Cell, column: list[Text], knows: Lesson) -> Label | None:
    """What a column holds by its head and the looks of all that stands in it."""
    told = [each for each in column if not each.blank]
    if PARENT.fullmatch(plain(head.text.words)):
        return None
    asked = {knows.likely(head.text.words, each) for each in told}
    if len(asked) == 1 and (label := asked.pop()):
        return replace(label, field="name") if label.field == "whole" else label
    if told and "?" not in head.text.words and all(map(_full_name, told)):
        return Label("name", True, None)
    return None


def _all_labels(row: Row, columns: list[Label | None], known: Known) -> bool:
    """Every cell is a label alone, or at least two are and the others look like one."""
    alone = [
        only_label(cell.text.words) or (lab is not None and len(cell.text.words.split()) <= SHORT)
        for cell, lab in zip(row, columns, strict=True)
    ]
    like = [LIKE.fullmatch(cell.text.words.strip()) is not None for cell in row]
    sure = sum(each and lab is not None for each, lab in zip(alone, columns, strict=True))
    return sure >= 2 and (sure == len(row) or (sure * 2 >= len(row) > 2 and all(like)))


def beside(row: Row, rows: list[Row]) -> bool:
    """Two heads over lines in which the same label stands twice, once for each of them."""
    first = rows[0] if rows else ()
    heads = sum(not cell.text.blank for cell in row)
    apart = len({cell.text.words for cell in row if not cell.text.blank}) > 1
    return (
        heads == 2
        and apart
        and len(first) == 4
        and first[0].text.words == first[2].text.words
        and not first[0].text.blank
    )


def people_across(row: Row, rows: list[Row], section: Callable[[str], str | None], known: Known) -> int:
    """How many of the next rows tell of the people whom this row heads, one in each column after the first.

    Beside a blank corner and one head that is known the other may be in any words.
    """
    heads = [section(cell.text.words) for cell in row[1:]]
    titled = section(row[0].text.words) and not all(NTH.fullmatch(plain(cell.text.words)) for cell in row[1:])
    if len(heads) < 2 or titled or any(cell.span > 1 for cell in row):
        return 0
    lines = _lines(row, rows)
    asked = sum((label := known(line[0].text.words)) is not None and label.personal for line in lines)
    cornered = row[0].text.blank and any(heads) and asked >= FEWEST_ASKED and all(map(_head, row[1:]))
    return len(lines) if all(heads) or cornered else 0


def _head(cell: Cell) -> bool:
    """May stand over a column: some words, and no answer."""
    words = cell.text.words.strip()
    return LIKE.fullmatch(words) is not None and (any(map(str.islower, words.split())) or not _full_name(cell.text))


def role_in_line(columns: Grid, row: Row, knows: Lesson) -> str:
    """By what the column of roles says of this line, or by its tick; without one, somebody of the family or another."""
    said = row[columns.role_at or 0].text.words
    if columns.ticked is None:
        return casting.role_of(said, knows)
    if choices.is_tick(said):
        return columns.ticked
    return "household" if relative(columns, row) else "other"


def relation(cell: Cell, role: str | None) -> Label | None:
    """A cell of a column of roles that says too what a relative is: "Her ex-partner (alleged perpetrator)"."""
    related = RELATED & set(plain(cell.text.words).split())
    return Label("relationship_to_victim", True, None) if related and role != "victim" else None


def relative(columns: Grid, row: Row) -> bool:
    """Whether the line says which relative of the victim this person is."""
    related = [
        cell.text.words
        for cell, label in zip(row, columns.columns, strict=True)
        if label and label.field == "relationship_to_victim"
    ]
    return any(RELATED & set(plain(words).split()) for words in related)


def _column(cell: Cell, known: Known) -> Label | None:
    label, head = known(cell.text.words), section(cell.text.words)
    asked = cell.text.words.rstrip().endswith("?")
    if head in ("victim", "perpetrator") and TO_THEM.search(cell.text.words):
        return Label(f"relationship_to_{head}", True, None)
    if (
        head in PEOPLE
        and not asked
        and not WHETHER_IN.match(cell.text.words)
        and (label is None or not (label.personal or label.field == "referrer"))
    ):
        return Label("whole", True, head)
    return label
