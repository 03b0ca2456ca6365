"""Gives every person their addresses, resolving "as above", "with mother" and a worker's forename."""

import re
from collections.abc import Sequence
from dataclasses import replace

from marac.answers import addresses, choices
from marac.answers.found import INFERRED, Found, Unread
from marac.families import keepers, pointing, secrecy, shortly
from marac.families.dwellings import Home, address_tree, home_now, of_place
from marac.inferred import likely
from marac.kernel.postcodes import postcode_places
from marac.labels.known import role_in
from marac.labels.relations import TITLES
from marac.layout.gathered import Entry, Gathered
from marac.parties.person import Person
from marac.written.blocks import Block, Place
from marac.written.text import plain

# What a form says of where the perpetrator lives: with the one whom the form is about.
WITH_HER = re.compile(
    r"\W*(?:(?:he|she|also|still|currently) )*(?:(?:lives?|living|resides?) )?with (?:her|him|them|"
    r"(?:the )?(?:\w*victim|client|member|patient|resident|customer|student|employee|woman|adult|tenant))"
    r"\W*(?:(?:\([^()]*\)|as above)\W*)?\Z",
    re.I,
)
# Where the address itself stands elsewhere, this says only that it is kept from others.
STILL_THERE = re.compile(
    r"[(,;.]\s*(?P<who>[A-Z][\w’'-]+|he|she)(?:[’']s| is| has)? (?:(?:still|now) )?"
    r"(?:(?:lives?|living|remains?|stays?) )?(?:there|still there|at this address|in the property)\b(?![^).;]*\bnot\b)"
)
WORD_ALONE = re.compile(r"(?:(?:address|in|a|is)\s+)*(?:withheld|refuge|confidential|undisclosed|safe ?house)", re.I)
# "As victim until August; now 8 Mill Lane": where that ended, what comes after counts.
NO_LONGER = re.compile(
    r"\b(?:until|till|before|up to)\b[^;.]{0,40}[;.,]\s*(?:is |but |and )?now\b(?: (?:at|in|of))?\s*", re.I
)
SAME_AS_NAMED = re.compile(
    r"\W*(?i:(?:the )?same (?:(?:address|house|home|place|property) )?)?(?i:as) (?P<name>[A-Z][\w-]+)"
    r"(?:[’']s)?(?:\W*\Z|\s*[(.,;](?!.*\b(?:out|left|until|till|no longer|former\w*|previous\w*|was|before|old)"
    r"\b))"
)
BELIEVES = re.compile(  # where she is
    r"\b(?:believes?|thinks?|knows?) (?:that )?(?:she|they|(?:the )?victim)\b|\b(?:looking|searching) for\b", re.I
)
AS_ABOVE = re.compile(r"\bas (?:above|before)\b|\babove address\b", re.I)
AND_NOW = re.compile(r"(?:currently|now|also|stays?|staying|bailed)\b", re.I)  # "As victim. Now on Heron Ward, ..."
ALSO = re.compile(r"\Aalso (?:at )?", re.I)
AT_KIN = re.compile(r"\((?:her|his|their) \w+[’']s(?: house| home| place| flat)?\)", re.I)  # "(her mum's)"
OR_AT = re.compile(r"(?:,|;|\.)? (?:or|and|also|sometimes|and sometimes) (?:at|with) (.{5,120})", re.S)
OF_HER = re.compile(r"\b(?:she|victim|client|patient|tenant|survivor|mum|mother)\b", re.I)
AS_LABELLED = re.compile(
    r"(?:\b(?:the|same as|as|see)(?: perpetrator(?:[’']s)?)?|\w[’']s)\s+(?:the\s+)?"
    r"(?P<which>[A-Za-z]{4,12}(?: [a-z]{4,12})?) (?:address|home)\b",
    re.I,
)
IN_HOUSE = re.compile(
    r"\W*(?i:(?:he|she|still|now|living|lives|staying|stays) )*(?i:in|at) (?P<name>[A-Z]\w+)[’']s"
    r"(?: (?:flat|house|home|place|bungalow)\b|(?=\s*(?:[,.;]|\Z)))"
)
BEEN_AT = re.compile(
    r"\b(?:but|and|also)\b[^.;]{0,30}"
    r"\b(?:been|staying|stays|living|lives|sleeping|sleeps|mostly|usually|now) (?:at|with) "
    r"(?P<name>[A-Z]\w+)(?:[’']s\b|\b(?! [A-Z]))(?! (?:until|till|before|mother|mum|sister|brother|friend|old)"
    r"|[^.;]{0,20}\b(?:nights?|weekends?|days?)\b)"
)
ADDRESS_SHE = re.compile(
    r"\b(?:same as|as|see) (?:the )?address (?:she|he|they) (?:has |had |have )?(?P<which>fled|left)\b", re.I
)
ADDRESS_THEN = re.compile(r"[’']s address (?P<which>before|then|previously|at booking|now)\b", re.I)


