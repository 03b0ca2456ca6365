"""Reads the answers about where somebody lives, whether that is kept from others, and with whom they do."""

import re
from dataclasses import replace
from datetime import date

from marac.answers import addresses, choices
from marac.answers.found import INFERRED, RESOLVED, STATED, Found, Unread
from marac.kernel.postcodes import postcode_places
from marac.labels.known import find
from marac.layout.gathered import Entry
from marac.parties.person import Person
from marac.written.text import Text, join, tidy

OTHER_HOME = re.compile(r"\A(?:other(?: address)?|elsewhere|another address|somewhere else)\s*[:,–-]\s*", re.I)
WITH_VICTIM = re.compile(
    r"\b(?:victim|mother|mum|survivor|client|patient|tenant|resident|applicant|customer|service user|adult at risk)\b"
    r"(?![’']s)",
    re.I,
)


def address(person: Person, entry: Entry, today: date | None) -> None:
    """A home, or a part of the one before: its postcode, its town. Whose it is besides is settled later."""
    entry = _beside_boxes(person, entry)
    if boxes := choices.boxes(entry.value):  # "☐ Same as patient   ☒ Other: 35 Wharf Road": what is ticked counts
        ticked = [OTHER_HOME.sub("", words) for words, full in boxes if full and words]
        if not ticked:
            person.asides.append(Unread("value", f"{entry.place.label}: {entry.value.words}", entry.place))
            return
        entry = replace(entry, value=Text(". ".join(ticked)))
    if entry.label.field in ("postcode", "address_part") and person.homes:
        before, kind = person.homes[-1]
        start = addresses.START.search(before.value.words)  # "8 Mill Row, Stow. Not to go to ..."
        stop = addresses.STOP.search(before.value.words, start.end() if start else 0)
        end = stop.start() if stop else len(before.value.words)
        parts = [before.value.part(0, end), entry.value, before.value.part(end)]
        person.homes[-1] = (replace(before, value=join([part for part in parts if not part.blank], ", ")), kind)
        return
    if choices.yes_no(entry.value).known and addresses.only_kept(entry.value.words):
        person.secret = person.secret or Found(True, entry.place, INFERRED)
        return
    person.homes.append((entry, "previous" if entry.label.field == "previous_address" else ""))
    if "no_fixed_abode" in person.tree and addresses.homeless(entry.value.words):
        person.put("no_fixed_abode", True, entry)


def _beside_boxes(person: Person, entry: Entry) -> Entry:
    """ "8 Mill Row, ZZ1 2AB   ☒ Confidential": the address, without the boxes behind it that say it is kept secret."""
    first = choices.BOX.search(entry.value.words)
    if first is None or not postcode_places(entry.value.words[: first.start()]):
        return entry
    chosen = [words for words, full in choices.boxes(entry.value.part(first.start())) if full]
    if any(map(addresses.keeps_secret, chosen)):
        person.secret = person.secret or Found(True, entry.place)
    return replace(entry, value=entry.value.part(0, first.start()))


def confidential(person: Person, entry: Entry, today: date | None) -> None:
    """Anything but a plain no is taken as confidential."""
    answer = choices.yes_no(entry.value)
    if answer.value is None and addresses.addresses_in(entry.value.words):
        _secret_home(person, entry)
        return
    safe_question = re.search(
        r"\bsafe\b|\bcan\b|\bmay\b|\bknow[ns]?\b|\baware\b|\A\W*(?:disclos|releas|shar|reveal)", entry.place.label, re.I
    )
    said = answer.value is not None or not choices.is_unknown(
        entry.value.words
    )  # a box that is ticked and nothing more
    never = addresses.only_kept(entry.value.words) and "?" not in entry.place.label  # "Never to be read out" is no no
    if never or (answer.value is not (safe_question is not None) and said):
        person.secret = Found(True, entry.place, STATED if answer.known else INFERRED)


def _secret_home(person: Person, entry: Entry) -> None:
    """An address where the form asks for one that is kept from others. It can only be the victim's."""
    if person.role == "victim":
        person.homes.append((entry, ""))
        person.secret = person.secret or Found(True, entry.place)
    else:
        person.asides.append(Unread("value", f"{entry.place.label}: {entry.value.words}", entry.place))


def housing(person: Person, entry: Entry, today: date | None) -> None:
    """What sort of home; where it is told too, and nowhere else, that is where they live."""
    words = tidy(entry.value.words)
    if postcode_places(words) and not person.homes:
        person.homes.append((replace(entry, value=Text(re.sub(r"\([^()]*\)", " ", words))), ""))
    if not choices.is_unknown(words):
        person.put("housing", words, entry)


def no_home(person: Person, entry: Entry, today: date | None) -> None:
    """Whether they have no fixed abode; where that is one box of those for an address, what stands behind it is one."""
    answer, asked = choices.yes_no(entry.value).value, find(entry.place.label)
    chosen = answer is None and asked is not None and asked.field == "address" and not entry.value.blank
    person.put("no_fixed_abode", chosen or answer, entry)
    if chosen and postcode_places(entry.value.words):
        person.homes.append((entry, ""))


def shares_home(person: Person, entry: Entry, today: date | None) -> None:
    """A plain yes says that the perpetrator lives where the victim does."""
    if choices.yes_no(entry.value).value and person.role == "perpetrator":
        person.homes.append((replace(entry, value=Text("same as victim")), ""))


def lives_with(person: Person, entry: Entry, today: date | None) -> None:
    """With whom a child lives, and where that is if it is told too."""
    answer = choices.yes_no(entry.value)
    keeper = re.sub(r"^(?:lives )?with\s+", "", answer.rest or tidy(entry.value.words), flags=re.I)
    if choices.is_unknown(entry.value.words):
        return
    if "lives_with" not in person.tree:  # of a grown person it may be where they live, or who lives there
        if postcode_places(entry.value.words) or addresses.lives_with(entry.value.words):
            address(person, entry, today)
        return
    if postcode_places(entry.value.words) or addresses.KEEPER.match(entry.value.words):  # with whom, and where that is
        person.homes.append((entry, ""))
    if answer.value and WITH_VICTIM.search(entry.place.label):
        person.put("lives_with", "victim", entry, RESOLVED)
    elif not answer.known or answer.rest:
        person.put("lives_with", keeper, entry)
