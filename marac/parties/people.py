"""Builds people from the answers in their boxes."""

import re
from dataclasses import replace
from datetime import date

from marac.answers import choices, names
from marac.answers.found import DOUBTFUL, INFERRED, LIKELY, STATED, Found, Unread
from marac.inferred import whole
from marac.intake.fields import LAST_TWO_FIGURE_YEAR
from marac.kernel.birthdates import ADULT_AGE, age_in
from marac.kernel.dates import age_on, dates_in, first_date
from marac.kernel.identifiers import health_number_digits, is_nhs_number
from marac.kernel.names import ordinary_case, split_name
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.labels import relating
from marac.labels.relations import PARTNER, RELATIONS, relation_words, titled
from marac.layout.gathered import Entry
from marac.parties import diversity, numbers, places
from marac.parties.person import Person, blank_person, last_year
from marac.parties.relation import relation
from marac.telephones import phones
from marac.written.text import Text, plain, tidy

PARTNERED = re.compile(PARTNER, re.I)
PARENT_OF_ONE = re.compile(r"\W*(?:[Ss]tep-?)?(?:[Ff]ather|[Mm]other|[Dd]ad|[Mm]um|[Pp]arent) of [A-Z]")
RELATED_AT_ALL = re.compile(rf"\b(?:{relation_words()}|child)\b", re.I)
SAFETY = ("safe_to_call", "safe_to_leave_message", "safe_to_text")
LATER = ("safe_to_call", "safe_to_leave_message", "safe_to_text", "contact_note", "address_confidential")
NAME_TOO = re.compile(r"(?:\d+\W+)?(?:full )?names?(?:,| and| &|/)", re.I)
FULL_FIRST = re.compile(r"[^\s,.(]+[ \n][^,.(]+(?=[,.(])")  # and not of "LEE, Ann"
OF_SEVERAL = re.compile(r"\w\(s\)|\b(?:persons|people|perpetrators|abusers)\b", re.I)
FOR_ALL = re.compile(r"\bperpetrators\b|\boffenders\b|\bvictims\b|\bboth\b|\ball of them\b", re.I)
NO_SURNAME = re.compile(
    r"[,;]?\s*\(?\b(?:(?:no|don[’']?t know(?: the| her| his)?) )?(?:surname|last name|second name)"
    r"(?:\s+(?:is\s+)?(?:not (?:yet )?known|unknown|not given|n/?k|\?))?\s*\)?\s*\Z",
    re.I,
)
# "John Lee, husband": what somebody is to the victim, after the name.
RELATED = re.compile(
    rf",\s*(?P<relation>(?:(?:ex|former|step)[- ])?"
    rf"(?:{relation_words()}|(?:mother|father) in law|boyfriend|girlfriend))"
    r"\s*\Z",
    re.I,
)
TOO_MANY = _("This document names more people than one referral does. Send one referral at a time.")
MOST_PEOPLE = 60  # our own choice: a document that names more is a list of cases
GESTATION = re.compile(r"\b\d{1,2}\s*\+\s*\d\b\s*(?:/40|weeks?|wks?)?[\s/,;]*")  # "22+3 / 02.10.2026": weeks and days
YOUNG = re.compile(r"\b(?:step|grand)?(?:son|daughter|child|baby|niece|nephew)\b", re.I)
GROWN = re.compile(
    r"\W*(?:\d{2}\W*(?:(?:yrs?|years?)(?: old)?\W*)?)?(?:an? )?(?:adult|grown[- ]?up|over 18|18\+|of age)\W*", re.I
)
BESIDE = re.compile(r"[\s,;(–-]+(?:aged? |now )?(?P<age>\d{1,3})(?: ?(?:years?|yrs?|y/?o)(?: old)?)?\W*", re.I)
OTHER_NAMES = re.compile(r"(?:\A|/)\s*other (?:names?|name\(s\))\W*\Z", re.I)
LIVES = re.compile(  # behind a name
    r"[,;(–-]\s*(?:who )?(?:lives?|living|stays|staying|resides)\b"
    r"|\s(?:is|was|lives|stays)\s+(?=(?:in|at|with|away|not)\b)",
    re.I,
)
YEARS = re.compile(
    r"\A\W*(?:(?:about|around|approx\w*|circa|c\.?|aged?) )?(?P<first>\d{2})(?=\s*(?:,|\Z|\(|yrs?\b|years\b))"
    r"|\b(?:he|she|they)(?: is| are|[’']s|[’']re) (?:about |around )?(?P<told>\d{2})\b",
    re.I,
)
# Years, our own choice: both parties to domestic abuse are sixteen or more (Domestic Abuse Act 2021, section 2), and an
# age that was guessed, or a young person's, is to change nobody's part.
YOUNGEST = 10
EDD = re.compile(r"\b(?:edd|due|expected)\b", re.I)


