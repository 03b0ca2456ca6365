"""Takes apart a person who is written in one line: name, date of birth, relation, address, school, number."""

import re
from functools import lru_cache

from marac.answers import choices
from marac.answers.addresses import PRISON_NAMED
from marac.answers.names import ALSO, INSTITUTIONS
from marac.kernel.birthdates import age_in
from marac.kernel.dates import dates_in
from marac.kernel.identifiers import phones_in
from marac.kernel.postcodes import postcode_places
from marac.labels.relations import relation_words
from marac.written.text import Text, join, plain

NAME = re.compile(
    r"(?P<name>(?:[A-Z][\w'’.-]*|de|van|von|el|al|bin|da)(?:\s+(?:[A-Z][\w'’.-]*|de|van|von|el|al|bin|da)){0,5})"
)
PARTICLES = {"de", "van", "von", "el", "al", "bin", "da"}
TURNED = re.compile(
    r"(?P<name>[A-Z][A-Z'’-]+,\s*[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)(?=\s*(?:[,;(]|\d|$|(?i:born|d\.?o\.?b|aka|a\.k\.a|known|also|b|[mf]|(?:fe)?male)\b))"
)
# "Mrs Dorothy (Dot) Hollis"
NICKNAMED = re.compile(
    r"(?P<name>(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? )?[A-Z][\w'’-]+ \([A-Z][\w'’-]+\) [A-Z][\w'’-]+)(?=\s*[,;(]|\s+\d|\s*\Z)"
)
ALIAS = re.compile(
    rf"[\s,(\[]+{ALSO}\s*:?\s+[‘'“\"]?(?:[^,;()\d]|(?<=\w)\d)+?(?=\s{{2,}}|\s+b\.|[,;()]|(?<!\w)\d|\Z)[)’'”\"]*", re.I
)
MARKED = re.compile(r"\b(?:d\.?\s?o\.?\s?b|date of birth|born|birthday)\b[^,;]{0,30}\Z", re.I)
END_OF_NAME = re.compile(
    r"(?:\s+(?:DOB|D\.O\.B|Born|Aged?|EDD|Due)\b|\.\s+(?:He|She|They|His|Her|Their|[A-Z][a-z]+(?= [a-z]))\b).*", re.S
)
NEXT_SENTENCE = re.compile(r"(?<=\w{3})\.\s+[A-Z][\w’']*\Z")  # "Ada HOLLIS. We say Addie"
DUE = re.compile(r"\b(?:due|edd|expected)\b[\s:]*(?:date[\s:]*)?(?:on\s+)?\Z", re.I)
RELATION = re.compile(
    rf"(?<!with )(?<!with her )(?<!with his )\b(?P<words>(?:(?:ex|former|step|half|grand|paternal|maternal)[- ]?)?"
    rf"(?:{relation_words()}|boyfriend|girlfriend)(?:\s+(?:of|to)\s+[\w ]+)?)\b",
    re.I,
)
AGE_ALONE = re.compile(
    r"(?:^|[,(])\s*(?:(?:about|around|approx\.?|aged?|c\.) )?(?P<age>\d{1,2})\s*(?:[,)]|$|\.(?:\s|$)|\s[-–]\s)"
)
EVERYBODY = re.compile(r"[\s,.(–-]+(?:[Bb]oth|[Aa]ll)\s+(?=liv|stay|resid|with\b)")
LABELLED = re.compile(r"[^\n]{1,40}:(?:\s|$)")
LED = re.compile(
    rf"\A(?:\s*(?:(?:(?i:her|his|their|the|my)|[A-Z][\w-]+[’']s)\s+)?"
    rf"(?P<relation>(?i:(?:ex[- ]?)?(?:{relation_words()}))),?\s+(?=[A-Z])"
    rf"|\s*(?:(?i:her|his|their|the|my)\s+)?(?P<first>(?i:(?:ex[- ]?)?(?:{relation_words()})))[,:]\s+"
    r"(?=[A-Z][\w'’-]+\s[A-Z])"
    r"|\s*(?i:her|his|their)\s+(?P<whose>[a-z][\w-]+(?:\s[a-z-]+)?),?\s+(?=[A-Z][\w'’-]+\s[A-Z]))"
)
PLACE = re.compile(
    r"\bsame address\b|(?<=\balso of )(?=\d|[A-Z]).*|"
    r"\b(?:same as|as (?:above|victim)|lives? with|living with|staying with|lives? at|(?<=, )with)\b.*",
    re.I | re.S,
)
ELDER = re.compile(r"mother|father|mum|dad|gran|nan\b|aunt|uncle", re.I)
SCHOOL = re.compile(
    r"\b(?:[A-Z][\w'’.-]*\s+){1,4}(?:School|Academy|Nursery|Primary|College|Infants?|Juniors?|Pre-?school|Sixth Form)\b"
    r"|\bYsgol [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"
)
NHS = re.compile(r"\b(?:NHS|CHI|H&C)\s*(?i:number|no\.?)?[\s:]*(?P<number>\d{3}\s?\d{3}\s?\d{4})\b")
LIST_MARK = re.compile(  # "2 Skye, 6, ..." too, where a birth follows the name at once
    r"\s*(?:[-*•–]\s*|\(?\d{1,2}[.)]\s+"
    r"|[1-9]\s+(?=[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}, ?(?:b\.|born|d\.?o\.?b|aged?\b|\d{1,2}\b)))?"
)
COUNT = re.compile(r"\s*(?:yes\s*[:,.–-]|(?:one|two|three|four|five|\d)\s*[:,–-])\s+(?=[A-Z])", re.I)
BETWEEN = re.compile(
    r"(?:,|\s+and|\s*&|,\s+and)\s+(?=[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,3}[\s,]*(?:\(|\d|aged?\b|born\b|d\.?o\.?b))"
)
NUMBER_FIRST = re.compile(
    r"\W*(?:(?:mobile|mob|phone|tel|telephone|landline|home|number)\b[\s:.]*)*(?:0|\+44)[\d\s()-]{9,}", re.I
)
WHEN_DUE = re.compile(r"(?:edd|due|expected)\b", re.I)
BEFORE = re.compile(
    r"(?:before (?:that|this|then)|previously|formerly|until \w+|used to live at)\s*[:,–-]?\s*(?:at |of )?", re.I
)
DOTS = re.compile(r"\s*\.{4,}\s*(?=\S)")
LONGEST_FACT = 90
MOST_OF_ONE = 400  # characters of all that is written of one person
BORN = re.compile(r"\b(?:dob|d\.o\.b\.?|born|date of birth)\b", re.I)
NOBODY = re.compile(
    r"(?:born|aged?|d\.?o\.?b|mobile|mob|phone|tel|telephone|address|same|date|lives?|living|currently|unknown|not|none|"
    r"n/?a|relationship|the|this|that|she|he|they|it|there|we|i|my|our|his|her|their|both|all|please|see|as|with|from|"
    r"full|names?|school|nursery|college|attends|year|class|parents?|mother|father|mum|dad|referral|made|new|open|closed|under|subject|mash|section|police|social|sent|before|click|tap"
    r"|referred|one (?:column|row|line|box|form|sheet)|use|tick|give|add|list|enter"
    r"|include|staff|risk|why|how|when|children[’']s|\w+ marac)\b",
    re.I,
)
TOLD = re.compile(
    r"(?:The|This|My|Our|She|He|They|It|There|I|We)\s|(?:[A-Z][\w'’-]+\s){1,4}(?:is|was|has|lives|are|were)\s"
    r"|[A-Z][\w'’-]+\s[a-z]+s\s(?:in|at|on|when|that|the|her|his|him|to|and)\s"
)
ANOTHERS = re.compile(r"[’']s\b")  # "at her sister's"
KEPT = 64  # texts: each is asked about several times in a row
STOP = re.compile(r"(?<!\bSt)(?<!\bRd)(?<!\bAve)[.;]\s+(?=[A-Z])")
STUCK = re.compile(r"[^\n]{0,40}\b(?:label|sticker|addressograph)\b[^\n]{0,20}\n", re.I)
BRACKETED_TITLE = re.compile(r"\s*\((?:Mr|Mrs|Ms|Miss|Mx|Dr)\)")
OF_A_HOUSE = re.compile(rf"\b(?:{INSTITUTIONS})\b")
GOES_ON = re.compile(r"(?:\b(?:in|of|at|the|and|with|to|her|his|their|a|is|on|from)|,)\s*\Z")
NONE = re.compile(r"[^:\n]{1,40}:\s*(?:none|no|nil|n/?a)\b", re.I)  # "Dean: none known" names no child
# "Dean has none. Karl has a daughter Eve, 8", "None at home. Karl has a little girl, Eve" are of Eve alone.
PARENT_OF = re.compile(
    r"(?:None (?:in|at|living|here|there|of)\b[^.\n]{0,40}\.\s+)?"
    r"(?:[^:\n.]{1,40} ha(?:s|ve) (?:none|no (?:children|kids))\.\s+)?"
    r"(?:(?!He\b|She\b)[A-Z]\w+ has an? (?:\w+ )?(?:girl|boy|child|baby),?\s+(?:called |named )?(?=[A-Z])"
    r"|[A-Z]\w+ has an? (?:\w+ )?(?:girl|boy|child|baby|son|daughter) (?:with|by) [^:.\n]{1,40}:\s+"
    r"|[A-Z]\w+ has an? (?=(?:daughter|son)\b))?(?=\w)"
)
MONTHS = re.compile(r"\b\d{1,2} (?:weeks|months)\b")
SHORTEST_MORE = 12  # characters
YOUNG = re.compile(
    r"baby,\s+(?=[A-Z])|(?:baby|newborn|little|younger|older|half|step)[ -](?=(?:brother|sister|son|daughter) [A-Z])",
    re.I,
)
BIRTH = re.compile(
    r"[\s,(:·|–-]*(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\)\s*)?"
    r"(?:(?:girl|boy|male|female|[MF])\b[\s,(–-]*)?(?:born\b|d\.?o\.?b\b|date of birth\b|\d)",
    re.I,
)
KIN = re.compile(
    rf"(?:[Tt]he |[Oo]ur )?\w+(?:[’']s|s[’']) (?P<relation>(?:ex[- ])?(?:{relation_words()}|boyfriend|girlfriend))"
)
ASIDE = re.compile(
    rf"\s*(?:\([^()]{{2,40}}\)|,\s*(?:her|his|their) (?:(?:ex|former|step)[- ]?)?(?:{relation_words()}))\s*\Z"
)
YEARS = re.compile(r"\b(?P<name>[A-Z][a-z'’-]+(?: [A-Z][\w'’-]+)?) (?P<age>\d|1[0-7])(?=\s*(?:,|;|\band\b|\Z))")
BABY = re.compile(r"(?i:baby) (?=[A-Z][\w'’-]+ [A-Z])")
SEX_BEHIND = re.compile(r"\s{2,}(?:[FM]|(?i:female|male))\s*\Z")
SEX = re.compile(r"\b(?i:female|male|boy|girl)\b|(?<=\s\s)[MF](?=\s\s|\s*\Z)")


