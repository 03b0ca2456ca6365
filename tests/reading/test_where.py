"""Where people live and how they are reached, as forms that nobody had drawn yet say it."""

import pytest

from marac.reading import read
from tests.reading import documents

VICTIM = [["Victim"], ["Name", "Ada HOLLIS"], ["Gender", "Female"], ["Address", "9 Fern Court, Westmoor, ZZ1 9XX"]]
HARMS = [["Perpetrator"], ["Name", "Ben LOWE"], ["Gender", "Male"], ["Relationship to victim", "Husband"]]


def content(*tables):
    return read(documents.form(*tables), "form.docx").content


def homes(person):
    return [(home["postcode"], home["confidential"]) for home in person["addresses"]]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("May this address be given out?", "NO. She came here in May and he does not know where it is."),
        ("Can her address be seen by all agencies?", "No"),
        ("Is there any restriction on giving this address?", "Yes"),
        ("Her address now", "No. Ben does not know where she is. Not to be shown to anyone"),
    ],
)
def test_a_question_of_whether_an_address_may_be_passed_on_is_no_address(asked, said):
    assert homes(content([*VICTIM, [asked, said]], HARMS)["victims"][0]) == [("ZZ1 9XX", True)]


@pytest.mark.parametrize(
    "after",
    ["Restriction:\tNot known to Mr Lowe or his family.", "Note:\tNot to be disclosed in any paper he may see."],
)
def test_a_line_after_an_address_keeps_it_secret(after):
    lines = ["Victim", "Name:\tAda HOLLIS", "Address:\t9 Fern Court, Westmoor, ZZ1 9XX", after]
    told = read(documents.lines(*lines), "form.docx").content

    assert homes(told["victims"][0]) == [("ZZ1 9XX", True)]