def build(entries: list[Entry], today: date | None) -> list[Person]:
    """One person for each box, or for each further name in the same box."""
    people: list[Person] = []
    about_phones: list[tuple[Person, Entry]] = []
    again: dict[int, Person] = {}
    for entry in entries:
        current = next((person for person in reversed(people) if person.role == entry.role), None)
        if entry.label.field == "name" and (same := _same(entry, people)):
            again[entry.group] = same
            if len(again) > MOST_PEOPLE:
                raise Refusal(TOO_MANY)
        current = again.get(entry.group) or _begun_with(entry, people) or current
        if current is None or (entry.group not in again and _begins(entry, current)):
            people.append(current := blank_person(str(entry.role), entry.group))
            if len(people) > MOST_PEOPLE:
                raise Refusal(TOO_MANY)
        if entry.label.field in LATER:
            about_phones.append((current, entry))
        else:
            _answer(current, entry, today)
    _about_phones(about_phones, today)
    _for_all(people)
    for person in people:
        _first_names(person)
    return [_young(person, people, today) or _with_role(person, today) for person in people]


def _first_names(person: Person) -> None:
    """ "Surname" and "Other names", where nothing else asks for the first names: they are those."""
    aliases = person.tree.get("aliases") or []
    others = [each for each in aliases if OTHER_NAMES.search(each.place.label)]
    if person.tree["surname"] and not person.tree["forenames"] and len(others) == 1:
        person.tree["forenames"] = others[0]
        person.tree["aliases"] = [each for each in aliases if each is not others[0]]


def _about_phones(about: list[tuple[Person, Entry]], today: date | None) -> None:
    """What is said of numbers, when all of them are known."""
    for person, entry in about:
        others = [each for of, each in about if of is person and each.label.field == entry.label.field]
        before = numbers.just_before(person, entry, others)
        if before and entry.label.field in SAFETY:
            phones.answer_for_all(before, entry.label.field, entry.value, entry.place)
        else:
            _answer(person, entry, today)


def _same(entry: Entry, people: list[Person]) -> Person | None:
    """Who is named a second time, in a further table about the same people."""
    name = names.parse_name(entry.value.words)
    for person in people if name.surname and name.forenames else []:
        surname, forenames = (
            str(person.tree[key].value) if person.tree[key] else "" for key in ("surname", "forenames")
        )
        first = [said.split()[:1] for said in (forenames, name.forenames or "")]
        if (
            person.role == entry.role
            and person.group != entry.group
            and surname == name.surname
            and first[0] == first[1]
        ):
            return person
    return None


def _begun_with(entry: Entry, people: list[Person]) -> Person | None:
    """Asked of several in a box of its own: "Darren 07700 900877. Kirsty don't know" is of Darren."""
    several = [person for person in people if person.role == entry.role]
    first = re.match(r"\W*([A-Z][a-z-]+)", entry.value.words) if entry.label.field in ("address", "phone") else None
    own = any(person.group == entry.group for person in several) and not OF_SEVERAL.search(entry.place.label)
    meant = [person for person in several if first and plain(first[1]) in person.called]
    return meant[0] if len(several) > 1 == len(meant) and not own else None


