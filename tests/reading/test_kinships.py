"""What a child is to the victim and to the one who harms, where a table asks both or one answer tells both."""

import pytest

from marac.reading import read
from tests.reading import documents

VICTIM = [["Victim"], ["Name", "Ada HOLLIS"], ["Gender", "Female"], ["Address", "9 Fern Court, Westmoor, ZZ1 9XX"]]
HARMS = [["Perpetrator"], ["Name", "Ben LOWE"], ["Gender", "Male"], ["Relationship to victim", "Husband"]]


def content(*tables):
    return read(documents.form(VICTIM, HARMS, *tables), "form.docx").content


def related(one):
    return one["relationship_to_victim"], one["relationship_to_perpetrator"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("To customer", "To person in Part 3"),
        ("To A", "To B"),
        ("Relation to patient", "Relation to alleged"),
        ("I'r goroeswr / To survivor", "I'r camdriniwr / To abuser"),
        ("Is client's", "Is partner's"),
        ("Relationship to woman", "Relationship to person harming"),
    ],
)
def test_of_two_columns_the_second_asks_what_a_child_is_to_the_one_who_harms(first, second):
    rows = [["Name", "DOB", first, second], ["Kit Lowe", "3/4/2015", "Son", "Stepson"]]

    assert related(content([["Children"], *rows])["children"][0]) == ("Son", "Stepson")


def test_columns_that_name_him_first_are_read_as_they_say():
    rows = [["Name", "DOB", "To perpetrator", "To victim"], ["Kit Lowe", "3/4/2015", "Stepson", "Son"]]

    assert related(content([["Children"], *rows])["children"][0]) == ("Son", "Stepson")


def test_letters_that_a_document_explains_are_whom_it_says():
    rows = [["Name", "DOB", "Rel to AP", "Rel to S1"], ["Kit Lowe", "3/4/2015", "Son", "Stepson"]]
    explained = [["Aggrieved person (AP)"], ["Name", "Ada HOLLIS"]], [["Suspect 1 (S1)"], ["Name", "Ben LOWE"]]

    told = read(documents.form(*explained, [["Children"], *rows]), "form.docx").content

    assert related(told["children"][0]) == ("Son", "Stepson")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Relationship to survivor / perpetrator", "Son / stepson"),
        ("Relationship to perpetrator / survivor", "Stepson / son"),
        ("Relationship", "Son / stepson"),
    ],
)
def test_two_halves_of_an_answer_tell_both(asked, said):
    told = content([["Children"], ["Name", "DOB", asked], ["Kit Lowe", "3/4/2015", said]])["children"][0]

    assert tuple(map(str.lower, related(told))) == ("son", "stepson")


@pytest.mark.parametrize(
    ("said", "hers", "his"),
    [
        ("Son of Ada and Ben", "son", "son"),
        ("Son of both", "son", "son"),
        ("Ben's son from his first marriage", None, "son"),
        ("Grandson, Ben's son", "Grandson", "son"),
    ],
)
def test_a_child_in_a_table_of_everybody_is_whose_its_row_says(said, hers, his):
    everybody = [
        ["Name", "Date of birth", "Relationship", "School"],
        ["Kit Lowe", "3/4/2015", said, "Elm Primary"],
    ]

    assert related(content([["Household"], *everybody])["children"][0]) == (hers, his)


@pytest.mark.parametrize(
    ("said", "keeper", "postcode"),
    [
        ("With mother, Enid Pell, 4 Mill Row, Westmoor, ZZ1 4MR", "mother, Enid Pell", "ZZ1 4MR"),
        ("With mother, Ada Hollis", "victim", "ZZ1 9XX"),
        ("With mother, Elm Primary", "victim", "ZZ1 9XX"),
    ],
)
def test_a_mother_who_is_named_is_the_victim_only_where_that_is_her_name(said, keeper, postcode):
    told = content([["Children"], ["Name", "DOB", "Lives at"], ["Kit Lowe", "3/4/2015", said]])["children"][0]

    assert (told["lives_with"], told["address"]["postcode"]) == (keeper, postcode)
