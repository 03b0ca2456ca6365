"""Whose child each is, with whom it lives, and whose home and number a form means."""

import pytest

from marac.reading import read
from tests.reading import documents

VICTIM = [["Victim"], ["Name", "Ada HOLLIS"], ["Gender", "Female"], ["Address", "9 Fern Court, Westmoor, ZZ1 9XX"]]
HARMS = [["Perpetrator"], ["Name", "Ben LOWE"], ["Gender", "Male"], ["Relationship to victim", "Husband"]]


def content(*tables):
    return read(documents.form(*tables), "form.docx").content


def child(words: str):
    told = content(
        VICTIM, HARMS, [["Children", "Born", "Whose child?", "Living with"], ["Kit", "3/4/15", *words.split("|")]]
    )
    return told["children"][0]


@pytest.mark.parametrize(
    ("words", "hers", "his"),
    [
        ("Ada's son|", "son", None),
        ("Ben's son|", None, "son"),
        ("Victim's son|", "son", None),
        ("His son from an earlier marriage|", None, "son"),
        ("Son of both|", "son", "son"),
    ],
)
def test_whose_child_it_is(words, hers, his):
    told = child(words)

    assert (told["relationship_to_victim"], told["relationship_to_perpetrator"]) == (hers, his)


@pytest.mark.parametrize(
    ("words", "keeper"),
    [
        ("Both|With mum", "victim"),
        ("Both|With Ada", "victim"),
        ("Both|With dad", "perpetrator"),
        ("Both|With his grandmother, Enid Pell", "his grandmother, Enid Pell"),
    ],
)
def test_with_whom_it_lives(words, keeper):
    assert child(words)["lives_with"] == keeper


@pytest.mark.parametrize("asked", ["Is the victim's...", "What is he or she to the victim?", "To victim"])
def test_a_question_of_what_somebody_is_to_the_victim_stays_in_their_box(asked):
    rows = [["Perpetrator"], ["Name", "Ben LOWE"], [asked, "Husband"], ["Lives at", "4 Mill Row, Westmoor, ZZ1 4MR"]]
    told = content(VICTIM, rows)

    assert told["perpetrators"][0]["relationship_to_victim"] == "Husband"
    assert [home["postcode"] for home in told["perpetrators"][0]["addresses"]] == ["ZZ1 4MR"]
    assert [home["postcode"] for home in told["victims"][0]["addresses"]] == ["ZZ1 9XX"]


def test_a_table_of_numbers_gives_each_its_owner_and_what_may_be_done_with_it():
    rows = [
        ["Number", "Whose is it?", "Ring?", "Text?", "Voicemail?"],
        ["07700 900123", "Her own", "No", "No", "No"],
        ["07700 900124", "Her aunt, Enid Pell", "Yes", "Yes", "No"],
        ["07700 900125", "Ben", "No", "No", "No"],
    ]
    told = content(VICTIM, HARMS, [["Reaching the victim"], *rows])

    hers = [(p["number"], p["whose"], p["safe_to_call"], p["safe_to_text"]) for p in told["victims"][0]["phones"]]
    assert hers == [("07700900123", "own", False, False), ("07700900124", "aunt Enid Pell", True, True)]
    assert [p["number"] for p in told["perpetrators"][0]["phones"]] == ["07700900125"]


def test_whose_a_number_is_may_stand_in_its_own_cell_and_a_line_may_have_none():
    rows = [
        ["Number on record", "Ring?", "Message?", "Text?", "Remarks"],
        ["No landline", "No", "-", "-", "-"],
        ["07700 900123 (her mobile)", "No", "No", "?", "He keeps it"],
        ["07700 900124 (aunt, Enid Pell)", "Yes", "Yes", "-", "Best"],
        ["07700 900125 (husband, Ben)", "No", "No", "No", ""],
    ]
    told = content(VICTIM, HARMS, [["Reaching the victim"], *rows])

    hers = [(p["number"], p["whose"], p["safe_to_call"], p["safe_to_text"]) for p in told["victims"][0]["phones"]]
    assert hers == [("07700900123", "own", False, None), ("07700900124", "aunt Enid Pell", True, None)]
    assert [p["number"] for p in told["perpetrators"][0]["phones"]] == ["07700900125"]
    assert [other["name"] for other in told["others"]] == ["Enid Pell"]


@pytest.mark.parametrize("said", ["Same as victim", "As above", "With her", "In Ada's flat", "Still at Fern Court"])
def test_a_home_that_is_secret_is_never_said_to_be_his(said):
    secret = [*VICTIM, ["Must this address be kept from anybody?", "Yes"]]
    told = content(secret, [*HARMS, ["Address", said]])

    assert [home["postcode"] for home in told["perpetrators"][0]["addresses"]] == []


@pytest.mark.parametrize("said", ["Same as victim", "In Ada's flat", "Still at Fern Court", "9 Fern Court"])
def test_a_home_that_nobody_hides_is_his_where_he_is_said_to_live_there(said):
    told = content(VICTIM, [*HARMS, ["Address", said]])

    assert [home["postcode"] for home in told["perpetrators"][0]["addresses"]] == ["ZZ1 9XX"]