def _for_all(people: list[Person]) -> None:
    """An address that is said to be both people's, or everybody's."""
    for person in people:
        for entry, kind in person.homes:
            if FOR_ALL.search(f"{entry.place.label} {entry.value.words}"):
                for each in (p for p in people if p.role == person.role and not p.homes):
                    each.homes.append((entry, kind))


def _with_role(person: Person, today: date | None) -> Person:
    """Somebody of the household is a child when their age says so, or they are not yet born; else one of the others.

    Whoever stands among the children with an age of 18 or more is no child; by a birth alone nobody is left out.
    """
    if person.role == "child" and (told := person.tree["age_stated"]) and told.value >= ADULT_AGE:
        person.role, person.tree = "other", {**blank_person("other", person.group).tree, **person.tree}
    if person.role != "household":
        return person
    born, related, years = person.tree["dob"], person.tree["relationship_to_victim"], _how_old(person, today)
    said = str(related.value) if related else ""
    grown = re.search(PARTNER, said, re.I) is not None
    if born and today and born.value == today.isoformat():  # the document tells no later day
        grown = grown or YOUNG.search(said) is None
    if not (person.tree.get("unborn") or (years is not None and years < ADULT_AGE and not grown)):
        person.role = "other"
        return person
    return _as_child(person)


def _how_old(person: Person, today: date | None) -> int | None:
    born, age = person.tree["dob"], person.tree["age_stated"]
    return age_on(date.fromisoformat(born.value), today) if born and today else age.value if age else None


def _young(person: Person, people: list[Person], today: date | None) -> Person | None:
    """The child that stands among several who harm, or are harmed, by the form's mistake or ours; to be checked."""
    alike = [each for each in people if each.role == person.role]
    if person.role not in ("victim", "perpetrator") or len(alike) == 1:
        return None
    births = {each.tree["dob"].value for each in people if each.tree.get("dob")}
    dated = today if today and today.isoformat() not in births else None  # else the document tells no later day
    years, related = _how_old(person, dated), person.tree.get("relationship_to_victim")
    if years is None or not 0 <= years < YOUNGEST or (related and re.search(PARTNER, str(related.value), re.I)):
        return None
    child = _as_child(person)
    for key in ("forenames", "surname"):
        child.tree[key] = replace(child.tree[key], certainty=INFERRED) if child.tree[key] else None
    return child


def _as_child(person: Person) -> Person:
    child = blank_person("child", person.group)
    child.tree.update({key: person.tree[key] for key in child.tree if person.tree.get(key) is not None})
    child.homes, child.asides = person.homes, person.asides
    return child


def _begins(entry: Entry, current: Person) -> bool:
    """A second name begins a new person; so does a child's line that may have no name, being unborn."""
    field = entry.label.field
    if field in ("name", "surname", "forenames") and current.named:
        return field == "name" or bool(current.tree[field])
    unborn = current.tree.get("unborn")
    if field == "name" and unborn and unborn.place.label == entry.place.label:  # "Name: unborn", and the next name
        return True
    return entry.role == "child" and field in ("name", "dob", "edd") and current.group != entry.group


def _answer(person: Person, entry: Entry, today: date | None) -> None:
    field_name = entry.label.field
    reader = READERS.get(field_name)
    if reader:
        reader(person, entry, today)
    elif field_name.startswith("diversity."):
        diversity.answer(person, field_name.split(".")[1], entry.value, entry)
    elif field_name in person.tree and not choices.is_unknown(entry.value.words):
        person.put(field_name, tidy(entry.value.words), entry)
    elif not choices.is_unknown(entry.value.words):
        person.asides.append(Unread("label", f"{entry.place.label}: {entry.value.words}", entry.place))


