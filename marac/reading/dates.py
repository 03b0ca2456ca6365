"""Reads dates as British forms write them: the day always comes before the month."""

import re
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), 1,
    )
    for name in names.split()
}  # fmt: skip
FIGURES = r"(?P<day>\d{1,2})\s*[/.\-]\s*(?P<month>\d{1,2})\s*[/.\-]\s*(?P<year>\d{4}|\d{2})"
IN_WORDS = (
    r"(?P<day2>\d{1,2})\s*(?:st|nd|rd|th)?\s*(?:of\s+)?(?P<name>[A-Za-z]{3,9})\.?,?\s*"
    r"(?P<year2>\d{4}|'?\d{2}(?!\d|:|\.\d))"
)
ISO = r"(?P<year3>\d{4})-(?P<month3>\d{2})-(?P<day3>\d{2})"
DATE = re.compile(rf"(?<![\d/])(?:{ISO}|{FIGURES}|{IN_WORDS})(?![\d/])")
AGE = re.compile(
    r"\b(?:age[d]?|approx(?:imately|\.)?|about|circa|c\.)\s*:?\s*(\d{1,3})\b|\b(\d{1,3})\s*(?:yrs?|years?|y/o|yo)\b",
    re.I,
)


def dates_in(words: str, *, latest: date | None = None) -> list[tuple[date, int, int]]:
    """Every date with where it starts and ends. Two-figure years fall in the 100 years up to `latest`."""
    found = []
    for match in DATE.finditer(words):
        read = _read(match, latest)
        if read:
            found.append((read, match.start(), match.end()))
    return found


def first_date(words: str, *, latest: date | None = None) -> date | None:
    """The first date written, or None."""
    found = dates_in(words, latest=latest)
    return found[0][0] if found else None


def age_in(words: str) -> int | None:
    """An age written as a number beside or instead of a date."""
    match = AGE.search(words)
    bare = re.fullmatch(r"\s*(\d{1,3})\s*", words)
    number = next((group for group in match.groups() if group), None) if match else bare and bare.group(1)
    return int(number) if number and int(number) < 120 else None


def _read(match: re.Match[str], latest: date | None) -> date | None:
    group = match.groupdict()
    month = group["month"] or group["month3"] or MONTHS.get((group["name"] or "").lower())
    year = group["year"] or group["year2"] or group["year3"]
    day = group["day"] or group["day2"] or group["day3"]
    if not month:
        return None
    try:
        return date(_full_year(year.lstrip("'"), latest), int(month), int(day))
    except ValueError:
        return None


def _full_year(year: str, latest: date | None) -> int:
    if len(year) == 4:
        return int(year)
    last = latest.year if latest else 2049
    guess = last - last % 100 + int(year)
    return guess if guess <= last else guess - 100
