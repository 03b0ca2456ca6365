"""The seed of days off for each nation."""

from datetime import date

from marac.kernel.bankholidays import Nation, bank_holidays


def test_england_and_wales_share_one_calendar():
    assert bank_holidays(Nation.ENGLAND, 2027) == bank_holidays(Nation.WALES, 2027)


def test_england_in_2025():
    assert list(bank_holidays(Nation.ENGLAND, 2025)) == [
        date(2025, 1, 1),
        date(2025, 4, 18),
        date(2025, 4, 21),
        date(2025, 5, 5),
        date(2025, 5, 26),
        date(2025, 8, 25),
        date(2025, 12, 25),
        date(2025, 12, 26),
    ]


def test_scotland_has_saint_andrew_and_no_easter_monday():
    days = bank_holidays(Nation.SCOTLAND, 2025)
    assert days[date(2025, 12, 1)] == "Saint Andrew's Day (observed)"
    assert date(2025, 1, 2) in days
    assert date(2025, 4, 21) not in days


def test_northern_ireland_has_the_boyne_and_saint_patrick():
    days = bank_holidays(Nation.NORTHERN_IRELAND, 2025)
    assert days[date(2025, 3, 17)] == "Saint Patrick's Day"
    assert days[date(2025, 7, 14)] == "Battle of the Boyne (observed)"


def test_a_nation_is_found_by_its_stored_word():
    assert Nation("northern_ireland") is Nation.NORTHERN_IRELAND
