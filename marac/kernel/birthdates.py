"""Reading a date of birth as it is typed on referrals: exact, in part, as an age, or not known."""

import re
from datetime import date, timedelta

from marac.kernel.dates import (
    FIRST_YEAR,
    MONTH_NUMBERS,
    MONTH_WORD,
    UNKNOWN_DATE,
    Precision,
    UncertainDate,
    read_exact,
)
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.kernel.workdays import add_months

# Our own choices, wide enough for a neighbour's guess: a year written as about, an adult's guessed age, a child's.
YEARS_AROUND_A_YEAR = 2
YEARS_AROUND_AN_AGE = 5
YEARS_AROUND_A_CHILDS_AGE = 2
ADULT_AGE = 18
OLDEST = 125

LABEL = re.compile(r"(?:d\.?o\.?b\.?|date of birth|born)\b[ .:]*(?:on |in )?")
NOTHING = re.compile(r"|[-?./ ]+|(?:is )?(?:un|not )known|n/?k|n/?a|tbc|none|not (?:given|stated|asked|recorded)")
ABOUT = re.compile(r"(?:approx(?:imately|\.)?|about|around|roughly|circa|ca?\.|c(?= ?\d)|est(?:imated|\.)?|~)[ :]*")
ABOUT_AFTER = re.compile(r"[ ,(]*(?:approx(?:imately|\.)?|ish|\?|or so)\)?$")
MONTH_AND_YEAR = (
    re.compile(rf"{MONTH_WORD}[ ,/-]*(?P<year>\d{{4}})"),
    re.compile(r"(?P<month>0?[1-9]|1[0-2]) ?[-/.] ?(?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})[-/](?P<month>0[1-9]|1[0-2])"),
)
YEAR = re.compile(r"\d{4}")
DECADE = re.compile(r"(?:the )?(?P<decade>(?:1[89]|20)\d0)'?s")
AGE = re.compile(
    r"(?P<label>aged?:? )?(?P<number>\d{1,3}) ?"
    r"(?P<unit>y(?:ea)?rs?|y/?o?|months?|mths?|weeks?|wks?|days?)?[ -]?(?:old|of age)?"
)
TENS = re.compile(r"(?:in )?(?:(?:his|her|their) )?(?:(?P<part>early|mid|late)[ -])?(?P<tens>[1-9]0)'?s")
AGE_IN_TEXT = re.compile(
    r"\b(?:aged?|approx(?:imately|\.)?|about|circa|c\.)\s*:?\s*(?P<after>\d{1,3})\b|"
    r"\b(?P<before>\d{1,3})\s*(?:yrs?|years?|y/o|yo)\b|^\s*(?P<alone>\d{1,3})\s*$",
    re.IGNORECASE,
)
PARTS_OF_TENS = {None: (0, 9), "early": (0, 3), "mid": (4, 6), "late": (7, 9)}

NOT_READ = _(
    "Write the date of birth with the day first, such as 27 3 1990. If you do not know it, write the month "
    "and year, the year, or an age such as 'about 60 years'."
)
AGE_OR_YEAR = _("Say whether this is an age or a year: write 34 years, or the year in four figures such as 1985.")
IN_THE_FUTURE = _("The date of birth is in the future. Check the year.")
TOO_LONG_AGO = _("The date of birth is too long ago. Check the year, and write it in four figures.")


def parse_birth_date(text: str, *, today: date) -> UncertainDate:
    """What a typed date of birth says, as the span of days that it allows.

    Reads "3/4/91", "2nd June 2025", ISO, "June 1990", "1985", "c. 1990", "1960s", "approx 60 yrs", "mid 30s",
    "6 months", "not known". Day first always. A two-figure year is never in the future. An age counts back from
    `today`, the day on which it was given. Refuses what it cannot read, a day that does not exist and the future.
    """
    plain = LABEL.sub("", " ".join(text.lower().replace("’", "'").split()), count=1).strip(" ,;")
    if NOTHING.fullmatch(plain):
        return UNKNOWN_DATE
    if exact := read_exact(plain, last_year=today.year):
        # 3/12/26 in November 2026 has no future reading either: a birth is then a hundred years ago.
        return _checked(_not_ahead(exact, plain, today), today)
    rest = ABOUT_AFTER.sub("", ABOUT.sub("", plain, count=1))
    about = rest != plain
    found = _month(rest) or _year(rest, about) or _age(rest, about, today) or _tens(rest, today)
    if found is None and about and (exact := read_exact(rest, last_year=today.year)):
        found = _around(exact, exact, YEARS_AROUND_A_YEAR)
    if found is None:
        raise Refusal(NOT_READ)
    return _checked(found, today)


