"""When sentences say that somebody was born, or how old they are: at once after a name, or a little later."""

import re
from datetime import date

from marac.kernel.birthdates import ADULT_AGE, age_in
from marac.kernel.dates import age_on, dates_in

# What may stand between a name and the birth: "Ada Hollis, known as Addie, was born ...".
CALLED_TOO = (
    r"(?:,? ?\(?(?:also )?(?:known as|goes by|called|n[ée]e|maiden name|previously|formerly) [^,;.()]{2,40}\)?)?"
)
BORN = re.compile(
    rf"{CALLED_TOO}[\s,(]*(?:(?:who|and)?(?: she| he| they)? ?(?:was|is|were) )?(?:born(?: on)?|b\.|"
    r"(?:and )?(?:her |his |their )?(?:d\.?\s?o\.?\s?b\.?|date of birth)|aged?|\d{1,2}(?:st|nd|rd|th)?\b)",
    re.I,
)
BORN_LATER = re.compile(
    r"\b(?:date of birth (?:(?:on|in) [\w ]{2,25}? )?(?:is|was)"
    r"|birthday (?:is|as)|(?:was )?born on|d\.?o\.?b\.? is) (?P<born>\d{1,2}[^,;]{3,20}\d{4}"
    r"|\d{1,2}/\d{1,2}/\d{2,4})"
)
MARKED = re.compile(r"(?:\bborn(?: on)?|\bd\.?\s?o\.?\s?b\.?|\bdate of birth(?: is| was)?)[\s:]*\Z", re.I)
THIS_YEAR = re.compile(r"\b(?P<day>\d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Z][a-z]{2,8}) this year\b")
NEAR = 40  # characters after a name in which its birth begins
AT_ONCE = 30  # and within which an age does
REACH = 90  # characters in which a birth that is marked as one may stand


def is_born(stretch: str) -> bool:
    """A date of birth or an age follows at once, and not the number of a house."""
    return birth(stretch) is not None or age_in(stretch[:AT_ONCE]) is not None


def birth(stretch: str) -> tuple[date, str] | None:
    """The date of birth that follows a name, and how it is written: at once, or a little later where it says so."""
    for day, start, end in dates_in(stretch[:REACH], last_year=2100):
        if (start < NEAR and BORN.match(stretch)) or MARKED.search(stretch[:start]):
            return day, stretch[start:end]
    return None


def age(stretch: str) -> int | None:
    """The age that follows a name."""
    return age_in(stretch[:NEAR]) or _bare_age(stretch)


def is_child(stretch: str, today: date | None) -> bool:
    """Whether what follows a name tells of somebody under eighteen on that day."""
    born = birth(stretch)
    if born:
        return today is not None and age_on(born[0], today) < ADULT_AGE
    years = age(stretch)
    return years is not None and years < ADULT_AGE


def _bare_age(stretch: str) -> int | None:
    match = re.match(r"[\s,(]*(?:who is |is )?(?:aged?\s*)?(\d{1,2})\b(?!\s*(?:/|\.\d|weeks?|months?|mths?))", stretch)
    return int(match.group(1)) if match else None


def dated(words: str, today: date | None) -> str:
    """ "On 14th January this year", with the year of the referral."""
    return THIS_YEAR.sub(rf"\g<day> {today.year}", words) if today else words
