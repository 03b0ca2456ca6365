"""Who is who, and who refers, by what a form explains, asks first or is called: letters of roles, a word, a title."""

import pytest

from marac.reading import read
from tests.reading import documents


def form(*tables):
    return read(documents.form(*tables), "form.docx").content


def names(people):
    return [f"{person['forenames']} {person['surname']}" for person in people]


def test_letters_of_a_column_of_roles_are_what_a_long_line_above_says_in_words():
    key = "Role: V = person at risk, P = person causing harm, C = child, O = other adult. One line for each person."
    table = [
        ["Name", "Born", "Who they are", "Living there?", "Role"],
        ["Ada HOLLIS", "1/2/1950", "Tenant", "Yes", "V"],
        ["Ben HOLLIS", "3/4/1980", "Tenant's son", "Since May", "P"],
        ["Kit HOLLIS", "5/6/2015", "Grandson", "Yes", "C"],
        ["Joan MOSS", "7/8/1960", "Neighbour", "No", "O"],
    ]

    got = form([[key]], table)

    assert [names(got[role]) for role in ("victims", "perpetrators", "children")] == [
        ["Ada Hollis"], ["Ben Hollis"], ["Kit Hollis"],
    ]  # fmt: skip
    assert (got["perpetrators"][0]["relationship_to_victim"], got["children"][0]["relationship_to_victim"]) == (
        "Tenant's son", "Grandson",
    )  # fmt: skip


def test_of_whom_a_father_is_the_father_is_not_what_he_is_to_her():
    table = [
        ["Name", "Born", "Who they are", "Part in the abuse"],
        ["Ada HOLLIS", "1/2/1990", "Mother", "Victim"],
        ["Ben LOWE", "3/4/1988", "Stepfather of Kit and Ann", "Alleged perpetrator"],
    ]

    assert form(table)["perpetrators"][0]["relationship_to_victim"] is None


def test_a_word_for_whoever_is_at_risk_names_nobody_and_whose_box_follows_is_theirs():
    got = form(
        [["Who is at risk?", "Student"], ["Student's legal name", "Tia HOLLIS"], ["DOB", "28/02/2009"]],
        [["Person of concern", "Ben LOWE, on Snapchat as benny06"], ["Their DOB", "11/11/2006"]],
        [["Their phone", "07700 900971"]],
    )

    assert (names(got["victims"]), names(got["perpetrators"])) == (["Tia Hollis"], ["Ben Lowe"])
    assert [person["dob"] for person in (*got["victims"], *got["perpetrators"])] == ["2009-02-28", "2006-11-11"]
    assert (got["victims"][0]["phones"], got["perpetrators"][0]["phones"][0]["number"]) == ([], "07700900971")


def test_as_a_s_home_address_is_the_home_of_person_a_and_not_where_a_is_now():
    got = form(
        [["PERSON A - VICTIM"], ["Name", "Ada HOLLIS"], ["Home address", "9 Fern Court, Westmoor, ZZ1 9XX"]],
        [["Where is A now, if not at home?", "With her sister: 4 Mill Row, Westmoor, ZZ1 2DB. Do not disclose."]],
        [
            ["PERSON B - PERPETRATOR"],
            ["Surname", "Forename"],
            ["LOWE", "Ben"],
            ["Address and postcode", "Warning markers"],
            ["As A’s home address", "Shotgun certificate"],
        ],
    )

    assert [home["postcode"] for home in got["perpetrators"][0]["addresses"]] == ["ZZ1 9XX"]


def test_another_number_in_her_street_is_not_her_home():
    got = form(
        [["Victim"], ["Name", "Ada HOLLIS"], ["Address", "31 Fern Court, Westmoor, ZZ1 9XX"]],
        [["Perpetrator"], ["Name", "Mo LOWE"], ["Address", "31A Fern Court (the annexe), same postcode"]],
    )

    assert [home["text"] for home in got["perpetrators"][0]["addresses"]] == ["31A Fern Court"]


def test_the_label_of_a_patient_in_a_text_box_is_the_victim():
    lines = ["HOLLIS, Ada Rose     F", "DOB 17-Nov-1992 (33y)", "Hosp No K448120    NHS No 999 036 1177",
             "9 Fern Court, Westmoor, ZZ1 9XX", "Tel (H) 01632 960311"]  # fmt: skip
    got = read(
        documents.lines("AFFIX PATIENT LABEL ABOVE", "Alleged abuser", "Name: Ben LOWE", "", *lines), "form.docx"
    )

    assert names(got.content["victims"]) == ["Ada Rose Hollis"]
    assert got.content["victims"][0]["addresses"][0]["postcode"] == "ZZ1 9XX"
    assert names(got.content["perpetrators"]) == ["Ben Lowe"]


