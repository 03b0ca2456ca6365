"""Bank holidays of the four nations, to seed the office's own editable list of days off."""

from datetime import date
from enum import StrEnum

from holidays import country_holidays


class Nation(StrEnum):
    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland"


SUBDIVISIONS = {
    Nation.ENGLAND: "ENG",
    Nation.WALES: "WLS",
    Nation.SCOTLAND: "SCT",
    Nation.NORTHERN_IRELAND: "NIR",
}


def bank_holidays(nation: Nation, year: int) -> dict[date, str]:
    """Each bank holiday of a year with its name in English, earliest first.

    England and Wales share one calendar (Banking and Financial Dealings Act 1971, schedule 1). Days
    proclaimed after the `holidays` library was released are missing, and local holidays never appear:
    the office adds them by hand.
    """
    found = country_holidays("GB", subdiv=SUBDIVISIONS[nation], years=year, language="en_GB")
    return {day: found[day] for day in sorted(found) if day.year == year}