@lru_cache(maxsize=KEPT)
def is_person(value: Text) -> bool:
    """Words that begin with somebody's name; no answer to how many, or whether."""
    words = LED.sub("", PARENT_OF.sub("", _bare(value).words, count=1))
    if LABELLED.match(words) or NOBODY.match(words):
        return False
    name = plain(name_of(words))
    return (
        bool(name)
        and not re.search(r"\d{3}", name)
        and not OF_A_HOUSE.search(name_of(words))
        and not SEX.fullmatch(name)
        and len(words) < 400
        and not choices.yes_no(_bare(value).part(len(_bare(value).words) - len(words))).known
        and not choices.boxes(value)
    )


def in_sentences(value: Text) -> bool:
    """Told in whole sentences, not listed: "The victim is Ada Hollis, who lives with her mother." """
    return TOLD.match(value.words.strip()) is not None and value.words.rstrip().endswith((".", ")"))


@lru_cache(maxsize=KEPT)
def is_listed(value: Text) -> bool:
    """A line in a list of people: a name, and a date or an age."""
    words = _bare(value).words
    aged = age_in(words) is not None or AGE_ALONE.search(words) or MONTHS.search(words)
    told = bool(dates_in(words, last_year=2100)) or bool(aged)
    return len(words) < 200 and is_person(value) and told