@pytest.mark.parametrize(
    "title",
    ["MARAC REFERRAL FROM PRIMARY CARE", "MARAC referral by a Probation Practitioner (Annex D)"],
)
def test_what_a_form_is_called_and_how_to_fill_it_in_name_no_referrer(title):
    said = "Westmoor & District safeguarding template v4 (2019). Highlight or delete as appropriate."

    told = read(documents.lines(title, said, "Victim", "Name: Ada HOLLIS"), "form.docx").content["referrer"]

    assert (told["name"], told["role"], told["agency"]) == (None, None, None)


@pytest.mark.parametrize(
    "said", ["Use this form where somebody is at risk.", "Discuss it with your lead.", "Mark one."]
)
def test_beneath_a_heading_for_the_referrer_an_instruction_is_nobody(said):
    told = read(documents.lines("Referrer", said, "Name: Sam OKORO"), "form.docx").content["referrer"]

    assert told["name"] == "Sam Okoro"


def test_of_several_who_harm_the_one_with_whose_name_an_answer_begins_is_meant():
    got = form(
        [["Person causing harm"], ["Name", "Ben HOLLIS"], ["DOB", "3/4/1980"]],
        [["Person causing harm"], ["Name", "Tess ARDEN"], ["DOB", "5/6/1985"]],
        [["Any other address for the person(s) causing harm", "Ben's flat at 14 Wharf Road, Westmoor, ZZ1 5TT"]],
        [["Phone numbers for the person(s) causing harm", "Ben 07700 900877. Tess don't know."]],
    )

    ben, tess = got["perpetrators"]
    assert ([home["postcode"] for home in ben["addresses"]], tess["addresses"]) == (["ZZ1 5TT"], [])
    assert ([phone["number"] for phone in ben["phones"]], tess["phones"]) == (["07700900877"], [])


def test_a_name_beside_a_question_for_it_and_for_any_other_is_the_name():
    said = "Tess ARDEN. Also Tess Marsh (maiden name). Instagram @tess_tides"

    (told,) = form([["Stalker"], ["Name and any other identity used", said]])["perpetrators"]

    assert (names([told]), told["aliases"]) == (["Tess Arden"], ["Tess Marsh", "tess_tides"])


def test_roles_under_their_head_stand_where_another_column_speaks_of_the_patient():
    patient = [
        ["Patient", "HOLLIS, Ada (Mrs)", "Calling name", "Addie"],
        ["Born", "21-Jun-1983", "Home tel", "01632 960266"],
    ]
    others = [
        ["Role", "Name", "Born", "Where", "Relation to patient"],
        ["Causing harm", "Tess ARDEN", "16-May-1982", "as patient", "Wife"],
        ["Child", "Kit HOLLIS", "03-Feb-2013", "as patient", "Son"],
        ["Adult", "Joan MOSS", "1951", "14 Mill Row, Westmoor, ZZ1 2AB", "Mother"],
    ]

    got = form([["Patient details"]], patient, [["Others"]], others)

    assert [names(got[role]) for role in ("victims", "perpetrators", "children")] == [
        ["Ada Hollis"], ["Tess Arden"], ["Kit Hollis"],
    ]  # fmt: skip
    assert (got["victims"][0]["aliases"], got["victims"][0]["dob"]) == (["Addie"], "1983-06-21")


def test_a_home_that_the_next_line_of_a_note_keeps_from_others_is_secret_and_not_one_she_left():
    note = "NOTE: Ada is staying with Joan until at least the end of the month, 22 Mill Lade, Westmoor, ZZ1 3AB."
    form = ["Victim", "Name: Ada HOLLIS", "Address: 9 Fern Court, Westmoor, ZZ1 9XX", "Perpetrator", "Name: Ben LOWE"]

    told = read(documents.lines(*form, note, "This address must NOT be given out or read out."), "form.docx").content

    homes = {home["postcode"]: home for home in told["victims"][0]["addresses"]}
    assert (homes["ZZ1 3AB"]["confidential"], homes["ZZ1 3AB"]["type"]) == (True, "temporary")


@pytest.mark.parametrize(
    "head",
    [
        "4  Children and unborn – of either person, wherever they live",
        "Children under 18, wherever they live",
        "Others",
    ],
)
def test_a_table_that_asks_with_whom_they_live_and_for_their_school_is_of_children(head):
    table = [
        ["Name", "DoB / due date", "M/F", "School / nursery", "Who do they live with?", "Relationship to perpetrator"],
        ["Kit Hollis", "30/9/2018", "M", "Mill Primary", "with mum", "son"],
        [
            "Eve Moss",
            "4.5.2013",
            "F",
            "Mill High",
            "her dad Sam Moss, 22 Ferry Road, Westmoor, ZZ1 6LE",
            "step daughter",
        ],
    ]
    victim = [["Victim"], ["Name", "Ada HOLLIS"]]

    got = form(victim, [[head], *table])

    assert (names(got["victims"]), names(got["children"])) == (["Ada Hollis"], ["Kit Hollis", "Eve Moss"])
