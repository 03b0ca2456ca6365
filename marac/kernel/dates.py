"""Dates as people write them: read day first, shown in words, and honest about what is not known."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from marac.kernel.refusal import Refusal
from marac.kernel.text import Sentence, _

MONTHS = (
    _("January"),
    _("February"),
    _("March"),
    _("April"),
    _("May"),
    _("June"),
    _("July"),
    _("August"),
    _("September"),
    _("October"),
    _("November"),
    _("December"),
)
MONTH_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTHS, start=1)}
# Welsh names of months, as forms in both languages have them.
WELSH_MONTHS = {
    "ionawr": 1, "chwefror": 2, "mawrth": 3, "ebrill": 4, "mai": 5, "mehefin": 6,
    "gorffennaf": 7, "awst": 8, "medi": 9, "hydref": 10, "tachwedd": 11, "rhagfyr": 12,
}  # fmt: skip
MONTH_NUMBERS |= {name[:3]: number for name, number in WELSH_MONTHS.items()}
FIRST_YEAR = 1880  # nobody named in a case was born before; a smaller number is a slip of the keyboard
YEARS_AHEAD = 20  # how far a two-figure year may lie in the future where the future is allowed

MONTH_WORD = (
    r"(?P<word>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec"
    r"|ion|chw|maw|ebr|mai|meh|gor|aws|med|hyd|tac|rha)(?:[a-z]*)\.?"
)
DAY = r"(?P<day>\d{1,2})"
YEAR = r"(?P<year>\d{4}|'?\d{2})"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[ ,.]*)?"
EXACT = [
    re.compile(pattern)
    for pattern in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?:[t ]\d{1,2}:\d{2}.*)?",
        rf"{WEEKDAY}{DAY} ?[-/. ] ?(?P<month>\d{{1,2}}) ?[-/. ] ?{YEAR}(?: \d{{1,2}}:\d{{2}}.*)?",
        rf"{WEEKDAY}{DAY} ?(?:st|nd|rd|th)?(?: of)?[ ,./-]*{MONTH_WORD}[ ,./-]*{YEAR}",
        rf"{WEEKDAY}{MONTH_WORD}[ ,./-]*{DAY} ?(?:st|nd|rd|th)?[ ,./-]+{YEAR}",
        r"(?P<day>0[1-9]|[12]\d|3[01])(?P<month>0[1-9]|1[0-2])(?P<year>1[89]\d\d|20\d\d)",
        r"(?P<year>1[89]\d\d|20\d\d)(?P<month>\d\d)(?P<day>\d\d)",
    )
]
# Within a longer text a month must be a whole word or its usual short form: "3 maybe 20" is no date there.
MONTH_IN_TEXT = "|".join([*MONTHS, *WELSH_MONTHS, *(name[:3] for name in MONTHS), "sept"])
IN_TEXT = re.compile(
    r"(?<![\d/])(?:\d{4}-\d{2}-\d{2}|\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*(?:\d{4}|\d{2})|"
    rf"\d{{1,2}}\s*(?:st|nd|rd|th)?[\s-]*(?:of\s+)?(?:{MONTH_IN_TEXT})\b\.?,?[\s-]*(?:\d{{4}}|'?\d{{2}}(?!\d|:|\.\d)))(?![\d/])",
    re.IGNORECASE,
)

NO_SUCH_DAY = _("There is no such date. Check the day and the month, and write the day first, as in 27 3 1990.")
NOT_READ = _("Write the date with the day first, such as 27 3 1990 or 27 March 1990.")


class Precision(StrEnum):
    EXACT = "exact"
    MONTH = "month"
    YEAR = "year"
    APPROXIMATE = "approximate"
    AGE = "age_only"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class UncertainDate:
    """A date of which perhaps only a span is known: both ends count, and both are None when nothing is known."""

    earliest: date | None
    latest: date | None
    precision: Precision

    def __post_init__(self) -> None:
        if self.earliest is None or self.latest is None:
            right = self.earliest is self.latest and self.precision == Precision.UNKNOWN
        else:
            same = self.earliest == self.latest or self.precision != Precision.EXACT
            right = self.earliest <= self.latest and same and self.precision != Precision.UNKNOWN
        if not right:
            raise ValueError(f"{self.earliest} to {self.latest} cannot be {self.precision}")

    @classmethod
    def exactly(cls, day: date) -> "UncertainDate":
        return cls(day, day, Precision.EXACT)

    @property
    def exact(self) -> date | None:
        return self.earliest if self.precision == Precision.EXACT else None

    def overlaps(self, other: "UncertainDate") -> bool:
        """Whether both may be the same day; a date of which nothing is known may be any."""
        if self.earliest is None or self.latest is None or other.earliest is None or other.latest is None:
            return True
        return self.earliest <= other.latest and other.earliest <= self.latest

    def ages_on(self, day: date) -> tuple[int, int] | None:
        """The least and the greatest age, in whole years, of a person born on it."""
        if self.earliest is None or self.latest is None:
            return None
        return age_on(self.latest, day), age_on(self.earliest, day)


UNKNOWN_DATE = UncertainDate(None, None, Precision.UNKNOWN)


def age_on(birth: date, day: date) -> int:
    """Whole years lived on `day`; below 0 before birth.

    A year is completed at the start of the birthday (Family Law Reform Act 1969, section 9); a birthday on
    29 February is kept on 1 March in other years.
    """
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def parse_date(text: str, *, today: date) -> date:
    """One exact date, day first; a two-figure year is the one nearest to now, at most twenty years ahead."""
    found = read_exact(text, last_year=today.year + YEARS_AHEAD)
    if found is None:
        raise Refusal(NOT_READ)
    return found


def read_exact(text: str, *, last_year: int) -> date | None:
    """The date that `text` is, or None when it has the shape of none; refuses 31 February.

    A two-figure year is the latest such year that is not after `last_year`.
    """
    plain = " ".join(text.lower().split()).strip(" ,.;")
    for pattern in EXACT:
        if match := pattern.fullmatch(plain):
            parts = match.groupdict()
            month = MONTH_NUMBERS[parts["word"][:3]] if parts.get("word") else int(parts["month"])
            return _real_date(full_year(parts["year"], last_year), month, int(parts["day"]))
    return None


def dates_in(text: str, *, last_year: int) -> list[tuple[date, int, int]]:
    """Every exact date that stands in a longer text, with where it starts and ends; 31 February is passed over."""
    found = []
    for match in IN_TEXT.finditer(text):
        try:
            day = read_exact(match.group(), last_year=last_year)
        except Refusal:
            continue
        found += [(day, match.start(), match.end())] if day else []
    return found


def first_date(text: str, *, last_year: int) -> date | None:
    """The first of `dates_in`."""
    return next((day for day, _start, _end in dates_in(text, last_year=last_year)), None)


def full_year(figures: str, last_year: int) -> int:
    """ "91" as 1991: four figures as they are, two as the latest such year that is not after `last_year`."""
    year = int(figures.lstrip("'"))
    return year if year >= 100 else last_year - (last_year - year) % 100


def format_date(day: date) -> Sentence:
    """ "22 November 2026"."""
    return Sentence("{day} {month} {year}").format(day=day.day, month=MONTHS[day.month - 1], year=day.year)


def short_date(day: date) -> str:
    """ "22/11/2026", for tables and files."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def format_uncertain(when: UncertainDate) -> str:
    """What is known of a date, in words; an empty string when nothing is."""
    if when.earliest is None or when.latest is None:
        return ""
    match when.precision:
        case Precision.EXACT:
            return format_date(when.earliest)
        case Precision.MONTH:
            return f"{MONTHS[when.earliest.month - 1]} {when.earliest.year}"
        case Precision.YEAR:
            return str(when.earliest.year)
        case _:
            return _span(when.earliest.year, when.latest.year)


def _span(first: int, last: int) -> str:
    return f"about {first}" if first == last else f"about {first} to {last}"


def _real_date(year: int, month: int, day: int) -> date:
    if year < FIRST_YEAR:
        raise Refusal(_("Check the year: it is too long ago. Write it in four figures, such as 1990."))
    try:
        return date(year, month, day)
    except ValueError:
        raise Refusal(NO_SUCH_DAY) from None