def age_in(text: str) -> int | None:
    """An age in years that stands in a longer text, or is the whole of it."""
    match = AGE_IN_TEXT.search(text)
    number = int(next(filter(None, match.groups()))) if match else None
    return number if number is not None and number < OLDEST else None


def _not_ahead(exact: date, plain: str, today: date) -> UncertainDate:
    if exact > today and str(exact.year) not in plain:
        earlier = read_exact(plain, last_year=today.year - 1)
        return UncertainDate.exactly(earlier or exact)
    return UncertainDate.exactly(exact)


def _month(text: str) -> UncertainDate | None:
    for pattern in MONTH_AND_YEAR:
        if match := pattern.fullmatch(text):
            parts = match.groupdict()
            month = MONTH_NUMBERS[parts["word"][:3]] if parts.get("word") else int(parts["month"])
            if int(parts["year"]) < FIRST_YEAR:
                raise Refusal(TOO_LONG_AGO)
            first = date(int(parts["year"]), month, 1)
            return UncertainDate(first, add_months(first, 1) - timedelta(days=1), Precision.MONTH)
    return None


def _year(text: str, about: bool) -> UncertainDate | None:
    if match := DECADE.fullmatch(text):
        first = int(match["decade"])
        return UncertainDate(date(first, 1, 1), date(first + 9, 12, 31), Precision.APPROXIMATE)
    if not YEAR.fullmatch(text):
        return None
    if int(text) < FIRST_YEAR:
        raise Refusal(TOO_LONG_AGO)
    first_day, last_day = date(int(text), 1, 1), date(int(text), 12, 31)
    if about:
        return _around(first_day, last_day, YEARS_AROUND_A_YEAR)
    return UncertainDate(first_day, last_day, Precision.YEAR)


def _age(text: str, about: bool, today: date) -> UncertainDate | None:
    match = AGE.fullmatch(text)
    if match is None:
        return None
    number, unit = int(match["number"]), match["unit"]
    if unit is None and not (match["label"] or about or text.endswith(("old", "age"))):
        raise Refusal(AGE_OR_YEAR)
    if unit and unit[0] != "y":
        first, last = _young(number, unit[0], today)
        return UncertainDate(first, last, Precision.APPROXIMATE if about else Precision.AGE)
    around = (YEARS_AROUND_AN_AGE if number >= ADULT_AGE else YEARS_AROUND_A_CHILDS_AGE) if about else 0
    return _aged(max(number - around, 0), number + around, Precision.APPROXIMATE if about else Precision.AGE, today)


def _young(number: int, unit: str, today: date) -> tuple[date, date]:
    """The span in which somebody was born who is so many months, weeks or days old."""
    if unit == "m":
        return add_months(today, -number - 1) + timedelta(days=1), add_months(today, -number)
    length = 7 if unit == "w" else 1
    latest = today - timedelta(days=number * length)
    return latest - timedelta(days=length - 1), latest


def _tens(text: str, today: date) -> UncertainDate | None:
    match = TENS.fullmatch(text)
    if match is None:
        return None
    low, high = PARTS_OF_TENS[match["part"]]
    return _aged(int(match["tens"]) + low, int(match["tens"]) + high, Precision.APPROXIMATE, today)


def _aged(youngest: int, oldest: int, precision: Precision, today: date) -> UncertainDate:
    if oldest > OLDEST:
        raise Refusal(TOO_LONG_AGO)
    first = add_months(today, -12 * (oldest + 1)) + timedelta(days=1)
    return UncertainDate(first, add_months(today, -12 * youngest), precision)


def _around(first: date, last: date, years: int) -> UncertainDate:
    return UncertainDate(add_months(first, -12 * years), add_months(last, 12 * years), Precision.APPROXIMATE)


def _checked(found: UncertainDate, today: date) -> UncertainDate:
    """The span without the days to come."""
    if found.earliest is None or found.latest is None or found.latest <= today:
        return found
    if found.earliest > today:
        raise Refusal(IN_THE_FUTURE)
    return UncertainDate(found.earliest, today, found.precision)
