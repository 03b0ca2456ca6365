"""Whom a document means by words of its own: codes, the one an agency serves, a title alone, mum and her partner."""

import pytest

from marac.reading import read
from tests.reading import documents


def form(*tables):
    return read(documents.form(*tables), "form.docx").content


def letter(*passages):
    return read(documents.mail("\n\n".join(passages)), "mail.eml").content


def names(people):
    return [f"{person['forenames']} {person['surname']}" for person in people]


CODED = [
    ["Code", "Surname", "Forename(s)", "Born"],
    ["V1", "HOLLIS", "Ada", "1/2/1990"],
    ["S1", "VOSS", "Karl", "3/4/1988"],
    ["C1", "VOSS", "Mia", "5/6/2018"],
    ["W1", "MOSS", "Joan", "7/8/1960"],
]
HOMES = [
    ["Person", "Address", "Remarks"],
    ["V1 C1", "4 Mill Row, Westmoor, ZZ1 4AB", "NOT KNOWN TO S1"],
    ["S1", "9 Kiln Lane, Westmoor, ZZ1 9AB", ""],
]
PHONES = [
    ["Person", "Number", "OK to call", "OK to text"],
    ["V1", "07700 900111", "Yes", "No"],
    ["S1", "07700 900222", "", ""],
]
KEY = [["V victim S suspect C child W witness"]]


def test_people_kept_under_codes_have_the_homes_and_numbers_that_later_tables_tell_by_code():
    content = form(KEY, CODED, HOMES, PHONES)
    victim, suspect = content["victims"][0], content["perpetrators"][0]

    assert (names(content["victims"]), names(content["perpetrators"]), names(content["children"])) == (
        ["Ada Hollis"], ["Karl Voss"], ["Mia Voss"],
    )  # fmt: skip
    assert [(home["postcode"], home["confidential"]) for home in victim["addresses"]] == [("ZZ1 4AB", True)]
    assert [home["postcode"] for home in suspect["addresses"]] == ["ZZ1 9AB"]
    assert [(phone["number"], phone["safe_to_call"]) for phone in victim["phones"]] == [("07700900111", True)]
    assert [phone["number"] for phone in suspect["phones"]] == ["07700900222"]


def test_codes_of_which_the_document_does_not_say_whose_they_are_are_nobodys():
    content = form(CODED, PHONES)

    assert [
        phone["safe_to_call"]
        for person in content["victims"]
        for phone in person["phones"]
        if phone["number"] == "07700900222"
    ] != [True]


@pytest.mark.parametrize("head", ["The adult", "A. The adult", "The young person", "Our resident", "Young person"])
def test_whom_an_agency_serves_is_the_victim_beside_a_box_of_the_one_who_harms(head):
    content = form(
        [[head], ["Name", "Ada HOLLIS"], ["Born", "1.2.1990"]], [["Person causing harm"], ["Name", "Karl VOSS"]]
    )

    assert (names(content["victims"]), names(content["perpetrators"])) == (["Ada Hollis"], ["Karl Voss"])


def test_mum_is_the_victim_beside_a_box_of_her_partner():
    boxes = [[["Mum"], ["Name", "Ada HOLLIS"], ["Born", "1.2.1990"]], [["Mum's partner"], ["Name", "Karl VOSS"]]]

    assert (names(form(*boxes)["victims"]), names(form(*boxes)["perpetrators"])) == (["Ada Hollis"], ["Karl Voss"])


def test_what_part_a_row_says_counts_against_what_the_head_of_the_column_lets_think():
    rows = [
        ["", "Lead tenant", "Joint tenant"],
        ["Part in this case", "Alleged perpetrator", "Victim"],
        ["Name", "Mr Karl Voss", "Mrs Ada Voss"],
        ["Date of birth", "3.4.1988", "1.2.1990"],
        ["Telephone", "07700 900222", "07700 900111"],
        ["OK to ring?", "Not applicable", "Yes"],
    ]
    content = form(rows)

    assert (names(content["victims"]), names(content["perpetrators"])) == (["Ada Voss"], ["Karl Voss"])
    assert [(phone["number"], phone["safe_to_call"]) for phone in content["victims"][0]["phones"]] == [
        ("07700900111", True)
    ]