def settle(people: list[Person], found: Gathered | None = None, blocks: Sequence[Block] = ()) -> None:
    """Addresses in the order in which they were written, so that "as above" means the one before."""
    last: Home | None = None
    pointing.settle(people, found, blocks)
    for person in [p for p in people if p.role != "child"]:
        for entry, kind in person.homes:
            last = _settle_one(person, entry, kind, people, last) or last
    for person in [p for p in people if p.role != "child"]:
        told = [home for home in person.tree["addresses"] if not WORD_ALONE.fullmatch(str(home["text"].value))]
        person.tree["addresses"] = told or person.tree["addresses"]
        for home in secrecy.secret_homes(person):
            home["confidential"] = person.secret
    _still_there(people)
    for child in [p for p in people if p.role == "child"]:
        keepers.settle(child, people)


def _still_there(people: list[Person]) -> None:
    """ "22 Mill Row (Karl still there)", beside a home of the victim: his too, where none of his is told."""
    harms = [person for person in people if person.role == "perpetrator"]
    for victim in [person for person in people if person.role == "victim"]:
        for home in victim.tree["addresses"]:
            place = home["text"].place if home["text"] else None
            said = STILL_THERE.search(place.source) if place and not secrecy.kept(home) else None
            meant = [one for one in harms if said and plain(said["who"]) in one.called]
            if said and said["who"] in ("he", "she", "He", "She") and len(harms) == 1:
                meant = harms
            for one in meant if len(meant) == 1 and not meant[0].tree["addresses"] else []:
                one.tree["addresses"].append(of_place(home, place) if place else home)


def _settle_one(person: Person, entry: Entry, kind: str, people: list[Person], last: Home | None) -> Home | None:
    words = entry.value.words
    whom = addresses.same_as(words) or _as_role(words)
    whom = whom or (addresses.same_within(words) if person.role == "perpetrator" else None)
    labelled = _as_labelled(words, people)
    if labelled and not addresses.addresses_in(words):
        person.tree["addresses"].append(of_place(labelled, entry.place))
        return None
    other = None if whom else _as_of(words, person, people) or _with_one(words, person, people)
    if other:
        person.tree["addresses"].append(of_place(other, entry.place))
        return other
    whom = _whose(whom, person) or _hers(words, person, people)
    now = NO_LONGER.search(words) if whom else None
    if now:
        entry, whom = replace(entry, value=entry.value.part(now.end())), None
        words = entry.value.words
    if whom:
        open_only = person.role == "perpetrator"
        first = last if whom == "above" else _home_of(people, whom, open_only=open_only, said=True)
        meant = (_asked_alike(entry, people, whom) or first) if first else None
        _same(
            person,
            entry,
            kind,
            None if meant and person.role == "perpetrator" and secrecy.shut(meant, people) else meant,
        )
        return None
    found = _told(person, entry, kind, people) + _also_hers(person, entry, people)
    for home in found if addresses.secret(entry.place.label) else []:
        home["confidential"] = Found(True, entry.place)
    person.tree["addresses"] += found
    if not found and not choices.is_unknown(words) and not addresses.homeless(words):
        person.asides.append(Unread("value", f"{entry.place.label}: {words}", entry.place))
    return found[0] if found else None


def _as_role(words: str) -> str | None:
    """ "As PSA": whom the form calls so."""
    role = role_in(plain(addresses.as_of(words) or ""))
    return role if role in ("victim", "perpetrator") else None


def _whose(whom: str | None, person: Person) -> str | None:
    """ "Same as hers" in the box of one of the two is the other's."""
    others = {"victim": "perpetrator"}
    return others.get(person.role, "victim") if whom == "other" else whom


def _same(person: Person, entry: Entry, kind: str, meant: Home | None) -> None:
    """The home that is meant, now or later, and what else the words tell: "As victim. Now on Heron Ward, ...", "As
    victim, or at his brother's, 8 Kiln Bank, ..."."""
    if meant:
        person.tree["addresses"].append(of_place(meant, entry.place, kind))
    else:
        person.later.append(entry)
    behind = entry.value.words.partition(". ")[2]
    rest = ALSO.sub("", behind)
    more = rest if AND_NOW.match(behind) and not OF_HER.search(AT_KIN.sub("", rest)) else ""
    more = more or (also[0] if person.role == "perpetrator" and (also := OR_AT.findall(entry.value.words)) else "")
    person.tree["addresses"] += [address_tree(each, entry.place, "", INFERRED) for each in addresses.addresses_in(more)]


