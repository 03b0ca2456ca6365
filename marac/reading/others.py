"""Finds the other people whom a referral names: safe contacts, threats, those whose number is given."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from marac.answers.found import INFERRED, LIKELY, Found, Unread
from marac.answers.names import CALENDAR, INSTITUTIONS, STREETS
from marac.kernel.identifiers import phones_in
from marac.kernel.names import TITLES
from marac.labels.known import WORDS
from marac.labels.relations import RELATED, relation_words
from marac.layout.gathered import Entry
from marac.parties.person import Person
from marac.referrers.referrer import of_officer
from marac.telephones import phones
from marac.written.blocks import Block
from marac.written.text import Text, plain

TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|PC|DC|DS|Sgt|WPC|PCSO)\.? (?:\d{2,6} )?)"
WORD = r"(?<![\w'’-])[A-Z][\w'’-]{0,20}[a-z][\w-]{0,20}(?:[’'][a-z]{3,20})?"
NAME = rf"{TITLE}?{WORD}(?: {WORD}){{0,2}}"
# "The neighbour at number 20, Ron Pickles": where somebody is to be found may stand between.
RELATION_NAME = re.compile(
    rf"(?:\b(?P<of>[Hh]er|[Hh]is|[Tt]heir|[A-Z]\w+[’']s)\s+)?\b(?P<relation>(?i:{relation_words()}|next door))\b"
    r"(?:[’']s(?=[,:]| \())?(?: (?:at|in|from) (?:no\.?|number|flat|room)? ?\d{1,4}[a-z]?,|[,:])?"
    rf"\s+\(?(?P<name>{NAME})"
)
# What somebody is to the case whom the agencies have, and words before a name that is told by its work.
WORKS = (
    r"(?:(?:social|support|key|link|outreach|duty|case|family|refuge|night) )?worker|HV|health visitor|midwife"
    r"|nurse|tutor|teacher|"
    r"officer(?: in (?:the|charge of the) case)?|OIC|IDVA|ISVA|VLO|advocate|care co-?ordinator|consultant"
    r"|clinician|solicitor|coach|receptionist|interpreter|caretaker|warden|head(?: of year)?|minister|"
    r"psychiatrist|psychologist|counsellor|supervisor|manager|head ?teacher|safeguarding (?:lead|supervisor|nurse)|"
    r"allocated to|spoke (?:to|with)|discussed with|agreed (?:by|with)|countersigned(?: by)?|seen by"
    r"|authori[sz]ed by|approved by|attended by"
)
AT_WORK = re.compile(
    rf"\b(?P<relation>(?i:{WORKS}))(?: (?:is|was)| who has [^:.]{{3,40}}| consulted| agreed|(?: \w+){{1,2}}(?=:)"
    rf"| at (?:the )?[a-z][a-z ]{{2,25}}(?=,))?[,:)]?\s+"
    rf"\(?(?P<name>{TITLE}{WORD}(?: (?:{WORD}|[A-Z]{{3,20}}\b))?|{WORD} {WORD})"
)
NAMED_FIRST = re.compile(
    rf"(?P<name>{TITLE}?{WORD}(?: {WORD}){{1,2}})\s*(?:[(,]|[-–] )\s*(?:(?:the|her|his|their|a|{WORD}[’']s) )?"
    rf"(?:(?:maternal|paternal|older|younger|elder|old|best) )?"
    rf"(?P<relation>(?i:{relation_words()}|(?:[A-Za-z-]+ ){{0,2}}(?:{WORKS})))\b"
)
# "PC Kuldip Rai is dealing", "ask for Ada Moss", "a man she knows only as Fitz"
RANKED = re.compile(
    r"(?P<relation>)(?P<name>\b(?:PC|DC|DS|PS|DI|Sgt|WPC|PCSO|FF|HV|Cllr|Canon|Revd)\.? (?:\d{2,6} )?"
    rf"{WORD}(?: (?:{WORD}|[A-Z]{{2,20}}\b))?)"
)
CALLED = re.compile(
    r"(?P<relation>)\b(?:ask for|(?:man|woman|lad|girl|friends?|mates?|pals?|dealer)\b[^.:;()]{0,40}?"
    r"\b(?:known|knows?|called)(?: only| to \w+)?(?: as)?|only knows? (?:her|him|them) as) "
    rf"[‘'“\"]?(?P<name>{WORD}(?: {WORD})?)"
)
# "Mr Gill next door, who drinks with him"
PLACED = re.compile(
    rf"(?P<relation>)(?P<name>\b(?:Mr|Mrs|Miss)\.? {WORD}(?: {WORD})?)(?= (?:next door|at|in|from|who)\b)"
)
COVERS = re.compile(
    rf"(?P<relation>)(?P<name>{WORD} {WORD}) (?:is covering|covers (?:for )?me|will cover|has the case)\b"
)
SAID_YES = re.compile(rf"(?P<relation>)\A\W*Yes,? (?P<name>{TITLE}{WORD}|{WORD} {WORD})(?=\W*(?:[,(.\d]|\Z))")
BRACKETED = re.compile(rf"\b(?P<relation>(?i:{relation_words()}))\s*\((?P<name>{WORD}(?: {WORD}){{0,2}})(?=[,)])")
RANKS = {"ff", "hv", "canon", "revd"}  # that no list of titles has
NAMED_WITH = (RELATION_NAME, BRACKETED, NAMED_FIRST, AT_WORK, RANKED, CALLED, PLACED, COVERS, SAID_YES)
NOBODY = re.compile(
    rf"\b(?:{INSTITUTIONS}|{STREETS}|{CALENDAR}|Children[’']?s?|Office|Desk|Line|Health|Care|Practice|Ward|Agency|"
    r"Association|Officer|Worker|Manager|Homes?|Housing|Project|Family|Help|Support|Name|Number|Phone|Tel|Mobile|"
    r"Address|Role|Both|Ethnic|Night|Domestic|Community|Psychiatric|Specialist|Named|Midwife|Nurse|Management|Probation"
    r"|Access|Through|Work|Recovery|Advocate|Adviser|Coordinator|Independent|Senior|Staff|Clinician|Service|Person|"
    r"Allowance|Flat|Valley|City|Borough|County|English|Email|Date|Details|Yes|No|Not|None|Unknown|Only|Messages?|Me|She|He|They|Her|His|The|This|Please)\b"
)
NAME_FIRST = re.compile(rf"^\s*(?P<name>{NAME})(?=[\s,.;(]|$)")
# A full name, and then nothing or what goes with it.
LABELLED = re.compile(rf"(?P<name>{TITLE}?{WORD}(?: {WORD}){{1,2}})(?=\s*(?:[,(;\n]|[-–] |\Z))")
NO_NAME = re.compile(
    r"\A(?:With|Baby|Universal|Grey|Silver|Black|White|Red|Blue)\b|\b(?:High|Credit|Infants|Grammar)\Z"
)
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
        if not named or NOBODY.search(named["name"]) or NOT_A_PERSON.search(label) or NO_NAME.search(named["name"]):
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
            nobody = (
                NOBODY.search(match["name"]) or NO_NAME.search(match["name"]) or match["name"].endswith(("'s", "’s"))
            )
            if already or words <= held or nobody or _is_known(match["name"], known, None):
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