@lru_cache(maxsize=KEPT)
def is_born(value: Text) -> bool:
    """A person's name and date of birth in one line, or on the label that is stuck to a patient's notes."""
    words = _bare(value).words
    name = name_of(words)
    listed = " " in name.strip() and BIRTH.match(words, len(name)) is not None and is_listed(value)
    return (listed and bool(dates_in(words, last_year=2100))) or is_sticker(value)


def is_record(value: Text) -> bool:
    """A line of a record: "HOLLIS, Ada      Born 01-Feb-1990      Female"."""
    return TURNED.match(value.words.strip()) is not None and is_born(value)


@lru_cache(maxsize=KEPT)
def is_sticker(value: Text) -> bool:
    """A name on the first line, and a date of birth beneath."""
    first, _, rest = _printed(value).partition("\n")
    first = SEX_BEHIND.sub("", first)
    named = " " in first and name_of(first).strip() == first.strip() and not NOBODY.match(first)
    second = rest.partition("\n")[0]
    born = BORN.search(rest) or (NHS.search(rest) and dates_in(second, last_year=2100))
    return bool(named and len(value.words) < MOST_OF_ONE and born)


def _printed(value: Text) -> str:
    """A label that is stuck to notes, without what says that it is one and without the title after a name."""
    return BRACKETED_TITLE.sub("", STUCK.sub("", value.words.strip()).strip(), count=1)