def _told(person: Person, entry: Entry, kind: str, people: list[Person]) -> list[Home]:
    """The addresses of a box, those in full that are told in part, or the one home of somebody else on that street."""
    told = addresses.addresses_in(entry.value.words)
    prisons = [address for address in told if addresses.PRISON.search(address.text)]  # and where they go to from there
    others = [address for address in told if address not in prisons]
    whole = any(
        each.postcode or not (shortly.NUMBERED.search(each.text) or shortly.names_house(each.text, person, people))
        for each in others
    )
    meant = in_short(_above(entry.value.words) if whole else entry.value.words, person, people)
    kept = [address_tree(each, entry.place, kind, entry.sure) for each in (prisons if meant and not whole else told)]
    theirs = [_known(of_place(meant, entry.place, "release" if prisons else ""), person)] if meant else []
    return [*theirs, *kept] if whole else [*kept, *theirs]


def _known(home: Home, person: Person) -> Home:
    """A home that the box of whoever harms gives: it is no secret from them, whatever else is told beside it."""
    return home | {"confidential": None} if person.role == "perpetrator" else home


def _above(words: str) -> str:
    """ "66 Mill Street as above" in the first of several sentences, which give another home in full."""
    first = addresses.STOP.split(words)[0]
    return first if AS_ABOVE.search(first) and not postcode_places(first) else ""


def _also_hers(person: Person, entry: Entry, people: list[Person]) -> list[Home]:
    """ "Says Flat 2, ... but has been at Ann's since January": the victim's open home besides, for who harms."""
    said = BEEN_AT.search(entry.value.words) if person.role == "perpetrator" else None
    hers = _home_of(people, "victim", open_only=True) if said and said["name"] in _names_of(people, "victim") else None
    return [of_place(hers, entry.place)] if hers else []


def _names_of(people: list[Person], role: str) -> set[str]:
    called = [found for p in people if p.role == role for found in (p.tree["forenames"], *p.tree["aliases"]) if found]
    return {word for found in called for word in str(found.value).split()}


def in_short(words: str, person: Person, people: list[Person], *, sentence: bool = False) -> Home | None:
    """ "Still at 14 Linacre Court", "in the house at Saddlers Way": an open home that is told in full of another."""
    home = shortly.told(words, person, people, sentence=sentence)
    shuts = secrecy.closed if sentence else secrecy.shut  # their own box says that they live there
    itself = not sentence and shortly.NUMBERED.search(words)  # and gives the house: no secret from them
    shut = home is not None and not itself and shuts(home, people)
    return None if shut or BELIEVES.search(words) else home


def home_of(people: list[Person], role: str, place: Place) -> Home | None:
    """The first home of whoever has this role, as that of somebody who lives with them."""
    meant = home_now(people, role)
    return of_place(meant, place) if meant else None


def left_behind(people: list[Person], place: Place) -> Home | None:
    """The victim's one home that is not kept from others, as that of whoever is still there."""
    known = [
        home for p in people if p.role == "victim" for home in p.tree["addresses"] if not secrecy.closed(home, people)
    ]
    return of_place(known[0], place) if len(known) == 1 else None


def _as_labelled(words: str, people: list[Person]) -> Home | None:
    """ "Same as registered address", "As suspect 1's release address": what the form calls one home of another."""
    away = likely.KEPT_AWAY.search(re.sub(r"\bmother|\baddress of", "", plain(words)))
    said = None if away else _first_of(words, AS_LABELLED, ADDRESS_SHE, ADDRESS_THEN)
    whose = "perpetrator" if role_in(plain(words)) == "perpetrator" else "victim"
    for person in people if said else []:
        for home in person.tree["addresses"] if person.role == whose else []:
            text = home["text"]
            asked = plain(text.place.label).split() if said and text else []
            which = said["which"].lower().split() if said else []
            if which and all(any(word.startswith(each) for word in asked) for each in which) and not secrecy.kept(home):
                return home
    return None


def _first_of(words: str, *patterns: re.Pattern[str]) -> re.Match[str] | None:
    return next(filter(None, (pattern.search(words) for pattern in patterns)), None)


def _as_of(words: str, person: Person, people: list[Person]) -> Home | None:
    """ "Same house as Marian", "As for husband": the home of the one other person whom that can mean."""
    said = plain(addresses.as_of(words) or "")
    meant = [each for each in people if each is not person and each.role == "perpetrator" and said in _called(each)]
    homes = [home for each in meant[:1] for home in each.tree["addresses"] if not secrecy.closed(home, people)]
    return homes[0] if len(meant) == 1 and homes else None


