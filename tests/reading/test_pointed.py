"""What one answer gives by pointing at another: by a short name, a number, a street, a brother or sister."""

import pytest
from docx import Document

from marac.reading import read
from tests.reading import documents

HERS = "9 Fern Court, Westmoor, ZZ1 9XX"
VICTIM = [["Victim"], ["Name", "Ada HOLLIS"], ["Gender", "Female"], ["Address", HERS]]
HARMS = [["Perpetrator"], ["Name", "Ben LOWE"], ["Gender", "Male"], ["Relationship to victim", "Husband"]]


def content(*tables):
    return read(documents.form(*tables), "form.docx").content


def codes(person):
    return [home["postcode"] for home in person["addresses"]]


def test_a_short_name_that_a_heading_declares_stands_for_its_person():
    got = content(
        [["AGGRIEVED PERSON (AP)"], ["Name", "Ada HOLLIS"], ["Address", HERS]],
        [["SUSPECT 1 (S1)"], ["Name", "Ben LOWE"], ["Release address", "4 Mill Row, Westmoor, ZZ1 4MR"]],
        [
            ["SUSPECT 2 (S2)"],
            ["Name", "Cal LOWE"],
            ["Relationship to AP", "Brother-in-law"],
            ["Address", "As S1 release address"],
        ],
        [["Children"], ["Name", "DOB", "Rel to AP", "Rel to S1"], ["Eve Lowe", "1.2.2015", "Daughter", "Stepdaughter"]],
        [["AP told of referral", "Yes"], ["AP consents", "No"]],
    )

    assert [codes(person) for person in got["perpetrators"]] == [["ZZ1 4MR"], ["ZZ1 4MR"]]
    assert got["perpetrators"][1]["relationship_to_victim"] == "Brother-in-law"
    child = got["children"][0]
    assert (child["relationship_to_victim"], child["relationship_to_perpetrator"]) == ("Daughter", "Stepdaughter")
    assert (got["consent"]["victim_aware"], got["consent"]["consent_given"]) == (True, False)


@pytest.mark.parametrize("said", ["As at 3", "See question 3", "Same as question 3", "as no. 3"])
def test_the_answer_to_a_numbered_question_is_meant(said):
    got = content(
        [["Victim", "", ""], ["1", "Name", "Ada HOLLIS"], ["2", "Born", "1.2.1990"], ["3", "Address", HERS]],
        [["Perpetrator", "", ""], ["4", "Name", "Ben LOWE"], ["5", "Address", said]],
    )

    assert codes(got["perpetrators"][0]) == ["ZZ1 9XX"]


@pytest.mark.parametrize(
    "said",
    [f"{HERS} (Ben still there)", f"{HERS}. He is still there", f"{HERS}; Ben lives there"],
)
def test_who_is_still_at_her_usual_home_lives_there(said):
    got = content([*VICTIM[:3], ["Usual address", said]], HARMS)

    assert codes(got["perpetrators"][0]) == ["ZZ1 9XX"]


@pytest.mark.parametrize(
    "said",
    [
        f"{HERS} (Ben is not there)",
        f"{HERS}. Not to be disclosed; Ben thinks she is still there",
        f"{HERS} (Cal there)",
    ],
)
def test_who_may_not_be_there_does_not_live_there(said):
    assert codes(content([*VICTIM[:3], ["Usual address", said]], HARMS)["perpetrators"][0]) == []


@pytest.mark.parametrize("said", ["Same as Ada's. She does not want him back.", "Same as Ada (moved back in last May)"])
def test_the_home_of_whoever_is_named_is_meant_whatever_is_added(said):
    assert codes(content(VICTIM, [*HARMS, ["Address", said]])["perpetrators"][0]) == ["ZZ1 9XX"]


@pytest.mark.parametrize(
    "said", ["Same as Ada until May", "Same as Ada, but he has moved out", "Same as Ada. He left."]
)
def test_where_somebody_lived_once_is_not_where_they_live(said):
    assert codes(content(VICTIM, [*HARMS, ["Address", said]])["perpetrators"][0]) == []


def test_a_mans_former_home_is_the_same_as_hers():
    got = content(
        [
            ["Victim"],
            ["Name", "Cal HOLLIS"],
            ["Gender", "Male"],
            ["Address", HERS],
            ["Previous address", "Same as hers"],
        ],
        [["Perpetrator"], ["Name", "Nat LOWE"], ["Address", "4 Mill Row, Westmoor, ZZ1 4MR"]],
    )

    assert [(home["postcode"], home["type"]) for home in got["victims"][0]["addresses"]] == [
        ("ZZ1 9XX", "current"),
        ("ZZ1 4MR", "previous"),
    ]