def is_told(value: Text) -> bool:
    """More than a name: the name, and then a date of birth or where the person lives."""
    told = dates_in(value.words, last_year=2100) or postcode_places(value.words)
    return bool(told) and len(value.words) > len(name_of(_bare(value).words)) + 8 and is_person(value)


def is_named(value: Text) -> bool:
    """A line that is a name of two words or more and nothing else."""
    words = LED.sub("", _bare(value).words.strip())
    words = ASIDE.sub("", words) if len(words) < MOST_OF_ONE else words
    return " " in words and name_of(words).strip() == words and is_person(Text(words))


def facts(line: Text) -> list[tuple[str, Text]]:
    """What a line without a label can only mean: a date of birth, a home, a number, a relation alone."""
    words = line.words.strip()
    if NUMBER_FIRST.match(words):
        return [("phone", line)]
    if len(postcode_places(words)) == 1 and len(words) < MOST_OF_ONE:  # with what is said of that home
        before = BEFORE.match(words)
        return [("previous_address", line.part(before.end())) if before else ("address", line)]
    if words.endswith(".") or len(words) > LONGEST_FACT:
        return []
    told = [(field, stretch) for field, stretch in fields(line) if field in ("address", "phone")]
    days = dates_in(words, last_year=2100)
    if days and not re.search(r"[a-z]{4}", re.sub(BORN, "", words[: days[0][1]] + words[days[0][2] :]), re.I):
        told.append(("dob", line))
    if RELATION.fullmatch(words):
        told.append(("relationship_to_victim", line))
    return told


def name_of(words: str) -> str:
    """The name that the line begins with, and the other names written with it."""
    match = TURNED.match(words) or NICKNAMED.match(words) or NAME.match(words)
    if not match or WHEN_DUE.match(words):
        return ""
    name = END_OF_NAME.sub("", match["name"])
    stop = NEXT_SENTENCE.search(name)
    if stop and re.match(r"\s+[a-z]", words[len(name) :]):
        name = name[: stop.start()]
    also = ALIAS.match(words, len(name))
    return words[: also.end()] if also else name