def _with_one(words: str, person: Person, people: list[Person]) -> Home | None:
    """ "Lives with Karl": the first home of the one other who harms whom that names."""
    keeper = plain(addresses.lives_with(words) or "")
    others = [each for each in people if each is not person and each.role == person.role == "perpetrator"]
    meant = [each for each in others if keeper and keeper.split()[0] in each.called and len(keeper.split()) == 1]
    homes = [home for each in meant[:1] for home in each.tree["addresses"]]
    return homes[0] if len(meant) == 1 and homes else None


def _called(person: Person) -> set[str]:
    """The names of somebody, and what they are to the victim."""
    relation = person.tree.get("relationship_to_victim")
    return {*person.called, plain(str(relation.value)) if relation else ""} - {""}


def settle_later(people: list[Person]) -> None:
    """What is the same as an address that the document gives further down: the victim's, or "hers" of who harms."""
    for person, entry in [(each, entry) for each in people for entry in each.later]:
        meant = _home_of(people, "victim", open_only=True) if person.role == "perpetrator" else None
        if person.role == "victim" and addresses.same_as(entry.value.words) == "other":
            meant = _home_of(people, "perpetrator")
        if meant and any(_alike(meant, home) for home in person.tree["addresses"]):
            continue
        if meant:
            kind = "previous" if entry.label.field == "previous_address" else ""
            person.tree["addresses"].append(of_place(meant, entry.place, kind))
        else:
            person.asides.append(Unread("value", f"{entry.place.label}: {entry.value.words}", entry.place))


def _alike(home: Home, other: Home) -> bool:
    return all(bool(home[key]) == bool(other[key]) for key in ("text", "postcode")) and all(
        found.value == same.value for key in ("text", "postcode") if (found := home[key]) and (same := other[key])
    )


def _hers(words: str, person: Person, people: list[Person]) -> str | None:
    """With the victim, or in her house, in words of its own: where the one who harms lives."""
    said = WITH_HER.match(words) or _with_victim(words, people) or _in_house_of(words, people)
    return "victim" if person.role == "perpetrator" and said else None


def _in_house_of(words: str, people: list[Person]) -> bool:
    """ "In Win's flat since November"."""
    match = IN_HOUSE.match(words)
    said = plain(match["name"]) if match else ""
    names = [
        str(found.value)
        for p in people
        if p.role == "victim"
        for found in [p.tree["forenames"], *p.tree["aliases"]]
        if found
    ]
    return bool(said) and any(said in plain(name).split() for name in names)


def _with_victim(words: str, people: list[Person]) -> bool:
    """With the one victim, who is named."""
    named = SAME_AS_NAMED.match(words)
    keeper = plain(named["name"] if named else addresses.lives_with(words) or "").split()
    victims = [person for person in people if person.role == "victim"]
    called = [found for p in victims for found in (p.tree["forenames"], *p.tree["aliases"]) if found]
    first = {word for found in called for word in plain(str(found.value)).split()[:1]}
    titled = (
        len(keeper) > 1 and keeper[0] in TITLES and TITLES[keeper[0]] in {p.sex or TITLES[keeper[0]] for p in victims}
    )
    last = {plain(str(p.tree["surname"].value)) for p in victims if titled and p.tree["surname"]}
    named = bool(keeper) and (keeper[0] in first or " ".join(keeper[1:]) in last)
    return len(victims) == 1 and named


def _home_of(people: list[Person], whom: str, *, open_only: bool = False, said: bool = False) -> Home | None:
    """The first home; nobody who harms lives where the victim is only for now, or in secret.

    `said` where their own box says that they live there.
    """
    homes = [home for p in people if p.role == whom for home in p.tree["addresses"] if not _for_post(home)]
    shut = secrecy.shut if said else secrecy.closed
    return next((home for home in homes if not (open_only and shut(home, people))), None)


def _for_post(home: Home) -> bool:
    """Where letters go, and nobody lives."""
    return home["type"] is not None and home["type"].value == "mail"


def _asked_alike(entry: Entry, people: list[Person], whom: str) -> Home | None:
    """The one open home of theirs that was told under the same label: "Family home: as opposite"."""
    homes = [home for p in people if p.role == whom for home in p.tree["addresses"] if not secrecy.kept(home)]
    alike = [home for home in homes if home["text"] and home["text"].place.label == entry.place.label]
    return alike[0] if len(alike) == 1 and entry.place.label else None
