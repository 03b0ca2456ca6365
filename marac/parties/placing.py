"""Gives people whose part no heading says their part by what else the document tells. All of it is to be checked."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import islice

from marac.answers.found import INFERRED, Unread
from marac.answers.names import INSTITUTIONS, parse_name
from marac.inferred import whole
from marac.kernel.birthdates import ADULT_AGE
from marac.kernel.dates import age_on, first_date
from marac.labels.known import Label
from marac.labels.relations import PARTNER, TITLES, relation_words
from marac.layout.gathered import Entry, Gathered
from marac.written.text import Text, plain

IS_PARTNER = re.compile(PARTNER, re.I)
IS_RELATED = re.compile(rf"\b(?:{relation_words()})\b", re.I)
KEEPERS = re.compile(r"\b(?:mother|mum|sister|aunt|friend|neighbour|gran\w*|daughter)\b", re.I)
REFERS = re.compile(r"\b(?:refer|referring|put forward|nominate|list) (?P<who>[A-Z][a-z][\w’'-]*)(?![’']s)\b")
YEARS = re.compile(r"\W*\d{1,3}(?: years?(?: old)?)?\W*")  # an age, where a birth was asked for
GROWN = re.compile(r"\W*adult\W*", re.I)
TITLED = re.compile(r"(?P<title>Mr|Mrs|Ms|Miss)\.? (?P<last>[A-Z][\w'’-]+)")
OURS = ("victim", "perpetrator")
NAMES = ("name", "surname", "forenames")
WHO = ("dob", "age", "address")
NEAR = 3  # lines
OF_A_HOUSE = re.compile(rf"\b(?:{INSTITUTIONS}|Ward|Health)\b")
Box = list[Entry]


def place(found: Gathered, today: date | None) -> None:
    """Facts of nobody's box join the person of that name; a partner, a child and a victim are told by elimination."""
    _no_victim(found)
    _no_child(found, today)
    _named_above(found)
    _named_twice(found)
    _named_again(found)
    _by_title(found, today)
    whom = _whom_it_refers(found)
    boxes = [box for box in _boxes(found) if not (_joined(found, box) or _referred(found, box, whom))]
    for box in boxes[:] if "victim" in _known(found) or len(boxes) > 1 else []:
        if "perpetrator" not in _known(found) and IS_PARTNER.search(_relation(found, box)):
            _give(found, box, "perpetrator")
            boxes.remove(box)
    related = [box for box in boxes if _relation(found, box) and (_age(box, today) or ADULT_AGE) >= ADULT_AGE]
    if "victim" in _known(found) and "perpetrator" not in _known(found) and len(related) == 1:
        _give(found, related[0], "perpetrator")
        boxes.remove(related[0])
    grown = [
        box
        for box in boxes
        if (_age(box, today) or 0) >= ADULT_AGE and not KEEPERS.search(_said(box, "relationship_to_victim"))
    ]
    if "victim" in _known(found) and "perpetrator" not in _known(found) and len(grown) == len(boxes) == 1:
        _give(found, grown[0], "perpetrator")
        boxes.remove(grown[0])
    children = [box for box in boxes if (_age(box, today) or ADULT_AGE) < ADULT_AGE]
    adults = [box for box in boxes if box not in children]
    left = [box for box in adults if not _related(found, box) and not _elsewhere(found, box)]
    if "victim" not in _known(found) and "perpetrator" in _known(found) and len(adults) == len(left) == 1:
        _give(found, left[0], "victim")
    for box in children if "victim" in _known(found) else []:
        _give(found, box, "child")


def _no_victim(found: Gathered) -> None:
    """Nobody is the victim and related to the victim: beside one who is named, the part of the other is not known."""
    if "perpetrator" in _known(found):  # mother and daughter may both be victims of one who is named
        return
    boxes = [box for box in _groups(e for e in found.entries if e.role == "victim" and e.label.personal)]
    related = [box for box in boxes if _name(box) and IS_RELATED.search(_said(box, "relationship_to_victim"))]
    for box in related if len([box for box in boxes if _name(box)]) > len(related) else []:
        for entry in box:
            told = Unread("label", f"{entry.place.label}: {entry.value.words}".strip(": "), entry.place)
            found.entries.remove(entry)
            found.unread.append(told)
            found.unplaced.append((replace(entry, role=None, label=replace(entry.label, role=None)), told))