DAY = r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
TWO_BORN = re.compile(
    r"\s*(?P<one>[A-Z][a-z’'-]+) (?:and|&) (?P<two>[A-Z][a-z’'-]+) (?P<last>[A-Z][\w’'-]+),? "
    rf"\(?(?P<first>{DAY}) (?:and|&) (?P<second>{DAY})\)?(?P<more>[^.;\n]*)"
)


def with_ages(value: Text) -> Text:
    """ "Ann 6, Bo 4": the figure after the name of a child is how old they are.

    "Ann and Bo LEE, 3.6.14 and 19.9.17" are two, each with a birth and with what is said of both.
    """
    if two := TWO_BORN.match(value.words):
        both = re.sub(r"\b(?:both|all) (?=with|at|live|go|attend)", "", two["more"])
        lines = [f"{two[one]} {two['last']}, {two[born]}{both}" for one, born in (("one", "first"), ("two", "second"))]
        return Text("\n".join([*lines, value.words[two.end() :].strip(" .")]).strip())
    return Text(YEARS.sub(r"\g<name> (\g<age>)", value.words)) if YEARS.match(value.words) else value


def with_ticked(line: Text) -> Text:
    """A line that tells of a person, with what is ticked behind it: "Ann Lee, born 2/3/15  ☑ lives with her"."""
    box = choices.BOX.search(line.words)
    if box is None or not is_listed(line.part(0, box.start())):
        return line
    ticked = [words for words, full in choices.boxes(line.part(box.start())) if full and words]
    return Text(", ".join([line.words[: box.start()].strip(), *ticked]))


def people(value: Text) -> list[Text]:
    """One line or stretch for each person."""
    if is_sticker(value):
        return [Text(",\n".join(line.strip() for line in _printed(value).split("\n") if line.strip()))]
    lines: list[Text] = []
    at = 0
    for piece in re.split(r"(\n|;)", value.words):
        parent = PARENT_OF.match(piece)
        line = value.part(at + (parent.end() if parent else 0), at + len(piece))
        at += len(piece)
        if lines and piece.strip() and _goes_on(piece, lines[-1].words):  # goes on about the person of the line before
            lines[-1] = join([lines[-1], line], ", ")
        elif piece not in ("\n", ";") and piece.strip() and not NONE.match(piece):
            lines += _each(_bare(line))
    return [line for line in lines if name_of(LED.sub("", line.words)) or dates_in(line.words, last_year=2100)]


def _goes_on(piece: str, before: str) -> bool:
    """More of the person of the line before: it names nobody, was broken off, or is an address alone."""
    home = piece.strip()[:1].isdigit() and len(postcode_places(piece)) == 1
    return home or NOBODY.match(piece.strip()) is not None or GOES_ON.search(before) is not None


def _each(line: Text) -> list[Text]:
    """Each of several people in a line that lists them: "Ann Lee (7) and Tom Lee (4)"."""
    told = STOP.search(line.words)  # what is said of them after that names nobody more
    between = BETWEEN.finditer(line.words, 0, told.start() if told else len(line.words))
    ends = [0, *(end for match in between for end in match.span()), len(line.words)]
    pieces = [line.part(start, end) for start, end in zip(ends[::2], ends[1::2], strict=True)]
    said = EVERYBODY.search(pieces[-1].words)
    if said:  # "both live with Ada" is said of each
        tail = pieces[-1].part(said.end())
        pieces = [join([piece, tail], ", ") for piece in [*pieces[:-1], pieces[-1].part(0, said.start())]]
    return pieces if len(pieces) > 1 and all(map(is_listed, pieces)) else [line]


