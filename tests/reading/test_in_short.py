"""Homes that sentences and boxes tell by a part of an address, or by what becomes of somebody."""

import pytest

from marac.reading import read
from tests.reading import documents

HER = "Mrs Ada Hollis, born 3 May 1990"
VICTIM = [["Victim"], ["Name", "Ada HOLLIS"], ["Gender", "Female"], ["Address", "9 Fern Court, Westmoor, ZZ1 9XX"]]
HARMS = [["Perpetrator"], ["Name", "Ben LOWE"], ["Gender", "Male"], ["Relationship to victim", "Husband"]]


def homes(person):
    return [home["text"] for home in person["addresses"]]


def his(said):
    form = documents.form(VICTIM, [*HARMS, ["Address", said]])
    return homes(read(form, "form.docx").content["perpetrators"][0])


def letter(*passages):
    return read(documents.lines("Dear colleague", *passages), "letter.docx").content


@pytest.mark.parametrize(
    "said",
    ["Still at 9 Fern Court", "Still in Ada's flat, 9 Fern Court, and refusing to go", "In the house at Fern Court"],
)
def test_a_part_of_an_address_in_his_box_is_that_home(said):
    assert his(said) == ["9 Fern Court, Westmoor"]


@pytest.mark.parametrize(
    "said", ["Not to go within 100 metres of Fern Court", "9 Ferry Lane, Brigg, ZZ2 1AA", "Fern Road"]
)
def test_another_address_or_one_he_must_keep_from_is_not(said):
    assert "9 Fern Court, Westmoor" not in his(said)


def test_a_secret_home_is_not_his_by_any_part_of_it():
    victim = [*VICTIM, ["Is the address confidential?", "Yes, he does not know it"]]
    form = documents.form(victim, [*HARMS, ["Address", "Believes she is at Fern Court"]])

    assert homes(read(form, "form.docx").content["perpetrators"][0]) == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("HMP Stanedge", ["HMP Stanedge"]),
        ("In HMP Stanedge, serving 14 weeks", ["HMP Stanedge"]),
        ("In HMP Stanedge until March, then back to 9 Fern Court", ["HMP Stanedge", "9 Fern Court, Westmoor"]),
        (
            "He gives 2 Mill Row too but is mostly at his mother's, 8 Kiln Cottages, Brigg, ZZ2 1AA",
            ["8 Kiln Cottages, Brigg"],
        ),
        ("Since 1 August: 8 Kiln Cottages, Brigg, ZZ2 1AA", ["8 Kiln Cottages, Brigg"]),
        ("His sister's, The Old Forge, 3 Mill Lane, Brigg ZZ2 1AA", ["3 Mill Lane, Brigg"]),
    ],
)
def test_what_leads_up_to_an_address_does_not_belong_to_it(said, expected):
    assert his(said) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "He is a taxi driver and he is still at the Loom house.",
        "He is still at Loom Street as far as we know.",
    ],
)
def test_a_letter_goes_on_about_the_man_it_named_last(sentence):
    content = letter(
        f"Please can you list {HER}, for the next Norbrook MARAC.",
        "Until May she lived with her husband at 27 Loom Street, Ashcombe, ZZ39 4TD.",
        f"The perpetrator is her husband Imran Hollis, born 4 June 1988. Ada gave me the date. {sentence}",
    )

    assert homes(content["perpetrators"][0]) == ["27 Loom Street, Ashcombe"]


def test_another_man_who_is_named_between_is_not_taken_for_him():
    content = letter(
        f"Please can you list {HER}, for the next Norbrook MARAC. She lives at 27 Loom Street, Ashcombe, ZZ39 4TD.",
        "The perpetrator is her husband Imran Hollis, born 4 June 1988. His father came. He is still at Loom Street.",
    )

    assert homes(content["perpetrators"][0]) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Mr Hollis was sentenced in May and is at HMP Wrenfield.", ["HMP Wrenfield"]),
        ("Mr Hollis was at HMP Wrenfield until May.", []),
        (
            "On his release he will go to his sister Kelly's at 27 Weaver Street, Brigg, ZZ2 1AA.",
            ["27 Weaver Street, Brigg"],
        ),
        ("They lived at 5 Maltings, Brigg, ZZ2 1AA, which is Mr Hollis's own house.", ["5 Maltings, Brigg"]),
        ("They made their home at 5 Maltings, Brigg, ZZ2 1AA, where Mr Hollis still lives.", ["5 Maltings, Brigg"]),
        ("She lives at 5 Maltings, Brigg, ZZ2 1AA, with her husband Karl Hollis.", ["5 Maltings, Brigg"]),
    ],
)
def test_a_sentence_says_where_he_is(sentence, expected):
    content = letter(
        f"Please can you list {HER}, for the next Norbrook MARAC.",
        f"The perpetrator is her husband Mr Karl Hollis, born 4 June 1988. {sentence}",
    )

    assert homes(content["perpetrators"][0]) == expected


def test_where_a_child_lives_is_no_home_of_either():
    content = letter(
        f"Please can you list {HER}, for the next Norbrook MARAC.",
        "The perpetrator is her husband Mr Karl Hollis, born 4 June 1988.",
        "Ada has one child, Kit Hollis, born 5 June 2015. He lives with his gran at 9 Orchard Rise, Brigg, ZZ2 1AA.",
    )

    assert homes(content["victims"][0]) == homes(content["perpetrators"][0]) == []
