"""What stands in one cell: a day, names, a person's particulars, yes or no; each with what is doubtful about it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from marac.answers.addresses import keeps_secret
from marac.kernel.birthdates import age_in, parse_birth_date
from marac.kernel.dates import dates_in, first_date, format_date, read_exact
from marac.kernel.identifiers import phone_digits, phones_in
from marac.kernel.names import ordinary_case, split_name
from marac.kernel.postcodes import postcode_places
from marac.kernel.refusal import Refusal
from marac.kernel.text import Sentence, _, clean_line

Cell = Mapping[str, Any]
TWO_FIGURES = re.compile(r"\d{1,2}\s*[-/. ]\s*(?:\d{1,2}|[a-z]{3,9})\s*[-/. ]\s*'?\d{2}(?!\d)", re.I)
DITTO = re.compile(r"[\"”“″'’]+|-?[\"”“]-?|as above|ditto|do\.?|same(?: as above)?|see above|a/a", re.I)
NOTHING = re.compile(r"[-–—.?/\s]*|n/?k|n/?a|none|nil|not known.*|unknown.*|unidentified.*|tbc|not given", re.I)
SEVERAL = re.compile(r"\s*(?:\n|;|/|&|\+|\band\b)\s*")
YES = re.compile(r"y(?:es)?|✓|✔|☑|x|1|p(?:resent)?|att(?:ended)?|true", re.I)
NO = re.compile(r"n(?:o)?|✗|✘|☐|0|absent|dna|did not attend|false", re.I)
AKA = re.compile(r"\b(?:a\.?k\.?a\.?|also known as|known as|n[eé]e)\b[ .:]*", re.I)
BORN = re.compile(r"[(\[,;-]?\s*\b(?:d\.?o\.?b\.?|born|aged?)?[ .:]*\(?\s*$", re.I)
AGE = re.compile(
    r"[(\[,;-]?\s*\b(?:aged?\s*)?(\d{1,2})\s*(?:y(?:ea)?rs?(?: old)?|y/?o|mths?|months?)?\s*[)\]]?\s*$", re.I
)
CHILDREN_APART = re.compile(r"(?<![A-Z]{2}),\s*(?=[^\W\d])")  # "Tom (4), Ann", but not "LEE, Ann" and not "Tom, 4"
UNBORN = re.compile(r"\bunborn|\bpregnant|\bexpecting|\bedd\b", re.I)
NOT_A_DAY = _("“{text}” in column {column} is no day that can be read. Write it as 14/3/2019.")


@dataclass
class Notes:
    """What reading a row has to say. A problem keeps the row out; a doubt is shown first and does not."""

    doubts: list[dict[str, Any]] = field(default_factory=list)
    problems: list[dict[str, Any]] = field(default_factory=list)

    def doubt(self, words: str, **values: Any) -> None:
        self.doubts.append(kept(words, **values))

    def problem(self, words: str, **values: Any) -> None:
        self.problems.append(kept(words, **values))


def kept(words: str, **values: Any) -> dict[str, Any]:
    """A sentence as it is kept in a row of the database: the page translates it."""
    return {"say": str(words), "with": {name: str(value) for name, value in values.items()}}


def told(said: Mapping[str, Any]) -> Sentence:
    return Sentence(said["say"]).format(**said["with"])


def text_of(cell: Cell | None) -> str:
    return str((cell or {}).get("text", "")).strip()


def says_nothing(cell: Cell | None) -> bool:
    return NOTHING.fullmatch(text_of(cell)) is not None


def day(cell: Cell | None, column: str, notes: Notes, *, today: date, ahead: int = 0) -> date | None:
    """A day that something happened; a two-figure year is the latest that is at most `ahead` years from now."""
    text = text_of(cell)
    if cell is None or says_nothing(cell):
        return None
    if cell.get("date"):
        return _plausible(date.fromisoformat(cell["date"]), text, column, notes, today, ahead)
    if cell.get("serial"):
        found = date.fromisoformat(cell["serial"])
        notes.doubt(_("{number} in column {column} is taken for {day}."), number=text, column=column, day=_on(found))
        return _plausible(found, text, column, notes, today, ahead)
    try:
        found_in = read_exact(text, last_year=today.year + ahead)
    except Refusal:
        notes.problem(NOT_A_DAY, text=text, column=column)
        return None
    if found_in is None:
        found_in = first_date(text, last_year=today.year + ahead)
        if found_in is None:
            notes.problem(NOT_A_DAY, text=text, column=column)
            return None
        notes.doubt(_("Of “{text}” in column {column} only the day is taken."), text=clean_line(text), column=column)
    return _plausible(found_in, text, column, notes, today, ahead)


def _plausible(found: date, text: str, column: str, notes: Notes, today: date, ahead: int) -> date | None:
    if found.year < FIRST_MEETING:
        notes.problem(
            _("{day} in column {column} is before there was any such meeting. Check the year."),
            day=_on(found),
            column=column,
        )
        return None
    if found > today and not ahead:
        notes.problem(_("{day} in column {column} is still to come. Check the year."), day=_on(found), column=column)
        return None
    return found


FIRST_MEETING = 2003  # the first was held in Cardiff in April 2003


def _on(found: date) -> str:
    return format_date(found)


def people(cell: Cell | None, column: str, notes: Notes, *, today: date) -> list[dict[str, Any]]:
    """Everybody whom a cell names, as persons of a referral: "SMITH, Jane (3/4/85) aka Jones / Ann Lee"."""
    text = text_of(cell)
    if says_nothing(cell):
        return []
    parts = [part for part in SEVERAL.split(_dates_apart(text, today)) if part.strip(" ,.")]
    found = [_person(part, today) for part in parts]
    found = [each for each in found if each["surname"] or each["forenames"]]
    if len(found) > 1:
        names = "; ".join(f"{each['forenames']} {each['surname']}".strip() for each in found)
        notes.doubt(
            _("Several people in column {column}: {names}. Check that they are told apart rightly."),
            column=column,
            names=names,
        )
        _lend_surname(found)
    if not found and text:
        notes.problem(_("No name can be read in “{text}” in column {column}."), text=clean_line(text), column=column)
    return found


def _dates_apart(text: str, today: date) -> str:
    """Days in one form without strokes, so that "3/4/85" is not taken for three people."""
    for on, start, end in reversed(dates_in(text, last_year=today.year)):
        text = f"{text[:start]}{on.isoformat()}{text[end:]}"
    return text


def _lend_surname(found: list[dict[str, Any]]) -> None:
    """ "Tom & Ann Field" are both Fields."""
    for each in found[:-1]:
        if not each["surname"] and found[-1]["surname"] and found[-1]["forenames"]:
            each["surname"] = found[-1]["surname"]


def _person(part: str, today: date) -> dict[str, Any]:
    name = part
    person: dict[str, Any] = {}
    if days := dates_in(part, last_year=today.year):
        on, start, end = days[0]
        person |= {"dob": on.isoformat(), "dob_raw": part[start:end]}
        name = BORN.sub("", part[:start]) + " " + part[end:].lstrip(" )]")
    elif (years := AGE.search(part)) and age_in(years.group(1)) is not None:
        person |= {"age_stated": int(years.group(1)), "dob_raw": years.group().strip(" ([)],")}
        name = part[: years.start()]
    name, *aliases = AKA.split(name)
    split = split_name(clean_line(name).strip(" ,;:-()[]."))
    known = {"surname": split.surname, "forenames": split.forenames}
    others = [clean_line(each).strip(" ,;:-()[].") for each in aliases]
    return known | ({"aliases": [each for each in others if each]} if any(others) else {}) | person


def children(cell: Cell | None, column: str, notes: Notes, *, today: date) -> list[dict[str, Any]]:
    """Children by name; a bare number says how many, and names nobody."""
    text = text_of(cell)
    if says_nothing(cell):
        return []
    if text.isdecimal():
        if int(text):
            notes.doubt(
                _("Column {column} counts {number} children and names none: none is entered."),
                column=column,
                number=text,
            )
        return []
    separated = {"text": CHILDREN_APART.sub(";", text)}
    made = Notes()
    found = people(separated, column, made, today=today)
    for each in found:
        if UNBORN.search(f"{each['forenames']} {each['surname']}"):
            each |= {"unborn": True, "surname": "", "forenames": ""}
    if found:
        names = "; ".join(f"{each['forenames']} {each['surname']}".strip() or "unborn" for each in found)
        notes.doubt(
            _("Children in column {column}: {names}. Check that they are told apart rightly."),
            column=column,
            names=names,
        )
    return found


def birth(cell: Cell | None, column: str, notes: Notes, *, today: date) -> dict[str, Any]:
    """`dob`, `dob_raw`, `age_stated` of a person, as far as the cell tells."""
    text = text_of(cell)
    if cell is None or says_nothing(cell):
        return {}
    if known := cell.get("date"):
        return _not_to_come(date.fromisoformat(known), column, notes, today)
    if cell.get("serial"):
        found = date.fromisoformat(cell["serial"])
        notes.doubt(_("{number} in column {column} is taken for {day}."), number=text, column=column, day=_on(found))
        return _not_to_come(found, column, notes, today)
    if text.isdecimal() and len(text) < 3:
        notes.doubt(_("{number} in column {column} is taken for an age in years."), number=text, column=column)
        return {"age_stated": int(text), "dob_raw": text}
    try:
        when = parse_birth_date(text, today=today)
    except Refusal:
        notes.problem(
            _("“{text}” in column {column} is no date of birth or age that can be read."), text=text, column=column
        )
        return {}
    exact = when.exact
    if TWO_FIGURES.search(text) and exact:
        notes.doubt(_("“{text}” in column {column} is taken for {day}."), text=text, column=column, day=_on(exact))
    return {"dob_raw": text} | ({"dob": exact.isoformat()} if exact else {})


def _not_to_come(found: date, column: str, notes: Notes, today: date) -> dict[str, Any]:
    if found > today:
        notes.problem(
            _("The date of birth in column {column}, {day}, is still to come."), column=column, day=_on(found)
        )
        return {}
    return {"dob": found.isoformat(), "dob_raw": found.strftime("%d/%m/%Y")}


def home(cell: Cell | None, column: str, notes: Notes) -> dict[str, Any] | None:
    """An address with its postcode apart. Anything that speaks of secrecy, a refuge say, makes it confidential."""
    text = clean_line(text_of(cell).replace("\n", ", "))
    if says_nothing(cell):
        return None
    secret = keeps_secret(text)
    if secret:
        notes.doubt(_("The address in column {column} is kept as confidential."), column=column)
    places = postcode_places(text)
    if not places:
        return {"text": text, "postcode": "", "type": "last_known", "confidential": secret}
    code, start, end = places[0]
    rest = f"{text[:start].rstrip(' ,.')}{text[end:]}".strip(" ,.")
    return {"text": rest, "postcode": str(code), "type": "last_known", "confidential": secret}


def numbers(cell: Cell | None, column: str, notes: Notes) -> list[dict[str, Any]]:
    """Telephone numbers. An old tracker makes none safe to call: that is asked again."""
    text = text_of(cell)
    if says_nothing(cell):
        return []
    found = [digits for digits, _start, _end in phones_in(text)] or [phone_digits(text)]
    found = [each for each in found if each]
    if not found:
        notes.doubt(
            _("“{text}” in column {column} is no telephone number and is not entered."), text=text, column=column
        )
    else:
        notes.doubt(
            _("Nothing says that the number in column {column} is safe to call: it is entered as not known."),
            column=column,
        )
    return [{"number": each, "whose": "own", "note": ""} for each in found]


def yes_or_no(cell: Cell | None) -> bool | None:
    text = text_of(cell)
    return True if YES.fullmatch(text) else False if NO.fullmatch(text) else None


def tidy_name(cell: Cell | None) -> str:
    return ordinary_case(clean_line(text_of(cell))) if not says_nothing(cell) else ""