def test_a_child_is_told_by_the_line_of_a_brother_or_sister():
    got = content(
        VICTIM,
        HARMS,
        [
            ["Children"],
            ["Name", "DOB", "Lives with", "School"],
            ["Eve Lowe", "1.2.2013", "Her gran, Ivy Moss, 3 Elm Bank, Westmoor, ZZ1 3EB", "Elm Road Primary"],
            ["Fay Lowe", "3.4.2015", "As Eve", "As above"],
            ["Gil Lowe", "5.6.2018", "With mum", "Mill Nursery"],
        ],
    )["children"]

    assert [child["address"] and child["address"]["postcode"] for child in got] == ["ZZ1 3EB", "ZZ1 3EB", "ZZ1 9XX"]
    assert [child["school"] for child in got] == ["Elm Road Primary", "Elm Road Primary", "Mill Nursery"]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Ms Hollis", "victim"),
        ("Ada", "victim"),
        ("Mr Lowe, as above", "perpetrator"),
        ("mum, at her sister's", "victim"),
    ],
)
def test_a_keeper_is_one_of_the_two_by_name_title_or_part(said, meant):
    box = [["Children"], ["Name", "DOB", "Living with"], ["Eve Moss", "1.2.2013", said]]

    assert content(VICTIM, HARMS, box)["children"][0]["lives_with"] == meant


@pytest.mark.parametrize("said", ["His own mother", "her mother, Ivy Moss", "patient's sister"])
def test_a_keeper_who_may_be_anothers_mother_is_not_the_victim(said):
    box = [["Children"], ["Name", "DOB", "Living with"], ["Eve Moss", "1.2.2013", said]]

    assert content(VICTIM, HARMS, box)["children"][0]["lives_with"] not in ("victim", "perpetrator")


def test_a_child_who_lives_with_her_lives_where_she_is_at_present():
    victim = [["Victim"], ["Name", "Ada HOLLIS"], ["Usual address", HERS]]
    victim += [["Staying at present", "4 Mill Row, Westmoor, ZZ1 4MR. Not to be disclosed."]]
    child = content(victim, HARMS, [["Children"], ["Name", "DOB", "Lives with"], ["Eve Lowe", "1.2.2013", "mum"]])

    assert child["children"][0]["address"]["postcode"] == "ZZ1 4MR"
    assert child["children"][0]["address"]["confidential"] is True


def test_whoever_has_a_box_is_nobody_else_in_the_table_of_the_household():
    got = content(
        [["Name", "Date of birth", "Relationship to tenant"], ["Ben Lowe", "3.4.1988", "Ex partner"]],
        VICTIM,
        HARMS,
    )

    assert got["others"] == []
    assert got["perpetrators"][0]["dob"] == "1988-04-03"


def test_others_at_the_property_are_not_one_more_who_harm():
    got = content(
        VICTIM,
        HARMS,
        [
            ["4 Others living at or visiting the property"],
            ["Name", "DOB or age", "Relationship to victim", "School"],
            ["Eve Lowe", "1.2.2015", "Daughter", "Elm Road Primary"],
            ["Ivy Hollis", "Adult", "Mother", ""],
        ],
    )

    assert [person["surname"] for person in got["perpetrators"]] == ["Lowe"]
    assert [child["forenames"] for child in got["children"]] == ["Eve"]


def test_labels_in_bold_run_on_beside_a_heading():
    document = Document()
    table = document.add_table(rows=0, cols=2)
    boxes = {
        "Victim": [
            ("Surname", "HOLLIS"),
            ("First names", "Ada Jane"),
            ("Date of birth", "1.2.1990"),
            ("Address", HERS),
        ],
        "Person causing harm": [("Name", "Ben LOWE"), ("Date of birth", "3.4.1988"), ("Phone", "07700 900124")],
    }
    for head, pairs in boxes.items():
        cells = table.add_row().cells
        cells[0].text = head
        for number, (label, value) in enumerate(pairs):
            paragraph = cells[1].paragraphs[0]
            paragraph.add_run(("\n" if number else "") + label).bold = True
            paragraph.add_run(f" {value}")
    got = read(documents.saved(document), "form.docx").content

    assert [(v["forenames"], v["surname"], v["dob"]) for v in got["victims"]] == [("Ada Jane", "Hollis", "1990-02-01")]
    assert codes(got["victims"][0]) == ["ZZ1 9XX"]
    assert got["perpetrators"][0]["phones"][0]["number"] == "07700900124"


