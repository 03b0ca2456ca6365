"""Numbers and addresses are stored in one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.kernel.identifiers import (
    display_nhs_number,
    display_phone,
    is_chi_number,
    is_nhs_number,
    is_phone,
    mail_domain,
    parse_health_number,
    parse_phone,
    phone_digits,
)
from marac.kernel.refusal import Refusal


@pytest.mark.parametrize(
    "typed",
    [
        "07700 900123",
        "+44 7700 900123",
        "+44 (0)7700 900 123",
        "(+44) 7700 900123",
        "0044 7700-900-123",
        "00 44 (0) 7700 900123",
        "44 7700 900123",
        "7700900123",
        "07700 900123 ext 12",
        "07700 900123 x12",
        "07700 900123x12",
        "tel: 07700.900.123",
    ],
)
def test_a_mobile_number_has_one_form(typed):
    assert phone_digits(typed) == "07700900123"


@pytest.mark.parametrize(
    ("typed", "digits"), [("+353 1 555 0100", "+35315550100"), ("none", ""), ("", ""), ("+", ""), ("999", "999")]
)
def test_other_numbers_keep_what_they_are(typed, digits):
    assert phone_digits(typed) == digits


@given(st.text("0123456789+() -x", max_size=20))
def test_the_one_form_of_a_number_stays_as_it_is(text):
    digits = phone_digits(text)
    assert not is_phone(digits) or phone_digits(digits) == digits
    assert not is_phone(digits) or phone_digits(display_phone(digits)) == digits


def test_what_is_no_number_is_refused():
    assert parse_phone("+44 1632 960001") == "01632960001"
    with pytest.raises(Refusal, match="Enter a telephone number"):
        parse_phone("07700 9001")


@pytest.mark.parametrize(
    ("digits", "shown"),
    [
        ("07700900123", "07700 900123"),
        ("01632960001", "01632 960001"),
        ("02079460001", "020 7946 0001"),
        ("01134960001", "0113 496 0001"),
        ("01414960001", "0141 496 0001"),
        ("03069990001", "0306 999 0001"),
        ("+35315550100", "+35315550100"),
        ("999", "999"),
    ],
)
def test_a_number_is_shown_in_groups(digits, shown):
    assert display_phone(digits) == shown


@pytest.mark.parametrize("text", ["943 476 5919", "9434765919", "943-476-5919"])
def test_an_nhs_number_with_a_right_check_figure(text):
    assert is_nhs_number(text)


@pytest.mark.parametrize("text", ["943 476 5918", "0000000000", "943476591", "94347659190", "A9434765919", ""])
def test_an_nhs_number_with_a_mistake(text):
    assert not is_nhs_number(text)


@given(st.integers(0, 10**9 - 1))
def test_no_nine_figures_have_two_check_figures(number):
    assert sum(is_nhs_number(f"{number:09d}{check}") for check in range(10)) <= 1


@given(st.sampled_from(["9434765919", "9990000018"]), st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_figure_is_always_found(digits, place, change):
    wrong = str((int(digits[place]) + change) % 10)
    assert not is_nhs_number(digits[:place] + wrong + digits[place + 1 :])


def test_a_chi_number_begins_with_a_date():
    assert is_chi_number("010101 0001")
    assert not is_chi_number("943 476 5919")
    assert not is_chi_number("0101010002")


def test_a_health_number_is_stored_as_figures_and_shown_in_groups():
    assert parse_health_number(" 943 476 5919 ") == "9434765919"
    assert display_nhs_number("9434765919") == "943 476 5919"
    with pytest.raises(Refusal, match="Check its ten figures"):
        parse_health_number("943 476 5910")


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("kim@Police.Example.org", "police.example.org"),
        ("Kim Lee <kim@police.example.org>", "police.example.org"),
        ("kim@police.example.org.", "police.example.org"),
        ("kim", ""),
        ("@example.org", ""),
        ("kim@", ""),
        ("", ""),
    ],
)
def test_the_domain_of_a_mail_address(address, domain):
    assert mail_domain(address) == domain
