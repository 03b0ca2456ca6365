"""Forms by how they are printed: choices in a row, heads above a table, people side by side and in columns."""

import pytest

from marac.reading import read
from tests.reading import documents

VICTIM = [["Victim"], ["Name", "Ada HOLLIS"], ["Address", "9 Fern Court, Westmoor, ZZ1 9XX"]]
HARMS = [["Perpetrator"], ["Name", "Ben LOWE"], ["Relationship to victim", "Husband"]]
RISKS = {
    "Injured this time": "injury",
    "Weapon or object used": "weapons",
    "Choked / strangled": "strangulation",
    "Threat to kill": "threats_to_kill",
    "Sexual assault or coercion": "sexual",
    "Very frightened": "frightened",
    "Low or suicidal": "low_mood_suicidal",
    "Pregnant or baby under 18 months": "pregnancy_baby",
    "Kept from friends and family": "isolated",
    "Controlling or jealous": "control_jealousy",
    "Separated or tried to this year": "separation",
    "Getting worse": "getting_worse",
    "Happening more often": "more_often",
    "Hurts animals": "animals",
}
ANSWERS = ["yes", "no", "dont_know"]
WANTED = {topic: ANSWERS[number % 3] for number, topic in enumerate(RISKS.values())}


def content(*tables):
    return read(documents.form(*tables), "form.docx").content


def answers(document: bytes) -> dict[str, str]:
    told = read(document, "form.docx").content["checklist"]["answers"]
    return {topic: told[topic] for topic in WANTED}


@pytest.mark.parametrize("offered", ["Yes    No    Not asked", "Yes    No    Not known", "Yes    No"])
def test_a_choice_that_is_printed_and_not_made_is_no_answer(offered):
    rows = [["Consent"], [f"Victim agrees    {offered}"], [f"Victim told of this referral    {offered}"]]
    told = content(VICTIM, HARMS, rows, [["Before"], [f"At MARAC before    {offered}"]])

    assert (told["consent"]["consent_given"], told["consent"]["victim_aware"]) == (None, None)
    assert told["previous"]["this_marac"] is None


def test_heads_in_a_line_above_a_table_of_boxes_are_those_of_its_columns():
    boxes = [["☒" if at == number % 3 else "☐" for at in range(3)] for number in range(len(RISKS))]
    rows = [[asked, one, "", two, "", three, ""] for asked, (one, two, three) in zip(RISKS, boxes, strict=True)]
    document = documents.Document()
    documents.table(document, VICTIM)
    document.add_paragraph("RISK QUESTIONS")
    document.add_paragraph("P patient said, C crew saw    Yes    No    Unsure")
    documents.table(document, rows)

    assert answers(documents.saved(document)) == WANTED


def test_such_heads_may_be_a_row_of_the_table_itself():
    rows = [[asked, *("X" if at == number % 3 else "" for at in range(3))] for number, asked in enumerate(RISKS)]

    assert answers(documents.form(VICTIM, [["DASH"], ["Ie/Yes    Na/No ?/NK"], *rows])) == WANTED


def test_boxes_in_the_cell_of_the_question_are_those_of_the_heads_in_the_first_row():
    boxes = ["    ".join("☒" if at == number % 3 else "☐" for at in range(3)) for number in range(len(RISKS))]
    rows = [[f"{asked}    {three}", ""] for asked, three in zip(RISKS, boxes, strict=True)]

    assert answers(documents.form(VICTIM, [["Oes/Yes Na/No ?/DK", "Sylw / Comment"], *rows])) == WANTED


def test_answers_before_their_questions_are_theirs_whether_or_not_a_remark_stands_behind():
    said = {"yes": "Y", "no": "N", "dont_know": "?"}
    rows = [
        [str(number), said[WANTED[topic]], f"{asked}?", "" if number % 2 else "at the weekend"]
        for number, (asked, topic) in enumerate(RISKS.items(), 1)
    ]

    assert answers(documents.form(VICTIM, [["", "Y / N / ?", "Ask", "Their words"], *rows])) == WANTED


def test_letters_of_roles_that_a_longer_line_explains_give_each_their_part():
    document = documents.Document()
    document.add_paragraph(
        "1. Everyone involved. One line each. Role: V = victim, P = perpetrator, C = child, O = other"
    )
    rows = [["V", "HOLLIS", "Ada", "1.2.1990"], ["P", "LOWE", "Ben", "3.4.1988"], ["C", "LOWE", "Kit", "5.6.2019"]]
    documents.table(document, [["Role", "Surname", "Forenames", "D.O.B."], *rows, ["O", "HOLLIS", "Enid", ""]])
    told = read(documents.saved(document), "form.docx").content

    parts = {whose: [one["forenames"] for one in told[whose]] for whose in ("victims", "perpetrators", "children")}
    assert parts == {"victims": ["Ada"], "perpetrators": ["Ben"], "children": ["Kit"]}


