"""Whom a document calls by a short form of their name: "Dan", where the form has Daniel."""

import re
from collections import Counter
from collections.abc import Iterable

from marac.kernel.names import forename_alternatives
from marac.parties.person import Person
from marac.written.blocks import Block
from marac.written.text import plain

NAMED = re.compile(r"\b(?P<first>[A-Z][a-z]+)\b(?![’'](?!s\b))(?=(?: (?P<next>[A-Z][\w'’-]+))?)")
BEGINNING = 3  # letters: our own choice
# Short forms that sentences hold as ordinary words: each would be found where nobody is meant.
WORDS = frozenset(
    """
    art bill bob chuck dick don dot drew gene jack jan mark may nan nat nick pat peg penny pip ray rich rob rod rose
    sally sandy shell stew sue ted tel van will
    """.split()  # noqa: SIM905 - a list of quoted words is harder to read and to add to
)


def known_by(people: list[Person], blocks: Iterable[Block]) -> None:
    """Tells of each the short forms by which the document calls them and nobody else."""
    meant = [(form, person) for person in people for form in _forms(person)]
    taken = {name for person in people for name in person.called}
    often = Counter(form for form, _ in meant)
    single = [(form, person) for form, person in meant if often[form] == 1 and form not in taken]
    written = _written(blocks) if single else {}
    for form, person in single:
        surname = person.tree["surname"]
        if written.get(form, {""}) <= {"", *plain(str(surname.value) if surname else "").split()}:
            person.short_forms |= {form}


def _forms(person: Person) -> list[str]:
    """What the first name may be written as and still look like it; "Hannah" is too far from Ann."""
    name = person.first_name
    return [
        form
        for form in forename_alternatives(name) - {name} - WORDS
        if (form[:BEGINNING] in name if len(form) <= len(name) else form.startswith(name[:BEGINNING]))
        and len(form) >= BEGINNING
    ]


def _written(blocks: Iterable[Block]) -> dict[str, set[str]]:
    """Each word that is written like a name, with those that follow it like a surname: "Dan Field" is another Dan."""
    found: dict[str, set[str]] = {}
    for block in blocks:
        for text in (block.text, *(cell.text for row in block.rows for cell in row)):
            for match in NAMED.finditer(text.words):
                found.setdefault(plain(match["first"]), set()).add(plain(match["next"] or ""))
    return found
