"""Puts right the births and ages that a covering mail corrects: they stand against what the form says."""

import re
from datetime import date

from marac.answers.found import LIKELY, Found
from marac.covering import subject
from marac.covering.named import named_in
from marac.kernel.dates import MONTHS, dates_in, first_date
from marac.parties.person import Person, last_year
from marac.telephones import phones
from marac.written.blocks import Place
from marac.written.text import plain

BIRTH = r"(?:(?:dates?|years?) of birth|birth years?|d\.?o\.?bs?\.?|birthdays?)"
PUT_RIGHT = re.compile(
    rf"\b(?P<name>[A-Z][\w-]{{1,40}})(?: [A-Z][\w-]{{1,40}})?[’']s {BIRTH} "
    r"(?:should be|should read|is|was)(?: actually| really)? (?P<date>[^,;)]{4,25})"
)
# "I got Karl's date of birth wrong. The school has 19/07/1986."
WRONG = re.compile(
    rf"\b(?P<name>[A-Z][\w-]{{1,40}})[’']s {BIRTH} (?:is |was |on the form is )?"
    r"(?:wrong|incorrect|not right|mistyped)\b"
)
HIS_BIRTH = re.compile(
    rf"\b(?:his|her|their) {BIRTH} (?:should be|should read|is|was)(?: actually| really)? (?P<date>[^,;)]{{4,25}})"
)
OF_A_BIRTH = re.compile(rf"\b{BIRTH}", re.I)
OF_HIM = re.compile(rf"\b(?P<whose>his|her) {BIRTH}\b(?! (?:is |was )?(?:wrong|incorrect))", re.I)
# "The kids' dates of birth: Kit is 3 Feb 2015, and Ann is 12/12/2017"
SPEAKS_OF_BIRTHS = re.compile(rf"\b{BIRTH}(?![^.]{{0,20}}\bwrong\b)", re.I)
IS_BORN = re.compile(r"\b(?P<name>[A-Z][\w-]{1,40})(?: is| was|:)? (?P<date>\d{1,2}(?:[./-]| \w{3,9} )[^,;)]{4,12})")
YEAR_RIGHT = re.compile(
    r"\b(?P<name>[A-Z]\w{1,30}) was born in (?P<right>\d{4}),? (?:and )?not (?:in )?(?P<wrong>\d{4})\b"
)
WHOSE = re.compile(rf"\b(?P<name>[A-Z][\w-]{{1,40}})(?: [A-Z][\w-]{{1,40}})?[’']s {BIRTH}")
CORRECTS = re.compile(
    r"\b(?:wrong\w*|mistakes?|mistyped|typo|incorrect\w*|not right|should (?:be|read|say|have)"
    r"|(?:records?|register|certificate|passport|licence|file) (?:says?|has|have|gives?|shows?))\b",
    re.I,
)
SAID_NOT = re.compile(r"\bnot (?:the |on |in )?\Z", re.I)  # "..., not 26 May": the one that is wrong
DAY = re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{'|'.join(MONTHS)})\b(?!,? \d{{4}})")
YEAR_OF_BIRTH = re.compile(r"\b(?:year of birth|birth year|born in)\b[^.;]{0,60}?\b(?P<year>(?:19|20)\d\d)\b", re.I)
AGE_RIGHT = re.compile(r"\b(?:is|he[’']s) (?:now )?(?P<right>\d{1,2}),? (?:and )?not (?P<wrong>\d{1,2})\b")


def put_right(words: str, place: Place, people: list[Person], today: date | None) -> None:
    """Each birth that the passage corrects, of the one person whom it can mean."""
    told = [(match["name"], match["date"]) for match in PUT_RIGHT.finditer(words)]
    if SPEAKS_OF_BIRTHS.search(words):
        told += [(match["name"], match["date"]) for match in IS_BORN.finditer(words)]
    wrong, days = WRONG.search(words), dates_in(words, last_year=last_year(today))
    told += [(wrong["name"], words[days[0][1] : days[0][2]])] if wrong and len(days) == 1 else []
    for name, day in told:
        born = first_date(day, last_year=last_year(today))
        if born and (person := _called(name, people)):
            person.tree["dob"] = Found(born.isoformat(), place, LIKELY)
    for sentence in phones.SENTENCE.split(words):
        his, whose = HIS_BIRTH.search(sentence), named_in(sentence, people)
        born = first_date(his["date"], last_year=last_year(today)) if his else None
        if born and len(whose) == 1:
            whose[0].tree["dob"] = Found(born.isoformat(), place, LIKELY)
    _left_open(words, place, people, today)
    _nearly(words, place, people, today)
    _numbers(words, place, people)