def test_whom_a_letter_calls_by_title_is_the_one_grown_person_of_that_surname_at_its_head():
    content = letter(
        "Mrs Ada Hollis, born 1 February 1960",
        "at risk from her son, Mr Karl Hollis, born 3 April 1988",
        "Dear colleague",
        "I am writing to refer Mrs Hollis to the MARAC.",
    )

    assert (names(content["victims"]), names(content["perpetrators"])) == (["Ada Hollis"], ["Karl Hollis"])


def test_whom_a_letter_refers_by_first_name_is_the_one_at_its_head_whatever_their_age():
    content = letter(
        "Ada Hollis, born 1 February 2010",
        "I am writing to refer Ada to the MARAC. She is at risk from her boyfriend, Karl Voss, born 3 April 2008.",
    )

    assert (names(content["victims"]), names(content["perpetrators"])) == (["Ada Hollis"], ["Karl Voss"])


def test_a_record_pasted_into_a_mail_gives_everybody_in_it():
    content = letter(
        "Please hear this patient. Her record:",
        "HOLLIS, Ada (Mrs)      Born 01-Feb-1990 (36 y)   Female\nUsual address   4 Mill Row, Westmoor ZZ1 4AB\n"
        "Mobile          07700 900111",
        "Registered at the same address\nHOLLIS, Karl           Born 03-Apr-1988   Male     husband\n"
        "HOLLIS, Mia            Born 05-Jun-2018   Female   daughter",
    )

    assert (names(content["victims"]), names(content["perpetrators"])) == (["Ada Hollis"], ["Karl Hollis"])
    assert names(content["children"]) == ["Mia Hollis"]
    assert [home["postcode"] for home in content["perpetrators"][0]["addresses"]] == ["ZZ1 4AB"]


def test_one_more_who_harms_is_told_after_a_name_or_in_the_sentence_behind_it():
    box = [
        "Her husband: Karl Voss, born 3 April 1988",
        "His brother: Sam Voss, age 31, of 9 Kiln Lane, Westmoor, ZZ1 9AB. He has threatened her too.",
    ]
    content = letter("VICTIM", "Name: Ada Hollis", "Date of birth: 1 February 1990", "WHO SHE IS AFRAID OF", *box)

    assert sorted(names(content["perpetrators"])) == ["Karl Voss", "Sam Voss"]


def test_her_daughter_with_him_says_whose_she_is_and_not_with_whom_she_lives():
    content = form(
        [["Victim"], ["Name", "Ada HOLLIS"], ["Gender", "Female"], ["Address", "4 Mill Row, Westmoor, ZZ1 4AB"]],
        [["Perpetrator"], ["Name", "Karl VOSS"], ["Address", "9 Kiln Lane, Westmoor, ZZ1 9AB"]],
        [["Children"], ["Mia Voss, born 05.06.2019, her daughter with Karl. Lives with mum."]],
    )

    assert [child["lives_with"] for child in content["children"]] == ["victim"]


def test_two_houses_of_one_postcode_are_two_homes():
    content = letter(
        "I am referring Ada Hollis, born 1 February 1990. She is at risk from her husband, Karl Voss.",
        "She lives at 62 Sandgate, Westmoor ZZ1 4AB. Karl lives at 66 Sandgate, Westmoor ZZ1 4AB.",
    )

    assert [home["text"] for home in content["perpetrators"][0]["addresses"]] == ["66 Sandgate, Westmoor"]


AROUND = [
    ["Name", "Born", "Who they are to the patient", "Lives", "Tel.", "Person of concern"],
    ["Karl VOSS", "3/4/1988", "Son. Moved back in May", "With the patient", "07700 900222", "☒"],
    ["Mia VOSS", "5/6/2012", "Granddaughter (Karl's daughter)", "4 Mill Row, Westmoor, ZZ1 4AB", "", "☐"],
    ["Joan MOSS", "", "Daughter, next of kin", "9 Kiln Lane, Westmoor, ZZ1 9AB", "07700 900333", "☐"],
]


def test_a_tick_under_a_role_tells_whose_line_it_is():
    told = form([["Patient"], ["Name", "Ada VOSS"], ["Born", "1/2/1950"]], AROUND)

    assert (names(told["victims"]), names(told["perpetrators"])) == (["Ada Voss"], ["Karl Voss"])
    assert [phone["number"] for phone in told["perpetrators"][0]["phones"]] == ["07700900222"]


