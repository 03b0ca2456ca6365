"""Questions in words and shapes that forms put to the case: grounds, earlier hearings, the area, names, children."""

import pytest

from marac.answers import names
from marac.answers.heads import answer_head
from marac.labels import known
from marac.parties.people import YEARS
from marac.reading import read
from tests.reading import documents

VICTIM = [["Victim"], ["Name", "Ada HOLLIS"], ["Gender", "Female"]]
HARMS = [["Perpetrator"], ["Name", "Ben LOWE"], ["Gender", "Male"]]


def content(*tables):
    return read(documents.form(VICTIM, HARMS, *map(list, tables)), "form.docx").content


def chosen(got):
    return {key: value for key, value in got["criteria"].items() if value is not None}


@pytest.mark.parametrize(
    "rows",
    [
        [["☒", "14 or more ticks on the Dash"], ["☐", "Professional judgement"], ["☒", "Escalation in the past year"]],
        [["☒", "14 or more Yes", "16"], ["☐", "Your professional judgement", ""], ["☒", "Escalation: 3 reports", "4"]],
        [["14 ticks or more\nYes", "Professional judgement\nNo", "Escalation (3 in 12 months)\nYes"]],
        [["14 OR MORE", "Y"], ["PROFESSIONAL JUDGEMENT", "N"], ["3+ CALLS IN 12 MONTHS", "Y"]],
    ],
)
def test_grounds_are_read_beside_a_box_beneath_their_words_and_in_short_ones(rows):
    assert chosen(content(rows)) == {
        "visible_high_risk": True,
        "professional_judgement": False,
        "potential_escalation": True,
    }


def test_a_line_that_prints_all_grounds_chooses_none():
    got = content([["Reason", "Visible high risk / Professional judgement / Potential escalation / Repeat"]])

    assert True not in got["criteria"].values()


@pytest.mark.parametrize(
    ("asked", "answer", "previous"),
    [
        ("Repeat within 12 months?", "Yes, last heard 18 June 2025, ref CA/25/114", (True, "2025-06-18", "CA/25/114")),
        ("Heard here before", "Yes, 18 June 2025, CA/25/114", (True, "2025-06-18", "CA/25/114")),
    ],
)
def test_an_earlier_hearing_with_its_day_and_number(asked, answer, previous):
    got = content([["MARAC area", "Westmoor"]], [[asked, answer]])["previous"]

    assert (got["this_marac"], got["last_date"], got["last_ref"]) == previous


def test_the_number_of_an_earlier_hearing_may_be_asked_for_by_itself():
    got = content([["Heard here before", "Y"], ["Date last heard", "17/07/2025"], ["Case no.", "W/25/0419"]])[
        "previous"
    ]

    assert (got["last_date"], got["last_ref"]) == ("2025-07-17", "W/25/0419")


@pytest.mark.parametrize(
    ("said", "this", "other"),
    [
        ("Yes. Westmoor 06/11/24, WM/24/211. Not aware of any other area", True, False),
        ("Not here. She was discussed in Ludbrook in 2019.", False, True),
        ("No, not here or anywhere else", False, None),
    ],
)
def test_an_answer_about_elsewhere_says_nothing_of_this_conference(said, this, other):
    got = content([["MARAC area", "Westmoor"], ["Has she been to a MARAC before?", said]])["previous"]

    assert (got["this_marac"], got["other_marac"] or None) == (this, other or None)


@pytest.mark.parametrize(
    "words",
    [
        "Send by secure mail to the Penhallow and Rise MARAC administrator within one working day, and keep no copy.",
        "I would like this to go to the next Penhallow and Rise MARAC. She was heard at Ludbrook MARAC in 2019.",
    ],
)
def test_the_area_is_where_a_case_is_to_be_heard(words):
    got = read(documents.lines(words, "Victim", "Name: Ada HOLLIS"), "form.docx").content

    assert got["case_area"] == "Penhallow and Rise"


