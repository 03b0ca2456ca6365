"""Puts right the births and ages that a covering mail corrects: they stand against what the form says."""

import re
from datetime import date

from marac.answers.found import LIKELY, Found
from marac.covering.named import named_in
from marac.kernel.dates import dates_in, first_date
from marac.parties.person import Person, last_year
from marac.telephones import phones
from marac.written.blocks import Place
from marac.written.text import plain

BIRTH = r"(?:dates? of birth|d\.?o\.?bs?\.?|birthdays?)"
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
# "The kids' dates of birth: Kit is 3 Feb 2015, and Ann is 12/12/2017"
SPEAKS_OF_BIRTHS = re.compile(rf"\b{BIRTH}(?![^.]{{0,20}}\bwrong\b)", re.I)
IS_BORN = re.compile(r"\b(?P<name>[A-Z][\w-]{1,40})(?: is| was|:)? (?P<date>\d{1,2}(?:[./-]| \w{3,9} )[^,;)]{4,12})")
YEAR_RIGHT = re.compile(
    r"\b(?P<name>[A-Z]\w{1,30}) was born in (?P<right>\d{4}),? (?:and )?not (?:in )?(?P<wrong>\d{4})\b"
)
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
    _numbers(words, place, people)


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
    meant = [person for person in people if person.first_name and [person.first_name] == plain(name).split()[:1]]
    return meant[0] if len(meant) == 1 else None
