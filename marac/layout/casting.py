"""Says whom the words of a cell mean, in a column that tells who each person of a table is."""

import re

from marac.labels.known import role_in
from marac.labels.relations import PARENT_WORDS, RELATED
from marac.vocabulary.lessons import Lesson
from marac.written.text import plain

MOST_OF_KIN = 9  # words
OF_A_CHILD = re.compile(rf"(?:step|grand)?-?(?:{PARENT_WORDS})\b.{{0,12}}\b(?:child\w*|of)\b", re.I)
# As police records write it in a column of roles; "CHI" as a label asks for the Scottish health number.
ABBREVIATED = {"chi": "child", "chd": "child", "wit": "other", "oth": "other"}
SURE = {"victim", "perpetrator", "child"}


def role_of(words: str, knows: Lesson) -> str:
    """The person that a cell of a role column means, by the document's own key too; else somebody other than ours."""
    return person(words, knows) or "other"


def person(words: str, knows: Lesson) -> str | None:
    """The same; None where the words mean nobody."""
    letter = re.sub(r" ?\d\Z", "", plain(words))  # "S2", where S is for suspect
    if letter in dict(knows.key):
        return dict(knows.key)[letter]
    if plain(words) in ABBREVIATED:
        return ABBREVIATED[plain(words)]
    pieces = _pieces(words)
    if told := outright(words, knows):
        return told
    said = [knows.section(piece) or knows.whose(piece) for piece in pieces]
    said = [
        "household" if OF_A_CHILD.match(piece.strip()) and role == "child" else role
        for piece, role in zip(pieces, said, strict=True)
    ]
    sure = next((role for role in said if role in SURE), None)
    kin = RELATED & set(plain(words).split()[: None if len(words.split()) < MOST_OF_KIN else 1])  # "Daughter of ..."
    related = "household" if kin else None
    return sure or next(filter(None, said), None) or related or role_in(plain(words))


def outright(words: str, knows: Lesson) -> str | None:
    """The one of our people whom a piece of a remark names outright: "Joint tenant. Alleged perpetrator"."""
    roles = {knows.section(piece.strip(" )")) for piece in _pieces(words)[1:]}
    said = roles & {"victim", "perpetrator"}
    return said.pop() if len(said) == 1 else None


def _pieces(words: str) -> list[str]:
    """The whole, and what stands between its stops, commas and brackets."""
    return [words, *re.split(r"[;,(.]", words)] if re.search(r"[;,(.]", words) else [words]