@pytest.mark.parametrize(
    ("asked", "words", "name", "others"),
    [
        ("Name, nicknames", "Darren Lee LOWE, Daz", "Darren Lee LOWE", ["Daz"]),
        ("Name they go by and legal name", "Gaz / Gareth Owen LOWE", "Gareth Owen LOWE", ["Gaz"]),
        ("Name and other names", "LOWE, Darren Lee", "LOWE, Darren Lee", []),
        ("Name", "Darren Lee LOWE, Daz", "Darren Lee LOWE, Daz", []),
    ],
)
def test_names_beside_a_name_are_other_names_where_the_label_asks_for_them(asked, words, name, others):
    assert names.with_aliases(asked, words) == (name, others)


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("36, she is not sure", 36),
        ("Not known. He is 29.", 29),
        ("about 40", 40),
        ("36/12/1990", None),
        ("3 May 1990", None),
    ],
)
def test_an_age_may_stand_where_a_birth_is_asked_for(words, years):
    said = YEARS.search(words)

    assert (int(said["first"] or said["told"]) if said else None) == years


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("Yes", "yes"),
        ("Ie / Yes", "yes"),
        ("Present", "yes"),
        ("Ddim yn bresennol / Not present", "no"),
        ("Unable to establish", "dont_know"),
        ("AP TOLD OF REFERRAL\nY", None),
        ("Ddim yn gwybod / Don't know", "dont_know"),
    ],
)
def test_a_question_with_its_answer_heads_no_column(words, answer):
    assert answer_head(words) == answer


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("REL TO PERP", "relationship_to_perpetrator"),
        ("Tenancy ref", None),
        ("Risk grade", None),
        ("Related log", None),
        ("Title and full name", "name"),
        ("Does the adult have a disability or a long-term health condition?", "diversity.disability"),
    ],
)
def test_a_label_asks_for_this(words, field):
    label = known.bare(words)

    assert (label.field if label else None) == field


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "Is anyone else hurting her?",
            "Yes, his brother Cal LOWE, born 23 June 1986, of 4 Mill Row, Westmoor, ZZ1 4MR",
        ),
        ("Is there anybody else who harms her?", "His brother Cal LOWE, born 23 June 1986"),
    ],
)
def test_whoever_else_harms_is_one_more_to_be_checked(asked, said):
    reading = read(documents.form(VICTIM, [*HARMS, [asked, said]]), "form.docx")

    assert [person["forenames"] for person in reading.content["perpetrators"]] == ["Ben", "Cal"]
    assert reading.content["perpetrators"][0]["addresses"] == []
    assert reading.certainty["perpetrators[1].surname"].sure == "check"


def test_whoever_is_only_feared_is_no_perpetrator():
    got = content([["Is there anyone else who might harm them?", "Yes. His cousin Cal Lowe has been at the school."]])

    assert [person["forenames"] for person in got["perpetrators"]] == ["Ben"]
    assert got["perpetrators"][0]["addresses"] == []


def test_a_grown_daughter_is_no_child_and_one_childs_box_is_of_one_child():
    got = content(
        [
            ["Children"],
            ["Child 1", "Eve Lowe (girl), born 19/05/2015\nBoth parents. Living with mum.\nSchool: Elm Road Primary"],
        ],
        [["Others"], ["Name", "Born", "Relationship to victim"], ["Fay Hollis", "Adult", "Daughter"]],
    )

    assert [child["forenames"] for child in got["children"]] == ["Eve"]


def test_the_officer_in_the_case_is_not_the_one_who_refers():
    words = "OIC: DC 2290 Hannah Thring, Domestic Abuse Unit, 01632 960819\n\nVICTIM\nNAME: Ada HOLLIS\n\nRegards\n"
    words += "PC 4471 Gethin PROSSER\nResponse Officer\nWestmoor Police"
    got = read(documents.mail(words), "mail.eml").content

    assert got["referrer"]["name"] == "Sam Okoro"  # as the mail shows it
    assert "01632960819" not in got["referrer"]["phones"]