def _named_above(found: Gathered) -> None:
    """Facts of somebody without a name, just beneath a line that is a name: a label stuck to a page."""
    for box in _groups(entry for entry, _ in found.unplaced):
        if _name(box) or not (_said(box, "dob") or _said(box, "age")):
            continue
        at = int(box[0].place.block[1:] or 0)
        above = [told for told in found.unread if told.kind == "passage" and told.place.block]
        near = [told for told in above if 0 < at - int(told.place.block[1:]) <= NEAR and _is_label_name(told.text)]
        if len(near) == 1:
            entry = Entry(Label("name", True, None), Text(near[0].text), near[0].place, None, box[0].group, INFERRED)
            found.unplaced.append((entry, near[0]))


def _named_twice(found: Gathered) -> None:
    """Whoever is named in two places is one person, of whom the second place may tell more."""
    held: dict[frozenset[str], list[Box]] = {}
    first: dict[int, int] = {}  # the group of the second place, and of the first
    twice: set[tuple[int, str | None]] = set()
    for box in _boxes(found):
        names = frozenset(_name(box))
        alike = (each for known, boxes in held.items() if names <= known or names >= known for each in boxes)
        same = list(islice(alike, 2))
        born = {_said(each, "dob") for each in (box, *same)} - {""}
        if len(same) != 1 or len(born) > 1:
            held.setdefault(names, []).append(box)
            continue
        first[box[0].group] = same[0][0].group
        fields = {entry.label.field for entry in same[0]}
        twice |= {(id(entry.value), field) for entry in box for field in fields}
    found.unplaced = [
        (replace(entry, group=first.get(entry.group, entry.group)), told)
        for entry, told in found.unplaced
        if (id(entry.value), entry.label.field) not in twice
    ]


def _named_again(found: Gathered) -> None:
    """Homes in a table of their own, beside the full name of somebody who has a box: they are that person's."""
    known: dict[tuple[str, ...], list[Box]] = {}
    for held in _groups(found.entries):
        if held[0].role in (*OURS, "child") and len(_name(held)) > 1:
            known.setdefault(_name(held), []).append(held)
    for box in _groups(entry for entry, _ in found.unplaced):
        held = known.get(_name(box), [])
        if len(held) == 1 and {entry.label.field for entry in box} <= {*NAMES, "address"}:
            first = len(found.entries)
            _give(found, box, str(held[0][0].role))
            group = held[0][0].group
            given = [replace(entry, group=group) for entry in found.entries[first:] if not _is_name(entry)]
            found.entries[first:] = given


def _by_title(found: Gathered, today: date | None) -> None:
    """Whom a letter calls "Mrs Hollis" and nothing else is the one grown person of that surname who has no part yet."""
    known = {_name(held) for held in _groups(found.entries)}
    for held in [box for box in _groups(found.entries) if box[0].role in OURS]:
        called = TITLED.fullmatch(_said(held, "name"))
        last = plain(called["last"]).split()[-1:] if called else []
        boxes = [box for box in _boxes(found) if _name(box) not in known and (_age(box, today) or 0) >= ADULT_AGE]
        same = [box for box in boxes if list(_name(box))[-1:] == last]
        if called and len(same) == 1 and _sex(same[0]) in (TITLES[plain(called["title"])], None):
            found.entries = [entry for entry in found.entries if entry not in held or not _is_name(entry)]
            _give(found, same[0], str(held[0].role))


def _sex(box: Box) -> str | None:
    """As the title before the name says."""
    said = plain(_said(box, "name")).split()[:1]
    return TITLES.get(said[0]) if said else None


def _is_label_name(words: str) -> bool:
    named = whole.is_named(Text(whole.BRACKETED_TITLE.sub("", words.strip())))
    return named and not whole.NOBODY.match(words) and not OF_A_HOUSE.search(words)


def _related(found: Gathered, box: Box) -> bool:
    """The box says what this person is to the victim, and names nobody else of whom that may be said."""
    here = [entry for entry in found.entries if entry.group == box[0].group]
    return bool(_said([*box, *here], "relationship_to_victim")) and not any(map(_is_name, here))


def _relation(found: Gathered, box: Box) -> str:
    """What the box says this person is to the victim; the one who harms is asked it, whoever's box it is."""
    here = [entry for entry in found.entries if entry.group == box[0].group and entry.role == "perpetrator"]
    return _said([*box, *here], "relationship_to_victim")


def _elsewhere(found: Gathered, box: Box) -> bool:
    """A victim without a name has another box, so that this one is about somebody else."""
    told = {entry.group for entry in found.entries if entry.role == "victim" and entry.label.field in WHO}
    return bool(told - {box[0].group})


def asked(found: Gathered) -> list[Unread]:
    """Everybody who is named with something about them, and whose part is still not known: a question for a person."""
    known = {frozenset(_name(box)) for box in _groups(found.entries)} - {frozenset()}
    left = [box for box in _groups(entry for entry, _ in found.unplaced) if _name(box) and len(box) > 1]
    named = {_name(box): box for box in left}
    return [
        Unread("person", " ".join(entry.value.words for entry in box if _is_name(entry)), box[0].place)
        for name, box in named.items()
        if not any(each.issuperset(name) for each in known)
    ]