def _name(person: Person, entry: Entry, today: date | None) -> None:
    words = entry.value.words
    if choices.is_unknown(words):
        return
    told = _alone(person, entry, NO_SURNAME.sub("", words))
    words = names.without_sentences(told)
    if len(told) > names.LONGEST or names.names_nobody(words):
        person.asides.append(Unread("value", f"{entry.place.label}: {told}", entry.place))
        return
    if person.role in ("child", "household") and names.UNBORN.search(told):
        due = first_date(told, last_year=LAST_TWO_FIGURE_YEAR)
        person.put("unborn", True, entry)
        person.put("edd", due.isoformat() if due else None, entry)
        return
    related = RELATED.search(words)
    if related:
        words = words[: related.start()]
        person.put("relationship_to_victim", related["relation"].lower(), entry)
    lines = [line.replace("\n", " ") for line in re.split(r"(?<!,)\n(?!\s*\()|;", words) if line.strip()]
    led = whole.LED.match(lines[0]) if person.role == "perpetrator" else None  # "his father Ivan Lee"
    first, others = names.with_aliases(entry.place.label, lines[0][led.end() if led else 0 :])
    name = names.parse_name(first)
    person.titled = person.titled or titled(words)
    person.put("surname", name.surname, entry)
    person.put("forenames", name.forenames, entry)
    if "aliases" in person.tree:
        person.tree["aliases"] += [Found(alias, entry.place) for alias in (*name.aliases, *others)]
    noted = name.note and not age_in(name.note) and plain(name.note) not in RELATIONS
    if len(lines) > 1 or noted or plain(words) != plain(told):
        person.asides.append(Unread("value", told, entry.place))
    if person.role == "perpetrator" and plain(name.note) in RELATIONS:
        person.put("relationship_to_victim", name.note, entry)
    age = age_in(f"age {name.note}") if name.note[:1].isdigit() else None
    person.put("age_stated", age, entry)


def _alone(person: Person, entry: Entry, words: str) -> str:
    """The name of a child: "Sana Lee, lives in Thornby with her aunt", "Dean has a little girl, Sana"."""
    if person.role not in ("child", "household"):
        return words
    parent, lives = whole.PARENT_OF.match(words), LIVES.search(words)
    alone = words[parent.end() if parent else 0 : lives.start() if lives else None]
    person.asides += [Unread("value", words, entry.place)] if alone != words else []
    return whole.LED.sub("", alone) if parent and parent.group() else alone


def _name_part(person: Person, entry: Entry, today: date | None) -> None:
    if not choices.is_unknown(entry.value.words):
        words = tidy(entry.value.words)
        also = names.BRACKETED.search(words) if len(words) < names.LONGEST else None
        alias = names.clean_alias(also["name"]) if also else ""
        if "aliases" in person.tree and alias[:1].isupper():
            person.tree["aliases"].append(Found(alias, entry.place))
            words = tidy(names.BRACKETED.sub(" ", words))
        named = split_name(f"{words},").surname if entry.label.field == "surname" else ordinary_case(words)
        person.put(entry.label.field, named, entry)


def _alias(person: Person, entry: Entry, today: date | None) -> None:
    words, asked = entry.value.words, entry.place.label
    if not person.named and names.with_aliases(asked, words)[1]:  # "What they go by, legal name"
        _name(person, entry, today)
        return
    if not person.named and NAME_TOO.match(asked):  # "Name and any other identity used"
        full = FULL_FIRST.match(words)
        _name(person, replace(entry, value=Text(full.group() if full else words)), today)
        words = words[full.end() :] if full else ""
    for alias in names.aliases_in(words):
        if "aliases" in person.tree and not choices.is_unknown(alias) and plain(alias) not in ("none", ""):
            person.tree["aliases"].append(Found(alias, entry.place))


