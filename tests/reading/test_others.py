"""The other people whom a document names: by what they are to somebody, by their work, rank or nickname."""

import pytest

from marac.reading import read
from tests.reading import documents

FORM = [
    [["Referrer"], ["Name", "Sam Okoro"], ["Role", "IDVA"]],
    [["Victim"], ["Name", "Ada HOLLIS"], ["Address", "9 Fern Court, Westmoor, ZZ1 9XX"]],
    [["Perpetrator"], ["Name", "Ben LOWE"], ["Relationship to victim", "Husband"]],
]


def named(words: str) -> list[str]:
    told = read(documents.form(*FORM, [["What happened"], [words]]), "form.docx").content
    return [other["name"] for other in told["others"]]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("He turned up with his mate Jordan Pike on Sunday.", "Jordan Pike"),
        ("The neighbour at number 20, Ron Pickles, drinks with him.", "Ron Pickles"),
        ("She went next door, Mrs Joan Petty took her in.", "Mrs Joan Petty"),
        ("I spoke to Josie Pike, designated safeguarding lead, today.", "Josie Pike"),
        ("Her manager at the library, Beverley Okafor, knows.", "Beverley Okafor"),
        ("PC 2291 Gadsby took the statement.", "PC 2291 Gadsby"),
        ("PC Kuldip RAI is dealing.", "PC Kuldip RAI"),
        ("Ring the day centre and ask for Precious Nkomo.", "Precious Nkomo"),
        ("A man she knows only as Fitz comes to the flat.", "Fitz"),
        ("Lee's dealer, who is known as ‘Spud’, was there.", "Spud"),
        ("Do not tell Mr Gill next door, who drinks with him.", "Mr Gill"),
        ("I am on leave, Terri Ogle covers me.", "Terri Ogle"),
        ("She has been at her nan's, Jean Fenwick, since May.", "Jean Fenwick"),
    ],
)
def test_somebody_whom_a_sentence_names_is_one_of_the_others(words, name):
    assert named(words) == [name]


@pytest.mark.parametrize(
    "words",
    [
        "He gets Carer's Allowance for his mother.",
        "Sam Okoro, IDVA, has seen her.",
        "She is known as Dot to everybody.",
        "Ben Lowe, known as Tank, was there.",
        "Her sister in Harrowmere, Westmoor Road, is away.",
        "White British, care home night worker.",
        "Her mate Ada Hollis.",
    ],
)
def test_nobody_is_made_of_words_that_name_none(words):
    assert named(words) == []


def test_who_agreed_is_one_of_the_others_and_a_place_is_nobody():
    told = [
        ["Agreed with your safeguarding lead?", "Yes, Helen Marsh, 20.03.2026"],
        ["Known elsewhere?", "Yes, Mere Valley"],
    ]

    others = read(documents.form(*FORM, [["Sharing"], *told]), "form.docx").content["others"]

    assert [other["name"] for other in others] == ["Helen Marsh"]