def test_a_sentence_in_bold_stays_with_the_address_that_it_keeps_secret():
    document = Document()
    document.add_heading("Victim")
    document.add_paragraph("Name: Ada HOLLIS")
    line = document.add_paragraph()
    line.add_run("Staying at present: ").bold = True
    line.add_run(f"{HERS}. ")
    line.add_run("He does not know this address – not to be minuted.").bold = True
    got = read(documents.saved(document), "form.docx").content

    assert [home["confidential"] for home in got["victims"][0]["addresses"]] == [True]


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ("☐ Same as patient   ☒ Other: 35 Wharf Road, Westmoor, ZZ2 3BB", ["ZZ2 3BB"]),
        ("☒ Same as patient   ☐ Other:", ["ZZ1 9XX"]),
        ("☐ Same as patient   ☐ Other: 35 Wharf Road, Westmoor, ZZ2 3BB", []),
    ],
)
def test_of_addresses_behind_boxes_only_what_is_ticked_is_his(said, given):
    got = content(VICTIM, [*HARMS, ["Address", said]])

    assert codes(got["perpetrators"][0]) == given


@pytest.mark.parametrize(
    "row",
    [
        ["Disclose to suspect?", "NO"],
        ["Secret", "☒"],
        ["Confidential", "Yes"],
        ["Can be shared with the perpetrator", "No"],
    ],
)
def test_a_row_beside_her_home_may_keep_it_secret(row):
    got = content([*VICTIM, row], HARMS)

    assert [home["confidential"] for home in got["victims"][0]["addresses"]] == [True]


def test_columns_that_ask_whose_child_each_is_make_nobody_a_perpetrator():
    household = [["Children"], ["Name", "DOB", "To perp 1", "School"]]
    got = content(VICTIM, HARMS, [*household, ["Eve Lowe", "1.2.2015", "Daughter", "Elm Road Primary"]])

    assert [person["surname"] for person in got["perpetrators"]] == ["Lowe"]
    assert [child["forenames"] for child in got["children"]] == ["Eve"]


@pytest.mark.parametrize("head", ["Patient is the", "Patient's", "To the patient"])
def test_a_column_that_asks_what_the_patient_is_to_a_child_makes_no_victim_of_it(head):
    patient = [["Patient"], ["Name", "Ada HOLLIS"], ["Address", HERS]]
    household = [["Children and unborn babies"], ["Name", "D.O.B. or EDD", "Sex", head, "School"]]
    got = content(patient, HARMS, [*household, ["Eve LOWE", "17-Aug-2022", "F", "Mother", "Elm Road Nursery"]])

    assert [person["surname"] for person in got["victims"]] == ["Hollis"]
    assert [child["forenames"] for child in got["children"]] == ["Eve"]


@pytest.mark.parametrize("whose", ["applicant", "occupier", "victim", "client"])
def test_the_household_of_the_victim_under_any_word_is_not_the_victim(whose):
    household = [[f"2 Others in the {whose}'s household"], ["Name", "Date of birth", "Relationship"]]
    got = content(VICTIM, HARMS, [*household, ["Eve Lowe", "1.2.2015", "Daughter"]])

    assert [person["surname"] for person in got["victims"]] == ["Hollis"]
    assert [child["forenames"] for child in got["children"]] == ["Eve"]


@pytest.mark.parametrize(
    ("hers", "his"),
    [
        ("Part 2  Applicant", "Part 3  Who the applicant has fled"),
        ("The person at risk", "The prisoner"),
        ("A  Occupier at risk", "B  Person who has made the threat"),
    ],
)
def test_headings_tell_who_is_harmed_and_who_harms(hers, his):
    got = content([[hers], *VICTIM[1:]], [[his], *HARMS[1:3]])

    assert [person["surname"] for person in got["victims"]] == ["Hollis"]
    assert [person["surname"] for person in got["perpetrators"]] == ["Lowe"]


def test_the_topic_of_a_memorandum_is_nobody():
    document = Document()
    document.add_paragraph("Re: Release of a prisoner who is a danger to his former partner.")
    for line in ("The person at risk", "Name: Ada HOLLIS", "The prisoner", "Name: Ben LOWE"):
        document.add_paragraph(line)
    got = read(documents.saved(document), "memo.docx").content

    assert [person["surname"] for person in got["victims"]] == ["Hollis"]


def test_the_home_under_another_label_may_be_meant_with_the_part_that_it_stands_in():
    hers = [["Victim"], ["Name", "Ada HOLLIS"], ["Address fled", HERS]]
    got = content(hers, [*HARMS, ["Lives at", "Address fled, as Part 2"]])

    assert codes(got["perpetrators"][0]) == ["ZZ1 9XX"]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Not held. She has moved. Last one on our papers is", "last_known"),
        ("Last address on file", "last_known"),
        ("Last address that we have:", "previous"),
    ],
)
def test_an_address_from_which_she_has_moved_is_not_shown_as_where_she_lives(said, kind):
    got = content([*VICTIM[:3], ["Address", f"{said} {HERS}"]], HARMS)

    assert [home["type"] for home in got["victims"][0]["addresses"]] == [kind]
