"""Settles where children live, and with whom: with their mother, with both, with somebody who is named."""

import re

from marac.answers import addresses, choices
from marac.answers.found import INFERRED, RESOLVED, STATED, Found, Unread
from marac.answers.names import INSTITUTIONS
from marac.families.dwellings import address_tree, home_now, of_place
from marac.labels.relations import PARENT_WORDS, relation_words
from marac.labels.sections import section
from marac.layout.gathered import Entry
from marac.parties.person import Person
from marac.written.text import plain

NAMED = re.compile(r",? \(?(?P<name>[A-Z][\w’'-]+ [A-Z][\w’'-]+)(?=\W*(?:[,);\n\d]|\Z))")
NO_NAME = re.compile(rf"{addresses.NAMED_STREET.pattern}|\b(?:{INSTITUTIONS})\b")
RELATED = re.compile(rf"\b(?:{PARENT_WORDS}|{relation_words()})\b", re.I)
AT_THE_END = re.compile(
    rf"\bwith (?P<whom>(?:his|her|their) (?:own )?(?:{PARENT_WORDS}|{relation_words()})(?: and \w+)?)\W*\Z", re.I
)
OF_HERS = re.compile(r"[’']s (?!address|home|house|flat)[a-z]")  # "Ada's mum"


def settle(child: Person, people: list[Person]) -> None:
    """The home of a child, and with whom they live: of the two the one who is meant."""
    for entry, _ in child.homes:
        words = entry.value.words
        whom, keeper = addresses.same_as(words), _keeper(words)
        whom = "victim" if entry.value.blank and "different" in entry.place.label.lower() else whom
        found = [each for each in addresses.addresses_in(words) if not keeper or re.search(r"\d", each.source)]
        if found:
            child.tree["address"] = address_tree(found[0], entry.place, certainty=entry.sure)
            last = AT_THE_END.search(words)  # "Left behind, 66 Mill Row with his dad and grandparents"
            child.put("lives_with", keeper or (last and last["whom"]), entry, RESOLVED)
        elif meant := whom or _parent(plain(keeper or ""), people):
            _with(child, _parent(meant, people) or meant, entry, people)
        elif keeper:
            child.put("lives_with", keeper, entry)
        elif not choices.is_unknown(words):
            child.asides.append(Unread("value", f"{entry.place.label}: {words}", entry.place))
    _named_keeper(child, people)


def _keeper(words: str) -> str | None:
    """ "With mother, Carly Frost, 8 Beck Gardens": what she is to the child, and her name, who may be none of ours."""
    keeper = addresses.lives_with(words)
    related = keeper is not None and RELATED.search(keeper)
    named = NAMED.match(words, words.find(str(keeper)) + len(str(keeper))) if related else None
    return f"{keeper}, {named['name']}" if named and not NO_NAME.search(named["name"]) else keeper


def _with(child: Person, whom: str, entry: Entry, people: list[Person]) -> None:
    """Lives where the victim does, where the perpetrator does, or with both when they share a home."""
    role = "perpetrator" if whom == "perpetrator" else "victim"
    child.put("lives_with", "parents" if "parents" in whom else role, entry, RESOLVED)
    home = home_now(people, role)
    if home:
        child.tree["address"] = of_place(home, entry.place)


def _named_keeper(child: Person, people: list[Person]) -> None:
    """ "Lives with Kayleigh" where Kayleigh is the victim, or the one of those who harm who is called so."""
    keeper = child.tree["lives_with"]
    if not isinstance(keeper, Found) or OF_HERS.search(str(keeper.value)):
        return
    bare, theirs = plain(str(keeper.value)), plain(str(keeper.value).partition(",")[2])
    ours = [p for p in people if p.role in ("victim", "perpetrator")]
    named = [p for p in ours if _is_called(bare, p) or _is_called(theirs, p)][:1]
    whom = "victim" if section(str(keeper.value)) == "victim" else _parent(bare, people)
    role = named[0].role if named else whom
    if role in ("victim", "perpetrator"):
        sure = STATED if bare == "victim" else RESOLVED if named else INFERRED
        child.tree["lives_with"] = Found(role, keeper.place, sure)
        home = home_now(named or people, role)
        if home and not child.tree["address"]:
            child.tree["address"] = of_place(home, keeper.place)


def _is_called(words: str, person: Person) -> bool:
    """The first of the words begins a name of theirs; a surname may be that of the whole family."""
    names = {*person.called, *(_names(person) if person.role == "victim" else ())}
    return bool(words) and words.split()[0] in {name.split()[0] for name in names if name}


def _names(person: Person) -> list[str]:
    parts = [person.tree[key] for key in ("forenames", "surname") if person.tree[key]]
    return [plain(str(found.value)) for found in (*parts, *person.tree["aliases"])]


def _parent(keeper: str, people: list[Person]) -> str:
    """Whom "mum" or "both" means: the one who is harmed, unless that is a man and a woman who harms is the mother."""
    if keeper in ("parents", "both parents", "both", "mum and dad"):
        return "parents"
    if keeper in ("victim", "client", "survivor"):
        return "victim"
    if keeper not in ("mum", "mother", "mam", "mammy"):
        return ""
    sexes = {role: {p.sex for p in people if p.role == role} for role in ("victim", "perpetrator")}
    if sexes["victim"] != {"male"}:
        return "victim"
    return "perpetrator" if sexes["perpetrator"] == {"female"} else ""