def fields(line: Text) -> list[tuple[str, Text]]:
    """The fields that one person's line gives, by their names in known.toml."""
    young = YOUNG.match(line.words)
    line = line.part(young.end()) if young else line
    led = LED.match(line.words)
    found = [("relationship_to_victim", Text(led["relation"] or led["first"] or led["whose"]))] if led else []
    line = line.part(led.end()) if led else line
    name = name_of(line.words)
    baby = BABY.match(name)
    named = plain(name) and not re.match(r"baby\b|unborn\b", name[baby.end() if baby else 0 :], re.I)
    found += [("name", line.part(baby.end() if baby else 0, len(name)))] if named else []
    rest = line.part(len(name))
    stop = STOP.search(rest.words)
    dates = dates_in(rest.words[: stop.start()] if stop else rest.words, last_year=2100)
    if dates:
        _, start, end = dates[0]
        due = DUE.search(rest.words[:start])
        found.append(("edd", Text(f"due {rest.words[start:end]}")) if due else ("dob", rest.part(start, end)))
    elif born := [span for span in dates_in(rest.words, last_year=2100) if MARKED.search(rest.words[: span[1]])]:
        found.append(("dob", rest.part(*born[0][1:])))
    elif age_in(rest.words) or AGE_ALONE.search(rest.words):
        alone = AGE_ALONE.search(rest.words)
        age = age_in(rest.words) or (int(alone["age"]) if alone else None)
        found.append(("age", Text(f"aged {age}")))
    for field, pattern in (("gender", SEX), ("school", SCHOOL)):
        match = pattern.search(rest.words)
        found += [(field, rest.part(match.start(), match.end()))] if match else []
    health = NHS.search(rest.words)
    found += [("nhs_number", rest.part(health.start("number"), health.end("number")))] if health else []
    related = (match for match in RELATION.finditer(rest.words) if not ANOTHERS.match(rest.words, match.end()))
    relation = next(related, None)
    found += [("relationship_to_victim", rest.part(relation.start("words"), relation.end("words")))] if relation else []
    return found + _home(rest) + _phones(rest)


def beside_a_birth(value: Text) -> list[tuple[str, Text]]:
    """What one line tells of a person after their date of birth: a health number, a home, a telephone number."""
    days = dates_in(value.words, last_year=2100)
    rest = value.part(days[0][2]) if days else Text("")
    health = NHS.search(rest.words)
    after = rest.part(health.end()) if health else rest
    found = [("nhs_number", rest.part(health.start("number"), health.end("number")))] if health else []
    return [*found, *_home(after), *_phones(after)] if len(rest.words) > SHORTEST_MORE else []


def relation_in(label: str) -> str:
    """The relation that a label names beside a person's role: "Partner (alleged to be causing harm)"."""
    match = RELATION.match(label)
    return match["words"] if match else ""


def kin_in(label: str) -> str:
    """The relation in a label such as "The resident's wife"."""
    match = KIN.fullmatch(label.strip())
    return match["relation"] if match else ""


def is_elder(field: str, words: str) -> bool:
    """No child is the victim's mother: the words speak of somebody else in the line."""
    return field == "relationship_to_victim" and ELDER.search(words) is not None


def _bare(line: Text) -> Text:
    """Without a bullet, a number, or a row of dots behind the name."""
    match = LIST_MARK.match(line.words)
    line = line.part(match.end() if match else 0)
    dots = DOTS.search(line.words)
    line = join([line.part(0, dots.start()), line.part(dots.end())], ", ") if dots else line
    return line.part(lead.end()) if (lead := COUNT.match(line.words)) else line


def _home(rest: Text) -> list[tuple[str, Text]]:
    said = PLACE.search(rest.words)
    if said:
        stop = STOP.search(rest.words, said.start())
        return [("address", rest.part(said.start(), stop.start() if stop else None))]
    places = postcode_places(rest.words)
    start = max(rest.words.rfind(mark, 0, places[0][1]) for mark in ")\n") + 1 if places else 0
    prison = PRISON_NAMED.search(rest.words)  # and where they go to from there
    start = min(start, prison.start()) if places and prison else start
    return [("address", rest.part(start, places[0][2]))] if places else []


def _phones(rest: Text) -> list[tuple[str, Text]]:
    found = phones_in(rest.words)
    return [("phone", rest.part(found[0][1]))] if found else []
