"""Reads what a box says somebody is to the victim."""

import re

from marac.labels.relations import PARENT_WORDS, PARTNER
from marac.parties.person import Person
from marac.written.text import tidy

DOTTED = re.compile(r"(?<=\b[A-Z])\.(?=[A-Z]\b|\W|\Z)")  # "A.P."
OF_HIM = re.compile(r"(?i)(?:ap|perp\w*|suspect|offender|abuser)(?:[’']s)?(?: only| alone)?")


def relation(said: str, person: Person) -> str:
    """What a box says somebody is to the victim: its first words; of the one who harms, those that name a partner."""
    said = DOTTED.sub("", said)
    words = "" if OF_HIM.fullmatch(said.strip()) else tidy(re.split(r"[,;(.]", said)[0])
    partner = re.search(PARTNER, said, re.I) if person.role == "perpetrator" else None
    words = partner.group() if partner and not re.search(PARTNER, words, re.I) else words
    return _of_child(words, person) if person.role in ("child", "household") else words


def _of_child(words: str, person: Person) -> str:
    """ "Victim is: mother", of a child: what the child is to her. Not related is no relation."""
    parent = re.fullmatch(rf"(?i)(step|grand|foster )?-?(?:{PARENT_WORDS})", words)
    if parent:
        gender = person.tree["gender"].value if person.tree["gender"] else ""
        return (parent[1] or "").lower() + {"male": "son", "female": "daughter"}.get(str(gender), "child")
    return "" if re.match(r"(?i)(?:not related|no relation|none|unrelated)\b", words) else words