@pytest.mark.parametrize("said", ["Same as victim", "Still at Fern Court"])
def test_a_former_home_that_its_own_words_keep_secret_is_not_his(said):
    former = [*VICTIM[:-1], ["Previous address", "9 Fern Court, Westmoor, ZZ1 9XX (confidential)"]]
    told = content(former, [*HARMS, ["Address", said]])

    assert [(home["type"], home["confidential"]) for home in told["victims"][0]["addresses"]] == [("previous", True)]
    assert [home["postcode"] for home in told["perpetrators"][0]["addresses"]] == []


def test_a_second_name_in_the_victims_box_is_somebody_else():
    rows = [*VICTIM, ["Name", "Carl POTTS"], ["Relationship to victim", "Son"], ["DOB", "3/4/1980"]]
    told = content(rows)

    assert [each["surname"] for each in told["victims"]] == ["Hollis"]
    assert [each["surname"] for each in told["perpetrators"]] == ["Potts"]


DUE = "2026-10-02"


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("Unborn|EDD 2/10/26", DUE),
        ("Unborn baby|due 2 October 2026", DUE),
        ("Expected|02.10.2026", DUE),
        ("Baby (not yet born)|2/10/26", DUE),
        ("Bump|EDD 02/10/2026", DUE),
        ("Unborn|Oct 2026", None),
    ],
)
def test_a_child_who_is_not_born_yet_has_a_line_and_no_birth(line, due):
    rows = [["Children", "DOB", "School"], ["Kit Hollis", "3/4/15", "Elm Primary"], [*line.split("|"), ""]]
    told = content([["Date of referral", "1/6/2026"]], VICTIM, rows)["children"][1]

    assert (told["unborn"], told["edd"], told["dob"]) == (True, due, None)


@pytest.mark.parametrize("row", [["Gestation / EDD", "22+3 / 02.10.2026"], ["Pregnancy", "24 weeks, EDD 02/10/2026"]])
def test_weeks_and_days_are_no_date(row):
    assert [each["edd"] for each in content([*VICTIM, row])["children"]] == [DUE]


def test_heads_may_stand_over_answers_again_and_again_about_the_same_person():
    banner = [
        ["Patient", "Born", "Sex"],
        ["HOLLIS, Ada (Mrs)", "12-Apr-1958", "Female"],
        ["NHS no.", "MRN", "Attendance"],
        ["999 204 1129", "4471902", "ED26-061884"],
        ["Usual address", "Registered GP", "Arrived"],
        ["9 Fern Court, Westmoor, ZZ1 9XX", "Mill Surgery", "21-Jun-2026 22:36"],
    ]
    hers = content(banner, HARMS)["victims"][0]

    assert (hers["surname"], hers["nhs_number"], hers["gp"]) == ("Hollis", "9992041129", "Mill Surgery")
    assert [home["postcode"] for home in hers["addresses"]] == ["ZZ1 9XX"]


def test_somebodys_mother_is_not_whom_the_form_calls_mum():
    rows = [
        ["Name", "D.o.b.", "M/F", "Place in family"],
        ["Ada HOLLIS", "30.11.1994", "F", "Mum (victim)"],
        ["Carl LOWE", "09.01.1992", "M", "Dad of Kit, PERSON CAUSING HARM"],
        ["Denise LOWE", "not known", "F", "Carl's mum, nan to the boy"],
    ]
    told = content(rows)

    assert [each["forenames"] for each in told["victims"]] == ["Ada"]
    assert [each["forenames"] for each in told["perpetrators"]] == ["Carl"]


def test_a_record_headed_by_the_patient_goes_on_about_them_and_lists_relatives_who_are_not_the_patient():
    banner = [
        ["HOLLIS, Ada (Mrs)", "Born 06-Mar-1985 (41y)", "Gender Female"],
        ["NHS No 999 014 2213", "Client ID 3008812", "Care co-ordinator MERRICK, Tessa"],
    ]
    hers = [["Demographics"], ["Usual address", "9 Fern Court, Westmoor, ZZ1 9XX", "Registered GP", "Mill Surgery"]]
    ways = [["Type", "Number", "Call", "Voicemail", "SMS"], ["Mobile", "07700 900123", "Y", "N", "N"]]
    kin = [
        ["Related persons"],
        ["Name", "Relationship", "Address", "Telephone"],
        ["LOWE, Ben (Mr)", "Husband", "9 Fern Court, Westmoor, ZZ1 9XX", "07700 900124"],
        ["LOWE, Enid (Mrs)", "Mother", "4 Mill Row, Westmoor, ZZ1 4MR / 07700 900125", ""],
    ]
    told = content(banner, hers, ways, kin, [["Alleged perpetrator", "Ben Lowe, husband"]])

    victim = told["victims"][0]
    assert [each["surname"] for each in told["victims"]] == ["Hollis"]
    assert (victim["gender"], victim["nhs_number"], victim["gp"]) == ("female", "9990142213", "Mill Surgery")
    assert [(p["number"], p["safe_to_call"], p["safe_to_text"]) for p in victim["phones"]] == [
        ("07700900123", True, False)
    ]
    assert [each["surname"] for each in told["perpetrators"]] == ["Lowe"]