@pytest.mark.parametrize("ours", ["The older person", "Our tenant", "Victim"])
def test_the_person_we_are_worried_about_harms_where_another_has_the_box_of_who_is_harmed(ours):
    him = [["The person we are worried about"], ["Name", "Karl VOSS"], ["Born", "3/4/1988"]]
    told = form([[ours], ["Name", "Ada HOLLIS"], ["Born", "1/2/1950"]], him)

    assert (names(told["victims"]), names(told["perpetrators"])) == (["Ada Hollis"], ["Karl Voss"])


def test_the_person_we_are_worried_about_is_the_victim_where_no_other_is():
    him = [["Person causing harm"], ["Name", "Karl VOSS"], ["Born", "3/4/1988"]]
    told = form([["The person we are worried about"], ["Name", "Ada HOLLIS"], ["Born", "1/2/1950"]], him)

    assert (names(told["victims"]), names(told["perpetrators"])) == (["Ada Hollis"], ["Karl Voss"])


def test_where_each_entry_came_from_is_nobody():
    rows = [
        ["Patient at risk"],
        ["Name", "Ada HOLLIS", "PAS"],
        ["D.O.B.", "1/2/1990", "PAS"],
        ["NHS no.", "999 012 3403", "Spine"],
        ["Pregnant", "No", "Clinic"],
        ["First language", "English", "PAS"],
        ["Lives at", "4 Mill Row, Westmoor, ZZ1 4AB", "Clinic"],
        ["Disability", "None", "PAS"],
        ["Mobile", "07700 900111", "Clinic"],
        ["Person alleged to be harming"],
        ["Name", "Karl VOSS", "Clinic"],
    ]
    told = form(rows)

    assert (names(told["victims"]), names(told["perpetrators"])) == (["Ada Hollis"], ["Karl Voss"])
    assert told["others"] == []


@pytest.mark.parametrize("asked", ["Perp's child?", "Perpetrator?"])
def test_a_column_that_asks_something_of_children_makes_nobody_one_who_harms(asked):
    rows = [
        ["Children"],
        ["Name", "DOB", "Gender", "School", asked],
        ["Mia VOSS", "5/6/2018", "F", "Fern Primary", "Y"],
    ]
    told = form([["Victim"], ["Name", "Ada HOLLIS"]], [["Perpetrator"], ["Name", "Karl VOSS"]], rows)

    assert (names(told["perpetrators"]), names(told["children"])) == (["Karl Voss"], ["Mia Voss"])


def test_children_told_by_whose_they_are():
    said = "Ada has none. Karl has a daughter Mia Voss aged 8 who stays with him"
    told = form([["Victim"], ["Name", "Ada HOLLIS"]], [["Perpetrator"], ["Name", "Karl VOSS"]], [["Children", said]])

    assert names(told["children"]) == ["Mia Voss"]


def test_a_letter_that_is_headed_by_a_prisoner_is_of_the_one_they_harmed():
    content = read(
        documents.lines(
            "Dear Coordinator",
            "Kieran Paul DOWD, date of birth 12 June 1991, prison number A4471EX",
            "He is serving three years for wounding his former partner, Ms Lauren Beth Askew (born 3 August 1993). "
            "My direct line is 01632 960472. The only number of hers that I have is 07700 900583. Do not ring it.",
        ),
        "letter.docx",
    ).content

    assert names(content["victims"]) == ["Lauren Beth Askew"]
    assert names(content["perpetrators"]) == ["Kieran Paul Dowd"]
    assert content["perpetrators"][0]["phones"] == []


@pytest.mark.parametrize(
    "subject",
    ["Mrs Ada Hollis, born 3 May 1990, NHS number 999 012 3454", "Mrs Ada Hollis, 4 Mill Row, Westmoor, ZZ1 4AB"],
)
def test_the_subject_line_under_the_greeting_is_whom_a_letter_is_about(subject):
    told = ["Dear Co-ordinator", subject, "I should be glad if she could be heard. Her husband, Karl Voss, hits her."]
    content = read(documents.lines(*told), "letter.docx").content

    assert names(content["victims"]) == ["Ada Hollis"]


def test_two_subject_lines_are_not_guessed_between():
    two = ["Mrs Ada Hollis (born 3 May 1990)", "Mr Karl Hollis (born 4 June 1988)"]
    content = read(documents.lines("Dear Co-ordinator", *two, "They came to us in May."), "letter.docx").content

    assert not content["victims"]


OURS = [["Client"], ["Name", "Ada HOLLIS"], ["Born", "3/5/1990"]]


