"""The quarterly return: which days a quarter has, how a case is counted, and what must hold before it is sent."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from marac.kernel.dates import age_on, format_date
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.reports.columns import ABOUT_PEOPLE, BY_LETTER, ETHNIC_GROUPS, NUMBERS, SOURCES

QUARTER = re.compile(r"(?P<year>20\d\d)-?Q(?P<number>[1-4])", re.IGNORECASE)
YES = "yes"
NOT_ASKED = "not_asked"
NOT_KNOWN = "not_known"
FIRST_OLDER_AGE = 65
ADULT_AGE = 18
YOUNG_AGES = (16, 17)
ETHNIC_LETTERS = {"asian": "AB", "black": "AC", "mixed": "AD", "white_other": "AE", "other": "AF"}
# Whether Other White stands in the total is not published. All five groups are counted, so that U is their sum.
MINORITISED = frozenset(ETHNIC_LETTERS)
SOURCE_LETTERS = {column.key: column.letter for column in SOURCES}
NOT_MORE_THAN_CASES = ("D", "F", *(column.letter for column in ABOUT_PEOPLE + ETHNIC_GROUPS))

Ages = tuple[int, int] | None


@dataclass(frozen=True)
class Quarter:
    """A quarter of the calendar year, written 2025Q4."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year}Q{self.number}"

    @property
    def first_on(self) -> date:
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last_on(self) -> date:
        return self.following.first_on - timedelta(days=1)

    @property
    def following(self) -> "Quarter":
        return Quarter(self.year + 1, 1) if self.number == 4 else Quarter(self.year, self.number + 1)

    @property
    def previous(self) -> "Quarter":
        return Quarter(self.year - 1, 4) if self.number == 1 else Quarter(self.year, self.number - 1)


@dataclass(frozen=True)
class CaseCounted:
    """One discussion of one case, as the return needs it. Ages are the least and greatest possible that day."""

    repeat: bool
    children_in_household: int
    return_group: str
    sex: str = NOT_KNOWN
    ethnic_group: str = NOT_KNOWN
    lgbt: str = NOT_ASKED
    disabled: str = NOT_ASKED
    victim_ages: Ages = None
    perpetrator_ages: tuple[Ages, ...] = ()


@dataclass(frozen=True)
class ReturnRow:
    """One meeting: column letter, C to AF, to its number; None is blank, for what was not collected."""

    name: str
    held_on: date
    numbers: Mapping[str, int | None]


def read_quarter(text: str) -> Quarter:
    match = QUARTER.fullmatch(text.strip())
    if match is None:
        raise Refusal(_("Write the quarter as the year and Q1 to Q4, such as 2025Q4."), field="quarter")
    return Quarter(int(match["year"]), int(match["number"]))