def _dob(person: Person, entry: Entry, today: date | None) -> None:
    words = GESTATION.sub(" ", entry.value.words)
    ahead = first_date(words, last_year=LAST_TWO_FIGURE_YEAR) if person.role in ("child", "household") else None
    unborn = bool(person.tree.get("unborn")) or (ahead is not None and today is not None and ahead > today)
    due = EDD.search(words) is not None or entry.label.field == "edd" or unborn
    read = first_date(words, last_year=last_year(None if due else today))
    if due and person.role not in ("child", "household"):
        person.tree["_due"] = Found(read.isoformat(), entry.place, LIKELY) if read else None
        return
    if person.role in ("child", "household") and GROWN.fullmatch(words):  # no child, whatever else their line says
        person.role, person.tree = "other", {**blank_person("other", person.group).tree, **person.tree}
        return
    person.put("dob_raw", tidy(words), entry)
    if due:
        person.put("edd", read.isoformat() if read else None, entry)
        person.put("unborn", True, entry)
    elif read:
        person.put("dob", read.isoformat(), entry)
    age = (age_in(words) or _years(words)) if not due and not (read and tidy(words)[:1].isdigit()) else None
    person.put("age_stated", age or (None if due else _age_beside(words, today)), entry)
    if not read and age is None and not choices.is_unknown(words) and not person.tree.get("unborn"):
        person.asides.append(Unread("value", f"{entry.place.label}: {words}", entry.place))


def _years(words: str) -> int | None:
    """ "36, she is not sure of the year", "Not known. He is 29": how old somebody is, where a birth is asked for."""
    said = YEARS.search(words)
    return int(said["first"] or said["told"]) if said else None


def _age_beside(words: str, today: date | None) -> int | None:
    """ "9.2.1951 (75)": the age behind a birth, where it can be theirs."""
    days = dates_in(words, last_year=last_year(today))
    said = BESIDE.fullmatch(words[days[0][2] :]) if len(days) == 1 else None
    fits = said and (today is None or abs(age_on(days[0][0], today) - int(said["age"])) <= 1)
    return int(said["age"]) if said and fits else None


def _age(person: Person, entry: Entry, today: date | None) -> None:
    if first_date(entry.value.words, last_year=last_year(today)):
        _dob(person, entry, today)
    person.put("age_stated", age_in(entry.value.words), entry)


def _gender(person: Person, entry: Entry, today: date | None) -> None:
    person.put("gender", choices.gender(entry.value), entry)


def _relationship(person: Person, entry: Entry, today: date | None) -> None:
    ticked = [words for words, full in choices.boxes(entry.value) if full]
    if choices.boxes(entry.value) and len(ticked) != 1:
        return
    words = relation(ticked[0] if ticked else entry.value.words, person)
    if person.role == "perpetrator" and PARENT_OF_ONE.match(words):
        return  # "Stepfather of Kit and Ann"
    parent = not RELATED_AT_ALL.search(words) or PARTNERED.fullmatch(words)
    if relating.asks_whose_child(entry.place.label) and parent:
        return  # "Client and Person 1": whose the child is, and not what it is to anybody
    if not choices.is_unknown(words) and person.role != "victim" and words:
        person.put("relationship_to_victim", words, entry)


def _nhs(person: Person, entry: Entry, today: date | None) -> None:
    """A number whose check figure is wrong is kept as it was written, to be checked."""
    figures = health_number_digits(entry.value.words)
    if len(figures) == 10:
        person.put("nhs_number", figures, entry, STATED if is_nhs_number(figures) else DOUBTFUL)


def _occupation(person: Person, entry: Entry, today: date | None) -> None:
    if not choices.is_unknown(entry.value.words):
        words = re.sub(r"\s*,\s*/\s*,?\s*", ", ", tidy(entry.value.words))
        person.put("occupation", words, entry)


READERS = {
    "name": _name,
    "surname": _name_part,
    "forenames": _name_part,
    "aliases": _alias,
    "dob": _dob,
    "edd": _dob,
    "age": _age,
    "gender": _gender,
    "relationship_to_victim": _relationship,
    "address": places.address,
    "previous_address": places.address,
    "postcode": places.address,
    "address_part": places.address,
    "phone": numbers.number,
    **dict.fromkeys(("safe_to_call", "safe_to_leave_message", "safe_to_text"), numbers.answer),
    "contact_note": numbers.contact_note,
    "nhs_number": _nhs,
    "occupation": _occupation,
    "housing": places.housing,
    "no_fixed_abode": places.no_home,
    "address_confidential": places.confidential,
    "lives_with": places.lives_with,
    "shares_home": places.shares_home,
    "diversity": diversity.line,
}
