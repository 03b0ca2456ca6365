"""Finds the other people whom a referral names: safe contacts, threats, those whose number is given."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from marac.answers.found import INFERRED, LIKELY, Found, Unread
from marac.inferred.somebody import (
    AT_WORK,
    LABELLED,
    NAME_FIRST,
    NAMED_WITH,
    NOBODY,
    RANKS,
    RELATION_NAME,
    TITLE,
    is_nobody,
)
from marac.kernel.identifiers import phones_in
from marac.kernel.names import TITLES
from marac.labels.known import WORDS
from marac.labels.relations import RELATED
from marac.layout.gathered import Entry
from marac.parties.person import Person
from marac.referrers.referrer import of_officer
from marac.telephones import phones
from marac.written.blocks import Block
from marac.written.text import Text, plain

NOT_A_PERSON = re.compile(
    r"\b(?:address|street|town|area|school|college|agency|organisation|team|department|unit|gp|practice|surgery|offence|"
    r"employ\w*|work|job|title|ethnic\w*|language|housing|tenancy|status|marac|court|condition|diagnosis"
    r"|vehicles?|car|transport|educat\w*|nursery|class|income|benefits?|money|lives|living|where|children?|baby|unborn"
    r"|completed|signed|author|sent|discussed|referr\w*)\b",
    re.I,
)
SHORT = 70  # characters of a cell that is read with the one beside it
NOT_OTHERS = ("gp", "referrer", "referrer.name", "name", "surname", "forenames", "aliases", "school")
VIEWS = (
    ("safe_to_talk_to", "safe contact"),
    ("not_safe_to_talk_to", "not safe to talk to"),
    ("afraid_of", "possible threat"),
)


def others_tree(
    tree: dict[str, Any], entries: list[Entry], people: list[Person], blocks: list[Block], unread: Sequence[Unread] = ()
) -> list[dict[str, Any]]:
    """One for each name; people who already have a role are left out."""
    known = [_names(person) for person in people if person.role != "other"]
    found: dict[str, dict[str, Any]] = {}
    for key, role in VIEWS:
        view = tree["views"][key]
        for name, relation, stretch in _people_in(view.value) if view else []:
            if not _is_known(name, known, relation):
                same = _by_first_name(found, name) or plain(name)
                other = found.setdefault(same, _other(name, relation, role, view))
                other["phones"] += _numbers(stretch, view)
    for person in people:
        _written_down(found, person)
        for phone in person.phones if person.role != "other" else []:
            _owner(found, phone, known)
    name = tree["referrer"]["name"]
    theirs = [e for e in entries if not (of_officer(e) and (name is None or e.place != name.place))]
    _labelled(found, unread, known, theirs)
    _anywhere(found, theirs, known, blocks, str(name.value) if name else "")
    return list(found.values())


def _labelled(
    found: dict[str, dict[str, Any]], unread: Sequence[Unread], known: list[set[str]], entries: list[Entry]
) -> None:
    """People who stand beside a label that asks for none of ours: "Countersigned", "Supervisor", "Next of kin"."""
    held = set(plain(" ".join(e.value.words for e in entries if e.role == "referrer")).split())
    for told in unread:
        label, _, words = told.text.partition(": ") if told.kind == "label" else ("", "", "")
        named = LABELLED.match(words.strip())
        if not named or is_nobody(named["name"]) or NOT_A_PERSON.search(label):
            continue
        said = set(plain(named["name"]).split())
        if said <= held or _is_known(named["name"], known, None) or any(said <= _words(key) for key in found):
            continue
        place = Found(named["name"], told.place, INFERRED)
        found[plain(named["name"])] = _other(named["name"], label, "named in the document", place)


def _anywhere(
    found: dict[str, dict[str, Any]], entries: list[Entry], known: list[set[str]], blocks: list[Block], writer: str
) -> None:
    """People named with a relation, a rank or their work in any text. What they are to the case is not guessed."""
    aside = [e.value.words for e in entries if e.label.field in NOT_OTHERS or e.role == "referrer"]
    held = set(plain(" ".join(aside)).split())
    held |= set(plain(writer).split())
    for block, text, patterns in _texts(blocks):
        for match in (match for pattern in patterns for match in pattern.finditer(text.words)):
            words = {word for word in plain(match["name"]).split() if not word.isdigit()} - TITLES - RANKS
            _in_full(found, match)
            already = any(words <= _words(key) or _words(key) <= words for key in found)
            if already or words <= held or is_nobody(match["name"]) or _is_known(match["name"], known, None):
                continue
            place = block.spot("", text.words)
            other = _other(match["name"], match["relation"], "named in the document", Found("", place, INFERRED))
            found[plain(match["name"])] = {**other, "name": Found(match["name"], place, INFERRED)}


def _texts(blocks: list[Block]) -> Iterator[tuple[Block, Text, tuple[re.Pattern[str], ...]]]:
    """Every text, and each short cell with the one beside it: "Countersigned" and "Ada Hollis, Team Leader"."""
    for block in blocks:
        yield block, block.text, NAMED_WITH
        for row in block.rows:
            yield from ((block, cell.text, NAMED_WITH) for cell in row)
            for label, value in pairwise(row):
                if len(label.text.words) < SHORT and len(value.text.words) < SHORT:
                    yield block, Text(f"{label.text.words.rstrip(': ')}: {value.text.words}"), (AT_WORK,)


def _in_full(found: dict[str, dict[str, Any]], match: re.Match[str]) -> None:
    """Somebody whom a view calls "Ms Hollis" is named with forename and relation elsewhere."""
    words = plain(match["name"]).split()
    for key in [key for key in found if _words(key) & TITLES and key.split()[1:] == words[-1:] and len(words) > 1]:
        if words[0] not in TITLES:
            other = found[key]
            other["name"] = Found(match["name"], other["name"].place, LIKELY)
            other["relationship"] = other["relationship"] or Found(match["relation"], other["name"].place, LIKELY)
            found[plain(match["name"])] = found.pop(key)


def _written_down(found: dict[str, dict[str, Any]], person: Person) -> None:
    """Somebody with a line of their own whom the form gives none of our roles."""
    if person.role != "other" or not person.named:
        return
    named = [person.tree[key] for key in ("forenames", "surname") if person.tree[key]]
    name = " ".join(str(part.value) for part in named)
    same = _by_first_name(found, name)
    other = found.setdefault(same or plain(name), _other(name, None, "named in the document", named[0]))
    if same and " " in name:
        other["name"] = Found(name, named[0].place, LIKELY)
    other["relationship"] = other["relationship"] or person.tree["relationship_to_victim"]
    other["phones"] = [phone.as_tree() for phone in person.phones]


def _people_in(words: str) -> list[tuple[str, str | None, str]]:
    """Name, relation and the stretch it stands in."""
    found: list[tuple[str, str | None, str]] = []
    for stretch in re.split(r"[;\n]|\.\s+|\band\b(?=\s+(?:his|her|their)\b)", words):
        matches = list(RELATION_NAME.finditer(stretch))
        for match in matches:
            if match["name"][0].isupper() and not match["name"].endswith(("'s", "’s")):
                found.append((match["name"], " ".join(p for p in (match["of"], match["relation"]) if p), stretch))
        first = NAME_FIRST.match(stretch) if not matches else None
        if (
            first
            and plain(stretch) not in RELATED
            and not first["name"].endswith(("'s", "’s"))
            and not re.match(
                r"(?:The|His|Her|Their|All|Any|Anyone|Anybody|No|None|Everyone|Everybody|Nobody|She|He|They|It|We)\b",
                first["name"],
            )
        ):
            found.append((first["name"], None, stretch))
    return found


def _other(name: str, relation: str | None, role: str, view: Found) -> dict[str, Any]:
    return {
        "name": Found(name, view.place, LIKELY),
        "relationship": Found(relation, view.place, LIKELY) if relation else None,
        "role": Found(role, view.place, INFERRED),
        "phones": [],
        "address": None,
        "note": None,
    }


def _numbers(stretch: str, view: Found) -> list[dict[str, Any]]:
    held = [phones.Phone(number, view.place) for number, _, _ in phones_in(stretch)]
    if held:
        phones.judge(held, stretch, view.place)
    return [phone.as_tree() for phone in held]


def _owner(found: dict[str, dict[str, Any]], phone: phones.Phone, known: list[set[str]]) -> None:
    """The person behind a number that is the way to the victim."""
    name = re.search(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?$", phone.whose)
    if phone.whose in ("own", "work") or not name or _is_known(name.group(), known, "other"):
        return
    held = Found(phone.whose, phone.place, LIKELY)
    relation = phone.whose[: name.start()].strip() or None
    role = "safe contact" if phone.said.get("safe_to_call") and phone.said["safe_to_call"].value else "contact"
    same = _by_first_name(found, name.group())
    other = found.setdefault(same or plain(name.group()), _other(name.group(), relation, role, held))
    if same and " " in name.group():
        other["name"] = Found(name.group(), phone.place, LIKELY)
    if relation and not other["relationship"]:
        other["relationship"] = Found(relation, phone.place, LIKELY)
    tree = phone.as_tree()
    tree["whose"] = Found("own", phone.place)
    if not any(held["number"].value == phone.number for held in other["phones"]):
        other["phones"].append(tree)


def _by_first_name(found: dict[str, dict[str, Any]], name: str) -> str | None:
    """The only one with that first name of whom the whole name was told once, and the first name alone once."""
    first = plain(name).split()[0]
    alike = [key for key in found if key.split()[:1] == [first]]
    return alike[0] if len(alike) == 1 and first in (alike[0], plain(name)) else None


def _names(person: Person) -> set[str]:
    words: set[str] = set()
    for key in ("forenames", "surname"):
        if person.tree[key]:
            words |= set(plain(str(person.tree[key].value)).split())
    for alias in person.tree.get("aliases", []):
        words |= set(plain(str(alias.value)).split())
    return words


def _is_known(name: str, known: list[set[str]], relation: str | None) -> bool:
    """All words of the name are those of one person who has a role already."""
    words = set(plain(re.sub(rf"^{TITLE}", "", name)).split())
    if words <= RELATED or NOBODY.fullmatch(name):
        return True
    return not words or any(words <= names for names in known) or plain(name) in WORDS["answers"]["unknown"]


@lru_cache(maxsize=2000)  # everybody is compared with everybody, of whom a hostile document names many
def _words(key: str) -> frozenset[str]:
    return frozenset(key.split())