def test_subjects_side_by_side_are_those_who_harm_each_with_what_is_theirs():
    injured = [["Injured party (IP)"], ["Name", "Ada HOLLIS"]]
    rows = [
        ["SUBJECT A", "SUBJECT B (if more than one)"],
        ["Surname, forenames\nLOWE, Ben", "Surname, forenames\nLOWE, Carl"],
        ["DoB\n05/12/1990", "DoB\n21/07/94"],
        ["Phone\n07700 900861", "Phone\n07700 900862"],
    ]
    got = content(rows, injured)["perpetrators"]

    told = [(one["forenames"], one["dob"], [phone["number"] for phone in one["phones"]]) for one in got]
    assert told == [("Ben", "1990-12-05", ["07700900861"]), ("Carl", "1994-07-21", ["07700900862"])]


def test_children_with_a_column_each_are_all_read():
    rows = [
        ["Children"],
        ["Name", "Zara Lowe", "Idris Lowe", "Logan Hollis"],
        ["Born", "14/02/2017", "01.09.2020", "02.03.2012"],
        ["Lives with", "Mum in refuge", "Mum in refuge", "His gran"],
    ]
    got = content(VICTIM, HARMS, rows)["children"]

    assert [(one["forenames"], one["dob"], one["lives_with"]) for one in got] == [
        ("Zara", "2017-02-14", "victim"), ("Idris", "2020-09-01", "victim"), ("Logan", "2012-03-02", "His gran"),
    ]  # fmt: skip


def test_a_list_of_children_whose_label_asks_for_their_age_names_them():
    told = "Isla Lowe, 9, Ben's daughter. Lives with her mother Fiona Reid at 4 Kirk Wynd, Westmoor, ZZ1 2AB."
    got = content(VICTIM, HARMS, [["Children"], ["List with age, relation, where they live", told]])

    assert [(one["forenames"], one["surname"]) for one in got["children"]] == [("Isla", "Lowe")]
    assert got["perpetrators"][0]["addresses"] == []


def test_the_same_address_is_never_that_of_a_child_elsewhere():
    child = [["Children"], ["Name", "Kit Lowe"], ["Details", "With his gran, 12 Lark Hill, Westmoor ZZ1 9BB"]]
    got = content(VICTIM, [*HARMS, ["Address", "Same address"]], child)["perpetrators"][0]

    assert [home["postcode"] for home in got["addresses"]] == ["ZZ1 9XX"]


def test_where_a_child_of_his_lives_with_its_mother_is_no_home_of_his():
    told = (
        "Ben has a son, Tyler Moss, dob 21.03.2023, who lives with his mother Jade Moss at 7 Fenside, Dunmarsh ZZ1 5RE."
    )
    document = documents.Document()
    documents.table(document, VICTIM)
    documents.table(document, HARMS)
    document.add_paragraph(told)

    assert read(documents.saved(document), "form.docx").content["perpetrators"][0]["addresses"] == []


def test_a_box_that_belongs_to_somebody_named_before_is_no_name():
    told = "Ada's baby, not born yet. Ben also has a little girl, Amelia Pickles, aged 1."
    got = content(VICTIM, HARMS, [["Children"], ["Any children of either? Who, how old?", told]])

    assert not [one for one in got["children"] if one["forenames"] in ("Ada", "Ada's")]


@pytest.mark.parametrize("said", ["Y   N   DK", "X", "None in the household", "Ada's"])
def test_nobody_is_called_by_an_answer(said):
    got = content(VICTIM, [*HARMS, ["Second perpetrator: name", said]], [["Children"], ["Name", "DOB"], [said, ""]])

    assert [one["surname"] for one in got["perpetrators"]] == ["Lowe"]
    assert got["children"] == []


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("Tenant / household member experiencing abuse", "Same – moved back in February"),
        ("Household member being harmed", "Same address"),
    ],
)
def test_a_member_of_the_household_who_is_harmed_is_the_victim(head, said):
    got = content([[head], *VICTIM[1:]], [*HARMS, ["Address", said]])

    assert [one["surname"] for one in got["victims"]] == ["Hollis"]
    assert [home["postcode"] for home in got["perpetrators"][0]["addresses"]] == ["ZZ1 9XX"]


def test_grounds_with_an_x_beneath_are_chosen_and_those_beside_them_are_not():
    rows = [["14+ on checklist\nX", "Professional judgement", "3+ incidents in 12 months\nX", "Repeat to MARAC"]]
    got = content(VICTIM, HARMS, [["Why refer? (X)"], *rows])["criteria"]

    assert (got["visible_high_risk"], got["professional_judgement"], got["potential_escalation"], got["repeat"]) == (
        True, False, True, False,
    )  # fmt: skip
