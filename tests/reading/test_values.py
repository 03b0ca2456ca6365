"""Dates, names and numbers in all the ways that people write them."""

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.kernel.refusal import Refusal
from marac.reading import read
from marac.reading.addresses import addresses_in
from marac.reading.dates import age_in, first_date
from marac.reading.names import parse_name
from marac.reading.phones import digits, numbers_in

TODAY = date(2025, 6, 3)
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
BORN = st.dates(date(1926, 1, 1), TODAY)


def ordinal(day: int) -> str:
    return {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}.get(day, "th")


@given(BORN)
def test_every_way_of_writing_a_date_gives_the_same_date(born):
    day, month, year = born.day, born.month, born.year
    name = MONTHS[month - 1]
    figures = [f"{day}/{month}/{year}", f"{day:02}.{month:02}.{year}", f"{day}-{month}-{year}", born.isoformat()]
    words = [f"{day} {name} {year}", f"{day}{ordinal(day)} {name[:3]} {year}", f"{day}{ordinal(day)} of {name}, {year}"]
    ways = figures + words

    assert [first_date(way, latest=TODAY) for way in ways] == [born] * len(ways)


@given(BORN)
def test_a_year_of_two_figures_is_never_after_the_referral_year(born):
    assert first_date(f"{born.day}/{born.month}/{born.year % 100:02}", latest=TODAY).year <= TODAY.year


@given(st.integers(1, 12), st.integers(1, 12))
def test_the_day_always_comes_first(day, month):
    assert first_date(f"{day}/{month}/1991") == date(1991, month, day)


@pytest.mark.parametrize(
    ("words", "read_as"),
    [
        ("3/4/91", date(1991, 4, 3)),
        ("2nd June 2025", date(2025, 6, 2)),
        ("1st Oct 1978", date(1978, 10, 1)),
        ("14 Nov 2024 and Feb 2024", date(2024, 11, 14)),
        ("31/02/1990", None),
        ("13/13/90", None),
        ("42/20817/25", None),
        ("approx 60", None),
    ],
)
def test_a_date_is_read_or_it_is_not(words, read_as):
    assert first_date(words, latest=TODAY) == read_as


@pytest.mark.parametrize(
    ("words", "age"),
    [("approx 60 yrs", 60), ("Age: 41", 41), ("34", 34), ("about 7", 7), ("3/4/91", None), ("not known", None)],
)
def test_an_age_is_read(words, age):
    assert age_in(words) == age


@pytest.mark.parametrize(
    ("words", "surname", "forenames", "aliases"),
    [
        ("TOLL, Hanna Jane", "Toll", "Hanna Jane", ()),
        ("Hanna TOLL", "Toll", "Hanna", ()),
        ("Hanna Toll", "Toll", "Hanna", ()),
        ("Mrs Hanna Toll", "Toll", "Hanna", ()),
        ("TOLL, Folasade (goes by Sade)", "Toll", "Folasade", ("Sade",)),
        ("Jordan TOLL a.k.a. Jordy", "Toll", "Jordan", ("Jordy",)),
        ("Hanna TOLL-REED (née Lath)", "Toll-Reed", "Hanna", ("Lath",)),
        ("Craig TOLL (known as ‘Dell’)", "Toll", "Craig", ("Dell",)),
        ("Ana de la Cruz", "de la Cruz", "Ana", ()),
        ("Siân O'NEILL", "O'Neill", "Siân", ()),
        ("Cher", None, "Cher", ()),
    ],
)
def test_a_name_is_taken_apart(words, surname, forenames, aliases):
    name = parse_name(words)

    assert (name.surname, name.forenames, name.aliases) == (surname, forenames, aliases)


WORD = st.text("abcdefghij", min_size=2, max_size=9).map(str.capitalize)


@given(WORD, WORD)
def test_the_ways_of_writing_a_name_agree(surname, forename):
    first = parse_name(f"{surname.upper()}, {forename}")

    assert first == parse_name(f"{forename} {surname.upper()}") == parse_name(f"{forename} {surname}")


@given(st.integers(0, 999), st.sampled_from(["{a} {b}{c}", "{a}{b}{c}", "{a} {b} {c}", "{a}-{b}-{c}", "({a}) {b}{c}"]))
def test_a_number_is_the_same_however_it_is_spaced(last, way):
    written = way.format(a="07700", b="900", c=f"{last:03}")

    assert [found[0] for found in numbers_in(f"Mob {written} (safe)")] == [f"07700900{last:03}"]


@given(st.integers(0, 999))
def test_a_number_from_abroad_has_its_nought_again(last):
    assert digits(f"+44 7700 900{last:03}") == digits(f"+44 (0)7700 900{last:03}") == f"07700900{last:03}"


@given(st.binary(max_size=400), st.sampled_from(["a.docx", "a.pdf", "a.eml", "a.doc", "a"]))
def test_any_bytes_at_all_are_read_or_refused(content, name):
    with contextlib.suppress(Refusal):
        read(content, name)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=300))
def test_any_mail_text_at_all_is_read(words):
    content = b"From: a@b.example.org\nTo: c@d.example.org\nSubject: x\n\nHello\n" + words.encode()

    assert read(content, "m.eml").content["schema"] == "marac-intake/1"


@pytest.mark.parametrize(
    ("words", "text", "postcode"),
    [
        ("4 Mill Row, Westmoor, ZZ1 4AB", "4 Mill Row, Westmoor", "ZZ1 4AB"),
        ("Flat 2\n18 Weir Street\nWestmoor\nzz1 4ab", "Flat 2, 18 Weir Street, Westmoor", "ZZ1 4AB"),
        ("12 St. Mary's Road, Westmoor ZZ14AB", "12 St. Mary's Road, Westmoor", "ZZ1 4AB"),
        ("Left home. Now at 4 Mill Row, Westmoor, ZZ1 4AB", "4 Mill Row, Westmoor", "ZZ1 4AB"),
        ("With her aunt, 4 Mill Row, Westmoor, ZZ1 4AB", "4 Mill Row, Westmoor", "ZZ1 4AB"),
        ("4 Mill Row, Westmoor", "4 Mill Row, Westmoor", None),
    ],
)
def test_an_address_is_found_in_its_words(words, text, postcode):
    assert [(found.text, found.postcode) for found in addresses_in(words)] == [(text, postcode)]


@pytest.mark.parametrize("words", ["Unknown", "Not known since May 2024", "N/K", "", "NFA", "with friends"])
def test_words_that_are_no_address_give_none(words):
    assert addresses_in(words) == []