@pytest.mark.parametrize(
    "asked", ["He / she is our client's", "Who to client", "This person is the client's", "Is their"]
)
def test_what_somebody_is_to_the_client_opens_no_box_of_the_client(asked):
    harms = [["Person causing harm"], ["Name", "Karl VOSS"], [asked, "Husband"], ["Phone", "07700 900123"]]
    content = form(OURS, harms)

    assert names(content["victims"]) == ["Ada Hollis"]
    assert content["victims"][0]["phones"] == []
    assert [each["number"] for each in content["perpetrators"][0]["phones"]] == ["07700900123"]


@pytest.mark.parametrize("asked", ["Is he / she a client here?", "Does he / she know our client?"])
def test_a_question_of_whether_he_is_ours_names_nobody(asked):
    harms = [["Person causing harm"], ["Name", "Karl VOSS"], [asked, "Was, until June"], ["Phone", "07700 900123"]]
    content = form(OURS, harms)

    assert names(content["victims"]) == ["Ada Hollis"]
    assert [each["number"] for each in content["perpetrators"][0]["phones"]] == ["07700900123"]


@pytest.mark.parametrize(
    "head", ["Who is she at risk from? (use one column each)", "WHO SHE FLED", "Who is she running from?"]
)
def test_two_numbered_columns_are_of_those_from_whom_she_is_at_risk(head):
    table = [["", "Person 1", "Person 2"], ["Name", "Karl VOSS", "Lee VOSS"], ["Born", "4/6/1988", "5/7/1960"]]
    content = form(OURS, [[head]], table)

    assert names(content["victims"]) == ["Ada Hollis"]
    assert names(content["perpetrators"]) == ["Karl Voss", "Lee Voss"]


def test_somebody_who_is_related_to_the_victim_is_no_second_victim():
    table = [
        ["", "Person 1", "Person 2"],
        ["Name", "Karl VOSS", "Lee VOSS"],
        ["Who to the client?", "Husband", "Uncle"],
    ]
    content = form(OURS, [["Others about whom we would like to hear more"]], table)

    assert names(content["victims"]) == ["Ada Hollis"]


def test_her_and_him_in_an_agencys_own_table():
    rows = [["Who is she", "Ada HOLLIS, 3/5/1990"], ["Him", "Karl VOSS, husband, 4/6/1988"], ["Police?", "No"]]
    content = form(rows)

    assert names(content["victims"]) == ["Ada Hollis"]
    assert names(content["perpetrators"]) == ["Karl Voss"]


def test_a_family_table_under_a_heading_of_children_has_more_than_children():
    heads = ["Name", "DOB / age", "Who they are", "Where they live"]
    rows = [
        ["HOLLIS, Ada", "3/5/1990", "Mother. VICTIM", "4 Mill Row, Westmoor, ZZ1 4AB"],
        ["VOSS, Karl", "4/6/1988", "Father. ALLEGED PERPETRATOR", "As above"],
        ["VOSS, Mia", "5/6/2018", "Daughter", "As above"],
    ]
    content = form([["Family (include children living elsewhere)"]], [heads, *rows])

    assert names(content["victims"]) == ["Ada Hollis"]
    assert names(content["perpetrators"]) == ["Karl Voss"]
    assert names(content["children"]) == ["Mia Voss"]


def test_mr_and_mrs_of_one_surname_are_told_apart():
    content = letter(
        "Please can you list Mr Owain Hollis, born 3 May 1974, for the next Norbrook MARAC.",
        "The perpetrator is his wife, Samantha Hollis, born 4 June 1980. Mrs Hollis is a district nurse.",
        "Mr Hollis has left, and is staying with his brother at 2 Chapel Rise, Wen, ZZ83 6DL.",
    )

    assert content["perpetrators"][0]["occupation"] == "district nurse"
    assert content["victims"][0]["occupation"] is None
    assert [home["postcode"] for home in content["victims"][0]["addresses"]] == ["ZZ83 6DL"]


def test_a_short_forename_in_a_letter_is_the_same_person():
    content = letter(
        "Please can you list Mrs Joanne Hollis, born 3 May 1990, for the next Norbrook MARAC.",
        "I am the care coordinator of Jo Hollis. Jo is staying with her father at 2 Chapel Rise, Wen, ZZ83 6DL.",
    )

    assert content["victims"][0]["aliases"] == ["Jo"]
    assert [home["postcode"] for home in content["victims"][0]["addresses"]] == ["ZZ83 6DL"]
