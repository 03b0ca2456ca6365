"""The thirty-two columns of the national quarterly return, with the headings of both editions, as data.

The headings are those of the two workbooks of 2025. They differ in the fourteen referral sources, G to T.
"""

from dataclasses import dataclass

from marac.directory.choices import ReturnEdition


@dataclass(frozen=True)
class ReturnColumn:
    """`letter` is where the column stands in the workbook; `key` is ours, for G to T the value of `ReturnGroup`."""

    letter: str
    key: str
    uk: str
    scotland: str

    def heading(self, edition: ReturnEdition) -> str:
        return self.scotland if edition is ReturnEdition.SCOTLAND else self.uk


def _both(letter: str, key: str, heading: str) -> ReturnColumn:
    return ReturnColumn(letter, key, heading, heading)


NAME = _both("A", "name", "MARAC Name")
HELD_ON = _both("B", "held_on", "Meeting date")
DISCUSSED = (
    _both("C", "cases", "Cases discussed"),
    _both("D", "repeats", "Number of repeat cases"),
    _both("E", "children", "Number of children in the household"),
    _both("F", "with_children", "Number of cases with children in the household"),
)
SOURCES = (
    ReturnColumn("G", "police", "Police", "Police case referrals"),
    ReturnColumn("H", "idva", "IDVA", "IDAA case referrals"),
    ReturnColumn(
        "I", "childrens_social_care", "Children's Social Care", "Children and families social work case referrals"
    ),
    ReturnColumn("J", "primary_care", "Primary Care Service", "Primary care service cases"),
    ReturnColumn("K", "secondary_care", "Secondary Care/Acute trust", "Secondary care service or acute trust cases"),
    ReturnColumn("L", "education", "Education", "Education cases"),
    ReturnColumn("M", "housing", "Housing", "Housing cases"),
    ReturnColumn("N", "mental_health", "Mental Health", "Mental health cases"),
    ReturnColumn("O", "probation", "Probation", "Justice social work cases"),
    ReturnColumn("P", "voluntary", "Voluntary Sector", "Voluntary sector cases"),
    ReturnColumn("Q", "substance", "Substance Abuse", "Substance misuse cases"),
    ReturnColumn("R", "adult_social_care", "Adult Social Care", "Adult support and protection cases"),
    ReturnColumn("S", "mash", "MASH", "MASH cases"),
    ReturnColumn("T", "other", "Other", "Other cases"),
)
ABOUT_PEOPLE = (
    _both("U", "minoritised", "Total Black, Asian and racially minoritised cases"),
    _both("V", "lgbt", "LGBTQ+ community cases"),
    _both("W", "disabled", "Disabled victim cases"),
    _both("X", "male", "Male victims cases"),
    _both("Y", "sixteen_or_seventeen", "Victims 16 or 17 years old cases"),
    _both("Z", "harmed_by_under_18", "Harming others under 18 years old cases"),
    _both("AA", "sixty_five_or_over", "Victims aged 65+ years"),
)
ETHNIC_GROUPS = (
    _both("AB", "asian", "Asian or Asian British"),
    _both("AC", "black", "Black, Black British, Caribbean or African"),
    _both("AD", "mixed", "Mixed or multiple"),
    _both("AE", "white_other", "Other White ethnic groups (exclude White British)"),
    _both("AF", "other_ethnic_group", "Any other ethnic group"),
)
NUMBERS = DISCUSSED + SOURCES + ABOUT_PEOPLE + ETHNIC_GROUPS
COLUMNS = (NAME, HELD_ON, *NUMBERS)
BY_LETTER = {column.letter: column for column in COLUMNS}


def headings(edition: ReturnEdition) -> tuple[str, ...]:
    """Row 1 of the workbook."""
    return tuple(column.heading(edition) for column in COLUMNS)