def _left_open(words: str, place: Place, people: list[Person], today: date | None) -> None:
    """ "Found his date of birth on the file, 11 April 1976": of the one adult whom he or she can mean, and who has none
    yet; a passage that names a child may mean the child."""
    children = [person for person in people if person.role == "child"]
    if named_in(words, children):
        return
    victims, harms = ([person for person in people if person.role == role] for role in ("victim", "perpetrator"))
    for sentence in phones.SENTENCE.split(words):
        said, days = OF_HIM.search(sentence), dates_in(sentence, last_year=last_year(today))
        alone = said is not None and len(days) == 1 and not named_in(sentence, people)
        who = {"his": "He", "her": "She"}[said["whose"].lower()] if said else ""
        person = subject.by_pronoun(who, victims, harms) if alone else None
        if person and person.tree["dob"] is None:
            person.tree["dob"] = Found(days[0][0].isoformat(), place, LIKELY)


def _nearly(words: str, place: Place, people: list[Person], today: date | None) -> None:
    """A birth that is told otherwise by one part alone, the day, month or year, is that of whose the form has so.

    "I put Kit's date of birth down wrongly. The register says 27 May 2013": of Kit alone, where Kit is named so.
    """
    if not (OF_A_BIRTH.search(words) and CORRECTS.search(words)):
        return
    whose = [person for match in WHOSE.finditer(words) if (person := _called(match["name"], people))]
    whose = whose or _of_that_sex(words, people)
    births = {id(person): date.fromisoformat(str(dob.value)) for person in whose if (dob := person.tree.get("dob"))}
    for year, month, day in _days(words, last_year(today)):
        told = {key: _date(year or had.year, month or had.month, day or had.day) for key, had in births.items()}
        differs = {key: _differing(day, births[key]) for key, day in told.items() if day}
        near = [person for person in whose if differs.get(id(person)) == 1]
        if len(near) == 1 and 0 not in differs.values():
            near[0].tree["dob"] = Found(str(told[id(near[0])]), place, LIKELY)


def _of_that_sex(words: str, people: list[Person]) -> list[Person]:
    """Without the women where it is "his" birth, and without the men where it is hers."""
    said = OF_HIM.search(words)
    others = {"his": "female", "her": "male"}.get(said["whose"].lower(), "") if said else ""
    return [person for person in people if person.sex != others or not others]


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # 29 February of another year
        return None


def _differing(told: date, had: date) -> int:
    """In how many parts a day is another; a year that is no slip of the pen counts as two."""
    if (told.year, told.month, told.day) == (had.year, had.day, had.month):  # the day and the month changed places
        return 1
    figures = sum(new != old for new, old in zip(str(told.year), str(had.year), strict=False))
    slip = figures == 1 or sorted(str(told.year)) == sorted(str(had.year))
    return (told.month != had.month) + (told.day != had.day) + (0 if not figures else 1 if slip else 2)


def _days(words: str, last: int) -> list[tuple[int | None, int | None, int | None]]:
    """The days that are told, with or without a year, or a year alone; but those that are said to be wrong."""
    days: list[tuple[int | None, int | None, int | None]] = []
    for born, start, _end in dates_in(words, last_year=last):
        days += [] if SAID_NOT.search(words[:start]) else [(born.year, born.month, born.day)]
    for match in DAY.finditer(words):
        if not SAID_NOT.search(words[: match.start()]):
            days.append((None, MONTHS.index(match["month"]) + 1, int(match["day"])))
    years = (
        [] if any(year for year, _, _ in days) else [m for m in YEAR_OF_BIRTH.finditer(words) if int(m["year"]) <= last]
    )
    return days + [(int(m["year"]), None, None) for m in years if not SAID_NOT.search(words[: m.start("year")])]


def _numbers(words: str, place: Place, people: list[Person]) -> None:
    """A year of birth, or an age, that is said to be another than the form has."""
    for match in YEAR_RIGHT.finditer(words):
        person = _called(match["name"], people)
        dob = person.tree["dob"] if person else None
        if person and dob and str(dob.value).startswith(match["wrong"]):
            person.tree["dob"] = Found(match["right"] + str(dob.value)[len(match["wrong"]) :], place, LIKELY)
    for match in AGE_RIGHT.finditer(words):
        ages = [(person, person.tree["age_stated"]) for person in named_in(words[: match.start()], people)]
        meant = [person for person, age in ages if age and age.value == int(match["wrong"])]
        if len(meant) == 1:
            meant[0].tree["age_stated"] = Found(int(match["right"]), place, LIKELY)


def _called(name: str, people: list[Person]) -> Person | None:
    meant = [person for person in people if person.called.intersection(plain(name).split()[:1])]
    return meant[0] if len(meant) == 1 else None