def test_a_column_of_homes_and_numbers_gives_both():
    rows = [
        ["Name", "DOB", "Role", "Where they live / phone"],
        ["Ada HOLLIS", "3/4/1990", "Victim", "9 Fern Court, Westmoor, ZZ1 9XX"],
        ["Ben LOWE", "4/5/1988", "Perpetrator", "4 Mill Row, Westmoor, ZZ1 4MR\n07700 900124"],
    ]
    his = content(rows)["perpetrators"][0]

    assert [home["text"] for home in his["addresses"]] == ["4 Mill Row, Westmoor"]
    assert [phone["number"] for phone in his["phones"]] == ["07700900124"]


def test_a_child_whom_he_has_with_somebody_else_is_called_by_its_name():
    said = "He has a baby with someone else: Max Arden, 19/07/25. Lives with his mum, Tess Arden"

    (told,) = content(VICTIM, HARMS, [["Any children? Name, born, who with", said]])["children"]

    assert (told["forenames"], told["surname"], told["dob"]) == ("Max", "Arden", "2025-07-19")


def test_a_child_whom_a_sentence_names_in_the_box_for_names_is_called_so():
    words = "None at address. Ben has a little girl, Ruby"

    (told,) = content(VICTIM, HARMS, [["Children", "Age", "Living with"], [words, "5", "her mum, Tess Arden"]])[
        "children"
    ]

    assert (told["surname"], told["forenames"], told["age_stated"]) == (None, "Ruby", 5)


@pytest.mark.parametrize("printed", ["G2 P1", "P1", "12/3"])
def test_figures_are_nobodys_name(printed):
    children = content(VICTIM, HARMS, [["Children", "Due date"], [printed, "03/01/2026"]])["children"]

    assert [(each["surname"], each["forenames"]) for each in children] in ([], [(None, None)])


def pasted(*lines: str):
    form = ["VICTIM", "Name: Ada HOLLIS", "Address: 9 Fern Court, Westmoor, ZZ1 9XX", "", "PERPETRATOR"]
    form += ["Name: Ben LOWE", "Relationship to victim: Husband", "", "CHILDREN", *lines]
    return read(documents.mail("\n".join(form)), "referral.eml").content["children"]


def test_a_line_of_a_mail_that_begins_with_a_name_and_a_birth_does_not_go_on_with_the_one_before():
    children = pasted(
        "Tia Marlow, DOB 22/03/14, female. Lives with mum. Drovers Way Junior. Dad is Jerome Marlow",
        "Kit Marlow, D.O.B. 05/08/17, male. Lives with mum. Drovers Way Junior. Dad is Jerome Marlow",
    )

    assert [(each["forenames"], each["school"]) for each in children] == [
        ("Tia", "Drovers Way Junior"),
        ("Kit", "Drovers Way Junior"),
    ]


def test_a_surname_that_stands_first_is_followed_by_the_first_name_and_then_the_sex():
    (child,) = pasted("1. LOWE, Alfie  M  19/05/2016. Son of vic and perp. Lives with vic. Drovers Way Juniors.")

    assert (child["surname"], child["forenames"], child["gender"]) == ("Lowe", "Alfie", "male")


def test_children_whose_labels_are_lettered_are_each_read_though_whose_they_are_is_asked_between():
    form = [
        "4. Children",
        "(a) Name: Amy Hollis\tDate of birth: 8/9/2014",
        "     Lives with: client\tSchool: Mill High",
    ]
    form += ["     Client’s / other party’s / both: Ada’s (dad not involved)"]
    form += ["(b) Name: Kit Lowe\tDate of birth: 17 June 2019", "     Lives with: client\tSchool: Coast Road Primary"]
    form += ["     Client’s / other party’s / both: both"]

    told = read(documents.lines("2. The client", "Full name: Ada HOLLIS", *form), "form.docx").content["children"]

    assert [(each["forenames"], each["dob"], each["school"]) for each in told] == [
        ("Amy", "2014-09-08", "Mill High"),
        ("Kit", "2019-06-17", "Coast Road Primary"),
    ]


def test_a_child_beside_the_question_whether_she_is_a_parent_or_expecting_is_a_child():
    asked = [["Is the victim a parent or expecting?", "Yes. Ava Hollis, born 3 April 2026, lives with Ada."]]

    got = content(VICTIM, asked, HARMS)

    assert [(each["forenames"], each["dob"]) for each in got["children"]] == [("Ava", "2026-04-03")]
    assert got["victims"][0]["diversity"]["pregnant"] is None