def _no_child(found: Gathered, today: date | None) -> None:
    """Whoever stands among the children and is grown is nobody's yet."""
    for box in _groups(entry for entry in found.entries if entry.role == "child"):
        if (_age(box, today) or 0) >= ADULT_AGE and _name(box):
            for entry in box if all(entry.label.personal for entry in box) else []:
                found.entries.remove(entry)
                told = Unread("label", f"{entry.place.label}: {entry.value.words}".strip(": "), entry.place)
                found.unread.append(told)
                found.unplaced.append((replace(entry, role=None), told))


def _joined(found: Gathered, box: Box) -> bool:
    """Of somebody who is known by this name: what is new of the one victim or perpetrator is added to them."""
    people = [(held[0].role, _name(held), held) for held in _groups(found.entries) if _name(held)]
    wanted = set(_name(box))
    known = [(role, held) for role, name, held in people if wanted.issubset(name) or _fuller(_name(box), name)]
    for role, held in known[:1]:
        one = [name for each, name, _ in people if each == role]
        if role in OURS and len(one) == 1:
            said = {entry.label.field for entry in held}
            _give(found, [entry for entry in box if not _is_name(entry) and entry.label.field not in said], role)
    return bool(known)


def _referred(found: Gathered, box: Box, whom: set[str]) -> bool:
    """Of whom a line tells the birth, and whom the letter refers; where nobody else is the victim."""
    meant = "victim" not in _known(found) and not whom.isdisjoint(_name(box)[:1])
    if meant:
        _give(found, box, "victim")
    return meant


def _whom_it_refers(found: Gathered) -> set[str]:
    """ "I am writing to refer Amber to the MARAC": the first names."""
    told = [each.text for each in found.unread if each.kind == "passage"]
    return {plain(match["who"]) for words in told for match in REFERS.finditer(words)}


def _fuller(name: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """The same first and last name, with more between them."""
    return len(known) > 1 and (name[0], name[-1]) == (known[0], known[-1])


def _boxes(found: Gathered) -> list[Box]:
    """The unplaced people who are named and of whom a birth is told."""
    unplaced = _groups(entry for entry, _ in found.unplaced)
    return [box for box in unplaced if _name(box) and (_said(box, "dob") or _said(box, "age"))]


def _groups(entries: Iterable[Entry]) -> list[Box]:
    held: dict[int, Box] = {}
    for entry in entries:
        held.setdefault(entry.group, []).append(entry)
    return list(held.values())


def _give(found: Gathered, box: Box, role: str) -> None:
    if not box:
        return
    for entry, told in [pair for pair in found.unplaced if pair[0].group == box[0].group]:
        found.unplaced.remove((entry, told))
        if told in found.unread and told.kind == "label":
            found.unread.remove(told)
    found.entries += [replace(entry, role=role, sure=INFERRED) for entry in box if _may_be_said(entry, role)]


def _may_be_said(entry: Entry, role: str) -> bool:
    """That a home is secret is said of the one who is harmed; of anybody else it is not known whom it is kept from.

    That somebody lives with one who is named, "He lives with Ada", makes no home of both of a child's.
    """
    field = entry.label.field
    with_one = role == "child" and field == "address" and not entry.place.label and entry.value.words == "same address"
    return not with_one and (role == "victim" or field != "address_confidential")


def _known(found: Gathered) -> set[str | None]:
    return {entry.role for entry in found.entries if _is_name(entry)}


def _is_name(entry: Entry) -> bool:
    return entry.label.personal and entry.label.field in ("name", "surname", "forenames")


def _name(box: Box) -> tuple[str, ...]:
    said = " ".join(entry.value.words for entry in box if _is_name(entry))
    return _parts(said) if said else ()


@lru_cache(maxsize=2000)  # everybody is compared with everybody, of whom a hostile document names many
def _parts(said: str) -> tuple[str, ...]:
    name = parse_name(said)
    return tuple(plain(f"{name.forenames or ''} {name.surname or ''}").split()) if name else ()


def _said(box: Box, field: str) -> str:
    return next((entry.value.words for entry in box if entry.label.field == field), "")


def _age(box: Box, today: date | None) -> int | None:
    said = _said(box, "dob") or _said(box, "age")  # of which either may be asked as "age or date of birth"
    born = first_date(said, last_year=today.year) if today else None
    if GROWN.fullmatch(said):
        return ADULT_AGE
    years = re.search(r"\d{1,3}", said if YEARS.fullmatch(said) else _said(box, "age"))
    return age_on(born, today) if born and today else int(years.group()) if years else None
