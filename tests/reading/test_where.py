"""Where people live and how they are reached, as forms that nobody had drawn yet say it."""

import pytest

from marac.answers.found import Found
from marac.covering.homes import told_in
from marac.parties.person import blank_person
from marac.reading import read
from marac.written.blocks import Place
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


@pytest.mark.parametrize("said", ["Same household", "Still at the victim's usual address", "Same as previous address"])
def test_a_home_is_his_in_whatever_words_that_is_said(said):
    before = [["Previous address", "4 Mill Row, Westmoor, ZZ1 4MR"]] if "previous" in said else []
    his = homes(content([*VICTIM, *before], [*HARMS, ["Address", said]])["perpetrators"][0])

    assert his == [("ZZ1 4MR" if "previous" in said else "ZZ1 9XX", None)]


@pytest.mark.parametrize("said", ["Same house as Ben", "As for husband"])
def test_a_second_one_who_harms_lives_where_the_first_does(said):
    second = [["Perpetrator 2"], ["Name", "Carl POTTS"], ["Relationship to victim", "Cousin"], ["Address", said]]
    told = content(VICTIM, [*HARMS, ["Address", "4 Mill Row, Westmoor, ZZ1 4MR"]], second)

    assert homes(told["perpetrators"][1]) == [("ZZ1 4MR", None)]


def test_the_number_of_an_officer_is_not_hers():
    told = "Ada HOLLIS was hurt on Monday. The officer in the case is DC Holly Pell, 01632 960406."

    assert content([*VICTIM, ["Background", told]], HARMS)["victims"][0]["phones"] == []


@pytest.mark.parametrize(
    ("told", "hers"),
    [
        ("Until May she was with him at 4 Mill Row, Westmoor, ZZ1 4MR.", True),
        ("His daughter is Eve. She lives at 4 Mill Row, Westmoor, ZZ1 4MR.", False),
    ],
)
def test_she_is_the_victim_where_no_other_woman_is_told_of(told, hers):
    place = Place("", "", told, told)
    people = [blank_person("victim", 1), blank_person("perpetrator", 2)]
    people[1].tree["relationship_to_victim"] = Found("husband", place)
    told_in(told, place, people)

    assert [home["postcode"].value for home in people[0].tree["addresses"]] == (["ZZ1 4MR"] if hers else [])


def household(hers: str, his: str, head: str = "Still living there?"):
    rows = [["Name", "Born", "Part", head], ["Ada HOLLIS", "3/4/1985", "Victim", hers]]
    tenancy = [["Property", "9 Fern Court, Westmoor, ZZ1 9XX"], ["Tenancy", "Joint"]]
    return content(tenancy, [*rows, ["Ben LOWE", "5/6/1980", "Perpetrator", his]])


@pytest.mark.parametrize("his", ["Yes", "Still at the property", "Still there"])
def test_who_still_lives_at_the_property_of_a_tenancy(his):
    told = household("No, left on 3 May", his)

    assert [home["type"] for home in told["victims"][0]["addresses"]] == ["previous"]
    assert homes(told["perpetrators"][0]) == [("ZZ1 9XX", None)]


@pytest.mark.parametrize("his", ["No", "Not known", "Moved out in May", ""])
def test_who_is_not_said_to_live_there_does_not(his):
    assert homes(household("Yes", his)["perpetrators"][0]) == []


def test_what_the_victim_fled_is_a_former_home_and_no_childs():
    fled = [["Victim"], ["Name", "Ada HOLLIS"], ["Previous address", "4 Mill Row, Westmoor, ZZ1 4MR"]]
    told = content(fled, HARMS, [["Children", "Born", "Lives with"], ["Kit", "3/4/15", "Victim"]])

    assert (told["children"][0]["lives_with"], told["children"][0]["address"]) == ("victim", None)


def test_as_opposite_means_what_the_other_answered_to_the_same_question():
    hers = [["Victim"], ["Name", "Ada HOLLIS"], ["Address", "c/o her aunt, 4 Mill Row, Westmoor, ZZ1 4MR"]]
    his = [["Perpetrator"], ["Name", "Ben LOWE"], ["Address", "No fixed abode"], ["Family home", "As opposite"]]
    told = content([*hers, ["Family home", "9 Fern Court, Westmoor, ZZ1 9XX"]], his)

    assert homes(told["perpetrators"][0]) == [("ZZ1 9XX", None)]


def test_where_she_stays_is_never_his_in_a_passage_that_keeps_it_from_him():
    told = (
        "Ada's home is 9 Fern Court, Westmoor, ZZ1 9XX, but Ben has been turning up there, so since 8 February she has "
        "been staying with her aunt at 4 Mill Row, Westmoor, ZZ1 4MR. Please keep the aunt's address away from Ben."
    )
    people = [["Victim"], ["Name", "Ada HOLLIS"]], [["Perpetrator"], ["Name", "Ben LOWE"]]

    assert homes(content(*people, [["Background", told]])["perpetrators"][0]) == []