def quarter_of(day: date) -> Quarter:
    return Quarter(day.year, (day.month + 2) // 3)


def ages(born_from: date | None, born_until: date | None, on: date) -> Ages:
    """The least and greatest age that somebody born in that span can have; None where nothing is known."""
    if born_from is None or born_until is None or born_until > on:
        return None
    return age_on(born_until, on), age_on(born_from, on)


def is_a_child(born_from: date | None, born_until: date | None, on: date) -> bool:
    """A child of the family who is certainly 18 by the meeting is one no longer; without a birth date, still one."""
    span = ages(born_from, born_until, on)
    return span is None or span[0] < ADULT_AGE


def counted_in(case: CaseCounted) -> dict[str, int | None]:
    """What one case adds to each column; None where it is not recorded. Unknown is never counted as yes."""
    sources = {letter: int(case.return_group == key) for key, letter in SOURCE_LETTERS.items()}
    ethnic: dict[str, int | None] = dict.fromkeys(("U", *ETHNIC_LETTERS.values()))
    if case.ethnic_group != NOT_KNOWN:
        ethnic = {letter: int(case.ethnic_group == key) for key, letter in ETHNIC_LETTERS.items()}
        ethnic["U"] = int(case.ethnic_group in MINORITISED)
    return {
        "C": 1,
        "D": int(case.repeat),
        "E": case.children_in_household,
        "F": int(case.children_in_household > 0),
        **sources,
        **ethnic,
        "V": None if case.lgbt == NOT_ASKED else int(case.lgbt == YES),
        "W": None if case.disabled == NOT_ASKED else int(case.disabled == YES),
        "X": None if case.sex == NOT_KNOWN else int(case.sex == "male"),
        "Y": _within(case.victim_ages, *YOUNG_AGES),
        "Z": _any_under_age(case.perpetrator_ages),
        "AA": _within(case.victim_ages, FIRST_OLDER_AGE, None),
    }


def _within(span: Ages, least: int, most: int | None) -> int | None:
    """1 where every possible age is in the span, so an uncertain age is not counted; None where no age is known."""
    if span is None:
        return None
    return int(span[0] >= least and (most is None or span[1] <= most))


def _any_under_age(spans: Iterable[Ages]) -> int | None:
    known = [span for span in spans if span is not None]
    return int(any(oldest < ADULT_AGE for _youngest, oldest in known)) if known else None


def count_cases(cases: Sequence[CaseCounted]) -> dict[str, int | None]:
    """The numbers of one meeting. A column is blank where it is recorded for none of its cases, and 0 without cases."""
    each = [counted_in(case) for case in cases]
    return {column.letter: total([one[column.letter] for one in each]) for column in NUMBERS}


def total(numbers: Sequence[int | None]) -> int | None:
    """Blanks are left out, and only blanks make a blank."""
    known = [number for number in numbers if number is not None]
    return sum(known) if known or not numbers else None


def check_row(row: ReturnRow) -> list[str]:
    """What is wrong with a row, each in a sentence that says what to do; nothing when it may be sent."""
    number = {letter: row.numbers.get(letter) or 0 for letter in BY_LETTER}
    cases, on = number["C"], format_date(row.held_on)
    found: list[str] = [
        _("{on}: column {letter} ({heading}) is {number}, more than the cases discussed ({cases}). Correct it.").format(
            on=on, letter=letter, heading=BY_LETTER[letter].uk, number=number[letter], cases=cases
        )
        for letter in NOT_MORE_THAN_CASES
        if number[letter] > cases
    ]
    by_source = sum(number[letter] for letter in SOURCE_LETTERS.values())
    if by_source != cases:
        found.append(
            _(
                "{on}: the referral sources add up to {by_source}, the cases discussed to {cases}. "
                "Give every referral its source."
            ).format(on=on, by_source=by_source, cases=cases)
        )
    if number["E"] < number["F"]:
        found.append(
            _("{on}: there are fewer children than cases with children. Correct the households.").format(on=on)
        )
    if number["Y"] + number["AA"] > cases:
        found.append(
            _("{on}: a victim is counted both as 16 or 17 and as 65 or over. Correct the dates of birth.").format(on=on)
        )
    return found


def check_there_is_something(quarter: Quarter, today: date, held: Collection[date]) -> list[str]:
    """A return of a quarter that is still to come, or of one without a meeting, says nothing and is not sent."""
    if quarter.first_on > today:
        return [_("This quarter begins on {on}. Choose one that has begun.").format(on=format_date(quarter.first_on))]
    if not held:
        return [_("No meeting was held in this quarter, so there is nothing to send. Check the quarter and the MARAC.")]
    return []


def check_every_meeting_has_a_row(held: Iterable[date], rows: Iterable[ReturnRow]) -> list[str]:
    """Each meeting of the quarter is a row, two on one day are two."""
    left = [row.held_on for row in rows]
    found: list[str] = []
    for day in held:
        if day in left:
            left.remove(day)
        else:
            found.append(
                _("The meeting of {on} has no row. Record what was heard, or cancel it.").format(on=format_date(day))
            )
    return found


def warn_of_row(row: ReturnRow) -> list[str]:
    """What is odd but may be so: it does not keep the return back."""
    found: list[str] = []
    on = format_date(row.held_on)
    if row.numbers.get("C") == 0:
        found.append(_("{on}: no case was discussed.").format(on=on))
    groups = [row.numbers.get(letter) for letter in ETHNIC_LETTERS.values()]
    if row.numbers.get("U") != total(groups):
        found.append(_("{on}: the ethnic groups do not add up to the total in column U.").format(on=on))
    blank = [column.letter for column in NUMBERS if row.numbers.get(column.letter) is None]
    if blank:
        found.append(
            _("{on}: left blank because it is recorded for no case: {letters}.").format(on=on, letters=", ".join(blank))
        )
    return found
