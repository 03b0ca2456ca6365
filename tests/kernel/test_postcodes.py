"""Postcodes are read however they were typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.kernel.postcodes import Postcode, format_postcode, outward, parse_postcode, postcodes_in, read_postcode
from marac.kernel.refusal import Refusal


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("zz1 2ab", "ZZ1 2AB"),
        ("ZZ12AB", "ZZ1 2AB"),
        (" z z 12 - 3ab. ", "ZZ12 3AB"),
        ("ZZ1 OAB", "ZZ1 0AB"),
        ("zz99 3vz", "ZZ99 3VZ"),
        ("ZZ1A 1AA", None),
        ("m1 1ae", "M1 1AE"),
        ("b338th", "B33 8TH"),
        ("w1a 0ax", "W1A 0AX"),
        ("ec1a1bb", "EC1A 1BB"),
        ("dn55 1pt", "DN55 1PT"),
        ("GIR 0AA", "GIR 0AA"),
        ("ZZ1", None),
        ("QA1 1AA", None),
        ("M1 1AC", None),
        ("", None),
        ("not known", None),
    ],
)
def test_a_postcode_is_read_and_shown(typed, shown):
    postcode = read_postcode(typed)
    assert (str(postcode) if postcode else None) == shown


def test_a_postcode_that_cannot_be_read_is_refused_with_an_example():
    with pytest.raises(Refusal, match="such as ZZ1 2AB"):
        parse_postcode("ZZ1")


def test_the_parts_of_a_postcode():
    postcode = parse_postcode("ZZ12 3AB")
    assert (postcode.area, postcode.outward, postcode.sector, postcode.inward) == ("ZZ", "ZZ12", "ZZ12 3", "3AB")


@pytest.mark.parametrize(("text", "district"), [("zz12 3ab", "ZZ12"), ("zz12", "ZZ12"), ("Ayr", ""), ("", "")])
def test_the_district_of_a_whole_or_half_postcode(text, district):
    assert outward(text) == district


def test_text_that_is_no_postcode_is_shown_as_it_came():
    assert format_postcode(" no fixed abode ") == "no fixed abode"
    assert format_postcode("zz12ab") == "ZZ1 2AB"


def test_postcodes_are_found_in_an_address():
    text = "Flat 2, 10 Mill Street, Ayton ZZ1 2AB (before that ZZ12 3AB), phone 01632 960001"
    assert postcodes_in(text) == (Postcode("ZZ1", "2AB"), Postcode("ZZ12", "3AB"))


@given(st.from_regex(r"ZZ[0-9]{1,2} [0-9][A-Z]{2}", fullmatch=True))
def test_a_shown_postcode_is_read_again(shown):
    assert str(read_postcode(shown)) == shown
    assert str(read_postcode(shown.lower().replace(" ", ""))) == shown


@given(st.text(max_size=12))
def test_reading_never_fails(text):
    assert format_postcode(format_postcode(text)) == format_postcode(text)
    assert outward(outward(text)) == outward(text)
